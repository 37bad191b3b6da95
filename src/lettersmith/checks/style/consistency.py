"""consistency: of two spellings, one in a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from lettersmith.checks.style import dialect
from lettersmith.checks.style.assembly import NOT_WORDS, template
from lettersmith.checks.style.compiled import Compiled, State
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.settings import flag, pairs
from lettersmith.checks.style.timing import seconds_for
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit


class Pair(NamedTuple):
    """Two spellings, by a pattern for each and one for both, and what each is remembered by."""

    pattern: str
    sides: tuple[str, str]
    first: str
    second: str


def prepare(rule: StyleRule, book: StyleBook) -> tuple[Pair, ...]:
    """The rule's pairs."""
    words = NOT_WORDS if flag(rule, "nonword") else template(book)
    before, after = ("(?i)" if flag(rule, "ignorecase") else "") + words[0], words[1]
    return tuple(
        Pair(
            f"{before}(?P<first__>{one})|(?P<second__>{other}){after}",
            (before + one + after, before + other + after),
            f"{rule.id}.{one}",
            f"{rule.id}.{one}|",
        )
        for one, other in pairs(rule, "either").items()
    )


def sought(made: tuple[Pair, ...]) -> tuple[str, ...]:
    """The patterns of the pairs, those of one pair after the other."""
    return tuple(side for pair in made for side in pair.sides)


def may_differ(found: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """Of patterns as `sought` gives them, each with a unit in which it may stand: of each unit the pairs to look at.

    A document that holds only one side of a pair is consistent.
    """
    sides = {number for number, _ in found}
    by_unit: dict[int, set[int]] = {}
    for number, unit in found:
        if number ^ 1 in sides:
            by_unit.setdefault(unit, set()).add(number // 2)
    return by_unit


def alerts(
    rule: Compiled, unit: Unit, index: int, state: State, which: Collection[int] | None = None
) -> Iterator[Alert]:
    """At most one alert for a pair and a unit, at the pair's last match: the document has had both spellings now.

    `which` are the pairs to look at; without it, all.
    """
    met = state.sequences
    for number in range(len(rule.made)) if which is None else sorted(which):
        pair: Pair = rule.made[number]
        last = None
        for last in dialect.compile(pair.pattern).finditer(unit.text, timeout=seconds_for(pair.pattern)):
            met.add(pair.first if last["first__"] is not None else pair.second)
        if last and pair.first in met and pair.second in met:
            yield Alert(rule.rule, filled(rule.rule.message, last.group()), index, *last.span())
