"""Slips in the typing: each gets a plain sentence with line and column, and what to do."""

from __future__ import annotations

import pytest

from lettersmith.intake.faults import Faults
from lettersmith.intake.parse import BROKEN, parse

SLIPS = {
    "trailing comma": ('{\n  "a": 1,\n}', (2, 9), "comma after the last entry", "Take the comma out."),
    "trailing comma in a list": ('["a",\n]', (1, 5), "comma after the last entry", "Take the comma out."),
    "missing comma on a new line": ('{\n  "a": "x"\n  "b": 1\n}', (2, 11), "without a comma", "Put a comma"),
    "missing comma between objects": ("[{}\n{}]", (1, 4), "without a comma", "Put a comma"),
    "comma too many": ('["a",, "b"]', (1, 6), "a comma too many", "Take one out."),
    "comment with slashes": ("{ // the area\n}", (1, 3), "has a comment: // the area", "Take the comment out."),
    "comment at the very start": ("# facts\n{}", (1, 1), "has a comment", "Take the comment out."),
    "single quotes": ("{'a': 1}", (1, 2), "single quotation mark", "Change '"),
    "curly quotes": ('{\n"post": “Director”,\n"x": "“fine”",\n"name": “Ada”\n}', (2, 9), "curly", "straight"),
    "curly quotes around a name": ("{“a”: 1}", (1, 2), "curly", "straight"),
    "missing colon": ('{"a" 1}', (1, 6), "lacks a colon", "Put a colon"),
    "name without quotes": ("{a: 1}", (1, 2), "where a name in quotation marks belongs", "quotation marks"),
    "value without quotes": ('{"a": Wexcombe}', (1, 7), "where a value belongs", "quotation marks"),
    "no value": ('{"a": }', (1, 7), "where a value belongs", "Write the value"),
    "True with a capital": ('{"a": True}', (1, 7), "has True", "Write true."),
    "None": ('{"a": None}', (1, 7), "has None", '{"unknown"'),
    "date without quotes": ('{"a": 2017-05-09}', (1, 11), "a number that cannot be read", "Correct it."),
    "leading zero": ('{"a": 09}', (1, 8), "a number that cannot be read", "Correct it."),
    "quotation mark inside a text": ('{"a": "she said "no" to it"}', (1, 17), "inside a text", 'Write \\"'),
    "line break inside a text": ('{"a": "one\ntwo"}', (1, 7), "does not end on the same line", "join the lines"),
    "tab inside a text": ('{"a": "one\ttwo"}', (1, 11), "a tab inside a text", "space"),
    "control character inside a text": ('{"a": "one\x07"}', (1, 11), "U+0007", "Delete it."),
    "text that never ends": ('{"a": "one}', (1, 7), "never ends", "quotation mark"),
    "backslash of a folder": ('{"a": "C:\\Users"}', (1, 10), "single backslash", "two backslashes"),
    "bracket never closed": ('{\n "a": [1\n', (2, 8), "comes too early", "Put ]"),
    "brackets of two kinds": ('{"a": [1}', (1, 9), "does not fit", "Correct it."),
    "more after the end": ("{}\n{}", (2, 1), "goes on after the end", "Take out what follows"),
    "non-breaking space": ('{\u00a0"a": 1}', (1, 2), "special space (U+00A0)", "type it again"),
}


def fault(text: str) -> tuple[str, int, str, str]:
    """What is said, the line, why, and what to do."""
    faults = Faults()
    assert parse(text, "inspection.json", faults) is BROKEN
    (remark,) = faults.remarks({"inspection.json": text})
    assert remark.rule == "Facts.Syntax"
    assert remark.place.path == "$"
    return remark.what, remark.place.line, remark.why, remark.do


@pytest.mark.parametrize(("text", "at", "words", "do"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_in_plain_words(text: str, at: tuple[int, int], words: str, do: str) -> None:
    what, line, why, told = fault(text)
    assert what.startswith(f"inspection.json cannot be read. Line {at[0]}, column {at[1]} ")
    assert line == at[0]
    assert words in what
    assert why
    assert do in told


@pytest.mark.parametrize(("text", "at", "words", "do"), SLIPS.values(), ids=SLIPS)
def test_windows_line_ends_change_nothing(text: str, at: tuple[int, int], words: str, do: str) -> None:
    assert fault(text.replace("\n", "\r\n"))[1] == at[0]


def test_curly_quotes_name_the_further_lines_and_spare_texts() -> None:
    assert "The same on line 4." in fault(SLIPS["curly quotes"][0])[2]


@pytest.mark.parametrize("text", [slip[0] for slip in SLIPS.values()], ids=SLIPS)
def test_the_parser_of_python_is_never_heard(text: str) -> None:
    said = " ".join(str(part) for part in fault(text))
    assert not any(
        words in said for words in ("Expecting", "delimiter", "char ", "Unterminated", "Invalid", "property name")
    )
