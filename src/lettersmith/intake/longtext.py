"""A long text in a Markdown file of its own, to blocks whose words know their line.

Paragraphs, lists and bold; anything else is refused with its line. Every rule of CommonMark is on, and tables too, so
that what is not allowed is seen and refused, not printed as stray marks or dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from lettersmith.intake.characters import FORBIDDEN, LONGEST_TEXT, cleaned, names_of
from lettersmith.intake.show import listed, shortened
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

DEEPEST_LIST = 3

REFUSED = {
    "heading_open": ("a heading", "Headings belong to the template. Make it a paragraph, or a part of its own."),
    "em_open": (
        "a word in italics",
        "Only **bold** can be used. Take the * or _ away; write \\* for a star that should be seen.",
    ),
    "s_open": ("a struck-out word", "Take them out."),
    "link_open": ("a link", "Write the address as plain words."),
    "image": ("a picture", "Take it out."),
    "table_open": ("a table", "Tables belong to the template. Write a list."),
    "code_inline": ("a word in code marks (`)", "Take the ` marks away."),
    "code_block": ("an indented block", "Take away the spaces at the beginning of the line."),
    "fence": ("a block of code", "Take the ``` or ~~~ lines away."),
    "blockquote_open": ("a quotation block", "Take away the > at the beginning of the line; use quotation marks."),
    "hr": ("a line of dashes or stars", "Take it out."),
    "html_block": ("an HTML tag", "Take the tags away; write \\< for a < that should be seen."),
    "html_inline": ("an HTML tag", "Take the tags away; write \\< for a < that should be seen."),
}
_NUMBERED = re.compile(r"\s*\d{1,9}[.)]\s")
_LEFT_OVER = re.compile(r"\*\*|__|\[\^")


class TextFault(NamedTuple):
    """Something in a text file that cannot be used."""

    rule: str
    line: int
    what: str
    do: str
    text: str = ""


class _Text:
    """One text while it is read: its blocks and faults so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.blocks: list[Block] = []
        self.faults: list[TextFault] = []
        self.lists: list[tuple[str, int, int]] = []
        """The lists that we are in: marker, run, number of the item in hand."""
        self.runs = 0
        self.fresh = 0
        """Line of the item in hand while it has no words yet; else 0."""
        self.source: list[str] = []


def read_long_text(text: str, file: str) -> tuple[tuple[Block, ...], tuple[TextFault, ...]]:
    """The blocks of a Markdown text, and everything in it that cannot be used.

    The blocks are what could be read; they may be used only if there is no fault.
    """
    reading = _Text(file)
    if len(text) > LONGEST_TEXT:
        what = f"The text is {len(text):,} characters long; at most {LONGEST_TEXT:,} are read."
        return (), (TextFault("TooLong", 1, what, "Is it the right text? Shorten it, or split it."),)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if FORBIDDEN.search(line):
            what = f"The line holds {listed(names_of(line), 'and')}: {shortened(cleaned(line))}"
            reading.faults.append(TextFault("Character", number, what, "Delete it and type the words around it again."))
    reading.source = [cleaned(line) for line in lines]
    _read_blocks("\n".join(reading.source), reading)
    if not reading.blocks and not reading.faults:
        reading.faults.append(TextFault("Empty", 1, "The text has no words.", "Write the text."))
    return tuple(reading.blocks), tuple(sorted(dict.fromkeys(reading.faults), key=lambda fault: fault.line))


def _read_blocks(text: str, reading: _Text) -> None:
    environment: dict[str, Any] = {}
    tokens = _parser().parse(text, environment)
    skip_to = -1
    for index, token in enumerate(tokens):
        if index <= skip_to:
            continue
        line = token.map[0] + 1 if token.map else 0
        if token.type in REFUSED:
            _refuse(reading, token.type, line, text)
            skip_to = _end_of(tokens, index)
        elif token.type == "inline":
            _add_block(token, line, reading)
        else:
            _move(token, line, reading)
    for kept in ("references", "duplicate_refs"):
        entries = environment.get(kept, {})
        for entry in entries.values() if isinstance(entries, dict) else entries:
            do = "Write the address as plain words, in a sentence."
            what = "A link address stands there on its own; it would vanish."
            reading.faults.append(
                TextFault("Markdown", entry["map"][0] + 1, what, do, _line(text, entry["map"][0] + 1))
            )


