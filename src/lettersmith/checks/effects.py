"""Judgement.NoEffect: a strength or weakness that does not say what it means for children."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.text import Passage, passages, place, small_letters
from lettersmith.checks.words import count, lazily
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

PARTS = frozenset(("strengths", "development", "priority"))
"""Parts of our templates that list findings."""
HEADINGS = lazily(
    r"(?i)(?:key )?strengths|areas? for (?:priority actions?|development|improvement)|what needs to improve\??"
)
"""Headings of such lists in other files."""
HINTS = ("strengths", "area for ", "areas for ", "needs to improve")
"""Small letters, one of which is in every such heading."""
LABEL_WORDS = 20
"""A paragraph of at most so many words with no mark at its end is taken for a heading."""
CHILDREN = lazily(
    r"(?i)\b(?:adolescen|babies|baby|boy|brother|carer|care leaver|child|daughter|famil|father|girl|infant|mother"
    r"|parent|patient|people|pupil|sibling|sister|son\b|student|teenage|toddler|victim|young)"
)


def check(subject: Subject) -> Iterator[Remark]:
    """Findings in which no child, young person or family is named."""
    if not uses(subject, "Judgement") or subject.manuscript.audience != "professionals":
        return
    if not subject.manuscript.template and not any(hint in small_letters(subject.manuscript) for hint in HINTS):
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
    """The items of the parts or, in a file that we did not make, of the lists under such headings."""
    under = False
    for passage in passages(subject.manuscript):
        if subject.manuscript.template:
            inside = not PARTS.isdisjoint(passage.block.parts)
        else:
            if passage.block.kind == "heading" or _is_label(passage):
                under = HEADINGS().fullmatch(passage.text.strip()) is not None
            inside = under
        if inside and passage.region == "body" and passage.block.kind == "item" and count(passage.text) > 2:
            yield passage


def _is_label(passage: Passage) -> bool:
    text = passage.text.strip()
    return passage.block.kind == "paragraph" and text[-1:] not in ".!;:," and count(text) <= LABEL_WORDS
