"""Findings that a document for children leaves out because they have no words for children."""

from __future__ import annotations

from typing import Any

import pytest

from checks.letters import inspection, manuscript, subject, template
from lettersmith.checks import for_children
from lettersmith.model.facts import Absent
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.template import Duty

TOLD = {"id": "S1", "type": "strength", "text": "Fine.", "for_children": "All is well."}
WELL = Duty("well", "What is done well.", "K21", "well", fields=("judgements.findings[].for_children",))
OTHER = Duty("strengths", "The strengths.", "K64", "strengths", fields=("judgements.findings[].text",))

CASES: dict[str, tuple[Duty, dict[str, Any], list[str]]] = {
    "words for children": (WELL, {"for_children": "Late."}, []),
    "nothing": (WELL, {}, ["$.findings[1]"]),
    "null": (WELL, {"for_children": None}, ["$.findings[1]"]),
    "a reason why children are not told": (WELL, {"for_children": Absent("not_applicable", "of no use to them")}, []),
    "not written yet, and said so": (WELL, {"for_children": Absent("unknown", "Ada writes it")}, []),
    "nothing, in a document that tells no findings to children": (OTHER, {}, []),
}


@pytest.mark.parametrize(("duty", "finding", "paths"), CASES.values(), ids=CASES)
def test_a_finding_has_words_for_children_or_a_reason(duty: Duty, finding: dict[str, Any], paths: list[str]) -> None:
    facts = inspection({"judgements": {"findings": [TOLD, {"id": "D7", "text": "Plans come late.", **finding}]}})
    remarks = list(
        for_children.check(subject(manuscript("Words."), template=template(duties=(duty,)), inspection=facts))
    )
    assert [(remark.place.file, remark.place.path) for remark in remarks] == [("judgements.json", p) for p in paths]
    for remark in remarks:
        assert (remark.rule, remark.level) == ("Conservation.NoWordsForChildren", Level.WARNING)
        assert "Finding D7" in remark.what and "Plans come late." in remark.what
        assert "for_children" in remark.do and "not_applicable" in remark.do


def test_an_empty_text_that_the_facts_were_told_of_is_not_told_again() -> None:
    facts = inspection({"judgements": {"findings": [{"id": "D7", "text": "Late.", "for_children": None}]}})
    problem = Remark(
        "Facts.Empty", Level.ERROR, "It is empty.", Place("judgements.json", 0, "$.findings[0].for_children")
    )
    facts = facts._replace(problems=(problem,))
    assert not list(
        for_children.check(subject(manuscript("Words."), template=template(duties=(WELL,)), inspection=facts))
    )


def test_a_file_that_somebody_sent_is_asked_for_nothing() -> None:
    assert not list(for_children.check(subject(manuscript("Words.", template=""))))
