"""The files of a styles folder, whether it lies on disk or in a package (a zip file)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


TESTS = (".test.yml", ".test.yaml")
"""Vale's own name for a rule's examples: no rules."""


class Found(NamedTuple):
    """A file of a rule, not read yet."""

    id: str
    style: str
    file: Traversable
    shown: str
    """Its name for people: `PlainEnglish/Wordy.yml`."""


def styles_in(folder: Traversable) -> list[Traversable]:
    """The folders of styles, by name."""
    return [
        inner for inner in _sorted(folder) if inner.is_dir() and inner.name != "config" and inner.name[0] not in "._"
    ]


def rules_in(style: Traversable) -> Iterator[Found]:
    """The rule files of a style. Folders inside it become part of a rule's name; those with `.` or `_` are left."""
    for parts, file in _walk(style, ()):
        name = file.name
        if name.endswith(".yml") and not name.endswith(TESTS):
            rule = ".".join((style.name, *parts, name.partition(".")[0]))
            yield Found(rule, style.name, file, "/".join((style.name, *parts, name)))


def companion(style: Traversable, rule: str) -> Traversable:
    """Where what stands beside a rule would be: `PlainEnglish/tests/Wordy.yaml`."""
    return style.joinpath("tests").joinpath(rule.partition(".")[2] + ".yaml")


def files_in(folder: Traversable, ending: str) -> Iterator[Traversable]:
    """All files in a folder and its folders whose names end so; none where there is no such folder."""
    if folder.is_dir():
        yield from (file for _, file in _walk(folder, ()) if file.name.endswith(ending))


def _walk(folder: Traversable, parts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Traversable]]:
    for inner in _sorted(folder):
        if inner.is_dir():
            if inner.name[0] not in "._":
                yield from _walk(inner, (*parts, inner.name))
        else:
            yield parts, inner


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda inner: inner.name)
