"""substitution: words that should be others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lettersmith.checks.style import actions, exceptions
from lettersmith.checks.style.assembly import NOT_WORDS, template
from lettersmith.checks.style.capitals import capital_first, recased
from lettersmith.checks.style.compiled import Compiled, State
from lettersmith.checks.style.exceptions import Exceptions
from lettersmith.checks.style.messages import filled, in_a_list
from lettersmith.checks.style.search import Found, Search
from lettersmith.checks.style.settings import action, flag, pairs
from lettersmith.checks.style.swaps import as_the_term, fits, options, referred, without_groups
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit


@dataclass(frozen=True, slots=True)
class Made:
    """What is looked for, what should stand there, and what is left alone."""

    search: Search
    keys: tuple[str, ...]
    """As the rule writes them, in the order of the search."""
    values: tuple[str, ...]
    exceptions: Exceptions
    message: str
    action: str
    params: tuple[str, ...]
    ignorecase: bool
    capitalize: bool
    matchcase: bool
    said: dict[tuple[int, str], Said | None] = field(default_factory=dict, compare=False, repr=False)
    """Of a swap and the words that it met: what is said. Letters hold the same words again and again."""


MOST_SAID = 4096


class Said(NamedTuple):
    """What is said of some words."""

    message: str
    instead: tuple[str, ...]


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The rule's swaps as one search, the longest first; of equally long ones, in the order of the file."""
    swap = pairs(rule, "swap")
    keys = tuple(sorted(swap, key=lambda key: -len(key.encode("utf-8"))))
    words = NOT_WORDS if flag(rule, "nonword") else template(book)
    ignorecase = flag(rule, "ignorecase")
    before = ("(?i)" if ignorecase else "") + words[0]
    name, params = action(rule)
    return Made(
        Search(tuple(without_groups(key) for key in keys), before, words[1], told_apart=True),
        keys,
        tuple(swap[key] for key in keys),
        exceptions.of(rule, book),
        _once_quoted(rule.message) if name == "replace" and not params else rule.message,
        name,
        params,
        ignorecase,
        flag(rule, "capitalize"),
        flag(rule, "matchcase"),
    )


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """Each match that is not right already and that nothing excuses."""
    made: Made = rule.made
    for found in made.search.find(unit.text):
        yield from of(rule, unit, index, found)


def of(rule: Compiled, unit: Unit, index: int, found: Found) -> Iterator[Alert]:
    """What the rule says of one match, if anything."""
    made: Made = rule.made
    text = unit.text
    observed = text[found.start : found.end]
    key = found.which, observed
    if key not in made.said:
        if len(made.said) >= MOST_SAID:
            made.said.clear()
        made.said[key] = _said(rule.rule, made, found.which, observed)
    said = made.said[key]
    if said and not made.exceptions.excuse(observed, text, found.start, found.end):
        yield Alert(rule.rule, said.message, index, found.start, found.end, said.instead)


def _said(rule: StyleRule, made: Made, which: int, observed: str) -> Said | None:
    """What is said of some words that are met; None where they are right already."""
    expected = _expected(made, which, observed)
    if observed in options(expected) if made.action == "replace" else fits(expected, observed):
        return None
    instead: tuple[str, ...]
    if made.action == "replace":
        instead = made.params or _options(made, expected, observed)
        shown = expected if made.params else in_a_list(instead)
    else:
        shown = as_the_term(expected, observed)
        instead = actions.suggestions(rule, observed, ()) if made.action else options(shown)
    return Said(filled(made.message, shown, observed), instead)


def _expected(made: Made, which: int, observed: str) -> str:
    value = made.values[which]
    if made.capitalize and observed == capital_first(observed):
        value = capital_first(value)
    return referred(value, made.keys[which], observed, made.ignorecase) if "$" in value else value


def _options(made: Made, expected: str, observed: str) -> tuple[str, ...]:
    found = options(expected)
    if made.capitalize and observed == capital_first(observed):
        found = tuple(capital_first(one) for one in found)
    return tuple(recased(one, observed) for one in found) if made.matchcase else found


def _once_quoted(message: str) -> str:
    """A message whose list of options brings its own quotation marks: those around its first verb go."""
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:
            message = message.replace(quoted, "%s", 1)
    return message
