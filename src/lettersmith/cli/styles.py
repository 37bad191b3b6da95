"""`lettersmith styles`: for whoever owns the style rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from lettersmith.cli.common import count, json_option, say, shared, show_json, show_remarks, with_example
from lettersmith.errors import MADE, REFUSED, UNREADABLE
from lettersmith.model.audience import AUDIENCES

in_option = click.option(
    "--in", "folder", type=click.Path(path_type=Path), default=".", help="Folder whose styles/ counts too."
)
audience_option = click.option(
    "--audience",
    type=click.Choice(list(AUDIENCES)),
    default="public",
    help="Who reads it; the public if nobody is named.",
)


@click.group(
    name="styles",
    help=with_example("For whoever owns the style rules: list, test, try, trial, add.", "styles test Children"),
)
def command() -> None:
    """Group of the commands on styles."""


@command.command(name="list", help=with_example("Every rule: its level, and who says so.", "styles list Children"))
@click.argument("names", nargs=-1, metavar="[STYLE | STYLE.RULE]...")
@in_option
@json_option
@shared
def list_(names: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """List the rules."""
    from lettersmith.model.style import RuleNotes
    from lettersmith.tasks.styling import book_at, chosen

    book = book_at(folder)
    rules = chosen(book, names)
    rows = [(rule, book.notes.get(rule.id, RuleNotes(rule.id))) for rule in rules]
    if as_json:
        told: list[dict[str, Any]] = [
            {
                "rule": rule.id,
                "type": rule.type,
                "level": rule.level,
                "levels": dict(notes.levels),
                "why": notes.why,
                "source": notes.source,
                "hits": len(notes.hits),
                "passes": len(notes.passes),
                "file": rule.file,
            }
            for rule, notes in rows
        ]
        show_json({"version": 1, "rules": told})
        return
    for rule, notes in rows:
        click.echo(f"{rule.id:<32} {rule.type:<15} {rule.level:<11} {notes.source or 'no source given'}")
    show_remarks(book.refused) if book.refused else say(f"{count(len(rows), 'rule')}.")


@command.command(help=with_example("Try every rule on its own examples.", "styles test PlainEnglish"))
@click.argument("names", nargs=-1, metavar="[STYLE | STYLE.RULE]...")
@in_option
@json_option
@shared
def test(names: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """Test the rules."""
    from lettersmith.tasks.styling import book_at, chosen, failures

    book = book_at(folder)
    rules = chosen(book, names)
    wrong = [failure for rule in rules for failure in failures(book, rule)]
    bare = [rule.id for rule in rules if not (rule.id in book.notes and book.notes[rule.id].hits)]
    if as_json:
        show_json({"version": 1, "failures": [one._asdict() for one in wrong], "without_examples": bare})
    else:
        for one in wrong:
            should = "should say something of" if one.expected else "should say nothing of"
            click.echo(f"{one.rule} {should}: {one.sentence}")
        for id in bare:
            say(f"{id} has no examples.")
        say(f"{count(len(rules), 'rule')} tried, {count(len(wrong), 'example')} wrong.")
        if book.refused:
            show_remarks(book.refused)
    sys.exit(REFUSED if wrong else UNREADABLE if book.refused else MADE)


@command.command(
    name="try", help=with_example("What the styles say of a sentence.", 'styles try "We will commence it."')
)
@click.argument("sentence", metavar="SENTENCE")
@audience_option
@in_option
@json_option
@shared
def try_(sentence: str, audience: str, folder: Path, as_json: bool) -> None:
    """Try a sentence."""
    from dataclasses import replace

    from lettersmith.model.style import RuleNotes
    from lettersmith.tasks.styling import as_manuscript, book_at, style_remarks

    manuscript = replace(as_manuscript(sentence, RuleNotes("")), audience=audience)
    found = style_remarks(manuscript, book_at(folder))
    if found or as_json:
        show_remarks(found, as_json=as_json)
    else:
        say(f"The styles have nothing to say of it for {audience}.")


@command.command(
    help=with_example("What a rule would say of real files.", "styles trial PlainEnglish.Wordy draft.docx")
)
@click.argument("rule", metavar="STYLE.RULE | FILE.yml")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@audience_option
@in_option
@json_option
@shared
def trial(rule: str, paths: tuple[Path, ...], audience: str, folder: Path, as_json: bool) -> None:
    """Try a rule on files."""

    from lettersmith.tasks.styling import book_at, chosen, rule_in
    from lettersmith.tasks.styling import trial as run

    book = book_at(folder)
    if rule.endswith(".yml"):
        one, notes = rule_in(Path(rule))
        book = book._replace(rules=(one,), notes={one.id: notes})
    else:
        one = chosen(book, (rule,))[0]
    found = run(one, book, paths, audience)
    if as_json:
        show_remarks(found.remarks, as_json=True)
        return
    if found.remarks:
        show_remarks(found.remarks)
    rate = 1000 * len(found.remarks) / found.words if found.words else 0
    files = count(found.files, "file")
    say(
        f"{one.id}: {count(len(found.remarks), 'remark')} in {files}, {found.words:,} words: {rate:.1f} in 1,000 words."
    )


@command.command(
    help=with_example(
        "Write a rule of your own, with its examples.",
        'styles add "across the patch" "in the area" --why "Nobody says so." --source "Our editors, May 2017"',
    )
)
@click.argument("phrase", metavar="PHRASE")
@click.argument("instead", nargs=-1, metavar="[INSTEAD]...")
@click.option("--why", required=True, help="Why, in a sentence for the writer.")
@click.option("--source", required=True, help="Who says so.")
@click.option("--style", default="Own", show_default=True, help="The style that it goes into.")
@click.option("--rule", "name", default="", help="Its name; made from the phrase if none is given.")
@click.option("--in", "folder", type=click.Path(path_type=Path), default=".", help="Folder that has, or gets, styles/.")
@shared
def add(phrase: str, instead: tuple[str, ...], why: str, source: str, style: str, name: str, folder: Path) -> None:
    """Add a rule."""
    from lettersmith.tasks.styling import add as write

    for file in write(folder, phrase, instead, why=why, source=source, style=style, name=name):
        say(f"Wrote {file}.")
    say("Add sentences of your own to its examples, and try it: `lettersmith styles test`.")
