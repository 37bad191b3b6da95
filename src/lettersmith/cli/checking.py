"""What `lettersmith check` puts out: remarks to the terminal or a file, pages, marked copies."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

import click

from lettersmith.cli.common import say, show_remarks
from lettersmith.reading.paths import CHECKED
from lettersmith.remarks import FORMATS
from lettersmith.reviewing import Outcome

PAGE = f"lettersmith {CHECKED}.html"
"""The page's name when several files are checked and none is given."""


def put_out(outcome: Outcome, format: str, out: Path | None) -> None:
    """Show what came of checking, or write it. What could not be read is told in every format."""
    if format == "word":
        marked_copies(outcome, out)
        return
    text = shown(outcome, format)
    if out is None and format == "html":
        out = page_beside(outcome)
    if out is None:
        click.echo(text, nl=False)
        return
    from lettersmith.issue.disk import put

    put(out, text.encode("utf-8"))
    say(f"Wrote {out}.")
    if format == "html" and outcome.unread:
        show_remarks(outcome.unread)


def shown(outcome: Outcome, format: str) -> str:
    """All reviews in one text."""
    show: Callable[..., str] = import_module(f"lettersmith.remarks.{FORMATS[format]}").show_reviews
    more: dict[str, Any] = {}
    if format == "text":
        context = click.get_current_context()
        more = {
            "colour": sys.stdout.isatty() and "NO_COLOR" not in os.environ,
            "width": min(get_terminal_size().columns, 100),
            "every": bool(context.meta.get("verbose")),
            "quiet": bool(context.meta.get("quiet")),
        }
    return show(outcome.reviews, unread=(*outcome.unread, *outcome.missing), **more)


def page_beside(outcome: Outcome) -> Path:
    """Where the page goes when nobody said: beside the one file that was checked, else into the folder we are in."""
    files = {review.file.partition(" › ")[0] for review in outcome.reviews}
    if len(files) != 1:
        return Path(PAGE)
    file = Path(files.pop())
    return file.with_name(f"{file.stem} {CHECKED}.html")


def marked_copies(outcome: Outcome, out: Path | None) -> None:
    """A copy of each Word file with its remarks as Word comments."""
    from lettersmith.issue.disk import put
    from lettersmith.remarks.word import mark

    for review in outcome.reviews:
        file = Path(review.file)
        if file.suffix.lower() not in (".docx", ".docm", ".dotx") or not file.is_file():
            say(f"{review.file}: no Word file, so there is no marked copy of it. Try --format html.")
            continue
        copy = marked_name(file, out)
        put(copy, mark(file.read_bytes(), review, datetime.now()))
        say(f"Wrote {copy}: {len(review.remarks)} {'remark' if len(review.remarks) == 1 else 'remarks'}.")
    if outcome.unread or outcome.missing:
        show_remarks((*outcome.unread, *outcome.missing))


def marked_name(file: Path, out: Path | None) -> Path:
    """`NAME (checked).docx`, beside the file or in the folder given; the file given itself."""
    name = file.name if CHECKED in file.stem else f"{file.stem} {CHECKED}{file.suffix}"
    if out is None:
        return file.with_name(name)
    return out / name if out.is_dir() or not out.suffix else out
