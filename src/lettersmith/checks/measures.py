"""The figures of a document that people compare: words, longest sentence, reading level."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from lettersmith.checks.reading_level import level
from lettersmith.checks.text import passages, sentences
from lettersmith.checks.words import count
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

    def as_fields(self) -> dict[str, Any]:
        """For programs."""
        return {**asdict(self), "grade": None if self.grade is None else round(self.grade, 1)}


def measure(manuscript: Manuscript) -> Measures:
    """The figures of one document."""
    body = (passage for passage in passages(manuscript) if passage.region not in ("header", "footer"))
    return Measures(
        words=sum(count(passage.text) for passage in body),
        longest_sentence=max((sentence.words for sentence in sentences(manuscript)), default=0),
        grade=level(manuscript),
    )
