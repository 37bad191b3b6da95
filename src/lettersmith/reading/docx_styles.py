"""What the styles and lists of a Word file mean: which paragraphs are headings, and which are items of what list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lettersmith.ooxml.names import WORD, W, first, value, whole

HEADING = re.compile(r"heading ([1-9])")
MOST_LEVEL = 6
BODY_LEVEL = 9
"""The outline level of text that is no heading, as Word counts."""
CONTINUE = "list continue"
"""The names of Word's styles for the further paragraphs of an item begin so."""
OUR_PARTS = "letter "
"""The names of our styles for the parts of templates begin so."""


class Listed(NamedTuple):
    """What kind of item a paragraph is."""

    marker: str
    level: int
    number: int = 0
    run: int = 0


class Style(NamedTuple):
    """One paragraph style, as far as reading needs it."""

    name: str
    """In small letters: Word does not tell `Heading 1` from `heading 1`."""
    base: str
    outline: str
    list_id: str
    list_level: str


@dataclass(slots=True)
class Styles:
    """Styles and lists of one file, and how far each list has counted."""

    styles: Mapping[str, Style]
    lists: Mapping[str, Any]
    """Id of a list to its element in the numbering part."""
    kinds: Mapping[str, Any]
    """Id of a kind of list to its element."""
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    runs: dict[tuple[str, int], int] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)
    last_run: int = 0

    def chain(self, id: str) -> list[Style]:
        """A style and those it is based on."""
        found: list[Style] = []
        while id in self.styles and len(found) < len(self.styles):
            found.append(self.styles[id])
            id = self.styles[id].base
        return found

    def heading(self, paragraph: Any) -> int:
        """The level of a heading, 1 to 6; 0 for any other paragraph."""
        outline = value(paragraph, "w:pPr/w:outlineLvl")
        for style in self.chain(value(paragraph, "w:pPr/w:pStyle")):
            if found := HEADING.fullmatch(style.name):
                return min(int(found[1]), MOST_LEVEL)
            if style.name == "title":
                return 1
            outline = outline or style.outline
        level = whole(outline, BODY_LEVEL)
        return min(level + 1, MOST_LEVEL) if level < BODY_LEVEL else 0

    def part(self, paragraph: Any) -> str:
        """The part of a template that one of our own styles stands for; empty for any other."""
        for style in self.chain(value(paragraph, "w:pPr/w:pStyle"))[:1]:
            if style.name.startswith(OUR_PARTS):
                return style.name.removeprefix(OUR_PARTS).replace(" ", "-")
        return ""

    def listed(self, paragraph: Any) -> Listed | None:
        """What kind of item a paragraph is; None for one that is in no list. Counts numbered lists on."""
        list_id = value(paragraph, "w:pPr/w:numPr/w:numId")
        level = value(paragraph, "w:pPr/w:numPr/w:ilvl")
        chain = self.chain(value(paragraph, "w:pPr/w:pStyle"))
        for style in chain:
            list_id, level = list_id or style.list_id, level or style.list_level
        depth = whole(level)
        form = self.form(list_id, depth)
        if form == "bullet":
            return Listed("bullet", depth + 1)
        if form and form != "none":
            number, run = self.count(list_id, depth)
            return Listed("number", depth + 1, number, run)
        names = [style.name for style in chain if style.name.startswith(CONTINUE)]
        return Listed("", whole(names[0].removeprefix(CONTINUE).strip(), 1)) if names else None

    def form(self, list_id: str, depth: int) -> str:
        """`bullet`, `decimal` ...; empty where there is no such list."""
        return value(self.level(list_id, depth), "w:numFmt", "decimal") if list_id in self.lists else ""

    def level(self, list_id: str, depth: int) -> Any:
        """The element that says how one depth of a list looks and counts."""
        own = first(self.override(list_id, depth), "w:lvl")
        kind = self.kinds.get(value(self.lists[list_id], "w:abstractNumId"))
        if own is not None or kind is None:
            return own
        return kind.find(f"w:lvl[@w:ilvl='{depth}']", {"w": WORD})

    def override(self, list_id: str, depth: int) -> Any:
        """What a list changes at one depth; None for nothing."""
        return self.lists[list_id].find(f"w:lvlOverride[@w:ilvl='{depth}']", {"w": WORD})

    def count(self, list_id: str, depth: int) -> tuple[int, int]:
        """The next number of a list at a depth, and which list of the document that makes it.

        Lists of one kind count on together, as in Word, unless a list says what its first item starts from.
        """
        kind = value(self.lists[list_id], "w:abstractNumId")
        again = value(self.override(list_id, depth), "w:startOverride")
        for deeper in [known for known in self.counts if known[0] == kind and known[1] > depth]:
            del self.counts[deeper]
        if (kind, depth) not in self.counts or (again and (list_id, depth) not in self.used):
            start = again or value(self.level(list_id, depth), "w:start", "1")
            self.counts[kind, depth] = whole(start, 1) - 1
            self.last_run += 1
            self.runs[kind, depth] = self.last_run
        self.used.add((list_id, depth))
        self.counts[kind, depth] += 1
        return self.counts[kind, depth], self.runs[kind, depth]


def read_styles(styles: Any, numbering: Any) -> Styles:
    """The styles and lists of a file from the roots of their parts; either may be None."""
    lists = children(numbering, "num")
    kinds = children(numbering, "abstractNum")
    return Styles(
        {element.get(f"{W}styleId", ""): read_style(element) for element in children(styles, "style")},
        {element.get(f"{W}numId", ""): element for element in lists},
        {element.get(f"{W}abstractNumId", ""): element for element in kinds},
    )


def read_style(element: Any) -> Style:
    """One style from its element."""
    return Style(
        name=value(element, "w:name").lower(),
        base=value(element, "w:basedOn"),
        outline=value(element, "w:pPr/w:outlineLvl"),
        list_id=value(element, "w:pPr/w:numPr/w:numId"),
        list_level=value(element, "w:pPr/w:numPr/w:ilvl"),
    )


def children(root: Any, name: str) -> list[Any]:
    """The elements of one name right below a root, which may be None."""
    return [] if root is None else list(root.iterchildren(f"{W}{name}"))
