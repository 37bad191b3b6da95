"""How long a pattern may take: one that could try again and again is given a limit, the others need none."""

from __future__ import annotations

import re
from functools import lru_cache

LIMIT = 1.0
"""Seconds for one pattern and one text. A sound pattern takes less than a thousandth of that for a page."""

AGAIN = re.compile(r"(?<!\\)(?:[*+]|\{\d+,\d*\})")
"""What may be tried many times."""


class TooSlow(Exception):
    """A pattern was stopped because it ran away."""


@lru_cache(maxsize=4096)
def may_run_away(pattern: str) -> bool:
    """Whether a pattern repeats something that has repeats in it, or has more than two repeats. Guesses high."""
    return len(AGAIN.findall(pattern)) > 2 or bool(re.search(r"\)(?:[*+]|\{\d+,)", pattern))


def seconds_for(pattern: str) -> float | None:
    """How many seconds a pattern may take; None for any time, which spares looking at the clock."""
    return LIMIT if may_run_away(pattern) else None
