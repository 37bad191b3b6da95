"""`lettersmith kinds`: what can be made, for whom, and when it is due."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from lettersmith.cli.common import count, folder_argument, json_option, shared, show_json, show_remarks
from lettersmith.errors import MADE, UNREADABLE, LettersmithError
from lettersmith.model.calendar import in_words
from lettersmith.model.remark import Remark
from lettersmith.model.template import Template

HELP = """What can be made, for whom, its version, its limits, and when it is due.

In the folder of an inspection: its own documents. Elsewhere: those of every framework.

\b
For example:
  lettersmith kinds wexcombe
"""


@click.command(name="kinds", help=HELP)
@folder_argument
@json_option
@shared
def command(folder: Path, as_json: bool) -> None:
    """Print the kinds of document."""
    from lettersmith.catalogue.catalogue import Catalogue
    from lettersmith.remarks.json_v1 import as_data
    from lettersmith.workspace import is_folder, layers

    if not is_folder(folder):
        raise click.UsageError(f"There is no folder {str(folder)!r}.")
    due: dict[str, str] = {}
    if (folder / "inspection.json").is_file():
        from lettersmith.route.case import open_case

        case = open_case(folder)
        wanted = [(case.framework.id, kind, case.log.pinned(kind)) for kind in case.kinds()]
        catalogue = case.catalogue
        due = {step.step.id: step.last.isoformat() for step in case.steps if step.last}
    else:
        catalogue = Catalogue(layers(folder, "templates"))
        wanted = [(framework, kind, "") for framework in catalogue.frameworks() for kind in catalogue.kinds(framework)]
    templates: list[Template] = []
    refused: list[Remark] = []
    for framework, kind, version in wanted:
        try:
            templates.append(catalogue.template(framework, kind, version))
        except LettersmithError as error:
            refused += error.remarks
    if as_json:
        remarks = as_data(refused)["remarks"]
        show_json({"version": 1, "kinds": [as_fields(template, due) for template in templates], "remarks": remarks})
    else:
        tell(templates, due)
        if refused:
            show_remarks(refused)
    sys.exit(UNREADABLE if refused else MADE)


def tell(templates: Sequence[Template], due: Mapping[str, str]) -> None:
    """Every document, framework by framework."""
    for framework in dict.fromkeys(template.framework for template in templates):
        click.echo(f"{framework}")
        for template in templates:
            if template.framework == framework:
                click.echo(line(template, due))


def line(template: Template, due: Mapping[str, str]) -> str:
    """One document as two lines."""
    when = f"; due {in_words(date.fromisoformat(due[template.due]))}" if template.due in due else ""
    return (
        f"  {template.kind:<24} {template.title}, {template.version}, for {template.audience}{when}\n"
        f"  {'':<24} {', '.join(template.formats)}{limits_in_words(template)}"
    )


def limits_in_words(template: Template) -> str:
    """`; at most 1 page, 480 words`"""
    limits = template.limits
    parts = [count(limits.pages.cap, "page")] if limits.pages.cap else []
    parts += [count(limits.words.cap, "word")] if limits.words.cap else []
    return f"; at most {', '.join(parts)}" if parts else ""


def as_fields(template: Template, due: dict[str, str]) -> dict[str, Any]:
    """One document for programs."""
    limits = template.limits
    return {
        "framework": template.framework,
        "kind": template.kind,
        "title": template.title,
        "description": template.description,
        "version": template.version,
        "requirement": template.requirement,
        "audience": template.audience,
        "formats": list(template.formats),
        "large_print": template.large_print,
        "for_each": template.for_each or None,
        "due_step": template.due or None,
        "due": due.get(template.due),
        "limits": {
            name: {"warn": found.warn or None, "cap": found.cap or None}
            for name, found in (
                ("words", limits.words),
                ("pages", limits.pages),
                ("large_print_pages", limits.large_print_pages),
            )
        },
        "changes": template.changes,
    }
