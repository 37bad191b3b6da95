"""What the styles and lists of a Word template mean: which paragraphs are headings, and which are items of lists."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lettersmith.merge.word_package import W

_HEADING = re.compile(r"heading ([1-9])")
MOST_LEVEL, BODY_LEVEL = 6, 9


class Shape(NamedTuple):
    """What a kind of paragraph is in a manuscript."""

    kind: str = "paragraph"
    level: int = 0
    marker: str = ""
    list: str = ""
    """Of a numbered item: the list that counts it."""


class Style(NamedTuple):
    """One paragraph style, as far as it is needed."""

    name: str
    base: str
    outline: str
    list: str
    depth: str


def value(element: Any, path: str) -> str:
    """The `w:val` at the end of a path below an element; empty where there is none."""
    for name in path.split("/"):
        element = element.find(f"{W}{name}") if element is not None else None
    return element.get(f"{W}val", "") if element is not None else ""


class Styles:
    """The styles and lists of one template."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self.styles = {
            one.get(f"{W}styleId", ""): Style(
                value(one, "name").lower(),
                value(one, "basedOn"),
                value(one, "pPr/outlineLvl"),
                value(one, "pPr/numPr/numId"),
                value(one, "pPr/numPr/ilvl"),
            )
            for one in (() if styles is None else styles.iter(f"{W}style"))
        }
        self.kinds: dict[str, str] = {}
        """List to the kind of list that it is: lists of one kind count on together."""
        self.formats: dict[tuple[str, str], str] = {}
        if numbering is not None:
            for one in numbering.iter(f"{W}num"):
                self.kinds[one.get(f"{W}numId", "")] = value(one, "abstractNumId")
            for kind in numbering.iter(f"{W}abstractNum"):
                for level in kind.iter(f"{W}lvl"):
                    key = kind.get(f"{W}abstractNumId", ""), level.get(f"{W}ilvl", "")
                    self.formats[key] = value(level, "numFmt") or "decimal"

    def shape(self, style: str, outline: str, list_id: str, depth: str) -> Shape:
        """What a paragraph is whose properties say this much."""
        chain: list[Style] = []
        while style in self.styles and len(chain) < len(self.styles):
            chain.append(self.styles[style])
            style = chain[-1].base
        for one in chain:
            if found := _HEADING.fullmatch(one.name):
                return Shape("heading", min(int(found[1]), MOST_LEVEL))
            if one.name == "title":
                return Shape("heading", 1)
            outline = outline or one.outline
            list_id, depth = list_id or one.list, depth or one.depth
        if outline.isdecimal() and int(outline) < BODY_LEVEL:
            return Shape("heading", min(int(outline) + 1, MOST_LEVEL))
        kind = self.kinds.get(list_id, "")
        depth = depth if depth.isdecimal() else "0"
        form = self.formats.get((kind, depth), "decimal") if kind else "none"
        if form == "none":
            return Shape()
        marker = "bullet" if form == "bullet" else "number"
        return Shape("item", int(depth) + 1, marker, kind if marker == "number" else "")
