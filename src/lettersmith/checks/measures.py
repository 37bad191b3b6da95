"""The figures of a document that people compare: words, sentences, reading level, hard words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from lettersmith.checks.passages import words_in
from lettersmith.checks.prose import sentences
from lettersmith.checks.readability.counts import LEAST_SENTENCES, LEAST_WORDS, Counts, count_all
from lettersmith.checks.readability.formulas import flesch_kincaid
from lettersmith.checks.words import plural
from lettersmith.model.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Measures:
    """How long a document is, and how hard to read."""

    words: int
    """Of the body: headings, lists, tables and footnotes included, running header and footer not."""
    longest_sentence: int
    """Words of the longest sentence of its prose; 0 where there is no prose."""
    grade: float | None
    """Flesch-Kincaid grade of its prose; None where there is too little for one."""
    sentences: int = 0
    """Of its prose: neither headings nor tables, addresses or labels."""
    hard_words: float | None = None
    """Words of three syllables or more in a hundred, names left out; None where there is too little to say."""

    def as_fields(self) -> dict[str, Any]:
        """For programs."""
        fields = asdict(self)
        for name in ("grade", "hard_words"):
            fields[name] = None if fields[name] is None else round(fields[name], 1)
        return fields


def measure(manuscript: Manuscript) -> Measures:
    """The figures of one document."""
    prose = sentences(manuscript)
    counts = count_all(sentence.text for sentence in prose)
    return Measures(
        words=words_in(manuscript),
        longest_sentence=max((sentence.words for sentence in prose), default=0),
        grade=_grade(counts),
        sentences=counts.sentences,
        hard_words=100 * counts.hard / counts.words if counts.enough else None,
    )


def in_words(manuscript: Manuscript) -> str:
    """How hard a document is to read, in a sentence for the head of a report; and why there is no grade, if so."""
    counts = count_all(sentence.text for sentence in sentences(manuscript))
    if not counts.words:
        return "No reading grade: there are no sentences of English prose."
    length = f"{plural(counts.words, 'word')} in {plural(counts.sentences, 'sentence')}"
    grade = _grade(counts)
    if grade is None:
        return (
            f"No reading grade: {length} are too few. "
            f"It takes {LEAST_WORDS} words and {LEAST_SENTENCES} sentences of prose."
        )
    shown = f"{grade:.1f}" if grade >= 1 else "below 1"
    average, hard = counts.words / counts.sentences, 100 * counts.hard / counts.words
    return f"Reading grade {shown}: {length}, {average:.0f} words a sentence, {hard:.0f} hard words in 100."


def _grade(counts: Counts) -> float | None:
    return flesch_kincaid(counts.words, counts.sentences, counts.syllables) if counts.enough else None
