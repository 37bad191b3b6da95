"""What the measures of readability are made of, counted over the sentences of a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lettersmith.checks.readability import formulas
from lettersmith.checks.readability.hard_words import count_hard
from lettersmith.checks.readability.spoken import of_word
from lettersmith.checks.words import WORD, count

LEAST_WORDS = 100
LEAST_SENTENCES = 10
"""A shorter text has no grade worth the name."""

LONG = 6
"""A word of more letters is long (LIX, RIX)."""


class Counts(NamedTuple):
    """The counts of one text."""

    words: int
    sentences: int
    syllables: int
    letters: int
    """Letters and digits."""
    polysyllables: int
    """Words of three syllables or more."""
    monosyllables: int
    """Words of one."""
    long_words: int
    """Words of more than six letters."""
    hard: int
    """Words that are hard as Gunning has it: no names, no easy compounds, no mere inflections."""

    @property
    def enough(self) -> bool:
        """Whether the text is long enough to be given a grade."""
        return self.words >= LEAST_WORDS and self.sentences >= LEAST_SENTENCES


def count_all(sentences: Iterable[str]) -> Counts:
    """The counts of some sentences.

    >>> count_all(["The cat in the hat ate breakfast."])[:3]
    (7, 1, 8)
    """
    found = [sentence for sentence in sentences if count(sentence)]
    words = [_of_word(word) for sentence in found for word in WORD.findall(sentence)]
    totals = [sum(column) for column in zip(*words, strict=True)] if words else [0] * 5
    syllables, letters, poly, mono, long = totals
    return Counts(len(words), len(found), syllables, letters, poly, mono, long, sum(map(count_hard, found)))


@lru_cache(maxsize=16384)
def _of_word(word: str) -> tuple[int, int, bool, bool, bool]:
    syllables = of_word(word)
    letters = sum(map(str.isalnum, word))
    return syllables, letters, syllables >= 3, syllables == 1, letters > LONG


def grades(counts: Counts) -> dict[str, float]:
    """Every measure that can be had from counts alone, by its name; none for a text that is too short for them.

    Dale-Chall and Spache are not among them: their lists of words are not ours to give.
    """
    if not counts.enough:
        return {}
    n = counts
    return {
        "Flesch Reading Ease": formulas.flesch(n.words, n.sentences, n.syllables),
        "Flesch-Kincaid": formulas.flesch_kincaid(n.words, n.sentences, n.syllables),
        "SMOG": formulas.smog(n.sentences, n.polysyllables),
        "Gunning Fog": formulas.fog(n.words, n.sentences, n.hard),
        "Coleman-Liau": formulas.coleman_liau(n.words, n.sentences, n.letters),
        "ARI": formulas.ari(n.words, n.sentences, n.letters),
        "FORCAST": formulas.forcast(n.words, n.monosyllables),
        "LIX": formulas.lix(n.words, n.sentences, n.long_words),
        "RIX": formulas.rix(n.sentences, n.long_words),
    }
