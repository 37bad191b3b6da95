"""`lettersmith schema`: the JSON Schemas of the facts and of the remarks."""

from __future__ import annotations

import click

from lettersmith.cli.common import shared

NAMES = ("inspection", "judgements", "evidence", "remarks")
HELP = """Print a JSON Schema, or the names of all.

\b
For example:
  lettersmith schema inspection > inspection.schema.json
"""


@click.command(name="schema", help=HELP)
@click.argument("name", required=False, type=click.Choice(NAMES))
@shared
def command(name: str | None) -> None:
    """Print one schema."""
    if name is None:
        click.echo("\n".join(NAMES))
    elif name == "remarks":
        from lettersmith.remarks.json_v1 import schema as remarks_schema

        click.echo(remarks_schema())
    else:
        from lettersmith.intake import schema

        click.echo(schema(name))
