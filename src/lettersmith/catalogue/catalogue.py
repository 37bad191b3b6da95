"""All frameworks and templates within reach: an inspection's own, its office's, and the built-in ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lettersmith.catalogue.frameworks import read_framework
from lettersmith.catalogue.letterheads import read_letterheads
from lettersmith.catalogue.table import read_table
from lettersmith.catalogue.templates import not_there, read_template, refused
from lettersmith.errors import LettersmithError
from lettersmith.model.calendar import Calendar
from lettersmith.model.facts import Root
from lettersmith.model.framework import Framework
from lettersmith.model.look import Letterhead
from lettersmith.model.template import Template

VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")


@dataclass(frozen=True)
class Catalogue:
    """Folders of templates, the nearest first; the last one is the built-in."""

    layers: tuple[Path, ...]
    cache: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was read already: a catalogue is made afresh for every command."""

    def frameworks(self) -> tuple[str, ...]:
        """Ids of all frameworks, in the order of the alphabet."""
        found = {path.parent.name for layer in self.layers for path in layer.glob("*/framework.toml")}
        return tuple(sorted(found))

    def framework(self, id: str) -> Framework:
        """One framework. Raises KeyError if there is none of that id, TemplateRefused if it is wrong."""
        if ("framework", id) not in self.cache:
            path = next((p for layer in self.layers if (p := layer / id / "framework.toml").is_file()), None)
            if path is None or not id:
                raise KeyError(id)
            self.cache["framework", id] = read_framework(path, id)
        framework: Framework = self.cache["framework", id]
        return framework

    def kinds(self, framework: str) -> tuple[str, ...]:
        """All kinds of document of a framework, in the order of their requirements' numbers."""
        found = {
            path.parent.parent.name for layer in self.layers for path in layer.glob(f"{framework}/*/*/template.toml")
        }
        return tuple(sorted(found, key=lambda kind: (self.requirement(framework, kind), kind)))

    def requirement(self, framework: str, kind: str) -> str:
        """The requirement that a kind serves, without reading the whole template; empty if that cannot be used.

        Why it cannot is told when the document is asked for: it must not hide the others.
        """
        try:
            newest = self.folder(framework, kind, self.versions(framework, kind)[-1])
            return read_table(newest / "template.toml", f"{framework}/{kind}").get("requirement", "")
        except LettersmithError:
            return ""

    def versions(self, framework: str, kind: str) -> tuple[str, ...]:
        """All versions of a document, oldest first."""
        found = {
            path.parent.name for layer in self.layers for path in layer.glob(f"{framework}/{kind}/*/template.toml")
        }
        return tuple(sorted((v for v in found if VERSION.fullmatch(v)), key=version_key))

    def template(self, framework: str, kind: str, version: str = "", *, unsealed: bool = False) -> Template:
        """One version of one document; the newest if none is named.

        Raises Unreadable if there is none, TemplateRefused if it is wrong or was changed after its release.
        """
        key = (framework, kind, version, unsealed)
        if key not in self.cache:
            versions = self.versions(framework, kind)
            if framework not in self.frameworks():
                what = f"There is no framework {framework!r}."
                raise not_there(what, f"There are: {', '.join(self.frameworks())}.")
            if not versions:
                raise not_there(f"{framework} has no document {kind!r}.", self.advice(framework, kind))
            if version and version not in versions:
                raise not_there(f"{kind} has no version {version!r}.", f"There are: {', '.join(versions)}.")
            folder = self.folder(framework, kind, version or versions[-1])
            self.cache[key] = read_template(
                folder,
                self.layers,
                self.letterheads(),
                builtin=folder.is_relative_to(self.layers[-1]),
                unsealed=unsealed,
            )
        template: Template = self.cache[key]
        return template

    def folder(self, framework: str, kind: str, version: str) -> Path:
        """Where one version lies. Raises TemplateRefused if an own template bears a built-in's id and version."""
        found = [p for layer in self.layers if (p := layer / framework / kind / version / "template.toml").is_file()]
        if len(found) > 1:
            raise refused(
                f"There are two templates {framework}/{kind}@{version}.",
                found[0].as_posix(),
                "Give your own template another version number: a released version never changes.",
            )
        return found[0].parent

    def advice(self, framework: str, kind: str) -> str:
        """What to ask for instead of a kind that is not there."""
        from difflib import get_close_matches

        kinds = self.kinds(framework)
        near = get_close_matches(kind, kinds, 1)
        return f"Did you mean `{near[0]}`?" if near else f"There are: {', '.join(kinds)}."

    def letterheads(self) -> dict[str, Letterhead]:
        """All letterheads, by the name of their folder."""
        if "letterheads" not in self.cache:
            self.cache["letterheads"] = read_letterheads(self.layers)
        letterheads: dict[str, Letterhead] = self.cache["letterheads"]
        return letterheads

    def contacts(self) -> Root:
        """Links and contacts that many templates share, with the day they were last checked."""
        path = self.first("contacts.toml")
        return Root(read_table(path, "contacts.toml").values if path else {}, "contacts.toml", "contacts")

    def calendar(self) -> Calendar:
        """The bank holidays of England and Wales."""
        if "calendar" not in self.cache:
            self.cache["calendar"] = self.read_calendar()
        calendar: Calendar = self.cache["calendar"]
        return calendar

    def read_calendar(self) -> Calendar:
        """The bank holidays as their file says. Raises Unreadable if it is not there."""
        path = self.first("bank-holidays.toml")
        if path is None:
            raise not_there("bank-holidays.toml is not there.", "Restore it: the program came with it.")
        table = read_table(path, "bank-holidays.toml")
        years: dict[str, Any] = table.get("closed", {})
        closed = frozenset(day for days in years.values() for day in days if isinstance(day, date))
        return Calendar(closed, table.need("first", date.min), table.need("last", date.max))

    def first(self, name: str) -> Path | None:
        """The nearest file of a name."""
        return next((path for layer in self.layers if (path := layer / name).is_file()), None)


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, for sorting: `1.10.0` comes after `1.9.0`."""
    return tuple(int(part) for part in version.split("."))
