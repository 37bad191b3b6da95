"""The body of a Word file, or a header, footer or footnote of it, as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lettersmith.model.manuscript import Block, Span, plain
from lettersmith.model.place import Origin
from lettersmith.reading.docx_names import MC, W
from lettersmith.reading.docx_styles import Styles
from lettersmith.reading.docx_text import HOLDERS, Inline, choice


@dataclass(slots=True)
class Blocks:
    """Reads the blocks of one part, counting its paragraphs."""

    file: str
    styles: Styles
    inline: Inline
    paragraphs: int = 0
    """How many paragraphs were met so far, empty ones too."""

    def read(self, holder: Any) -> Iterator[Block]:
        """The blocks in an element. Paragraphs without words are counted, and left out."""
        for child in holder:
            tag = child.tag
            if tag == f"{W}p":
                yield from self.paragraph(child)
            elif tag == f"{W}tbl":
                yield from self.table(child)
            elif tag in HOLDERS:
                yield from self.read(child)
            elif tag == f"{MC}AlternateContent":
                for chosen in choice(child):
                    yield from self.read(chosen)

    def paragraph(self, element: Any) -> Iterator[Block]:
        """A paragraph, and after it the text boxes that hang on it."""
        self.paragraphs += 1
        origin = Origin(self.file, self.paragraphs)
        spans = self.inline.spans(element, origin)
        boxes, self.inline.boxes = self.inline.boxes, []
        if plain(spans).strip() or any(span.note for span in spans):
            yield self.block(element, spans, origin)
        for box in boxes:
            yield from self.read(box)

    def block(self, element: Any, spans: tuple[Span, ...], origin: Origin) -> Block:
        """A paragraph with words: a heading, an item or neither."""
        level = self.styles.heading(element)
        if level:
            return Block("heading", spans, level, origin=origin)
        listed = self.styles.listed(element)
        if listed:
            marker, depth, number, run = listed
            return Block("item", spans, depth, marker=marker, number=number, run=run, origin=origin)
        part = self.styles.part(element)
        return Block("paragraph", spans, parts=(part,) if part else (), origin=origin)

    def table(self, element: Any) -> Iterator[Block]:
        """A table, and after it the tables in its cells. A table of one column is only a frame round its blocks."""
        origin = Origin(self.file, self.paragraphs + 1)
        rows = [list(below(row, "tc")) for row in below(element, "tr") if row.find(f"{W}trPr/{W}del") is None]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    yield from self.read(cell)
            return
        inner: list[Block] = []
        cells = tuple(tuple(self.cell(cell, inner) for cell in row) for row in rows if row)
        if any(plain(spans).strip() for row in cells for spans in row):
            yield Block("table", rows=cells, origin=origin)
        yield from inner

    def cell(self, element: Any, inner: list[Block]) -> tuple[Span, ...]:
        """The words of a cell, a line for each paragraph; tables inside it are put aside."""
        spans: list[Span] = []
        for block in self.read(element):
            if block.kind == "table":
                inner.append(block)
            else:
                spans += (*([Span("\n", block.origin)] if spans else []), *block.spans)
        return tuple(spans)


def below(holder: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through whatever they are wrapped in."""
    for child in holder:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in HOLDERS:
            yield from below(child, name)
