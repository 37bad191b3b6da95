"""The program's permission to write one manuscript, and nothing else, to disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import NOWHERE
from lettersmith.model.remark import Remark, errors


class Clearance(NamedTuple):
    """Says that one manuscript may be written as it is. Made by `clear` and `clear_draft` alone."""

    manuscript: Manuscript


def clear(manuscript: Manuscript, remarks: Iterable[Remark]) -> Clearance:
    """Clear a final document. Raises NotCleared with all errors if there is any: they cannot be waved through."""
    stopping = errors(remarks)
    if stopping:
        raise NotCleared(*stopping)
    return Clearance(manuscript)


def clear_draft(manuscript: Manuscript, remarks: Iterable[Remark]) -> Clearance:
    """Clear a copy that is marked as a draft on every page and carries its remarks at its end."""
    listed = tuple(remarks)
    blocks = (*manuscript.blocks, *remarks_as_blocks(listed)) if listed else manuscript.blocks
    return Clearance(replace(manuscript, stage="draft", blocks=blocks))


def remarks_as_blocks(remarks: tuple[Remark, ...]) -> list[Block]:
    """The remarks as a last section of a draft."""
    heading = Block("heading", (said("Remarks on this draft"),), level=2, parts=("remarks",))
    lead = Block("paragraph", (said(f"This draft is not cleared. Remarks: {len(remarks)}."),), parts=("remarks",))
    return [heading, lead, *(remark_as_block(remark) for remark in remarks)]


def remark_as_block(remark: Remark) -> Block:
    """One remark as an item of a list."""
    text = " ".join(part for part in (remark.what, remark.do) if part)
    spans = (Span(f"{remark.level.in_words.capitalize()}: ", NOWHERE, bold=True), said(text.replace("\n", " ")))
    return Block("item", spans, level=1, marker="bullet", parts=("remarks",))


def said(text: str) -> Span:
    """Words of the program's own."""
    return Span(text, NOWHERE)
