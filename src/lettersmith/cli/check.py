"""`lettersmith check`: the checks on any file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lettersmith.cli.common import say, shared, show_remarks
from lettersmith.errors import MADE, REFUSED, UNREADABLE, LettersmithError
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.remark import Remark, errors

HELP = """Check any .docx, .md, .html, .txt or .eml file; of a folder, every such file in it.

Without --audience a file that this program made is read for its own audience, any other for professionals.

\b
For example:
  lettersmith check draft.docx --audience families
"""


@click.command(name="check", help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--audience", type=click.Choice(list(AUDIENCES)), help="Who will read it.")
@click.option(
    "--format", "format", type=click.Choice(["text", "json"]), default="text", help="How to show the remarks."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@shared
def command(paths: tuple[Path, ...], audience: str | None, format: str, as_json: bool) -> None:
    """Check some files."""
    from lettersmith.reviewing import files_in, review

    as_json = as_json or format == "json"
    remarks: list[Remark] = []
    unread: list[Remark] = []
    for path in files_in(paths):
        try:
            found, why = review(path, audience)
        except LettersmithError as error:
            unread += error.remarks
            continue
        remarks += found
        if not as_json:
            say(f"{path}: {why}")
    if remarks or unread or as_json:
        show_remarks([*remarks, *unread], as_json=as_json)
    else:
        say("Nothing to remark.")
    if errors(remarks):
        sys.exit(REFUSED)
    sys.exit(UNREADABLE if unread else MADE)
