"""What a text holds of a book's rules: a text finds its rules by its words, and no rule its text."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lettersmith.checks.style.compiled import Compiled
from lettersmith.checks.style.joined import Joined
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
        self.pairs = {tuple(pair.split(" ")): entry for pair, entry in table["pairs"].items()}
        self.starts: dict[str, list[Any]] = table["starts"]
        self.ends: dict[str, list[Any]] = table["ends"]
        self.pieces: dict[str, list[Any]] = table["pieces"]
        self.digits: list[Pattern] = table["digits"]
        self.always: list[Pattern] = table["always"]
        self.unfit: dict[str, str] = table["unfit"]
        """Rules that cannot run, and why."""
        self.also: list[list[list[str]]] = table["also"]


@dataclass(slots=True)
class Hits:
    """What a text holds of a book's rules: by rule, then by unit."""

    phrases: dict[int, dict[int, list[Candidate]]] = field(default_factory=dict)
    """Phrases that stand there."""
    patterns: dict[int, dict[int, set[int]]] = field(default_factory=dict)
    """The alternatives that have to be tried there as patterns."""


def look(index: Index, text: Joined, rules: Container[int]) -> Hits:
    """What of some rules of an index a text holds."""
    looking = _Looking(index, text, rules)
    for word in index.words.keys() & text.words.keys():
        looking.at(index.words[word], text.words[word])
    for pair in index.pairs.keys() & text.pairs.keys():
        looking.at(index.pairs[pair], text.pairs[pair])
    for start in index.starts.keys() & text.starts.keys():
        looking.parts("start", index.starts[start])
    for end in index.ends.keys() & text.ends.keys():
        looking.parts("end", index.ends[end])
    for mark, pieces in index.pieces.items():
        if not mark or mark in text.marks:
            looking.parts("piece", pieces)
    if index.digits:
        looking.want(index.digits, text.units_with("digit", ""))
    if index.always:
        looking.want(index.always, range(len(text.units)))
    return looking.hits


class _Looking:
    """What was found of an index so far. The innermost loops of a check are here."""

    def __init__(self, index: Index, text: Joined, rules: Container[int]) -> None:
        self.index = index
        self.text = text
        self.rules = rules
        self.hits = Hits()
        self._also: dict[int, set[int]] = {}

    def at(self, entry: list[Any], units: Iterable[int]) -> None:
        """Note the phrases that stand in some units, of those that hang on one of their words; the patterns to try."""
        rules, exact = self.rules, self.index.exact
        for rule, phrase, which, order in entry[0]:
            if rule in rules:
                for unit in units:
                    for start in self.text.find_phrase(unit, phrase, exact=exact[rule]):
                        found = self.hits.phrases.setdefault(rule, {}).setdefault(unit, [])
                        found.append(Candidate(start, which, order, start + len(phrase)))
        if entry[1]:
            self.want(entry[1], units)

    def parts(self, kind: str, wanted: Iterable[Any]) -> None:
        """Note the patterns to try in the units that hold some letters."""
        units: dict[str, Collection[int]] = {}
        for letters, pattern in wanted:
            if pattern[0] in self.rules:
                if letters not in units:
                    units[letters] = self.text.units_with(kind, letters)
                if units[letters]:
                    self.want((pattern,), units[letters])

    def want(self, wanted: Iterable[Pattern], units: Iterable[int]) -> None:
        """Note the patterns to try in some units, where those hold what else they need."""
        for rule, which, also in wanted:
            if rule not in self.rules:
                continue
            here = units if also < 0 else self._units(also).intersection(units)
            if here:
                by_unit = self.hits.patterns.setdefault(rule, {})
                for unit in here:
                    by_unit.setdefault(unit, set()).add(which)

    def _units(self, number: int) -> set[int]:
        """The units that hold one of the further things that a pattern needs."""
        units = self._also.get(number)
        if units is None:
            units = self._also[number] = set()
            for kind, what in self.index.also[number]:
                units.update(self.text.units_with(kind, what))
        return units
