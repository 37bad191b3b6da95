"""One part of a Word template filled: its XML, and the same words as blocks.

Blocks come in the order of reading. Text boxes follow their paragraph, tables in cells their table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from lettersmith.merge.fill import Filler
from lettersmith.merge.marks import SLOT, SLOT_END, apart
from lettersmith.merge.values import Leaf
from lettersmith.merge.word_events import (
    BOX,
    BOX_END,
    CALL,
    CELL,
    CELL_END,
    CLOSE,
    HEADS,
    LINK,
    LINK_END,
    LOOK,
    NOTE,
    NOTE_END,
    OPEN,
    PAGE,
    PARAGRAPH,
    PARAGRAPH_END,
    PART,
    PART_END,
    ROW,
    RUN,
    SPARE,
    SPARE_END,
    TABLE,
    TABLE_END,
    TEXT,
    Reader,
)  # fmt: skip
from lettersmith.merge.word_styles import Shape
from lettersmith.merge.word_tables import Holder, Table, flat, in_order, joined
from lettersmith.merge.word_values import in_attribute, in_bold, in_text, paragraphs_of, still_open
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin

_span = tuple.__new__


@dataclass(slots=True)
class Paragraph:
    """A paragraph in the making."""

    origin: Origin
    shape: Shape
    parts: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)
    boxes: Holder = field(default_factory=list)
    page: bool = False
    """Whether it holds the number of its page: the paper says it, not the words."""
    several: Origin | None = None
    """Of a value of several paragraphs that stands in it: nothing else may."""


class Part:
    """What becomes of one part: its XML and its blocks, while its pieces come."""

    def __init__(self, reader: Reader, filler: Filler, notes: dict[str, tuple[Span, ...]]) -> None:
        self.reader = reader
        self.filler = filler
        self.notes = notes
        """The footnotes by their ids in the file: filled when this is the part of the footnotes."""
        self.xml: list[str] = []
        self.blocks: Holder = []
        self.holders: list[Holder] = [self.blocks]
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.parts: tuple[str, ...] = ()
        self.opened: list[bool] = []
        self.links: list[str] = []
        self.look = (False, False)
        self.open = False
        self.spare = 0
        self.inside = False
        self.note = ""
        self.counts: dict[tuple[str, int], int] = {}
        self.runs: dict[tuple[str, int], int] = {}
        self.misplaced: list[Origin] = []
        """Values that stand where no words are: in a template that is being compiled only."""

    def fill(self, pieces: Iterable[str]) -> None:
        """Take the pieces of a made part: fixed ones, and marks of values."""
        for piece in pieces:
            if SLOT not in piece:
                self._fixed(piece)
            elif piece[0] == SLOT and piece.find(SLOT_END) == len(piece) - 1:
                self._value(int(piece[1:-1]))
            else:
                self.fill(apart(piece))

    def _fixed(self, piece: str) -> None:
        xml, events, self.inside = self.reader.fixed(piece, self.inside)
        self.xml.append(xml)
        for event, value in events:
            if event == TEXT:
                if self.open and not self.spare:
                    self._words(value, self.paragraphs[-1].origin)
            elif self.spare:
                self.spare += (event == SPARE) - (event == SPARE_END)
            else:
                _DO[event](self, value)

    def _value(self, number: int) -> None:
        value, line = self.filler.run.slots[number]
        alone = self.open and not (self.inside or self.spare or any(span.text for span in self.paragraphs[-1].spans))
        if alone and (several := paragraphs_of(value)):
            self._several(several, value)
            return
        text, origin = self.filler.said(value, line)
        if self.inside:
            self.xml.append(in_attribute(text))
            return
        if self.open and not self.spare:
            self._words(text, origin)
            self.filler.printed.append(origin)
        elif not self.spare:
            self.misplaced.append(self.filler.run.lines[line])
        self.xml.append(in_text(text))

    def _several(self, several: list[tuple[Span, ...]], value: Any) -> None:
        """A value of several paragraphs, alone in its own: each is a paragraph of the same look."""
        xml = "".join(self.xml)
        at = max(xml.rfind("<w:p>"), xml.rfind("<w:p "))
        opening = xml[at:]
        closing = "".join(f"</{name}>" for name in reversed(still_open(opening)))
        made = self.paragraphs[-1]
        for index, spans in enumerate(several):
            if index:
                self.xml.append(closing + opening)
                self._paragraph_end(None)
                self.paragraphs.append(replace(made, spans=[], boxes=[]))
            for span in spans:
                words = in_text(self.filler.clean(Leaf(span.text, "", "", span.origin), span.text, -1))
                self.xml.append(in_bold(words, opening) if span.bold else words)
                self.paragraphs[-1].spans.append(span)
        self.paragraphs[-1].several = value.origin
        self.filler.printed.append(value.origin)

    def _words(self, text: str, origin: Origin) -> None:
        bold, italic = self.look
        link = self.links[-1] if self.links else ""
        paragraph = self.paragraphs[-1]
        if paragraph.several is not None and text.strip():
            self.filler.blank_line(paragraph.several)
        paragraph.spans.append(_span(Span, (text, origin, bold, italic, link, 0)))

    def _run(self, value: tuple[str, tuple[bool, bool]]) -> None:
        text, self.look = value
        if self.paragraphs:
            self._words(text, self.paragraphs[-1].origin)

    def _open(self, _: None) -> None:
        self.open = bool(self.paragraphs)

    def _close(self, _: None) -> None:
        self.open = False

    def _look(self, look: tuple[bool, bool]) -> None:
        self.look = look

    def _paragraph(self, value: tuple[Origin, Shape]) -> None:
        self.paragraphs.append(Paragraph(*value, self.parts))

    def _paragraph_end(self, _: None) -> None:
        made = self.paragraphs.pop()
        if not made.page and _says_something(made.spans):
            self.holders[-1].append(self._block(made))
        self.holders[-1].extend(made.boxes)

    def _block(self, made: Paragraph) -> Block:
        shape = made.shape
        number = run = 0
        if shape.list:
            key = shape.list, shape.level
            for deeper in [known for known in self.counts if known[0] == shape.list and known[1] > shape.level]:
                del self.counts[deeper]
            if key not in self.counts:
                self.runs[key] = len(self.runs) + 1
            number = self.counts[key] = self.counts.get(key, 0) + 1
            run = self.runs[key]
        return Block(
            shape.kind, tuple(made.spans), shape.level, made.parts, shape.marker, number, run, origin=made.origin
        )

    def _table(self, _: None) -> None:
        self.tables.append(Table(self.parts))

    def _row(self, _: None) -> None:
        self.tables[-1].rows.append([])

    def _heads(self, _: None) -> None:
        table = self.tables[-1]
        table.heads = table.heads or len(table.rows) == 1

    def _cell(self, _: None) -> None:
        cell: Holder = []
        self.tables[-1].rows[-1].append(cell)
        self.holders.append(cell)

    def _cell_end(self, _: None) -> None:
        self.holders.pop()

    def _table_end(self, _: None) -> None:
        table = self.tables.pop()
        self.holders[-1].extend(in_order(table, nested=bool(self.tables)))

    def _part(self, name: str) -> None:
        self.opened.append(bool(name))
        if name:
            self.parts = (*self.parts, name)
            if self.paragraphs:
                paragraph = self.paragraphs[-1]
                paragraph.parts = (*paragraph.parts, name)

    def _part_end(self, _: None) -> None:
        if self.opened and self.opened.pop():
            self.parts = self.parts[:-1]

    def _box(self, _: None) -> None:
        self.holders.append(self.paragraphs[-1].boxes if self.paragraphs else self.blocks)

    def _box_end(self, _: None) -> None:
        self.holders.pop()

    def _spare(self, _: None) -> None:
        self.spare = 1

    def _link(self, address: str) -> None:
        self.links.append(address)

    def _link_end(self, _: None) -> None:
        if self.links:
            self.links.pop()

    def _call(self, id: str) -> None:
        if id in self.notes and self.paragraphs:
            paragraph = self.paragraphs[-1]
            paragraph.spans.append(Span("", paragraph.origin, note=self.filler.call(id, paragraph.origin)))

    def _note(self, id: str) -> None:
        self.note = id
        self.holders.append([])

    def _note_end(self, _: None) -> None:
        spans = joined(flat(self.holders.pop()))
        if spans:
            spans = (spans[0]._replace(text=spans[0].text.lstrip()), *spans[1:])
            self.notes[self.note] = spans

    def _page(self, _: None) -> None:
        if self.paragraphs and self.reader.edge:
            self.paragraphs[-1].page = True

    def _nothing(self, _: None) -> None:
        pass


_DO: dict[int, Callable[[Part, Any], None]] = {
    PARAGRAPH: Part._paragraph, PARAGRAPH_END: Part._paragraph_end, LOOK: Part._look, OPEN: Part._open,
    CLOSE: Part._close, TABLE: Part._table, TABLE_END: Part._table_end, ROW: Part._row, CELL: Part._cell,
    CELL_END: Part._cell_end, PART: Part._part, PART_END: Part._part_end, BOX: Part._box, BOX_END: Part._box_end,
    SPARE: Part._spare, SPARE_END: Part._nothing, LINK: Part._link, LINK_END: Part._link_end, CALL: Part._call,
    NOTE: Part._note, NOTE_END: Part._note_end, HEADS: Part._heads, RUN: Part._run, PAGE: Part._page,
}  # fmt: skip


def xml_alone(reader: Reader, filler: Filler, pieces: Iterable[str]) -> str:
    """The XML of a made part, without its blocks."""
    made: list[str] = []
    inside = False
    for piece in pieces:
        for one in apart(piece) if SLOT in piece else (piece,):
            if one[0] == SLOT:
                text, _ = filler.said(*filler.run.slots[int(one[1:-1])])
                made.append(in_attribute(text) if inside else in_text(text))
            else:
                xml, _, inside = reader.fixed(one, inside)
                made.append(xml)
    return "".join(made)


def _says_something(spans: list[Span]) -> bool:
    """Whether there are words, or the call of a footnote."""
    return any(span.note or (span.text and not span.text.isspace()) for span in spans)
