"""Where in a Word file the comment of a remark goes: at its words, or at what is nearest to them in the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lettersmith.model.manuscript import Block, Manuscript, block_text
from lettersmith.model.place import Place
from lettersmith.ooxml.comments import COMMENT
from lettersmith.ooxml.hiding import read_hiding
from lettersmith.ooxml.names import BOX, ID, MC, P, T, W
from lettersmith.ooxml.package import used_id
from lettersmith.ooxml.pieces import View, paragraphs, view_of
from lettersmith.remarks import word_ranges
from lettersmith.remarks.word_copy import Copy
from lettersmith.remarks.word_ranges import Stretch

SECTION = f"{W}sectPr"
CALLED = {
    f"{W}footnote": f"{W}footnoteReference",
    f"{W}endnote": f"{W}endnoteReference",
    COMMENT: f"{W}commentReference",
}
"""What has its words in another part, and what calls it in the text."""
REGIONS = {
    "": "the whole document",
    "note": "a footnote",
    "header": "the header",
    "footer": "the footer",
    "text box": "a text box",
    "comment": "a comment",
    "alt text": "the alternative text of a picture",
    "chart": "a chart",
    "diagram": "a diagram",
}
"""Where words are that cannot carry a comment, as people say it."""
SHOWN = 80
"""Characters of the words meant that a comment repeats, where it does not stand at them."""


class Spot(NamedTuple):
    """Where a comment goes."""

    stretch: Stretch
    where: str = ""
    """What it belongs to, as a sentence, when it cannot stand there."""


class Text:
    """The text of a copy, in which places are looked up."""

    def __init__(self, copy: Copy, manuscript: Manuscript) -> None:
        self.copy = copy
        self.manuscript = manuscript
        self.root = copy.tree(copy.main)
        self.view: View = view_of(self.root, read_hiding(copy.tree(copy.related("styles"))))
        self.paragraphs = paragraphs(self.root)
        self.body = [one for one in self.paragraphs if not spare(one)] or [self._new_paragraph()]

    def spot(self, place: Place) -> Spot:
        """Where the comment of a remark goes."""
        found = self.exact(place)
        if found is not None:
            return Spot(found)
        stretch, region = self.nearest(place)
        words = f": “{shortened(place.text)}”" if place.text else ""
        return Spot(stretch, f"This is about {region}{words}.")

    def exact(self, place: Place) -> Stretch | None:
        """The words of a place in the body; None where they cannot carry a comment, or are not what they were."""
        if not 0 <= place.block < len(self.manuscript.blocks):
            return None
        block = self.manuscript.blocks[place.block]
        text = block_text(block)
        start, end = (place.start, place.end) if place.end else (0, len(text))
        if place.end and place.text and text[start:end] != place.text:
            return None
        there = list(characters(block, start, end))
        if not there:
            return None
        first, last = (self.paragraph(anchor) for anchor in (there[0][0], there[-1][0]))
        if first is None or last is None or spare(first) or spare(last):
            return None
        return word_ranges.stretch(first, there[0][1], last, there[-1][1], self.view)

    def paragraph(self, anchor: str) -> Any:
        """The paragraph of the body's part that an anchor names; None for any other."""
        part, _, number = anchor.rpartition("#")
        if part != self.copy.main or not number.isdecimal() or int(number) >= len(self.paragraphs):
            return None
        return self.paragraphs[int(number)]

    def nearest(self, place: Place) -> tuple[Stretch, str]:
        """The stretch of the body that is nearest to a place, and what the place is in."""
        anchor = place.anchor or self.anchor_of(place)
        paragraph = self.paragraph(anchor)
        region = REGIONS.get(place.region, place.region)
        if paragraph is None:
            return self.elsewhere(anchor), region
        if not place.region:
            region = REGIONS["text box"] if spare(paragraph) else "this paragraph"
        found = word_ranges.set_aside(paragraph, self.view, place.region, place.text)
        if found is None and place.region in ("alt text", "chart", "diagram", "WordArt"):
            found = next(paragraph.iter(f"{W}drawing", f"{W}pict", f"{W}object"), None)
        if found is not None:
            return word_ranges.around(found), region
        if spare(paragraph):
            return word_ranges.around(paragraph), region
        return Stretch(paragraph, paragraph), region

    def anchor_of(self, place: Place) -> str:
        """The anchor of the block that a place names; empty for none."""
        inside = 0 <= place.block < len(self.manuscript.blocks)
        return self.manuscript.blocks[place.block].origin.anchor if inside else ""

    def elsewhere(self, anchor: str) -> Stretch:
        """What stands in the body for a paragraph of another part: the call of a note, the first page of a header."""
        part, _, number = anchor.rpartition("#")
        root = self.copy.tree(part) if part in self.copy.parts.names else None
        inside = paragraphs(root) if root is not None else []
        if number.isdecimal() and int(number) < len(inside):
            for holder in inside[int(number)].iterancestors(*CALLED):
                for call in self.root.iter(CALLED[holder.tag]):
                    if call.get(ID) == holder.get(ID):
                        return word_ranges.around(call)
        paragraph = self.first_of_section(part)
        return Stretch(paragraph, paragraph)

    def first_of_section(self, part: str) -> Any:
        """The first paragraph with words of the section that a header or footer is for; of the text for any other."""
        ids = {id for id, one in self.copy.beside.items() if one.target == part}
        sections: list[list[Any]] = [[]]
        for element in self.root.iter(P, SECTION):
            if element.tag == P:
                sections[-1].append(element)
            elif element.getparent().tag != f"{W}sectPrChange":
                if any(used_id(edge) in ids for edge in element.iter(f"{W}headerReference", f"{W}footerReference")):
                    return with_words(sections[-1], self.body)
                sections.append([])
        return with_words(self.body)

    def _new_paragraph(self) -> Any:
        """A paragraph for a text that has none, so that something can carry the comments."""
        body = self.root.find(f"{W}body")
        paragraph = body.makeelement(P)
        body.insert(0, paragraph)
        return paragraph


def with_words(*choices: list[Any]) -> Any:
    """The first paragraph with words that can carry a comment, or else the first that can, of the first good choice."""
    for candidates in choices:
        able = [one for one in candidates if not spare(one)]
        if able:
            return next((one for one in able if any(text.text for text in one.iter(T))), able[0])
    return None


def characters(block: Block, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The characters of a block from one to before another: the anchor of the paragraph, and the number in it.

    What was put between cells and paragraphs is in no paragraph, and left out.
    """
    at = 0
    counts: dict[str, int] = {}
    for row in block.rows or ((block.spans,),):
        for spans in row:
            for span in spans:
                anchor = span.origin.anchor
                number = counts.get(anchor, 0)
                if anchor:
                    for index in range(max(start - at, 0), min(end - at, len(span.text))):
                        yield anchor, number + index
                counts[anchor] = number + len(span.text)
                at += len(span.text)
            at += 1


def spare(paragraph: Any) -> bool:
    """Whether a paragraph is in a text box, or in what is kept for older programs: there a comment cannot stand."""
    return next(paragraph.iterancestors(BOX, f"{MC}Fallback"), None) is not None


def shortened(text: str) -> str:
    """Words on one line, cut where they are many."""
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
