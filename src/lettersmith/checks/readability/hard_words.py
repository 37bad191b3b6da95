"""Which words of a sentence make it hard."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lettersmith.checks.readability.spoken import of_word
from lettersmith.checks.words import ByToken

LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
INFLECTION = re.compile(r"(?:es|ed|ing)$")

MANY = 3
"""Syllables that make a word hard (Gunning 1952)."""


def hard_words(text: str, least: int = MANY, most: int = 0) -> list[str]:
    """The hard words of a sentence, each once: those of most syllables first, at most `most` of them; 0 for all.

    >>> hard_words("The arrangements of Mr Abernethy were reviewed by partnership coordinators.")
    ['coordinators', 'arrangements', 'partnership']
    """
    hardest = hardest_first(all_hard(text, least))
    return hardest[:most] if most else hardest


def hardest_first(said: list[str]) -> list[str]:
    """The hard words of a sentence, each once: those of most syllables first."""
    if len(said) < 2:
        return said
    words: dict[str, str] = {}
    for word in said:
        words.setdefault(word.lower(), word)
    return sorted(words.values(), key=of_word, reverse=True)


def count_hard(text: str) -> int:
    """How many hard words a sentence has, as the Gunning Fog index counts them.

    Not hard are names (a capital inside the sentence), easy compounds (parts with hyphens, none of them hard), and
    words that have three syllables only through -es, -ed or -ing.
    """
    return len(all_hard(text))


def all_hard(text: str, least: int = MANY) -> list[str]:
    """The hard words of a sentence in its order, each as often as it is said; with a capital only its first word."""
    tokens = text.split()
    found = [word for words in filter(None, map(_by_token(least).__getitem__, tokens)) for word in words]
    first = next(filter(None, map(FIRST.__getitem__, tokens)), "")
    if first and first[0].isupper() and is_hard(first, least):
        found.insert(0, first)
    return found


def _first_in(token: str) -> str:
    """The first word of what stands between two white spaces; empty where that has no letter."""
    found = LETTERS.search(token)
    return found.group() if found else ""


FIRST = ByToken(_first_in)


@cache
def _by_token(least: int) -> ByToken[tuple[str, ...]]:
    """The hard words without a capital in what stands between two white spaces: mostly one, or none."""

    def hard_in(token: str) -> tuple[str, ...]:
        return tuple(word for word in LETTERS.findall(token) if not word[0].isupper() and is_hard(word, least))

    return ByToken(hard_in)


@lru_cache(maxsize=16384)
def is_hard(word: str, least: int = MANY) -> bool:
    """Whether a word is hard by its length in syllables."""
    if len(word) < 5 or word.isupper():
        return False
    if "-" in word:
        return any(is_hard(part, least) for part in word.split("-"))
    spoken = of_word(word)
    if spoken == least and spoken > of_word(INFLECTION.sub("", word)) and INFLECTION.search(word):
        return False
    return spoken >= least
