"""The source of a template before Jinja reads it: what is refused at sight, tag lines that vanish, stamps.

A line that holds only tags must leave no line behind, and the lines of the tags must stay true: so its newline is moved
into a comment. (Inside its last tag, Jinja would count some expressions to the next line.) Every other line gets a
stamp, so that the words of the made text know their template line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.merge.lines import Lines
from lettersmith.merge.marks import NONCHARACTER, stamp_mark
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

TAG = re.compile(
    r"""(?P<comment>\{\#.*?\#\})|(?P<block>\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\})|(?P<slot>\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\})""",
    re.DOTALL,
)
PIECE = re.compile(r"\{[{%#]|[%#}]\}|\{\s*[A-Za-z_][\w.]*\s*\}|[\uff5b\uff5d\u2774\u2775]")
INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
CURLY = re.compile("[\u2018-\u201f\u2032\u2033\uff02\uff07]")


class Segment(NamedTuple):
    """A piece of a template's source: `text`, `comment`, `block` or `slot`."""

    kind: str
    text: str
    line: int


def refusal(rule: str, file: str, line: int, what: str, do: str = "", text: str = "") -> Remark:
    """The remark of a fault in a template."""
    return Remark(f"Template.{rule}", Level.ERROR, what, Place(file, line, text=text[:200]), do=do)


def segments(source: str) -> Iterator[Segment]:
    """The pieces of a template's source, in order."""
    line, at = 1, 0
    for found in TAG.finditer(source):
        if found.start() > at:
            yield Segment("text", source[at : found.start()], line)
            line += source.count("\n", at, found.start())
        yield Segment(found.lastgroup or "", found[0], line)
        line += found[0].count("\n")
        at = found.end()
    if at < len(source):
        yield Segment("text", source[at:], line)


def faults_at_sight(source: str, file: str) -> Iterator[Remark]:
    """What a template's source must not hold, wherever it stands."""
    for number, line in enumerate(source.split("\n"), 1):
        if found := CONTROL.search(line) or NONCHARACTER.search(line):
            what = f"Line {number} of {file} holds a character that cannot be printed (U+{ord(found[0]):04X})."
            yield refusal("Characters", file, number, what, "Delete it and type the words again.", line)
    for segment in segments(source):
        yield from _tag_faults(segment, file) if segment.kind != "text" else _text_faults(segment, file)


def _tag_faults(segment: Segment, file: str) -> Iterator[Remark]:
    text, line = segment.text, segment.line
    if segment.kind == "comment":
        return
    if text[2:3] in "-+" or text[-3:-2] in "-+":
        what = (
            f"The tag {text[:60]} on line {line} of {file} has a hyphen or plus sign at its edge, which swallows text."
        )
        yield refusal(
            "Tag",
            file,
            line,
            what,
            "Write {% … %} without it: a line that holds only tags leaves no line behind.",
            text,
        )
    if CURLY.search(text):
        what = f"The tag {text[:60]} on line {line} of {file} holds curly quotation marks, so that it never matches."
        yield refusal("Tag", file, line, what, "Use straight quotation marks inside tags.", text)
    if found := INVISIBLE.search(text):
        what = f"The tag on line {line} of {file} holds a character that cannot be seen (U+{ord(found[0]):04X})."
        yield refusal("Tag", file, line, what, "Delete the tag and type it again.", text)
    if re.match(r"\{%\s*(raw|endraw)\b", text):
        what = f"Line {line} of {file} uses “raw”, which prints tags as they are."
        yield refusal("Tag", file, line, what, "A letter holds no tags: take it out.", text)


def _text_faults(segment: Segment, file: str) -> Iterator[Remark]:
    for found in PIECE.finditer(segment.text):
        line = segment.line + segment.text.count("\n", 0, found.start())
        what = f"“{found[0]}” on line {line} of {file} is a tag, or part of one, that would be printed as it stands."
        yield refusal(
            "Tag",
            file,
            line,
            what,
            "Write {{ name }} with two straight braces on each side, and close every tag.",
            found[0],
        )
    mark = segment.text.find("\ufeff")
    if mark >= 0:
        line = segment.line + segment.text.count("\n", 0, mark)
        what = f"Line {line} of {file} holds a byte-order mark inside the text."
        yield refusal("Characters", file, line, what, "Delete it.", segment.text)


def prepared(source: str, file: str, lines: Lines) -> str:
    """The source as Jinja reads it: tag-only lines gone, every other line stamped with its number."""
    made: list[str] = []
    line: list[Segment] = []
    for segment in _by_lines(source if source.endswith("\n") else source + "\n"):
        line.append(segment)
        if segment.kind == "text" and segment.text.endswith("\n"):
            made.extend(_without_line(line) if _only_tags(line) else _stamped(line, file, lines))
            line = []
    made.extend(_stamped(line, file, lines))
    return "".join(made)


def _by_lines(source: str) -> Iterator[Segment]:
    """The segments, with each text cut behind every newline."""
    for segment in segments(source):
        if segment.kind != "text":
            yield segment
            continue
        for number, text in enumerate(LINE.findall(segment.text)):
            yield Segment("text", text, segment.line + number)


def _only_tags(line: list[Segment]) -> bool:
    kinds = {segment.kind for segment in line if segment.kind != "text" or segment.text.strip()}
    return bool(kinds) and kinds <= {"block", "comment"}


def _without_line(line: list[Segment]) -> list[str]:
    return [*(segment.text for segment in line if segment.kind != "text"), "{#\n#}"]


def _stamped(line: list[Segment], file: str, lines: Lines) -> list[str]:
    """A line with a stamp before its first words, and behind every tag that may take words in or leave some out."""
    made: list[str] = []
    known = False
    for index, segment in enumerate(line):
        text = segment.text
        blank = text[: len(text) - len(text.lstrip(" \t"))] if segment.kind == "text" and not index else ""
        if segment.kind in {"text", "slot"} and text.strip() and not known:
            made.append(f"{blank}{stamp_mark(lines.number(file, segment.line))}{text[len(blank) :]}")
            known = True
        else:
            made.append(text)
        if segment.kind == "block" or ("(" in text and segment.kind == "slot"):  # a slot with brackets may be a macro
            known = False
    return made
