"""All rules of a book by the words that they need, as plain data: what is kept with the rules of the program.

To work this out for thousands of entries takes longer than to check a letter, so it is done once, when the rules are
written. It is a table of texts, numbers, lists and tables only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lettersmith.checks.style.compiled import Compiled, Unfit
from lettersmith.checks.style.index import VERSION, Table
from lettersmith.checks.style.joined import COMMON_MARKS, MARK
from lettersmith.checks.style.plan import plan_of
from lettersmith.checks.style.settings import flag
from lettersmith.checks.style.worth import DIGIT, of_word, shortest
from lettersmith.model.style import StyleBook


def table_of(rules: Iterable[Compiled]) -> Table:
    """The table of some rules."""
    table: Table = {
        "version": VERSION,
        "rules": [],
        "exact": [],
        "words": {},
        "pairs": {},
        "pieces": {},
        "digits": [],
        "always": [],
        "also": [],
        "unfit": {},
    }
    for number, compiled in enumerate(rules):
        table["rules"].append(compiled.rule.id)
        table["exact"].append(not flag(compiled.rule, "ignorecase"))
        try:
            _enter(table, number, plan_of(compiled))
        except Unfit as error:
            table["unfit"][compiled.rule.id] = str(error)
    return table


def table_of_book(book: StyleBook) -> Table:
    """The table of all rules of a book."""
    return table_of(Compiled(rule, book) for rule in book.rules)


def _enter(table: Table, number: int, plan: dict[str, Any]) -> None:
    for order, (key, phrase, which) in enumerate(plan["phrases"]):
        text = phrase if table["exact"][number] else phrase.lower()
        _entry(table, key)[0].append([number, text, which, order])
    for which, lists in plan["patterns"]:
        also = _number(table["also"], _simply(lists[1])) if len(lists) > 1 else -1
        if not lists:
            table["always"].append([number, which, also, ""])
        for kind, text, beside in lists[0] if lists else ():
            _enter_need(table, kind, text, [number, which, also, beside])


def _simply(needed: list[Any]) -> list[list[str]]:
    """Further things that are needed, in small letters: of two words the rarer one, and of things that hold others
    only those.
    """
    words, pieces = set(), set()
    for kind, text, _ in needed:
        if kind in ("word", "exact", "pair"):
            words.add(max(text.lower().split(), key=of_word))
        else:
            pieces.add(DIGIT if kind == "digit" else text)
    return sorted([*(["word", word] for word in words), *(["piece", piece] for piece in shortest(pieces))])


def _number(lists: list[Any], wanted: Any) -> int:
    """The place of something in a list, which it is added to where it is new."""
    if wanted not in lists:
        lists.append(wanted)
    return lists.index(wanted)


def _enter_need(table: Table, kind: str, text: str, pattern: list[Any]) -> None:
    if kind == "digit":
        table["digits"].append(pattern)
    elif kind == "piece":
        marks = sorted(MARK.findall(text), key=lambda mark: mark in COMMON_MARKS)
        table["pieces"].setdefault(marks[0] if marks else "", []).append([text, pattern])
    else:
        _entry(table, text)[1].append(pattern)


def _entry(table: Table, key: str) -> list[list[Any]]:
    """The phrases and the patterns that hang on a word or two."""
    entry: list[list[Any]] = table["pairs" if " " in key else "words"].setdefault(key, [[], []])
    return entry
