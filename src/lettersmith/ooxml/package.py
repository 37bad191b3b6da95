"""How the parts of a Word file hang together: which part leads to which, and which holds the text."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any, NamedTuple

from lettersmith.ooxml.gate import Parts, parse
from lettersmith.ooxml.names import R_ID, STRICT_R_ID, STRICT_WORD, WORD

BODY = "word/document.xml"
"""Where the text of most Word files is, and of every one of ours."""


class Related(NamedTuple):
    """What a part leads to: another part, or an address outside."""

    kind: str
    """The last word of its type: `styles`, `hyperlink`."""
    target: str
    """The full name of a part, or the address."""
    outside: bool = False
    """Whether it leads out of the file."""


def main_part(parts: Parts) -> str:
    """The name of the part with the text."""
    return part_of_kind(relationships(parts, ""), "officeDocument") or BODY


def part_of_kind(beside: Mapping[str, Related], kind: str) -> str:
    """The first part of a kind; empty for none."""
    return next((related.target for related in beside.values() if related.kind == kind and not related.outside), "")


def relationships_name(name: str) -> str:
    """The name of the part that says what a part leads to."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relationships(parts: Parts, name: str) -> dict[str, Related]:
    """What a part leads to, by id; of the whole file where the name is empty."""
    folder = posixpath.dirname(name)
    tree = parts.tree(relationships_name(name))
    found: dict[str, Related] = {}
    for element in () if tree is None else tree:
        target = element.get("Target", "")
        outside = element.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        found[element.get("Id", "")] = Related(element.get("Type", "").rpartition("/")[2], target, outside)
    return found


def word_tree(parts: Parts, name: str) -> Any:
    """The root of a part in Word's usual names, which the strict form of the format spells otherwise; None for none."""
    data = parts.read(name)
    return parse(data.replace(STRICT_WORD.encode(), WORD.encode()), parts.file) if data else None


def used_id(element: Any) -> str:
    """The relationship that an element goes by."""
    return element.get(R_ID) or element.get(STRICT_R_ID) or ""
