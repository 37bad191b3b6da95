"""Which words of a manuscript are read for grammar, and which slips fall on words that are no prose."""

from __future__ import annotations

import re

from lettersmith.checks.text import Passage, passages
from lettersmith.model.grammar import Slip
from lettersmith.model.manuscript import Manuscript

LABELS = frozenset(("address", "signature", "contact", "copies", "reference", "date", "greeting"))
"""Parts of a template that hold names and numbers only."""

NO_WORDS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\S*\d\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|gov|net|eu)\b\S*")
"""Addresses of pages and people, dates, codes and case references."""

INITIALS = re.compile(r"[A-Z][A-Z&/-]*[A-Z](?:['’]?s|['’])?")
"""`HMICFRS`, `EHCPs`, `MACSE’s`: whether they are explained is another rule's business."""


def readable(manuscript: Manuscript) -> tuple[Passage, ...]:
    """The passages that are read: all of the body but labels, and the footnotes; not what every page repeats."""
    return tuple(
        passage
        for passage in passages(manuscript)
        if passage.region in ("body", "note") and LABELS.isdisjoint(passage.block.parts)
    )


def spared(slip: Slip, passage: Passage) -> bool:
    """Whether a slip falls on something that is no word of prose."""
    words = passage.text[slip.start : slip.end]
    if slip.kind == "spelling" and INITIALS.fullmatch(words):
        return True
    return any(match.start() < slip.end and slip.start < match.end() for match in NO_WORDS.finditer(passage.text))
