"""HTML as a stream of tags, texts and comments, each character with its place: no tree, as Vale reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.reading.scoped.mapped import NOTHING, Mapped, unescape

START, END, EMPTY, TEXT, COMMENT, OTHER = "start", "end", "empty", "text", "comment", "other"

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Tags that never hold anything."""
_RAW = frozenset(["iframe", "noembed", "noframes", "script", "style", "xmp", "plaintext"])
_RCDATA = frozenset({"title", "textarea"})

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_TAG_END = re.compile(r"\s*(/?)>")
_MARKUP = re.compile(r"<(?:[A-Za-z!?]|/)")


class Token(NamedTuple):
    """One piece of HTML."""

    kind: str
    """`start`, `end`, `empty` (`<br/>`), `text`, `comment` or `other`."""
    name: str = ""
    """Of a tag."""
    text: Mapped = NOTHING
    """Of a text, with its entities decoded once, or of a comment."""
    attributes: tuple[tuple[str, Mapped], ...] = ()

    def attribute(self, name: str) -> str:
        """The value of an attribute; empty when there is none."""
        return next((value.text for key, value in self.attributes if key == name), "")


def start(name: str, **attributes: str) -> Token:
    """An opening tag that the Markdown gave."""
    return Token(
        START, name, attributes=tuple((key, Mapped(value, [0] * len(value))) for key, value in attributes.items())
    )


def end(name: str) -> Token:
    """A closing tag."""
    return Token(END, name)


def text(words: Mapped) -> Token:
    """Some text."""
    return Token(TEXT, text=words)


def tokens(source: Mapped) -> Iterator[Token]:
    """The tokens of some HTML, in order."""
    here, size = 0, len(source.text)
    while here < size:
        found = _MARKUP.search(source.text, here)
        begin = found.start() if found else size
        if begin > here:
            yield text(unescape(source.part(here, begin)))
        if not found:
            return
        token, here = _markup(source, begin)
        if token:
            yield token
        if token and token.kind == START and token.name in _RAW | _RCDATA:
            raw, here = _raw(source, here, token.name)
            if raw:
                yield raw


def _markup(source: Mapped, begin: int) -> tuple[Token | None, int]:
    if tag := _TAG.match(source.text, begin):
        return _tag(source, tag)
    if source.text.startswith("<!--", begin):
        return _comment(source, begin)
    size = len(source.text)
    close = source.text.find(">", begin)
    close = size if close < 0 else close
    if source.text.startswith("</>", begin):
        return None, close + 1
    if source.text[begin : begin + 9].lower() == "<!doctype":
        return Token(OTHER), close + 1
    return Token(COMMENT, text=source.part(begin + 2, close)), close + 1


def _comment(source: Mapped, begin: int) -> tuple[Token, int]:
    for short in ("<!-->", "<!--->"):
        if source.text.startswith(short, begin):
            return Token(COMMENT), begin + len(short)
    close = re.compile("--!?>").search(source.text, begin + 4)
    if not close:
        return Token(COMMENT, text=source.part(begin + 4, len(source.text))), len(source.text)
    return Token(COMMENT, text=source.part(begin + 4, close.start())), close.end()


def _tag(source: Mapped, tag: re.Match[str]) -> tuple[Token, int]:
    here = tag.end()
    attributes: list[tuple[str, Mapped]] = []
    while not (close := _TAG_END.match(source.text, here)):
        found = _ATTRIBUTE.match(source.text, here)
        if not found or found.end() == here:
            return Token(OTHER), len(source.text)
        group = next((number for number in (2, 3, 4) if found[number] is not None), 0)
        value = unescape(source.part(*found.span(group))) if group else NOTHING
        attributes.append((found[1].lower(), value))
        here = found.end()
    name = tag[2].lower()
    if tag[1]:
        return end(name), close.end()
    kind = EMPTY if close[1] else START
    return Token(kind, name, attributes=tuple(attributes)), close.end()


def _raw(source: Mapped, here: int, name: str) -> tuple[Token | None, int]:
    close = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(source.text, here)
    until = close.start() if close else len(source.text)
    if until == here:
        return None, here
    words = source.part(here, until)
    return text(unescape(words) if name in _RCDATA else words), until
