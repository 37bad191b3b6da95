"""conditional: where one thing stands, another has to: an acronym needs its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.style import exceptions
from lettersmith.checks.style.actions import suggestions
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.exceptions import Exceptions
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.search import matches, search
from lettersmith.checks.style.settings import text
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit


class Made(NamedTuple):
    """What stands there, what it needs, and what is left alone."""

    first: str
    second: str
    captures: bool
    """Whether the second names what it explains, in a group. If not, it must just be there, in the same unit."""
    exceptions: Exceptions


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The rule's two patterns."""
    if text(rule, "in"):
        raise Unfit("It looks in a scope of a View, and there are no Views here.")
    second = text(rule, "second")
    captures = second.count("(") > second.count("(?") + second.count(r"\(")
    return Made(text(rule, "first"), second, captures, exceptions.of(rule, book))


def sought(made: Made) -> tuple[str, ...]:
    """The patterns without any of which a unit is of no matter to the rule."""
    return (made.first, made.second) if made.captures else (made.first,)


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """Each first for which no second has been met, from the beginning of the document to the end of this unit."""
    made: Made = rule.made
    if made.captures:
        for match in matches(made.second, unit.text):
            state.sequences.update(group for group in match.groups() if group)
    elif search(made.second, unit.text):
        return
    for match in matches(made.first, unit.text):
        observed, (start, end) = match.group(), match.span()
        met = made.captures and observed in state.sequences
        if not met and not made.exceptions.excuse(observed, unit.text, start, end):
            instead = suggestions(rule.rule, observed, ())
            yield Alert(rule.rule, filled(rule.rule.message, observed, *instead[:1]), index, start, end, instead)
