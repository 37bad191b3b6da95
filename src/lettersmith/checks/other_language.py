"""Reading.NotEnglish: a text, or some paragraphs of it, are not in English and were not checked."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.passages import Passage
from lettersmith.checks.places import place
from lettersmith.checks.prose import running_text
from lettersmith.checks.words import brief, count, plural
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject


def check(subject: Subject) -> Iterator[Remark]:
    """One remark for a whole document, at its first words that are not English."""
    running = running_text(subject.manuscript)
    other = [text.passage for text in running if not text.english]
    if other:
        yield _remark(subject, other, whole=_words(other) * 2 > _words([text.passage for text in running]))


def _words(prose: list[Passage]) -> int:
    return sum(count(passage.text) for passage in prose)


def _remark(subject: Subject, other: list[Passage], *, whole: bool) -> Remark:
    first = other[0]
    if whole:
        what = "This text is not in English. Its sentences, words and grammar were not checked."
    else:
        which = "One paragraph is" if len(other) == 1 else f"{len(other)} paragraphs are"
        words = plural(_words(other), "word")
        what = f'{which} not in English ({words}, from "{brief(first.text, 40)}"), so nobody checked the style there.'
    return Remark(
        "Reading.NotEnglish",
        Level.WARNING,
        what,
        place(subject, first),
        why="Every rule here is made for English. Names, dates and gaps were looked for as in any text.",
        do="Have it read by someone who writes that language well.",
        source="docs/readability.md",
    )
