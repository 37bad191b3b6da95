"""Where each remark of a review stands in the document as it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from lettersmith.model.manuscript import Block, Manuscript, block_text, plain
from lettersmith.model.place import Place
from lettersmith.model.remark import Remark

BODY, HEADER, FOOTER, NOTE, ASIDE = "body", "header", "footer", "note", "aside"
_RUNNING = {"header": HEADER, "footer": FOOTER, "note": NOTE}
"""Regions of a place that a manuscript keeps apart; the words of every other stand among its asides."""


class Spot(NamedTuple):
    """A stretch of one block, of one note or of what stands beside the text."""

    region: str
    """`body`, `header`, `footer`, `note` or `aside`."""
    at: int
    """Which block or note of that region, from 0."""
    start: int
    end: int
    """Equal to `start` where the whole block is meant."""


class Heading(NamedTuple):
    """The heading that a block stands under."""

    text: str
    """Empty before the first heading."""
    number: int
    """Index of the heading's block; -1 before the first."""
    paragraph: int
    """Which paragraph, item or table under it, from 1; 0 for the heading itself."""


def blocks_of(manuscript: Manuscript) -> dict[str, Sequence[Block]]:
    """Every block by region, in reading order; footnotes as paragraphs."""
    return {
        HEADER: manuscript.header,
        BODY: manuscript.blocks,
        NOTE: tuple(Block("paragraph", spans) for spans in manuscript.notes),
        FOOTER: manuscript.footer,
        ASIDE: manuscript.asides,
    }


def spots(manuscript: Manuscript, remarks: Sequence[Remark]) -> list[Spot | None]:
    """Where each remark stands; None for one that is about the whole document, or whose words are not there.

    A place outside the body knows its words and their offsets, not its block. So the words are looked for there, and
    several remarks of one rule about the same words go to one block after the other.
    """
    blocks = blocks_of(manuscript)
    taken: set[tuple[str, Spot]] = set()
    found: list[Spot | None] = []
    for remark in remarks:
        options = list(_options(blocks, remark.place))
        fresh = [spot for spot in options if (remark.rule, spot) not in taken] or options[-1:]
        spot = fresh[0] if fresh else None
        if spot:
            taken.add((remark.rule, spot))
        found.append(spot)
    return found


def _options(blocks: dict[str, Sequence[Block]], place: Place) -> Iterator[Spot]:
    body = blocks[BODY]
    if 0 <= place.block < len(body):
        yield Spot(BODY, place.block, *(_within(body[place.block], place) or (0, 0)))
        return
    if not place.text:
        return
    beside = [
        (_is_at(block, place.anchor), Spot(region, index, *inside))
        for region in _regions(place.region)
        for index, block in enumerate(blocks[region])
        if (region != ASIDE or place.region in ("", *block.parts[:1])) and (inside := _within(block, place))
    ]
    yield from (spot for _, spot in sorted(beside, key=lambda found: not found[0]))


def _is_at(block: Block, anchor: str) -> bool:
    """Whether a block is, or holds words of, the very paragraph of a Word file that an anchor names."""
    return bool(anchor) and anchor in {block.origin.anchor, *(span.origin.anchor for span in block.spans)}


def _regions(region: str) -> tuple[str, ...]:
    """Where to look for the words of a place."""
    if not region:
        return (HEADER, NOTE, FOOTER, ASIDE, BODY)
    return (_RUNNING.get(region, ASIDE),)


def _within(block: Block, place: Place) -> tuple[int, int] | None:
    """The words of a place in a block: where the place says, else where they stand once."""
    text = block_text(block)
    if 0 <= place.start < place.end <= len(text) and (not place.text or text[place.start : place.end] == place.text):
        return place.start, place.end
    if place.text and text.count(place.text) == 1:
        start = text.index(place.text)
        return start, start + len(place.text)
    return None


def text_at(manuscript: Manuscript, spot: Spot) -> str:
    """The whole text of the block that a spot is in."""
    return block_text(blocks_of(manuscript)[spot.region][spot.at])


def is_elsewhere(place: Place, checked: str) -> bool:
    """Whether what must be mended is another file than the one that was checked: facts, a template.

    A place knows a file by its name alone; of what was piped in, the name has the ending of its kind too.
    """
    file = PurePath(place.file)
    return bool(place.file) and PurePath(checked).name not in (file.name, file.stem)


def headings(manuscript: Manuscript) -> list[Heading]:
    """For each block of the body, the heading that it stands under."""
    found: list[Heading] = []
    under = Heading("", -1, 0)
    for index, block in enumerate(manuscript.blocks):
        if block.kind == "heading":
            under = Heading(" ".join(plain(block.spans).split()), index, 0)
        elif block.kind != "rule":
            under = under._replace(paragraph=under.paragraph + 1)
        found.append(under)
    return found
