"""The units of a file as the index reads them: each with its words, and all of them as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from lettersmith.checks.style.needs import RUN
from lettersmith.model.style import Unit

BETWEEN = "\x00"
"""Between two units. No phrase reaches over it."""

SMALL = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
"""Letters that count as others when case is ignored, though they are no pair of small and capital in Latin 1."""

ODD = "\u0130\u0131\u017f\u212a"


def _table() -> bytes:
    """Each character of Latin 1 as it counts in a word: a small letter or digit, else a space."""
    found = bytearray(b" " * 256)
    for code in range(256):
        small = chr(code).lower()
        if RUN.fullmatch(small):
            found[code] = ord(small)
    found[0] = 0
    return bytes(found)


TABLE = _table()
ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
NO_WORD = frozenset("“”‘’–—…£€•\xa0" + "".join(map(chr, range(48))) + ":;<=>?@[\\]^`{|}~")


class Joined:
    """The units of a file, with what is asked of all of them together."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        text = BETWEEN.join([unit.text for unit in units])
        if not text.isascii() and any(sign in text for sign in ODD):
            text = text.translate(SMALL)
        self.low = text.lower()
        self.lows = self.low.split(BETWEEN)
        """Each unit in small letters."""
        plain = text.encode("latin-1", "replace").translate(TABLE).decode("latin-1")
        rows = [unit.split() for unit in plain.split(BETWEEN)]
        self.words = [set(row) for row in rows]
        """Of each unit: its words."""
        self.pairs = [set(pairwise(row)) for row in rows]
        """Of each unit: its words two by two, as they follow each other."""
        self._all_words = "\n".join(set().union(*self.words))

    def holds_piece(self, piece: str) -> bool:
        """Whether some characters stand anywhere in the text. One word's letters are looked for among the words."""
        return piece in (self._all_words if piece.isalnum() else self.low)

    def find_phrase(self, unit: int, phrase: str) -> Iterator[int]:
        """Where a phrase in small letters stands in a unit with no letter before or after it."""
        low, size = self.lows[unit], len(phrase)
        at = low.find(phrase)
        while at >= 0:
            if not (at and is_word(low[at - 1])) and not (at + size < len(low) and is_word(low[at + size])):
                yield at
            at = low.find(phrase, at + 1)


def is_word(sign: str) -> bool:
    """Whether a character is one of a word, as `\\b` sees it."""
    return sign in ASCII_WORD or (sign not in NO_WORD and _is_word(sign))


@lru_cache(maxsize=1024)
def _is_word(sign: str) -> bool:
    """Of a rare character the engine itself is asked."""
    import regex

    return regex.fullmatch(r"\w", sign) is not None
