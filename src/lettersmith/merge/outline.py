"""The outline of a template: its words, slots, choices and loops, with includes and macros put in their places.

Walked once when a template is compiled. From it come the fields that a template uses, the proof that its Markdown holds
whatever the facts are, and whether its duties are met.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from lettersmith.model.place import Origin


class Words(NamedTuple):
    """Fixed text, stamps included."""

    text: str


class Slot(NamedTuple):
    """A printed value: the facts that it is made of, and its template line."""

    fields: tuple[str, ...]
    origin: Origin


class Test(NamedTuple):
    """A condition in words that are the same wherever it means the same."""

    sign: str
    """`atom`, `not`, `and` or `or`."""
    words: str
    parts: tuple[Test, ...] = ()


class Branch(NamedTuple):
    """One way that a choice can go; `test` is None for `else`."""

    test: Test | None
    content: tuple[Any, ...]


class Choice(NamedTuple):
    """`if` … `elif` … `else`."""

    branches: tuple[Branch, ...]


class Loop(NamedTuple):
    """`for`: what is said for each, and what is said when there is none."""

    path: str
    each: tuple[Any, ...]
    none: tuple[Any, ...]


Outline = tuple[Any, ...]
"""Words, slots, choices and loops."""
