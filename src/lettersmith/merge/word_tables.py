"""The tables of a Word template as blocks.

A table whose first row is a heading row is a table. Any other is a layout, so that each of its cells is a paragraph of
its own (in a table of one column: each paragraph).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lettersmith.model.manuscript import Block, Span


class Group(list[Block]):
    """The blocks of a table inside a cell."""


Holder = list[Block | Group]
"""What stands in the body, a cell, a text box or a footnote."""


@dataclass(slots=True)
class Table:
    """A table in the making."""

    parts: tuple[str, ...]
    rows: list[list[Holder]] = field(default_factory=list)
    heads: bool = False
    """Whether its first row is a heading row."""


def in_order(table: Table, *, nested: bool) -> Holder:
    """What a table leaves in the text around it; a nested one that stays a table follows the table that it is in."""
    if all(len(row) <= 1 for row in table.rows) and not (table.heads and not nested and _is_box(table)):
        return [one for row in table.rows for cell in row for one in cell]
    rows = [[[one for one in cell if not isinstance(one, Group)] for cell in row] for row in table.rows if row]
    made = Group(_as_table(table, rows) if table.heads else _as_cells(rows))
    made.extend(block for row in table.rows for cell in row for one in cell if isinstance(one, Group) for block in one)
    return [made] if nested else [*made]


def flat(holder: Holder) -> list[Block]:
    """The blocks of a text, those of tables inside cells among them."""
    return [block for one in holder for block in (one if isinstance(one, Group) else (one,))]


def joined(blocks: list[Block]) -> tuple[Span, ...]:
    """The words of some blocks as one text, a line each."""
    spans: list[Span] = []
    for block in blocks:
        for text in block.texts():
            if spans:
                spans.append(Span("\n", block.origin))
            spans.extend(text)
    return tuple(spans)


def _is_box(table: Table) -> bool:
    """Whether a table of one column is a heading with boxes under it."""
    cells = [cell for row in table.rows for cell in row]
    return len(cells) > 1 and all(len(cell) <= 1 and not any(isinstance(one, Group) for one in cell) for cell in cells)


def _as_table(table: Table, rows: list[list[list[Block]]]) -> Iterator[Block]:
    blocks = [block for row in rows for cell in row for block in cell]
    if blocks:
        parts = dict.fromkeys([*table.parts, *(part for block in blocks for part in block.parts)])
        cells = tuple(tuple(joined(cell) for cell in row) for row in rows)
        yield Block("table", parts=tuple(parts), rows=cells, origin=blocks[0].origin)


def _as_cells(rows: list[list[list[Block]]]) -> Iterator[Block]:
    for row in rows:
        for cell in row:
            if len(cell) == 1:
                yield cell[0]
            elif cell:
                parts = tuple(dict.fromkeys(part for block in cell for part in block.parts))
                yield Block("paragraph", joined(cell), parts=parts, origin=cell[0].origin)
