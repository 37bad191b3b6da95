"""The values that facts are made of, beside what JSON has: absent, long and computed ones."""

from __future__ import annotations

from typing import Any, NamedTuple

from lettersmith.model.manuscript import Block
from lettersmith.model.place import Origin


class Absent(NamedTuple):
    """A fact that is not there for a stated reason: `{"unknown": "the letter has not been sent yet"}` in JSON."""

    kind: str
    """`unknown`, `not_applicable` or `withheld`: three different things."""
    reason: str


class LongText(NamedTuple):
    """A long text kept in a Markdown file of its own: `{"file": "texts/summary.md"}` in JSON."""

    blocks: tuple[Block, ...]
    """Paragraphs and items whose spans know file and line."""
    file: str


class Sourced(NamedTuple):
    """A value whose origin is not the place where it stands: a computed date, a person referred to by id."""

    value: Any
    origin: Origin


class Root(NamedTuple):
    """A tree of facts that templates see under one name (`inspection`, `judgements`, `framework` ...)."""

    value: Any
    """JSON values, with Absent, LongText and Sourced among them."""
    file: str
    """The file that the paths below belong to."""
    path: str = "$"


TO_FILL_IN = "to be filled in"
"""The reason of every unknown fact of a new inspection, until somebody enters it."""
