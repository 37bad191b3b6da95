"""The sample with 25 planted faults: each is named exactly once, at the right place, in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.folders import found, known
from lettersmith.intake import read_inspection
from lettersmith.model.remark import Level

SAMPLE = Path(__file__).parents[2] / "samples" / "broken"

PLANTED = [
    ("Facts.DuplicateKey", "inspection.json", 13, "$.theme.name"),
    ("Facts.NoSuchDate", "inspection.json", 17, "$.dates.published"),
    ("Facts.DatesOrder", "inspection.json", 18, "$.dates.received"),
    ("Facts.UnknownKey", "inspection.json", 27, "$.team.lead.emial"),
    ("Facts.WrongType", "inspection.json", 34, "$.team.quality_assurance.phone"),
    ("Facts.WrongForm", "inspection.json", 47, "$.people[0].email"),
    ("Facts.Empty", "inspection.json", 52, "$.people[1].post"),
    ("Facts.NoSuchReference", "inspection.json", 54, "$.people[1].agency"),
    ("Facts.DuplicateId", "inspection.json", 58, "$.people[2].id"),
    ("Facts.NoSuchReference", "inspection.json", 69, "$.addressees.letter[1]"),
    ("Facts.NoReason", "inspection.json", 72, "$.mailbox"),
    ("Facts.Number", "inspection.json", 77, "$.concerns[0].category"),
    ("Facts.TextFile", "judgements.json", 2, "$.summary.file"),
    ("Facts.NoGrades", "judgements.json", 3, "$.grades"),
    ("Facts.NoSuchReference", "judgements.json", 9, "$.findings[0].type"),
    ("Facts.NoSuchReference", "judgements.json", 23, "$.findings[1].evidence[1]"),
    ("Facts.Character", "judgements.json", 29, "$.findings[2].text"),
    ("Facts.Missing", "judgements.json", 33, "$.findings[3].priority_test"),
    ("Facts.Markdown", "texts/front-door.md", 4, "judgements.json $.main_findings[0].text"),
    ("Facts.Encoding", "texts/help.md", 1, "judgements.json $.main_findings[1].text"),
    ("Facts.Missing", "evidence/front-door.json", 11, "$[1].source"),
    ("Facts.WrongForm", "evidence/front-door.json", 19, "$[2].at"),
    ("Facts.NotOneOf", "evidence/front-door.json", 27, "$[3].source"),
    ("Facts.Syntax", "evidence/health.json", 6, "$"),
    ("Facts.Syntax", "evidence/police.json", 4, "$"),
]


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: f"{fault[0]} at {fault[1]}:{fault[2]}")
def test_a_planted_fault_is_named_once_at_its_place(fault: tuple[str, str, int, str]) -> None:
    assert found(read_inspection(SAMPLE, known).problems).count(fault) == 1


def test_nothing_else_is_said_of_the_broken_sample() -> None:
    assert len(PLANTED) == 25
    assert sorted(found(read_inspection(SAMPLE, known).problems)) == sorted(PLANTED)


def test_every_fault_says_what_why_and_what_to_do() -> None:
    for remark in read_inspection(SAMPLE, known).problems:
        assert remark.level is Level.ERROR
        assert all(
            text.endswith((".", "?", "}", ")")) or text == remark.what for text in (remark.what, remark.why, remark.do)
        )
        assert remark.what and remark.why and remark.do


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$.dates.published", "2017-06-31"),
        ("$.team.lead.emial", "emial"),
        ("$.people[1].agency", "polise"),
        ("$.findings[1].evidence[1]", "B020"),
        ("$[3].source", "case file"),
    ],
)
def test_the_value_is_shown(path: str, value: str) -> None:
    remark = next(r for r in read_inspection(SAMPLE, known).problems if r.place.path == path)
    assert value in remark.what
    assert remark.place.text == value


def test_what_is_not_broken_can_still_be_used() -> None:
    inspection = read_inspection(SAMPLE, known)
    assert inspection.framework == "jtai-2017"
    assert inspection.area == "Brackenwell"
    assert [record.value["id"] for record in inspection.facts["evidence"]] == ["B001", "B002", "B003", "B004"]
