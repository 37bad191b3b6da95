"""How wide the columns of a table are: one answer for every format that has pages, so that they break alike."""

from __future__ import annotations

from collections.abc import Iterable

from lettersmith.model.manuscript import Block, plain

WORD = 0.58
"""Width of a letter, in ems, when the longest word of a column must not be broken (bold headings included)."""
LETTER = 0.5
"""Width of a letter in ems in running text."""
ENOUGH = 60
"""Letters: a cell with more text than this wraps, and wants no more room for it."""


def column_widths(table: Block, available: float, size: float, padding: float) -> tuple[float, ...]:
    """Widths of a table's columns in whole points (the last takes the rest); together they are `available`.

    Each column gets room for its longest word, and a share of what is left by the length of its texts. `size` is the
    letters' size and `padding` the space at each side of a cell, both in points.
    """
    columns = max(map(len, table.rows))
    texts = [[plain(row[column]) for row in table.rows if column < len(row)] for column in range(columns)]
    least = [longest(text.split() for text in column) * size * WORD + 2 * padding for column in texts]
    wanted = [min(longest(text.split("\n") for text in column), ENOUGH) * size * LETTER for column in texts]
    spare = available - sum(least)
    if spare < 0:
        widths = [available * width / sum(least) for width in least]
    else:
        weights = [max(want, need) for want, need in zip(wanted, least, strict=True)]
        widths = [need + spare * weight / sum(weights) for need, weight in zip(least, weights, strict=True)]
    whole = [float(int(width)) for width in widths[:-1]]
    return (*whole, available - sum(whole))


def longest(texts: Iterable[list[str]]) -> int:
    """Letters of the longest piece, at least one."""
    return max((len(piece) for pieces in texts for piece in pieces), default=1) or 1
