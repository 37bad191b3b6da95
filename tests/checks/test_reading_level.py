"""Syllables, the Flesch-Kincaid grade, and what is said of a text that is too hard."""

from __future__ import annotations

import pytest

from checks.letters import heading, manuscript, paragraph, subject, table
from lettersmith.checks.readability import flesch_kincaid, of_word, syllables
from lettersmith.checks.readability.hard_words import hard_words
from lettersmith.checks.reading_level import check, level

VECTORS = {
    "Moby-Dick, counted by hand": (201, 8, 304, 12.06),
    "the same, counted by Fathom": (201, 8, 305, 12.11),
    "the same, counted by textstat": (201, 8, 303, 12.00),
}


@pytest.mark.parametrize(("words", "sentences", "spoken", "grade"), VECTORS.values(), ids=VECTORS.keys())
def test_the_formula_given_counts(words: int, sentences: int, spoken: int, grade: float) -> None:
    assert abs(flesch_kincaid(words, sentences, spoken) - grade) <= 0.005


SYLLABLES = {
    1: "a the child school made helped planned change changed makes times one you've don't eyes through thought board "
    "risk case health loved likes friend weeks church house spoke judged praised lived fires",
    2: "children's needed wanted people safely careful table tables little agreed police message changes "
    "cases places voices being quiet client statement's homeless safeguard poem leaders asking trying enough placement "
    "judgement strengthened assessed involved multi",
    3: "area families agencies services protection management assessment inspector department services' "
    "family's neighbourhoods important "
    "evidence quality idea period serious various several medium musical referral creative organise autism "
    "partnership effective confident NHS CQC",
    4: "inspectorate evaluate experience authority community information appropriate vulnerable "
    "priority safeguarding's exploitation reality LSCB",
    5: "responsibility opportunity university multi-agency association individual",
}
WRONG_ALLOWED = 0.05


def test_syllables_of_words_of_the_field() -> None:
    wrong = []
    total = 0
    for number, words in SYLLABLES.items():
        for word in words.split():
            total += 1
            if of_word(word) != number:
                wrong.append((word, of_word(word), number))
    assert len(wrong) <= WRONG_ALLOWED * total, wrong


@pytest.mark.parametrize(
    ("word", "number"),
    [("12", 1), ("17", 3), ("20", 2), ("25", 3), ("100", 3), ("2017", 5), ("2004", 5), ("1,000", 3), ("9.30am", 4)],
)
def test_numbers_are_counted_as_they_are_spoken(word: str, number: int) -> None:
    assert of_word(word) == number


def test_the_opening_of_moby_dick_is_within_one_per_cent() -> None:
    opening = (
        "Call me Ishmael. Some years ago—never mind how long precisely—having little or no money in my purse, and "
        "nothing particular to interest me on shore, I thought I would sail about a little and see the watery part "
        "of the world."
    )
    assert abs(syllables(opening) - 62) <= 1


EASY = "We saw the plan. " * 30
HARD = "Partnership arrangements demonstrate insufficient consideration of individual vulnerability across areas. " * 20


def test_a_text_that_is_too_hard_is_a_warning_with_the_hardest_sentences() -> None:
    made = manuscript(paragraph(EASY), paragraph(HARD), audience="families")
    (remark,) = check(subject(made))
    assert (remark.rule, remark.level.value, remark.place.block) == ("Reading.Level", "warning", 1)
    assert "aim for 7 or less" in remark.what
    assert "10 words" in remark.do and "vulnerability" in remark.do


def test_an_easy_text_passes() -> None:
    assert not list(check(subject(manuscript(EASY, audience="children"))))


@pytest.mark.parametrize(
    "text", [("Difficult " * 20 + "things. ") * 9, "Impossibility. " * 50], ids=["few sentences", "few words"]
)
def test_a_short_text_has_no_level(text: str) -> None:
    made = manuscript(text)
    assert level(made) is None and not list(check(subject(made)))


def test_headings_tables_and_addresses_do_not_count() -> None:
    plain = manuscript(EASY)
    more = manuscript(heading(HARD), paragraph(HARD, parts=("address",)), table([HARD]), paragraph("County Hall"), EASY)
    assert level(plain) == level(more)


def test_short_sentences_are_not_named_as_the_hardest() -> None:
    text = (
        "Immediately: responsibilities. " + "We saw the plans that the managers of the partnership made in May. " * 12
    )
    (remark,) = check(subject(manuscript(text, audience="children")))
    assert "Immediately" not in remark.do and remark.place.text.startswith("We saw the plans")


def test_the_worst_comes_first() -> None:
    longer = HARD.strip()[:-1] + " and insufficient coordination of organisational responsibilities. "
    made = manuscript(paragraph(HARD * 20), paragraph(longer), audience="families")
    (remark,) = check(subject(made))
    assert remark.place.block == 1
    assert remark.do.startswith('Begin with the hardest: "Partnership arrangements') and "(16 words" in remark.do


TERM = "Multiagency Safeguarding Arrangements are there and they help us all. "


def test_names_and_terms_that_the_text_must_use_are_told_apart() -> None:
    made = manuscript(TERM * 20, audience="children")
    known = frozenset(("Multiagency", "Safeguarding", "Arrangements"))
    (plain,) = check(subject(made))
    (remark,) = check(subject(made, known=known))
    assert "without its names and terms" in remark.what and "without" not in plain.what
    assert remark.level.value == "warning", "the grade itself decides, not the one without terms"


def test_hard_words_are_named_once_worst_first() -> None:
    text = "Arrangements of the authorities, and arrangements of responsibilities."
    assert hard_words(text, 3) == ["responsibilities", "authorities", "Arrangements"]
