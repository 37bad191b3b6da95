"""The dates of an inspection, counted from its facts by its framework's steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lettersmith.model.calendar import ONE_DAY, Calendar
from lettersmith.model.facts import Absent, Root, Sourced
from lettersmith.model.framework import DatedStep, Framework, Step
from lettersmith.model.inspection import Inspection
from lettersmith.model.place import Origin


def calendar_of(closed: Calendar, inspection: Inspection) -> Calendar:
    """The closed days of the country with the closed periods of one inspection (`dates.closed_periods`)."""
    days = set(closed.closed)
    periods = inspection.value("inspection.dates.closed_periods")
    for period in periods if isinstance(periods, list) else []:
        try:
            day, last = date.fromisoformat(period["from"]), date.fromisoformat(period["to"])
        except (KeyError, TypeError, ValueError):
            continue  # intake has said what is wrong with it
        while day <= last:
            days.add(day)
            day += ONE_DAY
    return Calendar(frozenset(days), closed.first, closed.last)


def plan(framework: Framework, inspection: Inspection, calendar: Calendar) -> tuple[DatedStep, ...]:
    """Every step of the framework, in its order, with its dates as far as they can be known.

    Working days leave out weekends and the bank holidays of England and Wales; the base day is not counted unless the
    step says so (`counts_base`). Worked calendars are in tests/route/test_timetable.py.
    """
    dated: dict[str, DatedStep] = {}
    for step in framework.steps:
        dated[step.id] = date_step(step, inspection, calendar, dated)
    return tuple(dated.values())


def date_step(step: Step, inspection: Inspection, calendar: Calendar, earlier: Mapping[str, DatedStep]) -> DatedStep:
    """One step, counted from its base, or from the base that stands in for it."""
    for name in (step.base, step.otherwise):
        base = base_date(name, inspection, earlier) if name else None
        if base is not None:
            try:
                first, last = (count(step, calendar, base, days) for days in (step.start, step.end))
            except ValueError as error:
                return DatedStep(step, None, None, name, base, str(error))
            return DatedStep(step, first, last, name, base)
    return DatedStep(step, None, None, missing=f"the date it counts from ({step.base}) is not known yet")


def base_date(name: str, inspection: Inspection, earlier: Mapping[str, DatedStep]) -> date | None:
    """The date of a base: a date of the inspection, else the last day of an earlier step of that name."""
    found = inspection.day(name)
    if found is None and name in earlier:
        found = earlier[name].last
    return found


def count(step: Step, calendar: Calendar, base: date, days: int) -> date:
    """The day that is `days` days after the base, as the step counts.

    Raises ValueError where the bank holidays are not known.
    """
    if step.counts_base:
        days -= 1
    if step.unit == "calendar":
        return base + timedelta(days=days)
    return calendar.working(base, days) if days else base


def day_number(framework: Framework, inspection: Inspection, calendar: Calendar, today: date) -> int | None:
    """Which day of the timetable today is, as the source numbers days; None before the first date is known."""
    zero = inspection.day(framework.day_zero)
    if zero is None or not calendar.knows(today) or not calendar.knows(zero):
        return None
    first = int(framework.facts.get("first_day", 0))
    step = 1 if today >= zero else -1
    day, number = zero, 0
    while day != today:
        day += step * ONE_DAY
        if calendar.is_working(day):
            number += step
    return first + number


def as_root(framework: Framework, steps: tuple[DatedStep, ...]) -> Root:
    """The timetable as templates see it: `timetable.arrival.first`, `.last`, `.title`, `.base`."""
    return Root({step.step.id: entry(framework, step) for step in steps}, framework.file, "timetable")


def entry(framework: Framework, dated: DatedStep) -> Any:
    """One step as a template sees it; its dates name the fact that they were counted from."""
    path = f"timetable.{dated.step.id}"
    if dated.first is None or dated.last is None:
        return waiting(framework, dated)
    base = Origin("inspection.json", 0, f"$.dates.{dated.base}")
    origin = Origin(framework.file, 0, path, (base,))
    return {
        "first": Sourced(dated.first.isoformat(), origin),
        "last": Sourced(dated.last.isoformat(), origin),
        "title": Sourced(dated.step.title, Origin(framework.file, 0, path)),
        "base": Sourced(dated.base, Origin(framework.file, 0, path)),
        "days": Sourced(dated.step.end, Origin(framework.file, 0, path)),
    }


def waiting(framework: Framework, dated: DatedStep) -> Any:
    """A step without dates: what lacks is the date of the facts that it counts from, so that is where it points."""
    if dated.base:
        return Absent("unknown", dated.missing)  # counted, but past the known bank holidays
    bases = {step.id: step.base for step in framework.steps}
    name = dated.step.base
    while name in bases:
        name = bases[name]
    return Sourced(Absent("unknown", "the timetable counts from it"), Origin("inspection.json", 0, f"$.dates.{name}"))
