"""An inspection at work: its facts with its framework, templates, calendar, timetable and log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lettersmith.catalogue.catalogue import Catalogue
from lettersmith.errors import LettersmithError, Unreadable
from lettersmith.issue.log import Log
from lettersmith.model.area import Area
from lettersmith.model.calendar import Calendar
from lettersmith.model.facts import Absent, Root, Sourced
from lettersmith.model.framework import DatedStep, Framework
from lettersmith.model.inspection import Inspection
from lettersmith.model.place import Origin
from lettersmith.model.remark import Level, Remark, errors
from lettersmith.model.style import StyleBook
from lettersmith.model.template import Template
from lettersmith.route.timetable import as_root, calendar_of, plan
from lettersmith.workspace import layers, siblings

if TYPE_CHECKING:
    from lettersmith.model.review import Acceptance


class Case(NamedTuple):
    """Everything that is known about one inspection before any document is made."""

    inspection: Inspection
    framework: Framework
    catalogue: Catalogue
    calendar: Calendar
    steps: tuple[DatedStep, ...]
    log: Log
    neighbours: tuple[Inspection, ...]
    """The other inspections in the same folder, as far as they can be read."""
    areas: tuple[Area, ...]
    """Every council and district of England, and the areas of the neighbours."""
    kept: dict[str, Any]
    """What was read when it was first asked for: a case is opened afresh for every command."""

    @property
    def folder(self) -> Path:
        """The inspection's folder."""
        return self.inspection.folder

    def styles(self) -> StyleBook:
        """The style rules that its documents are checked by: its own, its office's, and the built-in ones."""
        return read_book(layers(self.folder, "styles"))

    def accepted(self) -> tuple[Acceptance, ...]:
        """The remarks that may stand in its documents by somebody's decision. Raises Unreadable for a wrong list."""
        if "accepted" not in self.kept:
            from lettersmith.issue import accepted

            self.kept["accepted"] = accepted.read(self.folder / accepted.NAME)
        found: tuple[Acceptance, ...] = self.kept["accepted"]
        return found

    def kinds(self) -> tuple[str, ...]:
        """Every kind of document that this inspection can have."""
        return self.catalogue.kinds(self.framework.id)

    def template(self, kind: str, version: str = "") -> Template:
        """A document's template: the version asked for, else the one that this inspection keeps to, else the newest."""
        return self.catalogue.template(self.framework.id, kind, version or self.log.pinned(kind))


@lru_cache(maxsize=4)
def read_book(folders: tuple[Path, ...]) -> StyleBook:
    """The styles of some folders, nearest first, read once in a run."""
    from lettersmith.catalogue.styles import read_styles

    return read_styles(folders)


class Item(NamedTuple):
    """The one thing that a document is about where there is one for each: a concern, an addressee."""

    name: str = ""
    root: Root | None = None


def open_case(folder: Path) -> Case:
    """Read an inspection with all that belongs to it.

    Raises Unreadable if the folder is not an inspection or names no framework that there is; every other fault of the
    facts is a remark in `inspection.problems`.
    """
    from lettersmith.data import read_areas
    from lettersmith.intake import read_inspection

    catalogue = Catalogue(layers(folder, "templates"))
    inspection = read_inspection(folder, catalogue.framework)
    try:
        framework = catalogue.framework(inspection.framework)
    except KeyError:
        raise no_framework(inspection, catalogue) from None
    calendar = calendar_of(catalogue.calendar(), inspection)
    steps = plan(framework, inspection, calendar)
    neighbours = tuple(read_neighbours(folder, catalogue))
    areas = (*read_areas(), *areas_of(neighbours, inspection.area)) if neighbours else read_areas()
    return Case(inspection, framework, catalogue, calendar, steps, Log(folder), neighbours, areas, {})


def read_neighbours(folder: Path, catalogue: Catalogue) -> Iterator[Inspection]:
    """The other inspections in the same folder; one that cannot be read is not this inspection's business."""
    from lettersmith.intake import read_inspection

    for sibling in siblings(folder):
        with suppress(LettersmithError):
            yield read_inspection(sibling, catalogue.framework)


