"""Engines that answer what was written down: for the tests of what is made of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip
from lettersmith.model.remark import Level, Remark


class Recorded:
    """Finds each phrase of a table wherever it stands, and remembers what it was asked."""

    name = "Recorded 1.0"

    def __init__(self, *slips: tuple[str, str, str]) -> None:
        """Each slip is phrase, rule and kind."""
        self.slips = slips
        self.texts: list[str] = []
        self.known: frozenset[str] = frozenset()

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        self.texts, self.known = list(texts), known
        return [self._in(text) for text in texts]

    def _in(self, text: str) -> list[Slip]:
        return [
            Slip(at, at + len(phrase), rule, "Something is wrong here.", ("other",), kind)
            for phrase, rule, kind in self.slips
            for at in range(len(text))
            if text.startswith(phrase, at)
        ]


class Answering:
    """Gives the same slips for every text, sound or not."""

    name = "Answering 1.0"

    def __init__(self, *slips: Slip) -> None:
        self.slips = list(slips)

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        return [self.slips for _ in texts]


class Gone:
    """Cannot be reached."""

    name = "Gone 1.0"

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        raise EngineMissing(Remark("Grammar.NoEngine", Level.ERROR, "The server is gone.", do="Start it again."))
