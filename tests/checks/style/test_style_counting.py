"""occurrence, repetition, consistency, conditional: rules that count or remember."""

from __future__ import annotations

from typing import Any

import pytest

from checks.style.rule_kit import book, messages, rule, words
from lettersmith.checks.style.engine import run
from lettersmith.model.style import Unit

OCCURRENCE: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "too many": ({"token": ",", "max": 2}, "a, b, c, d", [","]),
    "just enough": ({"token": ",", "max": 3}, "a, b, c, d", []),
    "too few: at the first word": ({"token": "because", "min": 1}, "We did it.", ["We"]),
    "one of two": ({"token": "because", "min": 2}, "It was because of it.", ["because"]),
    "marks, too many": ({"token": r"\w[.!?](?=\s|$)", "max": 2}, "A b. C d! E f? G.", ["b."]),
    "marks, just enough": ({"token": r"\w[.!?](?=\s|$)", "max": 4}, "A b. C d! E f? G.", []),
    "more matches than marks, which are only seen": ({"token": r"\w(?=\w*!)", "max": 2}, "abc!", ["a"]),
    "no limit": ({"token": ","}, "a, b", []),
    "in capitals or not": ({"token": "very", "max": 1, "ignorecase": True}, "Very very", ["Very"]),
    "masked code is not pointed at": ({"token": r"\S+", "max": 1}, "**** word", ["word"]),
    "nothing but masked code": ({"token": r"\S+", "max": 1}, "**** ***", []),
}


@pytest.mark.parametrize(("settings", "text", "expected"), OCCURRENCE.values(), ids=OCCURRENCE)
def test_occurrence(settings: dict[str, Any], text: str, expected: list[str]) -> None:
    assert words(rule("occurrence", **settings), text) == expected


def test_the_count_may_be_a_number_in_the_message() -> None:
    assert messages(rule("occurrence", "%d commas.", token=",", max=1), "a, b, c") == ["2 commas."]


REPETITION: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "a word twice": ({}, "We saw the the plan.", ["the the"]),
    "over a line's end": ({}, "We saw the\nthe plan.", ["the\nthe"]),
    "another word between": ({}, "the plan the", []),
    "capitals count": ({}, "The the", []),
    "unless they are ignored": ({"ignorecase": True}, "The the", ["The the"]),
    "not over the end of a sentence": ({"ignorecase": True}, "I forgot that. That is it.", []),
    "only letters": ({"alpha": True}, "9 9 or or", ["or or"]),
    "so many are let pass": ({"max": 1}, "no no no", ["no no"]),
    "an exception": ({"exceptions": ["had had"]}, "They had had enough enough.", ["enough enough"]),
}


@pytest.mark.parametrize(("settings", "text", "expected"), REPETITION.values(), ids=REPETITION)
def test_repetition(settings: dict[str, Any], text: str, expected: list[str]) -> None:
    assert words(rule("repetition", tokens=[r"[^\s.!?]+"], **settings), text) == expected


def test_a_repeated_word_is_named_once_in_the_message() -> None:
    assert messages(rule("repetition", "'%s' is repeated.", tokens=[r"\w+"]), "the the") == ["'the' is repeated."]


CONSISTENCY: dict[str, tuple[list[str], list[str]]] = {
    "one spelling all through": (["a wellbeing lead", "wellbeing"], []),
    "both in one paragraph: the last is named": (["wellbeing and well-being"], ["well-being"]),
    "the second further on": (["wellbeing", "a day", "well-being"], ["well-being"]),
    "and all paragraphs after that": (["wellbeing", "well-being", "wellbeing"], ["well-being", "wellbeing"]),
    "the order does not matter": (["well-being", "wellbeing"], ["wellbeing"]),
}


@pytest.mark.parametrize(("texts", "expected"), CONSISTENCY.values(), ids=CONSISTENCY)
def test_consistency(texts: list[str], expected: list[str]) -> None:
    one = rule("consistency", either={"wellbeing": "well-being", "advisor": "adviser"})
    assert words(one, *texts) == expected


FIRST, SECOND = r"\b[A-Z]{3,5}\b", r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"

CONDITIONAL: dict[str, tuple[dict[str, Any], list[str], list[str]]] = {
    "an acronym without its words": ({"second": SECOND}, ["The MASH met."], ["MASH"]),
    "explained in the same paragraph": ({"second": SECOND}, ["The Multi Agency Hub (MASH) met. MASH won."], []),
    "explained before": ({"second": SECOND}, ["Multi Agency Hub (MASH)", "the MASH"], []),
    "explained too late": ({"second": SECOND}, ["the MASH", "Multi Agency Hub (MASH)"], ["MASH"]),
    "an exception": ({"second": SECOND, "exceptions": ["NHS"]}, ["NHS and MASH"], ["MASH"]),
    "no group: it has to be there, in the same paragraph": (
        {"second": "because"},
        ["MASH, because", "MASH"],
        ["MASH"],
    ),
}


@pytest.mark.parametrize(("settings", "texts", "expected"), CONDITIONAL.values(), ids=CONDITIONAL)
def test_conditional(settings: dict[str, Any], texts: list[str], expected: list[str]) -> None:
    assert words(rule("conditional", first=FIRST, **settings), *texts) == expected


def test_rules_that_remember_read_the_document_side_by_side() -> None:
    """As in Vale, what one such rule has met the others know: but not before its paragraph."""
    one = rule("conditional", id="Test.A", first=FIRST, second=SECOND)
    other = rule("conditional", id="Test.B", first=FIRST, second=r"(?:[A-Z][a-z]+ )+= ([A-Z]{3})")
    units = [Unit(text, "text") for text in ("the ABC", "A Big Case = ABC", "the ABC")]
    assert [(alert.rule.id, alert.unit) for alert in run(units, book(one, other))] == [
        ("Test.A", 0),
        ("Test.B", 0),
        ("Test.A", 1),
    ]
