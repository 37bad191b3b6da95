"""Plain text from anywhere, and our own."""

from __future__ import annotations

import pytest

from lettersmith.model.manuscript import Block, block_text
from lettersmith.reading.txt import read


def shown(block: Block) -> str:
    """A block as one line: kind, level, marker and number, run, words."""
    label = f"{block.kind}{block.level or ''}{block.marker[:1]}{block.number or ''}"
    return f"{label} {block_text(block)!r}"


LONG = "A line of more than fifty characters, as mail programs wrap"

CASES = {
    "paragraphs": ("one\n\ntwo\n", ["paragraph 'one'", "paragraph 'two'"]),
    "wrapped lines run on": (f"{LONG}\nthem.", [f"paragraph '{LONG} them.'"]),
    "short lines end on purpose": ("Ada Quill\nCounty Hall", ["paragraph 'Ada Quill\\nCounty Hall'"]),
    "underlined headings": ("A\n===\n\nB\n---\n\nC\n~~~\n", ["heading1 'A'", "heading2 'B'", "heading3 'C'"]),
    "bullets": ("* a\n- b\n• c\n", ["item1b 'a'", "item1b 'b'", "item1b 'c'"]),
    "numbers": ("1. a\n2) b\n", ["item1n1 'a'", "item1n2 'b'"]),
    "items in items": ("* a\n   * b\n", ["item1b 'a'", "item2b 'b'"]),
    "an item over two lines": ("* a\n  b\n", ["item1b 'a\\nb'"]),
    "words before a list": ("We found:\n* a\n", ["paragraph 'We found:'", "item1b 'a'"]),
    "a rule": ("a\n\n* * *\n\nb", ["paragraph 'a'", "rule ''", "paragraph 'b'"]),
    "a hyphen in a sentence": ("-5 degrees", ["paragraph '-5 degrees'"]),
    "a year is no number of an item": ("2017. A year.", ["paragraph '2017. A year.'"]),
    "other line ends": ("a\r\n\r\nb\rc", ["paragraph 'a'", "paragraph 'b\\nc'"]),
    "nothing": ("\n \n", []),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_blocks(source: str, expected: list[str]) -> None:
    assert [shown(block) for block in read(source, "a.txt").blocks] == expected


def test_every_word_knows_its_line() -> None:
    source = "WORD1\n=====\n\nWORD4\nWORD5\n\n* WORD7\n  WORD8\n1. WORD9\n\n\n  WORD12  \n"
    found = {span.text.strip(): span.origin.line for block in read(source, "a.txt").blocks for span in block.spans}
    assert found == {f"WORD{line}": line for line in (1, 4, 5, 7, 8, 9, 12)}


def test_numbered_lists_apart_are_different_lists() -> None:
    runs = [block.run for block in read("1. a\n2. b\n\nwords\n\n1. c\n", "a.txt").blocks]
    assert runs == [1, 1, 0, 2]


TITLES = {"A letter\n========\n": "A letter", "First line\nsecond": "First line", "": "a.txt"}


@pytest.mark.parametrize(("source", "title"), TITLES.items())
def test_titles(source: str, title: str) -> None:
    assert read(source, "a.txt").title == title
