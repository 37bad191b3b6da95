"""One kind of inspection with its rules: names, grades, headings, timetable, addressees. All of it is data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Step(NamedTuple):
    """One step of a framework's timetable."""

    id: str
    title: str
    base: str
    """What the days count from: a name under `dates` in inspection.json, or the id of an earlier step."""
    start: int
    """Days from the base to the first day of the step."""
    end: int
    """Days from the base to its last day; the same as `start` for a step of one day."""
    unit: str = "working"
    """`working` or `calendar` days."""
    counts_base: bool = False
    """Whether the base day itself is counted as day 1."""
    first: int | None = None
    """The number that the base day bears in the source (JTAI calls it day 0, the 2012 framework day 1); None for a
    step that is not counted from the first day of the timetable."""
    latest: bool = False
    """Whether the source says "within": the date is then the latest one."""
    otherwise: str = ""
    """A further base, used while the first is not known."""
    source: str = ""


class DatedStep(NamedTuple):
    """One step with its days. A step whose base is not known yet has none, and says why."""

    step: Step
    first: date | None
    last: date | None
    base: str = ""
    """The date or step that it was counted from."""
    base_date: date | None = None
    missing: str = ""
    """Why there is no date, in words."""


class Seat(NamedTuple):
    """One kind of person that documents of the framework go to: the DCS, the chief constable."""

    role: str
    label: str
    agency: str
    documents: Mapping[str, str]
    """Kind of document to `to` or `copy`."""
    required: bool = True


class Framework(NamedTuple):
    """A framework as its folder's `framework.toml` states it."""

    id: str
    title: str
    source: str
    """The guidance it comes from: `150149`."""
    number_style: str
    """`words` (two to nine in words) or `numerals`."""
    grades: tuple[str, ...]
    """The scale, best first; empty where a framework gives no grades."""
    judgements: Mapping[str, str]
    """Id to heading of what is graded."""
    finding_types: Mapping[str, str]
    """`strength`, `development`, `priority` to the heading that this framework prints."""
    agencies: Mapping[str, Mapping[str, Any]]
    """Id to `{id, label, inspectorate}`."""
    inspectorates: Mapping[str, Mapping[str, Any]]
    timescales: Mapping[str, str]
    criteria: Mapping[str, str]
    seats: tuple[Seat, ...]
    day_zero: str
    """Name under `dates` that the timetable starts from."""
    steps: tuple[Step, ...]
    facts: Mapping[str, Any]
    """The whole file, as templates see it under `framework`."""
    file: str = "framework.toml"
    practice_window_months: int = 0
    raw: str = ""

    def step(self, id: str) -> Step:
        """One step by its id. Raises KeyError."""
        for step in self.steps:
            if step.id == id:
                return step
        raise KeyError(id)
