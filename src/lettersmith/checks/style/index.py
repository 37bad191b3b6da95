"""What a text holds of a book's rules: a text finds its rules by its words, and no rule its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lettersmith.checks.style.compiled import Compiled
from lettersmith.checks.style.joined import Joined, Pair, Piece, piece_of, stands_alone
from lettersmith.checks.style.search import Candidate

VERSION = 2
"""Of the form of a table, and of how it is worked out. A table of another version is not used."""

Table = dict[str, Any]
"""`version`; `rules`: their ids, whose places in the list are the numbers used below; `exact`: of each rule whether
capitals count; `words`, `pairs`: by a word, or two that follow each other, the phrases `[rule, text, alternative,
order]` and the patterns `[rule, alternative, also, beside]` that hang on them; `pieces`: by a mark, `[characters,
pattern]`; `digits`, `always`: patterns; `also`: lists of further needs, words and pieces, by whose number a pattern
names one (-1 for none); `unfit`: rules that cannot run, and why."""

Pattern = tuple[int, int, int, str]
"""A rule, which of its alternatives has to be tried (plan.WHOLE for all of it), and what it needs besides: one of some
further things, and some characters."""


class Index:
    """The rules of a book with their table, ready to be asked about a text."""

    def __init__(self, table: Table, rules: Sequence[Compiled | None]) -> None:
        self.rules = rules
        """In the order of the table; None where another rule has taken the place of one."""
        self.numbers = {compiled.rule.id: number for number, compiled in enumerate(rules) if compiled}
        self.exact: list[bool] = table["exact"]
        self.words: dict[str, list[Any]] = table["words"]
        self.pairs = {_pair(pair): entry for pair, entry in table["pairs"].items()}
        self.pieces: dict[str, list[Any]] = table["pieces"]
        self.digits: list[Pattern] = table["digits"]
        self.always: list[Pattern] = table["always"]
        self.unfit: dict[str, str] = table["unfit"]
        """Rules that cannot run, and why."""
        self.also = [_also(needs) for needs in table["also"]]
        self.capitals = frozenset(word for word in self.words if word != word.lower())
        self.small = frozenset(self.words.keys() - self.capitals)
        self.two_words = frozenset(self.pairs)


class Also(NamedTuple):
    """Further things of which a unit must hold one for a pattern to be tried there."""

    words: frozenset[str]
    pieces: tuple[str, ...]


NO_MORE = Also(frozenset(), ())


def _also(needs: Sequence[Sequence[str]]) -> Also:
    """Needs as a table lists them, by kind."""
    return Also(
        frozenset(what for kind, what in needs if kind == "word"),
        tuple(what for kind, what in needs if kind == "piece"),
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
        self.pieces: dict[str, list[tuple[Piece, list[Pattern]]]] = {}
        """By a mark, or by nothing, what is looked for as some characters: parts of words are looked for so too."""
        for mark, parts in index.pieces.items():
            own: dict[str, list[Pattern]] = {}
            for letters, pattern in parts:
                if pattern[0] in rules:
                    own.setdefault(letters, []).append(pattern)
            self.pieces[mark] = [(piece_of(letters), patterns) for letters, patterns in own.items()]

    def _own(self, patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
        return tuple(pattern for pattern in patterns if pattern[0] in self._rules)


Try = tuple[int, int]
"""An alternative of a rule, and a unit in which it has to be tried."""


@dataclass(slots=True)
class Hits:
    """What a text holds of a book's rules."""

    phrases: dict[int, dict[int, list[Candidate]]] = field(default_factory=dict)
    """Phrases that stand there: by rule, then by unit."""
    patterns: dict[int, list[Try]] = field(default_factory=lambda: defaultdict(list))
    """By rule what of it has to be tried as a pattern, and where; some of it more than once."""


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
        if mark in text.shape:
            for piece, patterns in pieces:
                if units := text.units_with(piece):
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

    def at(self, entry: Entry, units: Sequence[int]) -> None:
        """Note the phrases that stand in some units, of those that hang on one of their words; the patterns to try."""
        text, exact, phrases = self.text, self.index.exact, self.hits.phrases
        for rule, phrase, which, order in entry.phrases:
            texts = text.texts if exact[rule] else text.lows
            for unit in units:
                if phrase in texts[unit]:
                    for start in stands_alone(phrase, texts[unit]):
                        found = phrases.setdefault(rule, {}).setdefault(unit, [])
                        found.append(Candidate(start, which, order, start + len(phrase)))
        if entry.patterns:
            self.want(entry.patterns, units)

    def want(self, wanted: Iterable[Pattern], units: Iterable[int]) -> None:
        """Note the patterns to try in some units, where those hold what else they need."""
        patterns, lists, shapes, rows = self.hits.patterns, self.index.also, self.text.shapes, self.text.rows
        for rule, which, also, beside in wanted:
            words, pieces = lists[also] if also >= 0 else NO_MORE
            for unit in units:
                shape = shapes[unit]
                if beside in shape and (
                    also < 0 or not words.isdisjoint(rows[unit]) or (pieces and any(map(shape.__contains__, pieces)))
                ):
                    patterns[rule].append((which, unit))
