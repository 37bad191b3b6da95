"""Alternatives that are looked for as one: the leftmost match wins, then the first alternative, and none overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.checks.style import dialect
from lettersmith.checks.style.compiled import Unfit
from lettersmith.checks.style.timing import TooSlow, seconds_for

if TYPE_CHECKING:
    from regex import Match, Pattern

    Head = tuple[Match[str] | None, int]

NAME = "alt"
"""Of the group around an alternative that is told apart from the others."""


class Found(NamedTuple):
    """One match."""

    start: int
    end: int
    which: int = 0
    """Of alternatives that are told apart: which of them, from 0."""


class Candidate(NamedTuple):
    """A phrase that stands in the text: a match, unless one before it or with it goes first."""

    start: int
    which: int
    order: int
    """Of the phrases of a search, in the order in which its pattern would try them."""
    end: int


@dataclass(frozen=True, slots=True)
class Search:
    """Alternatives, in their order, with what stands before and after them all."""

    alternatives: tuple[str, ...]
    before: str
    after: str
    told_apart: bool = False
    """Whether a match says which alternative it is of. Such alternatives hold no groups of their own."""
    compiled: dict[int, tuple[Pattern[str], float | None]] = field(default_factory=dict, compare=False, repr=False)
    """Alternatives that were tried by themselves, and how long each may take."""

    @property
    def pattern(self) -> str:
        """The whole as one pattern of Vale's."""
        if not self.told_apart:
            return self.before + "|".join(self.alternatives) + self.after
        wrapped = "|".join(f"(?P<{NAME}{number}>{one})" for number, one in enumerate(self.alternatives))
        return self.before + wrapped + self.after

    def find(self, text: str) -> Iterator[Found]:
        """Every match in a text. Raises Unfit for a pattern that is none, TooSlow for one that runs away."""
        for match in matches(self.pattern, text):
            if not self.told_apart:
                yield Found(*match.span())
            elif match.lastgroup:
                yield Found(*match.span(match.lastgroup), int(match.lastgroup[len(NAME) :]))

    def find_some(self, text: str, heads: Iterable[Head], phrases: Sequence[Candidate]) -> Iterable[Found]:
        """What `find` gives, where only some alternatives can match besides these phrases (in the text's order).

        `heads` are these alternatives with their first match, or None where that has yet to be looked for.
        """
        met = [(match, number) for first, number in heads if (match := first or self._next(number, text, 0))]
        return self._merged(text, met, phrases) if met else apart(phrases)

    def _merged(self, text: str, heads: list[tuple[Match[str], int]], phrases: Sequence[Candidate]) -> Iterator[Found]:
        """The matches among some alternatives, of which `heads` are the first, and some phrases."""
        at, position = 0, 0
        while True:
            while at < len(phrases) and phrases[at].start < position:
                at += 1
            first: tuple[Match[str], int] | None = min(heads, key=_first, default=None)
            if at < len(phrases) and (first is None or (phrases[at].start, phrases[at].which) < _first(first)):
                phrase = phrases[at]
                position = phrase.end
                yield Found(phrase.start, phrase.end, phrase.which)
            elif first is not None:
                match, number = first
                position = match.end() if match.end() > match.start() else match.end() + 1
                yield Found(*match.span(NAME), number) if self.told_apart else Found(*match.span())
            else:
                return
            heads = [
                (fresh, number)
                for match, number in heads
                if (fresh := match if match.start() >= position else self._next(number, text, position))
            ]

    def groups(self, text: str, found: Found) -> tuple[str, ...]:
        """What the groups of the alternative that matched hold."""
        for number in range(len(self.alternatives)):
            match = dialect.compile(self._alone(number)).match(text, found.start)
            if match:
                return tuple(group or "" for group in match.groups())
        return ()

    def _alone(self, number: int) -> str:
        alternative = self.alternatives[number]
        return self.before + (f"(?P<{NAME}>{alternative})" if self.told_apart else alternative) + self.after

    def quick(self, number: int) -> Callable[[str], Match[str] | None] | None:
        """What looks for one alternative in a text; None where that may have to be stopped, or cannot be done."""
        try:
            pattern, limit = self.compiled.get(number) or self._compiled(number)
        except Unfit:
            return None
        return pattern.search if limit is None else None

    def _compiled(self, number: int) -> tuple[Pattern[str], float | None]:
        """One alternative as a pattern of its own, and how long it may take."""
        pattern = self._alone(number)
        kept = self.compiled[number] = (dialect.compile(pattern), seconds_for(pattern))
        return kept

    def _next(self, number: int, text: str, position: int) -> Match[str] | None:
        """The first match of one alternative from a position on."""
        pattern, limit = self.compiled.get(number) or self._compiled(number)
        try:
            return pattern.search(text, position, timeout=limit)
        except TimeoutError:
            raise TooSlow from None


def _first(head: tuple[Match[str], int]) -> tuple[int, int]:
    return head[0].start(), head[1]


def apart(phrases: Sequence[Candidate]) -> list[Found]:
    """The matches among phrases alone, which stand in the text's order: none that overlaps the one before it."""
    found, position = [], -1
    for phrase in phrases:
        if phrase.start >= position:
            position = phrase.end
            found.append(Found(phrase.start, phrase.end, phrase.which))
    return found


def matches(pattern: str, text: str) -> Iterator[Match[str]]:
    """The matches of a pattern of Vale's in a text, stopped where it runs away."""
    try:
        yield from dialect.compile(pattern).finditer(text, timeout=seconds_for(pattern))
    except TimeoutError:
        raise TooSlow from None


def search(pattern: str, text: str, position: int = 0) -> Match[str] | None:
    """The first match of a pattern of Vale's in a text, from a position on, stopped where it runs away."""
    try:
        return dialect.compile(pattern).search(text, position, timeout=seconds_for(pattern))
    except TimeoutError:
        raise TooSlow from None
