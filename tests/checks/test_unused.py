"""Facts that no document used."""

from __future__ import annotations

from typing import Any

import pytest

from checks.letters import inspection
from lettersmith.checks.unused import unused
from lettersmith.model.facts import Absent, Sourced
from lettersmith.model.place import Origin

DCS = Sourced({"name": "Ada Quill"}, Origin("inspection.json", 0, "$.people[0]"))
CHIEF = Sourced({"name": "Bo Lark"}, Origin("inspection.json", 0, "$.people[1]"))


def record(number: int) -> Sourced:
    return Sourced({"id": f"E{number}"}, Origin("evidence.json", 0, f"$[{number}]"))


FACTS = {
    "inspection": {"addressees": {"letter": [DCS, CHIEF], "concerns": DCS}},
    "judgements": {
        "findings": [
            {"id": "S1", "text": "Fine.", "evidence": ["E0"]},
            {"id": "D1", "text": "Late.", "evidence": [record(1)]},
        ],
        "decisions": {"statement": {"needed": True, "lead": "x"}, "revisit": {"needed": False}},
    },
    "evidence": [record(number) for number in range(4)],
}
ALL = {
    "letter": frozenset({"judgements.findings[0].text", "judgements.findings[1].text", "inspection.people[0].name"}),
    "email": frozenset({"inspection.people[1].name", "judgements.decisions.statement.lead"}),
}


def told(used_by: dict[str, frozenset[str]]) -> list[tuple[str, str, str]]:
    remarks = unused(inspection(FACTS), used_by)
    return [(remark.rule, remark.level.value, remark.place.path) for remark in remarks]


def test_only_evidence_is_left() -> None:
    (remark,) = unused(inspection(FACTS), ALL)
    assert remark.rule == "Conservation.UnusedEvidence"
    assert remark.what == "2 evidence records of 4 are cited by no finding: E2, E3."


def test_what_no_document_printed_is_told() -> None:
    assert told({"letter": frozenset({"judgements.findings[0].text", "inspection.people[0].post"})})[:-1] == [
        ("Conservation.UnusedFinding", "warning", "$.findings[1]"),
        ("Conservation.UnusedDecision", "warning", "$.decisions.statement"),
        ("Conservation.UnusedAddressee", "warning", "$.people[1]"),
    ]


ONLY_FOR_CHILDREN = {"summary": frozenset({"judgements.findings[0].for_children"})}
FOR_ALL = {**ONLY_FOR_CHILDREN, "letter": frozenset({"judgements.findings[0].text"})}


@pytest.mark.parametrize(
    ("used_by", "for_children", "told_of"),
    [
        pytest.param(ONLY_FOR_CHILDREN, None, [], id="no words for children: that check has told it"),
        pytest.param(
            ONLY_FOR_CHILDREN, Absent("not_applicable", "why"), [], id="the facts say why children are not told"
        ),
        pytest.param(ONLY_FOR_CHILDREN, "Late.", ["$.findings[1]"], id="words that no document prints"),
        pytest.param(FOR_ALL, None, ["$.findings[1]"], id="a letter should have told it"),
    ],
)
def test_where_only_children_are_told_findings(used_by: Any, for_children: Any, told_of: list[str]) -> None:
    findings = [{"id": "S1", "for_children": "Fine."}, {"id": "D1", "text": "Late.", "for_children": for_children}]
    remarks = unused(inspection({"judgements": {"findings": findings}}), used_by)
    assert [remark.place.path for remark in remarks if remark.rule == "Conservation.UnusedFinding"] == told_of


def test_an_inspection_without_judgements_has_nothing_unused() -> None:
    assert unused(inspection({"inspection": {}}), {}) == ()
