"""All rules of a book by the words that they need, so that a text finds its rules, and no rule its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lettersmith.checks.style import plan as plans
from lettersmith.checks.style.compiled import Compiled, Unfit
from lettersmith.checks.style.joined import Joined
from lettersmith.checks.style.search import Candidate
from lettersmith.checks.style.settings import flag
from lettersmith.model.style import StyleBook, StyleRule


class Phrase(NamedTuple):
    """A phrase of a rule."""

    rule: int
    small: str
    """In small letters."""
    exact: str
    """As it must stand; empty where case is ignored."""
    which: int
    order: int


Wanted = tuple[int, int]
"""A rule, and which of its alternatives (or plan.WHOLE) has to be tried as a pattern."""

Pair = tuple[str, str]
"""Two words, one after the other."""


@dataclass(slots=True)
class Index:
    """The rules of a book, ready to be asked about a text."""

    rules: list[Compiled] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    """By rule id."""
    phrases: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    """Of one word, by that word."""
    longer: dict[Pair, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    """Of several words, by two of them."""
    words: dict[str, list[Wanted]] = field(default_factory=lambda: defaultdict(list))
    pieces: dict[str, list[Wanted]] = field(default_factory=lambda: defaultdict(list))
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
        entry = Phrase(number, phrase.lower(), "" if ignorecase else phrase, which, order)
        first, _, second = key.partition(" ")
        if second:
            index.longer[first, second].append(entry)
        else:
            index.phrases[key].append(entry)
    for which, needed in plan["patterns"]:
        wanted = (number, which)
        if needed is None:
            index.always.append(wanted)
            continue
        for kind, text in needed:
            if kind == "digit":
                index.digits.append(wanted)
            else:
                (index.words if kind == "word" else index.pieces)[text].append(wanted)


def look(index: Index, text: Joined, rules: Container[int]) -> Hits:
    """What of some rules of an index a text holds."""
    hits = Hits()
    for unit, words in enumerate(text.words):
        for word in index.phrases.keys() & words:
            for phrase in index.phrases[word]:
                if phrase.rule in rules:
                    _find(phrase, text, unit, hits)
        for pair in index.longer.keys() & text.pairs[unit]:
            for phrase in index.longer[pair]:
                if phrase.rule in rules:
                    _find(phrase, text, unit, hits)
        for word in index.words.keys() & words:
            _want(index.words[word], unit, rules, hits)
    for piece, wanted in index.pieces.items():
        if text.holds_piece(piece):
            for unit, low in enumerate(text.lows):
                if piece in low:
                    _want(wanted, unit, rules, hits)
    for unit, low in enumerate(text.lows):
        if index.digits and any(digit in low for digit in "0123456789"):
            _want(index.digits, unit, rules, hits)
        _want(index.always, unit, rules, hits)
    return hits


def _find(phrase: Phrase, text: Joined, unit: int, hits: Hits) -> None:
    rule, small, exact, which, order = phrase
    for at in text.find_phrase(unit, small):
        if not exact or text.units[unit].text.startswith(exact, at):
            found = hits.phrases.setdefault(rule, {}).setdefault(unit, [])
            found.append(Candidate(at, which, order, at + len(small)))


def _want(wanted: list[Wanted], unit: int, rules: Container[int], hits: Hits) -> None:
    for rule, which in wanted:
        if rule in rules:
            hits.patterns.setdefault(rule, {}).setdefault(unit, set()).add(which)
