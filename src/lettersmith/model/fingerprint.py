"""What tells one remark from another when lines move: its rule, its sentence and its field."""

from __future__ import annotations

from hashlib import sha256

from lettersmith.model.manuscript import Manuscript, block_text
from lettersmith.model.remark import Remark


def of(remark: Remark, manuscript: Manuscript | None) -> str:
    """Sixteen hexadecimal digits; the same for the same rule said of the same words in the same field.

    Of the text, the remark's own words and the whole of its block count, with single spaces and in small letters; the
    line, the page and the level do not.
    """
    place = remark.place
    around = ""
    if manuscript is not None and 0 <= place.block < len(manuscript.blocks):
        around = block_text(manuscript.blocks[place.block])
    said = (remark.rule, place.path, _plain(place.text), _plain(around))
    return sha256("\n".join(said).encode("utf-8", "replace")).hexdigest()[:16]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
