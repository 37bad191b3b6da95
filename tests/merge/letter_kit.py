"""Small templates and facts for the tests of merging."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lettersmith.merge import compile_template, merge
from lettersmith.model.facts import Root
from lettersmith.model.look import Letterhead, Look, TextLook
from lettersmith.model.template import Template

BODY = "letter.md"
FILE = "test-2000/letter@1.0.0/letter.md"
LOOK = Look(
    "plain", "Liberation Sans", "Arial", 210, 297, 25, 25, 25, 25, 12, 12, 1.0, {"body": TextLook(12)}, 18, 18, 4
)


def template(body: str, **more: Any) -> Template:
    """A template whose body is the text; further texts by `texts`."""
    texts = {BODY: body, **more.pop("texts", {})}
    header, footer = more.pop("header", ""), more.pop("footer", "")
    made = Template(
        framework="test-2000",
        kind="letter",
        version="1.0.0",
        title="Letter",
        requirement="T01",
        audience="professionals",
        changes="First version.",
        body=BODY,
        texts=texts,
        form=b"",
        letterhead=Letterhead(LOOK, header, footer, "letterheads/plain"),
        formats=("docx",),
        folder=Path("templates/test-2000/letter/1.0.0"),
        builtin=False,
        sealed="",
        hash="",
    )
    return made._replace(**more)


def roots(inspection: Any = None, judgements: Any = None, **more: Any) -> dict[str, Root]:
    """Facts as the pipeline hands them over."""
    made: dict[str, Root] = {}
    if inspection is not None:
        made["inspection"] = Root(inspection, "inspection.json")
    if judgements is not None:
        made["judgements"] = Root(judgements, "judgements.json")
    files = {"framework": "framework.toml", "contacts": "contacts.toml", "timetable": "timetable"}
    for name, value in more.items():
        made[name] = value if isinstance(value, Root) else Root(value, files.get(name, "inspection.json"))
    return made


def merged(body: str, facts: Mapping[str, Root], stage: str = "final", **more: Any) -> Any:
    """The body with a title put above it, merged; the title's block is left in."""
    return merge(compile_template(template(body, **more)), facts, stage=stage)
