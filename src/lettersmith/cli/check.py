"""`lettersmith check`: the checks on any file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from lettersmith.cli.common import Day, shared, today_option, today_or
from lettersmith.errors import MADE, NO_ENGINE, REFUSED, UNREADABLE
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.remark import errors

FORMATS = ("text", "line", "json", "sarif", "html", "word")
GRAMMARS = ("harper", "languagetool", "none")

HELP = """Check any Word, Markdown, HTML, text or email file.

Of a folder every such file in it is checked; `-` stands for what is piped in. Without --audience a file that this
program made is read for its own audience, any other for professionals.

\b
For example:
  lettersmith check draft.docx --audience families
  lettersmith check drafts --format word
"""


@click.command(name="check", help=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--audience", type=click.Choice(list(AUDIENCES)), help="Who will read it.")
@click.option("--style", "styles", multiple=True, metavar="STYLE", help="Use only this style; may be given again.")
@click.option("--grammar", type=click.Choice(GRAMMARS), default="harper", help="What reads grammar and spelling.")
@click.option("--format", "format", type=click.Choice(FORMATS), default="text", help="How to show the remarks.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where to write: a file, or a folder for copies.")
@click.option("--pages", is_flag=True, help="Ask LibreOffice on which page of a Word file each remark is.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Check as Vale would, by a .vale.ini.")
@click.option("--unmark", is_flag=True, help="Take our comments out of marked copies again.")
@click.option("--watch", is_flag=True, help="Check whatever is saved in a folder, until Ctrl-C.")
@click.option("--record", type=click.Path(path_type=Path), metavar="FILE", help="Write a record of one page, to sign.")
@click.option("--accept", multiple=True, metavar="RULE", help="Let what this rule says of these files stand.")
@click.option("--words", default="", help="With --accept: only where it is about these words.")
@click.option("--reason", default="", help="With --accept: why.")
@click.option("--by", default="", metavar="NAME", help="With --accept: who decided.")
@click.option("--until", type=Day(), metavar="DATE", help="With --accept: the last day on which it holds.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Show only what is new since FILE was written."
)
@today_option
@shared
def command(
    paths: tuple[Path, ...],
    audience: str | None,
    styles: tuple[str, ...],
    grammar: str,
    format: str,
    as_json: bool,
    out: Path | None,
    pages: bool,
    config: Path | None,
    unmark: bool,
    watch: bool,
    record: Path | None,
    accept: tuple[str, ...],
    words: str,
    reason: str,
    by: str,
    until: date | None,
    baseline: Path | None,
    today: date | None,
) -> None:
    """Check some files."""
    from lettersmith.cli.accepting import Decision, accept_some, last_time, write_baseline
    from lettersmith.cli.checking import as_vale, put_out, unmark_all, watch_folders
    from lettersmith.cli.recording import format_of, write_record
    from lettersmith.tasks.reviewing import Wanted, review_all

    if accept and not (reason and by and until):
        raise click.UsageError("--accept wants --reason, --by and --until: who lets it stand, why, and how long.")
    format = "json" if as_json else format
    if unmark:
        sys.exit(unmark_all(paths))
    if config is not None:
        sys.exit(as_vale(config, paths, format, out))
    if record is not None:
        format_of(record)
    day = today_or(today)
    wanted = Wanted(audience or "", styles, grammar, pages=pages, today=day, before=last_time(baseline))
    if watch:
        watch_folders(paths, wanted)
        return
    outcome = review_all(paths, wanted, sys.stdin.buffer.read)
    if accept and until:
        sys.exit(accept_some(outcome, accept, words, Decision(reason, by, until, day)))
    put_out(outcome, format, out)
    if record is not None:
        write_record(outcome, record, day)
    if baseline is not None and wanted.before is None:
        write_baseline(outcome, baseline)
    if any(errors(review.remarks) for review in outcome.reviews):
        sys.exit(REFUSED)
    if outcome.unread:
        sys.exit(UNREADABLE)
    sys.exit(NO_ENGINE if outcome.missing else MADE)
