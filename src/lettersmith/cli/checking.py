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
from lettersmith.errors import MADE, REFUSED
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark, errors
from lettersmith.model.review import Review
from lettersmith.reading.paths import CHECKED, WORD
from lettersmith.remarks import FORMATS
from lettersmith.tasks.reviewing import Outcome, Wanted

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
        if file.suffix.lower() not in WORD or not file.is_file():
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


def unmark_all(paths: tuple[Path, ...]) -> int:
    """Take our comments out of Word files; the exit code."""
    from lettersmith.issue.disk import put
    from lettersmith.reading import data_of
    from lettersmith.remarks.word import unmark

    for path in paths:
        data = data_of(path)
        without = unmark(data, path.name)
        if without != data:
            put(path, without)
        say(f"{path}: our comments are out." if without != data else f"{path}: no comments of ours in it.")
    return MADE


def watch_folders(paths: tuple[Path, ...], wanted: Wanted) -> None:
    """Check whatever is saved in a folder: a marked copy beside it, and a page that opens. Raises UsageError."""
    from lettersmith.cli.dropped import give_back
    from lettersmith.cli.watching import watch

    if len(paths) != 1 or not paths[0].is_dir():
        raise click.UsageError("--watch wants one folder.")
    opened: set[Path] = set()

    def check(path: Path) -> None:
        say(summary(give_back([path], wanted, open_it=path not in opened)))
        opened.add(path)  # its page is open by now: another save renews it

    say(f"Watching {paths[0]}. Save a document there; press Ctrl-C to stop.")
    watch(paths[0], check, lambda path, error: click.echo(f"{path}: {error}", err=True))


def summary(outcome: Outcome) -> str:
    """What came of a file, in a line for each."""
    from lettersmith.remarks.review_words import tally

    lines = [f"{review.file}: {tally(review.remarks)}" for review in outcome.reviews]
    return "\n".join([*lines, *(remark.what for remark in outcome.unread)])


def as_vale(config: Path, paths: tuple[Path, ...], format: str, out: Path | None) -> int:
    """Check as Vale would by its own file; the exit code. Raises UsageError for a format that needs a document."""
    from lettersmith.vale import run

    if format in ("html", "word"):
        raise click.UsageError(f"--config reads files as Vale does, and cannot show them as {format}.")
    checked = run(config, paths)
    files: dict[str, list[Remark]] = {}
    for one in checked.found:
        place = Place(one.file, one.line, document=one.file, text=one.words, column=one.column)
        remark = Remark(one.rule, Level(one.level), one.message, place, instead=one.instead, link=one.link)
        files.setdefault(one.file, []).append(remark)
    reviews = tuple(
        Review(file, Manuscript(file, file, ()), "professionals", "by its styles alone", tuple(remarks))
        for file, remarks in files.items()
    )
    unread = checked.remarks
    if format == "line":  # Vale prints alerts and nothing else
        for remark in unread:
            click.echo(remark.what, err=True)
        unread = ()
    put_out(Outcome(reviews, unread), format, out)
    return REFUSED if any(errors(review.remarks) for review in reviews) else MADE
