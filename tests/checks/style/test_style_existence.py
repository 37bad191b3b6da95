"""existence: words or patterns that should not be there."""

from __future__ import annotations

from typing import Any

import pytest

from checks.style.rule_kit import REPLACE, messages, rule, said, words

CASES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "a word, wherever it stands": ({"tokens": ["very"]}, "A very, very good day.", ["very", "very"]),
    "whole words only": ({"tokens": ["aid"]}, "She said it was first aid.", ["aid"]),
    "capitals count": ({"tokens": ["very"]}, "Very good.", []),
    "unless they are ignored": ({"tokens": ["very"], "ignorecase": True}, "VERY good.", ["VERY"]),
    "ignorecase may be a text, as YAML of other tools has it": (
        {"tokens": ["very"], "ignorecase": "true"},
        "Very",
        ["Very"],
    ),
    "the first alternative wins, not the longest": ({"tokens": ["in", "in order to"]}, "in order to", ["in"]),
    "the leftmost match wins": ({"tokens": ["order to", "in order"]}, "in order to", ["in order"]),
    "matches do not overlap": ({"tokens": ["to the", "the point"]}, "to the point", ["to the"]),
    "a pattern": ({"tokens": [r"utili[sz]e[sd]?"]}, "She utilised and utilizes it.", ["utilised", "utilizes"]),
    "a pattern and a phrase, in the text's order": (
        {"tokens": [r"\d+ of \d+", "some"]},
        "some, 3 of 4, some",
        ["some", "3 of 4", "some"],
    ),
    "nonword: anywhere": ({"tokens": ["aid"], "nonword": True}, "She said.", ["aid"]),
    "a mark": ({"tokens": ["!"], "nonword": True}, "Stop! Now!!", ["!", "!", "!"]),
    "raw patterns are put together, not apart": ({"raw": ["ab", "c"]}, "ab c abc", ["abc"]),
    "raw stands before the tokens": ({"raw": [r"not\s+"], "tokens": ["good", "bad"]}, "not bad, bad", ["not bad"]),
    "raw with append stands after them": (
        {"raw": [r"\s+thing"], "tokens": ["good", "bad"], "append": True},
        "a bad thing, bad",
        ["bad thing"],
    ),
    "an exception inside a match": (
        {"tokens": [r"key \w+"], "exceptions": ["stage"]},
        "key stage, key point",
        ["key point"],
    ),
    "exceptions mind their capitals": ({"tokens": [r"key \w+"], "exceptions": ["Stage"]}, "key stage", ["key stage"]),
    "unless they say otherwise": ({"tokens": [r"key \w+"], "exceptions": ["(?i)Stage"]}, "key stage", []),
    "a match inside an exception of several words": (
        {"tokens": ["special"], "exceptions": ["special educational needs"]},
        "special educational needs, special day",
        ["special"],
    ),
    "whatever its capitals": (
        {"tokens": ["Special"], "exceptions": ["special educational needs"]},
        "Special educational needs.",
        [],
    ),
    "an exception that is a pattern": ({"tokens": ["foster"], "exceptions": [r"foster \w+s"]}, "foster carers", []),
    "blank tokens are none": ({"tokens": ["very", "  "]}, "very", ["very"]),
    "accents are letters": ({"tokens": ["caf"]}, "the café", []),
    "a curly apostrophe ends a word": ({"tokens": ["child"]}, "the child’s plan", ["child"]),
    "a digit that is not ASCII is no \\d": ({"tokens": [r"\d"]}, "٣ 3", ["3"]),
    "a long s is an s where case is ignored": ({"tokens": ["some"], "ignorecase": True}, "ſome", ["ſome"]),
    "a sharp s is not two": ({"tokens": ["strasse"], "ignorecase": True}, "Straße", []),
    "flags inside one token reach the next": ({"tokens": ["(?i)very", "quite"]}, "VERY QUITE", ["VERY", "QUITE"]),
}


@pytest.mark.parametrize(("settings", "text", "expected"), CASES.values(), ids=CASES)
def test_existence(settings: dict[str, Any], text: str, expected: list[str]) -> None:
    assert words(rule("existence", **settings), text) == expected


def test_accepted_words_are_exceptions_of_every_rule() -> None:
    assert words(rule("existence", tokens=["key"]), "key worker, key", accept=("key worker",)) == ["key"]


@pytest.mark.parametrize("settings", [{"vocab": False}, {"nonword": True}], ids=["vocab: false", "nonword"])
def test_accepted_words_are_none_of_a_rule_that_looks_at_no_words(settings: dict[str, Any]) -> None:
    assert words(rule("existence", tokens=["key"], **settings), "key worker", accept=("key worker",)) == ["key"]


def test_the_message_holds_the_words() -> None:
    assert messages(rule("existence", "Avoid '%s'.", tokens=["very"]), "very") == ["Avoid 'very'."]


def test_an_action_says_what_could_stand_there() -> None:
    one = rule("existence", "Not '%s': %s.", tokens=["(am|is) not"], action={**REPLACE, "params": ["$1n't", "$0"]})
    (alert,) = said(one, "It is not.")
    assert alert.instead == ("isn't", "is not")
    assert alert.message == "Not 'is not': 'isn't' or 'is not'."


def test_an_action_that_takes_the_words_out() -> None:
    (alert,) = said(rule("existence", tokens=["very "], nonword=True, action={"name": "remove"}), "very good")
    assert alert.instead == ("",)


def test_most_alerts_of_one_rule_in_a_file() -> None:
    assert words(rule("existence", tokens=["very"], limit=2), "very very", "very") == ["very", "very"]
