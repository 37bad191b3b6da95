"""The units of a file as the index reads them: with their words, so that phrases are looked up, not looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
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
        self.words: dict[str, list[int]] = defaultdict(list)
        """The units of each word: in small letters, and of a word with capitals as it stands too."""
        self.pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        """The units of each two words that follow each other, in small letters."""
        exact = words.decode("latin-1")
        for unit, (row, as_it_is) in enumerate(zip(small.split(BETWEEN), exact.split(BETWEEN), strict=True)):
            own = row.split()
            for word in {*own, *as_it_is.split()}:
                self.words[word].append(unit)
            for pair in set(pairwise(own)):
                self.pairs[pair].append(unit)
        self.marks = set(MARK.findall(self.low))
        """The marks that stand anywhere."""
        self.starts: dict[str, list[str]] = defaultdict(list)
        """The words by their first letters."""
        self.ends: dict[str, list[str]] = defaultdict(list)
        """The words by their last letters."""
        for word in self.words:
            self.starts[word[:PART]].append(word)
            self.ends[word[-PART:]].append(word)
        self._grams: set[str] = set()
        self._all_words = ""

    def _may_hold(self, letters: str) -> bool:
        """Whether some word may have these letters in it: their first few, and their last few, are in some word."""
        if not self._grams:
            self._grams = {word[at : at + PART] for word in self.words for at in range(max(1, len(word) - PART + 1))}
            self._all_words = "\n".join(self.words)
        if len(letters) < PART:
            return letters in self._all_words
        return letters[:PART] in self._grams and letters[-PART:] in self._grams

    def units_with(self, kind: str, what: str) -> Collection[int]:
        """The units that hold what a pattern needs: `kind` and `what` are those of a Need."""
        if kind in ("word", "exact"):
            return self.words.get(what, ())
        if kind == "pair":
            first, _, second = what.partition(" ")
            return self.pairs.get((first, second), ())
        if kind == "start":
            return self._units_of(word for word in self.starts.get(what[:PART], ()) if word.startswith(what))
        if kind == "end":
            return self._units_of(word for word in self.ends.get(what[-PART:], ()) if word.endswith(what))
        if kind == "digit":
            return [unit for unit, low in enumerate(self.lows) if HAS_DIGIT(low)]
        if what.isalnum():
            return self._units_of(word for word in self.words if what in word) if self._may_hold(what) else ()
        if not self.marks.issuperset(MARK.findall(what)):
            return ()
        return [unit for unit, low in enumerate(self.lows) if what in low]

    def _units_of(self, words: Iterable[str]) -> set[int]:
        return {unit for word in words for unit in self.words[word]}

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
