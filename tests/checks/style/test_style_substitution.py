"""substitution: words that should be others."""

from __future__ import annotations

from typing import Any

import pytest

from checks.style.rule_kit import REPLACE, rule, said, words

MESSAGE = "Use '%s' instead of '%s'."

CASES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "expected first, met second": ({"swap": {"utilise": "use"}}, "We utilise it.", ["Use 'use' instead of 'utilise'."]),
    "with replace the options are a list": (
        {"swap": {"utilise": "use|apply"}, "action": REPLACE},
        "We utilise it.",
        ["Use 'use' or 'apply' instead of 'utilise'."],
    ),
    "three of them": (
        {"swap": {"utilise": "use|apply|try"}, "action": REPLACE},
        "We utilise it.",
        ["Use 'use', 'apply', or 'try' instead of 'utilise'."],
    ),
    "a bar with a backslash is a bar": (
        {"swap": {"or": r"and\|or"}, "action": REPLACE},
        "this or that",
        ["Use 'and|or' instead of 'or'."],
    ),
    "the longest key wins": (
        {"swap": {"child": "boy", "child protection": "safety"}},
        "child protection",
        ["Use 'safety' instead of 'child protection'."],
    ),
    "of equally long keys the first in the file": (
        {"swap": {"ab.": "x", "abc": "y"}},
        "abc",
        ["Use 'x' instead of 'abc'."],
    ),
    "what is right already is let be": ({"swap": {"(?i)ofsted": "Ofsted"}}, "Ofsted", []),
    "also where the value is a pattern": ({"swap": {"(?i)oauth2?": "OAuth2?"}}, "OAuth and OAuth2", []),
    "with replace each option is taken as it stands": (
        {"swap": {",,,": "..."}, "nonword": True, "action": REPLACE},
        "a,,,b",
        ["Use '...' instead of ',,,'."],
    ),
    "a term that is a pattern is shown as it is spelt": (
        {"swap": {"(?i)oauth2?": "OAuth2?"}},
        "oauth",
        ["Use 'OAuth' instead of 'oauth'."],
    ),
    "groups of the key": (
        {"swap": {r"(\d+)pm": "$1 pm"}},
        "at 3pm",
        ["Use '3 pm' instead of '3pm'."],
    ),
    "capitals are kept where the rule says so": (
        {"swap": {"utilise": "use"}, "ignorecase": True, "capitalize": True},
        "Utilise it.",
        ["Use 'Use' instead of 'Utilise'."],
    ),
    "and not otherwise": (
        {"swap": {"utilise": "use"}, "ignorecase": True},
        "Utilise it.",
        ["Use 'use' instead of 'Utilise'."],
    ),
    "matchcase shouts where the text does": (
        {"swap": {"a ok": "A-OK"}, "ignorecase": True, "matchcase": True, "action": REPLACE},
        "a ok",
        ["Use 'a-ok' instead of 'a ok'."],
    ),
    "the value of an action with parameters is shown as it is": (
        {"swap": {"utilise": "use|apply"}, "action": {**REPLACE, "params": ["use"]}},
        "utilise",
        ["Use 'use|apply' instead of 'utilise'."],
    ),
    "a lookahead in a key": (
        {"swap": {"which(?= is)": "that"}},
        "which is, which was",
        ["Use 'that' instead of 'which'."],
    ),
    "an exception": (
        {"swap": {"foster": "look after"}, "exceptions": ["foster carer"]},
        "a foster carer",
        [],
    ),
}


@pytest.mark.parametrize(("settings", "text", "expected"), CASES.values(), ids=CASES)
def test_substitution(settings: dict[str, Any], text: str, expected: list[str]) -> None:
    assert [alert.message for alert in said(rule("substitution", MESSAGE, **settings), text)] == expected


def test_the_options_are_what_could_stand_there() -> None:
    (alert,) = said(rule("substitution", MESSAGE, swap={"utilise": "use|apply"}, action=REPLACE), "utilise")
    assert alert.instead == ("use", "apply")


def test_words_that_swap_each_other_s_beginnings() -> None:
    swap = {"in order to": "to", "order": "ask for", "to": "two"}
    assert words(rule("substitution", swap=swap), "in order to order") == ["in order to", "order"]
