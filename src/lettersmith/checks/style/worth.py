"""What rules most texts out: how much it tells that a text lacks a word, a part of one, or a mark."""

from __future__ import annotations

import re
from typing import NamedTuple

from lettersmith.checks.style.letters import PART, RARE, RUN, SAFE
from lettersmith.checks.words import listed

EDGE = "\x1f"
"""Stands for what is no letter: white space, the edge of a word, a line's beginning or end."""
OPEN = "\x1e"
"""Stands for anything at all, letters too."""
DIGIT = "\x1d"

COMMON = listed(
    """
    a about after all also an and any are as at be been before being but by can child children children's could did
    do does for from had has have her his how i if in into is it its local made may more most must need needs new no
    not of on one or other our out over people s services social some such than that the their them then there these
    they this to up us was we well were what when where which who will with work would you your
    """
)
"""Words that nearly every letter holds: to ask for them rules nothing out."""

PIECE = re.compile(rf"[^{EDGE}{OPEN}{DIGIT}]+")


class Need(NamedTuple):
    """One thing of which a text must hold at least one."""

    kind: str
    """`word`: a whole word in small letters; `exact`: one with its capitals; `pair`: two words that follow each other,
    in small letters; `start`, `end`: the beginning or the end of a word; `piece`: some characters, in small letters;
    `digit`."""
    text: str = ""


def best(text: str) -> tuple[float, Need]:
    """The thing in a text that rules out most, and how much that is."""
    most: tuple[float, Need] = (15 if DIGIT in text else 0, Need("digit"))
    last = None
    for match in RUN.finditer(text):
        word = match.group()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if closed(before) and closed(after):
            if last and last.end() + 1 == match.start() and before == " ":
                most = max(most, (60, Need("pair", f"{last.group()} {word}".lower())))
            last = match
            most = max(most, _of_word(word))
            continue
        last = None
        most = max(most, _of_part(word.lower(), closed(before), closed(after)))
    for match in PIECE.finditer(text):
        piece = match.group()
        if not RUN.fullmatch(piece) and piece.strip():
            most = max(most, (_of_piece(piece), Need("piece", piece.lower())))
    return most


def _of_piece(piece: str) -> float:
    """How much some characters rule out that are not all letters."""
    if RARE.search(piece):
        return 50 + len(piece)
    return 1.5 if piece.strip().lower() in COMMON else 10 if len(piece) > 2 else 2


def _of_part(word: str, begins: bool, ends: bool) -> tuple[float, Need]:
    """Some letters, which may be a whole word or part of one, and how much they rule out."""
    if len(word) < 2:
        return 0, Need("piece", word)
    score = 1.2 if len(word) < 3 or word in COMMON else 20 + len(word)
    kind = "piece" if len(word) < PART or begins == ends else "start" if begins else "end"
    return score, Need(kind, word)


def _of_word(word: str) -> tuple[float, Need]:
    """A whole word, and how much it rules out: a capital inside a sentence does so by itself."""
    small = word.lower()
    if word != small:
        return 30 + len(word) + 160 * (small not in COMMON), Need("exact", word)
    return (1.5 if word in COMMON else 3 if len(word) < 3 else 100 + len(word)), Need("word", word)


def closed(neighbour: str) -> bool:
    """Whether a word ends where this character stands."""
    return neighbour == EDGE or (
        neighbour not in ("", OPEN, DIGIT) and not RUN.fullmatch(neighbour) and SAFE.match(neighbour) is not None
    )
