"""What a rule leaves alone: its own exceptions, and the words of the vocabularies that are in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.checks.style import dialect
from lettersmith.checks.style.letters import RUN
from lettersmith.checks.style.settings import flag, texts
from lettersmith.checks.style.spellings import spellings
from lettersmith.checks.style.timing import seconds_for
from lettersmith.model.style import StyleBook, StyleRule

if TYPE_CHECKING:
    from regex import Pattern

FEW = 64
"""Spellings: a term with more is always tried as a pattern."""


MOST = 4096
"""Of words that were met and looked up so many are kept."""


class _Words:
    """The spellings of terms, by their words: to see in a moment that none of them can stand where a match does."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.unclear = False
        """Whether some term is not known in all its spellings."""
        self.by_first: dict[str, list[str]] = defaultdict(list)
        self.by_any: dict[str, list[str]] = defaultdict(list)
        """Of terms of several words."""
        self.looked_up: dict[str, tuple[bool, list[str]]] = {}
        for term in terms:
            listed = spellings(term.removeprefix("(?i)"), FEW)
            if listed is None or not all(RUN.match(text) for text in listed):
                self.unclear = True
                continue
            for text in {one.lower() for one in listed}:
                words = RUN.findall(text)
                self.by_first[words[0]].append(text)
                if len(words) > 1:
                    for word in set(words):
                        self.by_any[word].append(text)

    def may_excuse(self, observed: str, text: str, start: int, end: int) -> bool:
        """Whether a term may stand inside what was met, or what was met inside a term in the text."""
        if self.unclear:
            return True
        looked_up = self.looked_up.get(observed)
        if looked_up is None:
            if len(self.looked_up) >= MOST:
                self.looked_up.clear()
            looked_up = self.looked_up[observed] = self._look_up(observed.lower())
        inside, around = looked_up
        if inside or not around:
            return inside
        reach = max(map(len, around))
        near = text[max(0, start - reach) : end + reach].lower()
        return any(term in near for term in around)

    def _look_up(self, small: str) -> tuple[bool, list[str]]:
        """Whether a term may stand inside some words, and the terms in which these stand."""
        words = RUN.findall(small)
        if not words:
            return bool(self.by_any), []
        if any(term in small for word in words for term in self.by_first.get(word, ())):
            return True, []
        return False, [term for term in self.by_any.get(words[0], ()) if small in term]


class Exceptions(NamedTuple):
    """What suppresses a match. Patterns are compiled when the first match asks for them."""

    terms: tuple[str, ...] = ()

    def excuse(self, observed: str, text: str, start: int, end: int) -> bool:
        """Whether a match is left alone: a term is found inside it, or it lies inside a term of several words.

        Raises TimeoutError for a term that runs away.
        """
        if not self.terms or not _words_of(self.terms).may_excuse(observed, text, start, end):
            return False
        own, found = inside(self.terms), phrases(self.terms)
        if own.search(observed, timeout=seconds_for(own.pattern)):
            return True
        return found is not None and any(
            match.start() <= start and end <= match.end()
            for match in found.finditer(text, timeout=seconds_for(found.pattern))
        )


def of(rule: StyleRule, book: StyleBook) -> Exceptions:
    """The exceptions of a rule: its own, and the accepted words unless `vocab` is false or it looks at no words."""
    own = texts(rule, "exceptions")
    shared: tuple[str, ...] = ()
    if flag(rule, "vocab", True) and not (rule.type == "existence" and flag(rule, "nonword")):
        shared = accepted(book)
    return Exceptions((*own, *shared))


def accepted(book: StyleBook) -> tuple[str, ...]:
    """The accepted words of all vocabularies in use."""
    return tuple(term for vocabulary in book.vocabularies for term in vocabulary.accept)


@lru_cache(maxsize=512)
def _words_of(terms: tuple[str, ...]) -> _Words:
    return _Words(terms)


@lru_cache(maxsize=512)
def inside(terms: tuple[str, ...]) -> Pattern[str]:
    """The longest first; each minds its capitals unless it says `(?i)` itself."""
    ordered = sorted(terms, key=lambda term: -len(term.encode("utf-8")))
    sensitive = (term if term.startswith("(?i)") else f"(?-i){term}" for term in ordered)
    return dialect.compile(rf"(?m)\b(?:{'|'.join(sensitive)})\b")


@lru_cache(maxsize=512)
def phrases(terms: tuple[str, ...]) -> Pattern[str] | None:
    """The terms of several words as one pattern; None where there are none."""
    several = [term for term in terms if " " in term or "\t" in term or r"\s" in term]
    return dialect.compile(rf"(?i)\b(?:{'|'.join(several)})\b") if several else None
