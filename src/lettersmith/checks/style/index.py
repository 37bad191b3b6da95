"""What a text holds of a book's rules: a text finds its rules by its words, and no rule its text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

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


class Also(NamedTuple):
    """Things of which a unit must hold one, besides that by which a pattern was found."""

    words: frozenset[str]
    letters: tuple[tuple[str, str], ...]
    """Each with its kind: the beginning of a word, its end, or any piece."""
    digit: bool


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
        self._also: list[list[list[str]]] = table["also"]
        self._made: dict[int, Also] = {}

    def also(self, number: int) -> Also:
        """A list of further needs."""
        made = self._made.get(number)
        if made is None:
            needed = self._also[number]
            words = frozenset(text for kind, text in needed if kind in ("word", "exact"))
            letters = tuple((kind, text) for kind, text in needed if kind not in ("word", "exact", "digit"))
            made = self._made[number] = Also(words, letters, any(kind == "digit" for kind, _ in needed))
        return made


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
    for unit, words in enumerate(text.words):
        for word in index.words.keys() & words:
            looking.at(index.words[word], unit)
        for pair in index.pairs.keys() & text.pairs[unit]:
            looking.at(index.pairs[pair], unit)
        if index.always:
            looking.want(index.always, (unit,))
    for start in index.starts.keys() & text.starts.keys():
        looking.parts([one for one in index.starts[start] if text.may_hold("start", one[0])])
    for end in index.ends.keys() & text.ends.keys():
        looking.parts([one for one in index.ends[end] if text.may_hold("end", one[0])])
    for mark, pieces in index.pieces.items():
        if not mark or mark in text.marks:
            looking.parts(pieces, mark)
    if index.digits:
        looking.want(index.digits, [unit for unit, digit in enumerate(text.digits) if digit])
    return looking.hits


class _Looking:
    """What was found of an index so far. The innermost loops of a check are here."""

    def __init__(self, index: Index, text: Joined, rules: Container[int]) -> None:
        self.index = index
        self.text = text
        self.rules = rules
        self.hits = Hits()
        self.letters: dict[int, list[str]] = {}
        """Of each list of further needs: the letters of it that the text may hold at all."""

    def at(self, entry: list[Any], unit: int) -> None:
        """Note the phrases that stand in a unit, of those that hang on one of its words, and the patterns to try."""
        rules, exact = self.rules, self.index.exact
        for rule, phrase, which, order in entry[0]:
            if rule in rules:
                for start in self.text.find_phrase(unit, phrase, exact=exact[rule]):
                    found = self.hits.phrases.setdefault(rule, {}).setdefault(unit, [])
                    found.append(Candidate(start, which, order, start + len(phrase)))
        if entry[1]:
            self.want(entry[1], (unit,))

    def parts(self, wanted: Iterable[Any], within: str = "") -> None:
        """Note the patterns to try in the units that hold some letters; all of these have `within` in them."""
        units: dict[str, list[int]] = {}
        around: list[int] | None = None
        for letters, pattern in wanted:
            if pattern[0] in self.rules:
                if around is None:
                    around = self.text.units_with(within)
                if letters not in units:
                    units[letters] = self.text.units_with(letters, around)
                self.want((pattern,), units[letters])

    def want(self, wanted: Iterable[Pattern], units: Iterable[int]) -> None:
        """Note the patterns to try in some units, where those hold what else they need."""
        for rule, which, also in wanted:
            if rule not in self.rules:
                continue
            by_unit = self.hits.patterns.setdefault(rule, {})
            for unit in units:
                if also < 0 or self._holds(unit, also):
                    by_unit.setdefault(unit, set()).add(which)

    def _holds(self, unit: int, number: int) -> bool:
        """Whether a unit may hold one of the further things that a pattern needs."""
        text, also = self.text, self.index.also(number)
        if not also.words.isdisjoint(text.words[unit]) or (also.digit and text.digits[unit]):
            return True
        letters = self.letters.get(number)
        if letters is None:
            letters = self.letters[number] = [one for kind, one in also.letters if text.may_hold(kind, one)]
        low = text.lows[unit]
        return any(one in low for one in letters)
