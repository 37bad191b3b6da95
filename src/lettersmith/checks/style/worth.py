"""What rules most texts out: how much it tells that a text lacks a word, a part of one, or a mark."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from lettersmith.checks.style.letters import RARE, RUN, SAFE
from lettersmith.checks.words import listed

EDGE = "\x1f"
"""Stands for what is no letter: white space, the edge of a word, a line's beginning or end."""
OPEN = "\x1e"
"""Stands for anything at all, letters too."""
DIGIT = "0"
"""Any digit: texts are looked at with each of their digits as this one (`letters.shaped`)."""

COMMON = listed(
    """
    a about after all also an and any are as at be been before being but by can child children children's could did
    do does for from had has have her his how i if in into is it its local made may more most must need needs new no
    not of on one or other our out over people s services social some such than that the their them then there these
    they this to up us was we well were what when where which who will with work would you your
    """
)
"""Words that nearly every letter holds: to ask for them rules nothing out."""

OFTEN = listed(
    """
    action activity address agencies agency always area areas arrangements assessment assessments authority because
    between board cannot care change changes clear clearly concerns consent council dear decision decisions director
    early education effective evidence example families family findings fully further given harm having health help
    home hub including individual information inspection inspections inspector inspectors involved joint leaders letter
    making manager managers many meeting meetings multi next now number often opportunity own parents partner partners
    partnership place plan plans police practice practitioners professional professionals protection quality referral
    referrals respond responding response right risk safeguarding school seen senior service set share shared should
    significant small so staff statutory steps strategy supervision support take team teams those time too understand
    use whether within without work worker workers working young yours
    """
)
"""Words that most letters of inspectors hold: to ask for one of them rules little out, for two in a row more."""

PIECE = re.compile(rf"[^{EDGE}{OPEN}]+")


class Need(NamedTuple):
    """One thing of which a text must hold at least one."""

    kind: str
    """`word`: a whole word in small letters; `exact`: one with its capitals; `pair`: two words that follow each other,
    in small letters; `piece`: some characters, in small letters; `digit`. In all of them digits are 0."""
    text: str = ""
    beside: str = ""
    """Some characters, in small letters, that have to stand in the same unit. Words and pairs are looked up at once
    for all rules, and most pieces are not there: a piece that holds a rare word is looked for where that word is."""


GOOD = 60
"""What rules out so much is a good thing to look up."""


def best(text: str) -> tuple[float, Need]:
    """The thing in a text that rules out most, and how much that is."""
    words, parts = _words_and_parts(text)
    pieces = [
        (_of_piece(piece), Need("piece", piece))
        for piece in map(str.lower, PIECE.findall(text))
        if not RUN.fullmatch(piece) and piece.strip()
    ]
    most = max([(15 if DIGIT in text else 0, Need("digit")), *words, *parts, *pieces])
    word, piece = max(words, default=most), max(pieces, default=most)
    if word[0] < GOOD:
        return most
    holds_more = piece[1].kind == "piece" and piece[1].text != word[1].text.lower()
    return max(word[0], piece[0]), word[1]._replace(beside=piece[1].text) if holds_more else word[1]


def _words_and_parts(text: str) -> tuple[list[tuple[float, Need]], list[tuple[float, Need]]]:
    """The whole words of a text, and those next to each other; and what may be parts of words."""
    words, parts, last = [], [], None
    for match in RUN.finditer(text):
        word = match.group()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not (closed(before) and closed(after)):
            last = None
            parts.append(_of_part(word.lower()))
            continue
        if last and last.end() + 1 == match.start() and before == " ":
            words.append(of_pair(last.group().lower(), word.lower()))
        last = match
        words.append(of_word(word))
    return words, parts


def _of_piece(piece: str) -> float:
    """How much some characters rule out that are not all letters."""
    if DIGIT in piece:
        return _of_digits(piece)
    if RARE.search(piece):
        return 50 + len(piece)
    return 1.5 if piece.strip() in COMMON else 10 if len(piece) > 2 else 2


def _of_digits(piece: str) -> float:
    """How much a digit rules out with what stands beside it: `0th`, `0:00`, `. 0` are rare, `00`, `0 o` are not."""
    beside = piece.replace(DIGIT, "").strip(" .,")
    is_rare = len(beside) > 1 or (beside and not beside.isalpha()) or f". {DIGIT}" in piece
    return 205 + len(piece) if is_rare else 15 + len(piece.strip()) / 8


def _of_part(word: str) -> tuple[float, Need]:
    """Some letters, which may be a whole word or part of one, and how much they rule out."""
    if len(word) < 2:
        return 0, Need("piece", word)
    if DIGIT in word:
        return _of_digits(word), Need("piece", word)
    return 1.2 if len(word) < 3 or word in COMMON else 20 + len(word), Need("piece", word)


def of_word(word: str) -> tuple[float, Need]:
    """A whole word, and how much it rules out: a capital inside a sentence does so by itself."""
    small = word.lower()
    if word != small:
        return 30 + len(word) + 160 * (small not in COMMON), Need("exact", word)
    if DIGIT in word:
        return _of_digits(word) + 1, Need("word", word)
    if small in COMMON or len(word) < 3:
        return (1.5 if small in COMMON else 3), Need("word", word)
    return (25 if small in OFTEN else 100) + len(word), Need("word", word)


def of_pair(first: str, second: str) -> tuple[float, Need]:
    """Two words that follow each other, and how much they rule out: more than the rarer of them alone."""
    return GOOD + (of_word(first)[0] + of_word(second)[0]) / 2, Need("pair", f"{first} {second}")


def shortest(pieces: Collection[str]) -> frozenset[str]:
    """Of some texts those that hold none of the others: who looks for these finds all."""
    return frozenset(text for text in pieces if not any(one in text and one != text for one in pieces))


def closed(neighbour: str) -> bool:
    """Whether a word ends where this character stands."""
    return neighbour == EDGE or (
        neighbour not in ("", OPEN) and not RUN.fullmatch(neighbour) and SAFE.match(neighbour) is not None
    )
