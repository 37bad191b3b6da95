"""What came out of checking one file: all that the ways of showing remarks need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from lettersmith.model.manuscript import Manuscript
from lettersmith.model.nothing import NOTHING
from lettersmith.model.remark import Level, Remark


class SentenceLength(NamedTuple):
    """One sentence of the prose, as the strip of sentence lengths shows it."""

    block: int
    """Index into the manuscript's blocks; -1 for a footnote."""
    start: int
    """First character in the block's plain text."""
    end: int
    """One past the last."""
    words: int


class Acceptance(NamedTuple):
    """A person's decision that one remark may stand: an entry of `accepted.toml`."""

    rule: str
    fingerprint: str
    """Of rule, sentence and field: `lettersmith.model.fingerprint.of`. Not of the line, which moves."""
    text: str
    """The words meant, for the person who reads the file."""
    reason: str
    by: str
    until: date
    """The last day on which it holds."""
    on: date | None = None
    """The day on which it was decided."""
    file: str = ""
    """The file in which the remark stood, for the person who reads the list."""


class Silenced(NamedTuple):
    """A remark that is not shown, and why."""

    remark: Remark
    how: str
    """`comment` in the text, `accepted`, `baseline`."""
    reason: str = ""
    by: str = ""
    until: date | None = None


class Review(NamedTuple):
    """One file, checked."""

    file: str
    """The name shown to people: as it was given."""
    manuscript: Manuscript
    audience: str
    audience_why: str = ""
    """`as asked`, `made by this program for families`, ..."""
    remarks: tuple[Remark, ...] = ()
    """Errors first, then in the order of the text."""
    silenced: tuple[Silenced, ...] = ()
    not_checked: tuple[Remark, ...] = ()
    """What could not be looked at: grammar without its engine, a picture, a text that is not English."""
    styles: tuple[str, ...] = ()
    """The styles that were used: `PlainEnglish`, ..."""
    rules: int = 0
    """How many rules were used."""
    grammar: str = "none"
    """`harper`, `languagetool` or `none`, with its version where it is known."""
    template: str = ""
    """Of a file that we made: its template."""
    facts: Mapping[str, int] = NOTHING
    """Counts for the head of a report: `words`, `sentences`, `tracked changes`, `comments`, ..."""
    sentences: tuple[SentenceLength, ...] = ()
    """Every sentence of the prose, in the order of the text."""
    limits: tuple[tuple[Level, int], ...] = ()
    """Words that a sentence may have for this reader, the largest first: over it, it draws that level."""
    digest: str = ""
    """SHA-256 of the file's bytes, in hexadecimal; empty where it was not read from a file."""
    reading: str = ""
    """How hard it is to read, in a sentence; or why there is no reading grade: `checks.measures.in_words`."""
