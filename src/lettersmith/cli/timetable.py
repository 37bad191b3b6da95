"""`lettersmith timetable`: every step with its date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from lettersmith.cli.common import (
    first_line,
    folder_argument,
    json_option,
    say,
    shared,
    show_json,
    today_option,
    today_or,
    with_example,
)
from lettersmith.model.calendar import in_words
from lettersmith.model.framework import DatedStep


@click.command(
    name="timetable",
    help=with_example("Every step of the inspection with its date.", "timetable wexcombe --ics wexcombe.ics"),
)
@folder_argument
@click.option(
    "--ics", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Also write a calendar file."
)
@today_option
@json_option
@shared
def command(folder: Path, ics: Path | None, today: date | None, as_json: bool) -> None:
    """Print the timetable of one inspection."""
    from lettersmith.route.case import open_case

    case = open_case(folder)
    if ics:
        from lettersmith.issue.disk import put
        from lettersmith.writing.ics import write

        put(ics, write(case.inspection.area, case.steps))
    if as_json:
        show_json({"version": 1, "steps": [as_fields(step) for step in case.steps]})
        return
    say(first_line(case, today_or(today)))
    say()
    for step in case.steps:
        click.echo(line(step))
    if ics:
        say(f"\nWritten: {ics}")


def line(dated: DatedStep) -> str:
    """One step as a line."""
    return f"{days(dated):>7}  {when(dated)}  {dated.step.title}"


def days(dated: DatedStep) -> str:
    """The day numbers as the source counts them; of a step with another base, how many days after it."""
    step = dated.step
    if step.first is None:
        return f"+{step.end}"
    first, last = step.start + step.first, step.end + step.first
    return str(first) if first == last else f"{first}-{last}"


def when(dated: DatedStep) -> str:
    """The dates of a step in words."""
    if dated.first is None or dated.last is None:
        return f"not known: {dated.missing}."
    latest = "by " if dated.step.latest else ""
    if dated.first == dated.last:
        return f"{latest}{in_words(dated.last)}"
    return f"{in_words(dated.first)} to {in_words(dated.last)}"


def as_fields(dated: DatedStep) -> dict[str, Any]:
    """One step for programs."""
    return {
        "id": dated.step.id,
        "title": dated.step.title,
        "first": dated.first.isoformat() if dated.first else None,
        "last": dated.last.isoformat() if dated.last else None,
        "counted_from": dated.base or dated.step.base,
        "within": dated.step.latest,
        "source": dated.step.source,
        "missing": dated.missing or None,
    }
