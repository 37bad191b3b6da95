"""Judgement.NoEffect: praise, criticism or a description of work that does not say what it means for children."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.effect_words import is_surely_about_people, verdict
from lettersmith.checks.finding_lists import parts_at
from lettersmith.checks.passages import Passage, passages, small_letters
from lettersmith.checks.places import place
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import count, lazily
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

PARTS = frozenset(("strengths", "development", "priority"))
"""Parts that list findings."""
TO_BE_DONE = PARTS - {"strengths"}
"""Parts whose points may be no sentences: "The quality of plans for children"."""
HINTS = ("strengths", "areas for ", "area for ", "needs to improve")
"""Small letters, one of which stands in every letter that tells findings."""
TO_A_READER = ("dear ", " you ", " your ", "@")
"""The same of a letter, a leaflet or a list of contacts."""
LEAST_IN_LIST = 3
LEAST = 8
"""A point of a list of findings, or a paragraph, has so many words or more."""
STEMS = (
    *("adolescen", "babies", "baby", "boy", "brother", "carer", "care leaver", "child", "daughter", "famil", "father"),
    *("girl", "infant", "mother", "parent", "patient", "people", "pupil", "sibling", "sister", "student", "teenage"),
    *("toddler", "victim", "young", "son"),
)
"""How words for children and families begin; only the last is a whole word."""
CHILDREN = lazily(rf"(?i)\b(?:{'|'.join(STEMS)}\b)")
MOSTLY = (" child", " young", " famil", " parent", " people", " carer", " victim")
"""What nine points in ten hold: seen at a glance."""
WHAT = {
    "judges": "This says how well the work is done, and not what it means for children.",
    "describes": "This says what is done, and not how well, nor what it means for children.",
}


def check(subject: Subject) -> Iterator[Remark]:
    """Findings in which nothing is said of any child, young person or family."""
    if not uses(subject, "Judgement") or subject.manuscript.audience != "professionals":
        return
    for passage, what, level in _without_effect(subject.manuscript):
        yield Remark(
            "Judgement.NoEffect",
            level,
            what,
            place(subject, passage),
            "Praise and criticism count for what changes in children's lives.",
            "Add what children experience because of it.",
            source="150149 ¶86; 120011 ¶107",
        )


def _may_hold_findings(manuscript: Manuscript) -> bool:
    """Whether paragraphs of a document may be findings. In other letters a "not" is no criticism."""
    if manuscript.template:
        return any(not PARTS.isdisjoint(block.parts) for block in manuscript.blocks)
    small = small_letters(manuscript)
    return any(hint in small for hint in HINTS) or not any(mark in small for mark in TO_A_READER)


def _without_effect(manuscript: Manuscript) -> Iterator[tuple[Passage, str, Level]]:
    """Each finding without effect, what to say of it, and how gravely."""
    in_list = Level.WARNING if manuscript.template else Level.SUGGESTION
    of_findings = _may_hold_findings(manuscript)
    for passage in passages(manuscript):
        text, _, block, _, _, region = passage
        if region != "body" or block.kind not in ("paragraph", "item"):
            continue
        if block.kind == "item":
            parts = parts_at(manuscript, passage)
            if not PARTS.isdisjoint(parts) and not _names_children(text) and count(text) >= LEAST_IN_LIST:
                yield passage, "This point does not say what it means for children.", in_list
                continue
            if not _may_be_finding(parts, text):
                continue
        if of_findings and (said := _said_in(text)):
            yield passage, WHAT[said], Level.SUGGESTION


def _names_children(text: str) -> bool:
    small = f" {text.lower()}"
    if any(word in small for word in MOSTLY):
        return True
    return any(stem in small for stem in STEMS) and CHILDREN().search(text) is not None


def _may_be_finding(parts: frozenset[str], text: str) -> bool:
    """Whether an item may be a finding in sentences: a strength, or one of two sentences that is no task."""
    return "strengths" in parts or (TO_BE_DONE.isdisjoint(parts) and ". " in text)


def _said_in(text: str) -> str:
    """The verdict of a text of whole sentences, where it is not too short for one."""
    if text[-1:] not in ".”’)" or is_surely_about_people(text) or text[:1].islower():
        return ""
    said = verdict(text)
    return said if said and count(text) >= LEAST else ""
