"""Where an inspection stands: what is due next, what that lacks, and what was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lettersmith.errors import LettersmithError
from lettersmith.issue.log import Entry
from lettersmith.model.framework import DatedStep
from lettersmith.model.remark import Remark, errors
from lettersmith.model.template import Template
from lettersmith.route.case import Case, items
from lettersmith.route.preparing import prepare

AHEAD = 3
"""How many coming steps of the timetable are shown."""


@dataclass(frozen=True, slots=True)
class MadeBefore:
    """One document that was made, and whether its facts have changed since."""

    entry: Entry
    stale: tuple[str, ...]
    """Files of the facts that have changed since."""

    @property
    def line(self) -> str:
        """For people."""
        item = f" for {self.entry.item}" if self.entry.item else ""
        changed = f"; {', '.join(self.stale)} changed since: do not send it" if self.stale else ""
        return f"{self.entry.document}{item}, {self.entry.stage}, {self.entry.at[:10]}{changed}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an inspection stands on one day."""

    kind: str
    title: str
    due: date | None
    lacks: tuple[Remark, ...]
    steps: tuple[DatedStep, ...]
    made: tuple[MadeBefore, ...]

    def as_fields(self) -> dict[str, Any]:
        """For programs."""
        return {
            "next": {
                "document": self.kind or None,
                "due": self.due.isoformat() if self.due else None,
                "lacks": [remark.what for remark in self.lacks],
            },
            "made": [
                {
                    "document": made.entry.document,
                    "item": made.entry.item or None,
                    "stage": made.entry.stage,
                    "at": made.entry.at,
                    "files": [file.name for file in made.entry.files],
                    "changed_since": list(made.stale),
                }
                for made in self.made
            ],
        }


def standing(case: Case, today: date) -> Standing:
    """Where an inspection stands on one day."""
    coming = [step for step in case.steps if step.last is not None and step.last >= today]
    steps = tuple(sorted(coming, key=lambda step: step.last or today))[:AHEAD]
    made = made_before(case)
    done = {(each.entry.document, each.entry.item) for each in made if each.entry.stage == "final"}
    template, due = next_document(case, done, today)
    lacks = what_it_lacks(case, template, today) if template else ()
    return Standing(
        kind=template.kind if template else "",
        title=template.title if template else "",
        due=due,
        lacks=lacks,
        steps=steps,
        made=made,
    )


def next_document(case: Case, done: set[tuple[str, str]], today: date) -> tuple[Template | None, date | None]:
    """The document that is due first of those not yet made for all whom they are for.

    One without a date comes after them, and last one for days that are over, such as a sheet for the fieldwork.
    """
    due_days = {step.step.id: step.last for step in case.steps}
    over = {step.step.id for step in case.steps if step.first and step.last and step.first < step.last < today}
    waiting = []
    for kind in case.kinds():
        try:
            template = case.template(kind)
        except LettersmithError:
            continue  # `make` says what is wrong with it
        if any((kind, item.name) not in done for item in items(case, template)):
            waiting.append((due_days.get(template.due), template))
    if not waiting:
        return None, None
    due, template = min(waiting, key=lambda pair: (pair[1].due in over, pair[0] or date.max))
    return template, due


def what_it_lacks(case: Case, template: Template, today: date) -> tuple[Remark, ...]:
    """Everything that stands in the way of one document."""
    try:
        found = [errors(prepare(case, template, item, today).remarks) for item in items(case, template)]
    except LettersmithError as error:
        return error.remarks
    return tuple({remark.what: remark for remarks in found for remark in remarks}.values())


def made_before(case: Case) -> tuple[MadeBefore, ...]:
    """The newest making of each document, and which of its facts have changed."""
    newest: dict[tuple[str, str], Entry] = {}
    for entry in case.log.entries():
        newest[entry.document, entry.item] = entry
    now = {name: file.digest for name, file in case.inspection.files.items()}
    return tuple(
        MadeBefore(entry, tuple(sorted(name for name, digest in entry.facts.items() if now.get(name) != digest)))
        for entry in newest.values()
    )
