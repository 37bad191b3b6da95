"""`framework.toml` to a Framework."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lettersmith.catalogue.table import Table, read_table
from lettersmith.model.framework import Framework, Seat, Step

UNITS = ("working", "calendar")


def read_framework(path: Path, id: str) -> Framework:
    """The framework that a file states.

    Raises Unreadable, or TemplateRefused with everything that is wrong in it.
    """
    file = f"{id}/framework.toml"
    table = read_table(path, file)
    first_day = table.get("first_day", 0)
    day_zero = table.need("day_zero", "notified")
    agencies, inspectorates = named(table, "agencies"), named(table, "inspectorates")
    for agency in agencies.values():
        if agency.get("inspectorate") and agency["inspectorate"] not in inspectorates:
            table.note(
                "NoSuchReference",
                f"Agency `{agency['id']}` names the inspectorate {agency['inspectorate']!r}, which is not there.",
                f"Choose one of: {', '.join(inspectorates)}.",
            )
    framework = Framework(
        id=id,
        title=table.need("title", ""),
        source=table.need("source", ""),
        number_style=table.choice("number_style", ("words", "numerals"), "words"),
        grades=table.texts("grades"),
        judgements=words(table, "judgements"),
        finding_types=words(table, "finding_types"),
        agencies=agencies,
        inspectorates=inspectorates,
        timescales=words(table, "timescales"),
        criteria=words(table, "criteria"),
        seats=tuple(read_seat(seat) for seat in table.tables("seat")),
        day_zero=day_zero,
        steps=tuple(read_step(step, day_zero, first_day) for step in table.tables("step")),
        facts=with_ids(table.values),
        file=file,
        practice_window_months=table.get("practice_window_months", 0),
        raw=table.text,
    )
    check_steps(table, framework)
    table.settle()
    return framework


def words(table: Table, key: str) -> dict[str, str]:
    """A table of texts."""
    inner = table.table(key)
    return {name: inner.get(name, "") for name in inner.values}


def named(table: Table, key: str) -> dict[str, Mapping[str, Any]]:
    """A table of tables, each told its own id."""
    inner = table.table(key)
    return {name: {"id": name, **inner.get(name, {})} for name in inner.values}


def with_ids(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The file as templates see it: agencies and inspectorates know their own ids."""
    seen = dict(facts)
    for key in ("agencies", "inspectorates"):
        entries = facts.get(key, {})
        seen[key] = {name: {"id": name, **entry} for name, entry in entries.items() if isinstance(entry, dict)}
    return seen


def read_seat(table: Table) -> Seat:
    """One `[[seat]]`."""
    documents = words(table, "documents")
    for kind, way in documents.items():
        if way not in ("to", "copy"):
            table.note("NotOneOf", f"`{table.label('documents')}.{kind}` is {way!r}.", "Write to or copy.", kind)
    seat = Seat(
        role=table.need("role", ""),
        label=table.need("label", ""),
        agency=table.get("agency", ""),
        documents=documents,
        required=table.get("required", True),
    )
    table.no_others()
    return seat


def read_step(table: Table, day_zero: str, first_day: int) -> Step:
    """One `[[step]]`: by day number (`day`, `days`), or counted from a base (`plus`, `within`)."""
    base = table.get("base", day_zero)
    days: list[Any] = table.get("days", [])
    latest = "within" in table.values or table.get("latest", False)
    if days:
        start, end = (int(day) - first_day for day in (days[0], days[-1]))
    elif "day" in table.values:
        start = end = table.get("day", 0) - first_day
    else:
        start = end = table.get("within", table.get("plus", 0))
    if not {"day", "days", "plus", "within"} & set(table.values):
        table.note("Missing", f"`{table.name}` has no day.", "Add day, days, plus or within.")
    for key in ("plus", "within", "day"):
        table.asked.add(key)
    step = Step(
        id=table.need("id", ""),
        title=table.need("title", ""),
        base=base,
        start=start,
        end=end,
        unit=table.choice("unit", UNITS, "working"),
        counts_base=table.get("counts_base", False),
        first=first_day if {"day", "days"} & set(table.values) else None,
        latest=latest,
        otherwise=table.get("otherwise", ""),
        source=table.get("source", ""),
    )
    table.get("usual", "")
    table.get("note", "")
    table.no_others()
    return step


def check_steps(table: Table, framework: Framework) -> None:
    """Note steps with an id that another has; a base may be any date, or an earlier step."""
    seen: set[str] = set()
    for step in framework.steps:
        if step.id in seen:
            table.note("DuplicateId", f"Two steps have the id {step.id!r}.", "Give one of them another id.")
        seen.add(step.id)
