"""Which lines of a block of text are running text, and which are labels: addresses, names, titles, rows of a table."""

from __future__ import annotations

import re
from itertools import pairwise

from lettersmith.checks.words import WORD, count, lazily, listed

LABEL_WORDS = 6
"""A line of at most so many words with no mark at its end ("Dear Ms Quill", "County Hall") is a label, not prose."""

TITLE_WORDS = 15
"""So is a longer one up to this, if it has no verb of the commonest: "Joint targeted area inspection of Wexcombe"."""

LONGEST_LABEL = 240
"""Letters: whatever is longer is not asked any further."""

ENDS = lazily(r"[.?!:;…—][\"'”’)\]]*(?:\[\d+\]|\d{1,2}|[⁰¹²³⁴-⁹]+)?\s*$")
"""A mark that ends a sentence or its first half, with what may close after it, and the number of a footnote."""
PLAIN_ENDS = frozenset(".?!:;…—")
"""The same, with nothing after it."""

GOES_ON = lazily(
    r"\b(?:an?|the|of|and|or|to|in|on|for|with|by|at|from|that|which|who|is|are|was|were|be|as|than|our|your|their|his|her"
    r"|its|my|this|these|those|will|not|has|have|had|Mr|Mrs|Ms|Dr|Prof)\.?\s*$"
)
"""Words with which no line ends on purpose."""
LAST = 8
"""Letters: the longest of them has fewer, with a full stop and what stands before it."""

ITEM = lazily(r"\s*(?:[-–—•·*▪●]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)")
"""The label of a list item that somebody typed."""

INSIDE = lazily(r"\b(?:[a-z]{2,}|[^\W\d_]{5,})[.?!][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
"""The end of a sentence inside a line: such a line is running text, and its end is where it happened to be wrapped."""

VERB = lazily(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|might|I|we|you|he|she|it"
    r"|they|who|not)\b"
)

FIELD = lazily(r"\s*[A-Z][\w/’' ]{0,24}:(?:\s|$)|\s*cc:?\s", re.IGNORECASE)
"""The label of a value: "Our reference: ", "cc: "."""

POSTCODE = lazily(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}[.,]?\s*$")

SMALL = listed("of and the for in on at to de la von with by an a")
"""Words that stay small in names and titles."""

A_LIST = 3
"""So many lines, most of them labels, are a list of labels: an address, a signature."""

NAMES = 4
"""A line of so many words or more that all begin with a capital is a list of names, whatever its mark."""


def pieces(text: str) -> list[tuple[int, int]]:
    """Where each piece of a text begins and ends: lines that belong together. Most texts are one piece.

    A line goes on into the next when that begins in small letters, when it ends with a word that asks for another, or
    when a sentence ended inside it and another was begun.

    >>> pieces("Ada Quill\\nCounty Hall")
    [(0, 9), (10, 21)]
    """
    if "\n" not in text:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    start = position = 0
    before = ""
    for line in text.splitlines(keepends=True):
        if before.strip() and not _joined(before, line):
            found.append((start, position - 1))
            start = position
        before = line
        position += len(line)
    return [*found, (start, position)]


def _joined(line: str, following: str) -> bool:
    next_words = following.strip()
    if not next_words:
        return True
    if ITEM().match(following) or "\t" in line:
        return False
    if next_words[0].islower():
        return True
    if GOES_ON().search(line.rstrip()[-LAST:]):
        return True
    return any(mark in line for mark in ".?!") and bool(INSIDE().search(line)) and not ENDS().search(line)


def is_label(piece: str) -> bool:
    """Whether a piece of text is no running text.

    >>> [is_label(piece) for piece in ("Dear Ms Quill,", "They came late.", "12 Mill Road, Thornford, TH1 2AB.")]
    [True, False, True]
    """
    if len(piece) > LONGEST_LABEL:
        return False
    number = count(piece)
    if number > TITLE_WORDS:
        return False
    if piece.rstrip()[-1:] in PLAIN_ENDS or ENDS().search(piece):
        names = number >= NAMES or POSTCODE().search(piece)
        return bool(names) and _all_names(WORD.findall(piece)) and not piece.rstrip().endswith(("?", "!", ":"))
    if ITEM().match(piece):
        return False
    if number <= LABEL_WORDS or "\t" in piece.strip():
        return True
    return bool(POSTCODE().search(piece) or FIELD().match(piece)) or not VERB().search(piece)


def is_list_of_labels(text: str) -> bool:
    """Whether most lines of a text are labels, and none of them ended only because the page did.

    >>> is_list_of_labels("Ada Quill\\nDirector of Children's Services\\nCounty Hall")
    True
    """
    lines = text.split("\n")
    if len(lines) < A_LIST or _are_wrapped(lines):
        return False
    found = pieces(text)
    labels = sum(is_label(text[start:end]) for start, end in found)
    return labels * 3 >= len(found) * 2


def _are_wrapped(lines: list[str]) -> bool:
    """Whether each line was filled before the next was begun: its first word would not have fitted."""
    width = max(map(len, lines))
    return all(
        len(line) + 1 + len(following.split(None, 1)[0]) > width
        for line, following in pairwise(lines)
        if following.strip()
    )


def _all_names(words: list[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL for word in words)
