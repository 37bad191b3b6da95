"""Text to JSON values, strictly: equal keys, NaN, fractions, depth and forbidden characters are faults with places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any

from lettersmith.intake import syntax
from lettersmith.intake.characters import FORBIDDEN, LONGEST_TEXT, SUSPECT, cleaned, names_of
from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.positions import line_at
from lettersmith.intake.show import listed, shortened, thing

DEEPEST = 50
"""Levels of entries within entries."""
LONGEST_NUMBER = 15
"""Digits of a whole number."""

_LONG_TEXT = re.compile(r'"[^"]{%d}' % LONGEST_TEXT)  # noqa: UP031


class Odd(str):
    """A number that JSON or we do not know, as it is written: `NaN`, `1.5`."""


class Broken:
    """What takes the place of the values of a file that could not be read."""


BROKEN = Broken()


def parse(text: str, file: str, faults: Faults) -> Any:
    """The values of a JSON text, or BROKEN; everything that is wrong is added to the faults.

    A text with forbidden characters comes back with replacement marks, an odd number as None.
    """
    depth, deep_at = _depth(text) if text.count("[") + text.count("{") > DEEPEST else (0, 0)
    if depth > DEEPEST:
        what = f"{file} has entries within entries more than {DEEPEST} deep."
        why, do = "Nothing in the facts goes deeper than ten.", "Look there for brackets that are never closed."
        faults.add(Fault("TooDeep", file, (), what, why, do, line=line_at(text, deep_at)))
        return BROKEN
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
    except JSONDecodeError as error:
        faults.add(syntax.explain(text, error.pos, error.msg, file))
        return BROKEN
    if equal:
        _blame_equal_keys(tree, equal, file, faults)
    if odd or SUSPECT.search(text) or _LONG_TEXT.search(text):
        tree = _mended(tree, (), file, faults, tree)
    return tree


def everything(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value in a tree with its path, the tree itself first."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from everything(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from everything(inner, (*path, index))


_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


def _depth(text: str) -> tuple[int, int]:
    """How deep brackets stand in brackets, up to one more than allowed, and where that is."""
    depth = deepest = 0
    for match in _BRACKET.finditer(text):
        character = match.group()
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if depth > DEEPEST:
                return depth, match.start()
        elif character in "]}":
            depth -= 1
    return deepest, 0


def _blame_equal_keys(tree: Any, equal: list[tuple[dict[str, Any], list[str]]], file: str, faults: Faults) -> None:
    keys_of = {id(made): keys for made, keys in equal}
    for path, value in everything(tree):
        for key in keys_of.get(id(value), ()) if isinstance(value, dict) else ():
            what = f"{thing(tree, (*path, key))} stands there twice."
            what = what[0].upper() + what[1:]
            why = "Each name may stand once in an entry: of two, nobody knows which one is meant."
            faults.add(Fault("DuplicateKey", file, (*path, key), what, why, "Take one of them out.", at_key=True))


def _mended(value: Any, path: Path, file: str, faults: Faults, tree: Any) -> Any:
    """The tree with what cannot be used replaced, and a fault for each."""
    if isinstance(value, Odd):
        what = f"{thing(tree, path)} is {shortened(value)}."
        what = what[0].upper() + what[1:]
        why = f"Numbers in the facts are whole, with at most {LONGEST_NUMBER} digits."
        faults.add(Fault("Number", file, path, what, why, "Write a whole number.", str(value)))
        return None
    if isinstance(value, str):
        return _mended_text(value, path, file, faults, tree)
    if isinstance(value, list):
        return [_mended(inner, (*path, index), file, faults, tree) for index, inner in enumerate(value)]
    if isinstance(value, dict):
        return {
            _mended_key(key, (*path, key), file, faults): _mended(inner, (*path, key), file, faults, tree)
            for key, inner in value.items()
        }
    return value


def _mended_key(key: str, path: Path, file: str, faults: Faults) -> str:
    if not FORBIDDEN.search(key):
        return key
    what = f'The name "{shortened(cleaned(key))}" holds {listed(names_of(key), "and")}.'
    faults.add(Fault("Character", file, path, what, "Names hold letters only.", "Type the name again.", at_key=True))
    return cleaned(key)


def _mended_text(value: str, path: Path, file: str, faults: Faults, tree: Any) -> str:
    text = value.replace("\r\n", "\n")
    if FORBIDDEN.search(text):
        what = f"{thing(tree, path)} holds {listed(names_of(text), 'and')}."
        what = what[0].upper() + what[1:]
        why = (
            "It cannot be seen, and no document can print it. It often comes in with text copied from another program."
        )
        do = "Delete the text around it and type it again."
        text = cleaned(text)
        faults.add(Fault("Character", file, path, what, why, do, text))
    if len(text) > LONGEST_TEXT:
        what = f"{thing(tree, path)} is {len(text):,} characters long."
        what = what[0].upper() + what[1:]
        why = f"One text may have {LONGEST_TEXT:,} characters, about 30 pages."
        faults.add(Fault("TooLong", file, path, what, why, "Is it the right text? Shorten it.", text))
    return text
