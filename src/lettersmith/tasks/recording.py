"""The record of a check, written as a file of one page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.remark import Remark
from lettersmith.model.review import Review
from lettersmith.remarks.record import MOST, record
from lettersmith.workspace import builtin

FORMATS = (".docx", ".pdf", ".html", ".txt")
"""Ends of file names that a record can have; the first is the one for those who say none."""

_UNCOMMON = re.compile("[^\n -~\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac]")
"""Any sign but letters of European languages and the marks of British typing."""


def record_of(reviews: Sequence[Review], format: str, *, unread: Sequence[Remark] = (), day: date) -> bytes:
    """The bytes of a record in one of FORMATS. Of what is many, as much is named as one page holds."""
    from lettersmith.writing import FORMATS as WRITERS

    look = _look()
    for most in range(MOST, 0, -1):
        manuscript = record(reviews, unread=unread, day=day, most=most)
        in_print = printable(manuscript)
        if _pages(in_print, look) == 1:
            break
    return WRITERS[format[1:]].write(in_print if format == ".pdf" else manuscript, look)


def printable(manuscript: Manuscript) -> Manuscript:
    """The same with a box for every sign that our fonts may not have: names of files are in any script."""

    def span(one: Span) -> Span:
        return one._replace(text=_UNCOMMON.sub("\u25a1", one.text))

    def block(one: Block) -> Block:
        rows = tuple(tuple(tuple(map(span, cell)) for cell in row) for row in one.rows)
        return one._replace(spans=tuple(map(span, one.spans)), rows=rows)

    return replace(manuscript, blocks=tuple(map(block, manuscript.blocks)))


def _pages(manuscript: Manuscript, look: Look) -> int:
    from lettersmith.writing.pdf import lay_out

    return lay_out(manuscript, look)[1].pages


def _look() -> Look:
    """The look of forms: a quiet page with much room."""
    from lettersmith.catalogue.look import read_look

    return read_look(builtin("templates") / "letterheads" / "form" / "look.toml")
