"""Evidence records: their days, their ids, and records whose text stands somewhere else already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from lettersmith.intake.dates import day
from lettersmith.intake.faults import Fault, Faults, as_remark
from lettersmith.intake.paths import Path, read_path
from lettersmith.intake.positions import line_of
from lettersmith.intake.references import no_such
from lettersmith.intake.shape import no_such_date
from lettersmith.intake.show import shortened, shown
from lettersmith.intake.walk import find, text_at
from lettersmith.model.facts import LongText, Sourced
from lettersmith.model.framework import Framework
from lettersmith.model.inspection import Inspection
from lettersmith.model.manuscript import block_text
from lettersmith.model.place import Origin
from lettersmith.model.remark import Level, Remark

Records = Sequence[Sourced]


def check_evidence(records: Records, inspection: Any, framework: Framework | None, faults: Faults) -> None:
    """Add the faults of the evidence records, whichever files they stand in."""
    first, last = _window(inspection)
    places: dict[str, Origin] = {}
    ids_of: dict[str, str] = {}
    for record in records:
        value, file, path = record.value, record.origin.file, read_path(record.origin.path)
        if not isinstance(value, dict):
            continue
        id = value.get("id")
        name = shown(id) if isinstance(id, str) else "without id"
        if isinstance(id, str) and places.setdefault(id, record.origin) != record.origin:
            what = f"Two evidence records have the id {shown(id)}."
            do = "Give one of them another id."
            faults.add(Fault("DuplicateId", file, (*path, "id"), what, "Findings refer to a record by it.", do, id))
        text = normal(value.get("text"))
        if text and text in ids_of:
            what = f"Evidence records {ids_of[text]} and {name} have the same text."
            why, do = "Each record is told once.", "Is it one record entered twice? Take one out, or say what differs."
            where = (*path, "text")
            faults.add(Fault("SameText", file, where, what, why, do, value["text"], Level.WARNING))
        ids_of.setdefault(text, name)
        _check_day(value, file, path, first, last, faults)
        if framework is not None and framework.criteria:
            _check_criteria(value, file, path, framework, faults)


def _check_criteria(value: dict[str, Any], file: str, path: Path, framework: Framework, faults: Faults) -> None:
    known = framework.criteria
    for found in find(value, "criteria[]"):
        where = (*path, *found.path)
        if isinstance(found.value, str) and found.value not in known and not faults.blamed(file, where):
            place = f"in the framework {framework.id}"
            faults.add(no_such(where, found.value, "criterion", list(known), place, value, file))


def _window(inspection: Any) -> tuple[str, str]:
    """The first and last day on which evidence is to be expected, as they are written."""
    dates = inspection.get("dates") if isinstance(inspection, dict) else None
    first, last = text_at(dates, "notified"), text_at(dates, "fieldwork", "to") or text_at(dates, "published")
    return first if day(first) else "", last if day(last) else ""


def _check_day(value: dict[str, Any], file: str, path: Path, first: str, last: str, faults: Faults) -> None:
    at, where = value.get("at"), (*path, "at")
    if not isinstance(at, str) or faults.blamed(file, where):
        return
    try:
        datetime.fromisoformat(at)
    except ValueError:
        faults.add(no_such_date(value, where, at, at[:10], file))
        return
    if (first and at[:10] < first) or (last and at[:10] > last):
        what = f"Evidence record {shown(value.get('id'))} is of {at[:10]}, outside the time of the inspection."
        why = f"Evidence is gathered from {first or '…'} to {last or '…'}."
        do = "Is the date right, the year too? If it is, leave it."
        faults.add(Fault("OutsideFieldwork", file, where, what, why, do, at, Level.WARNING))


def normal(text: Any) -> str:
    """The words of a text without letter case and spacing, so that copies are equal; empty if it has none."""
    if isinstance(text, LongText):
        text = " ".join(block_text(block) for block in text.blocks)
    return " ".join(text.casefold().split()) if isinstance(text, str) else ""


FEW = 3
"""So many copied records are named one by one."""
BELONGS = "Evidence belongs to one inspection. A text copied from an older one is the usual cause."


def same_texts(inspections: Sequence[Inspection]) -> tuple[Remark, ...]:
    """A remark for each evidence record of the first inspection whose text stands in one of the others.

    Those others are the inspections in sibling folders: a text copied from one is the usual cause (level error). A
    folder that was copied whole gets one remark, not one for each record.
    """
    if not inspections:
        return ()
    own, *others = inspections
    elsewhere: dict[str, tuple[str, Any]] = {}
    for other in others:
        for text, record in _texts(other):
            elsewhere.setdefault(text, (other.folder.name, record.value.get("id")))
    copied: dict[str, list[tuple[Sourced, Any]]] = {}
    for text, record in _texts(own):
        if text in elsewhere:
            folder, id = elsewhere[text]
            copied.setdefault(folder, []).append((record, id))
    texts = {name: file.text for name, file in own.files.items()}
    return tuple(
        remark._replace(place=remark.place._replace(line=line_of(texts.get(remark.place.file, ""), remark.place.path)))
        for folder, records in copied.items()
        for remark in _of_folder(folder, records)
    )


def _of_folder(folder: str, records: list[tuple[Sourced, Any]]) -> Iterator[Remark]:
    """What to say of the records that stand in one other folder too."""
    if len(records) <= FEW:
        yield from (_copied(record, folder, id) for record, id in records)
        return
    first = records[0][0]
    where = f"the inspection in the folder {shortened(folder)}"
    named = " and ".join(shown(record.value.get("id")) for record in (first, records[-1][0]))
    what = f"{len(records)} evidence records have the same texts as records of {where}; {named} are the first and last."
    do = "If this folder was copied, take the old evidence out: `lettersmith new --like` takes team and contacts only."
    path = read_path(first.origin.path)
    yield as_remark(Fault("SameText", first.origin.file, path, what, BELONGS, do), 0)


def _texts(inspection: Inspection) -> Iterator[tuple[str, Sourced]]:
    for record in inspection.facts.get("evidence", ()):
        text = normal(record.value.get("text")) if isinstance(record.value, Mapping) else ""
        if text:
            yield text, record


def _copied(record: Sourced, folder: str, other: Any) -> Remark:
    path = (*read_path(record.origin.path), "text")
    words = f"record {shown(other)} of the inspection in the folder {shortened(folder)}"
    what = f"Evidence record {shown(record.value.get('id'))} has the same text as {words}."
    do = "Write what was seen here, or take the record out."
    return as_remark(Fault("SameText", record.origin.file, path, what, BELONGS, do, record.value.get("text")), 0)
