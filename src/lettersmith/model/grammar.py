"""What an engine for grammar and spelling is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Slip(NamedTuple):
    """One thing that an engine says of a text."""

    start: int
    end: int
    rule: str
    """The engine's own name of its rule: `SpellCheck`, `EN_A_VS_AN`."""
    message: str
    instead: tuple[str, ...] = ()
    kind: str = "grammar"
    """`spelling`, `grammar`, or `unread`: the engine broke down on this text, which nobody has read."""


class GrammarEngine(Protocol):
    """An engine that is ready, or getting ready in the background."""

    @property
    def name(self) -> str:
        """Its name and version for people: `Harper 0.2.0`."""

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        """The slips of each text. `known` are words that are right: names, places and terms.

        Raises EngineMissing if it cannot be reached.
        """
