"""Remarks as SARIF, held against the published schema of SARIF 2.1.0."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from engines import sarif_schema
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.remarks import sarif
from remarks.shared_reviews import CLEAN, REVIEW, UNREAD


def log(*reviews: Review, unread: tuple[Remark, ...] = (), **more: Any) -> Any:
    return json.loads(sarif.show_reviews(reviews, unread=unread, **more))


def run(*reviews: Review, **more: Any) -> Any:
    return log(*reviews, **more)["runs"][0]


WORDS = "One line 👩‍👧\nand another"
TEXT = Review(
    "drafts/front door.md",
    Manuscript("", "", (Block("paragraph", (Span(WORDS, Origin("front door.md", 3)),)),)),
    "families",
    remarks=(
        Remark(
            "House.Line",
            Level.WARNING,
            "What is wrong.",
            Place("front door.md", 3, block=0, start=9, end=16, text=WORDS[9:16], column=10),
        ),
    ),
    digest="ab" * 32,
)
LOGS = {
    "awkward remarks": ((REVIEW,), UNREAD),
    "two files": ((REVIEW, CLEAN), ()),
    "a text file": ((TEXT,), ()),
    "a file on another drive": ((TEXT._replace(file="C:\\Drafts\\a b.md"),), ()),
    "nothing read": ((), UNREAD),
    "nothing": ((), ()),
}


def published() -> Any:
    """The schema, with its one pattern that is no regular expression (an erratum of its own) as it is meant."""
    text = sarif_schema().read_text(encoding="utf-8")
    wrong = json.dumps("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$")
    return json.loads(text.replace(wrong, json.dumps("^[a-zA-Z]{2}(-[a-zA-Z]{2})?$")))


@pytest.mark.engine("the schema of SARIF")
@pytest.mark.parametrize(("reviews", "unread"), LOGS.values(), ids=LOGS)
def test_the_log_keeps_the_published_schema(reviews: tuple[Review, ...], unread: tuple[Remark, ...]) -> None:
    validator = jsonschema_rs.validator_for(published(), validate_formats=True)
    found = [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(log(*reviews, unread=unread))]
    assert found == []


@pytest.mark.engine("the schema of SARIF")
def test_the_schema_bites() -> None:
    broken = log(REVIEW)
    broken["runs"][0]["results"][0]["level"] = "must change"
    assert not jsonschema_rs.validator_for(published()).is_valid(broken)


def test_a_place_in_a_text_is_line_and_column_in_characters() -> None:
    told = run(TEXT)
    assert told["columnKind"] == "unicodeCodePoints"
    (location,) = told["results"][0]["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "drafts/front%20door.md"
    region = physical["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 10, 4, 4)
    assert region["snippet"]["text"] == WORDS[9:16]


def test_a_place_in_a_word_file_is_a_heading_and_paragraph() -> None:
    named = [
        location["logicalLocations"][0]["fullyQualifiedName"]
        for result in run(REVIEW)["results"]
        for location in result["locations"]
        if "logicalLocations" in location
    ]
    assert "under “The experience of children”, paragraph 1" in named
    assert {"in the header", "in a footnote", "in the footer", "in a comment", "in deleted text"} <= set(named)


def test_a_field_is_named_with_its_file_and_the_document_beside_it() -> None:
    (result,) = [result for result in run(REVIEW)["results"] if result["ruleId"] == "Facts.Elsewhere"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "judgements.json"
    assert location["physicalLocation"]["region"]["startLine"] == 88
    assert location["logicalLocations"][0] == {"fullyQualifiedName": "$.findings[3].text", "kind": "property"}
    assert "more.docx" in result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_every_result_has_its_rule_and_every_rule_its_help() -> None:
    told = run(REVIEW, about={"Gaps.Placeholder": {"wants": "No gaps.", "why": "They look bad.", "source": "Us"}})
    rules = told["tool"]["driver"]["rules"]
    for result in told["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    by_id = {rule["id"]: rule for rule in rules}
    assert len(by_id) == len(rules)
    assert by_id["Gaps.Placeholder"]["shortDescription"]["text"] == "No gaps."
    assert "They look bad. Source: Us." in by_id["Gaps.Placeholder"]["help"]["text"]
    assert "Short words are read by more people." in by_id["PlainEnglish.Wordy"]["help"]["text"]
    assert by_id["PlainEnglish.Wordy"]["helpUri"] == "https://www.gov.uk/guidance/style-guide?a=1&b=2"
    assert "helpUri" not in by_id["House.Hostile"]


def test_what_was_silenced_says_by_whom_and_why() -> None:
    suppressed = [result["suppressions"][0] for result in run(REVIEW)["results"] if "suppressions" in result]
    assert suppressed[0]["justification"] == "Ada <b>Quill</b>: It is the council's own name. (until 2017-05-09)"
    assert all(one["status"] == "accepted" for one in suppressed)


def test_files_have_their_hash_and_what_was_not_read_makes_the_run_incomplete() -> None:
    told = run(TEXT, unread=UNREAD)
    assert told["artifacts"] == [{"location": {"uri": "drafts/front%20door.md"}, "hashes": {"sha-256": "ab" * 32}}]
    assert told["invocations"][0]["executionSuccessful"] is False
    assert run(TEXT)["invocations"][0]["executionSuccessful"] is True


URIS = {
    "a plain name": ("draft.md", "draft.md"),
    "spaces and signs": ("a & b#1 50%.md", "a%20%26%20b%231%2050%25.md"),
    "a folder of Windows": ("drafts\\a.md", "drafts/a.md"),
    "a drive": ("C:\\Drafts\\a b.md", "file:///C:/Drafts/a%20b.md"),
    "from the root": ("/srv/a.md", "file:///srv/a.md"),
    "no name": ("", "unknown"),
}


@pytest.mark.parametrize(("file", "expected"), URIS.values(), ids=URIS)
def test_file_names_as_addresses(file: str, expected: str) -> None:
    assert sarif.uri(file) == expected
