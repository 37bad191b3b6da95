"""The tree of a web page to blocks of spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeGuard

from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import NOWHERE, Origin
from lettersmith.reading.html_tree import Element, Text

ROLES = frozenset({
    "date", "reference", "address", "subject", "greeting", "close", "signature", "copies", "contact",
    "next-steps", "box", "notice",
})  # fmt: skip
"""Parts of our own documents, which a class on a page tells."""
_SILENT = frozenset({
    "script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object", "select", "textarea",
})  # fmt: skip
_BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html", "legend",
    "main", "nav", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "td", "th",
    "ul", "ol", "li", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_GAP = re.compile(r"[ \t\n\r\f]{2,}")


@dataclass(slots=True)
class _Item:
    """The list item around some words. Its marker is spent by its first paragraph."""

    marker: str
    number: int
    run: int
    level: int


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around some words say about them."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    heading: int = 0
    parts: tuple[str, ...] = ()
    level: int = 0
    item: _Item | None = None
    as_typed: bool = False


@dataclass(slots=True)
class Flow:
    """Blocks as they are found, and the spans of the one in hand."""

    file: str
    runs: Iterator[int] = field(default_factory=lambda: count(1))
    blocks: list[Block] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def inside(self) -> Flow:
        """A flow for blocks that are kept apart, such as those of a cell."""
        return Flow(self.file, self.runs)


def blocks_of(element: Element, flow: Flow) -> tuple[Block, ...]:
    """The blocks in an element."""
    around = _Around()
    _children(element, around, flow)
    _end_block(around, flow)
    return tuple(flow.blocks)


def notes_of(section: Element, flow: Flow) -> tuple[tuple[Span, ...], ...]:
    """Footnotes: the items of a section of footnotes."""
    items = [element for element in section.elements() if element.tag == "li"]
    return tuple(_joined(blocks_of(item, flow.inside())) for item in items)


def is_notes(element: Element) -> bool:
    """Whether an element holds the footnotes of one of our pages."""
    return element.attributes.get("role") == "doc-endnotes"


def _children(element: Element, around: _Around, flow: Flow) -> None:
    for child in element.children:
        if isinstance(child, Text):
            _typed(child, around, flow)
        elif not _is_silent(child):
            _element(child, around, flow)


def _is_silent(element: Element) -> bool:
    role = element.attributes.get("role")
    return element.tag in _SILENT or "hidden" in element.attributes or role == "doc-backlink" or is_notes(element)


def _element(element: Element, around: _Around, flow: Flow) -> None:
    call = element.attributes.get("href", "").removeprefix("#note-")
    if element.attributes.get("role") == "doc-noteref" and call.isdecimal():
        flow.spans.append(Span("", Origin(flow.file, element.line), note=int(call)))
    elif element.tag == "br":
        _text("\n", element.line, replace(around, as_typed=True), flow)
    elif element.tag == "img":
        _text(element.attributes.get("alt", ""), element.line, around, flow)
    elif element.tag in _BLOCK_TAGS:
        _end_block(around, flow)
        _block(element, around, flow)
    else:
        _children(element, _inline(element, around), flow)


def _inline(element: Element, around: _Around) -> _Around:
    if element.tag in ("b", "strong"):
        return replace(around, bold=True)
    if element.tag in ("i", "em", "cite"):
        return replace(around, italic=True)
    if element.tag == "a":
        return replace(around, link=element.attributes.get("href", "").strip())
    return around


def _block(element: Element, around: _Around, flow: Flow) -> None:
    origin = Origin(flow.file, element.line)
    special = _SPECIAL.get(element.tag)
    if element.tag == "hr":
        flow.blocks.append(Block("rule", parts=around.parts, origin=origin))
    elif special:
        special(element, around, flow)
    else:
        inside = _within(element, around)
        _children(element, inside, flow)
        _end_block(inside, flow)


def _within(element: Element, around: _Around) -> _Around:
    if element.tag[0] == "h" and element.tag[1:].isdigit():
        return replace(around, heading=int(element.tag[1:]))
    if element.tag == "blockquote":
        return replace(around, parts=(*around.parts, "quote"))
    if element.tag == "pre":
        return replace(around, parts=(*around.parts, "code"), as_typed=True)
    role = element.attributes.get("class", "")
    return replace(around, parts=(*around.parts, role)) if element.tag == "div" and role in ROLES else around


def _list(element: Element, around: _Around, flow: Flow) -> None:
    numbered = element.tag == "ol"
    run = next(flow.runs) if numbered else 0
    number = _whole(element.attributes.get("start", ""), 1)
    for child in element.children:
        if not isinstance(child, Element) or child.tag != "li":
            rest = replace(around, level=around.level + 1)
            _children(Element("rest", {}, 0, [child]), rest, flow)
            _end_block(rest, flow)
            continue
        number = _whole(child.attributes.get("value", ""), number)
        item = _Item("number" if numbered else "bullet", number if numbered else 0, run, around.level + 1)
        inside = replace(around, level=around.level + 1, item=item)
        _children(child, inside, flow)
        _end_block(inside, flow)
        number += 1


def _table(element: Element, around: _Around, flow: Flow) -> None:
    if _is_layout(element):
        _children(Element("rest", {}, 0, list(_loose(element))), around, flow)
        for cell in _cells_in(element):
            _children(cell, around, flow)
            _end_block(around, flow)
        return
    _children(Element("rest", {}, 0, list(_loose(element))), around, flow)
    _end_block(around, flow)
    rows = [
        tuple(_joined(blocks_of(cell, flow.inside())) for cell in row.children if _is_cell(cell))
        for row in element.elements()
        if row.tag == "tr"
    ]
    if any(rows):
        found = tuple(row for row in rows if row)
        flow.blocks.append(Block("table", rows=found, parts=around.parts, origin=Origin(flow.file, element.line)))


def _is_layout(table: Element) -> bool:
    return table.attributes.get("role") == "presentation" or any(inner.tag == "table" for inner in table.elements())


def _is_cell(child: Element | Text) -> TypeGuard[Element]:
    return isinstance(child, Element) and child.tag in ("td", "th")


def _cells_in(table: Element) -> Iterator[Element]:
    """The cells of a table, but not those of the tables inside it."""
    for child in table.children:
        if isinstance(child, Element):
            if child.tag in ("td", "th"):
                yield child
            elif child.tag in ("tr", "tbody", "thead", "tfoot"):
                yield from _cells_in(child)


def _loose(table: Element) -> Iterator[Element | Text]:
    """What stands in a table outside its cells, such as a caption."""
    for child in table.children:
        if isinstance(child, Element) and child.tag in ("tr", "tbody", "thead", "tfoot"):
            yield from _loose(child)
        elif not _is_cell(child):
            yield child


_SPECIAL: dict[str, Callable[[Element, _Around, Flow], None]] = {"ul": _list, "ol": _list, "table": _table}


def _typed(text: Text, around: _Around, flow: Flow) -> None:
    """Text of the page, cut where white space is left out, so that every letter keeps its column."""
    if around.as_typed or not text.as_typed:
        _text(text.words, text.line, around, flow, text.column)
        return
    at = 0
    for gap in _GAP.finditer(text.words):
        _text(text.words[at : gap.start() + 1], text.line, around, flow, text.column + at)
        at = gap.end()
    _text(text.words[at:], text.line, around, flow, text.column + at)


def _text(words: str, line: int, around: _Around, flow: Flow, column: int = 0) -> None:
    if not around.as_typed:
        words = _SPACE.sub(" ", words)
        if not flow.spans or flow.spans[-1].text.endswith((" ", "\n")):
            column += words.startswith(" ") and column > 0
            words = words.removeprefix(" ")
    if words:
        origin = Origin(flow.file, line, column=column)
        flow.spans.append(Span(words, origin, around.bold, around.italic, around.link))


def _end_block(around: _Around, flow: Flow) -> None:
    spans = trimmed(flow.spans)
    flow.spans.clear()
    if not spans:
        return
    origin, item = spans[0].origin, around.item
    if around.heading:
        flow.blocks.append(Block("heading", spans, around.heading, around.parts, origin=origin))
    elif around.level:
        marker, number, run = (item.marker, item.number, item.run) if item else ("", 0, 0)
        shown = number if marker else 0
        flow.blocks.append(
            Block("item", spans, around.level, around.parts, marker, shown, run if marker else 0, origin=origin)
        )
        if item:
            item.marker = ""
    else:
        flow.blocks.append(Block("paragraph", spans, parts=around.parts, origin=origin))


def trimmed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans without white space at their outer ends; nothing where there are no words."""
    kept = list(spans)
    while kept and not kept[0].note and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].note and not kept[-1].text.strip():
        kept.pop()
    if kept:
        first = kept[0].text.lstrip()
        kept[0] = kept[0]._replace(text=first, origin=kept[0].origin.moved(len(kept[0].text) - len(first)))
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return tuple(kept)


def _joined(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The words of some blocks as one text, a line break between them."""
    spans: list[Span] = []
    for block in blocks:
        for text in block.texts():
            spans += [Span("\n", NOWHERE), *text] if spans else list(text)
    return tuple(spans)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() else otherwise
