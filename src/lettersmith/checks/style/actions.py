"""A rule's `action`: what could stand there instead."""

from __future__ import annotations

import re

from lettersmith.checks.style import settings
from lettersmith.model.style import StyleRule

REFERENCE = re.compile(r"\$(?:\{(\d+)\}|(\d+)|&)")


def suggestions(rule: StyleRule, observed: str, groups: tuple[str, ...]) -> tuple[str, ...]:
    """What the rule's action makes of the words that were met; empty where it has none."""
    name, params = settings.action(rule)
    if name == "replace":
        return tuple(expanded(param, observed, groups) for param in params)
    return ()


def expanded(template: str, observed: str, groups: tuple[str, ...]) -> str:
    """A replacement with `$1` and its like filled in."""

    def fill(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        if digits is None or digits == "0":
            return observed
        index = int(digits) - 1
        return groups[index] if index < len(groups) else ""

    return REFERENCE.sub(fill, template)
