"""Facts that are not there for a reason, empty ones, and long texts in files: each put in its place in the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lettersmith.intake.characters import LONGEST_TEXT
from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.shape import ABSENT
from lettersmith.intake.show import listed, sentence, shown
from lettersmith.model.facts import Absent

KINDS = frozenset(ABSENT)
LoadText = Callable[[str, str, Path], Any]
"""Gives the value for `{"file": name}` in a file of the facts, at a path."""


def settle(value: Any, file: str, faults: Faults, load: LoadText, path: Path = (), tree: Any = None) -> Any:
    """The value with Absent and LongText in it.

    What is wrong with them, and every text that is empty or too long, is added to the faults.
    """
    tree = value if tree is None else tree
    if isinstance(value, str):
        if not faults.blamed(file, path):
            _blame_text(value, file, faults, path, tree)
    elif isinstance(value, dict):
        if not KINDS.isdisjoint(value):
            return _absent(value, file, faults, path, tree)
        if "file" in value and len(value) == 1 and isinstance(value["file"], str) and value["file"].strip():
            return load(value["file"], file, path)
        for key, inner in value.items():
            if inner.__class__ is not str or not 0 < len(inner) <= LONGEST_TEXT or inner.isspace():
                value[key] = settle(inner, file, faults, load, (*path, key), tree)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            value[index] = settle(inner, file, faults, load, (*path, index), tree)
    return value


def _blame_text(value: str, file: str, faults: Faults, path: Path, tree: Any) -> None:
    if not value.strip():
        what = sentence(tree, path, "is empty.")
        do = 'Fill it in, or say why it is not there: {"unknown": "why"}.'
        faults.add(Fault("Empty", file, path, what, "An empty text would leave a gap in a document.", do, value))
    elif len(value) > LONGEST_TEXT:
        what = sentence(tree, path, f"is {len(value):,} characters long.")
        why = f"One text may have {LONGEST_TEXT:,} characters, about 30 pages."
        faults.add(Fault("TooLong", file, path, what, why, "Is it the right text? Shorten it.", value))


def _absent(value: dict[str, Any], file: str, faults: Faults, path: Path, tree: Any) -> Absent:
    kinds = [kind for kind in ABSENT if kind in value]
    reason = value[kinds[0]]
    if len(value) > 1:
        what = sentence(tree, path, f"has {listed([shown(key) for key in value], 'and')} at once.")
        why = f"A fact that is not there says one of {listed(list(ABSENT))}, with the reason, and nothing else."
        faults.add(Fault("WrongType", file, path, what, why, "Leave one of them.", value))
    elif not isinstance(reason, str) or not reason.strip():
        what = sentence(tree, path, f"is {kinds[0].replace('_', ' ')}, but the reason is missing.")
        why = "Whoever reads the facts later must know why it is not there."
        do = f'Write the reason: {{"{kinds[0]}": "The letter has not been sent yet."}}'
        faults.add(Fault("NoReason", file, path, what, why, do, value))
    return Absent(kinds[0], reason if isinstance(reason, str) else "")
