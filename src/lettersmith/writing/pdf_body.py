"""Blocks of a manuscript as Typst code: every word a string literal, every space between two blocks stated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lettersmith.model.look import Look, TextLook
from lettersmith.model.manuscript import Block, Span
from lettersmith.writing.columns import column_widths
from lettersmith.writing.looks import (
    BAR,
    BULLETS,
    HEAD_TINT,
    depth_of,
    frame_indent,
    frame_part,
    leads_in,
    text_look,
    text_width,
    tint,
)
from lettersmith.writing.pdf_glyphs import composed
from lettersmith.writing.pdf_letters import TABLE_RULE, below, line_pitch, literal, style
from lettersmith.writing.pdf_page import RunningText

DIGIT, DOT = 0.556, 0.278
"""Widths in ems."""
WHOLE = 1500
"""Characters of an item that may be kept on one page."""
LETTER = 0.5
"""Width of a letter in running text, in ems."""
DEEPEST = 6
"""The deepest heading that Typst and PDF/UA tell apart."""


class Body:
    """What writes the blocks of one document; it knows the look and the footnotes."""

    def __init__(self, look: Look, notes: Sequence[tuple[Span, ...]] = ()) -> None:
        self.look = look
        self.notes = notes

    def text(self, blocks: Sequence[Block]) -> str:
        """The whole text. Its first block keeps the space before it, as in Word."""
        blocks = [block for block in blocks if shows(block)]
        if not blocks:
            return ""
        return f"v({self.before(blocks[0])}pt)\n{self.frames(blocks)}"

    def frames(self, blocks: Sequence[Block]) -> str:
        """Blocks one under the other, those of a framed part in its frame."""
        pieces: list[str] = []
        previous: Block | None = None
        for framed, together in groupby(blocks, frame_part):
            group = list(together)
            if previous:
                pieces.append(self.gap(previous, group[0]))
            flow = self.flow(group)
            pieces.append(self.framed(flow, frame_indent(group[0], self.look)) if framed else flow)
            previous = group[-1]
        return "\n".join(pieces)

    def framed(self, flow: str, indent: float) -> str:
        """Blocks beside a bar."""
        stroke = f'(left: {BAR}pt + rgb("{self.look.accent_colour}"))'
        inset = f"(left: {max(indent - BAR / 2, 0)}pt)"
        return f"pad(left: {BAR / 2}pt, block(width: 100%, stroke: {stroke}, inset: {inset}, {{\n{flow}\n}}))"

    def flow(self, blocks: Sequence[Block]) -> str:
        """Blocks one under the other, items next to each other as one list."""
        pieces: list[str] = []
        previous: Block | None = None
        for is_list, together in groupby(blocks, lambda block: block.kind == "item"):
            group = list(together)
            for some in [group] if is_list else [[block] for block in group]:
                if previous:
                    pieces.append(self.gap(previous, some[0]))
                    if leads_in(previous, some[0]):
                        pieces[-2] = f"block(sticky: true, breakable: false, {pieces[-2]})"
                pieces.append(self.items(some) if is_list else self.block(some[0]))
                previous = some[-1]
        return "\n".join(pieces)

    def gap(self, one: Block, other: Block) -> str:
        """The space between two blocks: the larger of what they ask for, as in Word."""
        space = max(self.after(one), self.before(other)) + self.below(one)
        return f"v({space:.2f}pt, weak: true)"

    def before(self, block: Block) -> float:
        """The space that a block wants above it."""
        return 0.0 if block.kind == "table" else text_look(block, self.look).before

    def after(self, block: Block) -> float:
        """The space that a block wants below it."""
        return (self.look.texts["body"] if block.kind == "table" else text_look(block, self.look)).after

    def below(self, block: Block) -> float:
        """The space between lines that is also below a block's last one."""
        return 0.0 if block.kind in ("table", "rule") else below(self.look, text_look(block, self.look))

    def block(self, block: Block) -> str:
        """A block that is no item."""
        if block.kind == "table":
            return self.table(block)
        if block.kind == "rule":
            height = line_pitch(self.look, text_look(block, self.look)) + 1.5
            line = f'line(length: 100%, stroke: 0.5pt + rgb("{self.look.rule_colour}"))'
            return f"block(height: {height:.2f}pt, width: 100%, align(bottom, {line}))"
        words = self.spans(block.spans)
        if block.kind == "heading":
            return f"heading(level: {min(max(block.level, 1), DEEPEST)}, {words})"
        text = text_look(block, self.look)
        code = self.styled(f"par({words})", text, 0.0 if frame_part(block) else text.indent)
        return f"block(breakable: false, {code})" if calls_note([block]) and self.is_short(block, text) else code

    def is_short(self, block: Block, text: TextLook) -> bool:
        """Whether a paragraph has three lines at most, which are kept: Typst forgets that where a note is called."""
        letters = sum(len(span.text) for span in block.spans)
        return letters * LETTER * text.size < 3 * (text_width(self.look) - text.indent)

    def styled(self, code: str, text: TextLook, indent: float = 0.0) -> str:
        """Code with the letters of its kind of block, where they are not those of the body."""
        body = self.look.texts["body"]
        if (text.size, text.bold, text.colour) != (body.size, body.bold, body.colour):
            code = f"{{ {style(self.look, text)}; {code} }}"
        if indent:
            code = f"pad(left: {indent}pt, {code})"
        return f"block(sticky: true, {code})" if text.keep_with_next else code

    def items(self, items: Sequence[Block]) -> str:
        """A list, with the lists inside it.

        An item with a footnote is a list of its own, which is not broken: only so does Typst keep the footnote on the
        page of its call.
        """
        gap = self.gap(items[0], items[0])
        pieces = []
        for group in apart_with_notes(items):
            code = self.styled(self.lists(group, 1), self.look.texts["item"])
            whole = calls_note(group) and sum(len(span.text) for block in group for span in block.spans) < WHOLE
            pieces.append(f"block(breakable: false, {{ {code} }})" if whole else code)
        return f"\n{gap}\n".join(pieces)

    def lists(self, items: Sequence[Block], depth: int) -> str:
        """Items of one depth and deeper: a list for each run of the same kind."""
        gap = self.gap(items[0], items[0])
        lists = [self.one_list(group, depth) for group in same_lists(items, depth)]
        return f"\n{gap}\n".join(lists)

    def one_list(self, items: Sequence[Sequence[Block]], depth: int) -> str:
        """One list; each of its items is a block with what stands under it."""
        first = items[0][0]
        if not first.marker:
            indent = self.look.list_indent
            return f"pad(left: {indent}pt, {{ {self.item_body(items[0], depth)} }})"
        text = self.look.texts["item"]
        space = max(text.after, text.before) + self.below(first)
        common = f"spacing: {space:.2f}pt, indent: {self.look.list_indent - self.look.list_hang}pt"
        bodies = [self.item_body(item, depth) for item in items]
        if first.marker == "number":
            digits = max(len(str(item[0].number)) for item in items)
            width = max(self.look.list_hang, round((digits * DIGIT + DOT) * text.size + 3, 1))
            numbered = ", ".join(
                f"enum.item({max(item[0].number, 0)}, {{ {body} }})" for item, body in zip(items, bodies, strict=True)
            )
            return f'enum(numbering: n => box(width: {width}pt, str(n) + "."), {common}, {numbered})'
        bullet = BULLETS[(depth_of(first) - 1) % len(BULLETS)]
        marked = ", ".join(f"list.item({{ {body} }})" for body in bodies)
        return f'list(marker: box(width: {self.look.list_hang}pt, align(left, "{bullet}")), {common}, {marked})'

    def item_body(self, item: Sequence[Block], depth: int) -> str:
        """The words of an item, its further paragraphs, and the lists inside it."""
        gap = self.gap(item[0], item[0])
        pieces = []
        for deeper, together in groupby(item, lambda block: block is not item[0] and depth_of(block) > depth):
            group = list(together)
            if deeper:
                pieces.append(self.lists(group, depth + 1))
            else:
                pieces += [f"par({self.spans(block.spans)})" for block in group]
        return f"; {gap}; ".join(pieces)

    def table(self, block: Block) -> str:
        """A table. Its heading row is repeated on every page that it runs over, and no row is split.

        PDF/UA allows no link and no call of a footnote in what is repeated: a heading row with either stands once.
        """
        look = self.look
        available = text_width(look) - frame_indent(block, look)
        widths = column_widths(block, available, look.texts["cell"].size, look.cell_padding)
        rows = [row for row in block.rows if row]
        head, *rest = [self.row(row, len(widths)) for row in rows]
        line = f'{TABLE_RULE}pt + rgb("{look.rule_colour}")'
        pad = look.cell_padding
        return (
            f"block(inset: (bottom: {TABLE_RULE}pt), {{ {style(look, look.texts['cell'])}; "
            f"show table.cell.where(y: 0): it => {{ {style(look, look.texts['cell_head'])}; it }}; "
            f"table(columns: ({', '.join(f'{width:.2f}pt' for width in widths)},), align: left + top, "
            f"inset: (x: {pad}pt, top: {pad + TABLE_RULE}pt, bottom: {pad + below(look, look.texts['cell'])}pt), "
            f"stroke: (_, y) => (top: if y == 0 {{ {line} }}, bottom: {line}), "
            f'fill: (_, y) => if y == 0 {{ rgb("{tint(look.accent_colour, HEAD_TINT)}") }}, '
            f"table.header({'repeat: false, ' if leads(rows[0]) else ''}{head}), {', '.join(rest)}) }})"
        )

    def row(self, cells: Sequence[tuple[Span, ...]], columns: int) -> str:
        """One row. Where it has too few cells, the last one is as wide as the rest of the table."""
        pieces = []
        for index, cell in enumerate(cells):
            wide = columns - index if index == len(cells) - 1 else 1
            colspan = f"colspan: {wide}, " if wide > 1 else ""
            pieces.append(f"table.cell({colspan}breakable: false, {self.spans(cell)})")
        return ", ".join(pieces)

    def running(self, blocks: Sequence[Block]) -> list[RunningText]:
        """The texts of a running header or footer. PDF/UA allows no link in them: their words alone are shown."""
        texts = [text for block in blocks for text in block.texts()]
        shown = [[span._replace(link="") for span in text if not span.note] for text in texts]
        return [RunningText("".join([span.text for span in spans]), self.spans(spans)) for spans in shown]

    def spans(self, spans: Sequence[Span]) -> str:
        """Words, with their bold, italic, links and footnotes, as one Typst expression."""
        if all(span[2:] == (False, False, "", 0) for span in spans):
            return lines("".join([span.text for span in spans]))
        pieces = []
        for (bold, italic, link, note), together in groupby(spans, lambda span: span[2:]):
            if note:
                pieces.append(self.note(note))
                continue
            words = lines("".join([span.text for span in together]))
            words = f"emph({words})" if italic else words
            words = f"strong({words})" if bold else words
            pieces.append(f"link({literal(link)}, {words})" if link else words)
        return f"{{ {'; '.join(pieces)} }}"

    def note(self, number: int) -> str:
        """The call of a footnote, with its words."""
        words = self.spans(self.notes[number - 1]) if number <= len(self.notes) else '""'
        return f"footnote({{ h(0.25em); {words} }})"


