"""What is kept of a parsed piece of Markdown: blocks with holes, to be filled with any letter's values."""

from __future__ import annotations

from typing import NamedTuple

from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark


class Hole(NamedTuple):
    """A span that is not known until the letter is made: a value, a note call, or words that lead to a value."""

    slot: int
    """Number of the slot, counted from 0 in the piece; -1 where the words are fixed."""
    text: str
    origin: Origin
    bold: bool
    italic: bool
    link: str
    link_slot: int
    """Slot of the address; -1 where it is fixed or there is none."""
    note: str
    """Name of the footnote that is called here."""


Part = Span | Hole


class BlockPattern(NamedTuple):
    """One block with holes."""

    ready: Block | None
    """The block itself, where nothing in it can change."""
    shape: Block
    """Kind, level, parts, marker, origin; number and run are relative to the piece."""
    parts: tuple[Part, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]
    alone: int
    """The slot that stands alone in the block; -1 for none."""


class Pattern(NamedTuple):
    """A parsed piece: some blocks, a line that opens or closes a part, or a footnote."""

    blocks: tuple[BlockPattern, ...]
    slots: int
    """How many slots it has."""
    line: Origin
    list: str = ""
    """Of a piece that begins with a list item: `bullet`, or the sign behind its number."""
    opens: str = ""
    closes: bool = False
    note: str = ""
    """Name of the footnote that this piece is."""
    faults: tuple[Remark, ...] = ()
