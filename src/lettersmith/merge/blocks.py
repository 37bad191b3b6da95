"""Slotted text to the blocks of a manuscript: cut into pieces, each piece parsed once and kept, holes filled.

Cut at blank lines outside lists, before every list item and at the lines of parts: so that the lists of another
inspection, longer or shorter, are made of pieces that are known already. A table is parsed row by row for that reason.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lettersmith.merge.lines import Lines
from lettersmith.merge.markdown import parse
from lettersmith.merge.marks import SLOT, STAMP, STAMP_END, STAMPS
from lettersmith.merge.patterns import BlockPattern, Hole, Part, Pattern
from lettersmith.merge.source import refusal
from lettersmith.model.manuscript import Span
from lettersmith.model.remark import Remark

MOST_KEPT = 512
"""Pieces that are kept for each template; the oldest goes first."""

KEEPS_LINES = frozenset({"address", "signature", "copies", "contact"})
"""Roles in which every line is a line of its own."""

_STAMPS = f"(?:{STAMP}\\d+{STAMP_END})*"
_ITEM = f"{_STAMPS}(?:[-*+]|\\d{{1,9}}[.)])[ \\t]"
CUT = re.compile(f"\\n(?=\\n|{_STAMPS}:::|{_STAMPS}\\[\\^[\\w-]+\\]:|{_ITEM})")
ITEM = re.compile(_ITEM)
NUMBER = re.compile(f"{_STAMPS}(\\d{{1,9}})[.)]")
INDENTED = re.compile(f"{_STAMPS}[ \\t]")
PART = re.compile(f"{_STAMPS}:::")
TABLE = re.compile(f"[^\\n]*\\n(?=[^\\n]*\\|){_STAMPS}[-:| \\t]+(?:\\n|\\Z)")


class Row(NamedTuple):
    """One row of a table, parsed under its heading row."""

    cells: tuple[tuple[Part, ...], ...]
    slots: int
    faults: tuple[Remark, ...]


class Memo:
    """The parsed pieces of one template."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._patterns: dict[tuple[str, tuple[str, ...]], Pattern] = {}
        self._rows: dict[tuple[str, str, tuple[str, ...]], Row] = {}

    def pattern(self, piece: str, parts: tuple[str, ...]) -> Pattern:
        """One piece, parsed."""
        key = (piece, parts)
        found = self._patterns.get(key)
        if found is None:
            keeps = bool(parts) and not KEEPS_LINES.isdisjoint(parts)
            found = parse(piece, parts, keeps, self.lines.origins)
            _keep(self._patterns, key, found)
        return found

    def row(self, head: str, row: str, parts: tuple[str, ...]) -> Row:
        """One row of a table under its heading row (two lines)."""
        key = (head, row, parts)
        found = self._rows.get(key)
        if found is None:
            found = self._parsed_row(head, row, parts)
            _keep(self._rows, key, found)
        return found

    def _parsed_row(self, head: str, row: str, parts: tuple[str, ...]) -> Row:
        pattern = parse(f"{head}\n{row}", parts, False, self.lines.origins)
        before = head.count(SLOT)
        faults = pattern.faults
        if not faults and (len(pattern.blocks) != 1 or len(rows := _rows(pattern.blocks[0])) != 2):
            stamp = STAMPS.search(row)
            origin = self.lines.origins[int(stamp[1])] if stamp else pattern.line
            what = f"Line {origin.line} of {origin.file} stands directly under a table, but is not a row of it."
            faults = (refusal("Markup", origin.file, origin.line, what, "Leave a blank line under the table."),)
        if faults:
            return Row((), row.count(SLOT), faults)
        return Row(tuple(tuple(_shifted(part, before) for part in cell) for cell in rows[1]), row.count(SLOT), ())


def _rows(pattern: BlockPattern) -> tuple[tuple[tuple[Part, ...], ...], ...]:
    return pattern.rows


def _shifted(part: Part, by: int) -> Part:
    if type(part) is Span:
        return part
    assert isinstance(part, Hole)
    return part._replace(
        slot=part.slot - by if part.slot >= 0 else -1,
        link_slot=part.link_slot - by if part.link_slot >= 0 else -1,
    )


def _keep(memo: dict[Any, Any], key: object, value: object) -> None:
    if len(memo) >= MOST_KEPT:
        del memo[next(iter(memo))]
    memo[key] = value
