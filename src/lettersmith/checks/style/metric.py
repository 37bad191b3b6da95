"""Vale's rule type `metric`: a formula over the counts of a text, and a condition on what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lettersmith.checks.style.arithmetic import worked_out
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.measures import measure
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.settings import text
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

ALWAYS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
"""Counts that are nought where a text has none."""

BY_UNIT = "counts"
"""Under this name `State.kept` may hold the counts of single units, by their index."""


class Made(NamedTuple):
    """The formula, and what must be true of its value."""

    formula: str
    condition: str


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The formula and the condition of the rule."""
    formula = re.sub(r"heading\.(h[1-6])", r"heading_\1", text(rule, "formula"))
    condition = text(rule, "condition")
    if not formula.strip() or not condition.strip():
        raise Unfit("it needs a formula and a condition.")
    return Made(formula, condition)


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """One remark on the whole unit, where the condition is met."""
    made: Made = rule.made
    counted = measure(unit.text)
    if not counted.words:
        return
    counts = state.kept.get(BY_UNIT, {}).get(index, state.counts if unit.scope.startswith("summary") else {})
    values = {**dict.fromkeys(ALWAYS, 0.0), **_named(counts), **{k: float(v) for k, v in counted._asdict().items()}}
    value = float(worked_out(made.formula, values))
    if worked_out(f"{value:f} {made.condition}", values):
        yield Alert(rule.rule, filled(rule.rule.message, f"{value:.2f}"), index, 0, 0)


def _named(counts: Mapping[str, int]) -> dict[str, float]:
    return {name.replace(".", "_"): float(count) for name, count in counts.items() if not name.startswith("table")}
