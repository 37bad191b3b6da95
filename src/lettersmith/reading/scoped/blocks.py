"""Blocks of text, each with the scope that Vale gives it: by its own tags, what stands around it and what chose it.

`walk` gathers the words of a block; what comes of them is settled here: their scope, what counts as one more list or
heading, and the text of the elements that a selector chose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lettersmith.reading.scoped.mapped import Mapped, inserted, join
from lettersmith.reading.scoped.settings import Settings
from lettersmith.reading.scoped.switches import Switches
from lettersmith.reading.scoped.tokens import Token

SCOPES = {
    "th": "text.table.header",
    "td": "text.table.cell",
    "caption": "text.table.caption",
    "li": "text.list",
    "blockquote": "text.blockquote",
    "figcaption": "text.figure.caption",
}
SUMMARY = ("text.blockquote", "text.list")
_HEADING = re.compile(r"h\d")


class Block(NamedTuple):
    """A stretch of text with its scope, before paragraphs and sentences are cut from it."""

    words: Mapped
    scope: str
    off: frozenset[str]
    splits: bool = False
    """Whether it is made of paragraphs."""
    whole: bool = False
    """Whether it is looked at as it is, without its sentences."""
    counts: Mapping[str, int] | None = None
    """Of a selection: how many lists, headings and so on it holds."""


@dataclass(slots=True)
class Capture:
    """The text of an inline element that has a scope of its own."""

    tag: str
    scope: str
    masked: bool
    parts: list[Mapped] = field(default_factory=list)


@dataclass(slots=True)
class Inside:
    """What was met since the last block ended: it belongs to the block that ends next."""

    tags: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """Names of the selections of inline elements."""
    captured: list[Capture] = field(default_factory=list)


class _Open(NamedTuple):
    """A block element that is open."""

    tag: str
    classes: str
    selections: tuple[str, ...]


@dataclass(slots=True)
class Selected:
    """The text of an element that a `doc(...)` selector chose, gathered while it is open."""

    names: tuple[str, ...]
    parts: list[Mapped] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Blocks:
    """The blocks of one file, as they come, with the elements around the one in hand."""

    settings: Settings
    switches: Switches
    made: list[Block] = field(default_factory=list)
    summary: list[Mapped] = field(default_factory=list)
    """The texts of all that is prose."""
    counts: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """Names of the selections that chose something."""
    enclosing: list[_Open] = field(default_factory=list)
    selected: list[Selected] = field(default_factory=list)

    def add(self, text: Mapped, inside: Inside) -> None:
        """A block that has ended."""
        if "data" in inside.tags:
            self.count("meta")
            self._add(text, "meta", inside, whole=True)
            return
        scope = next(filter(None, map(_scope_of, inside.tags)), "")
        if not scope or scope in SUMMARY:
            self.summary.append(text)
        self.count(scope.removeprefix("text.") if scope else "paragraphs")
        if scope:
            text = text.lstrip(" ")
        self._gather(text)
        self._add(text, scope or "text", inside, splits=not scope)
        for capture in inside.captured:
            self._add_whole(join(capture.parts).strip(), capture.scope)

    def alt(self, token: Token) -> None:
        """The words that stand for a picture."""
        if "alt" in self.settings.skipped_scopes:
            return
        for key, value in token.attributes:
            if key == "alt":
                self.made.append(Block(value, "text.attr.alt", self.switches.now(), whole=True))

    def count(self, what: str) -> None:
        """One more of something, in the file and in each selection that is open."""
        for counts in (self.counts, *(one.counts for one in self.selected)):
            counts[what] = counts.get(what, 0) + 1

    def open(self, token: Token) -> None:
        """A block element begins."""
        names = tuple(token.attribute("data-selected").split())
        self.enclosing.append(_Open(token.name, token.attribute("class"), names))
        if names:
            self.selected.append(Selected(names))
            self.seen.update(names)

    def close(self, tag: str) -> Selected | None:
        """A block element ends; its selection, if it was one, is to be added when its last block has been."""
        for index in range(len(self.enclosing) - 1, -1, -1):
            if self.enclosing[index].tag == tag:
                return self.selected.pop() if self.enclosing.pop(index).selections else None
        return None

    def add_selected(self, closed: Selected) -> None:
        """The whole text of a selection that has ended."""
        self._add_whole(join(closed.parts).strip(), ".".join(("doc", *closed.names)), closed.counts)

    def _add(self, text: Mapped, scope: str, inside: Inside, *, splits: bool = False, whole: bool = False) -> None:
        name = scope + self._around(inside) + self.settings.ending
        self.made.append(Block(text, name, self.switches.now(), splits, whole))

    def _add_whole(self, words: Mapped, scope: str, counts: Mapping[str, int] | None = None) -> None:
        if words.text:
            name = scope + self.settings.ending
            self.made.append(Block(words, name, self.switches.now(), whole=True, counts=counts))

    def _around(self, inside: Inside) -> str:
        """The classes and selections around a block, as they are added to its scope."""
        classes = [
            name for one in (*(open.classes for open in self.enclosing), *inside.classes) for name in one.split()
        ]
        names = list(dict.fromkeys(name for name in classes if not set(name) & set(".&~")))
        chosen = [name for open in self.enclosing for name in open.selections] + inside.marks
        return "".join(f".class.{name}" for name in names) + "".join(f".in.{name}" for name in dict.fromkeys(chosen))

    def _gather(self, text: Mapped) -> None:
        for one in self.selected:
            one.parts += [text, inserted("\n\n", text.where(len(text.text)))]


def _scope_of(tag: str) -> str:
    """The scope of a block because of one of its tags; empty if the tag has none."""
    return SCOPES.get(tag, f"text.heading.{tag}" if _HEADING.fullmatch(tag) else "")
