"""Where the values of a JSON text stand: a walk to the wanted paths only, for remarks.

A full map of a million characters costs Python a tenth of a second. So values that nobody asks for are passed over
by the scanner of the json module, and nothing is walked at all unless there is something to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from lettersmith.intake.paths import Path, read_path

_SPACE = re.compile(r"[ \t\r\n]*")
_skip = json.JSONDecoder(strict=False).scan_once  # type: ignore[attr-defined]


class Spot(NamedTuple):
    """Where one value of a JSON text stands, as offsets into the text."""

    key: int
    """Of the key in front of the value; of an item of a list the value itself."""
    value: int
    keys: tuple[int, ...] = ()
    """Of every key of the same name in the same object: more than one is a fault."""


def locate(text: str, paths: Iterable[Path]) -> dict[Path, Spot]:
    """The spots of some paths in a JSON text. A path that is not there has the spot of what is nearest around it.

    Of equal keys the last one counts, as in Python's own reading.
    """
    wanted = list(paths)
    tree: dict[str | int, Any] = {}
    for path in wanted:
        branch = tree
        for step in path:
            branch = branch.setdefault(step, {})
    found: dict[Path, Spot] = {}
    with suppress(ValueError, StopIteration, IndexError, RecursionError):  # a text that breaks off
        _walk(text, _after_space(text, 0), tree, (), found)
    return {path: _nearest(found, path) for path in wanted}


def line_at(text: str, offset: int) -> int:
    """The line of an offset, from 1."""
    return text.count("\n", 0, offset) + 1


def line_of(text: str, path: str) -> int:
    """The line, from 1, on which the value of a path begins (`$.findings[3].text`); of what is around it if not there.

    0 if the text holds no JSON at all.
    """
    return _line(text, path, key=False)


def key_line(text: str, path: str) -> int:
    """The line, from 1, of the key in front of a value; of an item of a list the line of the value."""
    return _line(text, path, key=True)


def _line(text: str, path: str, *, key: bool) -> int:
    steps = read_path(path)
    spot = locate(text, [steps])[steps]
    offset = spot.key if key else spot.value
    return line_at(text, offset) if offset >= 0 else 0


def _nearest(found: dict[Path, Spot], path: Path) -> Spot:
    for length in range(len(path), -1, -1):
        if path[:length] in found:
            return found[path[:length]]
    return Spot(-1, -1)


def _after_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _walk(text: str, start: int, tree: dict[str | int, Any], path: Path, found: dict[Path, Spot]) -> int:
    """Note the wanted values inside the value at `start`; the offset behind it."""
    found.setdefault(path, Spot(start, start))
    if tree and text[start] == "{":
        return _walk_object(text, start, tree, path, found)
    if tree and text[start] == "[":
        return _walk_list(text, start, tree, path, found)
    return int(_skip(text, start)[1])


def _walk_object(text: str, start: int, tree: dict[str | int, Any], path: Path, found: dict[Path, Spot]) -> int:
    at = _after_space(text, start + 1)
    while text[at] != "}":
        key_at = at
        key, at = scanstring(text, at + 1, False)
        value_at = _after_space(text, _after_space(text, at) + 1)
        inner = (*path, key)
        if key in tree:
            earlier = found[inner].keys if inner in found else ()
            found[inner] = Spot(key_at, value_at, (*earlier, key_at))
            at = _walk(text, value_at, tree[key], inner, found)
        else:
            at = int(_skip(text, value_at)[1])
        at = _after_comma(text, at)
    return at + 1


def _walk_list(text: str, start: int, tree: dict[str | int, Any], path: Path, found: dict[Path, Spot]) -> int:
    at = _after_space(text, start + 1)
    index = 0
    while text[at] != "]":
        at = _walk(text, at, tree[index], (*path, index), found) if index in tree else int(_skip(text, at)[1])
        at = _after_comma(text, at)
        index += 1
    return at + 1


def _after_comma(text: str, at: int) -> int:
    at = _after_space(text, at)
    return _after_space(text, at + 1) if text[at] == "," else at
