"""`lettersmith status`: where the inspection stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from lettersmith.cli.common import (
    first_line,
    folder_argument,
    json_option,
    shared,
    show_json,
    today_option,
    today_or,
)
from lettersmith.model.calendar import in_words

HELP = """Where the inspection stands: the day of the timetable, what is due next and what it lacks, what was made.

\b
For example:
  lettersmith status wexcombe
"""


@click.command(name="status", help=HELP)
@folder_argument
@today_option
@json_option
@shared
def command(folder: Path, today: date | None, as_json: bool) -> None:
    """Say where one inspection stands."""
    from lettersmith.route.case import open_case
    from lettersmith.tasks.standing import standing

    case = open_case(folder)
    day = today_or(today)
    found = standing(case, day)
    if as_json:
        show_json({"version": 1, "inspection": first_line(case, day), **found.as_fields()})
        return
    click.echo(first_line(case, day))
    click.echo(next_line(found, folder, day))
    for remark in found.lacks[:5]:
        click.echo(f"  · {remark.what}")
    if len(found.lacks) > 5:
        click.echo(f"  · and {len(found.lacks) - 5} more")
    if found.steps:
        click.echo("Coming up:")
        for step in found.steps:
            click.echo(f"  {in_words(step.last) if step.last else ''}: {step.step.title}")
    click.echo("Made so far:" if found.made else "Nothing was made yet.")
    for made in found.made:
        click.echo(f"  {made.line}")


def next_line(found: Any, folder: Path, today: date) -> str:
    """What is due next, and whether it is ready."""
    if not found.kind:
        return "Every document is made."
    when = f", {'was ' if found.due < today else ''}due {in_words(found.due)}" if found.due else ""
    here = "" if folder == Path() else f" {folder}"
    ready = "ready to make" if not found.lacks else f"not ready, {len(found.lacks)} to mend"
    return f"Next: {found.title}{when}: {ready} (`lettersmith make {found.kind}{here}`)."
