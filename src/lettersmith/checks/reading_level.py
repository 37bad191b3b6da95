"""Reading.Level: a text as a whole is harder than its readers should be asked to read."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.readability import flesch_kincaid, of_word, syllables
from lettersmith.checks.sentences import WHO
from lettersmith.checks.text import Sentence, place, sentences
from lettersmith.checks.words import WORD, brief
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

LEAST_WORDS = 100
LEAST_SENTENCES = 10
"""A shorter text has no reading level worth the name."""

HARDEST = 3
"""So many of the hardest sentences are named."""


def check(subject: Subject) -> Iterator[Remark]:
    """A warning, never more, with the sentences to begin with: the hardest first, and what makes them hard."""
    limit = AUDIENCES[subject.manuscript.audience].grade
    grade = level(subject.manuscript)
    if grade is None or round(grade, 1) <= limit:
        return
    hard = hardest(subject.manuscript)
    first = hard[0]
    yield Remark(
        "Reading.Level",
        Level.WARNING,
        f"The reading level is {grade:.1f}. For {WHO[subject.manuscript.audience]} aim for {limit} or less.",
        place(subject, first.passage, first.start, first.end),
        why="Long sentences and long words make a text hard for its readers. The level alone stops nothing.",
        do="Begin with the hardest: " + "; ".join(_named(sentence, subject) for sentence in hard) + ".",
        source="Flesch-Kincaid (1975); docs/limits.md",
    )


def level(manuscript: Manuscript) -> float | None:
    """The Flesch-Kincaid grade of a document's prose; None for one too short to have one."""
    prose = sentences(manuscript)
    words = sum(sentence.words for sentence in prose)
    if words < LEAST_WORDS or len(prose) < LEAST_SENTENCES:
        return None
    return flesch_kincaid(words, len(prose), sum(syllables(sentence.text) for sentence in prose))


def hardest(manuscript: Manuscript) -> list[Sentence]:
    """The hardest sentences of a document, the worst first, each once."""
    different = {sentence.text: sentence for sentence in sentences(manuscript) if sentence.words}
    graded = [
        (-flesch_kincaid(sentence.words, 1, syllables(sentence.text)), number, sentence)
        for number, sentence in enumerate(different.values())
    ]
    return [sentence for _, _, sentence in sorted(graded)[:HARDEST]]


def _named(sentence: Sentence, subject: Subject) -> str:
    words = hard_words(sentence.text, 3 if subject.manuscript.audience in ("children", "families") else 4)
    because = ", ".join([f"{sentence.words} words", *words])
    return f'"{brief(sentence.text, 60)}" ({because})'


def hard_words(text: str, least: int, most: int = 3) -> list[str]:
    """The words of a sentence that have most syllables, at least `least`, each once."""
    words = dict.fromkeys(word.strip(".,;:!?()[]\"'“”‘’") for word in WORD.findall(text))
    hard = [word for word in words if of_word(word) >= least and not word[0].isdigit()]
    return sorted(hard, key=of_word, reverse=True)[:most]
