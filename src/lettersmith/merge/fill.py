"""Blocks with holes to blocks with words: each hole gets its value, whole and literal, with the place it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from lettersmith.merge.inline import ADDRESS
from lettersmith.merge.patterns import BlockPattern, Part
from lettersmith.merge.run import Run, field_words
from lettersmith.merge.values import Fact, Leaf, Long, Missing
from lettersmith.model.manuscript import Block, Span, plain
from lettersmith.model.place import Origin

LONGEST = 100_000
"""Characters in one value."""

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(p * 65536 + 65534)}{chr(p * 65536 + 65535)}" for p in range(17))
    + "]"
)
TAG = re.compile(r"\{\{|\{%|\{#.*?#\}", re.DOTALL)
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")

_tuple = tuple.__new__


class Filler:
    """The values of one letter, ready to be put where they belong."""

    def __init__(self, run: Run, order: Sequence[int]) -> None:
        self.run = run
        self.order = order
        """For each slot of the text, in its order, the number of the value."""
        self.printed: list[Origin] = []
        self.calls: dict[str, int] = {}
        """Names of the footnotes called so far, to their numbers."""
        self.called_twice: list[tuple[str, Origin]] = []

    def spans(self, parts: tuple[Part, ...], base: int) -> tuple[Span, ...]:
        """The spans of a block or cell whose first slot is the text's slot `base`."""
        made: list[Span] = []
        slots, order, printed, said = self.run.slots, self.order, self.printed, self.said
        for part in parts:
            if type(part) is Span:
                made.append(part)
                continue
            slot, text, origin, bold, italic, link, link_slot, note = part  # type: ignore[misc]
            if slot >= 0:
                text, origin = said(*slots[order[base + slot]])
                printed.append(origin)
            elif note:
                made.append(Span("", origin, note=self.call(note, origin)))
                continue
            if link_slot >= 0:
                link = self.address(*slots[order[base + link_slot]])
            made.append(_tuple(Span, (text, origin, bold, italic, link, 0)))
        return tuple(made)

    def call(self, name: str, origin: Origin) -> int:
        """The number of the footnote that is called here."""
        if name in self.calls:
            self.called_twice.append((name, origin))
        return self.calls.setdefault(name, len(self.calls) + 1)

    def said(self, value: Any, line: int) -> tuple[str, Origin]:
        """A value as it is printed among other words, and where it comes from: plain texts by a short way."""
        if (
            type(value) is Leaf
            and type(text := value.value) is str
            and text.isprintable()
            and "{" not in text
            and text
            and not text.isspace()
            and len(text) <= LONGEST
        ):
            return text, value.made or _tuple(Origin, (value.file, 0, value.path, (), 0, ""))
        text, origin = self.text(value, line)
        if "\n" in text and origin.path and has_blank_line(text):
            self.blank_line(origin)
        return text, origin

    def text(self, value: Any, line: int) -> tuple[str, Origin]:
        """A value as it is printed, and where it comes from."""
        run = self.run
        if not isinstance(value, Fact):
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                origin = run.lines[line]
                raise NotPrintable(origin)
            return str(value), run.lines[line]
        origin = value.origin
        if isinstance(value, Missing):
            return run.gap(value, line), origin
        if isinstance(value, Long) and not value.value.blocks:
            return run.empty(value, line), origin
        if isinstance(value, Long):
            what = f"{field_words(value.path)} is a long text, and stands beside other words here."
            run.fault(
                "Facts.LongText",
                value,
                what,
                "A long text brings paragraphs of its own.",
                "Put it in a paragraph of its own in the template, or make it one line.",
            )
            return "\n".join(plain(spans) for block in value.value.blocks for spans in block.texts()), origin
        if not isinstance(value, Leaf) or isinstance(value.value, bool):
            run.misused(value, "a text")
            return f"[missing: {field_words(value.path)}]", origin
        if not isinstance(value.value, str):
            return str(value.value), origin
        return self.clean(value, value.value, line), origin

    def clean(self, fact: Leaf, text: str, line: int) -> str:
        """A text as it is, with remarks on what cannot or should not be printed."""
        run = self.run
        if invisible(text):
            return run.empty(fact, line)
        text = text.replace("\r\n", "\n")
        name = field_words(fact.path)
        if len(text) > LONGEST:
            what = f"{name} has {len(text):,} characters; the most is {LONGEST:,}."
            run.fault(
                "Facts.Unprintable",
                fact,
                what,
                "No letter holds as much.",
                "Look whether a whole file was put in by mistake.",
            )
            text = text[:LONGEST]
        for character in dict.fromkeys(UNPRINTABLE.findall(text)):
            shown = f"U+{ord(character):04X}{unicode_name(character)}"
            at = text.index(character)
            what = f"{name} holds a character that cannot be printed: {shown}, after “{text[max(at - 20, 0) : at]}”."
            run.fault(
                "Facts.Unprintable",
                fact,
                what,
                "It would vanish or break the document.",
                "Delete it and type the words again.",
                shown,
            )
        text = UNPRINTABLE.sub("\ufffd", text)
        if found := TAG.search(text):
            self._tag(fact, found)
        return text

    def address(self, value: Any, line: int) -> str:
        """Where a link leads to; empty when the value is no address."""
        if isinstance(value, Missing):
            self.run.gap(value, line)
            return ""
        text = value.value if isinstance(value, Leaf) else value
        if isinstance(text, str) and ADDRESS.match(text) and not UNPRINTABLE.search(text):
            if isinstance(value, Fact):
                self.printed.append(value.origin)
            return text
        if isinstance(value, Fact):
            what = f"{field_words(value.path)} is not an address that a link can lead to: “{str(text)[:80]}”."
            self.run.fault(
                "Facts.Unusable",
                value,
                what,
                "A reader who follows the link gets nowhere.",
                "Write it as https://…, http://…, mailto:… or tel:….",
                str(text),
            )
        return ""

    def blocks(self, pattern: BlockPattern, base: int) -> list[Block]:
        """The blocks that one block with holes becomes: one, but for a value with blank lines and for a long text."""
        if pattern.alone >= 0:
            value, line = self.run.slots[self.order[base + pattern.alone]]
            if type(value) is Long and value.value.blocks:
                return self._long(pattern.shape, value)
            if type(value) is Leaf and type(text := value.value) is str and "\n" in text and has_blank_line(text):
                return self._paragraphs(pattern.shape, value, line)
        shape = pattern.shape
        if pattern.rows:
            return [shape._replace(rows=tuple(tuple(self.spans(cell, base) for cell in row) for row in pattern.rows))]
        return [_tuple(Block, (shape[0], self.spans(pattern.parts, base), *shape[2:]))]

    def _paragraphs(self, shape: Block, value: Leaf, line: int) -> list[Block]:
        """A block for each paragraph of a value that stands alone."""
        text, origin = self.text(value, line)
        self.printed.append(origin)
        made: list[Block] = []
        for paragraph in BLANK_LINE.split(text.strip("\n")):
            made.append(shape._replace(spans=(Span(paragraph, origin),)))
            shape = shape._replace(marker="", number=0, run=0)
        return made

    def _long(self, shape: Block, value: Fact) -> list[Block]:
        """The blocks of a long text that stands alone."""
        self.printed.append(value.origin)
        for block in value.value.blocks:
            for spans in block.texts():
                for span in spans:
                    if "{" in span.text and (found := TAG.search(span.text)):
                        self._tag(Leaf(span.text, "", "", span.origin), found)
        return long_blocks(shape, value)

    def _tag(self, fact: Fact, found: re.Match[str]) -> None:
        shown = found.string[found.start() : found.start() + 40]
        what = f"{field_words(fact.path) if fact.path else fact.origin.file} holds a tag of a template: “{shown}”."
        do = "Write the words that should stand there."
        self.run.fault("Gaps.TagInValue", fact, what, "It would be printed as it stands.", do, shown)

    def blank_line(self, origin: Origin) -> None:
        """A blank line in a value that has other words beside it cannot become a new paragraph."""
        fact = Leaf("", origin.file, origin.path, origin)
        what = f"{field_words(fact.path)} has a blank line in it, and stands beside other words here."
        self.run.fault(
            "Facts.BlankLine", fact, what, "A blank line begins a new paragraph.", "Take the blank line out."
        )


