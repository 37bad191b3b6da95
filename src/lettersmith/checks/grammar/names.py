"""Unknown words that look like names, and the words that a subject knows to be right."""

from __future__ import annotations

import re

from lettersmith.checks.passages import Passage
from lettersmith.checks.readability.language import SMALL_WORDS
from lettersmith.model.grammar import Slip
from lettersmith.model.subject import Subject

PLAIN = re.compile(r"[\w'’. -]+")
"""A line of a vocabulary that is a mere word, not a pattern."""

GOES_ON = re.compile(r"[’']?s? [A-Z]")
"""What comes after the first word of a name at the beginning of a sentence: `Roz Hamilton`, `Aintree’s ED`."""


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
    """Whether an unknown word has a capital that no beginning of a sentence gave it, or goes on as names do."""
    if slip.kind != "spelling" or not passage.text[slip.start : slip.start + 1].isupper():
        return False
    before = passage.text[: slip.start].rstrip(" \t“‘\"'(–-")
    if before and before[-1] not in ".?!:\n|•":
        return True
    return GOES_ON.match(passage.text, slip.end) is not None and _is_far_from_small_words(slip)


def _is_far_from_small_words(slip: Slip) -> bool:
    """Whether nothing says that a common small word was meant: "Teh Council" begins with no name."""
    return not any(word.lower() in SMALL_WORDS for word in slip.instead)
