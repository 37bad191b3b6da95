"""`lettersmith make`: documents, or everything that stands in their way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lettersmith.cli.common import (
    count,
    first_line,
    json_option,
    moment,
    say,
    shared,
    show_json,
    show_remarks,
    today_option,
    today_or,
)
from lettersmith.errors import MADE, REFUSED

if TYPE_CHECKING:
    from lettersmith.model.remark import Remark
    from lettersmith.route.case import Case
    from lettersmith.route.making import Made

MANY_GAPS = 6
"""From so many on, facts that are not filled in are told as a list, a line each."""

HELP = """Make documents of an inspection, or say everything that stands in their way.

KIND is a document (`lettersmith kinds` lists them); a last argument that is a folder is the inspection.

\b
For example:
  lettersmith make notification-email wexcombe
  lettersmith make findings-letter --format docx,pdf wexcombe
  lettersmith make --all wexcombe
"""


@click.command(name="make", help=HELP)
@click.argument("kinds", nargs=-1, metavar="KIND... [FOLDER]")
@click.option("--all", "every", is_flag=True, help="Every document that there is something to say in.")
@click.option("--format", "formats", default="", metavar="LIST", help="docx, pdf, html, txt, eml; separated by commas.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where to; FOLDER/out if not given.")
@click.option(
    "--version", "version", default="", metavar="X.Y.Z", help="Of the template; what was used before if not given."
)
@click.option("--draft", is_flag=True, help="Write it although it is not cleared, marked as a draft on every page.")
@today_option
@json_option
@shared
def command(
    kinds: tuple[str, ...],
    every: bool,
    formats: str,
    out: Path | None,
    version: str,
    draft: bool,
    today: date | None,
    as_json: bool,
) -> None:
    """Make some documents of one inspection."""
    from lettersmith.route.case import open_case
    from lettersmith.route.pipeline import make_all

    folder, wanted = split(kinds)
    if not wanted and not every:
        raise click.UsageError("Say which documents: KIND..., or --all. `lettersmith kinds` lists them.")
    case = open_case(folder)
    chosen = chosen_formats(formats)
    if not as_json:
        say(first_line(case, today_or(today)))
    run = make_all(
        case,
        wanted or case.kinds(),
        out or folder / "out",
        today_or(today),
        moment(today),
        formats=chosen,
        version=version,
        stage="draft" if draft else "final",
        whole=every,
        progress=progress,
    )
    progress("")
    code = REFUSED if run.stopped or run.refused or any(not made.prepared.fit for made in run.made) else MADE
    if run.failed:
        code = max(code, *(error.exit_code for error in run.failed))
    if as_json:
        show_json(as_fields(run))
    else:
        tell(case, run)
    sys.exit(code)


def split(words: Sequence[str]) -> tuple[Path, tuple[str, ...]]:
    """The inspection's folder and the kinds: a last word that is a folder is the folder."""
    from lettersmith.workspace import is_folder

    if words and (is_folder(Path(words[-1])) or "/" in words[-1] or "\\" in words[-1]):
        return Path(words[-1]), tuple(words[:-1])
    return Path(), tuple(words)


def chosen_formats(text: str) -> tuple[str, ...]:
    """The formats named, or none for those of the template. Raises UsageError for one that is not there."""
    from lettersmith.writing import FORMATS

    chosen = tuple(part.strip() for part in text.split(",") if part.strip())
    for format in chosen:
        if format not in FORMATS:
            raise click.UsageError(f"There is no format {format!r}. Choose from: {', '.join(FORMATS)}.")
    return chosen


