"""The units of a file as the index reads them: with their words, so that phrases are looked up, not looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lettersmith.checks.style.letters import RUN, shaped
from lettersmith.checks.style.scopes import matches
from lettersmith.model.style import Unit

BETWEEN = "\x00"
"""Between two units. No phrase reaches over it."""

SMALL = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
"""Letters that count as others when case is ignored, though they are no pair of small and capital in Latin 1."""

ODD = "\u0130\u0131\u017f\u212a"

IN_WORDS = bytes(ord(shaped(chr(code))) if code == 0 or RUN.fullmatch(chr(code)) else 32 for code in range(256))
"""Each character of Latin 1 as it counts in a word: digits are 0, all others are spaces."""
LETTERS = bytes(code for code in range(256) if RUN.fullmatch(chr(code)) and not chr(code).isdigit())
MARKS = re.compile(rb"[^\s" + LETTERS + rb"]")
IS_MARK = bytes(bool(MARKS.match(bytes((code,)))) for code in range(256))
"""Each character of Latin 1 as 1 where it is a mark or digit, else 0."""
WINDOW = 4
"""A mark or digit with the sign before it, and the two after it."""
LOWER = bytes(ord(chr(code).lower()) if RUN.fullmatch(chr(code)) else code for code in range(256))

ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
NO_WORD = frozenset("“”‘’–—…£€•\xa0" + "".join(map(chr, range(48))) + ":;<=>?@[\\]^`{|}~")

MARK = re.compile(r"[^\w\s.,]")
"""Marks other than the most common ones. A text without them holds nothing that they are in."""
COMMON_MARKS = "-'’"

Pair = tuple[str, str]


class Piece(NamedTuple):
    """Some characters to look for, in small letters, with 0 for digits."""

    letters: str
    own: bytes
    """They in Latin 1."""
    around: bytes
    """What stands there around the mark or digit that tells most."""


class Joined:
    """The units of a file, with their words. Made once for a file; all rules ask it."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.texts = [unit.text for unit in units]
        text = BETWEEN.join(self.texts)
        if not text.isascii() and any(sign in text for sign in ODD):
            text = text.translate(SMALL)
        self.low = text.lower()
        self.lows = self.low.split(BETWEEN)
        """Each unit in small letters."""
        self.shape = shaped(self.low)
        self.shapes = self.shape.split(BETWEEN)
        """Each unit in small letters, with 0 for digits."""
        words = text.encode("latin-1", "replace").translate(IN_WORDS)
        self._spaced = words.translate(LOWER).decode("latin-1").split(BETWEEN)
        """Each unit in small letters, with 0 for digits and spaces for all else."""
        self.rows = [row.split() for row in self._spaced]
        self._as_they_are = words.decode("latin-1").split(BETWEEN)
        self._of_scopes: dict[tuple[str, ...], set[int]] = {}
        self._scopes: dict[str, list[int]] = {}
        self._digits: list[int] | None = None
        self._of_letters: dict[str, list[int]] = {}
        self._bytes = b""
        self._windows: set[bytes] = set()
        self._around = b""
        self.has_switches = any(unit.off for unit in units)
        """Whether any comment in the text switches a rule off."""

    def words(self, small: frozenset[str], capitals: frozenset[str]) -> dict[str, list[int]]:
        """Of some words the units that hold them: in small letters, and with their capitals as they stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for unit, (row, as_it_is) in enumerate(zip(self.rows, self._as_they_are, strict=True)):
            for word in small.intersection(row):
                found[word].append(unit)
            for word in capitals.intersection(as_it_is.split()):
                found[word].append(unit)
        return found

    def pairs(self, wanted: frozenset[Pair]) -> dict[Pair, list[int]]:
        """Of some pairs of words the units in which the two follow each other, in small letters."""
        found: dict[Pair, list[int]] = defaultdict(list)
        for unit, row in enumerate(self.rows):
            for pair in wanted.intersection(pairwise(row)):
                found[pair].append(unit)
        return found

    def units_with(self, piece: Piece) -> list[int]:
        """The units that hold some characters, in small letters, with 0 for digits.

        Most marks are not there with the same signs around them, and to see that takes less than the text.
        """
        letters, own, around = piece
        if not self._bytes:
            self._bytes = f" {self.shape}  ".encode("latin-1", "replace")
            self._windows = windows(self._bytes)
            self._around = b"\n".join(self._windows) + b"\n"
        if around not in (self._windows if len(around) == WINDOW else self._around):
            return []
        units = self._of_letters.get(letters)
        if units is None:
            is_there = own in self._bytes
            units = [unit for unit, text in enumerate(self.shapes) if letters in text] if is_there else []
            self._of_letters[letters] = units
        return units

    def units_with_digits(self) -> list[int]:
        """The units that hold a digit."""
        if self._digits is None:
            self._digits = [unit for unit, row in enumerate(self._spaced) if "0" in row]
        return self._digits

    def units_for(self, scopes: tuple[str, ...]) -> set[int]:
        """The units that a rule with these scopes looks at."""
        found = self._of_scopes.get(scopes)
        if found is None:
            found = set().union(*(units for scope, units in self._by_scope().items() if matches(scopes, scope)))
            self._of_scopes[scopes] = found
        return found

    def _by_scope(self) -> dict[str, list[int]]:
        """The units of each scope."""
        if not self._scopes:
            for unit, (_, scope, *_) in enumerate(self.units):
                self._scopes.setdefault(scope, []).append(unit)
        return self._scopes


def windows(text: bytes) -> set[bytes]:
    """What stands around the marks and digits of a text that begins and ends with spaces."""
    marks = text.translate(IS_MARK)
    found, at = set(), marks.find(1)
    while at >= 0:
        found.add(text[at - 1 : at - 1 + WINDOW])
        at = marks.find(1, at + 1)
    return found


def stands_alone(phrase: str, text: str) -> list[int]:
    """Where a phrase stands in a text with no letter before or after it."""
    size, at = len(phrase), text.find(phrase)
    found = []
    while at >= 0:
        if not (at and is_word(text[at - 1])) and not is_word(text[at + size : at + size + 1] or BETWEEN):
            found.append(at)
        at = text.find(phrase, at + 1)
    return found


def piece_of(letters: str) -> Piece:
    """Some characters to look for."""
    own = letters.encode("latin-1", "replace")
    windows = [own[max(0, mark.start() - 1) : mark.start() + 3] for mark in MARKS.finditer(own)]
    return Piece(letters, own, max(windows, key=_letters_in, default=b""))


def _letters_in(window: bytes) -> tuple[int, int]:
    """How much a few signs tell: letters tell more than marks, marks more than spaces."""
    return sum(code in LETTERS for code in window), len(window.strip())


def is_word(sign: str) -> bool:
    """Whether a character is one of a word, as `\\b` sees it."""
    return sign in ASCII_WORD or (sign not in NO_WORD and _is_word(sign))


@lru_cache(maxsize=1024)
def _is_word(sign: str) -> bool:
    """Of a rare character the engine itself is asked."""
    import regex

    return regex.fullmatch(r"\w", sign) is not None
