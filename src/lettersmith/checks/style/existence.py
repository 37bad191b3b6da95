"""existence: words or patterns that should not be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.style import exceptions
from lettersmith.checks.style.actions import suggestions
from lettersmith.checks.style.assembly import NOT_WORDS, template
from lettersmith.checks.style.compiled import Compiled, State
from lettersmith.checks.style.exceptions import Exceptions
from lettersmith.checks.style.messages import filled, in_a_list
from lettersmith.checks.style.search import Found, Search
from lettersmith.checks.style.settings import action, flag, texts
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit


class Made(NamedTuple):
    """What is looked for, and what is left alone."""

    search: Search
    exceptions: Exceptions
    refers: bool
    """Whether the rule's action refers to groups: `$1`."""


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The rule's tokens as one search."""
    tokens = tuple(token for token in texts(rule, "tokens") if token.strip())
    raw = "".join(texts(rule, "raw"))
    words = template(book) if tokens and not flag(rule, "nonword") else NOT_WORDS
    before, after = ("", raw) if flag(rule, "append") else (raw, "")
    case = "(?i)" if flag(rule, "ignorecase") else ""
    search = Search(tokens, case + before + words[0], words[1] + after)
    return Made(search, exceptions.of(rule, book), any("$" in param for param in action(rule)[1]))


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """Each match that nothing excuses."""
    made: Made = rule.made
    for found in made.search.find(unit.text):
        yield from of(rule, unit, index, found)


def of(rule: Compiled, unit: Unit, index: int, found: Found) -> Iterator[Alert]:
    """What the rule says of one match, if anything."""
    text = unit.text
    observed = text[found.start : found.end]
    if rule.made.exceptions.excuse(observed.strip(), text, found.start, found.end):
        return
    groups = rule.made.search.groups(text, found) if rule.made.refers else ()
    instead = suggestions(rule.rule, observed, groups)
    shown = observed if not instead else instead[0] if len(instead) == 1 else in_a_list(instead)
    yield Alert(rule.rule, filled(rule.rule.message, observed, shown), index, found.start, found.end, instead)
