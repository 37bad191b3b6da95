"""The frame of a letter: its greeting and its close, in files that we made and in any other."""

from __future__ import annotations

import re
from typing import NamedTuple

from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import Passage, passages, small_letters
from lettersmith.checks.words import lazily
from lettersmith.model.manuscript import Manuscript

GREETING = lazily(r"Dear [^\s.!?:;][^.!?:;\n]{1,80},?$")
"""A line of its own."""
CLOSE = lazily(
    r"(?i)your[’']?s[’']? (?:sincere|faithful|truly)\w*(?=[,.]?(?: [A-Z]|$))"
    r"|(?:(?:with )?(?:kind|best|warm)(?:est)? )?(?:regards|wishes)[,.]?$"
)
CLOSING = ("your", "with ", "kind", "best ", "warm", "regar", "wishe")
"""How such a line begins, in small letters."""


class Line(NamedTuple):
    """One line of a passage."""

    passage: Passage
    start: int
    text: str

    @property
    def at(self) -> int:
        """Which block of the manuscript it stands in."""
        return self.passage.at


class Letter(NamedTuple):
    """Where a letter's own words begin and end."""

    greeting: Line
    close: Line


@keep_last
def greeting_of(manuscript: Manuscript) -> Line | None:
    """The first line that greets a reader; None in a file that is no letter."""
    if "dear " not in small_letters(manuscript):
        return None
    return _first(manuscript, "greeting", GREETING(), ("dear ",), -1)


@keep_last
def letter_of(manuscript: Manuscript) -> Letter | None:
    """The greeting and the close that follows it; None unless both are there, so that it is clearly a letter."""
    greeting = greeting_of(manuscript)
    close = _first(manuscript, "close", CLOSE(), CLOSING, greeting.at) if greeting else None
    return Letter(greeting, close) if greeting and close else None


def _first(
    manuscript: Manuscript, part: str, pattern: re.Pattern[str], begins: tuple[str, ...], after: int
) -> Line | None:
    for passage in passages(manuscript):
        if passage.region != "body" or passage.at <= after:
            continue
        start = 0
        for text in passage.text.split("\n"):
            line = text.strip()
            match = pattern.match(line) if line[:5].lower().startswith(begins) else None
            if match or (line and part in passage.block.parts):
                return Line(passage, start + text.index(line), match.group() if match else line)
            start += len(text) + 1
    return None
