"""The places of words: in the document, and in the source that must be mended."""

from __future__ import annotations

from typing import NamedTuple

from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import Passage
from lettersmith.model.manuscript import Block, Manuscript, plain
from lettersmith.model.place import Origin, Place
from lettersmith.model.subject import Subject


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
    text, _, block, at, offset, region = passage
    manuscript = subject.manuscript
    stop = len(text) if end is None else end
    origin, begins = span_at(passage, start, stop)
    line, column = origin.line, origin.column
    if column:
        line_end = text.rfind("\n", begins, start)
        line += text.count("\n", begins, start)
        column = start - line_end if line_end >= 0 else column + start - begins
    anchored, headings = _layout(manuscript)
    heading, paragraph = headings[at] if at >= 0 and (origin.anchor or not manuscript.template) else ("", 0)
    page = page_of(subject, at) if subject.layout else 0
    return Place(
        origin.file,
        line,
        origin.path,
        manuscript.kind,
        page or block.page,
        at,
        offset + start,
        offset + stop,
        text[start:stop],
        column,
        heading,
        paragraph,
        region if region != "body" else "text box" if "text box" in block.parts[:1] else "",
        _anchor(passage, start) if anchored else "",
    )


def _anchor(passage: Passage, start: int) -> str:
    """The paragraph of a Word file that a character stands in; empty in any other document."""
    position = 0
    for span in passage.spans:
        position += len(span.text)
        if position > start and span.origin.anchor:
            return span.origin.anchor
    return passage.block.origin.anchor


class _Layout(NamedTuple):
    """What the places in one manuscript have in common."""

    anchored: bool
    """Whether any words know their paragraph of a Word file."""
    headings: tuple[tuple[str, int], ...]
    """For each block the heading that it stands under, and which paragraph there it is."""


@keep_last
def _layout(manuscript: Manuscript) -> _Layout:
    """Worked out for the first place that is asked for."""
    return _Layout(_is_anchored(manuscript), _headings(manuscript))


def _is_anchored(manuscript: Manuscript) -> bool:
    """Whether any words of a manuscript know their paragraph of a Word file."""
    return any(
        block.origin.anchor or any(span.origin.anchor for spans in block.texts() for span in spans)
        for block in (*manuscript.all_blocks(), *manuscript.asides, *(Block("", spans) for spans in manuscript.notes))
    )


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
