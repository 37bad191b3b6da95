"""The source of a Markdown, HTML or text file as Vale sees it: units of text, each with its scope and exact place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lettersmith.model.style import Unit
from lettersmith.reading.scoped import front, ignores, mapped
from lettersmith.reading.scoped import tokens as html
from lettersmith.reading.scoped.blocks import Block, Blocks
from lettersmith.reading.scoped.mapped import Mapped
from lettersmith.reading.scoped.settings import Selection, Settings
from lettersmith.reading.scoped.switches import Switches
from lettersmith.reading.scoped.tokens import Token
from lettersmith.reading.scoped.walk import Walker

__all__ = ["Scoped", "Selection", "Settings", "fault_of", "file_text", "read"]


@dataclass(frozen=True, slots=True)
class Scoped:
    """One file, read."""

    text: str
    """The file, as it is."""
    units: tuple[Unit, ...]
    counts: Mapping[str, int]
    """How many lists, headings and so on there are, by scope: `heading.h2`, `list`, `paragraphs`, `pre`."""
    selected: Mapping[int, Mapping[str, int]]
    """The same for units that a selector chose, by their index."""
    _places: tuple[Sequence[int], ...]
    _switches: Switches
    _lines: list[int] = field(default_factory=list)

    def offset(self, unit: int, index: int) -> int:
        """Where in the file a character of a unit stands."""
        return Mapped(self.units[unit].text, self._places[self.units[unit].at]).where(index)

    def place(self, unit: int, index: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of a unit."""
        return self.line_and_column(self.offset(unit, index))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset of the file."""
        if not self._lines:
            self._lines.extend([0, *(found.end() for found in re.finditer("\r\n|\r|\n", self.text))])
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def silenced(self, unit: int, rule: str, start: int, end: int) -> bool:
        """Whether a comment in the text has switched off what a rule says of these characters of a unit."""
        words = self.units[unit].text[start:end]
        if f"{rule}[{words}]" in self.units[unit].off:
            return True
        return self._switches.silences(rule, words, self.offset(unit, start))


def file_text(path: Path) -> str:
    """The text of a file, with its line ends as they are; bytes that are no UTF-8 become a sign that says so."""
    return path.read_bytes().decode("utf-8", errors="replace")


def fault_of(selector: str) -> str:
    """What is wrong with a CSS selector; empty for one that can be used."""
    from lettersmith.reading.scoped import css

    try:
        css.compiled(selector)
    except css.NoSelector as error:
        return str(error)
    return ""


def read(text: str, settings: Settings) -> Scoped:
    """A file's text as units, in the order in which Vale looks at them."""
    source = mapped.source(text)
    switches = Switches(settings.styles)
    made = Blocks(settings, switches)
    blocks: list[Block] = []
    if settings.format == "md":
        blocks += _front_matter(source, settings)
    if settings.format in ("md", "html"):
        Walker(settings, switches, made).walk(_tokens(ignores.without_ignored(source, settings), settings))
        blocks += made.made + _whole_text(made, settings)
    else:
        blocks.append(Block(source, "text" + settings.ending, frozenset(), True, settings.format != "txt"))
    blocks.append(Block(source, "raw" + settings.ending, switches.now(), whole=True))
    units: list[Unit] = []
    places: list[Sequence[int]] = []
    selected: dict[int, Mapping[str, int]] = {}
    for block in blocks:
        for words, scope in _pieces(block, settings):
            units.append(Unit(words.text, scope, len(places), off=block.off))
            places.append(words.at)
        if block.counts is not None:
            selected[len(units) - 1] = block.counts
    return Scoped(text, tuple(units), made.counts, selected, tuple(places), switches)


def _tokens(source: Mapped, settings: Settings) -> Iterable[Token]:
    if settings.format == "html":
        stream: Iterable[Token] = html.tokens(source)
    else:
        from lettersmith.reading.scoped import markdown

        stream = markdown.tokens(source)
    if settings.selections:
        from lettersmith.reading.scoped import select

        stream = select.marked(stream, settings.selections)
    return stream


def _front_matter(source: Mapped, settings: Settings) -> Iterator[Block]:
    for key, value in front.entries(source):
        scope = f"text.frontmatter.{key}{settings.ending}"
        if not settings.front_matter_ignored(scope):
            yield Block(value, scope, frozenset(), whole=True)


def _whole_text(made: Blocks, settings: Settings) -> list[Block]:
    """What is looked at after all blocks: selections that are not there, and all prose as one."""
    off = made.switches.now()
    absent = [
        Block(mapped.NOTHING, f"doc.{one.name}{settings.ending}", off, whole=True)
        for one in settings.selections
        if one.name not in made.seen
    ]
    made.switches.reset()
    parts = [part for text in made.summary for part in (text, mapped.inserted("\n\n", text.where(len(text.text))))]
    return [*absent, Block(mapped.join(parts), "summary" + settings.ending, made.switches.now(), whole=True)]


def _pieces(block: Block, settings: Settings) -> Iterator[tuple[Mapped, str]]:
    """The paragraphs and sentences of a block, where some rule asks for them, and the block itself."""
    words = block.words
    if block.splits and not block.whole and "paragraph" in settings.wanted:
        done = 0
        for piece in words.text.split("\n\n"):
            yield words.part(done, done + len(piece) + 2), "paragraph." + block.scope
            done += len(piece) + 2
    if not block.whole and "sentence" in settings.wanted:
        done = 0
        for sentence in settings.sentences(words.text):
            found = words.text.find(sentence.strip(), done)
            if found >= 0 and sentence.strip():
                done = found + len(sentence.strip())
                yield words.part(found, done), "sentence." + block.scope
    yield words, block.scope
