"""Facts that are not there for a reason, empty ones, and long texts in files: each put in its place in the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.shape import ABSENT
from lettersmith.intake.show import listed, shown, thing
from lettersmith.model.facts import Absent

KINDS = frozenset(ABSENT)
LoadText = Callable[[str, str, Path], Any]
"""Gives the value for `{"file": name}` in a file of the facts, at a path."""


def settle(value: Any, file: str, faults: Faults, load: LoadText, path: Path = (), tree: Any = None) -> Any:
    """The value with Absent and LongText in it; what is wrong with them, and every empty text, is added to the faults."""
    tree = value if tree is None else tree
    if isinstance(value, str):
        if not value or value.isspace():
            _blame_empty(value, file, faults, path, tree)
    elif isinstance(value, dict):
        if not KINDS.isdisjoint(value):
            return _absent(value, file, faults, path, tree)
        if "file" in value and len(value) == 1 and isinstance(value["file"], str) and value["file"].strip():
            return load(value["file"], file, path)
        for key, inner in value.items():
            if inner.__class__ is not str or not inner or inner.isspace():
                value[key] = settle(inner, file, faults, load, (*path, key), tree)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            value[index] = settle(inner, file, faults, load, (*path, index), tree)
    return value


def _blame_empty(value: str, file: str, faults: Faults, path: Path, tree: Any) -> None:
    what = f"{thing(tree, path)} is empty."
    what = what[0].upper() + what[1:]
    do = 'Fill it in, or say why it is not there: {"unknown": "why"}.'
    if not faults.blamed(file, path):
        faults.add(Fault("Empty", file, path, what, "An empty text would leave a gap in a document.", do, value))


def _absent(value: dict[str, Any], file: str, faults: Faults, path: Path, tree: Any) -> Absent:
    kinds = [kind for kind in ABSENT if kind in value]
    reason = value[kinds[0]]
    name = thing(tree, path)
    if len(value) > 1:
        what = f"{name} has {listed([shown(key) for key in value], 'and')} at once."
        why = f"A fact that is not there says one of {listed(list(ABSENT))}, with the reason, and nothing else."
        faults.add(Fault("WrongType", file, path, what[0].upper() + what[1:], why, "Leave one of them.", value))
    elif not isinstance(reason, str) or not reason.strip():
        what = f"{name} is {kinds[0].replace('_', ' ')}, but the reason is missing."
        why = "Whoever reads the facts later must know why it is not there."
        do = f'Write the reason: {{"{kinds[0]}": "The letter has not been sent yet."}}'
        faults.add(Fault("NoReason", file, path, what[0].upper() + what[1:], why, do, value))
    return Absent(kinds[0], reason if isinstance(reason, str) else "")
