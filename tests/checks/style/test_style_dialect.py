"""Vale's dialect of patterns."""

from __future__ import annotations

import pytest

from lettersmith.checks.style import dialect
from lettersmith.checks.style.compiled import Unfit

CASES = {
    "digits are ASCII": (r"\d+", "12٣", ["12"]),
    "word characters are ASCII": (r"\w+", "naïve", ["na", "ve"]),
    "edges of words are not": (r"\bve\b", "naïve", []),
    "a no-break space is no white space": (r"a\sb", "a\u00a0b a b", ["a b"]),
    "the same inside a set": (r"[\d\s]+", "1 2\u00a0", ["1 2"]),
    "what is not a digit, inside a set": (r"[\D]+", "1ab2", ["ab"]),
    "a dollar is the very end": ("a$", "a\na", ["a"]),
    "by line where (?m) says so": ("(?m)a$", "a\na", ["a", "a"]),
    "a small z": (r"a\z", "a a", ["a"]),
    "case from the middle on": ("a(?i)b", "aB AB", ["aB"]),
    "case to the end of the group": ("(?:(?i)a|b)c", "Ac Bc bC", ["Ac", "Bc"]),
    "case off for the rest": ("(?i)a(?-i)b", "Ab AB", ["Ab"]),
    "letters one by one": ("(?i)strasse", "straße STRASSE", ["STRASSE"]),
    "a brace that is no count": ("a{b", "a{b", ["a{b"]),
    "a comma first is no count": ("a{,2}", "a{,2} aa", ["a{,2}"]),
    "fuzzy counts of other engines are none": ("(?:ab){e<=1}", "(ab){e<=1} ab{e<=1}", ["ab{e<=1}"]),
    "a bracket in a set": (r"[[a]", "[a", ["[", "a"]),
    "double marks in a set": ("[a&&b]", "a&b", ["a", "&", "b"]),
    "a set less another": ("[a-z-[aeiou]]+", "abc", ["bc"]),
    "a named class": ("[[:alpha:]]+", "ab1", ["ab"]),
    "a property": (r"\p{Lu}\pL", "Éa", ["Éa"]),
    "a code in braces": (r"\x{2014}", "a—b", ["—"]),
    "a code": (r"\u2019", "a’b", ["’"]),
    "letters that mean nothing": (r"\h\_", "h_", ["h_"]),
    "a lookbehind of any length": (r"(?<=\bthe\s+)cat", "the  cat", ["cat"]),
    "a named group and its like": (r"(?P<a>\w)\k<a>", "aab", ["aa"]),
    "a name in quotation marks": (r"(?'a'x)y", "xy", ["xy"]),
    "a closing bracket first in a set": ("[]a]+", "]a", ["]a"]),
}


@pytest.mark.parametrize(("pattern", "text", "expected"), CASES.values(), ids=CASES)
def test_dialect(pattern: str, text: str, expected: list[str]) -> None:
    assert [match.group() for match in dialect.compile(pattern).finditer(text)] == expected


BROKEN = {
    "an open bracket": "(a",
    "an open set": "[a",
    "nothing to repeat": "*a",
    "a backslash at the end": "a\\",
    "an unknown flag": "(?n)a",
    "a code without digits": r"\x{}",
    "a property without a name": r"\p",
}


@pytest.mark.parametrize("pattern", BROKEN.values(), ids=BROKEN)
def test_a_pattern_that_is_none_is_said_to_be_so(pattern: str) -> None:
    with pytest.raises(Unfit) as raised:
        dialect.compile(pattern)
    assert str(raised.value).endswith(".")
