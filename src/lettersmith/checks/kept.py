"""Answers that are kept: several checks ask the same of one manuscript."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Answer = TypeVar("Answer")


def keep_last(function: Callable[[Given], Answer]) -> Callable[[Given], Answer]:
    """The function, keeping its last answer: several checks ask the same of one manuscript, one after the other."""
    kept: list[tuple[Given, Answer]] = []

    @wraps(function)
    def remembering(given: Given) -> Answer:
        last = kept[0] if kept else None
        if last is None or last[0] is not given:
            last = (given, function(given))
            kept[:] = [last]
        return last[1]

    return remembering
