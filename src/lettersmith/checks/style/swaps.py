"""The two sides of a swap: what is looked for, and what should stand there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lettersmith.checks.style import dialect
from lettersmith.checks.style.compiled import Unfit
from lettersmith.checks.style.spellings import spellings

if TYPE_CHECKING:
    from regex import Match

OPENING = re.compile(r"(?<!\\)\((?!\?)")
PIPE = re.compile(r"(?<!\\)\|")
REFERENCE = re.compile(r"\$(?:(\d+)|\{(\w+)\}|(\$)|(&))")
NUMBERED = re.compile(r"\$\d+")


def without_groups(key: str) -> str:
    """A key whose groups capture nothing."""
    if key.count("(") == key.count("(?") + key.count(r"\("):
        return key
    return OPENING.sub("(?:", key)


@lru_cache(maxsize=2048)
def options(value: str) -> tuple[str, ...]:
    """The options of a value, which stand between bars; a bar with a backslash before it is just a bar."""
    return tuple(option.replace(r"\|", "|") for option in PIPE.split(value) if option)


def is_phrase(value: str) -> bool:
    """Whether a value is plain words: letters, digits, spaces and hyphens."""
    return all(sign.isalpha() or sign.isnumeric() or sign in " -" for sign in value)


def fits(expected: str, observed: str) -> bool:
    """Whether what was met is right already: it equals the value, or fits it where the value is a pattern."""
    if is_phrase(expected):
        return expected == observed
    try:
        return dialect.compile(f"^(?:{expected})$").search(observed) is not None
    except Unfit:
        return expected == observed


def referred(value: str, key: str, observed: str, ignorecase: bool) -> str:
    """A value with `$1` and its like filled in from the groups of its key."""
    if not NUMBERED.search(value):
        return value
    pattern = dialect.compile(("(?i)" if ignorecase else "") + key)

    def replaced(match: Match[str]) -> str:
        def one(reference: re.Match[str]) -> str:
            number, name, dollar, whole = reference.groups()
            if dollar:
                return "$"
            if whole:
                return match.group()
            wanted: int | str = int(number or name) if (number or name).isdigit() else name
            try:
                return match.group(wanted) or ""
            except IndexError:
                return reference.group()

        return REFERENCE.sub(one, value)

    return pattern.sub(replaced, observed)


def as_the_term(term: str, observed: str) -> str:
    """The spelling of a term, which may be a pattern, that is meant: the one that differs in capitals only.

    A term with a set of letters in it is shown as it is written, as in Vale.
    """
    for candidate in () if "[" in term else spellings(term) or ():
        if candidate.casefold() == observed.casefold():
            return candidate
    return term
