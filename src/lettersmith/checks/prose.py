"""The running text of a manuscript, and its sentences."""

from __future__ import annotations

from typing import NamedTuple

from lettersmith.checks.kept import keep_last
from lettersmith.checks.lines import A_LIST, is_label, is_list_of_labels, pieces
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.readability.language import is_english
from lettersmith.checks.readability.spoken import weigh
from lettersmith.checks.splitting import split_piece
from lettersmith.model.manuscript import Manuscript

NOT_PROSE = frozenset(
    ("address", "signature", "contact", "copies", "reference", "date", "greeting", "close", "subject")
)
"""Parts whose lines are labels, names and numbers: no sentence rule applies to them."""


class Sentence(NamedTuple):
    """One sentence of a passage of prose."""

    text: str
    passage: Passage
    start: int
    """Where it begins in the passage's text."""
    words: int
    syllables: int = 0
    polysyllables: int = 0
    """Words of three syllables or more."""

    @property
    def end(self) -> int:
        """One past its last character in the passage's text."""
        return self.start + len(self.text)


def may_be_prose(passage: Passage) -> bool:
    """Whether a passage stands where running text stands: not in a heading, table, header, greeting or address."""
    block = passage.block
    if block.kind not in ("paragraph", "item") or passage.region in ("header", "footer"):
        return False
    return NOT_PROSE.isdisjoint(block.parts)


def prose(passage: Passage) -> list[tuple[int, int]]:
    """The pieces of a passage that are running text, each from where to where: none of a heading, table or address.

    A list item of one line is running text, however short.
    """
    if not may_be_prose(passage):
        return []
    if passage.block.kind == "item" and "\n" not in passage.text:
        return [(0, len(passage.text))]
    text = passage.text if len(passage.spans) < A_LIST else _as_written(passage)
    return [(start, end) for start, end in pieces(text) if not is_label(text[start:end])]


def _as_written(passage: Passage) -> str:
    """The text of a passage with a line break for each one of its source that was a space to the reader.

    Only where the lines are a list of labels, such as an address that somebody typed without ending its lines.
    """
    text = passage.text
    if passage.spans[0].origin.line == passage.spans[-1].origin.line or "\n" in text:
        return text
    written, line = "", 0
    for span in passage.spans:
        if line and span.origin.line > line and written.endswith(" "):
            written = written[:-1] + "\n"
        line = span.origin.line
        written += span.text
    return written if is_list_of_labels(written) else text


def is_prose(passage: Passage) -> bool:
    """Whether any of a passage is running text: not a heading, table, address, greeting or other label."""
    return bool(prose(passage))


class Running(NamedTuple):
    """A passage with running text in it."""

    passage: Passage
    pieces: list[tuple[int, int]]
    """Where the running text is: `prose`."""
    english: bool


@keep_last
def running_text(manuscript: Manuscript) -> tuple[Running, ...]:
    """Every passage of a manuscript that has running text, in reading order, whatever its language."""
    return tuple(
        Running(passage, found, is_english(passage.text))
        for passage in passages(manuscript)
        if (found := prose(passage))
    )


@keep_last
def sentences(manuscript: Manuscript) -> tuple[Sentence, ...]:
    """Every English sentence of the prose of a manuscript, in reading order. Each list item stands for itself."""
    return tuple(
        Sentence(text, passage, start, *weigh(text))
        for passage, found, english in running_text(manuscript)
        if english
        for begin, end in found
        for start, text in split_piece(passage.text, begin, end)
    )
