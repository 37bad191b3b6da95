"""Small manuscripts and subjects for the tests of the checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lettersmith.model.area import Area
from lettersmith.model.calendar import Calendar
from lettersmith.model.framework import Framework
from lettersmith.model.inspection import FactsFile, Inspection
from lettersmith.model.layout import Layout
from lettersmith.model.look import Letterhead, Look
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark
from lettersmith.model.subject import Subject
from lettersmith.model.template import Duty, Limits, Template

BODY = Origin("jtai-2017/findings-letter@1.0.0/letter.md", 7)


def fact(path: str, file: str = "inspection.json") -> Origin:
    """The origin of a value of the facts."""
    return Origin(file, 0, path)


def span(text: str, origin: Origin = BODY) -> Span:
    return Span(text, origin)


def paragraph(*texts: str | Span, parts: tuple[str, ...] = (), kind: str = "paragraph", level: int = 0) -> Block:
    """A block of strings (words of the template) and spans."""
    spans = tuple(text if isinstance(text, Span) else span(text) for text in texts)
    return Block(kind, spans, level=level, parts=parts, origin=BODY)


def heading(*texts: str | Span, level: int = 1, parts: tuple[str, ...] = ()) -> Block:
    return paragraph(*texts, kind="heading", level=level, parts=parts)


def item(*texts: str | Span, parts: tuple[str, ...] = ()) -> Block:
    return paragraph(*texts, kind="item", level=1, parts=parts)


def table(*rows: Iterable[str]) -> Block:
    return Block("table", rows=tuple(tuple((span(cell),) for cell in row) for row in rows), origin=BODY)


def manuscript(*blocks: Block | str, template: str = "jtai-2017/findings-letter@1.0.0", **more: Any) -> Manuscript:
    """A manuscript of blocks; a string is a paragraph of the template's words."""
    made = tuple(block if isinstance(block, Block) else paragraph(block) for block in blocks)
    return Manuscript(
        kind=more.pop("kind", "findings-letter"), title="Findings", blocks=made, template=template, **more
    )


LOOK = Look("plain", "Liberation Sans", "Arial", 210, 297, 25, 25, 25, 25, 12, 12, 1.15, {}, 18, 18, 3)


def template(limits: Limits | None = None, duties: tuple[Duty, ...] = (), form: bytes = b"", **more: Any) -> Template:
    return Template(
        framework="jtai-2017",
        kind="findings-letter",
        version="1.0.0",
        title="Findings letter",
        requirement="K64",
        audience="professionals",
        changes="First version.",
        body="letter.md",
        texts={},
        form=form,
        letterhead=Letterhead(LOOK, "", "", "letterheads/plain"),
        formats=("docx",),
        folder=Path("templates"),
        builtin=True,
        sealed="",
        hash="",
        limits=limits or Limits(),
        duties=duties,
        **more,
    )


def framework(**more: Any) -> Framework:
    settings: dict[str, Any] = {
        "id": "jtai-2017",
        "title": "Joint targeted area inspection",
        "source": "150149",
        "number_style": "words",
        "grades": (),
        "judgements": {},
        "finding_types": {"strength": "Strengths", "development": "Areas for development", "priority": "Priority"},
        "agencies": {"local_authority": {"label": "the local authority"}},
        "inspectorates": {},
        "timescales": {},
        "criteria": {},
        "seats": (),
        "day_zero": "notified",
        "steps": (),
        "facts": {},
    }
    return Framework(**{**settings, **more})


def inspection(facts: Mapping[str, Any], dates: str = "") -> Inspection:
    """An inspection; `dates` is the text of its file, for the check that reads dates from it."""
    files = {"inspection.json": FactsFile("inspection.json", dates, "")} if dates else {}
    return Inspection(Path("wexcombe"), "jtai-2017", facts, files)


def subject(made: Manuscript, **more: Any) -> Subject:
    return Subject(made, **more)


def layout(pages: int = 1, **more: Any) -> Layout:
    return Layout(pages, **more)


def calendar(*closed: date) -> Calendar:
    return Calendar(frozenset(closed), date(2012, 1, 1), date(2027, 12, 31))


def area(name: str, *also: str) -> Area:
    return Area(name, also, "", "", True)


def told(remarks: Iterable[Remark]) -> list[tuple[str, str, str]]:
    """Rule, level and words meant of each remark."""
    return [(remark.rule, remark.level.value, remark.place.text) for remark in remarks]
