"""`lettersmith explain`: what a rule wants, why, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from lettersmith.cli.common import json_option, shared, show_json
from lettersmith.model.audience import AUDIENCES

HELP = """What a rule wants, why, and who says so. Without a rule: all but those of the styles, which
`lettersmith styles list` names.

\b
For example:
  lettersmith explain Reading.LongSentence
  lettersmith explain PlainEnglish.Wordy
"""


@click.command(name="explain", help=HELP)
@click.argument("rule", required=False)
@json_option
@shared
def command(rule: str | None, as_json: bool) -> None:
    """Explain one rule, or list all."""
    from lettersmith.rules import read_rules

    rules = read_rules()
    if rule is None:
        if as_json:
            show_json({"version": 1, "rules": rules})
        else:
            for id, about in rules.items():
                click.echo(f"{id:<28} {about['wants']}")
        return
    match = next((id for id in rules if id.lower() == rule.lower()), None)
    if match is None:
        of_style(rule, rules, as_json)
        return
    about = rules[match]
    if as_json:
        show_json({"version": 1, "rule": match, **about})
        return
    click.echo(f"{match}\n  Wants: {about['wants']}\n  Why: {about['why']}\n  Source: {about['source']}")


def of_style(name: str, others: Mapping[str, object], as_json: bool) -> None:
    """Explain a rule of the styles, by what stands beside it. Raises UsageError for one that is not there."""
    from lettersmith.model.style import RuleNotes
    from lettersmith.tasks.styling import book_at

    book = book_at(Path())
    rule = next((rule for rule in book.rules if rule.id.lower() == name.lower()), None)
    if rule is None:
        near = get_close_matches(name, [*others, *(rule.id for rule in book.rules)], 1)
        hint = f" Did you mean `{near[0]}`?" if near else " `lettersmith explain` lists all."
        raise click.UsageError(f"There is no rule `{name}`.{hint}")
    notes = book.notes.get(rule.id, RuleNotes(rule.id))
    levels = {audience: notes.levels.get(audience, rule.level) for audience in AUDIENCES}
    if as_json:
        about = {"why": notes.why, "source": notes.source, "levels": levels, "file": rule.file, "link": rule.link}
        show_json({"version": 1, "rule": rule.id, **about, "hits": notes.hits, "passes": notes.passes})
        return
    click.echo(f"{rule.id}\n  Why: {notes.why}\n  Source: {notes.source}")
    click.echo("  Levels: " + ", ".join(f"{audience} {level}" for audience, level in levels.items()))
    for label, examples in (("Found", notes.hits), ("Left alone", notes.passes)):
        for example in examples[:2]:
            click.echo(f"  {label}: {' '.join(example.split())}")
    click.echo(f"  File: styles/{rule.file}" + (f"\n  More: {rule.link}" if rule.link else ""))
