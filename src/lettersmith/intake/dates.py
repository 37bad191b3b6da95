"""Dates of the inspection that run backwards, and names of dates that nothing counts from."""

from __future__ import annotations

from datetime import date
from typing import Any

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.references import INSPECTION_FILE
from lettersmith.intake.shape import unknown_key
from lettersmith.intake.show import inside, sentence, shown, thing
from lettersmith.intake.walk import entries
from lettersmith.model.framework import Framework

DATE_NAMES = ("notified", "published", "received", "fieldwork", "closed_periods")

ORDER: tuple[tuple[Path, Path], ...] = (
    (("dates", "notified"), ("dates", "published")),
    (("dates", "notified"), ("dates", "received")),
    (("dates", "notified"), ("dates", "fieldwork", "from")),
    (("dates", "fieldwork", "from"), ("dates", "fieldwork", "to")),
    (("dates", "fieldwork", "to"), ("dates", "published")),
)
"""Pairs of dates of which the second may not be before the first. `received` may be before `published`: leaders get
a copy two working days earlier (150149 ¶9)."""

CONCERN_ORDER: tuple[tuple[Path, Path], ...] = (
    (("on",), ("told", "on")),
    (("on",), ("reply_by",)),
    (("told", "on"), ("reply_by",)),
)


def day(text: str) -> date | None:
    """A date; None if the text is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def check_dates(inspection: Any, framework: Framework | None, faults: Faults) -> None:
    """Add the faults of the dates in `inspection.json`."""
    for earlier, later in ORDER:
        _check_pair(inspection, (), earlier, later, faults)
    for path, _ in entries(inspection.get("dates"), "closed_periods"):
        _check_pair(inspection, ("dates", *path), ("from",), ("to",), faults)
    for path, _ in entries(inspection, "concerns"):
        for earlier, later in CONCERN_ORDER:
            _check_pair(inspection, path, earlier, later, faults)
        _check_after_notification(inspection, (*path, "on"), faults)
    _check_names(inspection, framework, faults)


def _check_pair(tree: Any, around: Path, earlier: Path, later: Path, faults: Faults) -> None:
    first, second = _text(tree, (*around, *earlier)), _text(tree, (*around, *later))
    _blame_order(tree, (*around, *earlier), first, (*around, *later), second, faults)


def _check_after_notification(tree: Any, path: Path, faults: Faults) -> None:
    _blame_order(tree, ("dates", "notified"), _text(tree, ("dates", "notified")), path, _text(tree, path), faults)


def _blame_order(tree: Any, earlier: Path, first: str, later: Path, second: str, faults: Faults) -> None:
    first_day, second_day = day(first), day(second)
    if first_day is None or second_day is None or second_day >= first_day or faults.blamed(INSPECTION_FILE, later):
        return
    what = sentence(tree, later, f"is {shown(second)}, before {thing(tree, earlier)}, {shown(first)}.")
    why = "The dates run backwards."
    do = "Correct one of the two."
    faults.add(Fault("DatesOrder", INSPECTION_FILE, later, what, why, do, second))


def _check_names(tree: Any, framework: Framework | None, faults: Faults) -> None:
    dates = tree.get("dates")
    if framework is None or not isinstance(dates, dict):
        return
    bases = {name for step in framework.steps for name in (step.base, step.otherwise) if name}
    known = [*DATE_NAMES, *sorted(bases - {step.id for step in framework.steps} - set(DATE_NAMES))]
    for name in dates:
        if name not in known and not faults.blamed(INSPECTION_FILE, ("dates", name)):
            faults.add(unknown_key(tree, ("dates", name), known, INSPECTION_FILE))


def _text(tree: Any, path: Path) -> str:
    value = inside(tree, path)
    return value if isinstance(value, str) else ""
