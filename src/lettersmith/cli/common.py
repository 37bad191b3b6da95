"""What every command shares: options, the first line, and how errors end."""

from __future__ import annotations

import functools
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

from lettersmith.errors import BUG, UNREADABLE, LettersmithError
from lettersmith.model.calendar import in_words
from lettersmith.model.remark import Level, Remark


class Day(click.ParamType[date]):
    """A date, as `2017-05-09`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read one date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date. Write it as 2017-05-09.", param, ctx)


folder_argument = click.argument("folder", type=click.Path(path_type=Path), default=".")
today_option = click.option(
    "--today", type=Day(), metavar="DATE", help="The day to count as today, as 2017-05-09.", default=None
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


def shared(function: Callable[..., Any]) -> Callable[..., Any]:
    """A command with `-q` and `-v`, whose errors end as documented: never in a traceback."""

    @click.option("-q", "--quiet", is_flag=True, help="Print only what is wrong.")
    @click.option("-v", "--verbose", is_flag=True, help="Print more; for a bug, where it happened.")
    @functools.wraps(function)
    def command(*args: Any, quiet: bool, verbose: bool, **kwargs: Any) -> Any:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        context = click.get_current_context()
        context.meta["quiet"], context.meta["verbose"] = quiet, verbose
        as_json = bool(kwargs.get("as_json"))
        try:
            return function(*args, **kwargs)
        except LettersmithError as error:
            show_remarks(error.remarks, as_json=as_json)
            sys.exit(error.exit_code)
        except (click.ClickException, click.Abort, click.exceptions.Exit, SystemExit):
            raise
        except BrokenPipeError:
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the reader has gone
            sys.exit(0)
        except OSError as error:
            with suppress(OSError):  # the full disk may be the one that we print to
                show_remarks([disk_refused(error)], as_json=as_json)
            sys.exit(UNREADABLE)
        except Exception as error:
            bug(error, verbose)

    return command


def disk_refused(error: OSError) -> Remark:
    """What the disk or the system says of a file where no stage expected it: a name too long, a drive gone."""
    name = Path(error.filename).name if isinstance(error.filename, str) else "A file"
    shown = name if len(name) <= 60 else f"{name[:60]}…"
    what = f"{shown} cannot be used: {(error.strerror or str(error)).lower()}."
    return Remark("Files.NotRead", Level.ERROR, what, do="Look at its name, its folder and the disk, then try again.")


def bug(error: Exception, verbose: bool) -> NoReturn:
    """Say that the program is at fault, and what to send us."""
    click.echo(f"This is a fault of the program, not of your files: {type(error).__name__}: {error}", err=True)
    click.echo(
        "Nothing was made or changed after this point. Run it again with -v and send us what it prints.", err=True
    )
    if verbose:
        click.echo("".join(traceback.format_exception(error)), err=True)
    sys.exit(BUG)


def with_example(summary: str, example: str) -> str:
    """The help of a command: what it does, and a line that works."""
    return f"{summary}\n\n\b\nFor example:\n  lettersmith {example}"


def say(text: str = "") -> None:
    """Print a line that `--quiet` leaves out."""
    if not click.get_current_context().meta.get("quiet"):
        click.echo(text)


def show_remarks(
    remarks: Iterable[Remark], *, as_json: bool = False, name_of: Callable[[str, str], str] | None = None
) -> None:
    """Print remarks as people or programs read them."""
    from shutil import get_terminal_size

    from lettersmith.remarks import json_v1, text

    listed = list(remarks)
    if as_json:
        click.echo(json_v1.show(listed), nl=False)
        return
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(text.show(listed, colour=colour, width=min(get_terminal_size().columns, 100), name_of=name_of), nl=False)


def show_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def today_or(day: date | None) -> date:
    """The day given, else today by the clock."""
    return day or date.today()


def moment(day: date | None) -> datetime:
    """The time to note in the log: now, or noon of the day that was given as today."""
    return datetime(day.year, day.month, day.day, 12) if day else datetime.now()


def first_line(case: Any, today: date) -> str:
    """`Wexcombe, joint targeted area inspection, day 0 (Tuesday 9 May 2017).`

    A day outside the timetable has no number there: the line says so.
    """
    from lettersmith.route.timetable import day_number

    number = day_number(case.framework, case.inspection, case.calendar, today)
    day = f", day {number}" if number is not None else ""
    days = [day for step in case.steps for day in (step.first, step.last) if day is not None]
    if days and today < min(days):
        day = f", before its first day, {in_words(min(days))}"
    elif days and today > max(days):
        day = f", after its last day, {in_words(max(days))}"
    if case.inspection.day(case.framework.day_zero) is None:
        day = ", not dated yet"
    title = case.framework.title[:1].lower() + case.framework.title[1:]
    return f"{case.inspection.area or 'Area not known'}, {title}{day} ({in_words(today)})."


def count(number: int, noun: str) -> str:
    """`1 page`, `3 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
