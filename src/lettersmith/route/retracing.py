"""The source of every word of a document that this program made, told from its log: field or template line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from lettersmith.issue.log import Entry, Log, digest
from lettersmith.model.manuscript import Block, Manuscript, Span, block_text
from lettersmith.model.place import Origin

ENOUGH = 0.6
"""How alike a paragraph must be to one that we wrote (1 is the same), for its words to be followed to their source."""
Places = tuple[tuple[int, str, int, str], ...]
"""Of each span that was written: its length, file, line and JSON path."""


def entry_of(path: Path, data: bytes) -> tuple[Path, Entry] | None:
    """The folder of the inspection that a file was made in, and the log's entry of it; None if we did not make it.

    The log is looked for in the file's folder and the one above. A file is known by its bytes, else by its name.
    """
    home = path.resolve().parent
    for folder in (home, home.parent):
        entries = Log(folder).entries()
        hashed = digest(data) if entries else ""
        told = [(file, entry) for entry in reversed(entries) for file in entry.files]
        same = next((entry for file, entry in told if file.sha256 == hashed), None)
        named = same or next((entry for file, entry in told if file.name == path.name), None)
        if named is not None:
            return folder, named
    return None


def retraced(manuscript: Manuscript, entry: Entry, folder: Path) -> Manuscript:
    """The manuscript with the source of each word that the entry tells of; words typed since then keep their own."""
    written = list(entry.words)
    lines = Lines(folder, entry.facts)
    same = dict(written)
    blocks = tuple(_retraced(block, same, written, lines) for block in manuscript.blocks)
    return replace(manuscript, blocks=blocks)


class Lines:
    """The lines of facts, as long as their files are what they were."""

    def __init__(self, folder: Path, facts: Mapping[str, str]) -> None:
        self.folder, self.facts = folder, facts
        self.texts: dict[str, str] = {}

    def text(self, file: str) -> str:
        """The text of a file of facts; empty if it is not there or was changed since."""
        if file not in self.texts:
            try:
                data = (self.folder / file).read_bytes() if file in self.facts else b""
            except OSError:
                data = b""
            self.texts[file] = data.decode("utf-8-sig", "replace") if digest(data) == self.facts.get(file) else ""
        return self.texts[file]

    def origin(self, file: str, line: int, path: str) -> Origin:
        """A place of the log with its line."""
        if path and not line and (text := self.text(file)):
            from lettersmith.intake.positions import line_of

            line = line_of(text, path)
        return Origin(file, line, path)


def _retraced(block: Block, same: Mapping[str, Places], written: list[tuple[str, Places]], lines: Lines) -> Block:
    text = block_text(block)
    if text in same:
        letters = _letters(same[text], lines)
    else:
        letters = [] if block.rows or not text.strip() else _likely(text, written, lines)
    if not letters:
        return block
    feed = iter(letters)
    rows = tuple(tuple(tuple(_cut(cell, feed)) for cell in row) for row in block.rows)
    return block._replace(spans=tuple(_cut(block.spans, feed)), rows=rows)


def _letters(places: Places, lines: Lines) -> list[Origin]:
    """The source of every letter of a block, one by one."""
    return [origin for length, file, line, path in places for origin in [lines.origin(file, line, path)] * length]


def _likely(text: str, written: list[tuple[str, Places]], lines: Lines) -> list[Origin]:
    """The sources of a paragraph that was changed since we wrote it; none if it is like nothing that we wrote.

    What was typed into it has no source of its own: it takes that of the letter before it.
    """
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    best, ratio = None, ENOUGH
    for told in written:
        matcher.set_seq1(told[0])
        if matcher.real_quick_ratio() > ratio and matcher.quick_ratio() > ratio and matcher.ratio() > ratio:
            best, ratio = told, matcher.ratio()
    if best is None:
        return []
    matcher.set_seq1(best[0])
    old, found = _letters(best[1], lines), list[Origin]()
    if len(old) != len(best[0]):
        return []
    for tag, start, end, here, to in matcher.get_opcodes():
        if tag == "equal":
            found += old[start:end]
        else:
            found += [old[max(0, min(start, len(old)) - 1)]] * (to - here)
    return found


def _cut(spans: tuple[Span, ...], letters: Iterator[Origin]) -> Iterator[Span]:
    """The spans, cut where the source of their letters changes; where each stands in its file is kept."""
    for span in spans:
        told = [next(letters, span.origin) for _ in span.text]
        at = 0
        for origin, run in groupby(told):
            size = len(list(run))
            there = origin._replace(anchor=span.origin.anchor)
            yield span._replace(text=span.text[at : at + size], origin=there)
            at += size
        if not told:
            yield span
