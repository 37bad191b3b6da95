"""`lettersmith new`: the folder of a new inspection."""

from __future__ import annotations

from pathlib import Path

import click

from lettersmith.cli.common import json_option, say, shared, show_json

HELP = """Start the folder of a new inspection, with everything that must be filled in, marked.

--like takes the team and the contacts from an older inspection, and nothing else.

\b
For example:
  lettersmith new jtai-2017 wexcombe
  lettersmith new jtai-2017 ambershire --like wexcombe
"""


@click.command(name="new", help=HELP)
@click.argument("framework")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--like", type=click.Path(path_type=Path, file_okay=False), metavar="OLD", help="An older inspection.")
@json_option
@shared
def command(framework: str, folder: Path, like: Path | None, as_json: bool) -> None:
    """Start one inspection."""
    from lettersmith.tasks.starting import start

    written = start(framework, folder, like)
    if as_json:
        show_json({"version": 1, "framework": framework, "files": [str(path) for path in written]})
        return
    say(f'Started: {folder}, {framework}. Facts to fill in are marked "to be filled in".')
    for path in written:
        say(f"  {path}")
    say(f"Next: fill in {folder / 'inspection.json'}, then `lettersmith validate {folder}`.")
