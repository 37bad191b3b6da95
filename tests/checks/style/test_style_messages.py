"""Messages as Go fills them in."""

from __future__ import annotations

import pytest

from lettersmith.checks.style import sentence
from lettersmith.checks.style.messages import filled, in_a_list

CASES = {
    "in order": ("'%s' for '%s'", ("a", "b"), "'a' for 'b'"),
    "by number": ("%[2]s before %[1]s", ("a", "b"), "b before a"),
    "and on from there": ("%[2]s %s", ("a", "b", "c"), "b c"),
    "values left over": ("No more.", ("a",), "No more."),
    "one verb too many is let pass": ("%s, %s", ("a",), "a, "),
    "two too many are shown": ("%s%s%s", ("a",), "a%!s(MISSING)"),
    "a number": ("%d words", (3,), "3 words"),
    "a text where a number should be": ("%d", ("a",), "%!d(string=a)"),
    "in quotation marks": ("%q", ('say "a"',), '"say \\"a\\""'),
    "a per cent sign": ("100%% of %s", ("a",), "100% of a"),
    "line breaks become spaces": ("a\nb", (), "a b"),
    "no verb at all": ("Plain.", ("a",), "Plain."),
}


@pytest.mark.parametrize(("message", "values", "expected"), CASES.values(), ids=CASES)
def test_filled(message: str, values: tuple[str | int, ...], expected: str) -> None:
    assert filled(message, *values) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("a",), "'a'"), (("a", "b"), "'a' or 'b'"), (("a", "b", "c"), "'a', 'b', or 'c'")],
)
def test_a_list(words: tuple[str, ...], expected: str) -> None:
    assert in_a_list(words) == expected


SENTENCES = {
    "a full stop is added": ("Use 'a'", "Use 'a'."),
    "not a second one": ("Use 'a'.", "Use 'a'."),
    "nor after a question mark": ("Do you mean 'a'?", "Do you mean 'a'?"),
    "a full stop inside the last quotation marks will do": ("Write 'etc.'", "Write 'etc.'"),
    "a capital at the beginning": ("use 'a'", "Use 'a'."),
    "not in words that are quoted": ("'a' is long", "'a' is long."),
    "spaces of a folded text": ("Use  'a'\n now", "Use 'a' now."),
}


@pytest.mark.parametrize(("message", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_a_remark_is_a_plain_sentence(message: str, expected: str) -> None:
    assert sentence(message) == expected
