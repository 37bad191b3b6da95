"""What a text holds of a book's rules: a text finds its rules by its words, and no rule its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lettersmith.checks.style.compiled import Compiled
from lettersmith.checks.style.joined import Joined, Pair, stands_alone
from lettersmith.checks.style.search import Candidate

VERSION = 1
"""Of the form of a table, and of how it is worked out. A table of another version is not used."""

Table = dict[str, Any]
"""`version`; `rules`: their ids, whose places in the list are the numbers used below; `exact`: of each rule whether
capitals count; `words`, `pairs`: by a word, or two that follow each other, the phrases `[rule, text, alternative,
order]` and the patterns `[rule, alternative, also]` that hang on them; `starts`, `ends`: by the first or last letters
of a word, `[letters, pattern]`; `pieces`: by a mark, `[characters, pattern]`; `digits`, `always`: patterns; `also`:
lists of further needs, by whose number a pattern names one (-1 for none); `unfit`: rules that cannot run, and why."""

Pattern = Sequence[int]
"""A rule, which of its alternatives has to be tried (plan.WHOLE for all of it), and what it needs besides."""


class Index:
    """The rules of a book with their table, ready to be asked about a text."""

    def __init__(self, table: Table, rules: Sequence[Compiled | None]) -> None:
        self.rules = rules
        """In the order of the table; None where another rule has taken the place of one."""
        self.numbers = {compiled.rule.id: number for number, compiled in enumerate(rules) if compiled}
        self.exact: list[bool] = table["exact"]
        self.words: dict[str, list[Any]] = table["words"]
        self.pairs = {_pair(pair): entry for pair, entry in table["pairs"].items()}
        self.pieces: dict[str, list[Any]] = dict(table["pieces"])
        """By a mark, or by nothing, what is looked for as some characters: parts of words are looked for so too."""
        self.pieces[""] = [
            *self.pieces.get("", ()),
            *(part for kind in ("starts", "ends") for parts in table[kind].values() for part in parts),
        ]
        self.digits: list[Pattern] = table["digits"]
        self.always: list[Pattern] = table["always"]
        self.unfit: dict[str, str] = table["unfit"]
        """Rules that cannot run, and why."""
        self.also = [_also(needs) for needs in table["also"]]
        words = {*self.words, *(word for also in self.also for word in also.words)}
        self.capitals = frozenset(word for word in words if word != word.lower())
        self.small = frozenset(words - self.capitals)
        self.two_words = frozenset((*self.pairs, *(pair for also in self.also for pair in also.pairs)))


class Also(NamedTuple):
    """Further things of which a unit must hold one for a pattern to be tried there."""

    words: tuple[str, ...]
    pairs: tuple[Pair, ...]
    pieces: tuple[str, ...]
    digit: bool


def _also(needs: Iterable[Sequence[str]]) -> Also:
    """Needs as a table lists them, by kind."""
    return Also(
        tuple(what for kind, what in needs if kind in ("word", "exact")),
        tuple(_pair(what) for kind, what in needs if kind == "pair"),
        tuple(what for kind, what in needs if kind in ("start", "end", "piece")),
        any(kind == "digit" for kind, _ in needs),
    )


def _pair(text: str) -> Pair:
    first, _, second = text.partition(" ")
    return first, second


class Entry(NamedTuple):
    """What of some rules hangs on a word, or on two."""

    phrases: tuple[tuple[int, str, int, int], ...]
    patterns: tuple[Pattern, ...]


class _Entries(dict[Any, "Entry | None"]):
    """Of each word, or each two, what of some rules hangs on it; None for nothing. Filled as words are met."""

    def __init__(self, table: Mapping[Any, Any], rules: frozenset[int]) -> None:
        super().__init__()
        self._table = table
        self._rules = rules

    def __missing__(self, key: str | Pair) -> Entry | None:
        phrases, patterns = (
            tuple(one for one in found if one[0] in self._rules) for found in self._table.get(key, ((), ()))
        )
        entry = self[key] = Entry(phrases, patterns) if phrases or patterns else None
        return entry


class Wanted:
    """What some rules of an index need. Made once for a choice of rules; of words, for those that were met so far."""

    def __init__(self, index: Index, rules: frozenset[int]) -> None:
        self.index = index
        self._rules = rules
        self.words = _Entries(index.words, rules)
        self.pairs = _Entries(index.pairs, rules)
        self.digits = self._own(index.digits)
        self.always = self._own(index.always)
        self.pieces: dict[str, dict[str, list[Pattern]]] = {}
        for mark, parts in index.pieces.items():
            for letters, pattern in parts:
                if pattern[0] in rules:
                    self.pieces.setdefault(mark, {}).setdefault(letters, []).append(pattern)

    def _own(self, patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
        return tuple(pattern for pattern in patterns if pattern[0] in self._rules)


@dataclass(slots=True)
class Hits:
    """What a text holds of a book's rules."""

    phrases: dict[int, dict[int, list[Candidate]]] = field(default_factory=dict)
    """Phrases that stand there: by rule, then by unit."""
    patterns: dict[int, dict[int, set[int]]] = field(default_factory=dict)
    """By rule, then by its alternatives: the units in which that has to be tried as a pattern."""


