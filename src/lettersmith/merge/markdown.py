"""A piece of slotted Markdown to blocks with holes, and the proof that nothing of it was lost.

The parser runs with every rule of CommonMark on, and what the template language does not know is refused: a clear error
beats literal marks in a letter. Values are marks here, so nothing in them can become structure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from lettersmith.merge.inline import REFUSED, Inline
from lettersmith.merge.marks import SLOTS, STAMPS
from lettersmith.merge.patterns import BlockPattern, Hole, Part, Pattern
from lettersmith.merge.piece import PieceLines
from lettersmith.merge.source import refusal
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark

NOTE_CALL = re.compile(r"\[\^([\w-]+)\]")
NOTE = re.compile(r"\[\^([\w-]+)\]:[ \t]*")
MARKER = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
PART_NAME = re.compile(r":::[ \t]*([a-z0-9][a-z0-9-]*)?[ \t]*\Z")

_MARKUP = str.maketrans("", "", " \t\n*#|\\[]()^-+:_`~>.")
_MARKERS = re.compile(r"^(?:[ \t]*(?:\d{1,9}[.)]|[-+*])[ \t]+)+", re.MULTILINE)


@lru_cache(maxsize=1)
def parser() -> Any:
    """The Markdown parser: CommonMark whole, tables, and calls of footnotes."""
    from markdown_it import MarkdownIt

    made: Any = MarkdownIt("commonmark").enable("table").disable("text_join")
    made.inline.ruler.before("link", "note_call", _note_call)
    made.normalizeLink = lambda address: address
    made.validateLink = lambda address: True
    return made


def _note_call(state: Any, silent: bool) -> bool:
    found = NOTE_CALL.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("note_call", "", 0).meta["name"] = found[1]
    state.pos = found.end()
    return True


def parse(piece: str, parts: tuple[str, ...], keeps_lines: bool, origins: Sequence[Origin]) -> Pattern:
    """One piece of slotted Markdown, with everything in it that must be refused."""
    lines = PieceLines(piece, origins)
    first = lines.texts[0].strip()
    if first.startswith(":::"):
        return _part(first, lines)
    note = ""
    if found := NOTE.match(lines.texts[0]):
        note = found[1]
        lines.texts[0] = lines.texts[0][found.end() :]
    reading = Reading(lines, parts, keeps_lines)
    reading.read()
    if note and len(reading.blocks) != 1:
        reading.fault(0, "Markup", "The footnote is not one paragraph.", "Write it as one line: [^1]: text.")
    opener = MARKER.match(lines.texts[0]) if reading.blocks and reading.blocks[0].shape.kind == "item" else None
    if opener and opener[0][0] in " \t":
        reading.fault(0, "Markup", "a list that is indented.", "Begin the first items of a list at the line's edge.")
    sign = opener[0].strip()[-1] if opener else ""
    kind = ("bullet" if sign in "-*+" else sign) if sign else ""
    return Pattern(tuple(reading.blocks), lines.slots, lines.origin(0), kind, note=note, faults=tuple(reading.faults))


def _part(first: str, lines: PieceLines) -> Pattern:
    origin = lines.origin(0)
    found = PART_NAME.match(first)
    if found is None:
        what = f"“{first[:60]}” on line {origin.line} of {origin.file} does not open or close a part."
        do = "Write “::: name” with small letters, digits and hyphens, or “:::” to close, on a line of its own."
        return Pattern(
            (), lines.slots, origin, closes=True, faults=(refusal("Part", origin.file, origin.line, what, do, first),)
        )
    return Pattern((), lines.slots, origin, opens=found[1] or "", closes=not found[1])


class Reading:
    """The parser's tokens of one piece, made into blocks."""

    def __init__(self, lines: PieceLines, parts: tuple[str, ...], keeps_lines: bool) -> None:
        self.lines = lines
        self.parts = parts
        self.break_as = "\n" if keeps_lines else " "
        self.blocks: list[BlockPattern] = []
        self.faults: list[Remark] = []
        self.out: list[str] = []
        self.lists: list[tuple[str, int]] = []
        """Marker and run of each list around, outermost first."""
        self.runs = 0
        self.marker = ""
        self.number = 0
        self.line = 0
        self.rows: list[list[tuple[Part, ...]]] = []
        self.table_line = 0

    def fault(self, line: int, rule: str, what: str, do: str) -> None:
        """Refuse a line of the piece."""
        self.fault_at(
            self.lines.origin(line), rule, what, do, self.lines.texts[line] if line < len(self.lines.texts) else ""
        )

    def fault_at(self, origin: Origin, rule: str, what: str, do: str, text: str = "") -> None:
        """Refuse a template line."""
        shown = SLOTS.sub("…", STAMPS.sub("", text)).strip()
        told = f"Line {origin.line} of {origin.file}: {what}"
        self.faults.append(refusal(rule, origin.file, origin.line, told, do, shown))

    def read(self) -> None:
        """Read the piece, and prove that all of it came out."""
        text = "\n".join(self.lines.texts)
        found: dict[str, Any] = {}
        tokens = parser().parse(text, found)
        for address in found.get("references", {}).values():
            self.fault(
                address["map"][0],
                "Markup",
                "a link definition, which would vanish.",
                "Write [words](https://…) in the text.",
            )
        for index, token in enumerate(tokens):
            self.line = token.map[0] if token.map else self.line
            self._token(token, tokens[index - 1] if index else None)
        if not self.faults:
            self._prove(text)

    def _token(self, token: Any, before: Any) -> None:
        kind = token.type
        if kind in REFUSED:
            self._refuse(self.line, kind)
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            if before is not None and before.type == "list_item_open":
                self.fault(
                    self.line, "Markup", "a list item that begins with another list's mark.", "Write words first."
                )
            self.runs += kind == "ordered_list_open"
            self.lists.append(("bullet", 0) if kind == "bullet_list_open" else ("number", self.runs))
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif kind == "list_item_open":
            self.marker = self.lists[-1][0]
            self.number = int(token.info) if token.info else 0
        elif kind == "list_item_close":
            if before is not None and before.type == "list_item_open":
                self.fault(self.line, "Markup", "a list item without words.", "Give it words, or take it out.")
        elif kind == "heading_open":
            self._heading(token)
        elif kind == "hr":
            self._rule(token)
        elif kind in {"table_open", "table_close"}:
            self._table(token)
        elif kind == "tr_open":
            self.rows.append([])
            self._count_cells(token)
        elif kind == "inline":
            self._inline(token, before)

    def _refuse(self, line: int, kind: str) -> None:
        self.fault(
            line,
            "Markup",
            f"{REFUSED[kind]} is not part of the template language.",
            "Write it as plain text, a list or a table.",
        )

    def _heading(self, token: Any) -> None:
        if not token.markup.startswith("#"):
            what = "a line of dashes or equals signs turns the words above it into a heading."
            self.fault(token.map[1] - 1, "Markup", what, "Leave a blank line above it, or write the heading with #.")
        elif int(token.tag[1]) > 3:
            self.fault(self.line, "Markup", "a heading below the third level.", "Use #, ## or ###.")
        elif self.lists:
            self.fault(self.line, "Markup", "a heading inside a list.", "Put it before or after the list.")

    def _rule(self, token: Any) -> None:
        if self.lists or not token.markup.startswith("-"):
            self.fault(
                self.line,
                "Markup",
                "a rule is written --- on a line of its own.",
                "Write --- outside lists, or take it out.",
            )
        shape = Block("rule", parts=self.parts, origin=self.lines.origin(self.line))
        self.blocks.append(BlockPattern(shape, shape, (), (), -1))

    def _table(self, token: Any) -> None:
        if token.type == "table_open":
            self.rows, self.table_line = [], self.line
            if self.lists:
                self.fault(self.line, "Markup", "a table inside a list.", "Put it before or after the list.")
            return
        rows = tuple(tuple(row) for row in self.rows)
        shape = Block("table", parts=self.parts, origin=self.lines.origin(self.table_line))
        fixed = all(type(part) is Span for row in rows for cell in row for part in cell)
        ready = shape._replace(rows=rows) if fixed else None  # type: ignore[arg-type]
        self.blocks.append(BlockPattern(ready, shape, (), rows, -1))

    def _count_cells(self, token: Any) -> None:
        from markdown_it.rules_block.table import escapedSplit

        cells = escapedSplit(self.lines.texts[token.map[0]].strip())
        cells = cells[1:] if cells and not cells[0] else cells
        cells = cells[:-1] if cells and not cells[-1] else cells
        if len(self.rows) == 1:
            self.columns = len(cells)
        elif len(cells) != self.columns:
            what = f"a table row with {len(cells)} cells, where the heading row has {self.columns}."
            self.fault(
                token.map[0], "Markup", what, "Give every row as many cells; leave a blank line under the table."
            )

    def _inline(self, token: Any, before: Any) -> None:
        opener = before.type if before is not None else ""
        line = token.map[0] if token.map else self.line
        cell = opener in {"th_open", "td_open"}
        parts = Inline(self, token, line, checks_start=opener == "paragraph_open").parts
        if cell:
            self.rows[-1].append(parts)
            return
        if self.lists and opener == "paragraph_open":
            self._lazy(token, line)
        origin = self.lines.origin(line)
        if opener == "heading_open":
            shape = Block("heading", (), int(before.tag[1]), self.parts, origin=origin)
        elif self.lists:
            run = self.lists[-1][1] if self.marker else 0
            shape = Block(
                "item",
                (),
                len(self.lists),
                self.parts,
                self.marker,
                self.number if self.marker == "number" else 0,
                run,
                (),
                origin,
            )
            self.marker = ""
        else:
            shape = Block("paragraph", (), 0, self.parts, origin=origin)
        if not parts and not self.faults:
            self.fault(line, "Markup", "a heading or paragraph without words.", "Give it words, or take it out.")
        fixed = all(type(part) is Span for part in parts)
        ready = shape._replace(spans=parts) if fixed and not shape.run else None  # type: ignore[arg-type]
        single = parts[0] if len(parts) == 1 else None
        alone = (
            single.slot
            if isinstance(single, Hole) and not single.note and shape.kind != "heading" and not _dressed(single)
            else -1
        )
        self.blocks.append(BlockPattern(ready, shape, parts, (), alone))

    def _lazy(self, token: Any, line: int) -> None:
        """A line that CommonMark would glue to a list item although it is not indented like it."""
        texts = token.content.split("\n")
        begin = self.lines.texts[line]
        indent = len(begin.rstrip()) - len(texts[0].rstrip())
        for number in range(line + 1, line + len(texts)):
            text = self.lines.texts[number]
            if len(text) - len(text.lstrip(" \t")) < indent:
                what = "a line directly under a list would be glued to its last item."
                self.fault(
                    number,
                    "Markup",
                    what,
                    "Leave a blank line under the list, or indent the line like the item's words.",
                )

    def _prove(self, text: str) -> None:
        """Every slot and every word of the piece must have come out once, in order."""
        wanted = _MARKERS.sub("", STAMPS.sub("", text)).translate(_MARKUP)
        made = "".join(self.out).translate(_MARKUP)
        if wanted != made:
            what = "some of its words are not text to Markdown and would be lost or changed."
            self.fault(0, "Lost", what, "Write it more simply; look for brackets, signs and marks that are not closed.")


def _dressed(hole: Hole) -> bool:
    return hole.bold or hole.italic or bool(hole.link) or hole.link_slot >= 0