def has_blank_line(text: str) -> bool:
    """Whether a text has more than one paragraph."""
    return BLANK_LINE.search(text.replace("\r\n", "\n").strip("\n")) is not None


class NotPrintable(Exception):
    """A template prints something that is not words: a yes or no, nothing, a macro itself."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin


def long_blocks(shape: Block, value: Fact) -> list[Block]:
    """The blocks of a long text, in the place of the block in which it stands alone.

    Its numbered lists bear negative runs: they are numbered among the lists of the whole manuscript later.
    """
    made: list[Block] = []
    deeper = shape.level if shape.kind == "item" else 0
    for block in value.value.blocks:
        if block.kind == "item":
            made.append(block._replace(level=block.level + deeper, parts=shape.parts + block.parts, run=-block.run))
        elif deeper:
            item = shape if not made else shape._replace(marker="", number=0, run=0)
            made.append(item._replace(spans=block.spans, origin=block.origin))
        else:
            made.append(block._replace(parts=shape.parts + block.parts))
    return made


def invisible(text: str) -> bool:
    """Whether there is nothing in a text that a reader would see."""
    return not text or all(c.isspace() or unicodedata.category(c) in {"Cf", "Zs", "Zl", "Zp"} for c in text)


def unicode_name(character: str) -> str:
    """A character's name behind its number, where it has one."""
    name = unicodedata.name(character, "")
    return f" ({name.lower()})" if name else ""
