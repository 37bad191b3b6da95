"""Which units a rule looks at: Vale's scopes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

SIZED = frozenset(("raw", "summary", "doc"))
"""Scopes of whole texts, which a rule that only leaves something out never means."""

PIECES = ("paragraph", "sentence")
"""What a unit may be a piece of a larger one as: the first part of its scope."""


class Part(NamedTuple):
    """One of several parts that are joined with `&`."""

    sections: frozenset[str]
    negated: bool


@lru_cache(maxsize=4096)
def matches(wanted: tuple[str, ...], scope: str) -> bool:
    """Whether a rule with these scopes looks at a unit of that scope. Any one of them will do.

    >>> matches(("text",), "text.heading.h2.md"), matches(("~heading",), "text.heading.h2.md")
    (True, False)
    """
    target = frozenset(scope.split("."))
    first = scope.partition(".")[0]
    return any(_all(_parts(one), target, first == "sentence") for one in wanted)


def _all(parts: Sequence[Part], target: frozenset[str], is_sentence: bool) -> bool:
    if is_sentence and not any("sentence" in part.sections and not part.negated for part in parts):
        return False
    for part in parts:
        if part.negated:
            if part.sections <= target or not SIZED.isdisjoint(target):
                return False
        elif not part.sections <= target:
            return False
    return True


@lru_cache(maxsize=1024)
def _parts(scope: str) -> tuple[Part, ...]:
    found = []
    for piece in scope.split("&"):
        name = piece.strip()
        found.append(Part(frozenset(name.removeprefix("~").split(".")), name.startswith("~")))
    return tuple(found)


def bases(wanted: Sequence[str]) -> set[str]:
    """The kinds of units that rules with these scopes need to be made: `sentence`, `paragraph`, `summary`, ..."""
    return {
        piece.strip().partition(".")[0]
        for scope in wanted
        for piece in scope.split("&")
        if not piece.strip().startswith("~")
    }