def areas_of(neighbours: tuple[Inspection, ...], own: str) -> tuple[Area, ...]:
    """The areas of other inspections: a letter must not name one of them for its own."""
    names = dict.fromkeys(each.area for each in neighbours if each.area and each.area != own)
    return tuple(Area(name, (), "", "inspection", True) for name in names)


def no_framework(inspection: Inspection, catalogue: Catalogue) -> Unreadable:
    """Why nothing can be done without a framework: what the facts say of it, else that it is not stated."""
    if any(remark.place.file == "inspection.json" for remark in errors(inspection.problems)):
        return Unreadable(*inspection.problems)
    what = "inspection.json does not say which framework this inspection follows."
    do = f'Write "framework": one of {", ".join(catalogue.frameworks())}.'
    return Unreadable(Remark("Facts.Missing", Level.ERROR, what, do=do))


def items(case: Case, template: Template) -> tuple[Item, ...]:
    """What a document is made for: one nameless item, or one for each of a list (which may be empty)."""
    if not template.for_each:
        return (Item(),)
    found = locate(case.inspection.roots(), template.for_each)
    values = found.value if found is not None and isinstance(found.value, list) else []
    path, file = (found.path, found.file) if found is not None else ("", "")
    result = []
    for index, value in enumerate(values):
        root = rooted(value, Root(value, file, f"{path}[{index}]"))
        id = root.value.get("id", index + 1) if isinstance(root.value, Mapping) else index + 1
        result.append(Item(str(id), root))
    return tuple(result)


def roots_for(case: Case, template: Template, item: Item, today: date, stage: str) -> dict[str, Root]:
    """Everything a template can name, for one document."""
    roots = case.inspection.roots()
    roots["framework"] = Root(case.framework.facts, case.framework.file)
    roots["timetable"] = as_root(case.framework, case.steps)
    roots["contacts"] = case.catalogue.contacts()
    about = {
        "title": template.title,
        "kind": template.kind,
        "version": template.version,
        "stage": stage,
        "date": Sourced(today.isoformat(), Origin("today", 0, "$")),
    }
    roots["document"] = Root(about, template.file("template.toml"))
    if item.root is not None:
        roots[template.each] = item.root
    if template.addressee and "addressee" not in roots:
        roots["addressee"] = single(locate(roots, template.addressee)) or nobody(roots, template.addressee)
    if template.sender:
        roots["sender"] = sender_of(roots, template) or nobody(roots, template.sender)
    return roots


def nobody(roots: Mapping[str, Root], path: str) -> Root:
    """Somebody who is named nowhere, as one gap at the place where the name should stand."""
    name, *keys = path.split(".")
    root = roots.get(name, Root(None, "inspection.json"))
    return Root(Absent("unknown", "nobody is named there"), root.file, ".".join([root.path, *keys]))


def sender_of(roots: Mapping[str, Root], template: Template) -> Root | None:
    """Who sends it: the person named; of several, the one of the inspectorate that regulates the addressee's agency."""
    found = locate(roots, template.sender)
    if found is None or not isinstance(found.value, list):
        return single(found)
    wanted = locate(roots, "addressee.agency.inspectorate")
    for index, person in enumerate(found.value):
        root = rooted(person, Root(person, found.file, f"{found.path}[{index}]"))
        inspectorate = locate({"person": root}, "person.inspectorate.id")
        if wanted is not None and inspectorate is not None and inspectorate.value == wanted.value:
            return root
    return single(found)


def single(found: Root | None) -> Root | None:
    """The value, or the first of a list."""
    if found is not None and isinstance(found.value, list):
        return rooted(found.value[0], Root(found.value[0], found.file, f"{found.path}[0]")) if found.value else None
    return found


def locate(roots: Mapping[str, Root], path: str) -> Root | None:
    """The value at a dotted path with its file and JSON path, references followed; None if it is not there."""
    name, *keys = path.split(".")
    found = roots.get(name)
    for key in keys:
        if found is None or not isinstance(found.value, Mapping) or key not in found.value:
            return None
        found = rooted(found.value[key], Root(found.value[key], found.file, f"{found.path}.{key}"))
    return found


def rooted(value: Any, otherwise: Root) -> Root:
    """A value where it really comes from: what a reference points to, else the place where it stands."""
    if isinstance(value, Sourced):
        return Root(value.value, value.origin.file, value.origin.path or "$")
    return otherwise
