"""Every spelling that a pattern stands for, where they are few."""

from __future__ import annotations

from functools import lru_cache

MOST = 64
"""A pattern with more spellings than this is no longer one word spelt several ways."""

SPECIAL = frozenset("[]{}.*+^$")


@lru_cache(maxsize=4096)
def spellings(pattern: str, most: int = MOST) -> tuple[str, ...] | None:
    """Every text that a pattern matches, in the order in which it tries them; None where they cannot be listed.

    >>> spellings("OAuth2?"), spellings("organi(?:s|z)e")
    (('OAuth2', 'OAuth'), ('organise', 'organize'))
    """
    try:
        found, end = _alternatives(pattern, 0, most)
    except _NotFew:
        return None
    return tuple(found) if end == len(pattern) else None


class _NotFew(Exception):
    """The pattern has too many spellings, or parts that cannot be listed."""


def _alternatives(pattern: str, at: int, most: int) -> tuple[list[str], int]:
    """The spellings of what stands from `at` to the end of its group, and where that is."""
    done: list[str] = []
    current = [""]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            done += current
            current = [""]
            at += 1
            continue
        atom, at = _atom(pattern, at, most)
        if pattern[at : at + 1] == "?":
            lazy = pattern[at + 1 : at + 2] == "?"
            atom = ["", *atom] if lazy else [*atom, ""]
            at += 2 if lazy else 1
        elif pattern[at : at + 1] in ("*", "+", "{"):
            raise _NotFew
        if len(current) * len(atom) > most:
            raise _NotFew
        current = [before + after for before in current for after in atom]
    return done + current, at


def _atom(pattern: str, at: int, most: int) -> tuple[list[str], int]:
    sign = pattern[at]
    if sign == "(":
        start = at + 1
        if pattern.startswith("?:", start):
            start += 2
        elif pattern.startswith("?", start):
            raise _NotFew
        inner, at = _alternatives(pattern, start, most)
        if at >= len(pattern):
            raise _NotFew
        return inner, at + 1
    if sign == "[":
        return _letters(pattern, at)
    if sign == "\\":
        after = pattern[at + 1 : at + 2]
        if not after or after.isalnum():
            raise _NotFew
        return [after], at + 2
    if sign in SPECIAL or sign == "?":
        raise _NotFew
    return [sign], at + 1


def _letters(pattern: str, at: int) -> tuple[list[str], int]:
    """A set of a few plain letters: `[sz]`, `[- ]`."""
    end = pattern.find("]", at + 2)
    inside = pattern[at + 1 : end]
    if end < 0 or inside[0] == "^" or any(sign in "\\[&|~" for sign in inside) or "-" in inside[1:-1]:
        raise _NotFew
    return list(dict.fromkeys(inside)), end + 1
