"""`lettersmith explain`: what a rule wants, why, and who says so."""

from __future__ import annotations

from difflib import get_close_matches

import click

from lettersmith.cli.common import json_option, shared, show_json

HELP = """What a rule wants, why, and who says so. Without a rule: all of them.

\b
For example:
  lettersmith explain Reading.LongSentence
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
        near = get_close_matches(rule, rules, 1)
        hint = f" Did you mean `{near[0]}`?" if near else " `lettersmith explain` lists all."
        raise click.UsageError(f"There is no rule `{rule}`.{hint}")
    about = rules[match]
    if as_json:
        show_json({"version": 1, "rule": match, **about})
        return
    click.echo(f"{match}\n  Wants: {about['wants']}\n  Why: {about['why']}\n  Source: {about['source']}")
