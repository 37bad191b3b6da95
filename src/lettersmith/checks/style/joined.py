"""The units of a file as the index reads them: with their words, so that phrases are looked up, not looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from lettersmith.checks.style.letters import PART, RUN
from lettersmith.model.style import Unit

BETWEEN = "\x00"
"""Between two units. No phrase reaches over it."""

SMALL = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
"""Letters that count as others when case is ignored, though they are no pair of small and capital in Latin 1."""

ODD = "\u0130\u0131\u017f\u212a"

IN_WORDS = bytes(code if code == 0 or RUN.fullmatch(chr(code)) else 32 for code in range(256))
"""Each character of Latin 1 as it counts in a word: all others are spaces."""
LOWER = bytes(ord(chr(code).lower()) if RUN.fullmatch(chr(code)) else code for code in range(256))

ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
NO_WORD = frozenset("“”‘’–—…£€•\xa0" + "".join(map(chr, range(48))) + ":;<=>?@[\\]^`{|}~")

HAS_DIGIT = re.compile("[0-9]").search
MARK = re.compile(r"[^\w\s.,]")
"""Marks other than the most common ones. A text without them holds nothing that they are in."""
COMMON_MARKS = "-'’"


class Joined:
    """The units of a file, with their words. Made once for a file; all rules ask it."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        text = BETWEEN.join([unit.text for unit in units])
        if not text.isascii() and any(sign in text for sign in ODD):
            text = text.translate(SMALL)
        self.low = text.lower()
        self.lows = self.low.split(BETWEEN)
        """Each unit in small letters."""
        words = text.encode("latin-1", "replace").translate(IN_WORDS)
        small = words.translate(LOWER).decode("latin-1")
        rows = [row.split() for row in small.split(BETWEEN)]
        self.words = [set(row) for row in rows]
        """Of each unit: its words in small letters, and those with capitals as they stand too."""
        self.pairs = [set(pairwise(row)) for row in rows]
        """Of each unit: its words two by two, as they follow each other, in small letters."""
        if small != words.decode("latin-1"):
            for row, exact in zip(self.words, words.decode("latin-1").split(BETWEEN), strict=True):
                row.update(exact.split())
        self.marks = set(MARK.findall(self.low))
        """The marks that stand anywhere."""
        self.all_words = set().union(*self.words)
        self.digits = list(map(HAS_DIGIT, self.lows))
        """Of each unit: whether it holds a digit."""
        self.starts: dict[str, list[str]] = {}
        """The words by their first letters."""
        self.ends: dict[str, list[str]] = {}
        """The words by their last letters."""
        for word in self.all_words:
            self.starts.setdefault(word[:PART], []).append(word)
            self.ends.setdefault(word[-PART:], []).append(word)

    def units_with(self, letters: str, among: Iterable[int] | None = None) -> list[int]:
        """The units that hold some characters in small letters; of some units, or of all."""
        lows = self.lows
        if among is None:
            return [unit for unit, low in enumerate(lows) if letters in low]
        return [unit for unit in among if letters in lows[unit]]

    def may_hold(self, kind: str, letters: str) -> bool:
        """Whether some unit may hold the beginning or end of a word, or a piece: a quick look, which errs to yes."""
        if kind == "start":
            return any(word.startswith(letters) for word in self.starts.get(letters[:PART], ()))
        return kind != "end" or any(word.endswith(letters) for word in self.ends.get(letters[-PART:], ()))

    def find_phrase(self, unit: int, phrase: str, *, exact: bool) -> Iterator[int]:
        """Where a phrase stands in a unit with no letter before or after it: as it is, or in small letters."""
        text = self.units[unit].text if exact else self.lows[unit]
        size, at = len(phrase), text.find(phrase)
        while at >= 0:
            if not (at and is_word(text[at - 1])) and not is_word(text[at + size : at + size + 1] or BETWEEN):
                yield at
            at = text.find(phrase, at + 1)


def is_word(sign: str) -> bool:
    """Whether a character is one of a word, as `\\b` sees it."""
    return sign in ASCII_WORD or (sign not in NO_WORD and _is_word(sign))


@lru_cache(maxsize=1024)
def _is_word(sign: str) -> bool:
    """Of a rare character the engine itself is asked."""
    import regex

    return regex.fullmatch(r"\w", sign) is not None
