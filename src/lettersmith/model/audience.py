"""The readers that documents are written for, and how hard a text for each may be.

The numbers are those of the table of limits in docs/limits.md: words a sentence, Flesch-Kincaid grade,
and hard words in a hundred.
"""

from __future__ import annotations

from typing import NamedTuple


class ReadingLimits(NamedTuple):
    """How long the sentences for one audience may be, and how hard the whole."""

    made_error: int
    """Words: a longer sentence in a document of our own templates must be changed."""
    made_warning: int
    own_words: int
    """Words: the longest sentence that a template may write by itself."""
    file_error: int
    """The same for any other file."""
    file_warning: int
    file_suggestion: int
    """0 for none."""
    grade: int
    """Flesch-Kincaid grade that our templates reach; over it there is a warning, never more."""
    hard_words: int = 0
    """Words of three syllables or more in a hundred, as Gunning Fog counts them; over it there is a warning."""


AUDIENCES: dict[str, ReadingLimits] = {
    "children": ReadingLimits(15, 12, 12, 15, 12, 0, 5, 5),
    "families": ReadingLimits(25, 20, 20, 35, 25, 20, 7, 8),
    "public": ReadingLimits(25, 20, 20, 35, 25, 20, 8, 10),
    "staff": ReadingLimits(30, 25, 25, 40, 30, 25, 9, 13),
    "professionals": ReadingLimits(35, 25, 25, 45, 35, 25, 11, 16),
}
