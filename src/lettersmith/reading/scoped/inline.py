"""Markdown's inline marks as HTML tokens whose characters know their place.

The parser keeps no offsets inside a paragraph, so this one notes, around each of its rules, what the rule read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token as Mark

from lettersmith.reading.scoped import tokens as html
from lettersmith.reading.scoped.mapped import Mapped, inserted, join
from lettersmith.reading.scoped.tokens import Token

AT = "at"
"""Where a mark keeps the offsets of its characters."""

_ADDRESS = re.compile(
    r"(?<![^\s*_~(])(?:(?:https?|ftp)://[^\s<]+|www\.[^\s<]+|[A-Za-z0-9._+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)"
)
_MATH = re.compile(r"\$(?![$\s])(?:[^$]|\\\$|\$(?=\d)|(?<=\s)\$)*?(?<![\s\\])\$(?!\d)", re.DOTALL)


class _State(StateInline):
    """The parser's state, which also knows where the letters of pending text stood."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, marks: list[Mark]) -> None:
        super().__init__(src, md, env, marks)
        self.places: list[int] = []

    def pushPending(self) -> Mark:  # noqa: N802
        places = self.places[: len(self.pending)]
        self.places = []
        mark = super().pushPending()
        mark.meta[AT] = places
        return mark


class Inline(ParserInline):
    """The parser's own rules, with a note of what each of them read."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Mark]) -> list[Mark]:
        """The marks of one paragraph."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Run the rules from the state's position to its end."""
        rules = self.ruler.getRules("")
        end = state.posMax
        while state.pos < end:
            begin, first = state.pos, len(state.tokens)
            within = state.level < state.md.options["maxNesting"]
            if within and any(rule(state, False) for rule in rules):
                _note(state, begin, first)
                continue
            state.append_pending(state.src[begin])
            state.pos = begin + 1
            _note(state, begin, first)
        if state.pending:
            state.pushPending()


def _note(state: Any, begin: int, first: int) -> None:
    """What a rule that began at `begin` has made gets its places."""
    pending = state.pending
    del state.places[len(pending) :]  # spaces before a line break are dropped again
    known = len(state.places)
    if len(pending) > known:
        added = pending[known:]
        direct = state.src.startswith(added, begin)
        state.places.extend(range(begin, begin + len(added)) if direct else [begin] * len(added))
    here = begin
    for mark in state.tokens[first:]:
        if AT in mark.meta:
            continue
        if mark.type == "text":
            here = begin + 1 if state.src[begin] == "<" else here
            mark.meta[AT] = list(range(here, here + len(mark.content)))
            here += len(mark.content)
        else:
            mark.meta[AT] = _places(mark, state, begin)


def _places(mark: Mark, state: Any, begin: int) -> list[int]:
    if mark.type == "text_special":
        inside = state.pos - len(mark.content)
        return list(range(inside, state.pos)) if mark.info == "escape" else [begin] * len(mark.content)
    if mark.type == "code_inline":
        run = begin + len(mark.markup)
        whole = state.src[run : state.pos - len(mark.markup)]
        return list(range(run + (len(whole) - len(mark.content)) // 2, state.pos))[: len(mark.content)]
    if mark.type == "softbreak":
        return [begin]
    if mark.type == "hardbreak":
        return [state.src.find("\n", begin)]
    if mark.type == "image":
        _shift(mark.children or (), begin + 2)
        return [begin]
    return list(range(begin, begin + max(1, len(mark.content))))


def _shift(marks: Sequence[Mark], by: int) -> None:
    for mark in marks:
        mark.meta[AT] = [place + by for place in mark.meta.get(AT, ())]
        _shift(mark.children or (), by)


def math(state: StateInline, silent: bool) -> bool:
    """The parser's rule for `$...$`, by Pandoc's rule for which signs are money."""
    found = _MATH.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "$" else None
    if not found:
        return False
    if not silent:
        mark = state.push("code_inline", "code", 0)
        mark.content = found[0]
    state.pos = found.end()
    return True


Note = Callable[[str], int]
"""The number of a footnote's label."""


def stream(marks: Sequence[Mark], text: Mapped, note: Note) -> Iterator[Token]:
    """The marks of one paragraph as HTML tokens; `text` is the paragraph, with the place of each character."""
    held: list[Mapped] = []

    def settle() -> Iterator[Token]:
        if held:
            yield from _addresses(join(held)) if linked == 0 else [html.text(join(held))]
            held.clear()

    linked = 0
    for mark in marks:
        words = Mapped(mark.content, [text.where(place) for place in mark.meta.get(AT, ())])
        if mark.type in ("text", "text_special"):
            if mark.content:
                held.append(words)
        elif mark.type == "softbreak":
            held.append(_newline(mark, text))
        else:
            yield from settle()
            linked += mark.nesting if mark.type.startswith("link_") else 0
            yield from _mark(mark, words, text, note)
            if mark.type == "hardbreak":
                held.append(_newline(mark, text))
    yield from settle()


def _newline(mark: Mark, text: Mapped) -> Mapped:
    return inserted("\n", text.where(mark.meta[AT][0]))


def _mark(mark: Mark, words: Mapped, text: Mapped, note: Note) -> Iterator[Token]:
    if mark.type == "code_inline":
        yield from (html.start("code"), html.text(words), html.end("code"))
    elif mark.type == "html_inline":
        yield from html.tokens(words)
    elif mark.type == "hardbreak":
        yield html.start("br")
    elif mark.type == "image":
        alt = join(_alt(mark.children or (), text))
        where = Mapped(str(mark.attrs.get("src", "")), ())
        yield Token(html.START, "img", attributes=(("src", where), ("alt", alt)))
    elif mark.type == "footnote_call":
        number = str(note(mark.content))
        yield from (html.start("sup"), html.start("a", href=f"#fn:{number}"))
        yield html.text(inserted(number, text.where(mark.meta[AT][0])))
        yield from (html.end("a"), html.end("sup"))
    elif mark.nesting > 0:
        yield html.start(mark.tag, **{key: str(value) for key, value in mark.attrs.items()})
    elif mark.nesting < 0:
        yield html.end(mark.tag)


def _alt(marks: Sequence[Mark], text: Mapped) -> Iterator[Mapped]:
    for mark in marks:
        if mark.type in ("softbreak", "hardbreak"):
            yield _newline(mark, text)
        elif mark.content and mark.type != "html_inline":
            yield Mapped(mark.content, [text.where(place) for place in mark.meta[AT]])
        yield from _alt(mark.children or (), text)


def _addresses(words: Mapped) -> Iterator[Token]:
    """Text with the web and mail addresses in it made into links."""
    done = 0
    for found in _ADDRESS.finditer(words.text):
        end = found.start() + len(_address(found[0]))
        if found.start() > done:
            yield html.text(words.part(done, found.start()))
        address = words.part(found.start(), end)
        yield from (html.start("a", href=_target(address.text)), html.text(address), html.end("a"))
        done = end
    if done < len(words.text):
        yield html.text(words.part(done, len(words.text)))


def _address(found: str) -> str:
    """Without the punctuation that belongs to the sentence."""
    while True:
        shorter = found.rstrip("?!.,:*_~'\"")
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == found:
            return found
        found = shorter


def _target(address: str) -> str:
    if address.startswith("www."):
        return "http://" + address
    return address if "://" in address else "mailto:" + address
