"""Remarks as SARIF 2.1.0 (OASIS, 2020): the interchange format that editors and code hosts show beside a text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from lettersmith import __version__
from lettersmith.model import fingerprint
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review, Silenced
from lettersmith.remarks.escaping import whole
from lettersmith.remarks.locating import Spot, is_elsewhere, spots
from lettersmith.remarks.place_words import Wheres

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.SUGGESTION: "note"}
"""Our levels as SARIF names them."""
SUPPRESSED = {"comment": "inSource"}
"""How a remark was silenced, as SARIF names it; every other way is `external`."""
FINGERPRINT = "lettersmith/v1"

Data = dict[str, Any]


def show_reviews(
    reviews: Sequence[Review],
    *,
    unread: Sequence[Remark] = (),
    about: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """One SARIF log with one run, as JSON text. A silenced remark is a result that is suppressed.

    `about` says of a rule what it `wants`, `why`, and its `source`; where it does not, its remarks do. What was not
    checked, and the files that could not be read, are notifications of the run.
    """
    every = [r for review in reviews for r in (*review.remarks, *(one.remark for one in review.silenced))]
    rules = _rules(every, about or {})
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [result for review in reviews for result in _results(review, index)]
    notices = [_notice(remark, review.file) for review in reviews for remark in review.not_checked]
    notices += [_notice(remark, remark.place.file) for remark in unread]
    driver: Data = {"name": "lettersmith", "semanticVersion": __version__, "rules": rules}
    if notices:
        driver["notifications"] = [{"id": id} for id in sorted({notice["descriptor"]["id"] for notice in notices})]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(review) for review in reviews],
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": notices}],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(remarks: Sequence[Remark], about: Mapping[str, Mapping[str, str]]) -> list[Data]:
    firsts: dict[str, Remark] = {}
    for remark in remarks:
        firsts.setdefault(remark.rule, remark)
    return [_rule(remark, about.get(id, {})) for id, remark in sorted(firsts.items())]


def _rule(remark: Remark, about: Mapping[str, str]) -> Data:
    wants = whole(about.get("wants", "")) or f"A rule of the style {remark.rule.partition('.')[0]}."
    why, source = whole(about.get("why") or remark.why), whole(about.get("source") or remark.source)
    told = [wants, why, f"Source: {source}." if source else "", f"`lettersmith explain {remark.rule}` tells more."]
    rule: Data = {
        "id": remark.rule,
        "name": "".join(part for part in remark.rule.replace("-", ".").split(".")),
        "shortDescription": {"text": wants},
        "fullDescription": {"text": " ".join(part for part in (wants, why) if part)},
        "help": {"text": " ".join(part for part in told if part)},
        "defaultConfiguration": {"level": LEVELS[remark.level]},
    }
    link = uri_of_link(remark.link)
    return {**rule, "helpUri": link} if link else rule


def uri_of_link(link: str) -> str:
    """A link as SARIF takes it; empty for what is no web address."""
    return quote(whole(link), safe=":/?#[]@!$&'()*+,;=%~") if link.startswith(("https://", "http://")) else ""


def _results(review: Review, index: Mapping[str, int]) -> Iterator[Data]:
    wheres = Wheres(review)
    for remark, spot in zip(review.remarks, spots(review.manuscript, review.remarks), strict=True):
        yield _result(remark, spot, review, index, wheres)
    hidden = [one.remark for one in review.silenced]
    for one, spot in zip(review.silenced, spots(review.manuscript, hidden), strict=True):
        yield {**_result(one.remark, spot, review, index, wheres), "suppressions": [_suppression(one)]}


def _result(remark: Remark, spot: Spot | None, review: Review, index: Mapping[str, int], wheres: Wheres) -> Data:
    instead = " or ".join(f"“{words}”" for words in remark.instead)
    said = (remark.what, remark.do, f"Instead: {instead}." if instead else "")
    result: Data = {
        "ruleId": remark.rule,
        "ruleIndex": index[remark.rule],
        "level": LEVELS[remark.level],
        "message": {"text": whole(" ".join(part for part in said if part))},
        "locations": [_location(remark.place, review, wheres.in_document(remark.place, spot))],
        "partialFingerprints": {FINGERPRINT: fingerprint.of(remark, review.manuscript)},
        "properties": {"words": whole(remark.place.text), "instead": [whole(words) for words in remark.instead]},
    }
    if is_elsewhere(remark.place, review.file):
        result["relatedLocations"] = [
            {"physicalLocation": {"artifactLocation": {"uri": uri(review.file)}}, "message": {"text": "As it reads"}}
        ]
    return result


def _location(place: Place, review: Review, where: str) -> Data:
    elsewhere = is_elsewhere(place, review.file)
    physical: Data = {"artifactLocation": {"uri": uri(place.file if elsewhere else review.file)}}
    if place.line:
        physical["region"] = _region(place)
    logical = [{"fullyQualifiedName": whole(place.path), "kind": "property"}] if place.path else []
    if where:
        logical.append({"fullyQualifiedName": whole(where), "kind": "element"})
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def _region(place: Place) -> Data:
    region: Data = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
        lines = place.text.split("\n")
        region["endLine"] = place.line + len(lines) - 1
        region["endColumn"] = (place.column if len(lines) == 1 else 1) + len(lines[-1])
    if place.text:
        region["snippet"] = {"text": whole(place.text)}
    return region


def _suppression(one: Silenced) -> Data:
    by = f"{one.by}: " if one.by else ""
    until = f" (until {one.until.isoformat()})" if one.until else ""
    kind = SUPPRESSED.get(one.how, "external")
    return {"kind": kind, "status": "accepted", "justification": whole(f"{by}{one.reason or one.how}{until}")}


def _notice(remark: Remark, file: str) -> Data:
    text = whole(" ".join(part for part in (remark.what, remark.do) if part))
    notice: Data = {"level": LEVELS[remark.level], "message": {"text": text}, "descriptor": {"id": remark.rule}}
    if file:
        notice["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}]
    return notice


def _artifact(review: Review) -> Data:
    artifact: Data = {"location": {"uri": uri(review.file)}}
    if review.digest:
        artifact["hashes"] = {"sha-256": review.digest}
    return artifact


def uri(file: str) -> str:
    """A file name as a URI reference.

    >>> uri("drafts/Leadership v3.docx")
    'drafts/Leadership%20v3.docx'
    """
    path = whole(file).replace("\\", "/")
    if len(path) > 1 and path[1] == ":":
        return f"file:///{quote(path, safe='/:')}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path) or "unknown"
