"""Reading.Level: a text as a whole is harder than its readers should be asked to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lettersmith.checks.kept import keep_last
from lettersmith.checks.places import place
from lettersmith.checks.prose import Sentence, sentences
from lettersmith.checks.readability.counts import LEAST_SENTENCES, LEAST_WORDS
from lettersmith.checks.readability.formulas import flesch_kincaid
from lettersmith.checks.readability.hard_words import hard_words
from lettersmith.checks.readability.spoken import of_word
from lettersmith.checks.sentences import WHO
from lettersmith.checks.words import brief
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.model.template import Limits

RULE = "Reading.Level"

SHORT = 8
"""A sentence of fewer words is not what makes a text hard, whatever its words are."""

HARDEST = 3
"""So many of the hardest sentences are named."""

WORTH_SAYING = 0.3
"""Grades: names and terms that weigh less are not spoken of."""


class Tally(NamedTuple):
    """What is counted of every text."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int
    """Words of three syllables or more."""

    @property
    def grade(self) -> float | None:
        """The Flesch-Kincaid grade; None for a text that is too short to have one."""
        if self.words < LEAST_WORDS or self.sentences < LEAST_SENTENCES:
            return None
        return flesch_kincaid(self.words, self.sentences, self.syllables)


def check(subject: Subject) -> Iterator[Remark]:
    """A warning, never more, with the sentences to begin with: the hardest first, and what makes them hard."""
    audience = subject.manuscript.audience
    given = subject.template.limits if subject.template else Limits()
    reached = AUDIENCES[audience].grade
    limit = min(reached, given.grade or reached)
    grade = level(subject.manuscript)
    if grade is not None and round(grade, 1) > limit:
        known = _without_known(subject, grade)
        what = f"The reading level is {grade:.1f}{known}. For {WHO[audience]} aim for {limit} or less."
        yield _remark(subject, what, sentences(subject.manuscript))
    for name, most in given.part_grade.items():
        inside = [sentence for sentence in sentences(subject.manuscript) if name in sentence.passage.block.parts]
        grade = _tally(inside).grade
        if grade is not None and round(grade, 1) > most:
            what = f'The reading level of the part "{name}" is {grade:.1f}. Its template asks for {most} or less.'
            yield _remark(subject, what, inside)


def level(manuscript: Manuscript) -> float | None:
    """The Flesch-Kincaid grade of a document's prose; None for one too short to have one."""
    return tally(manuscript).grade


@keep_last
def tally(manuscript: Manuscript) -> Tally:
    """The counts of a document's prose."""
    return _tally(sentences(manuscript))


def _tally(prose: Sequence[Sentence]) -> Tally:
    return Tally(
        sum([sentence.words for sentence in prose]),
        len([sentence for sentence in prose if sentence.words]),
        sum([sentence.syllables for sentence in prose]),
        sum([sentence.polysyllables for sentence in prose]),
    )


def hardest(prose: Sequence[Sentence], most: int = HARDEST) -> list[Sentence]:
    """The hardest sentences, the worst first, each once."""
    longer = [sentence for sentence in prose if sentence.words >= SHORT] or prose
    different = {sentence.text: sentence for sentence in longer if sentence.words}
    graded = [
        (-flesch_kincaid(sentence.words, 1, sentence.syllables), number, sentence)
        for number, sentence in enumerate(different.values())
    ]
    return [sentence for _, _, sentence in sorted(graded)[:most]]


def _remark(subject: Subject, what: str, prose: Sequence[Sentence]) -> Remark:
    hard = hardest(prose)
    first = hard[0]
    return Remark(
        RULE,
        Level.WARNING,
        what,
        place(subject, first.passage, first.start, first.end),
        why="Long sentences and long words make a text hard for its readers. The level alone stops nothing.",
        do="Begin with the hardest: " + "; ".join(_named(sentence, subject) for sentence in hard) + ".",
        source="Flesch-Kincaid (1975); docs/readability.md",
    )


def _named(sentence: Sentence, subject: Subject) -> str:
    words = hard_words(sentence.text, 3 if subject.manuscript.audience in ("children", "families") else 4, 3)
    because = ", ".join([f"{sentence.words} words", *words])
    return f'"{brief(sentence.text, 60)}" ({because})'


def _without_known(subject: Subject, grade: float) -> str:
    """What the grade would be without the names and terms that the document must use, if that says anything."""
    if not subject.known:
        return ""
    prose = sentences(subject.manuscript)
    others = [w for s in prose for w in s.text.split() if w.strip(".,;:!?()[]\"'“”‘’") not in subject.known]
    other_words = sum(1 for word in others if of_word(word))
    if other_words < LEAST_WORDS:
        return ""
    other = flesch_kincaid(other_words, len(prose), sum(map(of_word, others)))
    return f" ({other:.1f} without its names and terms)" if grade - other >= WORTH_SAYING else ""