@cache
def _parser() -> MarkdownIt:
    """What knows every rule of CommonMark, and tables and struck-out words; made once for all texts."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"])


def _end_of(tokens: list[Any], index: int) -> int:
    """The index of the token that closes the one at `index`: what stands inside is not told as well."""
    token = tokens[index]
    if token.nesting != 1:
        return index
    closing = token.type.replace("_open", "_close")
    return next(
        later
        for later in range(index + 1, len(tokens))
        if tokens[later].type == closing and tokens[later].level == token.level
    )


def _refuse(reading: _Text, kind: str, line: int, text: str) -> None:
    name, do = REFUSED[kind]
    shown = _line(text, line)
    what = f"Here is {name}: {shortened(shown)}" if shown else f"Here is {name}."
    reading.faults.append(TextFault("Markdown", line, what, do, shown))


def _line(text: str, number: int) -> str:
    return text.split("\n")[number - 1].strip()


def _move(token: Any, line: int, reading: _Text) -> None:
    """Enter and leave lists and items."""
    if token.type in ("bullet_list_open", "ordered_list_open"):
        if reading.fresh:
            reading.faults.append(_empty_item(reading.fresh))
            reading.fresh = 0
        reading.runs += token.type == "ordered_list_open"
        marker = "number" if token.type == "ordered_list_open" else "bullet"
        reading.lists.append((marker, reading.runs if marker == "number" else 0, 0))
        if len(reading.lists) == DEEPEST_LIST + 1:
            what = f"Here is a list more than {DEEPEST_LIST} lists deep."
            reading.faults.append(TextFault("Markdown", line, what, "Make it a list of its own."))
    elif token.type in ("bullet_list_close", "ordered_list_close"):
        reading.lists.pop()
    elif token.type == "list_item_open":
        marker, run, _ = reading.lists[-1]
        reading.lists[-1] = (marker, run, int(token.info or 0))
        reading.fresh = line
    elif token.type == "list_item_close" and reading.fresh:
        reading.faults.append(_empty_item(reading.fresh))
        reading.fresh = 0


def _empty_item(line: int) -> TextFault:
    return TextFault("Markdown", line, "Here is a list item without words.", "Write the item, or take it out.")


def _add_block(token: Any, line: int, reading: _Text) -> None:
    reading.faults += _glued(token, line, reading)
    spans = tuple(_joined(_spans(token.children or (), line, reading)))
    if not spans:
        return
    origin = Origin(reading.file, line)
    if not reading.lists:
        reading.blocks.append(Block("paragraph", spans, origin=origin))
        return
    marker, run, number = reading.lists[-1]
    level = len(reading.lists)
    if not reading.fresh:
        reading.blocks.append(Block("item", spans, level, run=run, origin=origin))
    else:
        reading.blocks.append(Block("item", spans, level, marker=marker, number=number, run=run, origin=origin))
    reading.fresh = 0


def _glued(token: Any, line: int, reading: _Text) -> Iterator[TextFault]:
    """Lines that Markdown takes for more of the paragraph above, though their writer meant something new."""
    for number, source in enumerate(reading.source[line : token.map[1]], line + 1):
        do = "Leave an empty line before it."
        if _NUMBERED.match(source):
            yield TextFault(
                "Markdown", number, f"A list begins inside a paragraph: {shortened(source.strip())}", do, source.strip()
            )
        elif reading.lists and not source[:1].isspace():
            what = f"The line goes on from the list item above it: {shortened(source.strip())}"
            do += " If it belongs to the item, begin it with two spaces."
            yield TextFault("Markdown", number, what, do, source.strip())


def _spans(children: Any, line: int, reading: _Text) -> Iterator[Span]:
    bold = 0
    for index, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            yield Span(" " if child.type == "softbreak" else "\n", Origin(reading.file, line), bool(bold))
            line += 1
        elif child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type == "text":
            text = child.content.replace("\t", " ")
            if _LEFT_OVER.search(text):
                do = "Close each ** without a space before it, or write \\*\\* for stars that should be seen."
                what = f"Here are marks that make nothing bold: {shortened(text)}"
                reading.faults.append(TextFault("Markdown", line, what, do, text))
            if FORBIDDEN.search(text) or "\n" in text:
                what = "Here is a character that cannot be printed, written as a code."
                reading.faults.append(TextFault("Character", line, what, "Take the code out.", text))
            if text:
                yield Span(text, Origin(reading.file, line), bool(bold))
        elif child.type in REFUSED:
            name, do = REFUSED[child.type]
            shown = child.content or "".join(later.content for later in children[index : index + 2])
            what = f"Here is {name}: {shortened(shown)}" if shown else f"Here is {name}."
            reading.faults.append(TextFault("Markdown", line, what, do, shown))


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours of one line and one look as one span; the space at a line's end belongs to the words before it."""
    held: Span | None = None
    for span in spans:
        if held is not None and (held.origin, held.bold) == (span.origin, span.bold):
            held = held._replace(text=held.text + span.text)
        else:
            if held is not None:
                yield held
            held = span
    if held is not None:
        yield held
