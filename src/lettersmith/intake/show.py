"""Values and places of the facts as sentences print them."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from lettersmith.intake.paths import Path
from lettersmith.model.facts import Absent, Sourced

LONGEST = 60
"""Characters of a value that a sentence shows."""

_KINDS = {
    "people": "person",
    "members": "person",
    "senders": "person",
    "signatories": "signatory",
    "concerns": "concern",
    "findings": "finding",
    "grades": "grade",
    "": "evidence record",
}


def shown(value: Any) -> str:
    """A value as a sentence shows it: quoted, on one line, and not too long."""
    if isinstance(value, str):
        return f'"{shortened(value)}"'
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, Sourced):
        return shown(value.value)
    if isinstance(value, Absent):
        return f'{{"{value.kind}": …}}'
    return shortened(json.dumps(value))


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text on one line, whose unprintable characters are told by their numbers."""
    plain = "".join(character if _printable(character) else coded(character) for character in text[: longest + 1])
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def coded(character: str) -> str:
    """A character by its number: `U+0007`. A line break and a tab by their names."""
    return {"\n": " ", "\t": " ", "\r": " "}.get(character, f"U+{ord(character):04X}")


def _printable(character: str) -> bool:
    return character == " " or unicodedata.category(character)[0] not in "CZ" or character in "\u00a0\u200d"


def listed(words: list[str], joint: str = "or") -> str:
    """Some words as a sentence lists them: `a, b or c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else "nothing"


def owner(tree: Any, path: Path) -> str:
    """The entry that a value belongs to, in words: `person "dcs"`, `finding "S4"`; empty if that is the whole file."""
    for length in range(len(path), 0, -1):
        entry = inside(tree, path[:length])
        if isinstance(entry, dict):
            return _called(entry, path[:length])
    return _called(tree, ()) if isinstance(tree, dict) and "at" in tree else ""


def _called(entry: dict[str, Any], path: Path) -> str:
    name = entry.get("id", entry.get("judgement"))
    step, kind = path[-1] if path else 0, str(path[-2]) if len(path) > 1 else ""
    if isinstance(step, str):
        return f'"{shortened(step)}"'
    if kind not in _KINDS:
        return f'entry {step + 1} of "{shortened(kind)}"'
    return f"{_KINDS[kind]} {shown(name) if isinstance(name, str) else f'number {step + 1}'}"


def thing(tree: Any, path: Path) -> str:
    """A value in words, with what it belongs to: `"email" of person "dcs"`."""
    if not path:
        return "the file"
    *before, last = path
    if isinstance(last, int):
        return f"entry {last + 1} of {thing(tree, tuple(before))}" if before else f"evidence record number {last + 1}"
    around = owner(tree, tuple(before))
    return f'"{shortened(last)}" of {around}' if around else f'"{shortened(last)}"'


def sentence(tree: Any, path: Path, rest: str) -> str:
    """A sentence about a value: what it is called, with a capital, and what goes on after it."""
    words = f"{thing(tree, path)} {rest}"
    return words[0].upper() + words[1:]


def inside(tree: Any, path: Path) -> Any:
    """The value of a path; None if it is not there."""
    for step in path:
        tree = tree.value if isinstance(tree, Sourced) else tree
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, list) and step < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
