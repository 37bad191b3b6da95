"""Letters and words, as the index counts them."""

from __future__ import annotations

import re

SAFE = re.compile(r"[\x00-\x7fÀ-ÖØ-Þà-öø-þ]")
"""Letters whose small and capital forms are one character each, and one pair. All others are not relied on."""

RARE = re.compile(r"[^\w\s.,'’-]|[.,]\w|[^\w\s]{2}")
"""Marks that few sentences hold."""

RUN = re.compile(r"[A-Za-z0-9_À-ÖØ-öø-þ]+")
"""A word, as the index counts them."""


def shaped(text: str) -> str:
    """A text in which every digit is 0: what a pattern says of digits can be looked up in it.

    >>> shaped("12th May 2017")
    '00th May 0000'
    """
    for digit in "123456789":
        text = text.replace(digit, "0")
    return text
