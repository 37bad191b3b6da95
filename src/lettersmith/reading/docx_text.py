"""The words of one paragraph of a Word file, as a reader who accepts every tracked change would see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin
from lettersmith.ooxml.names import first, is_on, value
from lettersmith.ooxml.pieces import Piece, View, paragraphs, pieces

SCHEMES = ("http://", "https://", "mailto:", "tel:")
STRONG, EMPHASIS = ("strong", "intenseemphasis"), ("emphasis", "intenseemphasis")
"""Ids, in small letters, of Word's own styles for bold and italic words."""


class Words(NamedTuple):
    """What a paragraph holds."""

    spans: tuple[Span, ...]
    """What is read; neighbouring runs of one look are one span."""
    asides: list[Block]
    """What is deleted or hidden, each stretch for itself."""
    drawings: list[Piece]


@dataclass
class Inline:
    """Reads paragraphs of one part."""

    file: str
    part: str
    root: Any
    view: View
    links: Mapping[str, str]
    """Relationship id to address."""
    note: Callable[[str, str], int]
    """Gives a footnote, by `footnote` or `endnote` and its id, its number in the manuscript; 0 for none."""

    @cached_property
    def numbers(self) -> dict[Any, int]:
        """Each paragraph of the part with its number, from 0."""
        return {paragraph: number for number, paragraph in enumerate(paragraphs(self.root))}

    def origin(self, paragraph: Any) -> Origin:
        """Where the words of a paragraph come from."""
        return Origin(self.file, anchor=f"{self.part}#{self.numbers[paragraph]}")

    def words(self, paragraph: Any) -> Words:
        """The words of a paragraph, what is set aside in it, and the drawings that hang on it."""
        origin = self.origin(paragraph)
        found = list(pieces(paragraph, self.view))
        read = (span for piece in found if not piece.aside and (span := self.span(piece, origin)))
        spans = tuple(
            Span("".join(span.text for span in same), origin, *look)
            for look, same in groupby(read, lambda span: span[2:])
        )
        return Words(spans, list(asides(found, origin)), [piece for piece in found if piece.drawing])

    def span(self, piece: Piece, origin: Origin) -> Span | None:
        """A piece as a span; None for one without words."""
        if piece.call:
            return Span("", origin, note=number) if (number := self.note(*piece.call)) else None
        if not piece.text:
            return None
        look = first(piece.run, "w:rPr")
        style = value(look, "w:rStyle").lower()
        bold = is_on(look, "w:b") or style in STRONG
        italic = is_on(look, "w:i") or style in EMPHASIS
        return Span(piece.text, origin, bold, italic, self.address(piece.link))

    def address(self, id: str) -> str:
        """Where a link leads; empty for a place in the same file, and for anything that is no address."""
        target = self.links.get(id, "")
        return target if target.lower().startswith(SCHEMES) else ""


def asides(found: Iterable[Piece], origin: Origin) -> Iterable[Block]:
    """Every stretch of deleted or hidden words between words that are read."""
    worded = (piece for piece in found if piece.text)
    for region, same in groupby(worded, lambda piece: piece.aside):
        text = "".join(piece.text for piece in same)
        if region and text.strip():
            yield aside(region, text, origin)


def aside(region: str, text: str, origin: Origin) -> Block:
    """Some words that a reader does not see in the text."""
    return Block("paragraph", (Span(text, origin),), parts=(region,), origin=origin)
