"""A stream of HTML tokens to the words of blocks of text.

What is joined, masked, left out and separated by a space follows Vale 3.21 step by step, for its users' rules were
written against it. What Vale guesses, the place of each character, is known here.
"""

from __future__ import annotations

import html as entities
from collections.abc import Iterable
from dataclasses import dataclass, field

from lettersmith.reading.scoped.blocks import Blocks, Capture, Inside, Selected
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
_TIGHT = "([{—–"
_CLOSING = (".", "?", "!", ",", ":", ";", ")", "]", "}", "—", "–")


@dataclass(slots=True)
class Walker:
    """What is known while the tokens of one file go by."""

    settings: Settings
    switches: Switches
    blocks: Blocks
    buffer: list[Mapped] = field(default_factory=list)
    inside: Inside = field(default_factory=Inside)
    active: str = ""
    captures: list[Capture] = field(default_factory=list)
    """Those that are open."""
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
                self.blocks.alt(token)

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
            self.blocks.open(token)
        elif kind == END and not is_inline:
            closed = self.blocks.close(name)
        if kind == START and not is_inline and (name in self._skipped_tags() or skips):
            if skips:
                self.by_class, self.begun, self.ended = name, 1, 0
            self.in_skipped = True
            self.blocks.count(name)
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
                self.blocks.add_selected(closed)

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
            self.captures.append(Capture(name, scope, self.skip))
        self.inside.tags.append(name)
        self.inside.classes.append(token.attribute("class"))
        self.inside.marks += token.attribute("data-selected").split()
        self.active = name

    def _end_inline(self, name: str) -> None:
        self.active = ""
        self.closed_inline = True
        if self.captures and self.captures[-1].tag == name:
            self.inside.captured.append(self.captures.pop())

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

    # -- where we are ------------------------------------------------------------------------------------------------

    def _text_so_far(self) -> Mapped:
        if len(self.buffer) > 1:
            self.buffer = [join(self.buffer)]
        return self.buffer[0] if self.buffer else Mapped("", ())

    def _flush(self) -> None:
        text = self._text_so_far()
        if text.text.strip():
            self.blocks.add(text, self.inside)
        self.buffer, self.inside = [], Inside()

    def _last_tag(self) -> str:
        return self.inside.tags[-1] if self.inside.tags else self.active

    def _in_nested_list(self) -> bool:
        tags = self.inside.tags
        return self._last_tag() == "li" and len(tags) > 3 and tags[-2] in ("ol", "ul") and tags[-3] == "li"


def _space(letter: str) -> str:
    """What a letter of white space counts as: a newline or a space; nothing for any other letter."""
    if letter in ("\n", "\r"):
        return "\n"
    return " " if letter in (" ", "\t") else ""
