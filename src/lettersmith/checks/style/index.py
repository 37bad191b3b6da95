"""All rules of a book by the words that they need, so that a text finds its rules, and no rule its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lettersmith.checks.style import plan as plans
from lettersmith.checks.style.compiled import Compiled, Unfit
from lettersmith.checks.style.joined import COMMON_MARKS, MARK, Joined
from lettersmith.checks.style.needs import PART
from lettersmith.checks.style.search import Candidate
from lettersmith.checks.style.settings import flag
from lettersmith.model.style import StyleBook, StyleRule

Key = str | tuple[str, str]
"""A word, or two that follow each other."""


class Phrase(NamedTuple):
    """A phrase of a rule."""

    rule: int
    text: str
    """In small letters, where case is ignored."""
    exact: bool
    """Whether capitals count."""
    which: int
    order: int


class Also(NamedTuple):
    """Things of which a unit must hold one, besides that by which a pattern was found."""

    words: frozenset[str]
    letters: tuple[tuple[str, str], ...]
    """Each with its kind: the beginning of a word, its end, or any piece."""
    digit: bool


class Wanted(NamedTuple):
    """A pattern that has to be tried where what it needs stands."""

    rule: int
    which: int
    """Which alternative; plan.WHOLE for the rule as a whole."""
    also: Also | None


@dataclass(slots=True)
class Entry:
    """What hangs on a word, or on two that follow each other."""

    phrases: list[Phrase] = field(default_factory=list)
    patterns: list[Wanted] = field(default_factory=list)


@dataclass(slots=True)
class Index:
    """The rules of a book, ready to be asked about a text."""

    rules: list[Compiled] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    """By rule id."""
    words: dict[Key, Entry] = field(default_factory=lambda: defaultdict(Entry))
    pairs: dict[Key, Entry] = field(default_factory=lambda: defaultdict(Entry))
    starts: dict[str, list[tuple[str, Wanted]]] = field(default_factory=lambda: defaultdict(list))
    """By the first letters of a word's beginning."""
    ends: dict[str, list[tuple[str, Wanted]]] = field(default_factory=lambda: defaultdict(list))
    pieces: dict[str, list[tuple[str, Wanted]]] = field(default_factory=lambda: defaultdict(list))
    """Other characters, by the mark among them; those without, by nothing."""
    digits: list[Wanted] = field(default_factory=list)
    always: list[Wanted] = field(default_factory=list)
    unfit: dict[int, str] = field(default_factory=dict)
    """Rules that cannot run, and why."""


@dataclass(slots=True)
class Hits:
    """What a text holds of a book's rules: by rule, then by unit."""

    phrases: dict[int, dict[int, list[Candidate]]] = field(default_factory=dict)
    """Phrases that stand there."""
    patterns: dict[int, dict[int, set[int]]] = field(default_factory=dict)
    """The alternatives that have to be tried there as patterns."""


def build(book: StyleBook, rules: Iterable[StyleRule]) -> Index:
    """The index of some rules of a book."""
    index = Index()
    for number, rule in enumerate(rules):
        compiled = Compiled(rule, book)
        index.rules.append(compiled)
        index.numbers[rule.id] = number
        kept = book.plans.get(rule.id)
        try:
            plan: Any = kept if plans.is_for(rule, kept) else plans.plan_of(compiled)
        except Unfit as error:
            index.unfit[number] = str(error)
            continue
        _enter(index, number, plan, flag(rule, "ignorecase"))
    return index


def _enter(index: Index, number: int, plan: Mapping[str, Any], ignorecase: bool) -> None:
    for order, (key, phrase, which) in enumerate(plan["phrases"]):
        entry = Phrase(number, phrase.lower() if ignorecase else phrase, not ignorecase, which, order)
        _at(index, key).phrases.append(entry)
    for which, lists in plan["patterns"]:
        wanted = Wanted(number, which, _also(lists[1]) if len(lists) > 1 else None)
        if not lists:
            index.always.append(wanted)
        for kind, text in lists[0] if lists else ():
            _enter_need(index, kind, text, wanted)


def _enter_need(index: Index, kind: str, text: str, wanted: Wanted) -> None:
    if kind == "digit":
        index.digits.append(wanted)
    elif kind == "start":
        index.starts[text[:PART]].append((text, wanted))
    elif kind == "end":
        index.ends[text[-PART:]].append((text, wanted))
    elif kind == "piece":
        marks = sorted(MARK.findall(text), key=lambda mark: mark in COMMON_MARKS)
        index.pieces[marks[0] if marks else ""].append((text, wanted))
    else:
        _at(index, text).patterns.append(wanted)


def _at(index: Index, key: str) -> Entry:
    first, _, second = key.partition(" ")
    return index.pairs[first, second] if second else index.words[first]


def _also(needed: list[list[str]]) -> Also:
    words = frozenset(text for kind, text in needed if kind in ("word", "exact"))
    letters = tuple((kind, text) for kind, text in needed if kind not in ("word", "exact", "digit"))
    return Also(words, letters, any(kind == "digit" for kind, _ in needed))


def look(index: Index, text: Joined, rules: Container[int]) -> Hits:
    """What of some rules of an index a text holds."""
    looking = _Looking(text, rules)
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

    def __init__(self, text: Joined, rules: Container[int]) -> None:
        self.text = text
        self.rules = rules
        self.hits = Hits()
        self.letters: dict[int, list[str]] = {}
        """Of each list of further needs, by identity: the letters of it that the text may hold at all."""

    def at(self, entry: Entry, unit: int) -> None:
        """Note the phrases that stand in a unit, of those that hang on one of its words, and the patterns to try."""
        rules = self.rules
        for rule, phrase, exact, which, order in entry.phrases:
            if rule in rules:
                for start in self.text.find_phrase(unit, phrase, exact=exact):
                    found = self.hits.phrases.setdefault(rule, {}).setdefault(unit, [])
                    found.append(Candidate(start, which, order, start + len(phrase)))
        if entry.patterns:
            self.want(entry.patterns, (unit,))

    def parts(self, wanted: Iterable[tuple[str, Wanted]], within: str = "") -> None:
        """Note the patterns to try in the units that hold some letters; all of these have `within` in them."""
        units: dict[str, list[int]] = {}
        around: list[int] | None = None
        for letters, one in wanted:
            if one.rule in self.rules:
                if around is None:
                    around = self.text.units_with(within)
                if letters not in units:
                    units[letters] = self.text.units_with(letters, around)
                self.want((one,), units[letters])

    def want(self, wanted: Iterable[Wanted], units: Iterable[int]) -> None:
        """Note the patterns to try in some units, where those hold what else they need."""
        for rule, which, also in wanted:
            if rule not in self.rules:
                continue
            by_unit = self.hits.patterns.setdefault(rule, {})
            for unit in units:
                if also is None or self._holds(unit, also):
                    by_unit.setdefault(unit, set()).add(which)

    def _holds(self, unit: int, also: Also) -> bool:
        """Whether a unit may hold one of the further things that a pattern needs."""
        text = self.text
        if not also.words.isdisjoint(text.words[unit]) or (also.digit and text.digits[unit]):
            return True
        letters = self.letters.get(id(also))
        if letters is None:
            letters = self.letters[id(also)] = [one for kind, one in also.letters if text.may_hold(kind, one)]
        low = text.lows[unit]
        return any(one in low for one in letters)
