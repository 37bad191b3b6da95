"""Which problems of the facts a document must wait for, and which are none of its business."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lettersmith.intake.paths import Path, read_path
from lettersmith.model.facts import Sourced
from lettersmith.model.remark import Remark

Field = tuple[str, Path]
"""A root (`inspection`) and the way to a value under it. Of a field that a template names, indexes are left out."""

_USERS = re.compile(r"(\S+\.json) (\$\S*)")
_PEOPLE = ("people", "team")
_REFERENCES = ("addressees", "concerns", "notification", "people", "team")
_PERSON_ROOTS = ("addressee", "sender")
_CONCERNS: Path = ("concerns",)
_DATES: Path = ("dates",)


def relevant(
    problems: Iterable[Remark], fields: Iterable[str], facts: Mapping[str, Any] | None = None
) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
    """The problems that stand in the way of a document which uses some fields, and the others.

    `fields` are dotted paths as in FieldUse: `inspection.area.name`, `judgements.findings[].text`. A problem is
    needed if its value holds a used field, or is part of one, whichever entry of a list it is in; so is a whole file
    that is broken, if anything of it is used. With `facts` (an inspection's), references are followed: a problem with
    a person counts only where that person is used. Without, every person counts as soon as one is used.
    """
    problems = tuple(problems)
    if not problems:
        return (), ()
    used = [_field(name) for name in fields]
    people = _people_used(used, facts)
    needed: list[Remark] = []
    others: list[Remark] = []
    for problem in problems:
        doubtful = problem.rule == "Facts.DuplicateId" and bool(people)  # which of the two is meant?
        waits = any(_is_needed(field, used, people, doubtful) for field in _fields_of(problem))
        (needed if waits else others).append(problem)
    return tuple(needed), tuple(others)


def _field(name: str) -> Field:
    """The fact that a name of a template leads to: `timetable` is counted from dates, `concern` is one of several."""
    root, *steps = name.replace("[]", "").split(".")
    if root == "timetable":
        return "inspection", _DATES
    if root == "concern":
        return "inspection", (*_CONCERNS, *steps)
    return root, tuple(steps)


def _fields_of(problem: Remark) -> list[Field]:
    """The values that a problem is about: of a text file, those that name it."""
    place = problem.place
    users = _USERS.findall(place.path) or [(place.file, place.path)]
    found = []
    for file, written in users:
        path = read_path(written)
        if problem.rule == "Facts.UnknownKey" and problem.instead:
            path = (*path[:-1], problem.instead[0])
        found.append((_root(file), path))
    return found


def _root(file: str) -> str:
    return file.split("/")[0].removesuffix(".json")


def _is_needed(field: Field, used: list[Field], people: list[Path] | None, doubtful: bool) -> bool:
    root, path = field
    if root == "inspection" and path[:1] in ((), ("framework",)):
        return True  # without it nobody knows what any document is
    if root == "inspection" and path[0] in _PEOPLE:
        return doubtful or _is_person_needed(path, used, people)
    bare = _without_indexes(path)
    return any(root == other and _overlap(bare, steps) for other, steps in used)


def _is_person_needed(path: Path, used: list[Field], people: list[Path] | None) -> bool:
    direct = any(root == "inspection" and _overlap(_without_indexes(path), steps) for root, steps in used)
    if people is None:
        return direct or any(
            root in _PERSON_ROOTS or (root == "inspection" and steps[:1] and steps[0] in _REFERENCES)
            for root, steps in used
        )
    return direct or any(_overlap(path, person) for person in people)


def _people_used(used: list[Field], facts: Mapping[str, Any] | None) -> list[Path] | None:
    """The paths in `inspection.json` of what the used fields reach by reference, to the very value."""
    if facts is None or any(root in _PERSON_ROOTS for root, _ in used):
        return None
    reached: list[Path] = []
    for root, steps in used:
        _follow(facts.get(root), steps, reached)
    return reached


def _follow(value: Any, steps: Path, reached: list[Path]) -> None:
    if isinstance(value, Sourced):
        if value.origin.file == "inspection.json":
            reached.append((*read_path(value.origin.path), *steps))
        value = value.value
    if isinstance(value, list):
        for item in value:
            _follow(item, steps, reached)
    elif isinstance(value, dict) and steps and steps[0] in value:
        _follow(value[str(steps[0])], steps[1:], reached)


def _without_indexes(path: Path) -> Path:
    return tuple(step for step in path if not isinstance(step, int))


def _overlap(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
