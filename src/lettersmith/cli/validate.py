"""`lettersmith validate`: the facts, before any letter."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from lettersmith.cli.common import (
    first_line,
    folder_argument,
    json_option,
    say,
    shared,
    show_remarks,
    today_option,
    today_or,
)
from lettersmith.errors import MADE, REFUSED
from lettersmith.model.remark import errors

HELP = """Check the facts of an inspection: every problem of every file at once.

The prose is read too, by the limits of the documents that will use it: a sentence that is too long for a parent is
named today, not on the day of the letter.

\b
For example:
  lettersmith validate wexcombe
"""


@click.command(name="validate", help=HELP)
@folder_argument
@today_option
@json_option
@shared
def command(folder: Path, today: date | None, as_json: bool) -> None:
    """Check the facts of one inspection."""
    from lettersmith.cli.naming import namer
    from lettersmith.route.case import open_case
    from lettersmith.tasks.validation import validate

    case = open_case(folder)
    remarks = validate(case, today_or(today))
    if not as_json:
        say(first_line(case, today_or(today)))
    if remarks or as_json:
        show_remarks(remarks, as_json=as_json, name_of=namer(case.inspection))
    else:
        say("The facts are complete and in order.")
    sys.exit(REFUSED if errors(remarks) else MADE)
