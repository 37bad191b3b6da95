"""What stands before and after the alternatives of a rule."""

from __future__ import annotations

from lettersmith.model.style import StyleBook

WORDS = (r"(?m)\b(?:", r")\b")
"""Around words: whole words only."""
NOT_WORDS = ("(?m)(?:", ")")
"""Around anything else."""


def template(book: StyleBook) -> tuple[str, str]:
    """What stands around words: `WordTemplate` of `.vale.ini`, else word boundaries."""
    for own in book.settings.get("WordTemplate", ()):
        before, mark, after = own.partition("%s")
        if mark:
            return before, after
    return WORDS
