"""Letters: the close that goes with the greeting, and what a letter lacks."""

from __future__ import annotations

import pytest

from checks.letters import heading, manuscript, paragraph, subject, told
from checks.style_book import book
from lettersmith.checks.letter_parts import check
from lettersmith.model.manuscript import Block

WHOLE = (
    "7 March 2017",
    "Dear Ms Quill",
    heading("Your visit"),
    "We will come on Monday. Call 01632 960123 by 5 March.",
    "Yours sincerely",
    "Jo Reed",
)


def said(*blocks: Block | str, template: str = "", audience: str = "professionals") -> list[tuple[str, str, str]]:
    return told(check(subject(manuscript(*blocks, template=template, audience=audience), styles=book())))


def swapped(old: Block | str, new: Block | str) -> tuple[Block | str, ...]:
    assert old in WHOLE
    return tuple(new if block == old else block for block in WHOLE if block != old or new)


@pytest.mark.parametrize(
    ("greeting", "close", "wrong"),
    [
        ("Dear Ms Quill", "Yours faithfully", True),
        ("Dear Ada Quill", "Yours faithfully", True),
        ("Dear Ada", "Yours faithfully,", True),
        ("Dear Dr O’Neill-Reed", "Yours faithfully", True),
        ("Dear Sir Keith", "Yours faithfully", True),
        ("Dear Sir or Madam", "Yours sincerely", True),
        ("Dear Madam", "Yours sincerely", True),
        ("Dear Ms Quill", "Yours sincerely", False),
        ("Dear Sir Keith", "Yours sincerely", False),
        ("Dear Sir or Madam", "Yours faithfully", False),
        ("Dear parent, carer or young person", "Yours faithfully", False),
        ("Dear local partnership", "Yours sincerely", False),
        ("Dear Wexcombe Safeguarding Partnership", "Yours faithfully", False),
        ("Dear Colleague", "Yours faithfully", False),
        ("Dear Ms Quill", "Kind regards", False),
    ],
)
def test_the_close_goes_with_the_greeting(greeting: str, close: str, wrong: bool) -> None:
    rules = [rule for rule, _, _ in said("7 March 2017", greeting, *WHOLE[2:4], close)]
    assert rules == (["Letters.CloseAgrees"] if wrong else [])


def test_in_our_own_documents_a_wrong_close_must_change() -> None:
    blocks = paragraph("Dear Ms Quill", parts=("greeting",)), paragraph("Yours faithfully", parts=("close",))
    assert said(*blocks, template="jtai-2017/findings-letter@1.0.0") == [
        ("Letters.CloseAgrees", "error", "Yours faithfully")
    ]


def test_names_may_follow_the_close_on_its_line() -> None:
    assert said(*WHOLE[:4], "Yours faithfully Jo Reed Lead inspector") == [
        ("Letters.CloseAgrees", "warning", "Yours faithfully")
    ]


def test_a_whole_letter_lacks_nothing() -> None:
    assert said(*WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("7 March 2017", "County Hall", "Letters.NoDate"),
        (WHOLE[3], "We will come on Monday.", "Letters.NoContact"),
        (WHOLE[3], "It was sunny. The number is 01632 960123.", "Letters.NoNextStep"),
        (WHOLE[2], "", "Letters.NoSubject"),
        (WHOLE[3], "Call 01632 960123 and quote this reference.", "Letters.NoReference"),
        ("Yours sincerely", "", "Letters.NoClose"),
    ],
)
def test_what_a_letter_lacks(old: Block | str, new: str, rule: str) -> None:
    assert [found for found, _, _ in said(*swapped(old, new))] == [rule]


def test_families_are_warned_for() -> None:
    assert [level for _, level, _ in said(*swapped("7 March 2017", "County Hall"), audience="families")] == ["warning"]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(["Inspectors met staff.", "The plan is good."], id="a report"),
        pytest.param(["It is dear to them.", "Yours sincerely is a close."], id="words of a letter in a sentence"),
        pytest.param(["Dear diary. It was sunny."], id="a sentence that begins Dear"),
    ],
)
def test_a_file_that_is_no_letter_is_left_alone(blocks: list[str]) -> None:
    assert said(*blocks) == []


def test_it_speaks_only_where_its_style_is_in_use() -> None:
    made = manuscript("Dear Ms Quill", "Yours faithfully", template="")
    assert told(check(subject(made, styles=book("HouseStyle")))) == []
