"""What tells one remark from another when lines move: its rule, its sentence and its field."""

from __future__ import annotations

import re
from hashlib import sha256

from lettersmith.model.manuscript import Manuscript, block_text
from lettersmith.model.remark import Remark

_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|[\n\t]")
"""What ends a sentence here: it need not be right of every abbreviation, only the same every time."""


def of(remark: Remark, manuscript: Manuscript | None) -> str:
    """Sixteen hexadecimal digits; the same for the same rule said of the same words in the same sentence and field.

    Single spaces and small letters are compared; the line, the page and the level do not count.
    """
    place = remark.place
    around = ""
    if manuscript is not None and 0 <= place.block < len(manuscript.blocks):
        around = _around(block_text(manuscript.blocks[place.block]), place.start, place.end)
    said = (remark.rule, place.path, _plain(place.text), _plain(around))
    return sha256("\n".join(said).encode("utf-8", "replace")).hexdigest()[:16]


def _around(text: str, start: int, end: int) -> str:
    """The sentence, or sentences, that some words of a block stand in."""
    first, last = 0, len(text)
    for found in _END.finditer(text):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end - 1:
            last = found.end()
            break
    return text[first:last]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
