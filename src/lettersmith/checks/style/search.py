"""Alternatives that are looked for as one: the leftmost match wins, then the first alternative, and none overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.checks.style import dialect
from lettersmith.checks.style.timing import TooSlow, seconds_for

if TYPE_CHECKING:
    from regex import Match, Pattern


class Found(NamedTuple):
    """One match."""

    start: int
    end: int
    which: int = 0
    """Of alternatives that are told apart: which of them, from 0."""
    groups: tuple[str, ...] = ()
    """What the pattern's own groups hold."""


@dataclass(frozen=True, slots=True)
class Search:
    """Alternatives, in their order, with what stands before and after them all."""

    alternatives: tuple[str, ...]
    before: str
    after: str
    told_apart: bool = False
    """Whether a match says which alternative it is of. Such alternatives hold no groups of their own."""

    @property
    def pattern(self) -> str:
        """The whole as one pattern of Vale's."""
        if self.told_apart:
            wrapped = "|".join(f"(?P<alt{number}>{one})" for number, one in enumerate(self.alternatives))
            return self.before + wrapped + self.after
        return self.before + "|".join(self.alternatives) + self.after

    def find(self, text: str) -> Iterator[Found]:
        """Every match in a text. Raises Unfit for a pattern that is none, TooSlow for one that runs away."""
        for match in matches(self.pattern, text):
            if not self.told_apart:
                yield Found(match.start(), match.end(), 0, tuple(group or "" for group in match.groups()))
            elif match.lastgroup:
                yield Found(*match.span(match.lastgroup), int(match.lastgroup[3:]))


def matches(pattern: str, text: str) -> Iterator[Match[str]]:
    """The matches of a pattern of Vale's in a text, stopped where it runs away."""
    compiled: Pattern[str] = dialect.compile(pattern)
    try:
        yield from compiled.finditer(text, timeout=seconds_for(pattern))
    except TimeoutError:
        raise TooSlow from None


def search(pattern: str, text: str) -> Match[str] | None:
    """The first match of a pattern of Vale's in a text, stopped where it runs away."""
    try:
        return dialect.compile(pattern).search(text, timeout=seconds_for(pattern))
    except TimeoutError:
        raise TooSlow from None
