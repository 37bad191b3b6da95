"""`lettersmith templates`: for whoever owns the templates."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lettersmith.cli.common import (
    json_option,
    say,
    shared,
    show_json,
    show_remarks,
    today_option,
    today_or,
    with_example,
)
from lettersmith.errors import MADE, UNREADABLE, LettersmithError
from lettersmith.model.remark import Remark, errors

if TYPE_CHECKING:
    from lettersmith.catalogue.catalogue import Catalogue

HELP = """For whoever owns the templates.

\b
For example:
  lettersmith templates list
  lettersmith templates fields jtai-2017/findings-letter
  lettersmith templates lint jtai-2017/findings-letter
"""

name_argument = click.argument("name", metavar="FRAMEWORK/KIND[@VERSION]")
in_option = click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="Whose templates lie over ours.",
)


@click.group(name="templates", help=HELP)
def command() -> None:
    """Templates."""


def catalogue_of(folder: Path) -> Catalogue:
    """The templates within reach of a folder."""
    from lettersmith.catalogue.catalogue import Catalogue
    from lettersmith.workspace import layers

    return Catalogue(layers(folder, "templates"))


def parts(name: str) -> tuple[str, str, str]:
    """Framework, kind and version of `jtai-2017/findings-letter@1.0.0`; the version may be empty."""
    id, _, version = name.partition("@")
    framework, _, kind = id.partition("/")
    if not kind:
        raise click.UsageError(f"{name!r} names no document. Write it as jtai-2017/findings-letter.")
    return framework, kind, version


@command.command(name="list", help=with_example("Every template with its versions.", "templates list"))
@in_option
@json_option
@shared
def list_(folder: Path, as_json: bool) -> None:
    """List the templates."""
    catalogue = catalogue_of(folder)
    rows = [
        {
            "framework": framework,
            "kind": kind,
            "version": version,
            "released": bool((template := catalogue.template(framework, kind, version, unsealed=True)).sealed),
            "changed": bool(template.sealed) and template.sealed != template.hash,
            "built_in": template.builtin,
            "changes": template.changes,
        }
        for framework in catalogue.frameworks()
        for kind in catalogue.kinds(framework)
        for version in catalogue.versions(framework, kind)
    ]
    if as_json:
        show_json({"version": 1, "templates": rows})
        return
    for row in rows:
        state = "changed after its release" if row["changed"] else "released" if row["released"] else "not released"
        click.echo(f"{row['framework']}/{row['kind']}@{row['version']}  {state}: {row['changes']}")


@command.command(
    help=with_example("What one template is: its duties, limits and text.", "templates show jtai-2017/findings-letter")
)
@name_argument
@in_option
@json_option
@shared
def show(name: str, folder: Path, as_json: bool) -> None:
    """Show one template."""
    template = catalogue_of(folder).template(*parts(name), unsealed=True)
    if as_json:
        about = {
            "title": template.title,
            "requirement": template.requirement,
            "audience": template.audience,
            "description": template.description,
            "changes": template.changes,
            "duties": [{"id": duty.id, "says": duty.says, "source": duty.source} for duty in template.duties],
            "texts": dict(template.texts),
        }
        show_json({"version": 1, "template": template.id, **about})
        return
    click.echo(f"{template.id}: {template.title} ({template.requirement}), for {template.audience}")
    click.echo(f"{template.description}\nNew in this version: {template.changes}\n\nDuties:")
    for duty in template.duties:
        click.echo(f"  {duty.id}: {duty.says} ({duty.source})")
    for text in template.texts.values():
        click.echo(f"\n{text}")
        break


@command.command(
    help=with_example("Every fact that a template uses, and where.", "templates fields jtai-2017/findings-letter")
)
@name_argument
@in_option
@json_option
@shared
def fields(name: str, folder: Path, as_json: bool) -> None:
    """Print the fields of one template."""
    from lettersmith.merge import compile_template

    uses = compile_template(catalogue_of(folder).template(*parts(name), unsealed=True)).fields
    if as_json:
        show_json({"version": 1, "fields": [use._asdict() for use in uses]})
        return
    for use in uses:
        click.echo(f"{use.path:<48} {'always' if use.always else 'sometimes':<10} {use.file}, line {use.line}")


@command.command(help=with_example("Every fault of a template, or of all.", "templates lint jtai-2017/findings-letter"))
@click.argument("names", nargs=-1, metavar="[FRAMEWORK/KIND[@VERSION]]...")
@in_option
@json_option
@shared
def lint(names: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """Look for faults in templates."""
    from lettersmith.merge import lint as faults

    catalogue = catalogue_of(folder)
    wanted = [parts(name) for name in names] or [
        (framework, kind, version)
        for framework in catalogue.frameworks()
        for kind in catalogue.kinds(framework)
        for version in catalogue.versions(framework, kind)
    ]
    remarks: list[Remark] = []
    for framework, kind, version in wanted:
        try:
            remarks += faults(catalogue.template(framework, kind, version))
        except LettersmithError as error:
            remarks += error.remarks
    if remarks or as_json:
        show_remarks(remarks, as_json=as_json)
    else:
        say(f"No faults in {len(wanted)} templates.")
    sys.exit(UNREADABLE if errors(remarks) else MADE)


@command.command(
    help=with_example(
        "Seal a template as released; an edited one becomes a new version.",
        "templates release jtai-2017/our-letter --in office",
    )
)
@name_argument
@in_option
@click.option("--changes", default="", help="What is new, in a sentence; needed for a new version.")
@today_option
@json_option
@shared
def release(name: str, folder: Path, changes: str, today: date | None, as_json: bool) -> None:
    """Release one template."""
    from lettersmith.tasks.releasing import release as seal

    version = seal(catalogue_of(folder), *parts(name), changes=changes, today=today_or(today))
    if as_json:
        show_json({"version": 1, "released": f"{name.partition('@')[0]}@{version}"})
        return
    say(f"Released: {name.partition('@')[0]}@{version}. From now on it does not change.")
