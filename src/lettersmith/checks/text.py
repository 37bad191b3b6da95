"""The words of a manuscript as checks read them: passages, sentences, and the places of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import NamedTuple, TypeVar

from lettersmith.checks.lines import A_LIST, is_label, is_list_of_labels, pieces
from lettersmith.checks.readability.language import is_english
from lettersmith.checks.readability.spoken import weigh
from lettersmith.checks.splitting import split_piece
from lettersmith.checks.words import count
from lettersmith.model.manuscript import Block, Manuscript, Span, plain
from lettersmith.model.place import Origin, Place
from lettersmith.model.subject import Subject

Given = TypeVar("Given")
Answer = TypeVar("Answer")


class Passage(NamedTuple):
    """Words that are read as one text: a paragraph, heading, item, table cell, footnote or running header."""

    text: str
    spans: tuple[Span, ...]
    block: Block
    at: int
    """Which block of the manuscript; -1 for footnotes, header and footer."""
    offset: int
    """Where the text begins in the block's plain text: not 0 only in the cells of a table."""
    region: str
    """`body`, `note`, `header` or `footer`."""


class Sentence(NamedTuple):
    """One sentence of a passage of prose."""

    text: str
    passage: Passage
    start: int
    """Where it begins in the passage's text."""
    words: int
    syllables: int = 0
    polysyllables: int = 0
    """Words of three syllables or more."""

    @property
    def end(self) -> int:
        """One past its last character in the passage's text."""
        return self.start + len(self.text)


def keep_last(function: Callable[[Given], Answer]) -> Callable[[Given], Answer]:
    """The function, keeping its last answer: several checks ask the same of one manuscript, one after the other."""
    kept: list[tuple[Given, Answer]] = []

    @wraps(function)
    def remembering(given: Given) -> Answer:
        last = kept[0] if kept else None
        if last is None or last[0] is not given:
            last = (given, function(given))
            kept[:] = [last]
        return last[1]

    return remembering


NOT_PROSE = frozenset(
    ("address", "signature", "contact", "copies", "reference", "date", "greeting", "close", "subject")
)
"""Parts whose lines are labels, names and numbers: no sentence rule applies to them."""


