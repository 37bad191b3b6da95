"""occurrence: something that stands too often, or not often enough, in a unit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lettersmith.checks.style.compiled import Compiled, State
from lettersmith.checks.style.letters import RUN
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.needs import needs
from lettersmith.checks.style.search import matches
from lettersmith.checks.style.settings import flag, number, text
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

AROUND = re.compile(r"\(\?<?[=!](?:\\.|[^()\[\]\\])*\)")
"""What a pattern only sees before or after a match, where that is plain to read."""
FIRST_WORD = re.compile(r"\S+")


class Made(NamedTuple):
    """What is counted, and how often it may and must be there; 0 for no limit."""

    pattern: str
    most: int
    least: int


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The rule's token and limits."""
    case = "(?i)" if flag(rule, "ignorecase") else ""
    return Made(f"{case}(?:{text(rule, 'token')})", number(rule, "max"), number(rule, "min"))


def sought(made: Made) -> tuple[str, ...]:
    """The pattern without which a unit is of no matter to the rule: none where something must be there."""
    return () if made.least else (made.pattern,)


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """One alert where the count breaks a limit: at the first match, or at the first word where there is none."""
    made: Made = rule.made
    if made.most and not made.least and _at_most(made.pattern, unit.text) <= made.most:
        return
    found = [match.span() for match in matches(made.pattern, unit.text)]
    count = len(found)
    if not (0 < made.most < count or count < made.least):
        return
    if found:
        place = next((span for span in found if not _is_code(unit.text[span[0] : span[1]])), None)
    else:
        word = FIRST_WORD.search(unit.text)
        place = word.span() if word else (0, 0)
    if place:
        yield Alert(rule.rule, filled(rule.rule.message, count), index, *place)


def _at_most(pattern: str, text: str) -> float:
    """More often than this a pattern cannot match in a text: it has no more of the marks that each match must hold."""
    marks = _marks(pattern)
    return sum(map(text.count, marks)) if marks else math.inf


@lru_cache(maxsize=256)
def _marks(pattern: str) -> tuple[str, ...]:
    """Marks one of which each match holds itself, not only sees before or after it; none where that is not sure."""
    inside = AROUND.sub("", pattern)
    first = next(iter(needs(inside)), ()) if not any(sign in inside for sign in ("(?=", "(?!", "(?<")) else ()
    sure = all(need.kind == "piece" and len(need.text) == 1 and not RUN.match(need.text) for need in first)
    return tuple(need.text for need in first) if sure else ()


def _is_code(text: str) -> bool:
    """Whether a text is blank, or masked: code is shown to rules as asterisks."""
    return not text.strip() or not text.strip("*@")
