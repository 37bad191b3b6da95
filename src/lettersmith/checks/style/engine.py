"""The style engine: rules over units of text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from lettersmith.checks.style import scopes
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.kinds import module
from lettersmith.checks.style.timing import TooSlow
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

PlaceOf = Callable[[int, int], Hashable]


def run(
    units: Sequence[Unit],
    book: StyleBook,
    rules: Sequence[StyleRule] | None = None,
    *,
    state: State | None = None,
    place: PlaceOf | None = None,
) -> list[Alert]:
    """What the rules of a book say of some units of one file: by unit, then rule by id, then in the order of the text.

    `rules` are those to run; without them, all of the book. `place(unit, start)` says where an alert really is (line
    and column): of two alerts of one rule in one place the first stays, and a rule's `limit` counts what stays.
    Without it, an alert's unit and start are its place. What lies in a unit's `quoted` ranges is left alone, but for
    rules whose notes ask for it. Rules that could not run are in `state.faults` afterwards.
    """
    shared = state or State()
    chosen = sorted(book.rules if rules is None else rules, key=lambda rule: rule.id)
    found: list[Alert] = []
    for compiled in _compiled(book, chosen):
        found.extend(_settled(compiled, units, shared, place))
    order = {rule.id: number for number, rule in enumerate(chosen)}
    found.sort(key=lambda alert: (alert.unit, order[alert.rule.id], alert.start))
    return found


def _compiled(book: StyleBook, rules: Sequence[StyleRule]) -> list[Compiled]:
    return [Compiled(rule, book) for rule in rules]


def _settled(compiled: Compiled, units: Sequence[Unit], state: State, place: PlaceOf | None) -> list[Alert]:
    """The alerts of one rule, each place once, and no more than its limit."""
    rule = compiled.rule
    notes = compiled.book.notes.get(rule.id)
    spares = notes is None or not notes.quotations
    kept: dict[Hashable, Alert] = {}
    try:
        for index, unit in enumerate(units):
            if scopes.matches(rule.scopes, unit.scope) and runs(rule, unit):
                for alert in module(rule.type).alerts(compiled, unit, index, state):
                    if spares and _is_quoted(alert, unit):
                        continue
                    kept.setdefault(place(index, alert.start) if place else (index, alert.start), alert)
                    if rule.limit and len(kept) >= rule.limit:
                        return list(kept.values())
    except Unfit as error:
        state.faults.append(_refused(rule, str(error)))
    except TooSlow:
        state.faults.append(_ran_away(rule))
    return list(kept.values())


def _is_quoted(alert: Alert, unit: Unit) -> bool:
    return any(start <= alert.start and alert.end <= end for start, end in unit.quoted)


def runs(rule: StyleRule, unit: Unit) -> bool:
    """Whether no comment in the text has switched the rule off here."""
    off = unit.off
    return not off or not ("*" in off or rule.id in off or rule.id.partition(".")[0] in off)


def _refused(rule: StyleRule, reason: str) -> Remark:
    return Remark(
        "Styles.Refused",
        Level.WARNING,
        f"The rule {rule.id} cannot run: {reason}",
        Place(rule.file),
        why="What it looks for was not looked for.",
        do="Correct the rule, or leave it out.",
    )


def _ran_away(rule: StyleRule) -> Remark:
    return Remark(
        "Styles.RanAway",
        Level.WARNING,
        f"The rule {rule.id} took too long and was stopped.",
        Place(rule.file),
        why="The rest of the text was not checked with it.",
        do="Make its pattern simpler: something that repeats inside something that repeats can take for ever.",
    )
