"""Case references, dates of birth and initials."""

from __future__ import annotations

import pytest

from checks.letters import inspection, manuscript, subject, template
from lettersmith.checks.identifiers import check

FACTS = {
    "evidence": [{"id": "E1", "case": "W-014"}, {"id": "E2", "case": "W-014"}, {"id": "E3"}],
    "inspection": {"concerns": [{"case": "W-021", "other_children": ["WX 33/b"]}]},
}


def said(text: str, *, allowed: bool = False) -> list[tuple[str, str, str]]:
    about = subject(manuscript(text), template=template(codes_allowed=allowed), inspection=inspection(FACTS))
    return [(remark.rule, remark.level.value, remark.place.text) for remark in check(about)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In case W-014 it was late.", ("Names.CaseReference", "error", "W-014")),
        ("In case w-014, it was late.", ("Names.CaseReference", "error", "w-014")),
        ("In (W-021) it was late.", ("Names.CaseReference", "error", "W-021")),
        ("In WX 33/b it was late.", ("Names.CaseReference", "error", "WX 33/b")),
        ("The child (DOB 3/4/2009) was seen.", ("Names.BirthDate", "error", "DOB 3/4/2009")),
        ("Date of birth: 3 April 2009.", ("Names.BirthDate", "error", "Date of birth: 3 April 2009")),
        ("He was born on 3 April 2009.", ("Names.BirthDate", "error", "born on 3 April 2009")),
        ("Child J.S. was seen.", ("Names.Initials", "warning", "Child J.S.")),
        ("The mother KL said so.", ("Names.Initials", "warning", "mother KL")),
    ],
)
def test_what_points_to_a_child(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]
    if expected[0] != "Names.CaseReference":
        return
    assert said(text, allowed=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "In W-0145 it was late.",
        "The W-0 plan",
        "Child A was seen.",
        "child CP plans",
        "A child in need",
        "The child IT system",
        "Babies born in 2016 were seen.",
        "Their date of birth is not here.",
        "children BBC watchers",
    ],
)
def test_what_points_to_nobody(text: str) -> None:
    assert said(text) == []
