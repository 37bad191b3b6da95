"""The commands by name: each is imported only when it is used, so that `--help` is quick."""

from __future__ import annotations

from importlib import import_module

import click

from lettersmith import __version__

COMMANDS = {
    "new": "Start the folder of a new inspection.",
    "status": "Where the inspection stands: the day, what is due, what was made.",
    "kinds": "What can be made, for whom, and when it is due.",
    "validate": "Check the facts: every problem at once.",
    "make": "Make documents, or say everything that stands in the way.",
    "check": "Check any Word, Markdown, HTML, text or email file.",
    "timetable": "Every step with its date.",
    "explain": "What a rule wants, why, and who says so.",
    "desktop": "Put the checks in the menu of the desktop.",
    "schema": "Print a JSON Schema, for an editor that completes as you type.",
    "styles": "For whoever owns the style rules: list, test, try, trial, add.",
    "templates": "For whoever owns the templates: list, show, fields, lint, release.",
}
"""Every command with its summary; the module of the same name in this folder holds it as `command`."""

HELP = """Make the documents of an inspection from its facts, and refuse those that are not fit to send.

\b
For example:
  lettersmith new jtai-2017 wexcombe
  lettersmith validate wexcombe
  lettersmith make notification-email wexcombe
"""


class Commands(click.Group):
    """A group that knows its commands' names and summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"lettersmith.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest name for one that is not there."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            ctx.fail(f"There is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """What `--version` does."""
    if value:
        click.echo(f"lettersmith {__version__}")
        ctx.exit()


app = Commands(
    name="lettersmith",
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help="Print the version.",
            callback=print_version,
        )
    ],
)
