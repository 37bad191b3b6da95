"""Text to JSON values, strictly: equal keys, NaN, fractions, depth and forbidden characters are faults with places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any

from lettersmith.intake import syntax
from lettersmith.intake.characters import suspect
from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.mend import LONGEST_NUMBER, Odd, mended
from lettersmith.intake.paths import Path
from lettersmith.intake.positions import line_at
from lettersmith.intake.show import sentence

DEEPEST = 50
"""Levels of entries within entries."""

_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


class Broken:
    """What takes the place of the values of a file that could not be read."""


BROKEN = Broken()


def parse(text: str, file: str, faults: Faults) -> Any:
    """The values of a JSON text, or BROKEN; everything that is wrong is added to the faults.

    A text with forbidden characters comes back with replacement marks, an odd number as None.
    """
    equal: list[tuple[dict[str, Any], list[str]]] = []
    odd: list[Odd] = []

    def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            keys = [key for key, _ in pairs]
            equal.append((made, [key for key in made if keys.count(key) > 1]))
        return made

    def odd_number(digits: str) -> Odd:
        odd.append(Odd(digits))
        return odd[-1]

    def whole_number(digits: str) -> int | Odd:
        return int(digits) if len(digits) <= LONGEST_NUMBER else odd_number(digits)

    try:
        tree = json.loads(
            text, object_pairs_hook=object_of, parse_constant=odd_number, parse_float=odd_number, parse_int=whole_number
        )
        too_deep = _is_too_deep(tree)
    except JSONDecodeError as error:
        faults.add(syntax.explain(text, error.pos, error.msg, file))
        return BROKEN
    except RecursionError:
        too_deep = True
    if too_deep:
        what = f"{file} has entries within entries, more than {DEEPEST} deep."
        why, do = "Nothing in the facts goes deeper than ten.", "Look there for brackets that are never closed."
        faults.add(Fault("TooDeep", file, (), what, why, do, line=_deep_line(text)))
        return BROKEN
    if equal:
        _blame_equal_keys(tree, equal, file, faults)
    return mended(tree, (), file, faults, tree) if odd or suspect(text) else tree


def _is_too_deep(tree: Any) -> bool:
    """Whether entries stand in entries more than 50 times; level by level, so that no depth can break it."""
    level = [tree]
    for _ in range(DEEPEST):
        level = [
            inner
            for holder in level
            if holder.__class__ is dict or holder.__class__ is list
            for inner in (holder.values() if holder.__class__ is dict else holder)
        ]
        if not level:
            return False
    return any(isinstance(holder, dict | list) for holder in level)


def _deep_line(text: str) -> int:
    """The line where the brackets first stand too deep."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match.group(), 0)
        if depth > DEEPEST:
            return line_at(text, match.start())
    return 1


def _blame_equal_keys(tree: Any, equal: list[tuple[dict[str, Any], list[str]]], file: str, faults: Faults) -> None:
    keys_of = {id(made): keys for made, keys in equal}
    for path, value in _everything(tree):
        for key in keys_of.get(id(value), ()) if isinstance(value, dict) else ():
            what = sentence(tree, (*path, key), "stands there twice.")
            why = "Each name may stand once in an entry: of two, nobody knows which one is meant."
            faults.add(Fault("DuplicateKey", file, (*path, key), what, why, "Take one of them out.", at_key=True))


def _everything(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value in a tree with its path, the tree itself first."""
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from _everything(inner, (*path, key))
