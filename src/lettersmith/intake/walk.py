"""Finding values in the facts by patterns such as `findings[].agencies[]`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lettersmith.intake.paths import Path
from lettersmith.model.facts import Sourced


class Found(NamedTuple):
    """One value, and the object or list that holds it."""

    holder: Any
    key: str | int
    value: Any
    path: Path


def find(tree: Any, pattern: str) -> Iterator[Found]:
    """Every value that a pattern leads to. `[]` is every item of a list, `*` every value of an object.

    What is absent, or of another kind than the pattern expects, is passed over.
    """
    yield from _find(tree, pattern.replace("[]", ".[]").split("."), ())


def _find(tree: Any, steps: list[str], path: Path) -> Iterator[Found]:
    step, rest = steps[0], steps[1:]
    tree = tree.value if isinstance(tree, Sourced) else tree
    entries: Iterator[tuple[str | int, Any]]
    if step == "[]":
        entries = enumerate(tree) if isinstance(tree, list) else iter(())
    elif not isinstance(tree, dict):
        return
    elif step == "*":
        entries = iter(tree.items())
    else:
        entries = iter([(step, tree[step])] if step in tree else [])
    for key, value in list(entries):
        inner = (*path, key)
        if rest:
            yield from _find(value, rest, inner)
        else:
            yield Found(tree, key, value, inner)


def text_at(tree: Any, *steps: str) -> str:
    """The text at some keys; empty if there is none."""
    for step in steps:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree if isinstance(tree, str) else ""


def entries(tree: Any, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The objects in a list of the facts, with their paths."""
    for found in find(tree, f"{key}[]"):
        if isinstance(found.value, dict):
            yield found.path, found.value
