"""Findings in a document: evidence, priority tests and timescales."""

from __future__ import annotations

from typing import Any

import pytest

from checks.letters import fact, framework, inspection, manuscript, paragraph, span, subject
from lettersmith.checks import evidence, priority, timescales
from lettersmith.model.facts import Absent
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

FINE = {"id": "S1", "type": "strength", "text": "Fine.", "evidence": ["E001"]}


def about(finding: dict[str, Any], *, printed: bool = True, timescales: bool = False) -> Subject:
    origin = fact("$.findings[1].text" if printed else "$.findings[0].text", "judgements.json")
    return subject(
        manuscript(paragraph(span("Words.", origin))),
        inspection=inspection({"judgements": {"findings": [FINE, finding]}}),
        framework=framework(timescales={"immediately": "immediately"} if timescales else {}),
    )


CASES: dict[str, tuple[Any, dict[str, Any], bool]] = {
    "evidence cited": (evidence, {"evidence": ["E001"]}, True),
    "no evidence": (evidence, {}, False),
    "empty list of evidence": (evidence, {"evidence": []}, False),
    "evidence unknown": (evidence, {"evidence": Absent("unknown", "not yet")}, False),
    "priority with its test": (priority, {"type": "priority", "priority_test": 2}, True),
    "priority with a reason": (
        priority,
        {"type": "priority", "priority_test": Absent("not_applicable", "a risk")},
        True,
    ),
    "priority with neither": (priority, {"type": "priority"}, False),
    "no priority": (priority, {"type": "development"}, True),
    "timescale": (timescales, {"type": "development", "timescale": "immediately"}, True),
    "no timescale": (timescales, {"type": "development"}, False),
    "no timescale of a strength": (timescales, {"type": "strength"}, True),
}


@pytest.mark.parametrize(("module", "finding", "passes"), CASES.values(), ids=CASES.keys())
def test_a_finding_that_the_document_prints(module: Any, finding: dict[str, Any], passes: bool) -> None:
    remarks = list(module.check(about({"id": "D1", "text": "Late.", **finding}, timescales=True)))
    assert len(remarks) == (0 if passes else 1)
    for remark in remarks:
        assert remark.level is Level.ERROR and "Late." in remark.what
        assert (remark.place.file, remark.place.path) == ("judgements.json", "$.findings[1]")


@pytest.mark.parametrize("module", [evidence, priority, timescales])
def test_a_finding_that_it_does_not_print_is_left_alone(module: Any) -> None:
    bare = {"id": "P1", "type": "priority", "text": "Late."}
    assert not list(module.check(about(bare, printed=False, timescales=True)))


def test_without_timescales_in_the_framework_none_is_asked_for() -> None:
    assert not list(timescales.check(about({"type": "development", "text": "Late."})))


def test_what_the_facts_were_told_of_is_not_told_again() -> None:
    subject = about({"type": "priority", "text": "Late."})
    assert subject.inspection is not None
    place = Place("judgements.json", 0, "$.findings[1].priority_test")
    problem = Remark("Facts.Missing", Level.ERROR, "It is missing.", place)
    told = subject.inspection._replace(problems=(problem,))
    assert not list(priority.check(subject._replace(inspection=told)))
