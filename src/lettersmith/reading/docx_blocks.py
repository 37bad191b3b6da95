"""The body of a Word file, or a header, footer or footnote of it, as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lettersmith.model.manuscript import Block, Span, plain
from lettersmith.model.place import Origin
from lettersmith.ooxml.names import MC, P, W, first
from lettersmith.ooxml.pieces import DELETION, HOLDERS, Piece, choice
from lettersmith.reading.docx_drawings import Drawings, boxes_in
from lettersmith.reading.docx_styles import Styles
from lettersmith.reading.docx_text import Inline, aside

TEXT_BOX = "text box"
"""The part that the blocks of a text box are in."""
TABLE = f"{W}tbl"


@dataclass(slots=True)
class Blocks:
    """Reads the blocks of one part."""

    styles: Styles
    inline: Inline
    drawings: Drawings
    asides: list[Block]
    """What was deleted or is hidden; grows while the part is read."""
    pages: Mapping[Any, int] = field(default_factory=dict)
    """The page of each paragraph, where Word noted it."""
    held: list[Span] = field(default_factory=list)
    """Words of a paragraph whose end was deleted: they begin the next one."""
    boxed: bool = False
    """Whether a text box is being read."""

    def read(self, holder: Any) -> Iterator[Block]:
        """The blocks in an element. Paragraphs without words are left out."""
        for child in holder:
            tag = child.tag
            if tag == P:
                yield from self.paragraph(child)
            elif tag == TABLE:
                yield from self.table(child)
            elif tag in HOLDERS:
                yield from self.read(child)
            elif tag == f"{MC}AlternateContent":
                for chosen in choice(child):
                    yield from self.read(chosen)

    def paragraph(self, element: Any) -> Iterator[Block]:
        """A paragraph, and after it the text boxes that hang on it."""
        words = self.inline.words(element)
        self.asides += words.asides
        spans = (*self.held, *words.spans)
        self.held = list(spans) if joins_next(element) else []
        if not self.held and (plain(spans).strip() or any(span.note for span in spans)):
            yield self.block(element, spans, spans[0].origin)
        for drawing in words.drawings:
            yield from self.drawing(drawing, self.inline.origin(element))

    def drawing(self, piece: Piece, origin: Origin) -> Iterator[Block]:
        """The text boxes of a drawing as blocks; what else it says is put aside."""
        self.asides += self.drawings.asides(piece.element, origin)
        held, boxed, self.held, self.boxed = self.held, self.boxed, [], True
        for box in boxes_in(piece.element):
            blocks = self.read(box)
            if piece.aside:
                self.put_aside(blocks, piece.aside)
            else:
                yield from blocks
        self.held, self.boxed = held, boxed

    def put_aside(self, blocks: Iterator[Block], region: str) -> None:
        """Blocks that a reader will not see, such as those of a deleted row."""
        for block in blocks:
            self.asides += [
                aside(region, plain(spans), spans[0].origin) for spans in block.texts() if plain(spans).strip()
            ]

    def block(self, element: Any, spans: tuple[Span, ...], origin: Origin) -> Block:
        """A paragraph with words: a heading, an item or neither."""
        page = self.pages.get(element, 0)
        parts = (TEXT_BOX,) if self.boxed else ()
        level = self.styles.heading(element)
        if level:
            return Block("heading", spans, level, parts, origin=origin, page=page)
        listed = self.styles.listed(element)
        if listed:
            marker, depth, number, run = listed
            return Block("item", spans, depth, parts, marker, number, run, origin=origin, page=page)
        part = self.styles.part(element)
        return Block("paragraph", spans, parts=(*parts, part) if part else parts, origin=origin, page=page)

    def table(self, element: Any) -> Iterator[Block]:
        """A table, and after it the tables in its cells. A table of one column is only a frame round its blocks."""
        rows = []
        for row in below(element, "tr"):
            cells = list(below(row, "tc"))
            deleted = row.find(f"{W}trPr/{W}del") is not None
            gone = [cell for cell in cells if deleted or cell.find(f"{W}tcPr/{W}cellDel") is not None]
            for cell in gone:
                self.put_aside(self.read(cell), DELETION)
            rows.append([cell for cell in cells if cell not in gone])
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    yield from self.read(cell)
            return
        first = next(element.iter(P), None)
        inner: list[Block] = []
        texts = tuple(tuple(self.cell(cell, inner) for cell in row) for row in rows if row)
        if any(plain(spans).strip() for row in texts for spans in row):
            origin = self.inline.origin(first)
            parts = (TEXT_BOX,) if self.boxed else ()
            yield Block("table", parts=parts, rows=texts, origin=origin, page=self.pages.get(first, 0))
        yield from inner

    def cell(self, element: Any, inner: list[Block]) -> tuple[Span, ...]:
        """The words of a cell, a line for each paragraph; tables and text boxes inside it are put behind."""
        spans: list[Span] = []
        boxed = self.boxed
        for block in self.read(element):
            if block.kind == "table" or (TEXT_BOX in block.parts and not boxed):
                inner.append(block)
            else:
                spans += (*([Span("\n", Origin(block.origin.file))] if spans else []), *block.spans)
        return tuple(spans)


def joins_next(paragraph: Any) -> bool:
    """Whether the end of a paragraph was deleted, so that the next paragraph goes on where it stopped."""
    mark = first(paragraph, "w:pPr/w:rPr")
    if first(mark, "w:del") is None and first(mark, "w:moveFrom") is None:
        return False
    following = next(paragraph.itersiblings(P, TABLE, f"{W}sdt", f"{W}sectPr"), None)
    return following is not None and following.tag == P


def below(holder: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, through whatever they are wrapped in."""
    for child in holder:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in HOLDERS:
            yield from below(child, name)
