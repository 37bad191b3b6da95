"""Where words come from, and where a remark points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Origin(NamedTuple):
    """Where some words came from: a line of a template or text file, or a value of the facts."""

    file: str
    """Name shown to people: `judgements.json`, `jtai-2017/findings-letter@1.0.0/letter.md`, `texts/summary.md`."""
    line: int = 0
    """Line in that file, from 1; 0 where it is not known yet (JSON lines are looked up only for a remark)."""
    path: str = ""
    """JSON path inside that file, such as `$.findings[3].text`; empty for words of a template or text file."""
    more: tuple[Origin, ...] = ()
    """Further origins of words made from several values, such as a joined list or a computed date."""


NOWHERE = Origin("")
"""The origin of words that nobody wrote, such as a list label."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark points: in the source that must be mended and in the document as it reads."""

    file: str = ""
    line: int = 0
    """From 1; 0 when unknown."""
    path: str = ""
    document: str = ""
    """Kind of the document, such as `findings-letter`; empty for facts and templates on their own."""
    page: int = 0
    """From 1; 0 when unknown."""
    block: int = -1
    """Index into the manuscript's blocks; -1 when the remark is about no block."""
    start: int = 0
    """First character of the remark in the block's plain text. Written as `from` in JSON."""
    end: int = 0
    """One past the last character. Written as `to` in JSON."""
    text: str = ""
    """The words meant, as they stand there."""

    @classmethod
    def of(cls, origin: Origin, **more: object) -> Place:
        """The place of an origin, with whatever else is known of the document."""
        return cls(origin.file, origin.line, origin.path, **more)  # type: ignore[arg-type]
