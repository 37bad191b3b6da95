"""The style engine: rules over units of text.

A text finds its rules: the words that it holds are looked up in an index of all rules (`index.py`), phrases are found
letter by letter, and only a pattern whose words are there is tried, in the units in which they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lettersmith.checks.style import scopes
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.index import Hits, Index, build, look
from lettersmith.checks.style.joined import Joined
from lettersmith.checks.style.kinds import module
from lettersmith.checks.style.plan import WHOLE
from lettersmith.checks.style.search import apart
from lettersmith.checks.style.timing import TooSlow
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

PlaceOf = Callable[[int, int], Hashable]

REMEMBERING = frozenset(("conditional", "consistency"))
"""Types of rules that remember what they met: they read the document unit by unit, all of them side by side."""

SEARCHING = frozenset(("existence", "substitution"))
"""Types of rules that are searches: their phrases and patterns are told apart."""

_indexes: list[tuple[StyleBook, Index]] = []
"""Of the books that were used last."""

BOOKS = 4


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
    chosen = book.rules if rules is None else rules
    index = _index(book, chosen)
    text = Joined(units)
    hits = look(index, text, {index.numbers[rule.id] for rule in chosen})
    tallies = [_Tally(_as_chosen(index, rule), place) for rule in sorted(chosen, key=lambda rule: rule.id)]
    side_by_side = []
    for tally in tallies:
        number = index.numbers[tally.rule.id]
        if number in index.unfit:
            shared.faults.append(_refused(tally.rule, index.unfit[number]))
        elif number in hits.patterns or number in hits.phrases:
            if tally.rule.type in REMEMBERING:
                side_by_side.append((tally, _units_of(tally.rule, hits.patterns.get(number, ()), text)))
            else:
                tally.take(_alerts(tally.compiled, number, hits, text, shared), units, shared)
    for unit, tally in sorted(
        ((unit, tally) for tally, wanted in side_by_side for unit in wanted), key=lambda one: (one[0], one[1].rule.id)
    ):
        wanted = hits.patterns[index.numbers[tally.rule.id]][unit]
        tally.take(_of_unit(tally.compiled, text.units[unit], unit, shared, wanted), units, shared)
    order = {tally.rule.id: number for number, tally in enumerate(tallies)}
    found = [alert for tally in tallies for alert in tally.kept.values()]
    found.sort(key=lambda alert: (alert.unit, order[alert.rule.id], alert.start))
    return found


def _index(book: StyleBook, rules: Sequence[StyleRule]) -> Index:
    """The index of a book, kept; of rules that are not the book's own, one for them alone."""
    index = next((index for kept, index in _indexes if kept is book), None)
    if index is None:
        index = build(book, book.rules)
        _indexes[:] = [(book, index), *_indexes][:BOOKS]
    for rule in rules:
        number = index.numbers.get(rule.id)
        if number is None or index.rules[number].rule.settings is not rule.settings:
            return build(book, rules)
    return index


def _as_chosen(index: Index, rule: StyleRule) -> Compiled:
    """The rule of the index, at the level that was asked for."""
    compiled = index.rules[index.numbers[rule.id]]
    return compiled if compiled.rule is rule else compiled.as_rule(rule)


@dataclass(slots=True)
class _Tally:
    """The alerts of one rule: each place once, and no more than its limit."""

    compiled: Compiled
    place: PlaceOf | None
    kept: dict[Hashable, Alert] = field(default_factory=dict)
    stopped: bool = False

    @property
    def rule(self) -> StyleRule:
        """The rule itself."""
        return self.compiled.rule

    def take(self, alerts: Iterable[Alert], units: Sequence[Unit], state: State) -> None:
        """Keep what a rule says, until it has said enough. A rule that fails is named once, and runs no more."""
        if self.stopped:
            return
        notes = self.compiled.book.notes.get(self.rule.id)
        spares = notes is None or not notes.quotations
        limit = self.rule.limit
        try:
            for alert in alerts:
                if spares and _is_quoted(alert, units[alert.unit]):
                    continue
                where = self.place(alert.unit, alert.start) if self.place else (alert.unit, alert.start)
                self.kept.setdefault(where, alert)
                if limit and len(self.kept) >= limit:
                    self.stopped = True
                    return
        except Unfit as error:
            state.faults.append(_refused(self.rule, str(error)))
            self.stopped = True
        except TooSlow:
            state.faults.append(_ran_away(self.rule))
            self.stopped = True


def _alerts(compiled: Compiled, number: int, hits: Hits, text: Joined, state: State) -> Iterator[Alert]:
    """What one rule says of all units in which something of it stands."""
    patterns = hits.patterns.get(number, {})
    phrases = hits.phrases.get(number, {})
    type = module(compiled.rule.type)
    searches = compiled.rule.type in SEARCHING
    for index in _units_of(compiled.rule, {*patterns, *phrases}, text):
        unit = text.units[index]
        wanted = patterns.get(index, ())
        if not searches or WHOLE in wanted:
            yield from type.alerts(compiled, unit, index, state)
            continue
        own = sorted(phrases.get(index, ()))
        for found in compiled.made.search.find_some(unit.text, wanted, own) if wanted else apart(own):
            yield from type.of(compiled, unit, index, found)


def _of_unit(compiled: Compiled, unit: Unit, index: int, state: State, which: Collection[int] = ()) -> Iterator[Alert]:
    """What a rule says of one unit, read plainly; `which` are its pairs, of a rule that has pairs."""
    run = module(compiled.rule.type).alerts
    if compiled.rule.type == "consistency":
        yield from run(compiled, unit, index, state, which)
    else:
        yield from run(compiled, unit, index, state)


def _units_of(rule: StyleRule, wanted: Iterable[int], text: Joined) -> list[int]:
    """Those of some units that the rule looks at, in order."""
    units, scope = text.units, rule.scopes
    return [
        index
        for index in sorted(wanted)
        if scopes.matches(scope, units[index].scope) and (not units[index].off or runs(rule, units[index]))
    ]


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