def shows(block: Block) -> bool:
    """Whether there is anything of a block to be seen."""
    return block.kind == "rule" or any(span.text.strip() or span.note for text in block.texts() for span in text)


def leads(row: Sequence[tuple[Span, ...]]) -> bool:
    """Whether there is a link or the call of a footnote in a row."""
    return any(span.link or span.note for cell in row for span in cell)


def calls_note(blocks: Sequence[Block]) -> bool:
    """Whether there is the call of a footnote in some blocks."""
    return any(span.note for block in blocks for span in block.spans)


def apart_with_notes(items: Sequence[Block]) -> list[list[Block]]:
    """Items in groups: each item that calls a footnote alone, with what stands under it; the others together."""
    if not calls_note(items):
        return [list(items)]
    whole: list[list[Block]] = []
    for block in items:
        if whole and (depth_of(block) > 1 or not block.marker):
            whole[-1].append(block)
        else:
            whole.append([block])
    groups: list[list[Block]] = []
    for alone, together in groupby(whole, calls_note):
        found = list(together)
        groups += found if alone else [[block for item in found for block in item]]
    return groups


def same_lists(items: Sequence[Block], depth: int) -> list[list[list[Block]]]:
    """Lists of items, each item being a block with what stands under it."""
    lists: list[list[list[Block]]] = []
    for block in items:
        under = lists and (depth_of(block) > depth or not block.marker)
        if under:
            lists[-1][-1].append(block)
        elif lists and _kind_of_list(block) == _kind_of_list(lists[-1][0][0]):
            lists[-1].append([block])
        else:
            lists.append([[block]])
    return lists


def _kind_of_list(first: Block) -> tuple[str, int, int]:
    """What the items of one list share: the depth too, since a list may begin deeper than it goes on."""
    return first.marker, first.run, depth_of(first)


def lines(text: str) -> str:
    """Text as an expression; its newlines are line breaks."""
    text = composed(text)
    if "\n" not in text:
        return literal(text)
    return f"{{ {'; linebreak(); '.join(map(literal, text.split(chr(10))))} }}"
