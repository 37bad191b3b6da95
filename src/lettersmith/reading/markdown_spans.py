"""The inside of one block of Markdown: bold, italic, links, footnotes, each span with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.token import Token

from lettersmith.model.manuscript import Span
from lettersmith.model.place import Origin

_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_CALL = re.compile(r"\[\^([^\]\s]+)\]")
_LIKE_DEFINITION = re.compile(r"(\[\^[^\]\s]+\]):")
"""A footnote in a quote, or a second one of its name: with its colon escaped it is read as words."""
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Note(NamedTuple):
    """The text of a footnote, and its line (from 0)."""

    text: str
    line: int


@dataclass(slots=True)
class Notes:
    """The footnotes of a draft by name, and the names in the order in which they are called."""

    texts: dict[str, Note] = field(default_factory=dict)
    called: list[str] = field(default_factory=list)

    def number(self, name: str) -> int:
        """The number of a footnote that is called now."""
        if name not in self.called:
            self.called.append(name)
        return self.called.index(name) + 1

    def in_order(self) -> list[str]:
        """Every name: first those that are called."""
        return [*self.called, *(name for name in self.texts if name not in self.called)]


class Source(NamedTuple):
    """The file that is read."""

    file: str
    first_line: int
    notes: Notes
    lines: Sequence[str] = ()
    """Its lines, to tell columns."""

    def origin(self, line: int, column: int = 0) -> Origin:
        """The origin of words on a line (from 0)."""
        return Origin(self.file, self.first_line + line, column=column)


class Content(NamedTuple):
    """The source of the inside of one block, without the marks that its lines begin with."""

    text: str
    line: int
    """Of its first line, from 0."""
    source: Source
    starts: Sequence[int]
    """Of each line, the column of its first letter; 0 where it cannot be told."""

    @classmethod
    def of(cls, text: str, line: int, source: Source) -> Content:
        """The content of a block that begins on a line (from 0)."""
        starts = []
        for number, inside in enumerate(text.split("\n"), line):
            whole = source.lines[number] if number < len(source.lines) else ""
            starts.append(whole.rfind(inside) + 1 if inside else 0)
        return cls(text, line, source, starts)

    def origin(self, at: int) -> Origin:
        """The origin of the letter at a position."""
        before = self.text.count("\n", 0, at)
        start = self.starts[before] if before < len(self.starts) else 0
        column = start + at - (self.text.rfind("\n", 0, at) + 1) if start else 0
        return self.source.origin(self.line + before, column)


def take_notes(text: str) -> tuple[str, Notes]:
    """A draft without its footnotes (their lines left empty), and the footnotes.

    Markdown proper knows no footnotes, and would drop one of a single word in silence, as the address of a link.
    """
    lines, notes, fence, open_name = text.split("\n"), Notes(), "", ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        found = None if fence else _DEFINITION.fullmatch(line)
        if found and found[1] not in notes.texts:
            open_name = found[1]
            notes.texts[open_name] = Note(found[2].strip(), number)
        elif open_name and line.startswith((" ", "\t")) and line.strip():
            note = notes.texts[open_name]
            notes.texts[open_name] = note._replace(text=f"{note.text}\n{line.strip()}")
        else:
            open_name = ""
            lines[number] = line if fence else _LIKE_DEFINITION.sub(r"\1\:", line)
            continue
        lines[number] = ""
    return "\n".join(lines), notes


def spans_of(inline: Token, source: Source, line: int) -> tuple[Span, ...]:
    """The spans of one block, which begins on a line (from 0). Lines are joined by a space, as Markdown does."""
    spans: list[Span] = []
    for text, origin, look in _pieces(inline, Content.of(inline.content, line, source)):
        for span in _with_calls(text, origin, look, source.notes):
            if span.text.isspace() and spans and not spans[-1].note and span.text in (" ", "\n"):
                spans[-1] = spans[-1]._replace(text=spans[-1].text + span.text)
            else:
                spans.append(span)
    return tuple(spans)


class _Look(NamedTuple):
    bold: bool
    italic: bool
    link: str


def _pieces(inline: Token, content: Content) -> Iterator[tuple[str, Origin, _Look]]:
    """Texts with their origin and look. The place in the block's source is followed to know line and column of each."""
    text, at = content.text, 0
    bold = italic = 0
    link = ""
    for token in inline.children or ():
        look = _Look(bold > 0, italic > 0, link)
        if token.type == "text":
            start, at = _found(text, token.content, at)
            yield token.content, content.origin(start), look
        elif token.type == "text_special":
            start, at = _found(text, token.markup, at)
            yield token.content, content.origin(start), look
        elif token.type == "image":
            start, at = _found(text, token.content, at)
            yield token.content, content.origin(start), look
            at = _after(text, ")", _after(text, "](", at)) if "](" in text[at:] else at
        elif token.type == "code_inline":
            start = _after(text, token.markup, at)
            at = _after(text, token.markup, start)
            yield from ((words, origin, look) for words, origin in _code(token.content, content, start, at, token))
        elif token.type in ("softbreak", "hardbreak"):
            yield " " if token.type == "softbreak" else "\n", content.origin(at), look
            at = _after(text, "\n", at)
        elif token.type == "html_inline":
            if _LINE_BREAK.fullmatch(token.content):
                yield "\n", content.origin(at), look
            at = _after(text, token.content, at)
        elif token.type in ("strong_open", "strong_close", "em_open", "em_close"):
            step = token.nesting
            bold, italic = (bold + step, italic) if token.type[0] == "s" else (bold, italic + step)
            at = _after(text, token.markup, at)
        elif token.type == "link_open":
            link = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            link = ""
            at = _after(text, ")", _after(text, "](", at)) if text[at:].startswith("](") else at


def _found(text: str, wanted: str, at: int) -> tuple[int, int]:
    """Where some words begin and end, from a position on; the position itself where they are not as typed."""
    start = text.find(wanted, at)
    return (start, start + len(wanted)) if start >= 0 else (at, at)


def _code(shown: str, content: Content, start: int, end: int, token: Token) -> Iterator[tuple[str, Origin]]:
    """Code as it is shown, line by line as it was typed."""
    typed = content.text[start : end - len(token.markup)]
    at = start + (len(typed) - len(shown)) // 2
    for words in _code_lines(typed, shown):
        yield words, content.origin(at)
        at += len(words)


def _code_lines(typed: str, shown: str) -> list[str]:
    """Code as it is shown, in the lines in which it was typed; each but the last ends with the space between them."""
    lines = typed.replace("\n", " \n").split("\n")
    if "".join(lines) != shown:
        lines = [*lines[:-1], lines[-1].removesuffix(" ")]
        lines[0] = lines[0].removeprefix(" ")
    return lines if "".join(lines) == shown else [shown]


def _after(content: str, wanted: str, at: int) -> int:
    found = content.find(wanted, at)
    return found + len(wanted) if found >= 0 else at


def _with_calls(text: str, origin: Origin, look: _Look, notes: Notes) -> Iterator[Span]:
    """Text with the calls of footnotes as spans of their own."""
    at = 0
    for found in _CALL.finditer(text):
        if found[1] in notes.texts:
            if text[at : found.start()]:
                yield Span(text[at : found.start()], origin.moved(at), *look)
            yield Span("", origin.moved(found.start()), note=notes.number(found[1]))
            at = found.end()
    if text[at:]:
        yield Span(text[at:], origin.moved(at), *look)
