"""Unknown words that look like names, and the words that a subject knows to be right."""

from __future__ import annotations

import re

from lettersmith.checks.passages import Passage
from lettersmith.model.grammar import Slip
from lettersmith.model.subject import Subject

PLAIN = re.compile(r"[\w'’. -]+")
"""A line of a vocabulary that is a mere word, not a pattern."""


def known_to(subject: Subject) -> frozenset[str]:
    """Words that are right in a document: those of its inspection, of its vocabularies, and the areas of England."""
    accepted = (
        line.removeprefix("(?i)")
        for vocabulary in (subject.styles.vocabularies if subject.styles is not None else ())
        for line in vocabulary.accept
    )
    areas = (name for area in subject.areas for name in (area.name, *area.also_known_as))
    return subject.known.union(areas, filter(PLAIN.fullmatch, accepted))


def looks_like_a_name(slip: Slip, passage: Passage) -> bool:
    """Whether an unknown word has a capital that no beginning of a sentence gave it."""
    if slip.kind != "spelling" or not passage.text[slip.start : slip.start + 1].isupper():
        return False
    before = passage.text[: slip.start].rstrip(" \t“‘\"'(–-")
    return bool(before) and before[-1] not in ".?!:\n|•"