@keep_last
def passages(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Every passage of a manuscript that has words, in reading order: header, body, notes, footer."""
    found: list[Passage] = []
    for block in manuscript.header:
        found += _of_block(block, -1, "header")
    for index, block in enumerate(manuscript.blocks):
        found += _of_block(block, index, "body")
    for spans in manuscript.notes:
        found += _of_block(Block("paragraph", spans), -1, "note")
    for block in manuscript.footer:
        found += _of_block(block, -1, "footer")
    return tuple(found)


def _of_block(block: Block, index: int, region: str) -> Iterable[Passage]:
    if block.rows:
        return _of_cells(block, index, region)
    spans = block.spans
    text = spans[0].text if len(spans) == 1 else plain(spans)
    return (Passage(text, spans, block, index, 0, region),) if text and not text.isspace() else ()


def _of_cells(block: Block, index: int, region: str) -> Iterator[Passage]:
    offset = 0
    for spans in block.texts():
        text = plain(spans)
        if text and not text.isspace():
            yield Passage(text, spans, block, index, offset, region)
        offset += len(text) + 1


@keep_last
def by_part(manuscript: Manuscript) -> Mapping[str, list[Passage]]:
    """The passages inside each part of the template, by the part's name."""
    found: dict[str, list[Passage]] = {}
    for passage in passages(manuscript):
        for part in passage.block.parts:
            found.setdefault(part, []).append(passage)
    return found


@keep_last
def all_words(manuscript: Manuscript) -> str:
    """All words of a manuscript in one text: to ask quickly whether something is in it at all."""
    return "\n".join([passage.text for passage in passages(manuscript)])


@keep_last
def small_letters(manuscript: Manuscript) -> str:
    """The same in small letters. (A text all in ASCII takes no time; one dash in it, and it takes a hundred times.)"""
    return "\n".join([passage.text.lower() for passage in passages(manuscript)])


def may_be_prose(passage: Passage) -> bool:
    """Whether a passage stands where running text stands: not in a heading, table, header, greeting or address."""
    block = passage.block
    if block.kind not in ("paragraph", "item") or passage.region in ("header", "footer"):
        return False
    return NOT_PROSE.isdisjoint(block.parts)


def prose(passage: Passage) -> list[tuple[int, int]]:
    """The pieces of a passage that are running text, each from where to where: none of a heading, table or address.

    A list item of one line is running text, however short.
    """
    if not may_be_prose(passage):
        return []
    if passage.block.kind == "item" and "\n" not in passage.text:
        return [(0, len(passage.text))]
    text = passage.text if len(passage.spans) < A_LIST else _as_written(passage)
    return [(start, end) for start, end in pieces(text) if not is_label(text[start:end])]


def _as_written(passage: Passage) -> str:
    """The text of a passage with a line break for each one of its source that was a space to the reader.

    Only where the lines are a list of labels, such as an address that somebody typed without ending its lines.
    """
    text = passage.text
    if passage.spans[0].origin.line == passage.spans[-1].origin.line or "\n" in text:
        return text
    written, line = "", 0
    for span in passage.spans:
        if line and span.origin.line > line and written.endswith(" "):
            written = written[:-1] + "\n"
        line = span.origin.line
        written += span.text
    return written if is_list_of_labels(written) else text


def is_prose(passage: Passage) -> bool:
    """Whether any of a passage is running text: not a heading, table, address, greeting or other label."""
    return bool(prose(passage))


class Running(NamedTuple):
    """A passage with running text in it."""

    passage: Passage
    pieces: list[tuple[int, int]]
    """Where the running text is: `prose`."""
    english: bool


@keep_last
def running_text(manuscript: Manuscript) -> tuple[Running, ...]:
    """Every passage of a manuscript that has running text, in reading order, whatever its language."""
    return tuple(
        Running(passage, found, is_english(passage.text))
        for passage in passages(manuscript)
        if (found := prose(passage))
    )


@keep_last
def sentences(manuscript: Manuscript) -> tuple[Sentence, ...]:
    """Every English sentence of the prose of a manuscript, in reading order. Each list item stands for itself."""
    return tuple(
        Sentence(text, passage, start, *weigh(text))
        for passage, found, english in running_text(manuscript)
        if english
        for begin, end in found
        for start, text in split_piece(passage.text, begin, end)
    )


def words_in(manuscript: Manuscript) -> int:
    """How many words a document has: all of its body, tables and footnotes; not its header and footer."""
    return sum(count(passage.text) for passage in passages(manuscript) if passage.region in ("body", "note"))


def span_at(passage: Passage, start: int, end: int) -> tuple[Origin, int]:
    """Who wrote most of the letters from `start` to `end` of a passage, and where the words of that origin begin.

    In a text file, whose places have columns, the first letter counts.
    """
    found, begins, most, position = passage.block.origin, 0, 0, 0
    for span in passage.spans:
        after = position + len(span.text)
        if after > start:
            origin = span.origin
            if position >= end and position > start:
                break
            if origin.column and position <= start:
                return origin, position
            covered = (after if after < end else end) - (position if position > start else start)
            if covered > most and origin.file:
                found, begins, most = origin, position, covered
        position = after
    return found, begins


def origin_at(passage: Passage, start: int, end: int) -> Origin:
    """Who wrote the words from `start` to `end` of a passage: the origin of most of their letters."""
    return span_at(passage, start, end)[0]


def place(subject: Subject, passage: Passage, start: int = 0, end: int | None = None) -> Place:
    """The place of some words of a passage, in the document and in its source."""
    text, _, block, at, offset, _ = passage
    stop = len(text) if end is None else end
    origin, begins = span_at(passage, start, stop)
    line, column = origin.line, origin.column
    if column:
        before = text[begins:start]
        line += before.count("\n")
        column = (1 if "\n" in before else column) + len(before.rpartition("\n")[2])
    heading, paragraph = _where(subject.manuscript, passage, origin)
    page = page_of(subject, at) if subject.layout else 0
    return Place(
        origin.file,
        line,
        origin.path,
        subject.manuscript.kind,
        page or block.page,
        at,
        offset + start,
        offset + stop,
        text[start:stop],
        column,
        heading,
        paragraph,
        _region(passage),
        _anchor(passage, start) if _is_anchored(subject.manuscript) else "",
    )


def _region(passage: Passage) -> str:
    """Where a passage is, when it is not in the body itself."""
    if passage.region == "body":
        return "text box" if "text box" in passage.block.parts[:1] else ""
    return passage.region


def _anchor(passage: Passage, start: int) -> str:
    """The paragraph of a Word file that a character stands in; empty in any other document."""
    position = 0
    for span in passage.spans:
        position += len(span.text)
        if position > start and span.origin.anchor:
            return span.origin.anchor
    return passage.block.origin.anchor


@keep_last
def _is_anchored(manuscript: Manuscript) -> bool:
    """Whether any words of a manuscript know their paragraph of a Word file."""
    return any(
        block.origin.anchor or any(span.origin.anchor for spans in block.texts() for span in spans)
        for block in (*manuscript.all_blocks(), *manuscript.asides, *(Block("", spans) for spans in manuscript.notes))
    )


def _where(manuscript: Manuscript, passage: Passage, origin: Origin) -> tuple[str, int]:
    """The heading that a passage of a file that was read stands under, and which paragraph there it is."""
    if passage.at < 0 or (manuscript.template and not origin.anchor):
        return "", 0
    return _headings(manuscript)[passage.at]


@keep_last
def _headings(manuscript: Manuscript) -> tuple[tuple[str, int], ...]:
    """For each block the heading that it stands under, and which paragraph under it, from 1; 0 for the heading itself.

    As a person counts: an item is a paragraph, a table is one, and empty lines and text boxes count for nothing.
    """
    found: list[tuple[str, int]] = []
    heading, count = "", 0
    for block in manuscript.blocks:
        if "text box" in block.parts[:1]:
            found.append((heading, 0))
            continue
        if block.kind == "heading":
            heading, count = " ".join(plain(block.spans).split()), 0
        elif block.kind != "rule":
            count += 1
        found.append((heading, count))
    return tuple(found)


def whole(subject: Subject) -> Place:
    """The place of a remark about a document as a whole."""
    return Place(file=subject.manuscript.template, document=subject.manuscript.kind)


def page_of(subject: Subject, index: int) -> int:
    """The page on which a block begins, from 1; 0 when it is not known."""
    layout = subject.layout
    if layout is None or not 0 <= index < len(layout.page_of_block):
        return 0
    return layout.page_of_block[index]
