"""Judgement.NoEffect: a strength or weakness that does not say what it means for children."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.finding_lists import parts_at
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import count, lazily
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

PARTS = frozenset(("strengths", "development", "priority"))
"""Parts that list findings."""
STEMS = (
    *("adolescen", "babies", "baby", "boy", "brother", "carer", "care leaver", "child", "daughter", "famil", "father"),
    *("girl", "infant", "mother", "parent", "patient", "people", "pupil", "sibling", "sister", "student", "teenage"),
    *("toddler", "victim", "young", "son"),
)
"""How words for children and families begin; only the last is a whole word."""
CHILDREN = lazily(rf"(?i)\b(?:{'|'.join(STEMS)}\b)")

LEAST_WORDS = 3
"""A point has so many words or more."""
MOSTLY = (" child", " young", " famil", " parent", " people", " carer", " victim")
"""What nine points in ten hold: seen at a glance."""


def check(subject: Subject) -> Iterator[Remark]:
    """Findings in which no child, young person or family is named."""
    if not uses(subject, "Judgement") or subject.manuscript.audience != "professionals":
        return
    for passage in _findings(subject.manuscript):
        if not _names_children(passage.text) and count(passage.text) >= LEAST_WORDS:
            yield Remark(
                "Judgement.NoEffect",
                Level.WARNING if subject.manuscript.template else Level.SUGGESTION,
                "This point does not say what it means for children.",
                place(subject, passage),
                "Praise and criticism count for what changes in children's lives.",
                "Add what children experience because of it.",
                source="150149 ¶86; 120011 ¶107",
            )


def _findings(manuscript: Manuscript) -> Iterator[Passage]:
    """The items of the lists of findings."""
    for passage in passages(manuscript):
        if passage.block.kind != "item" or passage.region != "body":
            continue
        if not PARTS.isdisjoint(parts_at(manuscript, passage)):
            yield passage


def _names_children(text: str) -> bool:
    small = f" {text.lower()}"
    if any(word in small for word in MOSTLY):
        return True
    return any(stem in small for stem in STEMS) and CHILDREN().search(text) is not None
