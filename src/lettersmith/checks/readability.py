"""How hard a text is to read: syllables, and the Flesch-Kincaid grade."""

from __future__ import annotations

import re
from functools import lru_cache

from lettersmith.checks.words import WORD, listed

VOWELS = re.compile(r"[aeiouy]+")
PIECES = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*")

EXTRA = re.compile(
    r"[^ctsxgq]i[ao](?!us$)|[ct]iat|[^aeiou]ious$|iu|[^tcsh]ien|(?<![qg])ua|[aeouy]ing|ism|eo(?!ple|us)|crea(?=t)"
    r"|rea(?=l[ilt])|idea|area|[aeiou]y[aeiou]|(?<!q)uie|uou"
)
"""Neighbouring vowels that are spoken apart: "client", "evaluate", "being"; and the spoken vowel of "-ism"."""

LESS = re.compile(
    r"(?<=[^aeiouy])e$|(?<=[^aeioutdy])ed$|(?<=[^aeiousxzcg])(?<!sh)(?<!ch)(?<!.[^aeiouy]l)es$"
    r"|(?<=[^aeiou])e(?=(?:ly|ment|ments|ful|fully|less|ness|some|thing|where|one|body)$)|[cgst]iou|eau"
)
"""Vowels that are written and not spoken: the e of "made", "helped", "safely"."""

KEEP_LE = re.compile(r"[^aeiouy]l(?:e|es|ed)$")
"""Endings such as that of "table" have a spoken e."""

_SPOKEN = {
    1: "one ones once loved lives lived where there here were are some come done gone none since friend friends",
    2: """
        people element poem science quiet client create being didn't isn't wasn't doesn't hasn't hadn't couldn't
        wouldn't shouldn't haven't something someone somewhere sometimes therefore ofsted reviewed viewed safeguard
        hundred naked wicked sacred biased friendly friendship business wednesday evening every
    """,
    3: """
        area areas elements reality idea ideas everyone everything anyone national separate family families interested
        several general video audio radio created creates theatre museum usual casual annual manual actual vehicle
        poetry average diary beautiful different interest interests
    """,
    4: "experience experienced experiences implemented evaluate reliable usually actually associate generally",
    5: "association deteriorate",
}
SPOKEN = {word: count for count, words in _SPOKEN.items() for word in listed(words)}
"""Words that the rules below count wrongly."""

AS_WORDS = listed("SEND MASH MARAC MAPPA CAMHS COVID NEET NATO")
"""Abbreviations that are spoken as words, not letter by letter."""

ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """The Flesch-Kincaid grade of a text with these counts: years of American school.

    Formula: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975,
    Derivation of new readability formulas for Navy enlisted personnel). A British reading age is about grade + 5.

    >>> round(flesch_kincaid(201, 8, 304), 2)
    12.06
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def syllables(text: str) -> int:
    """How many syllables a text has when it is read aloud, by rules of our own."""
    return sum(map(of_word, WORD.findall(text)))


@lru_cache(maxsize=8192)
def of_word(word: str) -> int:
    """The syllables of one word: at least one. Parts joined by hyphens or slashes are added up.

    >>> [of_word(word) for word in ("safely", "two-year-old", "NHS", "2017", "helped")]
    [2, 3, 3, 5, 1]
    """
    return max(1, sum(_of_piece(piece) for piece in PIECES.findall(word)))


def _of_piece(piece: str) -> int:
    if piece[0].isdigit():
        return sum(_of_number(part) for part in re.findall(r"\d+", piece.replace(",", "")))
    if piece.isupper() and 1 < len(piece) <= 5 and piece not in AS_WORDS:
        return sum(3 if letter == "W" else 1 for letter in piece)
    word = piece.lower().replace("’", "'")
    if word in SPOKEN:
        return SPOKEN[word]
    stem, _, ending = word.partition("'")
    if stem in SPOKEN:
        return SPOKEN[stem]
    sibilant = ending == "s" and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge"))
    return max(1, _of_letters(stem)) + (1 if sibilant else 0)


def _of_letters(word: str) -> int:
    count = len(VOWELS.findall(word)) + len(EXTRA.findall(word)) - len(LESS.findall(word))
    return count + 1 if KEEP_LE.search(word) and word.endswith(("le", "led")) else count


def _of_number(digits: str) -> int:
    """The syllables of a number as it is spoken: years in pairs, long numbers digit by digit."""
    number = int(digits)
    if len(digits) > 4 or digits.startswith("0"):
        return sum(ONES[int(digit)] for digit in digits)
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (ONES[number % 10] if number % 10 else 0)
    if number < 1000:
        return ONES[number // 100] + 2 + (1 + _of_number(str(number % 100)) if number % 100 else 0)
    if number % 1000 == 0:
        return ONES[number // 1000] + 2
    if digits[1:3] == "00":
        return ONES[number // 1000] + 2 + 1 + _of_number(str(number % 1000))
    return _of_number(digits[:2]) + _of_number(str(int(digits[2:]))) + (1 if digits[2] == "0" else 0)