def progress(text: str) -> None:
    """What is being worked on, on one line of a terminal that is rewritten; nothing elsewhere."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def tell(case: Case, run: Any) -> None:
    """Say what was made, what was refused and why, and what was left out."""
    from lettersmith.cli.naming import namer

    name_of = namer(case.inspection)
    if run.stopped:
        click.echo("Nothing is made. This stands against every document:")
        show_remarks(run.stopped, name_of=name_of)
    for made in run.made:
        say(made_line(made))
        for line in file_lines(made):
            say(line)
        if made.prepared.remarks and not made.prepared.fit:
            show_remarks(made.prepared.remarks, name_of=name_of)
    gaps = open_gaps(remark for made in run.refused for remark in made.prepared.remarks)
    for line in gap_lines(gaps, name_of):
        click.echo(line)
    told = {said(remark) for remark in gaps}
    for made in run.refused:
        click.echo(refused_line(made))
        new = [remark for remark in made.prepared.remarks if said(remark) not in told]
        told |= {said(remark) for remark in new}
        again = len(run.stopped) + len(made.prepared.remarks) - len(new)
        if again:
            click.echo(f"  For {count(again, 'reason')} named above{', and these:' if new else '.'}")
        if new:
            show_remarks(new, name_of=name_of)
    failed = (remark for error in run.failed for remark in error.remarks)
    failures = dict.fromkeys(remark for remark in failed if remark not in run.stopped)
    if failures:
        show_remarks(failures, name_of=name_of)
    warned = {said(remark): remark for made in run.made if made.prepared.fit for remark in made.prepared.remarks}
    if warned or run.unused:
        show_remarks((*warned.values(), *run.unused), name_of=name_of)
    left_out = [one for made in (*run.made, *run.refused) for one in made.prepared.silenced]
    if left_out:
        from lettersmith.remarks.review_words import silenced

        say(silenced(left_out))
    for kind, why in run.left_out.items():
        say(f"Not made: {kind}: {why}")
    if run.others:
        say(f"Also seen, not needed for this: {count(len(run.others), 'problem')} (`lettersmith validate`).")


def open_gaps(remarks: Iterable[Remark]) -> list[Remark]:
    """The facts that nobody has filled in yet, each once, in the order of their files; few are told one by one."""
    unfilled = (remark for remark in remarks if remark.rule in ("Gaps.Missing", "Facts.Empty") and remark.place.line)
    found = {said(remark): remark for remark in unfilled}
    verbose = click.get_current_context().meta.get("verbose")
    if verbose or len(found) < MANY_GAPS:
        return []
    return sorted(found.values(), key=lambda remark: (remark.place.file, remark.place.line))


def gap_lines(gaps: Sequence[Remark], name_of: Callable[[str, str], str]) -> Iterator[str]:
    """Gaps as a list to work through, a line each."""
    if not gaps:
        return
    from lettersmith.remarks.place_words import path_in_words

    yield f"\nStill to be filled in: {count(len(gaps), 'fact')}. (-v says of each why it is needed.)"
    for file, some in groupby(gaps, lambda remark: remark.place.file):
        yield f"  {file}"
        for remark in some:
            place = remark.place
            words = name_of(place.file, place.path) or path_in_words(place.path)
            yield f"    line {place.line:<5} {words}"


def said(remark: Remark) -> tuple[str, str, str, int, str]:
    """What makes two remarks the same reason, whichever document they are about."""
    what = "" if remark.rule == "Gaps.Missing" and remark.place.path else remark.what
    return remark.rule, remark.place.file, remark.place.path, remark.place.line, what


def made_line(made: Made) -> str:
    """`Made: findings letter 1.0.0, 7 pages.`"""
    prepared = made.prepared
    pages = f", {count(prepared.layout.pages, 'page')}" if prepared.layout else ""
    item = f" for {prepared.item.name}" if prepared.item.name else ""
    word = "Made" if prepared.fit else "Draft made, not cleared"
    return f"{word}: {prepared.template.title}{item}, version {prepared.template.version}{pages}."


def file_lines(made: Made) -> list[str]:
    """Where the files are: one line for the formats of one name, and one for each that went beside another."""
    formats: dict[Path, list[str]] = {}
    for shelved in made.files:
        formats.setdefault(shelved.path.with_suffix(""), []).append(shelved.path.suffix[1:])
    lines = [f"  {stem}  ({', '.join(suffixes)})" for stem, suffixes in formats.items()]
    return lines + [f"  {shelved.beside} The new one is beside it." for shelved in made.files if shelved.beside]


def refused_line(made: Made) -> str:
    """`Not made: findings letter.` An older copy is named first: it was made from other facts."""
    prepared = made.prepared
    item = f" for {prepared.item.name}" if prepared.item.name else ""
    older = "".join(
        f"\nAn older copy stands in {path.parent}: {path.name}. It was made from other facts: do not send it."
        for path in made.older
    )
    return f"\nNot made: {prepared.template.title}{item}.{older}"


def as_fields(run: Any) -> dict[str, Any]:
    """The result for programs."""
    from lettersmith.checks.measures import measure
    from lettersmith.remarks.json_v1 import as_data

    def document(made: Made) -> dict[str, Any]:
        prepared = made.prepared
        return {
            "document": prepared.template.kind,
            "item": prepared.item.name or None,
            "template": prepared.template.id,
            "stage": prepared.manuscript.stage if prepared.manuscript else None,
            "cleared": prepared.fit and not run.stopped,
            "files": [str(shelved.path) for shelved in made.files],
            "pages": prepared.layout.pages if prepared.layout else None,
            "large_print_pages": (prepared.layout.large_print_pages or None) if prepared.layout else None,
            "measures": measure(prepared.manuscript).as_fields(),
            "silenced": len(prepared.silenced),
        }

    everything: list[Remark] = list(run.stopped)
    everything += [remark for made in (*run.made, *run.refused) for remark in made.prepared.remarks]
    everything += [remark for error in run.failed for remark in error.remarks]
    return {
        **as_data(list(dict.fromkeys([*everything, *run.unused]))),
        "made": [document(made) for made in run.made],
        "refused": [document(made) for made in run.refused],
        "left_out": run.left_out,
        "not_needed": as_data(run.others)["remarks"],
    }
