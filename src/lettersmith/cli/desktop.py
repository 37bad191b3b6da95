"""`lettersmith desktop`: the checks in the menu of the desktop."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lettersmith.cli.common import say, shared
from lettersmith.errors import MADE, REFUSED, UNREADABLE, USAGE
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.remark import errors

if TYPE_CHECKING:
    from lettersmith.cli.desktop_menu import Entry

HELP = """Put "Check with lettersmith" in the menu that a right click on a file opens; --remove takes it out again.

On Windows it stands under Send to; on a Mac under Quick Actions; on Linux under Open With, and in GNOME's files under
Scripts too. A Word file that is sent there gets a marked copy beside it, NAME (checked).docx, and a page with all
remarks opens.

\b
For example:
  lettersmith desktop
  lettersmith desktop --remove
"""


@click.command(name="desktop", help=HELP)
@click.option("--remove", is_flag=True, help="Take it out of the menu.")
@click.option("--audience", type=click.Choice(list(AUDIENCES)), help="Who will read what is sent there.")
@click.option("--check", "checking", is_flag=True, hidden=True, help="What the menu runs.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@shared
def command(remove: bool, audience: str | None, checking: bool, files: tuple[Path, ...]) -> None:
    """Install, remove, or do what the menu asks."""
    if checking:
        sys.exit(check(files, audience or ""))
    if files:
        raise click.UsageError("Files are checked by `lettersmith check`; this command only changes the menu.")
    from lettersmith.cli.desktop_menu import entries

    options = ("--audience", audience) if audience else ()
    for entry in entries(sys.platform, Path.home(), os.environ, (*program(), "desktop", "--check", *options)):
        if remove:
            there = take_away(entry.path)
            say(f"Taken out of the menu {entry.menu}." if there else f"It was not in the menu {entry.menu}.")
        else:
            put_entry(entry)
            say(f"Now in the menu {entry.menu}: right-click a file to find it. ({entry.path})")


def put_entry(entry: Entry) -> None:
    """Write the files of a menu, each whole or not at all."""
    from lettersmith.issue.disk import put

    for path, text in entry.files.items():
        put(path, text.encode("utf-8"))
        path.chmod(0o755 if entry.runs else 0o644)


def take_away(path: Path) -> bool:
    """Delete a file or a whole folder that may be there; whether it was."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
        return True
    there = path.exists()
    path.unlink(missing_ok=True)
    return there


def program() -> tuple[str, ...]:
    """How this very program is started, wherever it was installed and whatever the folder is.

    Desktops start it in the folder of the file, where anybody may have put a `click.py`: `-P` looks there for no code.
    """
    return (sys.executable, "-P", "-m", "lettersmith")


def check(files: tuple[Path, ...], audience: str) -> int:
    """Check the files that the menu gave; the exit code."""
    from lettersmith.cli.dropped import give_back
    from lettersmith.tasks.reviewing import Wanted

    if not files:
        click.echo("No file was sent here. Right-click a file, then choose this.")
        return USAGE
    outcome = give_back(files, Wanted(audience, grammar="harper"))
    if any(errors(review.remarks) for review in outcome.reviews):
        return REFUSED
    return UNREADABLE if outcome.unread else MADE
