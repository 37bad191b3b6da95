"""The facts of an inspection as checks walk through them: references followed, each value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lettersmith.model.facts import Absent, LongText, Sourced
from lettersmith.model.inspection import Inspection
from lettersmith.model.place import Origin, Place

FILES = {"inspection": "inspection.json", "judgements": "judgements.json", "evidence": "evidence.json"}
INDEX = re.compile(r"\[\d*\]")


@lru_cache(maxsize=8192)
def without_numbers(path: str) -> str:
    """A path without the numbers of list items: `$.findings[3].text` is `$.findings.text`."""
    return INDEX.sub("", path)


class Fact(NamedTuple):
    """One value of the facts with the place where it really stands. The value None stands for nothing there."""

    value: Any
    file: str
    path: str

    def get(self, key: str) -> Fact:
        """A fact inside this one."""
        inside = self.value.get(key) if isinstance(self.value, Mapping) else None
        return _fact(inside, self.file, f"{self.path}.{key}")

    def items(self) -> list[Fact]:
        """The facts of a list; of a single value, that one alone; none if it is absent."""
        if isinstance(self.value, list):
            return [_fact(value, self.file, f"{self.path}[{index}]") for index, value in enumerate(self.value)]
        return [self] if self.known else []

    @property
    def known(self) -> bool:
        """Whether there is a value, and not a reason for its absence."""
        return self.value not in (None, "") and not isinstance(self.value, Absent)

    @property
    def text(self) -> str:
        """The value if it is a text, else empty."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def kind(self) -> str:
        """The path without the numbers of list items: the same for each item of a list."""
        return without_numbers(self.path)

    @property
    def place(self) -> Place:
        """The place of the fact, for a remark."""
        return Place(self.file, 0, self.path)


def _fact(value: Any, file: str, path: str) -> Fact:
    if isinstance(value, Sourced):
        return _fact(value.value, value.origin.file or file, value.origin.path or "$")
    return Fact(value, file, path)


def root(inspection: Inspection | None, name: str) -> Fact:
    """`inspection`, `judgements` or `evidence`; a fact without a value where that file is missing."""
    facts = inspection.facts if inspection is not None else {}
    return Fact(facts.get(name), FILES.get(name, name), "$")


def find(inspection: Inspection | None, path: str) -> list[Fact]:
    """Every fact at a dotted path; a list stands for each of its items."""
    name, *keys = INDEX.sub("", path).split(".")
    found = [root(inspection, name)]
    for key in keys:
        found = [item.get(key) for fact in found for item in fact.items()]
    return [item for fact in found for item in fact.items() if item.known]


def one(inspection: Inspection | None, path: str) -> Fact:
    """The first fact at a dotted path; a fact without a value if there is none."""
    found = find(inspection, path)
    return found[0] if found else Fact(None, "", path)


def origins(origin: Origin) -> Iterator[Origin]:
    """An origin and all the further origins that it names."""
    yield origin
    for further in origin.more:
        yield from origins(further)


def comes_from(came_from: Iterable[Origin], facts: list[Fact]) -> bool:
    """Whether any of some words comes from one of some facts, or from something inside it. List items count as one."""
    origins = {(origin.file, without_numbers(origin.path)) for origin in came_from}
    texts = {fact.value.file for fact in facts if isinstance(fact.value, LongText)}
    wanted = {(fact.file, fact.kind) for fact in facts}
    return any(
        file in texts or any(file == other and (path + ".").startswith(kind + ".") for other, kind in wanted)
        for file, path in origins
    )
