"""A fixed piece of a Word part's XML, read once: what it means for the blocks, and its bytes without our marks.

The pieces between two tags of a template are the same for every letter, so that a letter costs no XML parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from lettersmith.merge.marks import STAMP, STAMPS
from lettersmith.merge.word_styles import Shape, Styles
from lettersmith.model.place import NOWHERE, Origin

# What happens in a text, in its order.
PARAGRAPH, PARAGRAPH_END, LOOK, OPEN, CLOSE, TEXT, TABLE, TABLE_END, ROW, CELL, CELL_END = range(11)
PART, PART_END, BOX, BOX_END, SPARE, SPARE_END, LINK, LINK_END, CALL, NOTE, NOTE_END, HEADS, PAGE, RUN = range(11, 25)

Event = tuple[int, Any]
TOKEN = re.compile(r"<(/?)([\w:]+)((?:[^<>\"]|\"[^\"]*\")*?)(/?)>|[^<]+")
_VAL = re.compile(r'w:val="([^"]*)"')
_FIRST = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "\u2011"}
_STARTS = {"w:tbl": TABLE, "w:tr": ROW, "w:tc": CELL, "w:txbxContent": BOX, "mc:Fallback": SPARE, "w:t": OPEN}
_ENDS = {
    "w:p": PARAGRAPH_END, "w:tbl": TABLE_END, "w:tc": CELL_END, "w:txbxContent": BOX_END, "mc:Fallback": SPARE_END,
    "w:t": CLOSE, "w:sdt": PART_END, "w:hyperlink": LINK_END, "w:footnote": NOTE_END,
}  # fmt: skip


class Fixed(NamedTuple):
    """A fixed piece, ready."""

    xml: str
    """Without stamps and line ends."""
    events: tuple[Event, ...]
    inside: bool
    """Whether it ends inside an XML tag, so that the next value stands in an attribute."""


class Reader:
    """Reads the fixed pieces of one part."""

    def __init__(self, styles: Styles, links: Mapping[str, str], origins: list[Origin], *, edge: bool = False) -> None:
        self.edge = edge
        """Whether the part is a header or footer, in which the number of the page is the paper's business."""
        self.styles = styles
        self.links = links
        self.origins = origins
        self._known: dict[tuple[str, bool], Fixed] = {}

    def fixed(self, piece: str, inside: bool) -> Fixed:
        """One piece; `inside` says that it begins inside an XML tag."""
        found = self._known.get((piece, inside))
        if found is None:
            found = self._known[piece, inside] = self._read(piece, inside)
        return found

    def _read(self, piece: str, inside: bool) -> Fixed:
        text = piece.replace("\n", "")
        rest = text.partition(">")[2] if inside else text
        after = rest.rfind("<") > rest.rfind(">") or (inside and ">" not in text)
        rest = rest[: rest.rfind("<")] if after else rest
        return Fixed(STAMPS.sub("", text), tuple(shortened(list(self._events(rest)))), after)

    def _events(self, text: str) -> Iterator[Event]:
        stamp: Origin = NOWHERE
        tokens = list(TOKEN.finditer(text))
        skip = 0
        for index, token in enumerate(tokens):
            if index < skip:
                continue
            if token[2] is None:
                words = token[0]
                if STAMP in words:
                    stamp = self.origins[int(STAMPS.findall(words)[-1])]
                    words = STAMPS.sub("", words)
                if words:
                    yield TEXT, unescape(words)
                continue
            end, name, attributes, single = token.groups()
            if end:
                if name in _ENDS:
                    yield _ENDS[name], None
            elif name == "w:p":
                skip = behind(tokens, index, "w:pPr")
                yield PARAGRAPH, (stamp, self._shape(tokens[index:skip]))
                if single:
                    yield PARAGRAPH_END, None
            elif name == "w:r":
                skip = behind(tokens, index, "w:rPr")
                yield LOOK, _look(tokens[index:skip])
            elif name == "w:sdt":
                skip = behind(tokens, index, "w:sdtPr")
                yield PART, part_name(tokens[index:skip])
            elif name in _FIRST:
                if 'w:type="page"' not in attributes and 'w:type="column"' not in attributes:
                    yield from ((OPEN, None), (TEXT, _FIRST[name]), (CLOSE, None))
            elif name == "w:sym":
                yield from ((OPEN, None), (TEXT, _symbol(attributes)), (CLOSE, None))
            elif name == "w:hyperlink":
                id = re.search(r'r:id="([^"]*)"', attributes)
                yield LINK, self.links.get(id[1], "") if id else ""
            elif name in ("w:footnoteReference", "w:footnote"):
                id = re.search(r'w:id="(-?\d+)"', attributes)
                yield (CALL if name == "w:footnoteReference" else NOTE), id[1] if id else ""
            elif name == "w:tblHeader" and 'w:val="0"' not in attributes and 'w:val="false"' not in attributes:
                yield HEADS, None
            elif name == "w:fldSimple" and re.search(r'w:instr="\s*(?:PAGE|NUMPAGES)\b', attributes):
                yield PAGE, None
            elif name == "w:instrText":
                if re.match(r"\s*(?:PAGE|NUMPAGES)\b", tokens[index + 1][0] if index + 1 < len(tokens) else ""):
                    yield PAGE, None
            elif name in _STARTS and not single:
                yield _STARTS[name], None
                if name == "w:t" and index + 1 < len(tokens):
                    continue

    def _shape(self, tokens: list[re.Match[str]]) -> Shape:
        found = {"w:pStyle": "", "w:outlineLvl": "", "w:numId": "", "w:ilvl": ""}
        for token in tokens:
            if token[2] in found and (value := _VAL.search(token[3])):
                found[token[2]] = found[token[2]] or unescape(value[1])
        return self.styles.shape(*found.values())


def shortened(events: list[Event]) -> Iterator[Event]:
    """The same with every whole run as one event."""
    at = 0
    while at < len(events):
        if [event for event, _ in events[at : at + 4]] == [LOOK, OPEN, TEXT, CLOSE]:
            yield RUN, (events[at + 2][1], events[at][1])
            at += 4
        else:
            yield events[at]
            at += 1


def behind(tokens: list[re.Match[str]], index: int, properties: str) -> int:
    """The token behind an element's properties, or behind its start where it has none."""
    if index + 1 >= len(tokens) or tokens[index][4] or tokens[index + 1][2] != properties or tokens[index + 1][4]:
        return index + 1
    depth = 0
    for at in range(index + 1, len(tokens)):
        if tokens[at][2] == properties and not tokens[at][4]:
            depth += -1 if tokens[at][1] else 1
            if not depth:
                return at + 1
    return len(tokens)


def _look(tokens: list[re.Match[str]]) -> tuple[bool, bool]:
    """Whether a run is bold, and italic."""
    on = {token[2] for token in tokens if token[2] in ("w:b", "w:i") and not re.search('val="(?:0|false)"', token[3])}
    return "w:b" in on, "w:i" in on


def part_name(tokens: list[re.Match[str]]) -> str:
    """The name of the template part that a content control is: its tag."""
    for token in tokens:
        if token[2] == "w:tag" and (value := _VAL.search(token[3])):
            return unescape(value[1])
    return ""


def _symbol(attributes: str) -> str:
    """A character given by its code in hexadecimal digits; symbol fonts count from F000."""
    found = re.search(r'w:char="([0-9A-Fa-f]{2,4})"', attributes)
    number = int(found[1], 16) if found else 0
    letter = chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
    return letter if letter.isprintable() else ""
