"""Everything that can be said of the facts before a letter is asked for."""

from __future__ import annotations

from datetime import date

from lettersmith.errors import LettersmithError
from lettersmith.model.facts import TO_FILL_IN
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.route.case import Case, items
from lettersmith.route.pipeline import copied_evidence, unread_acceptances
from lettersmith.route.preparing import prepare

ABOUT_WORDS = (
    "Reading.",
    "OtherArea.",
    "Names.",
    "Dates.",
    "Grades.",
    "Facts.",
    "Evidence.",
    "Judgements.",
    "Conservation.",
    "Gaps.Placeholder",
)
"""Families of remarks that say something of the facts' own words, whichever document they stand in."""
OF_THE_DAY = ("Dates.Passed", "Dates.TooLate", "Dates.TooEarly", "Dates.Ahead")
"""What is said of the day on which a document is made: the facts stay right when a day to answer is over."""


def validate(case: Case, today: date) -> tuple[Remark, ...]:
    """The faults of the facts, evidence copied from another inspection, and prose that breaks a document's limits."""
    unread = [remark for error in unread_acceptances(case) for remark in error.remarks]
    remarks = [*case.inspection.problems, *unread, *to_fill_in(case), *copied_evidence(case), *prose(case, today)]
    seen: dict[tuple[str, str, str, str], Remark] = {}
    for remark in remarks:
        place = remark.place
        seen.setdefault((remark.rule, place.file, place.path, place.text), remark)
    return tuple(seen.values())


def to_fill_in(case: Case) -> list[Remark]:
    """How many facts still wait as `lettersmith new` left them."""
    text = case.inspection.files["inspection.json"].text if "inspection.json" in case.inspection.files else ""
    waiting = [number for number, line in enumerate(text.splitlines(), 1) if TO_FILL_IN in line]
    if not waiting:
        return []
    what = f"{len(waiting)} facts still wait to be filled in, the first in line {waiting[0]}."
    if len(waiting) == 1:
        what = f"1 fact still waits to be filled in, in line {waiting[0]}."
    why = "The documents that need them cannot be made."
    do = f'Look for "{TO_FILL_IN}". `lettersmith status` says what the next document needs.'
    return [Remark("Facts.ToFillIn", Level.WARNING, what, Place("inspection.json", waiting[0]), why, do)]


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
    about = (r for r in found if r.rule.startswith(ABOUT_WORDS) and r.rule not in OF_THE_DAY)
    return [r for r in about if r.place.file in facts]
