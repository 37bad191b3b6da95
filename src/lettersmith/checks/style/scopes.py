"""Which units a rule looks at: Vale's scopes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

SIZED = frozenset(("raw", "summary", "doc"))
"""Scopes of whole texts, which a rule that only leaves something out never means."""

SELECTOR_OR_OTHER = re.compile(r"(?:\((?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\))*\)|[^&(])+")
"""A part of a scope, with whatever stands in its brackets, which may hold two more levels of brackets."""

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
    pieces = _pieces(scope)
    found = []
    for piece in pieces:
        name = piece.removeprefix("~")
        negated = piece.startswith("~")
        if selector := _selector(name):
            alone = len(pieces) == 1 and not negated
            found.append(Part(frozenset(("doc" if alone else "in", named(selector))), negated))
        else:
            found.append(Part(frozenset(name.split(".")), negated))
    return tuple(found)


def _pieces(scope: str) -> list[str]:
    """What stands between the `&` of a scope; those inside brackets belong to a selector."""
    return [piece.strip() for piece in SELECTOR_OR_OTHER.findall(scope) if piece.strip()]


def _selector(piece: str) -> str:
    return piece[len("doc(") : -1] if piece.startswith("doc(") and piece.endswith(")") else ""


def named(selector: str) -> str:
    """The name that a CSS selector has in the scopes of units: a selector may hold dots and ampersands."""
    return f"{zlib.crc32(selector.encode('utf-8')):08x}"


def selectors(wanted: Sequence[str]) -> dict[str, str]:
    """The CSS selectors that scopes hold, as `doc(...)`, by the names that they have in the scopes of units."""
    found = (_selector(piece.removeprefix("~")) for scope in wanted for piece in _pieces(scope))
    return {named(selector): selector for selector in found if selector}


def bases(wanted: Sequence[str]) -> set[str]:
    """The kinds of units that rules with these scopes need to be made: `sentence`, `paragraph`, `summary`, ..."""
    return {
        piece.partition(".")[0]
        for scope in wanted
        for piece in _pieces(scope)
        if not piece.startswith("~") and not _selector(piece)
    }
