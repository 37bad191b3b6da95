"""How wide the columns of a table are: one answer for every format that has pages, so that they break alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil

from lettersmith.model.manuscript import Block, plain

NARROW, WIDE = 0.29, 0.92
CAPITAL, LETTER = 0.7, 0.56
"""Widths in ems: those of Arial, rounded up to its bold."""
NARROW_ONES, WIDE_ONES = "iljft.,:;'’|!()[] ", "mwMW@%"
ENOUGH = 26.0
"""Ems: a cell with more text than this wraps, and wants no more room for it."""


def column_widths(table: Block, available: float, size: float, padding: float) -> tuple[float, ...]:
    """Widths of a table's columns in whole points (the last takes the rest); together they are `available`.

    Each column gets room for its longest word. What is left goes to the columns with lines that are longer than that,
    those that lack least first, so that a telephone number stands on one line; what is still left goes to all alike by
    their width. `size` is the letters' size and `padding` the space at each
    side of a cell, both in points.
    """
    columns = max(map(len, table.rows))
    texts = [[plain(row[column]) for row in table.rows if column < len(row)] for column in range(columns)]
    least = [longest(text.split() for text in column) * size + 2 * padding for column in texts]
    wanted = [min(longest(text.split("\n") for text in column), ENOUGH) * size + 2 * padding for column in texts]
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    spare = available - sum(least)
    if spare <= 0:
        widths = [available * width / sum(least) for width in least]
    elif spare < sum(more):
        widths = [need + part for need, part in zip(least, shares(more, max(spare - columns, 0)), strict=True)]
    else:
        full = [need + part for need, part in zip(least, more, strict=True)]
        widths = [available * width / sum(full) for width in full]
    whole = [float(ceil(width) if spare > columns else int(width)) for width in widths[:-1]]
    return (*whole, available - sum(whole))


def shares(wanted: Sequence[float], spare: float) -> list[float]:
    """What each gets of less than all of them want: nobody more than wanted, and nobody less than an equal part."""
    given = [0.0] * len(wanted)
    by_want = sorted(range(len(wanted)), key=lambda index: wanted[index])
    for done, index in enumerate(by_want):
        given[index] = min(wanted[index], spare / (len(wanted) - done))
        spare -= given[index]
    return given


def longest(texts: Iterable[list[str]]) -> float:
    """Ems of the longest piece of text; never nothing, so that an empty column can be seen."""
    return max((ems(piece) for pieces in texts for piece in pieces), default=0.0) or LETTER


@lru_cache(maxsize=2048)
def ems(text: str) -> float:
    """About how wide a text is, in ems."""
    return sum(map(letter_width, text))


def letter_width(letter: str) -> float:
    """About how wide one letter is, in ems."""
    if letter in NARROW_ONES:
        return NARROW
    if letter in WIDE_ONES:
        return WIDE
    return CAPITAL if letter.isupper() else LETTER