def look(wanted: Wanted, text: Joined) -> Hits:
    """What of some rules of an index a text holds."""
    looking = _Looking(wanted, text)
    for word, units in looking.words.items():
        if entry := wanted.words[word]:
            looking.at(entry, units)
    for pair, units in looking.pairs.items():
        if entry := wanted.pairs[pair]:
            looking.at(entry, units)
    for mark, pieces in wanted.pieces.items():
        if mark in text.low:
            for letters, patterns in pieces.items():
                units = text.units_with(letters)
                if units:
                    looking.want(patterns, units)
    if wanted.digits:
        looking.want(wanted.digits, text.units_with_digits())
    if wanted.always:
        looking.want(wanted.always, range(len(text.units)))
    return looking.hits


class _Looking:
    """What was found of an index so far. The innermost loops of a check are here."""

    def __init__(self, wanted: Wanted, text: Joined) -> None:
        self.index = index = wanted.index
        self.text = text
        self.words = text.words(index.small, index.capitals)
        self.pairs = text.pairs(index.two_words)
        self.hits = Hits()
        self._also: dict[int, set[int]] = {}

    def at(self, entry: Entry, units: Sequence[int]) -> None:
        """Note the phrases that stand in some units, of those that hang on one of their words; the patterns to try."""
        text, exact, phrases = self.text, self.index.exact, self.hits.phrases
        for rule, phrase, which, order in entry.phrases:
            texts = text.texts if exact[rule] else text.lows
            for unit in units:
                at = texts[unit].find(phrase)
                for start in stands_alone(phrase, texts[unit], at) if at >= 0 else ():
                    found = phrases.setdefault(rule, {}).setdefault(unit, [])
                    found.append(Candidate(start, which, order, start + len(phrase)))
        if entry.patterns:
            self.want(entry.patterns, units)

    def want(self, wanted: Iterable[Pattern], units: Sequence[int]) -> None:
        """Note the patterns to try in some units, where those hold what else they need."""
        patterns = self.hits.patterns
        for rule, which, also in wanted:
            here = units if also < 0 else self._units(also).intersection(units)
            if here:
                by_which = patterns.setdefault(rule, {})
                if which in by_which:
                    by_which[which].update(here)
                else:
                    by_which[which] = set(here)

    def _units(self, number: int) -> set[int]:
        """The units that hold one of the further things that a pattern needs."""
        units = self._also.get(number)
        if units is None:
            also = self.index.also[number]
            units = self._also[number] = set(self.text.units_with_digits() if also.digit else ())
            for word in also.words:
                if word in self.words:
                    units.update(self.words[word])
            for pair in also.pairs:
                if pair in self.pairs:
                    units.update(self.pairs[pair])
            for letters in also.pieces:
                units.update(self.text.units_with(letters))
        return units
