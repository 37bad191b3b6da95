"""HTML source to a tree of elements and texts, each with its line. Real pages leave tags open: so may these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_DEEPEST = 150
"""Elements in elements; deeper ones are read as if they stood at this depth, so that no page exhausts the stack."""
_ENDS_LIKE = {"li": {"li"}, "p": {"p"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}} | {
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
}
"""What an opening tag closes, where it was left open."""
_WALLS = frozenset({"ul", "ol", "dl", "table", "div", "section", "blockquote", "main", "article", "body"})
"""What it never closes anything beyond. A row is no wall to a cell, nor a cell to a row."""
_ENDS_PARAGRAPH = frozenset({
    "address", "article", "aside", "blockquote", "div", "dl", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "main", "nav", "ol", "pre", "section", "table", "ul",
})  # fmt: skip
_BREAK_REFERENCE = re.compile(r"&(?:#0*1[03]|#[xX]0*[aAdD]|NewLine);?")
"""A line break written as a character reference: it is no line of the source, and white space anyway."""


class Text(NamedTuple):
    """Some text on one line of the source."""

    words: str
    line: int
    column: int = 0
    """Of its first letter, from 1; 0 where there is none."""
    as_typed: bool = True
    """Whether its letters stand in the source as they are here: a character reference is typed otherwise."""


@dataclass(slots=True)
class Element:
    """One element with what is in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element | Text] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """Every element inside this one, in their order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements()


def parse(source: str, first_line: int = 1) -> Element:
    """The tree of a page; its root has the tag `page`. `first_line` is the number of the first line."""
    typed = _BREAK_REFERENCE.sub(lambda found: " " * len(found.group()), source.replace("\r\n", "\n"))
    parser = _Parser(first_line, typed)
    parser.feed(typed)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self, first_line: int, source: str) -> None:
        super().__init__(convert_charrefs=False)  # so that each reference comes with its place
        self._lines = source.split("\n")
        self._before_first = first_line - 1
        self.root = Element("page", {}, first_line)
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_left_open(tag)
        element = Element(tag, {name: value or "" for name, value in attrs}, self._line())
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        column = self.getpos()[1] + 1
        for line, words in enumerate(data.splitlines(keepends=True) if "\r" in data else _lines(data), self._line()):
            self._open[-1].children.append(Text(words, line, column))
            column = 1

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, typed: str) -> None:
        """A character reference, with its semicolon if it has one."""
        line, column = self.getpos()
        typed += ";" * self._lines[line - 1].startswith(f"{typed};", column)
        self._open[-1].children.append(Text(unescape(typed), self._line(), column + 1, as_typed=False))

    def _line(self) -> int:
        return self.getpos()[0] + self._before_first

    def _close_left_open(self, tag: str) -> None:
        ended = _ENDS_LIKE.get(tag, set()) | ({"p"} if tag in _ENDS_PARAGRAPH else set())
        for index in range(len(self._open) - 1, 0, -1):
            opened = self._open[index].tag
            if opened in ended and not (tag == "tr" and opened != "tr"):
                del self._open[index:]
                return
            if opened in _WALLS:
                return


def _lines(data: str) -> list[str]:
    lines = data.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
