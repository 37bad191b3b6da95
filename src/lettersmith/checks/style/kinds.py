"""The types of rules: which module runs which.

A module has two functions. `prepare(rule, book)` makes of a rule's settings whatever the module wants to keep, and
raises Unfit for settings that are wrong. `alerts(rule, unit, index, state)` yields what one rule says of one unit:
`rule` is the Compiled rule (`rule.made` is what `prepare` returned, `rule.rule` the StyleRule), `index` is the unit's
place in the list of units, to be put into each Alert, and `state` is what the rules of one file share.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

TYPES = {
    "capitalization": "lettersmith.checks.style.capitalization",
    "conditional": "lettersmith.checks.style.conditional",
    "consistency": "lettersmith.checks.style.consistency",
    "existence": "lettersmith.checks.style.existence",
    "metric": "lettersmith.checks.style.metric",
    "occurrence": "lettersmith.checks.style.occurrence",
    "readability": "lettersmith.checks.style.readability",
    "repetition": "lettersmith.checks.style.repetition",
    "sequence": "lettersmith.checks.style.sequence",
    "spelling": "lettersmith.checks.style.spelling",
    "substitution": "lettersmith.checks.style.substitution",
}
"""Vale's name of a type, `extends` in a rule's file, to the module that runs it. Imported on first use."""


@cache
def module(type: str) -> Any:
    """The module that runs a type of rule."""
    return import_module(TYPES[type])
