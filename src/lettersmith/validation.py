"""Everything that can be said of the facts before a letter is asked for."""

from __future__ import annotations

from datetime import date

from lettersmith.case import Case, items
from lettersmith.errors import LettersmithError
from lettersmith.model.remark import Remark
from lettersmith.pipeline import copied_evidence
from lettersmith.preparing import prepare

ABOUT_WORDS = (
    "Reading.",
    "OtherArea.",
    "Names.",
    "Dates.",
    "Grades.",
    "Facts.",
    "Evidence.",
    "Judgements.",
)
"""Families of remarks that say something of the facts' own words, whichever document they stand in."""


def validate(case: Case, today: date) -> tuple[Remark, ...]:
    """The faults of the facts, evidence copied from another inspection, and prose that breaks a document's limits."""
    remarks = [*case.inspection.problems, *copied_evidence(case), *prose(case, today)]
    seen: dict[tuple[str, str, str, str], Remark] = {}
    for remark in remarks:
        place = remark.place
        seen.setdefault((remark.rule, place.file, place.path, place.text), remark)
    return tuple(seen.values())


def prose(case: Case, today: date) -> list[Remark]:
    """What the checks say of the facts' own words in the documents that will use them."""
    found: list[Remark] = []
    for kind in case.kinds():
        try:
            template = case.template(kind)
            for item in items(case, template):
                found += prepare(case, template, item, today, pages=False).remarks
        except LettersmithError:
            continue  # a template that cannot be used says so when the document is made
    facts = case.inspection.files
    return [r for r in found if r.rule.startswith(ABOUT_WORDS) and r.place.file in facts]
