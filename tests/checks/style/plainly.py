"""The rules of a book run plainly: each rule's whole pattern over each unit, without an index."""

from __future__ import annotations

from collections.abc import Sequence

from lettersmith.checks.style import scopes
from lettersmith.checks.style.compiled import Compiled, State
from lettersmith.checks.style.kinds import module
from lettersmith.model.style import Alert, StyleBook, Unit


def run_plainly(units: Sequence[Unit], book: StyleBook, types: frozenset[str]) -> list[Alert]:
    """What the rules of some types say, by unit, then rule by id, then in the order of the text."""
    state = State()
    found = [
        alert
        for rule in sorted(book.rules, key=lambda rule: rule.id)
        if rule.type in types
        for index, unit in enumerate(units)
        if scopes.matches(rule.scopes, unit.scope)
        for alert in module(rule.type).alerts(Compiled(rule, book), unit, index, state)
    ]
    return sorted(found, key=lambda alert: (alert.unit, alert.rule.id, alert.start))
