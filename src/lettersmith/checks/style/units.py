"""The units of a manuscript, for style rules to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.prose import running_text, sentences
from lettersmith.checks.style.quoting import quoted
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.style import Unit

QUOTE = "quote"
"""The part of block quotations."""


class Piece(NamedTuple):
    """A unit, and where it stands."""

    unit: Unit
    passage: Passage | None
    """None for the summary, which is about the document as a whole."""
    offset: int = 0
    """Where the unit begins in the passage's text."""


def pieces(manuscript: Manuscript, bases: set[str], all_text: bool) -> list[Piece]:
    """Every passage as a unit; sentences and the summary too where `bases`, the scopes that rules ask for, name them.

    A passage in another language is left out. With `all_text` it is not, and nothing is somebody else's words.
    """
    found = list(_passages(manuscript, all_text))
    if "sentence" in bases:
        found += _sentences(manuscript, all_text)
    if "summary" in bases:
        text = "\n\n".join(piece.unit.text for piece in found if piece.passage and _is_running(piece.passage))
        found.append(Piece(Unit(text, "summary", -1), None))
    return found


def _passages(manuscript: Manuscript, all_text: bool) -> Iterator[Piece]:
    foreign = set() if all_text else {id(one.passage) for one in running_text(manuscript) if not one.english}
    for at, passage in enumerate(passages(manuscript)):
        if id(passage) in foreign:
            continue
        yield Piece(Unit(passage.text, scope_of(passage), at, () if all_text else _quoted(passage)), passage)


def _sentences(manuscript: Manuscript, all_text: bool) -> Iterator[Piece]:
    order = {id(passage): at for at, passage in enumerate(passages(manuscript))}
    for sentence in sentences(manuscript):
        passage = sentence.passage
        ranges = () if all_text else _within(_quoted(passage), sentence.start, sentence.end)
        scope = f"sentence.{scope_of(passage)}"
        yield Piece(Unit(sentence.text, scope, order.get(id(passage), -1), ranges), passage, sentence.start)


def scope_of(passage: Passage) -> str:
    """The scope of a passage, as Vale names it for Markdown."""
    block = passage.block
    if passage.region in ("header", "footer"):
        return f"text.{passage.region}"
    if block.kind == "heading":
        return f"text.heading.h{block.level}"
    if block.kind == "table":
        return "text.table.header" if _is_first_row(passage) else "text.table.cell"
    if block.kind == "item":
        return "text.list"
    return "paragraph.text.blockquote" if QUOTE in block.parts else "paragraph.text"


def _is_first_row(passage: Passage) -> bool:
    rows = passage.block.rows
    return bool(rows) and any(cell is passage.spans for cell in rows[0])


def _is_running(passage: Passage) -> bool:
    return passage.block.kind in ("paragraph", "item") and passage.region in ("body", "note")


def _quoted(passage: Passage) -> tuple[tuple[int, int], ...]:
    if QUOTE in passage.block.parts:
        return ((0, len(passage.text)),)
    return quoted(passage.text)


def _within(ranges: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(one, start) - start, min(two, end) - start) for one, two in ranges if one < end and two > start)
