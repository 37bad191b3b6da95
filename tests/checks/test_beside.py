"""Names, gaps and notes to the writer are found in what stands beside the text; style is not judged there."""

from __future__ import annotations

import pytest

from checks.letters import inspection, manuscript, paragraph, subject
from lettersmith.checks import gaps, identifiers, run
from lettersmith.model.remark import Remark
from lettersmith.model.subject import Subject

FACTS = {"evidence": [{"id": "E1", "case": "W-014"}]}


def with_aside(region: str, text: str) -> Subject:
    aside = paragraph(text, parts=(region,))
    return subject(manuscript("Leaders know.", template="", asides=(aside,)), inspection=inspection(FACTS))


def the_one(subject: Subject) -> Remark:
    [remark] = [*gaps.check(subject), *identifiers.check(subject)]
    return remark


FOUND = {
    "a gap in deleted text": ("deleted text", "Dear [insert name]", "Gaps.Placeholder", "warning", "[insert name]"),
    "a note to the writer in a comment": ("comment", "TBC by Sam", "Gaps.Placeholder", "warning", "TBC"),
    "a tag in hidden text": ("hidden text", "{{ area }}", "Gaps.Placeholder", "warning", "{{ area }}"),
    "a gap in an alternative text": ("alt text", "[insert caption]", "Gaps.Placeholder", "warning", "[insert caption]"),
    "a date of birth in a comment": (
        "comment",
        "He was born on 3 April 2009",
        "Names.BirthDate",
        "error",
        "born on 3 April 2009",
    ),
    "a case in deleted text": ("deleted text", "In case W-014", "Names.CaseReference", "error", "W-014"),
    "initials in hidden text": ("hidden text", "Child J.S. was seen", "Names.Initials", "warning", "Child J.S."),
}


@pytest.mark.parametrize(("region", "text", "rule", "level", "words"), FOUND.values(), ids=FOUND)
def test_it_is_found_and_its_place_says_where(region: str, text: str, rule: str, level: str, words: str) -> None:
    remark = the_one(with_aside(region, text))
    assert (remark.rule, remark.level.value, remark.place.text) == (rule, level, words)
    assert (remark.place.region, remark.place.block) == (region, -1)
    assert text[remark.place.start : remark.place.end] == words


@pytest.mark.parametrize(
    ("region", "says", "do"),
    [
        ("deleted text", "in deleted text", "Accept or reject the change, so that the deleted words are gone."),
        ("comment", "in a comment", "Settle it, and delete the comment."),
        ("hidden text", "in hidden text", "Show the hidden text, and mend it or delete it."),
        ("alt text", "in the alternative text of a picture", "Put the real words in its place."),
    ],
)
def test_it_says_what_to_do_there(region: str, says: str, do: str) -> None:
    remark = the_one(with_aside(region, "[insert name]"))
    assert says in remark.what
    assert remark.do == do


def test_a_name_is_said_to_stand_where_it_stands() -> None:
    assert "stands in deleted text." in the_one(with_aside("deleted text", "W-014")).what


def test_style_is_not_judged_beside_the_text() -> None:
    long = "the leaders " + "and the leaders " * 40 + "know."
    assert [remark.rule for remark in run(with_aside("comment", long))] == [
        remark.rule for remark in run(with_aside("comment", "x"))
    ]
