"""The slotted text of one letter to its blocks and footnotes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lettersmith.merge.blocks import CUT, INDENTED, ITEM, NUMBER, PART, TABLE, Memo
from lettersmith.merge.fill import Filler, NotPrintable
from lettersmith.merge.marks import SLOT, SLOTS
from lettersmith.merge.patterns import BlockPattern, Pattern
from lettersmith.merge.run import Run
from lettersmith.merge.source import refusal
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark


class Assembled(NamedTuple):
    """The text of one letter, or the reasons why there is none."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Span, ...], ...]
    faults: tuple[Remark, ...]
    printed: tuple[Origin, ...]


def assemble(text: str, memo: Memo, run: Run) -> Assembled:
    """The blocks of a slotted text, with the values of the run in its slots."""
    halves = SLOTS.split(text)
    order = [int(number) for number in halves[1::2]]
    assembly = _Assembly(memo, Filler(run, order))
    for piece, glued in _pieces(SLOT.join(halves[::2])):
        try:
            assembly.add(piece, glued)
        except NotPrintable as stop:
            what = f"Line {stop.origin.line} of {stop.origin.file} prints something that is not words."
            assembly.faults.append(
                refusal("Tag", stop.origin.file, stop.origin.line, what, "Print a value of the facts, or words.")
            )
    assembly.finish()
    filler = assembly.filler
    return Assembled(tuple(assembly.blocks), assembly.numbered_notes(), tuple(assembly.faults), tuple(filler.printed))


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text, each with whether it follows the one before without a blank line."""
    made: list[tuple[str, bool]] = []
    for passage in text.split("\n\n"):
        blank = True
        for bare, begins, ends, indented, part in _cut(passage):
            if not bare:
                blank = True
                continue
            blank = blank or begins
            if indented and made and ITEM.match(made[-1][0]):
                made[-1] = (f"{made[-1][0]}\n\n{bare}" if blank else f"{made[-1][0]}\n{bare}", made[-1][1])
            elif part:
                line, _, rest = bare.partition("\n")
                made.append((line, False))
                if rest.strip():
                    made.append((rest.strip("\n"), False))
            else:
                made.append((bare, not blank))
            blank = ends
    return made


class _Shape(NamedTuple):
    """A piece of slotted text without the blank lines around it; it holds no values."""

    bare: str
    """Empty if nothing is left."""
    begins: bool = False
    """Whether there were blank lines before it."""
    ends: bool = False
    """Whether there were blank lines after it."""
    indented: bool = False
    part: bool = False
    """Whether it begins a part, and goes on."""


@lru_cache(maxsize=512)
def _cut(passage: str) -> tuple[_Shape, ...]:
    """The pieces of what stands between two blank lines: the same in many letters, for it holds no values."""
    return tuple(map(_shape, CUT.split(passage)))


def _shape(piece: str) -> _Shape:
    bare = piece.strip("\n")
    if not bare or bare.isspace():
        return _Shape("")
    part = "\n" in bare and PART.match(bare) is not None
    return _Shape(bare, piece[0] == "\n", piece[-1] == "\n", INDENTED.match(bare) is not None, part)


class _Assembly:
    """Blocks as they come, and what must be carried from piece to piece."""

    def __init__(self, memo: Memo, filler: Filler) -> None:
        self.memo = memo
        self.filler = filler
        self.blocks: list[Block] = []
        self.faults: list[Remark] = []
        self.notes: dict[str, tuple[tuple[Span, ...], Origin]] = {}
        self.parts: tuple[str, ...] = ()
        self.opened: list[Origin] = []
        self.base = 0
        self.list = ""
        """The numbered list that a further item would belong to: the sign behind its numbers."""
        self.runs = 0
        self.run = 0
        self.number = 0
        self.level = 0

    def add(self, piece: str, glued: bool) -> None:
        """The blocks of one piece."""
        if "|" in piece and (head := TABLE.match(piece)):
            self._table(head[0].rstrip("\n"), piece[head.end() :])
            return
        pattern = self.memo.pattern(piece, self.parts)
        base = self.base
        self.base += pattern.slots
        if pattern.faults:
            self.faults.extend(pattern.faults)
        if pattern.closes or pattern.opens:
            self._part(pattern)
        elif pattern.note:
            self._note(pattern, base)
        elif pattern.list:
            self._item(pattern, base, piece, glued)
        else:
            self.list = ""
            for block in pattern.blocks:
                self._block(block, base, 0, 0)

    def _block(self, pattern: BlockPattern, base: int, run_base: int, number: int) -> None:
        """One block. `number` is that of a top-level item that goes on with a list, else 0."""
        ready = pattern.ready
        if ready is not None:
            if ready.kind == "heading":
                self._heading(ready)
            self.blocks.append(ready)
            return
        filled = self.filler.blocks(pattern, base)
        if len(filled) == 1 and not filled[0].run and filled[0].kind != "heading":
            self.blocks += filled
            return
        foreign: dict[int, int] = {}
        for block in filled:
            if block.kind == "heading":
                self._heading(block)
            if block.run < 0:  # a list of a long text
                run = foreign.setdefault(block.run, self.runs + 1)
                self.runs = max(self.runs, run)
                block = block._replace(run=run)
            elif block.run:
                top = number and block.level == 1
                block = block._replace(
                    run=self.run if top else run_base + block.run, number=number if top else block.number
                )
            self.blocks.append(block)

    def _heading(self, block: Block) -> None:
        if block.level > self.level + 1:
            file, line = block.origin.file, block.origin.line
            if not self.level:
                what = f"Line {line} of {file}: the first heading of a document is its title, of the first level."
            else:
                what = f"Line {line} of {file}: this heading skips a level."
            self.faults.append(
                refusal("Markup", file, line, what, "Use # for the title, ## under it, and ### under that.")
            )
        self.level = block.level

    def _item(self, pattern: Pattern, base: int, piece: str, glued: bool) -> None:
        """A list item: of a numbered list, the next number of the list that is open, or the first of a new one."""
        number = 0
        if pattern.list == "bullet":
            self.list = ""
        else:
            found = NUMBER.match(piece)
            given = int(found[1]) if found else 1
            if self.list == pattern.list:
                number = self.number = self.number + 1
            else:
                if glued and given != 1:
                    line = pattern.line
                    what = f"Line {line.line} of {line.file}: “{given}{pattern.list}” under other words begins no list."
                    self.faults.append(
                        refusal("Markup", line.file, line.line, what, "Leave a blank line above it, or begin with 1.")
                    )
                self.list, self.number, self.run = pattern.list, given, self.runs + 1
        top = bool(number)
        run_base = self.runs - 1 if top else self.runs
        for block in pattern.blocks:
            self._block(block, base, run_base, number)
        inner = max((block.shape.run for block in pattern.blocks), default=0)
        self.runs = max(self.runs, run_base + inner)
        if pattern.blocks and pattern.blocks[-1].shape.kind != "item":
            self.list = ""

    def _table(self, head: str, rest: str) -> None:
        self.list = ""
        pattern = self.memo.pattern(head, self.parts)
        base, self.base = self.base, self.base + pattern.slots
        self.faults.extend(pattern.faults)
        if pattern.faults or len(pattern.blocks) != 1:
            self.base += rest.count(SLOT)
            return
        filler = self.filler
        block = pattern.blocks[0]
        cells = block.ready.rows[0] if block.ready else tuple(filler.spans(cell, base) for cell in block.rows[0])
        rows = [cells]
        for line in rest.split("\n"):
            if not line.strip():
                continue
            row = self.memo.row(head, line, self.parts)
            self.faults.extend(row.faults)
            rows.append(tuple(filler.spans(cell, self.base) for cell in row.cells))
            self.base += row.slots
        self.blocks.append(block.shape._replace(rows=tuple(rows)))

    def _note(self, pattern: Pattern, base: int) -> None:
        self.list = ""
        if pattern.note in self.notes:
            self._fault_note(pattern.note, pattern.line, "is written twice")
        if pattern.blocks:
            block = pattern.blocks[0]
            spans = block.ready.spans if block.ready else self.filler.spans(block.parts, base)
            self.notes[pattern.note] = (spans, pattern.line)

    def _part(self, pattern: Pattern) -> None:
        self.list = ""
        if pattern.opens:
            self.parts = (*self.parts, pattern.opens)
            self.opened.append(pattern.line)
        elif self.parts:
            self.parts = self.parts[:-1]
            self.opened.pop()
        elif not pattern.faults:
            line = pattern.line
            what = f"Line {line.line} of {line.file} closes a part that was never opened."
            self.faults.append(
                refusal("Part", line.file, line.line, what, "Open it with “::: name”, or take the line out.")
            )

    def _fault_note(self, name: str, line: Origin, what: str) -> None:
        told = f"Line {line.line} of {line.file}: the footnote [^{name}] {what}."
        do = "Call every footnote once in the text, and write it once: [^1]: text."
        self.faults.append(refusal("Note", line.file, line.line, told, do))

    def finish(self) -> None:
        """What can only be known at the end: parts left open, footnotes without a call."""
        for name, line in zip(self.parts, self.opened, strict=True):
            what = f"The part “{name}”, opened on line {line.line} of {line.file}, is never closed."
            self.faults.append(refusal("Part", line.file, line.line, what, "Close it with “:::” on a line of its own."))
        for name, (_, line) in self.notes.items():
            if name not in self.filler.calls:
                self._fault_note(name, line, "is never called, so that it would vanish")
        for name, line in self.filler.called_twice:
            self._fault_note(name, line, "is called more than once")
        if any(name not in self.notes for name in self.filler.calls):
            for block in self.blocks:
                for spans in block.texts():
                    for span in spans:
                        name = next((n for n, number in self.filler.calls.items() if number == span.note), "")
                        if span.note and name not in self.notes:
                            self._fault_note(name, span.origin, "is called but not written")

    def numbered_notes(self) -> tuple[tuple[Span, ...], ...]:
        """The footnotes in the order of their calls."""
        return tuple(self.notes[name][0] for name in self.filler.calls if name in self.notes)
