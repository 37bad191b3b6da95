"""What a rule's action makes of the words that were met."""

from __future__ import annotations

import pytest

from checks.style.rule_kit import rule, said

CASES = {
    "one step": (["truncate", " "], "the the", "the"),
    "letters taken out": (["remove", ".-"], "e.-g.", "eg"),
    "a pattern with its groups": (["regex", r"(\w+) (\w+)", "$2 $1"], "one two", "two one"),
    "two steps, in a flat list": (["replace", "_", " ", "capitalize"], "a_b", "A b"),
    "two steps, each a list": ([["upper"], ["suffix", "!"]], "stop", "STOP!"),
    "a part": (["split", "/", "1"], "and/or", "or"),
    "a part that is not there": (["split", "/", "7"], "and/or", None),
    "marks around": (["wrap", "'"], "word", "'word'"),
    "marks around taken off": (["unwrap", "'"], "'word'", "word"),
    "plain marks": (["dumb"], "“a”", '"a"'),
    "spaces": (["squeeze"], "a   b", "a b"),
    "a step that is not known": (["rot13"], "word", None),
    "a step without its parameters": (["replace", "a"], "word", None),
}


@pytest.mark.parametrize(("params", "text", "expected"), CASES.values(), ids=CASES)
def test_edit(params: list[str], text: str, expected: str | None) -> None:
    (alert,) = said(
        rule("existence", tokens=[r"[^\n]+"], nonword=True, action={"name": "edit", "params": params}), text
    )
    assert alert.instead == (() if expected is None else (expected,))
