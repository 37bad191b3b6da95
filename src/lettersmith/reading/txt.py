"""Plain text to a manuscript: paragraphs, underlined headings and lists, each span with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin

_LABEL = re.compile(r"(?P<indent>[ \t]*)(?:(?P<bullet>[*•\-–·])|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,})[ \t]*")
_LEVELS = {"=": 1, "-": 2, "~": 3}
_RULE = re.compile(r"[ \t]*(\*[ \t]*){3,}|[ \t]*([-_=][ \t]*){3,}")
_WRAPPED = 50
"""Characters: a shorter line is taken to end on purpose, a longer one to have been wrapped."""


class _Line(NamedTuple):
    number: int
    text: str
    column: int = 1
    """Of its first letter."""


def read(source: str, file: str, *, first_line: int = 1) -> Manuscript:
    """A text as a manuscript. Its title is its first heading, else its first line."""
    blocks = tuple(_blocks(source.replace("\r\n", "\n").replace("\r", "\n"), file, first_line))
    first = next((block for block in blocks if block.kind == "heading"), blocks[0] if blocks else None)
    words = "".join(span.text for span in first.spans).split("\n")[0] if first else ""
    return Manuscript(kind=file, title=words.strip() or file, blocks=blocks)


def _blocks(source: str, file: str, first_line: int) -> Iterator[Block]:
    runs = 0
    in_list = False
    for lines in _pieces(source, first_line):
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[-1].text):
            level = _LEVELS[lines[-1].text[0]]
            yield Block("heading", _spans(lines[:-1], file), level, origin=Origin(file, lines[0].number))
            in_list = False
            continue
        if len(lines) == 1 and _RULE.fullmatch(lines[0].text):
            yield Block("rule", origin=Origin(file, lines[0].number))
            in_list = False
            continue
        for group in _items(lines):
            label = _LABEL.match(group[0].text)
            is_list = bool(label)
            runs += is_list and not in_list
            in_list = is_list
            yield _item(label, group, file, runs) if label else _paragraph(group, file)


def _pieces(source: str, first_line: int) -> Iterator[list[_Line]]:
    """Lines that stand together, between empty ones."""
    piece: list[_Line] = []
    for number, text in enumerate(source.split("\n"), first_line):
        if text.strip():
            piece.append(_Line(number, text))
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _items(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines split where a list item begins."""
    group: list[_Line] = []
    for line in lines:
        if group and _LABEL.match(line.text):
            yield group
            group = []
        group.append(line)
    yield group


def _paragraph(lines: Sequence[_Line], file: str) -> Block:
    return Block("paragraph", _spans(lines, file), origin=Origin(file, lines[0].number))


def _item(label: re.Match[str], lines: Sequence[_Line], file: str, run: int) -> Block:
    first = _Line(lines[0].number, lines[0].text[label.end() :], label.end() + 1)
    spans = _spans([first, *lines[1:]], file)
    level = len(label["indent"].expandtabs(3)) // 3 + 1
    origin = Origin(file, first.number)
    if label["bullet"]:
        return Block("item", spans, level, marker="bullet", origin=origin)
    return Block("item", spans, level, marker="number", number=int(label["number"]), run=run, origin=origin)


def _spans(lines: Sequence[_Line], file: str) -> tuple[Span, ...]:
    """One span a line: a long line runs on into the next, a short one was ended on purpose."""
    joints = [*(_joint(line) for line in lines[:-1]), ""]
    return tuple(
        Span(line.text.strip() + joint, Origin(file, line.number, column=line.column + _indent(line)))
        for line, joint in zip(lines, joints, strict=True)
    )


def _indent(line: _Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _joint(line: _Line) -> str:
    return " " if len(line.text) >= _WRAPPED else "\n"
