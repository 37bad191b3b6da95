"""The words of a manuscript as checks read them: passage by passage, or all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lettersmith.checks.kept import keep_last
from lettersmith.checks.words import count
from lettersmith.model.manuscript import Block, Manuscript, Span, plain


class Passage(NamedTuple):
    """Words that are read as one text: a paragraph, heading, item, table cell, footnote or running header."""

    text: str
    spans: tuple[Span, ...]
    block: Block
    at: int
    """Which block of the manuscript; -1 for footnotes, header and footer."""
    offset: int
    """Where the text begins in the block's plain text: not 0 only in the cells of a table."""
    region: str
    """`body`, `note`, `header` or `footer`."""


@keep_last
def passages(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Every passage of a manuscript that has words, in reading order: header, body, notes, footer."""
    found: list[Passage] = []
    for block in manuscript.header:
        found += _of_block(block, -1, "header")
    for index, block in enumerate(manuscript.blocks):
        found += _of_block(block, index, "body")
    for spans in manuscript.notes:
        found += _of_block(Block("paragraph", spans), -1, "note")
    for block in manuscript.footer:
        found += _of_block(block, -1, "footer")
    return tuple(found)


def _of_block(block: Block, index: int, region: str) -> Iterable[Passage]:
    if block.rows:
        return _of_cells(block, index, region)
    spans = block.spans
    text = spans[0].text if len(spans) == 1 else plain(spans)
    return (Passage(text, spans, block, index, 0, region),) if text and not text.isspace() else ()


def _of_cells(block: Block, index: int, region: str) -> Iterator[Passage]:
    offset = 0
    for spans in block.texts():
        text = plain(spans)
        if text and not text.isspace():
            yield Passage(text, spans, block, index, offset, region)
        offset += len(text) + 1


@keep_last
def by_part(manuscript: Manuscript) -> Mapping[str, list[Passage]]:
    """The passages inside each part of the template, by the part's name."""
    found: dict[str, list[Passage]] = {}
    for passage in passages(manuscript):
        for part in passage.block.parts:
            found.setdefault(part, []).append(passage)
    return found


@keep_last
def all_words(manuscript: Manuscript) -> str:
    """All words of a manuscript in one text: to ask quickly whether something is in it at all."""
    return "\n".join([passage.text for passage in passages(manuscript)])


@keep_last
def small_letters(manuscript: Manuscript) -> str:
    """The same in small letters. (A text all in ASCII takes no time; one dash in it, and it takes a hundred times.)"""
    return "\n".join([passage.text.lower() for passage in passages(manuscript)])


def words_in(manuscript: Manuscript) -> int:
    """How many words a document has: all of its body, tables and footnotes; not its header and footer."""
    return sum(count(passage.text) for passage in passages(manuscript) if passage.region in ("body", "note"))
