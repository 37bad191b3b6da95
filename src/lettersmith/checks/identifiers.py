"""Names: case references, dates of birth and initials of children, where none may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lettersmith.checks.beside import ADVICE, IN, every_small_letter, every_word, everywhere, is_aside
from lettersmith.checks.facts import find
from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import Passage
from lettersmith.checks.places import place
from lettersmith.checks.words import lazily
from lettersmith.model.inspection import Inspection
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

WHY = "With it, somebody who knows the child or the file could tell who is meant."

BORN = ("birth", "born", "dob", "d.o.b", "do.b", "d.ob")
"""Small letters, one of which stands before such a date."""
BORN_THEN = re.compile(r"(?:birth|born(?: on)?|d\.?o\.?b\.?)[\s:]{1,3}(?:the )?\d")
"""In small letters, how such a date begins."""
BIRTH = lazily(
    r"(?:\bD\.?O\.?B\b\.?|\bdate of birth\b|\bborn(?: on)?\b)[\s:]{1,3}(?:the )?"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+(?: \d{4})?|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
INITIALS = re.compile(
    r"[BbCcFfGgMmSsYy](?:hild|oy|irl|aby|other|ather|ister|rother|ibling|oung person)"
    r" ((?:[A-Z]\. ?){1,2}[A-Z]\.?|[A-Z]{2})(?![\w’'])"
)
CAPITALS = re.compile(r" [A-Z][A-Z.]")
"""How initials begin."""
BEFORE_INITIALS = ("hild", "oy", "irl", "aby", "other", "ather", "ister", "ibling", "oung person")
"""How the words end that stand before them: with these, a text is asked ten times as fast."""
NO_INITIALS = frozenset(("CP", "SE", "LA", "IN", "MH", "DV", "DA", "IT", "OR", "OF", "AND", "EH", "SW", "YP"))
"""Abbreviations of the field that stand after "child" as well."""


def check(subject: Subject) -> Iterator[Remark]:
    """Codes and marks of children in a document that may not hold them."""
    if subject.template is not None and subject.template.codes_allowed:
        return
    yield from _cases(subject)
    yield from _births(subject)
    yield from _initials(subject)


def _births(subject: Subject) -> Iterator[Remark]:
    small = every_small_letter(subject.manuscript)
    if not any(hint in small for hint in BORN) or not BORN_THEN.search(small):
        return
    for passage, match in _everywhere(subject, BIRTH()):
        yield Remark(
            "Names.BirthDate",
            Level.ERROR,
            f"A child's date of birth stands in {_where(passage)}.",
            place(subject, passage, *match.span()),
            WHY,
            _do(passage, "Take it out. Say the age in years, or leave it out as well."),
            source="Our own rule; docs/limits.md",
        )


def _initials(subject: Subject) -> Iterator[Remark]:
    words = every_word(subject.manuscript)
    if not any(words.endswith(BEFORE_INITIALS, 0, found.start()) for found in CAPITALS.finditer(words)):
        return
    for passage, match in _everywhere(subject, INITIALS):
        if match.group(1) not in NO_INITIALS:
            yield Remark(
                "Names.Initials",
                Level.WARNING,
                f'"{match.group()}" looks like the initials of a child or family.',
                place(subject, passage, *match.span()),
                WHY,
                _do(passage, 'Write "a child", or a letter that stands for nobody ("Child A").'),
                source="Our own rule; docs/limits.md",
            )


def _where(passage: Passage) -> str:
    """What the words stand in: `the text`, or what stands beside it."""
    return IN.get(passage.region, passage.region) if is_aside(passage) else "the text"


def _do(passage: Passage, otherwise: str) -> str:
    """What to do about it, which is another thing beside the text."""
    return ADVICE.get(passage.region, otherwise)


def _everywhere(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern; most letters hold none, which one look at all words tells."""
    if pattern.search(every_word(subject.manuscript)):
        for passage in everywhere(subject.manuscript):
            for match in pattern.finditer(passage.text):
                yield passage, match


def _cases(subject: Subject) -> Iterator[Remark]:
    if subject.inspection is None:
        return
    everything = every_small_letter(subject.manuscript)
    for code in cases(subject.inspection):
        if code.lower() not in everything:
            continue
        for passage, match in _everywhere(subject, _pattern(code)):
            yield Remark(
                "Names.CaseReference",
                Level.ERROR,
                f'The case reference "{match.group()}" stands in {_where(passage)}.',
                place(subject, passage, *match.span()),
                WHY,
                _do(passage, "Take it out, or say it without the reference."),
                source="Our own rule; docs/limits.md",
            )


def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])", re.IGNORECASE)


@keep_last
def cases(inspection: Inspection) -> tuple[str, ...]:
    """Every case reference in the facts. A code of fewer than three letters is too short to look for."""
    paths = ("evidence.case", "inspection.concerns.case", "inspection.concerns.other_children")
    found = {fact.text: None for path in paths for fact in find(inspection, path)}
    return tuple(code for code in found if len(code) > 2)
