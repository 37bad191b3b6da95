"""A stream of HTML tokens to blocks of text, each with the scope that Vale gives it.

What is joined, masked, left out and separated by a space follows Vale 3.21 step by step, for its users' rules were
written against it. What Vale guesses, the place of each character, is known here.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lettersmith.reading.scoped.mapped import Mapped, inserted, join, masked, unescape
from lettersmith.reading.scoped.settings import Settings
from lettersmith.reading.scoped.switches import Switches
from lettersmith.reading.scoped.tokens import COMMENT, EMPTY, END, START, TEXT, VOID, Token

SKIPPED = ("script", "style", "pre", "figure", "noscript", "iframe")
INLINE = frozenset(
    {"b", "big", "i", "small", "abbr", "acronym", "cite", "dfn", "em", "kbd", "strong", "a", "br", "img"}
    | {"span", "sub", "sup", "code", "tt", "del"}
)
CLASSES = ("problematic", "pre", "code")
IGNORED = ("tt", "code", "kbd")
OWN = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code", "tt": "code"}
"""Inline tags that have a scope of their own."""
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
_TIGHT = "([{—–"
_CLOSING = (".", "?", "!", ",", ":", ";", ")", "]", "}", "—", "–")


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
class _Capture:
    """The text of an inline element that has a scope of its own."""

    tag: str
    scope: str
    masked: bool
    parts: list[Mapped] = field(default_factory=list)


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
class Walker:
    """What is known while the tokens of one file go by."""

    settings: Settings
    switches: Switches
    blocks: list[Block] = field(default_factory=list)
    summary: list[Mapped] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    buffer: list[Mapped] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    active: str = ""
    enclosing: list[_Open] = field(default_factory=list)
    captures: list[_Capture] = field(default_factory=list)
    captured: list[_Capture] = field(default_factory=list)
    selected: list[Selected] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    in_skipped: bool = False
    inline: bool = False
    skip: bool = False
    closed_inline: bool = False
    trailing: str = ""
    href: str = ""
    parent_class: str = ""
    by_class: str = ""
    begun: int = 0
    ended: int = 0

    def walk(self, tokens: Iterable[Token]) -> None:
        """Read the tokens, to the last."""
        for token in tokens:
            self._token(token)
            self.href = token.attribute("href")
            self.parent_class = token.attribute("class")
            if token.name == "img":
                self._alt(token)

    # -- one token ---------------------------------------------------------------------------------------------------

    def _token(self, token: Token) -> None:
        name, kind = token.name, token.kind
        is_inline = name in INLINE
        if self.by_class and name == self.by_class:
            self.begun, self.ended = self.begun + (kind == START), self.ended + (kind != START)
        closes = bool(self.by_class) and self.begun == self.ended > 0
        skips = self._skipped_class(token.attribute("class"))
        closed: Selected | None = None
        if kind == START and not is_inline and name not in VOID:
            self._enclose(token)
        elif kind == END and not is_inline:
            closed = self._unclose(name)
        if kind == START and not is_inline and (name in self._skipped_tags() or skips):
            if skips:
                self.by_class, self.begun, self.ended = name, 1, 0
            self.in_skipped = True
            self._count(name)
        elif self.in_skipped and (name in self._skipped_tags() or closes):
            self.in_skipped = False
            if closes:
                self.by_class, self.begun, self.ended = "", 0, 0
        elif kind == START:
            self._start(token, is_inline)
        elif kind == END and is_inline:
            self._end_inline(name)
        elif kind == EMPTY and is_inline:
            self.inline, self.closed_inline = True, False
        elif kind == COMMENT:
            self._comment(token)
        elif kind == TEXT:
            self._text(token)
        if kind == END and not is_inline:
            self._flush()
            if closed:
                self._close_selection(closed)

    def _skipped_tags(self) -> tuple[str, ...]:
        return self.settings.skipped_scopes or SKIPPED

    def _skipped_class(self, classes: str) -> bool:
        return any(name in CLASSES or name in self.settings.ignored_classes for name in classes.split(" ") if name)

    def _start(self, token: Token, is_inline: bool) -> None:
        name = token.name
        if not is_inline and name not in VOID and self._text_so_far().text.strip():
            self._flush()
        if name in ("em", "b") and self._last_tag() == "code":
            name = "code"
        self.inline = name in INLINE
        self.skip = name in (self.settings.ignored_scopes or IGNORED) or name in self._skipped_tags()
        self.closed_inline = False
        scope = OWN.get(name, "")
        if scope and scope in self.settings.wanted:
            self.captures.append(_Capture(name, scope, self.skip))
        self.tags.append(name)
        self.classes.append(token.attribute("class"))
        self.marks += token.attribute("data-selected").split()
        self.active = name

    def _end_inline(self, name: str) -> None:
        self.active = ""
        self.closed_inline = True
        if self.captures and self.captures[-1].tag == name:
            self.captured.append(self.captures.pop())

    def _comment(self, token: Token) -> None:
        if not self.inline:
            self.closed_inline = True
        comment = token.text.strip()
        self.switches.read(entities.unescape(comment.text), comment.where(0))

    def _text(self, token: Token) -> None:
        data = token.text
        if self.in_skipped or self.switches.all_off:
            return
        words = unescape(data.strip())
        if words.text:
            self._words(data, words)
        self.trailing = _space(data.text[-1:])

    def _words(self, data: Mapped, words: Mapped) -> None:
        skips = self._skipped_class(self.parent_class)
        if self._in_nested_list() and not self.inline:
            words = join([inserted(" ", words.where(0)), words])
        raw = words
        words = self._cleaned(words, data, skips)
        before = self._text_so_far().text[-1:]
        if words.text.startswith(" ") and not self.trailing and before and before in _TIGHT:
            words = words.part(1, len(words.text))
        self.buffer.append(words)
        for capture in self.captures:
            capture.parts.append(raw if capture.masked else words)

    def _cleaned(self, words: Mapped, data: Mapped, skips: bool) -> Mapped:
        """Masked where it is no prose, and with what separates it from the words before it."""
        skip = self.skip or skips
        starter = words.text[:1] in _CLOSING and not skip
        if skip or self.href == words.text:
            words = masked(words)
        self.skip = False
        gap = _space(data.text[:1])
        if self.closed_inline and gap:
            words = join([inserted(gap, data.where(len(data.text) - len(data.text.lstrip()) - 1)), words])
        elif not self.closed_inline and self.inline and not starter:
            words = join([inserted(" ", words.where(0)), words])
        self.closed_inline = False
        return words

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _text_so_far(self) -> Mapped:
        if len(self.buffer) > 1:
            self.buffer = [join(self.buffer)]
        return self.buffer[0] if self.buffer else Mapped("", ())

    def _flush(self) -> None:
        text = self._text_so_far()
        if text.text.strip():
            self._block(text)
        self.buffer = []
        self.tags, self.classes, self.marks, self.captured = [], [], [], []

    def _block(self, text: Mapped) -> None:
        if "data" in self.tags:
            self._count("meta")
            self._add(text, "meta", whole=True)
            return
        for tag in self.tags:
            scope = SCOPES.get(tag, f"text.heading.{tag}" if _HEADING.fullmatch(tag) else "")
            if scope:
                if scope in SUMMARY:
                    self.summary.append(text)
                metric = scope.removeprefix("text.")
                self._count(metric)
                text = text.lstrip(" ")
                self._gather(text)
                self._add(text, scope)
                self._captured()
                return
        self.summary.append(text)
        self._count("paragraphs")
        self._gather(text)
        self._add(text, "text", splits=True)
        self._captured()

    def _add(self, text: Mapped, scope: str, *, splits: bool = False, whole: bool = False) -> None:
        name = scope + self._around() + self.settings.ending
        self.blocks.append(Block(text, name, self.switches.now(), splits, whole))

    def _captured(self) -> None:
        for capture in self.captured:
            words = join(capture.parts).strip()
            if words.text:
                name = capture.scope + self.settings.ending
                self.blocks.append(Block(words, name, self.switches.now(), whole=True))

    def _around(self) -> str:
        """The classes and selections around the block, as they are added to its scope."""
        classes = [name for one in (*(open.classes for open in self.enclosing), *self.classes) for name in one.split()]
        names = list(dict.fromkeys(name for name in classes if not set(name) & set(".&~")))
        chosen = [name for open in self.enclosing for name in open.selections] + self.marks
        return "".join(f".class.{name}" for name in names) + "".join(f".in.{name}" for name in dict.fromkeys(chosen))

    def _alt(self, token: Token) -> None:
        if "alt" in self.settings.skipped_scopes:
            return
        for key, value in token.attributes:
            if key == "alt":
                self.blocks.append(Block(value, "text.attr.alt", self.switches.now(), whole=True))

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1
        for one in self.selected:
            one.counts[what] = one.counts.get(what, 0) + 1

    # -- where we are ------------------------------------------------------------------------------------------------

    def _last_tag(self) -> str:
        return self.tags[-1] if self.tags else self.active

    def _in_nested_list(self) -> bool:
        return (
            self._last_tag() == "li" and len(self.tags) > 3 and self.tags[-2] in ("ol", "ul") and self.tags[-3] == "li"
        )

    def _enclose(self, token: Token) -> None:
        names = tuple(token.attribute("data-selected").split())
        self.enclosing.append(_Open(token.name, token.attribute("class"), names))
        if names:
            self.selected.append(Selected(names))
            self.seen.update(names)

    def _unclose(self, name: str) -> Selected | None:
        for index in range(len(self.enclosing) - 1, -1, -1):
            if self.enclosing[index].tag == name:
                return self.selected.pop() if self.enclosing.pop(index).selections else None
        return None

    def _gather(self, text: Mapped) -> None:
        for one in self.selected:
            one.parts += [text, inserted("\n\n", text.where(len(text.text)))]

    def _close_selection(self, closed: Selected) -> None:
        words = join(closed.parts).strip()
        if words.text:
            name = ".".join(("doc", *closed.names)) + self.settings.ending
            self.blocks.append(Block(words, name, self.switches.now(), whole=True, counts=closed.counts))


def _space(letter: str) -> str:
    """What a letter of white space counts as: a newline or a space; nothing for any other letter."""
    if letter in ("\n", "\r"):
        return "\n"
    return " " if letter in (" ", "\t") else ""
