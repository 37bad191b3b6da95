"""Conservation.Unused…: facts that nobody will read, because no document used them.

Not a check of one manuscript: it is asked once, when every document of an inspection has been made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lettersmith.checks.facts import Fact, find
from lettersmith.checks.words import brief, plural
from lettersmith.model.inspection import Inspection
from lettersmith.model.remark import Level, Remark

NAMED = 12
"""So many evidence records are named one by one; the rest are counted."""


def unused(inspection: Inspection, used_by: Mapping[str, frozenset[str]]) -> tuple[Remark, ...]:
    """What the documents left out: findings, decisions and addressees; and evidence that no finding cites.

    `used_by` gives for each kind of document the facts that it printed, by their path in their file:
    `judgements.findings[3].text`.
    """
    printed = {path for paths in used_by.values() for path in paths}
    used = {_owner(path) for path in printed}
    return (
        *_findings(inspection, used, only_children=_only_children_are_told(printed)),
        *_decisions(inspection, used),
        *_addressees(inspection, used),
        *_evidence(inspection),
    )


def _owner(path: str) -> str:
    """The thing that a path is about: `judgements.findings[3]`, `judgements.decisions.statement`."""
    keys = path.split(".")
    return ".".join(keys[:3] if keys[1:2] == ["decisions"] else keys[:2])


def _only_children_are_told(printed: set[str]) -> bool:
    """Whether the documents tell findings in the words for children alone."""
    keys = {path.rpartition(".")[2] for path in printed if path.startswith("judgements.findings[")}
    return "for_children" in keys and "text" not in keys


def _key(fact: Fact) -> str:
    return fact.file.removesuffix(".json") + fact.path.removeprefix("$")


def _findings(inspection: Inspection, used: set[str], *, only_children: bool) -> Iterator[Remark]:
    for finding in find(inspection, "judgements.findings"):
        if only_children and not finding.get("for_children").known:
            continue  # the check `for_children` has told it, or the facts say why children are not told
        if _key(finding) not in used:
            yield Remark(
                "Conservation.UnusedFinding",
                Level.WARNING,
                f'No document says what finding {finding.get("id").text} says: "{brief(finding.get("text").text)}"',
                finding.place,
                why="What the team found should reach its readers.",
                do="Look whether its type and agency are right, or take it out.",
            )


def _decisions(inspection: Inspection, used: set[str]) -> Iterator[Remark]:
    for decisions in find(inspection, "judgements.decisions"):
        for name in decisions.value:
            decision = decisions.get(name)
            if decision.known and decision.get("needed").value is not False and _key(decision) not in used:
                yield Remark(
                    "Conservation.UnusedDecision",
                    Level.WARNING,
                    f'No document tells the decision "{name.replace("_", " ")}".',
                    decision.place,
                    why="Those who must act on it would not hear of it.",
                    do="Make the document that tells it, or take the decision out.",
                )


def _addressees(inspection: Inspection, used: set[str]) -> Iterator[Remark]:
    seen = set()
    for addressees in find(inspection, "inspection.addressees"):
        for group in addressees.value:
            for person in addressees.get(group).items():
                if person.known and _key(person) not in used and person.path not in seen:
                    seen.add(person.path)
                    yield Remark(
                        "Conservation.UnusedAddressee",
                        Level.WARNING,
                        f"{person.get('name').text or 'Somebody'} is listed as an addressee, "
                        "and no document names them.",
                        person.place,
                        why="Somebody who should be told may not be.",
                        do="Look whether they belong in the list.",
                    )


def _evidence(inspection: Inspection) -> Iterator[Remark]:
    cited = {
        record.text or record.get("id").text
        for finding in find(inspection, "judgements.findings")
        for record in finding.get("evidence").items()
    }
    records = find(inspection, "evidence")
    idle = [record for record in records if record.get("id").text not in cited]
    if idle and len(cited) > 0:
        names = ", ".join(record.get("id").text for record in idle[:NAMED])
        more = f" and {len(idle) - NAMED} more" if len(idle) > NAMED else ""
        yield Remark(
            "Conservation.UnusedEvidence",
            Level.SUGGESTION,
            f"{plural(len(idle), 'evidence record')} of {len(records)} {'is' if len(idle) == 1 else 'are'} cited by no "
            f"finding: {names}{more}.",
            idle[0].place,
            why="Evidence that was gathered may say something that no finding says.",
            do="Read them once more: is anything missing, or does a finding lean on them?",
            source="120011 ¶116; 150149 ¶93",
        )
