"""The style engine: rules over units of text.

A text finds its rules: the words that it holds are looked up in an index of all rules (`index.py`), phrases are found
letter by letter, and only a pattern whose words are there is tried, in the units in which they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.checks.style import consistency
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.index import VERSION, Hits, Index, Try, Wanted, look
from lettersmith.checks.style.joined import Joined
from lettersmith.checks.style.kinds import module
from lettersmith.checks.style.plan import WHOLE
from lettersmith.checks.style.search import Search, apart
from lettersmith.checks.style.timing import TooSlow
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

if TYPE_CHECKING:
    from lettersmith.checks.style.search import Head

PlaceOf = Callable[[int, int], Hashable]

REMEMBERING = frozenset(("conditional", "consistency"))
"""Types of rules that remember what they met: they read the document unit by unit, all of them side by side."""

SEARCHING = frozenset(("existence", "substitution"))
"""Types of rules that are searches: their phrases and patterns are told apart."""

_indexes: list[tuple[StyleBook, list[Index]]] = []
"""Of the books that were used last."""

BOOKS = 4

_choices: list[_Choice] = []
"""Of rules: those that were used last."""

CHOICES = 8


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
    choice = _choice(book, rules)
    text = Joined(units)
    hits = {id(wanted.index): look(wanted, text) for wanted in choice.wanted}
    tallies = []
    side_by_side = []
    for order, (compiled, index, number) in enumerate(choice.rules):
        found = hits[id(index)]
        if compiled.rule.id in index.unfit:
            shared.faults.append(_refused(compiled.rule, index.unfit[compiled.rule.id]))
        elif number in found.patterns or number in found.phrases:
            tally = _Tally(compiled, place, order)
            tallies.append(tally)
            if compiled.rule.type in REMEMBERING:
                by_unit = _by_unit(compiled.rule.type, found.patterns[number])
                side_by_side += [
                    (unit, order, tally, by_unit[unit]) for unit in _units_of(compiled.rule, by_unit, text)
                ]
            else:
                tally.take(_alerts(compiled, number, found, text, shared), units, shared)
    for unit, _, tally, which in sorted(side_by_side, key=lambda one: one[:2]):
        tally.take(_of_unit(tally.compiled, text.units[unit], unit, shared, which), units, shared)
    alerts = [(alert.unit, tally.order, alert) for tally in tallies for alert in tally.kept.values()]
    return [alert for _, _, alert in sorted(alerts, key=lambda one: (one[0], one[1], one[2].start))]


def _by_unit(type: str, patterns: Iterable[Try]) -> Mapping[int, Collection[int]]:
    """Of each unit that a rule of a remembering type has to read what of the rule to look at there."""
    if type == "consistency":
        return consistency.may_differ(patterns)
    return {unit: () for _, unit in patterns}


class _Choice(NamedTuple):
    """Some rules of a book, made ready to be asked of one text after the other."""

    book: StyleBook
    asked: Sequence[StyleRule] | None
    rules: tuple[tuple[Compiled, Index, int], ...]
    """By id: each with its index and its number there."""
    wanted: tuple[Wanted, ...]
    """Of each index."""


def _choice(book: StyleBook, rules: Sequence[StyleRule] | None) -> _Choice:
    """Some rules of a book made ready, which is kept: the same are asked of many texts."""
    for kept in _choices:
        if kept.book is book and kept.asked is rules:
            return kept
    chosen = sorted(book.rules if rules is None else rules, key=lambda rule: rule.id)
    places = _places(book, chosen)
    indexes = {id(index): index for index, _ in places}.values()
    choice = _Choice(
        book,
        rules,
        tuple(
            (_as_chosen(index, number, rule), index, number)
            for rule, (index, number) in zip(chosen, places, strict=True)
        ),
        tuple(Wanted(index, frozenset(number for other, number in places if other is index)) for index in indexes),
    )
    if rules is None or isinstance(rules, tuple):
        _choices[:] = [choice, *_choices][:CHOICES]
    return choice


def _places(book: StyleBook, rules: Sequence[StyleRule]) -> list[tuple[Index, int]]:
    """Where each rule stands: in the indexes of the book, which are kept; rules that are not the book's own have one
    of their own.
    """
    indexes = next((indexes for kept, indexes in _indexes if kept is book), None)
    if indexes is None:
        indexes = _built(book)
        _indexes[:] = [(book, indexes), *_indexes][:BOOKS]
    by_id = {id: (index, number) for index in indexes for id, number in index.numbers.items()}
    strange = [rule for rule in rules if not _is_of(by_id.get(rule.id), rule)]
    if strange:
        index = _worked_out([Compiled(rule, book) for rule in strange])
        by_id.update({id: (index, number) for id, number in index.numbers.items()})
    return [by_id[rule.id] for rule in rules]


def _is_of(place: tuple[Index, int] | None, rule: StyleRule) -> bool:
    """Whether the rule at some place is this one, at whatever level."""
    compiled = place[0].rules[place[1]] if place else None
    return compiled is not None and compiled.rule.settings is rule.settings


def _built(book: StyleBook) -> list[Index]:
    """The indexes of a book: one from the table that came with it, one for rules that are not in that."""
    by_id = {rule.id: Compiled(rule, book) for rule in book.rules}
    table = dict(book.table)
    if table.get("version") != VERSION:
        return [_worked_out(list(by_id.values()))]
    own = Index(table, [by_id.get(id) if id in book.in_table else None for id in table["rules"]])
    others = [compiled for id, compiled in by_id.items() if id not in own.numbers]
    return [own, _worked_out(others)] if others else [own]


def _worked_out(rules: list[Compiled]) -> Index:
    """The index of rules whose table has to be worked out. For the rules of the program that was done before."""
    from lettersmith.checks.style.table import table_of

    return Index(table_of(rules), rules)


def _as_chosen(index: Index, number: int, rule: StyleRule) -> Compiled:
    """The rule of an index, at the level that was asked for."""
    compiled = index.rules[number]
    if compiled is None or compiled.rule is rule:
        return compiled or Compiled(rule, StyleBook())
    return compiled.as_rule(rule)


@dataclass(slots=True)
class _Tally:
    """The alerts of one rule: each place once, and no more than its limit."""

    compiled: Compiled
    place: PlaceOf | None
    order: int
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
        except (TooSlow, TimeoutError):
            state.faults.append(_ran_away(self.rule))
            self.stopped = True


def _alerts(compiled: Compiled, number: int, hits: Hits, text: Joined, state: State) -> Iterator[Alert]:
    """What one rule says of all units in which something of it stands."""
    patterns = hits.patterns.get(number, ())
    phrases = hits.phrases.get(number, {})
    type = module(compiled.rule.type)
    units = text.units
    if compiled.rule.type not in SEARCHING or any(which == WHOLE for which, _ in patterns):
        for index in _units_of(compiled.rule, {unit for _, unit in patterns}, text):
            yield from type.alerts(compiled, units[index], index, state)
        return
    to_try = _found_in(compiled.made.search, patterns, text, text.units_for(compiled.rule.scopes))
    for index in _units_of(compiled.rule, phrases.keys() | to_try.keys(), text):
        unit = units[index]
        own = sorted(phrases.get(index, ()))
        heads = to_try.get(index)
        for found in compiled.made.search.find_some(unit.text, heads, own) if heads else apart(own):
            yield from type.of(compiled, unit, index, found)


def _found_in(search: Search, patterns: Iterable[Try], text: Joined, allowed: set[int]) -> dict[int, list[Head]]:
    """Of each unit that is allowed the alternatives of a search that stand there, with their first match; those that
    may have to be stopped come without.
    """
    texts = text.texts
    found: dict[int, list[Head]] = {}
    for which, unit in dict.fromkeys(patterns):
        if unit in allowed:
            find = search.quick(which)
            match = find(texts[unit]) if find else None
            if match or not find:
                found.setdefault(unit, []).append((match, which))
    return found


def _of_unit(compiled: Compiled, unit: Unit, index: int, state: State, which: Collection[int] = ()) -> Iterator[Alert]:
    """What a rule says of one unit, read plainly; `which` are its pairs, of a rule that has pairs."""
    run = module(compiled.rule.type).alerts
    if compiled.rule.type == "consistency":
        yield from run(compiled, unit, index, state, which)
    else:
        yield from run(compiled, unit, index, state)


def _units_of(rule: StyleRule, wanted: Iterable[int], text: Joined) -> list[int]:
    """Those of some units that the rule looks at, in order."""
    found = sorted(text.units_for(rule.scopes).intersection(wanted))
    return [index for index in found if runs(rule, text.units[index])] if text.has_switches else found


def _is_quoted(alert: Alert, unit: Unit) -> bool:
    quoted = unit.quoted
    return bool(quoted) and any(start <= alert.start and alert.end <= end for start, end in quoted)


def runs(rule: StyleRule, unit: Unit) -> bool:
    """Whether no comment in the text has switched the rule off here."""
    off = unit.off
    return not off or not ("*" in off or rule.id in off or rule.style in off)


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
