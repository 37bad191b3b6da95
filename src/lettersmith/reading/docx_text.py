"""The words of one paragraph of a Word file, as a reader who accepts every tracked change would see them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from lettersmith.model.manuscript import Span
from lettersmith.model.place import Origin
from lettersmith.reading.docx_names import MATH_TEXT, MC, R_ID, STRICT_R_ID, W, is_on, value

HOLDERS = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "bdo", "dir", "rubyBase")
)
"""Elements that hold runs or blocks, and are nothing by themselves."""
FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "‑",
}
HEX = re.compile("[0-9A-Fa-f]{2,4}")
SCHEMES = ("http://", "https://", "mailto:", "tel:")
STRONG, EMPHASIS = ("strong", "intenseemphasis"), ("emphasis", "intenseemphasis")
"""Ids, in small letters, of Word's own styles for bold and italic words."""


@dataclass(slots=True)
class Inline:
    """Reads paragraphs of one part: its links, its footnotes, and the text boxes met on the way."""

    links: Mapping[str, str]
    """Relationship id to address."""
    note: Callable[[str, str], int]
    """Gives a footnote, by `footnote` or `endnote` and its id, its number in the manuscript; 0 for none."""
    boxes: list[Any] = field(default_factory=list)
    """Contents of the text boxes of the paragraphs read so far, to be read after their paragraph."""

    def spans(self, paragraph: Any, origin: Origin) -> tuple[Span, ...]:
        """The words of a paragraph; neighbouring runs of one look are one span."""
        pieces = (span for span in self.runs(paragraph, origin, "") if span.text or span.note)
        return tuple(
            Span("".join(span.text for span in same), origin, *look)
            for look, same in groupby(pieces, lambda span: span[2:])
        )

    def runs(self, holder: Any, origin: Origin, link: str) -> Iterator[Span]:
        """The runs in an element, whatever they are wrapped in."""
        for child in holder:
            tag = child.tag
            if tag == f"{W}r":
                yield from self.run(child, origin, link)
            elif tag == f"{W}hyperlink":
                yield from self.runs(child, origin, self.address(child) or link)
            elif tag in HOLDERS:
                yield from self.runs(child, origin, link)
            elif tag == f"{MC}AlternateContent":
                for chosen in choice(child):
                    yield from self.runs(chosen, origin, link)
            elif isinstance(tag, str) and tag.startswith(MATH_TEXT[:-1]):
                yield Span("".join(text.text or "" for text in child.iter(MATH_TEXT)), origin)

    def run(self, run: Any, origin: Origin, link: str) -> Iterator[Span]:
        """The words of one run, with line breaks, tabs, symbols and calls of footnotes."""
        style = value(run, "w:rPr/w:rStyle").lower()
        bold = is_on(run, "w:rPr/w:b") or style in STRONG
        italic = is_on(run, "w:rPr/w:i") or style in EMPHASIS
        for child in run:
            yield from self.piece(child, origin, (bold, italic, link))

    def piece(self, element: Any, origin: Origin, look: tuple[bool, bool, str]) -> Iterator[Span]:
        """One thing in a run."""
        tag = element.tag
        if tag == f"{W}t":
            yield Span(element.text or "", origin, *look)
        elif tag in FIXED:
            yield Span(FIXED[tag], origin, *look)
        elif tag == f"{W}sym":
            yield Span(symbol(element.get(f"{W}char", "")), origin, *look)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = tag.removeprefix(W).removesuffix("Reference")
            yield Span("", origin, note=self.note(kind, element.get(f"{W}id", "")))
        elif tag == f"{MC}AlternateContent":
            for chosen in choice(element):
                for child in chosen:
                    yield from self.piece(child, origin, look)
        elif tag == f"{W}ruby":
            yield from self.runs(element, origin, look[2])
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self.boxes += [box for box in element.iter(f"{W}txbxContent") if not inside_another(box, element)]

    def address(self, hyperlink: Any) -> str:
        """Where a link leads; empty for a place in the same file, and for anything that is no address."""
        target = self.links.get(hyperlink.get(R_ID) or hyperlink.get(STRICT_R_ID) or "", "")
        return target if target.lower().startswith(SCHEMES) else ""


def choice(alternatives: Any) -> list[Any]:
    """The first of several ways to say one thing. Word writes every text box twice; a reader sees it once."""
    return list(alternatives.iterchildren(f"{MC}Choice"))[:1] or list(alternatives.iterchildren(f"{MC}Fallback"))[:1]


def inside_another(box: Any, drawing: Any) -> bool:
    """Whether a text box is left to the paragraph that holds it: it is in another box, or in the spare variant."""
    for around in box.iterancestors():
        if around is drawing:
            return False
        if around.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return True
    return False


def symbol(code: str) -> str:
    """A character given by its code in hexadecimal digits; symbol fonts count from F000."""
    if not HEX.fullmatch(code):
        return ""
    number = int(code, 16)
    letter = chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
    return letter if letter.isprintable() else ""
