"""How many syllables a word has: by a table made from a pronouncing dictionary, else by its letters.

The table holds only the words of the dictionary that the rules here get wrong; so table and rules together are equal to
the dictionary. Where it comes from, and how to make it anew: README.md in `lettersmith/data`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from lettersmith.checks.readability.letters import by_letters
from lettersmith.checks.readability.numbers import of_number
from lettersmith.checks.words import WORD, ByToken, listed

PIECES = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*")
DIGITS = re.compile(r"\d+")

ONE_SIGHT = re.compile(r"@\w|www\.|://|\w\.(?:org|com|net|gov|ac|co|uk)\b|^\D?\d{5,}\D?$")
"""Web and mail addresses and telephone numbers: nobody reads them out, so each counts as one syllable."""

AS_WORDS = listed("SEND MASH MARAC MAPPA CAMHS COVID NEET NATO SENCO LADO ACE ACES")
"""Abbreviations that are spoken as words, not letter by letter."""

_FIELD = {
    1: "ones mash camhs neet neets",
    2: "ofsted marac mappa cafcass lado senco sencos estyn multi caseloads",
    3: "audio",
}
FIELD = {word: count for count, words in _FIELD.items() for word in listed(words)}
"""Words of the field that the dictionary does not have, or has otherwise than they are said here."""

ENDINGS = ("'s", "s", "es", "d", "ed", "ing", "ly", "ness", "less", "ful", "ment", "ments", "er", "ers")
"""Endings that a word may have and the table not, when it holds the word without them."""
SYLLABIC = listed("ing ly ness less ful ment ments er ers")
"""Those that are a syllable of their own."""
SIBILANTS = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")


@cache
def _table() -> Mapping[str, int]:
    from lettersmith.data import read_syllables

    return read_syllables()


SYLLABLE_UNIT, LONG_UNIT = 1 << 20, 1 << 40
MASK = SYLLABLE_UNIT - 1


def weigh(text: str) -> tuple[int, int, int]:
    """The words, syllables and words of three syllables or more of a text, counted in one go.

    >>> weigh("The multi-agency team met – at 9.30am.")
    (6, 13, 2)
    """
    total = sum(map(WEIGHTS.__getitem__, text.split()))
    return total & MASK, total >> 20 & MASK, total >> 40


def _weight(token: str) -> int:
    """What stands between two white spaces, its three counts in one number: so that they add up at once."""
    words = WORD.findall(token)
    spoken = list(map(of_word, words))
    return len(words) + sum(spoken) * SYLLABLE_UNIT + sum(number >= 3 for number in spoken) * LONG_UNIT


WEIGHTS = ByToken(_weight)


def syllables(text: str) -> int:
    """How many syllables a text has when it is read aloud."""
    return sum(map(of_word, text.split()))


@lru_cache(maxsize=16384)
def of_word(word: str) -> int:
    """The syllables of one word: at least one, or none where it has no letter or digit. Parts with hyphens are added.

    >>> [of_word(word) for word in ("safely", "two-year-old", "NHS", "2017", "helped")]
    [2, 3, 3, 5, 1]
    """
    return 1 if ONE_SIGHT.search(word) else sum(map(_of_piece, PIECES.findall(word)))


def _of_piece(piece: str) -> int:
    if piece[0].isdigit():
        return sum(map(of_number, DIGITS.findall(piece.replace(",", ""))))
    if piece.isupper() and 1 < len(piece) <= 5 and piece not in AS_WORDS:
        return sum(3 if letter == "W" else 1 for letter in piece)
    return looked_up(piece.lower().replace("’", "'"), _table())


def looked_up(word: str, table: Mapping[str, int]) -> int:
    """The syllables of a word in small letters, as the table says or the rules do."""
    known = FIELD.get(word) or table.get(word)
    if known:
        return known
    for ending in ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            known = FIELD.get(stem) or table.get(stem)
            if known:
                return known + _spoken(stem, ending)
            if ending in ("ing", "er", "ers") and (known := table.get(stem + "e")):
                return known + 1
    stem, mark, ending = word.partition("'")
    extra = 1 if ending == "s" and stem.endswith(SIBILANTS) else 0
    return by_letters(stem) + extra if mark else by_letters(word)


def _spoken(stem: str, ending: str) -> int:
    """How many syllables an ending adds to a stem."""
    if ending in SYLLABIC:
        return 1
    if ending in ("d", "ed"):
        return 1 if stem.rstrip("e").endswith(("t", "d")) else 0
    return 1 if stem.endswith(SIBILANTS) else 0
