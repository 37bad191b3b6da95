"""Letters and words, as the index counts them."""

from __future__ import annotations

import re

PART = 4
"""By so many letters at its beginning or end a word is looked up."""

SAFE = re.compile(r"[\x00-\x7fÀ-ÖØ-Þà-öø-þ]")
"""Letters whose small and capital forms are one character each, and one pair. All others are not relied on."""

RARE = re.compile(r"[^\w\s.,'’-]|[.,]\w|[^\w\s]{2}")
"""Marks that few sentences hold."""

RUN = re.compile(r"[A-Za-z0-9_À-ÖØ-öø-þ]+")
"""A word, as the index counts them."""
