"""Markdown drafts: every block, and every span with its exact line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lettersmith.model.manuscript import Block, Manuscript, block_text
from lettersmith.reading.markdown import read


def shown(block: Block) -> str:
    """A block as one line: kind, level, marker and number, parts, words."""
    label = f"{block.kind}{block.level or ''}{block.marker[:1]}{block.number or ''}"
    return " ".join([label, *(f"({part})" for part in block.parts), repr(block_text(block))])


def blocks(source: str) -> list[str]:
    return [shown(block) for block in read(source, "draft.md").blocks]


CASES = {
    "headings, both ways": ("# One\n\nTwo\n---\n\n### X #\n", ["heading1 'One'", "heading2 'Two'", "heading3 'X'"]),
    "lines of a paragraph are joined": ("one\ntwo\n\nthree", ["paragraph 'one two'", "paragraph 'three'"]),
    "a hard break stays": ("one\\\ntwo  \nthree", ["paragraph 'one\\ntwo\\nthree'"]),
    "a break as HTML": ("one<br>two", ["paragraph 'one\\ntwo'"]),
    "bullets in bullets": ("- a\n  - b\n- c\n", ["item1b 'a'", "item2b 'b'", "item1b 'c'"]),
    "a further paragraph of an item": ("- a\n\n  b\n", ["item1b 'a'", "item1 'b'"]),
    "numbers count on, whatever is typed": ("3. a\n3. b\n", ["item1n3 'a'", "item1n4 'b'"]),
    "a quote": ("> She said\n> no.\n", ["paragraph (quote) 'She said no.'"]),
    "fenced code": ("```\nx = 1\n\ny\n```\n", ["paragraph (code) 'x = 1\\n\\ny'"]),
    "indented code": ("    x\n", ["paragraph (code) 'x'"]),
    "a table": ("|A|B|\n|-|-|\n|1|2|\n", ["table 'A\\tB\\n1\\t2'"]),
    "a table with a cell too many": ("|A|B|\n|-|-|\n|1|2|3 \\| x|\n|4|\n", ["table 'A\\tB\\n1\\t2\\t3 | x\\n4\\t'"]),
    "a rule": ("a\n\n***\n", ["paragraph 'a'", "rule ''"]),
    "entities and escapes": (r"a &amp; b \* c", ["paragraph 'a & b * c'"]),
    "raw HTML": ("<div>One <b>two</b></div>\n", ["paragraph 'One two'"]),
    "a comment in HTML": ("a\n\n<!-- hidden -->\n\nb", ["paragraph 'a'", "paragraph 'b'"]),
    "HTML inside a line": ("a <span>b</span> c", ["paragraph 'a b c'"]),
    "a picture says its words": ("See ![the map](m.png).", ["paragraph 'See the map.'"]),
    "a footnote of one word is not lost": ("a[^1]\n\n[^1]: word\n", ["paragraph 'a'"]),
    "a footnote in a quote is not lost": ("> [^1]: word\n", ["paragraph (quote) '[^1]: word'"]),
    "a second footnote of one name is not lost": ("[^1]: a\n[^1]: b\n", ["paragraph ': b'"]),
    "what is no footnote stays": ("a[^9]", ["paragraph 'a[^9]'"]),
    "front matter is not text": ("---\nauthor: Sam Okoro\nstatus: draft\n---\n# A\n", ["heading1 'A'"]),
    "a rule at the top is not front matter": ("---\n\nWords.\n\n---\n", ["rule ''", "paragraph 'Words.'", "rule ''"]),
    "code over a line break": ("`a\nb` ` c` `` d` ``", ["paragraph 'a b  c d`'"]),
    "Windows line ends": ("# A\r\n\r\nb\r\nc\r\n", ["heading1 'A'", "paragraph 'b c'"]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_blocks(source: str, expected: list[str]) -> None:
    assert blocks(source) == expected


DRAFT = """\
---
author: Sam Okoro
---

# WORD5 here
WORD6

The **WORD8** sees *every
WORD9* child[^1]. `code
WORD10` and [a
WORD11](https://example.org
"title") WORD12
&amp; WORD13\\
WORD14 <span
class="x"> WORD15

> A parent
> WORD18

1. WORD20
   WORD21

   WORD23
   - WORD24

| WORD26 | B |
|---|---|
| 1 | **WORD28** |

```
WORD31
WORD32
```

<div>Raw
WORD36</div>

[^1]: Small
    WORD39
[^2]: WORD40
"""


def every_span(made: Manuscript) -> list[tuple[str, int]]:
    texts = [text for block in made.blocks for text in block.texts()]
    return [(span.text, span.origin.line) for text in (*texts, *made.notes) for span in text]


def test_every_word_knows_its_line() -> None:
    found = {
        word.strip("*"): line
        for text, line in every_span(read(DRAFT, "a.md"))
        for word in text.split()
        if "WORD" in word
    }
    assert found == {f"WORD{line}": line for line in found.values()}
    assert len(found) == DRAFT.count("WORD")


def test_every_span_knows_its_file() -> None:
    assert {span.origin.file for block in read(DRAFT, "a.md").blocks for text in block.texts() for span in text} == {
        "a.md"
    }


def test_looks_and_links() -> None:
    (block,) = read("a **b** *c* ***d*** [e](https://example.org) <https://example.com>", "a.md").blocks
    looks = {span.text.strip(): (span.bold, span.italic, span.link) for span in block.spans if span.text.strip()}
    assert looks == {
        "a": (False, False, ""),
        "b": (True, False, ""),
        "c": (False, True, ""),
        "d": (True, True, ""),
        "e": (False, False, "https://example.org"),
        "https://example.com": (False, False, "https://example.com"),
    }


def test_footnotes_are_numbered_as_they_are_called() -> None:
    made = read("a[^two] b[^one]\n\n[^one]: First\n    and more\n[^two]: Second\n[^three]: Never called\n", "a.md")
    assert ["".join(span.text for span in note) for note in made.notes] == ["Second", "First and more", "Never called"]
    assert [span.note for span in made.blocks[0].spans if span.note] == [1, 2]


def test_a_footnote_mark_in_code_is_code() -> None:
    assert blocks("```\n[^1]: x\n```") == ["paragraph (code) '[^1]: x'"]


TITLES = {"# Front door\n": "Front door", "words\n\n## A *b*\n": "A b", "only words": "draft.md"}


@pytest.mark.parametrize(("source", "title"), TITLES.items())
def test_the_title_is_the_first_heading(source: str, title: str) -> None:
    assert read(source, "draft.md").title == title


@given(st.text(st.sampled_from('ab *_`#>-1.[]()^:|\\<!&\n\t"~'), max_size=80))
def test_anything_can_be_read(source: str) -> None:
    lines = source.count("\n") + 1
    assert all(1 <= line <= lines for _, line in every_span(read(source, "a.md")))
