"""repetition: the same thing twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.splitting import split
from lettersmith.checks.style import exceptions
from lettersmith.checks.style.actions import suggestions
from lettersmith.checks.style.compiled import Compiled, State
from lettersmith.checks.style.exceptions import Exceptions
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.search import matches
from lettersmith.checks.style.settings import flag, number, texts
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit


class Made(NamedTuple):
    """What may not be repeated, and how."""

    pattern: str
    most: int
    ignorecase: bool
    alpha: bool
    """Whether only letters count."""
    exceptions: Exceptions


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The rule's tokens as one pattern."""
    ignorecase = flag(rule, "ignorecase")
    pattern = ("(?i)" if ignorecase else "") + "(" + "|".join(texts(rule, "tokens")) + ")"
    return Made(pattern, number(rule, "max"), ignorecase, flag(rule, "alpha"), exceptions.of(rule, book))


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """Each match that repeats the one before it, from the first of the two to the second, within one sentence.

    As in Vale, repeats are counted together until an alert is given; `max` of them are let pass.
    """
    made: Made = rule.made
    text = unit.text
    before, began, count = "", 0, 0
    for match in matches(made.pattern, text):
        start, end = match.span()
        current = match.group().strip()
        if _same(current, before, made):
            count += 1
            if count > made.most and _one_sentence(text[began:end]):
                observed = text[began:end]
                if not made.exceptions.excuse(observed, text, began, end):
                    count = 0
                    message = filled(rule.rule.message, current)
                    instead = suggestions(rule.rule, observed, ())
                    yield Alert(rule.rule, message, index, began, end, instead)
        before, began = current, start


def _same(current: str, before: str, made: Made) -> bool:
    if not current or (made.alpha and not current.isalpha()):
        return False
    return current.casefold() == before.casefold() if made.ignorecase else current == before


def _one_sentence(text: str) -> bool:
    """Whether a stretch stays within one sentence: "I forgot that. That is it." repeats nothing."""
    return len(split(" ".join(text.split()))) == 1
