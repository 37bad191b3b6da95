"""Markdown drafts to a manuscript: CommonMark with tables and footnotes, each span with its line in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin
from lettersmith.reading import html
from lettersmith.reading.markdown_spans import Notes, Source, spans_of, take_notes

_DEEPEST = 60
"""Blocks in blocks; the parser's own limit of 20 would drop what is deeper."""
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[A-Za-z_][\w -]*:.*\n|[ \t]+.*\n|#.*\n)*---[ \t]*(?:\n|$)")


@dataclass(slots=True)
class _Item:
    """The list item in hand. Its marker is spent by its first block."""

    marker: str
    number: int
    run: int


@dataclass(slots=True)
class _State:
    """Where in the document the tokens have come to."""

    source: Source
    lines: list[str]
    """The draft as the parser sees it."""
    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    lists: list[_Item] = field(default_factory=list)
    """For each list that is open, outermost first, its next item."""
    items: list[_Item] = field(default_factory=list)
    heading: int = 0
    rows: list[list[tuple[Span, ...]]] = field(default_factory=list)
    row_line: int = 0
    in_table: bool = False
    runs: int = 0


def read(source: str, file: str, *, first_line: int = 1) -> Manuscript:
    """A draft as a manuscript. The lines between `---` at its top (author, status) are no part of its text."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    text = (
        _FRONT_MATTER.sub(lambda found: "\n" * found.group().count("\n"), text, count=1) if text[:3] == "---" else text
    )
    text, notes = take_notes(text)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.disable("text_join")  # it would join a character that was typed otherwise to its neighbours
    lines = text.split("\n")
    state = _State(Source(file, first_line, notes, lines), lines)
    for token in parser.parse(text):
        _take(token, state)
    blocks = tuple(state.blocks)
    return Manuscript(kind=file, title=_title(blocks, file), blocks=blocks, notes=_notes(parser, notes, state.source))


def _take(token: Token, state: _State) -> None:
    """One token of the parser."""
    kind = token.type
    if kind == "inline":
        _text(token, state)
    elif kind in ("fence", "code_block"):
        _code(token, state)
    elif kind == "html_block":
        _html(token, state)
    elif kind == "hr":
        state.blocks.append(Block("rule", parts=tuple(state.parts), origin=state.source.origin(_line(token))))
    elif kind == "heading_open":
        state.heading = int(token.tag[1])
    elif kind == "heading_close":
        state.heading = 0
    elif kind == "blockquote_open":
        state.parts.append("quote")
    elif kind == "blockquote_close":
        state.parts.pop()
    elif kind in ("bullet_list_open", "ordered_list_open"):
        state.lists.append(_first_item(token, state))
    elif kind in ("bullet_list_close", "ordered_list_close"):
        state.lists.pop()
    elif kind == "list_item_open":
        item = state.lists[-1]
        state.items.append(replace(item))
        item.number += item.marker == "number"
    elif kind == "list_item_close":
        state.items.pop()
    else:
        _table(token, state)


def _first_item(token: Token, state: _State) -> _Item:
    if token.type == "bullet_list_open":
        return _Item("bullet", 0, 0)
    state.runs += 1
    return _Item("number", int(token.attrs.get("start", 1)), state.runs)


def _table(token: Token, state: _State) -> None:
    if token.type == "table_open":
        state.rows, state.in_table = [], True
    elif token.type == "tr_open":
        state.rows.append([])
        state.row_line = _line(token)
    elif token.type == "tr_close":
        state.rows[-1] += _cells_left_over(state)
    elif token.type == "table_close":
        rows = tuple(tuple(row) for row in state.rows)
        origin = rows[0][0][0].origin if rows and rows[0] and rows[0][0] else state.source.origin(0)
        state.blocks.append(Block("table", parts=tuple(state.parts), rows=rows, origin=origin))
        state.in_table = False


def _cells_left_over(state: _State) -> list[tuple[Span, ...]]:
    """The cells of a row beyond its headings, which the parser drops in silence, with their marks as typed."""
    typed = escapedSplit(state.lines[state.row_line].strip().lstrip("> ").removeprefix("|").removesuffix("|"))
    origin = state.source.origin(state.row_line)
    return [(Span(words.strip(), origin),) for words in typed[len(state.rows[-1]) :] if words.strip()]


def _text(token: Token, state: _State) -> None:
    spans = spans_of(token, state.source, _line(token))
    if state.in_table:
        state.rows[-1].append(spans)
    elif spans:
        _add(spans, state)


def _code(token: Token, state: _State) -> None:
    """Code as a paragraph of its lines."""
    first = _line(token) + (token.type == "fence")
    lines = token.content.removesuffix("\n").split("\n")
    spans = tuple(
        Span(line + ("\n" if index + 1 < len(lines) else ""), _typed(line, first + index, state))
        for index, line in enumerate(lines)
    )
    if token.content.strip():
        state.parts.append("code")
        _add(spans, state)
        state.parts.pop()


def _typed(words: str, line: int, state: _State) -> Origin:
    """The origin of a whole line of code."""
    at = state.lines[line].rfind(words) if words and line < len(state.lines) else -1
    return state.source.origin(line, at + 1)


def _html(token: Token, state: _State) -> None:
    page = html.read(token.content, state.source.file, first_line=state.source.first_line + _line(token))
    state.blocks += [block._replace(parts=(*state.parts, *block.parts)) for block in page.blocks]


def _add(spans: tuple[Span, ...], state: _State) -> None:
    parts, origin = tuple(state.parts), spans[0].origin
    if state.heading:
        state.blocks.append(Block("heading", spans, state.heading, parts, origin=origin))
    elif state.items:
        item = state.items[-1]
        state.blocks.append(
            Block("item", spans, len(state.lists), parts, item.marker, item.number, item.run, origin=origin)
        )
        item.marker, item.number, item.run = "", 0, 0
    else:
        state.blocks.append(Block("paragraph", spans, parts=parts, origin=origin))


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _notes(parser: MarkdownIt, notes: Notes, source: Source) -> tuple[tuple[Span, ...], ...]:
    """The footnotes: those that are called in the order of their calls, then the rest."""
    return tuple(_note(parser, name, notes, source) for name in notes.in_order())


def _note(parser: MarkdownIt, name: str, notes: Notes, source: Source) -> tuple[Span, ...]:
    note = notes.texts[name]
    return tuple(span for token in parser.parseInline(note.text) for span in spans_of(token, source, note.line))


def _title(blocks: tuple[Block, ...], file: str) -> str:
    heading: Iterator[Block] = (block for block in blocks if block.kind == "heading")
    words = "".join(span.text for block in [next(heading, Block("heading"))] for span in block.spans)
    return " ".join(words.split()) or file
