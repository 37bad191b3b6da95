"""Vale's rule type `readability`: the mean of some grades of a text is too high."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lettersmith.checks.readability import formulas
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.measures import Measures, measure
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.settings import texts
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

GRADES: dict[str, Callable[[Measures], float]] = {
    "SMOG": lambda n: formulas.smog(n.sentences, n.polysyllabic_words),
    "Gunning Fog": lambda n: formulas.fog(n.words, n.sentences, n.complex_words),
    "Coleman-Liau": lambda n: formulas.coleman_liau(n.words, n.sentences, n.characters),
    "Flesch-Kincaid": lambda n: formulas.flesch_kincaid(n.words, n.sentences, n.syllables),
    "Automated Readability": lambda n: formulas.ari(n.words, n.sentences, n.characters),
}
"""Vale's names of grades. An unknown name counts as a grade of nought, as in Vale."""


class Made(NamedTuple):
    """The grades that are asked for, and the highest that will do."""

    metrics: tuple[str, ...]
    highest: float


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The rule's grades and limit."""
    metrics = texts(rule, "metrics")
    if not metrics:
        raise Unfit(f"`metrics` is empty. It names one or more of: {', '.join(GRADES)}.")
    value = rule.settings.get("grade") or 0
    try:
        return Made(metrics, float(value))
    except (TypeError, ValueError):
        raise Unfit(f"`grade` is “{value}”, which is not a number.") from None


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """One remark on the whole unit, where its mean grade is over the limit."""
    made: Made = rule.made
    counted = measure(unit.text)
    if not counted.words:
        return
    grades = [GRADES[name](counted) for name in dict.fromkeys(made.metrics) if name in GRADES]
    mean = sum(grades) / len(made.metrics)
    if mean > made.highest:
        yield Alert(rule.rule, filled(rule.rule.message, f"{mean:.2f}"), index, 0, 0)
