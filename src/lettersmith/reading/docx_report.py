"""What a Word file has beside its words: changes and comments that are open, and what leads out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lettersmith.model.remark import Remark
from lettersmith.ooxml.gate import Parts


def counts(parts: Parts, trees: Mapping[str, Any]) -> dict[str, int]:
    """How many of each thing there are; things of which there is none are left out."""
    return {}


def remarks(parts: Parts) -> Iterator[Remark]:
    """What should be known about the file before it is sent on."""
    yield from ()
