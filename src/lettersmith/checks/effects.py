"""Judgement.NoEffect: a strength or weakness that does not say what it means for children."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.finding_lists import parts_at
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import count, lazily
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

PARTS = frozenset(("strengths", "development", "priority"))
"""Parts that list findings."""
CHILDREN = lazily(
    r"(?i)\b(?:adolescen|babies|baby|boy|brother|carer|care leaver|child|daughter|famil|father|girl|infant|mother"
    r"|parent|patient|people|pupil|sibling|sister|son\b|student|teenage|toddler|victim|young)"
)


def check(subject: Subject) -> Iterator[Remark]:
    """Findings in which no child, young person or family is named."""
    if not uses(subject, "Judgement") or subject.manuscript.audience != "professionals":
        return
    for passage in _findings(subject):
        if not CHILDREN().search(passage.text):
            yield Remark(
                "Judgement.NoEffect",
                Level.WARNING if subject.manuscript.template else Level.SUGGESTION,
                "This point does not say what it means for children.",
                place(subject, passage),
                "Praise and criticism count for what changes in children's lives.",
                "Add what children experience because of it.",
                source="150149 ¶86; 120011 ¶107",
            )


def _findings(subject: Subject) -> Iterator[Passage]:
    """The items of the lists of findings, each as long as a point can be."""
    for passage in passages(subject.manuscript):
        if (
            passage.block.kind != "item"
            or passage.region != "body"
            or PARTS.isdisjoint(parts_at(subject.manuscript, passage))
        ):
            continue
        if count(passage.text) > 2:
            yield passage
