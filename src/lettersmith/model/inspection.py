"""The file of one inspection: facts, evidence and judgements, with a place for every value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lettersmith.model.facts import Root, Sourced
from lettersmith.model.remark import Remark


class FactsFile(NamedTuple):
    """One file of the facts as it was read."""

    name: str
    """Relative to the inspection's folder, with forward slashes."""
    text: str
    digest: str
    """SHA-256 of its bytes, in hexadecimal digits."""


class Inspection(NamedTuple):
    """One inspection: always one area and one framework."""

    folder: Path
    framework: str
    """Id of its framework; empty when it could not be read."""
    facts: Mapping[str, Any]
    """`inspection` and `judgements` (objects) and `evidence` (a list of Sourced records). References to people,
    agencies and inspectorates are already replaced by the thing itself, as Sourced; a missing or unreadable file
    leaves its name out."""
    files: Mapping[str, FactsFile]
    problems: tuple[Remark, ...] = ()
    """Everything that is wrong with the facts. A remark's path tells which value; a broken file has path `$`."""

    def roots(self) -> dict[str, Root]:
        """The facts as templates see them."""
        names = {"inspection": "inspection.json", "judgements": "judgements.json", "evidence": "evidence.json"}
        return {name: Root(self.facts[name], file) for name, file in names.items() if name in self.facts}

    def value(self, path: str) -> Any:
        """One value by its dotted path (`inspection.area.name`), references followed; None if it is not there."""
        found: Any = self.facts
        for key in path.split("."):
            if isinstance(found, Sourced):
                found = found.value
            if not isinstance(found, Mapping) or key not in found:
                return None
            found = found[key]
        return found.value if isinstance(found, Sourced) else found

    @property
    def area(self) -> str:
        """The name of the area; empty when it is not known."""
        name = self.value("inspection.area.name")
        return name if isinstance(name, str) else ""

    def day(self, name: str) -> date | None:
        """One of the dates of the inspection (`notified`); None when it is absent or not a date."""
        value = self.value(f"inspection.dates.{name}")
        try:
            return date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None
