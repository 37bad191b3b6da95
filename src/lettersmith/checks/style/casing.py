"""Text in title case (AP or Chicago) and in sentence case, word by word, as Vale's users know it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from lettersmith.checks.style import dialect
from lettersmith.checks.words import listed

WORD = r"[\p{N}\p{L}*]+[^\s]*"
SMALL = listed("a an and as at but by en for if in nor of on or per the to vs vs. via v v.")
PREPOSITIONS = listed(
    """
    with from into during including until against among throughout despite towards upon concerning about over through
    before between after since without under within along following across beyond around down near above
    """
)
_NUMBERED = re.compile(r"[0-9]+\.")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})

Tags = Callable[[str], Sequence[tuple[str, str]] | None]
"""The words of a text with their Penn tags; None where there is no tagger."""


class Casing(NamedTuple):
    """What a rule says of capitals."""

    terms: tuple[str, ...] = ()
    """Patterns of words that keep their own capitals."""
    prefix: str = ""
    """A pattern for what may stand before the text and is left as it is."""
    indicators: tuple[str, ...] = ()
    """Endings of a word after which a sentence begins again."""

    def known(self, word: str) -> str:
        """The word in its own capitals; empty if it has none."""
        for term in sorted(self.terms, key=lambda one: -len(one.encode("utf-8"))):
            if term.casefold() == word.casefold():
                return term
            if dialect.compile(term).search(word):
                return word
        return ""

    def cut(self, text: str) -> tuple[str, str]:
        """The prefix, and the text after it."""
        found = dialect.compile(self.prefix).search(text) if self.prefix else None
        return (found[0], text.removeprefix(found[0])) if found else ("", text)


def in_sentence_case(text: str, casing: Casing) -> str:
    """The text as a sentence: its first word with a capital, and each after an indicator such as a colon."""
    before, rest = casing.cut(text)
    made: list[str] = []
    words = words_of(rest, casing.terms, "(?i)")
    for index, word in enumerate(words):
        known = casing.known(word)
        begins = index == 0 or _indicates(words[index - 1], index - 1, casing)
        made.append(known or (_titled(word.lower()) if begins else word.lower()))
    return before + " ".join(made)


def words_of(text: str, terms: Sequence[str], flags: str = "") -> list[str]:
    """The words of a text; a term of several words is one."""
    ordered = sorted(terms, key=lambda one: -len(one.encode("utf-8")))
    own = rf"\b(?:{'|'.join(ordered)})\b|" if ordered else ""
    return [found[0] for found in dialect.compile(flags + own + WORD).finditer(text)]


def _indicates(word: str, index: int, casing: Casing) -> bool:
    return word.endswith(casing.indicators) or (index == 0 and bool(_NUMBERED.search(word)))


def in_title_case(text: str, casing: Casing, chicago: bool, tags: Tags) -> str:
    """The text as a title: small words in small letters unless they begin or end it."""
    before, rest = casing.cut(text)
    plain = rest.translate(_STRAIGHT)
    number = -1

    def convert(found: Any) -> str:
        nonlocal number
        number += 1
        word = str(found[0])
        known = casing.known(word)
        if known:
            return known
        edge = found.start() == 0 or found.end() == len(plain)
        if word.lower() == "to" and not chicago:
            small = _to_is_small(rest, number, tags)
            if small is None:
                return word
        else:
            small = not edge and (word.lower() in SMALL or (chicago and word.lower() in PREPOSITIONS))
        return word.lower() if small and _stands_alone(plain, found) else _titled(word)

    made: str = dialect.compile(r"[\p{N}\p{L}]+[^\s/-]*").sub(convert, rest)
    return before + made


def _stands_alone(text: str, found: Any) -> bool:
    """Whether a small word is one of its own: not after a colon or dash, and not the first part of a compound."""
    before, earlier = _at(text, found.start() - 1), _at(text, found.start() - 2)
    return before in (" ", "-", "/") and earlier not in (":", "-") and (_at(text, found.end()) != "-" or before == "-")


def _at(text: str, index: int) -> str:
    return text[index] if 0 <= index < len(text) else ""


def _to_is_small(text: str, number: int, tags: Tags) -> bool | None:
    """Whether `to` stands before a noun. Before a verb it has a capital; None where nobody can tell."""
    tagged = tags(text.lower())  # In a title every word has a capital, and to a tagger a capital means a name.
    if tagged is None:
        return None
    return number + 1 < len(tagged) and tagged[number + 1][1].startswith("NN")


def _titled(word: str) -> str:
    return word[:1].title() + word[1:]
