"""The words of a document as HTML, with the words that remarks are about marked and linked to their remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lettersmith.model.manuscript import Block, Span, plain
from lettersmith.model.remark import Level
from lettersmith.remarks.escaping import html


class Pin(NamedTuple):
    """The words that one remark is about, in the plain text of a block."""

    start: int
    end: int
    """Equal to `start` where the whole block is meant: then nothing is marked."""
    card: str
    """Id of the remark's card on the page."""
    number: int
    level: Level


class Marked(NamedTuple):
    """What is to be marked in one block."""

    pins: Sequence[Pin] = ()
    anchors: Mapping[int, str] = {}
    """Ids of sentences by the position where they begin."""
    notes: str = ""
    """What the ids of footnotes begin with."""


def inline(spans: Sequence[Span], marked: Marked, offset: int = 0) -> str:
    """Some spans that begin at `offset` of their block's plain text."""
    return "".join(_pieces(spans, marked, offset))


def table(block: Block, marked: Marked) -> str:
    """A table; its first row holds the column headings."""
    rows = list(_rows(block, marked))
    body = f"<tbody>{''.join(rows[1:])}</tbody>" if rows[1:] else ""
    return f"<table><thead>{rows[0]}</thead>{body}</table>"


def _rows(block: Block, marked: Marked) -> Iterator[str]:
    offset = 0
    for number, row in enumerate(block.rows):
        cells = []
        for cell in row:
            words = inline(cell, marked, offset)
            head = number == 0 and bool(words.strip())
            cells.append(f'<th scope="col" dir="auto">{words}</th>' if head else f'<td dir="auto">{words}</td>')
            offset += len(plain(cell)) + 1
        yield f"<tr>{''.join(cells)}</tr>"


def _pieces(spans: Sequence[Span], marked: Marked, offset: int) -> Iterator[str]:
    end = offset + len(plain(tuple(spans)))
    calls = list(_note_calls(spans, offset))
    edges = {offset, end, *(position for position, _ in calls)}
    edges |= {edge for pin in marked.pins for edge in (pin.start, pin.end) if offset < edge < end}
    edges |= {position for position in marked.anchors if offset < position < end}
    for position, number in calls:
        if position == offset:
            yield _call(marked, number)
    for start, stop in pairwise(sorted(edges)):
        yield from _starts(marked, start, offset, end)
        yield _marked_words(_words(spans, offset, start, stop), marked, start, stop)
        for position, number in calls:
            if position == stop:
                yield _call(marked, number)
    if offset == end:
        yield from _starts(marked, offset, offset, end)


def _starts(marked: Marked, position: int, offset: int, end: int) -> Iterator[str]:
    """The targets of links at a position: a sentence that begins here, and every remark whose words do."""
    if position in marked.anchors:
        yield f'<span id="{marked.anchors[position]}"></span>'
    for pin in marked.pins:
        begins = pin.start == position
        if begins and (pin.end > pin.start or offset == 0):
            yield f'<span id="m{pin.card}"></span>'


def _marked_words(words: str, marked: Marked, start: int, stop: int) -> str:
    over = [pin for pin in marked.pins if pin.start <= start and stop <= pin.end and pin.start < pin.end]
    if not over or not words:
        return words
    first = min(over, key=lambda pin: (list(Level).index(pin.level), pin.number))
    ends = "".join(
        f'<sup data-of="{pin.card}"><span class="unseen"> remark </span>{pin.number}</sup>'
        for pin in over
        if pin.end == stop
    )
    cards = " ".join(pin.card for pin in over)
    if words.isspace() and not ends:  # a link must have words
        return f'<span class="mark {first.level.value}" data-of="{cards}">{words}</span>'
    return f'<a class="mark {first.level.value}" href="#{first.card}" data-of="{cards}">{words}{ends}</a>'


def _words(spans: Sequence[Span], offset: int, start: int, stop: int) -> str:
    """The words from `start` to `stop`, each span in its look."""
    found, position = [], offset
    for span in spans:
        piece = span.text[max(start - position, 0) : max(stop - position, 0)]
        position += len(span.text)
        if piece:
            found.append(_look(span, html(piece).replace("\n", "<br>")))
    return "".join(found)


def _look(span: Span, words: str) -> str:
    if span.link:
        words = f'<span class="link">{words}</span>'
    if span.italic:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if span.bold else words


def _note_calls(spans: Sequence[Span], offset: int) -> Iterator[tuple[int, int]]:
    position = offset
    for span in spans:
        if span.note:
            yield position, span.note
        position += len(span.text)


def _call(marked: Marked, number: int) -> str:
    return (
        f'<sup class="call"><a href="#{marked.notes}{number}"><span class="unseen">footnote </span>{number}</a></sup>'
    )
