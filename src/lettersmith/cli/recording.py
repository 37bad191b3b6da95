"""The record of a check, put on disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lettersmith.tasks.reviewing import Outcome


def write_record(outcome: Outcome, path: Path, day: date) -> None:
    """Write the one-page record of a check. Raises UsageError, and Unreadable where it cannot be."""
    from lettersmith.issue.disk import put
    from lettersmith.tasks.recording import record_of

    unread = (*outcome.unread, *outcome.missing)
    put(path, record_of(outcome.reviews, format_of(path), unread=unread, day=day))
    click.echo(f"Wrote the record {path}.", err=True)


def format_of(path: Path) -> str:
    """The format that a record's name asks for. Raises UsageError for one that no record has."""
    from lettersmith.tasks.recording import FORMATS

    format = path.suffix.lower()
    if format not in FORMATS:
        ends = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
        raise click.UsageError(f"A record cannot be written as {path.name!r}. End its name in {ends}.")
    return format
