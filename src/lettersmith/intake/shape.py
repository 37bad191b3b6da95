"""The shape of the facts: which names there are, which are needed, and what kind of value each has.

The JSON Schemas in `schemas/` say it; they are also what an editor completes from. Their own titles and descriptions
make the sentences, never the validator's wording.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.show import listed, sentence, shortened, shown

SCHEMAS = ("inspection", "judgements", "evidence")
ABSENT = ("unknown", "not_applicable", "withheld")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def schema(name: str) -> str:
    """The JSON Schema (2020-12) of `inspection`, `judgements` or `evidence`, as text. Raises KeyError for others."""
    if name not in SCHEMAS:
        raise KeyError(name)
    return (FilePath(__file__).parent / "schemas" / f"{name}.json").read_text(encoding="utf-8")


@lru_cache(maxsize=3)
def _tree(name: str) -> Any:
    return json.loads(schema(name))


@lru_cache(maxsize=3)
def _validator(name: str) -> Any:
    import jsonschema_rs

    def refuse(address: str) -> Any:
        raise ValueError(f"{address} is not fetched")

    return jsonschema_rs.Draft202012Validator(_tree(name), validate_formats=True, retriever=refuse)


def shape_errors(name: str, tree: Any) -> list[Any]:
    """What the validator finds; hand it to `tell` once the faults of single values are known."""
    validator = _validator(name)
    if validator.is_valid(tree):
        return []
    leaves = [leaf for error in validator.iter_errors(tree) for leaf in _leaves(error)]
    return sorted(leaves, key=lambda leaf: (str(leaf.instance_path), leaf.kind.name))


def tell(errors: list[Any], name: str, tree: Any, file: str, faults: Faults, alone: bool = False) -> None:
    """Add a fault for each of the errors whose value has none yet.

    `alone`: the tree was one record that had been put into a list to be looked at.
    """
    for error in errors:
        path: Path = tuple(error.instance_path)[1:] if alone else tuple(error.instance_path)
        for fault in _TELLERS.get(error.kind.name, _wrong_form)(error, name, tree, file, path):
            if not faults.blamed(file, fault.path):
                faults.add(fault)


def _leaves(error: Any) -> Iterator[Any]:
    """The errors that matter of a choice: those of the branch that was meant."""
    if error.kind.name != "anyOf":
        yield error
        return
    here = list(error.instance_path)
    names_file = isinstance(error.instance, dict) and "file" in error.instance
    for branch in error.kind.context:
        where = [list(inner.schema_path) for inner in branch]
        other_kind = any(inner.kind.name == "type" and list(inner.instance_path) == here for inner in branch)
        missing_file = not names_file and any(path[:2] == ["$defs", "file"] for path in where)
        if not other_kind and not missing_file and not any(path[:2] == ["$defs", "absent"] for path in where):
            for inner in branch:
                yield from _leaves(inner)
            return
    yield error


def _expected(error: Any, name: str) -> str:
    """What the schema expects where an error is, in its own words."""
    steps = list(error.schema_path)
    for length in range(len(steps) - 1, -1, -1):
        node: Any = _tree(name)
        for step in steps[:length]:
            node = node[step]
        if isinstance(node, dict) and "title" in node:
            return str(node["title"])
    return "something else"


def _node(error: Any, name: str) -> Any:
    """The part of the schema whose keyword was broken."""
    node: Any = _tree(name)
    for step in list(error.schema_path)[:-1]:
        node = node[step]
    return node


def _wrong_type(error: Any, name: str, tree: Any, file: str, path: Path) -> Iterator[Fault]:
    value = error.instance
    what = sentence(tree, path, f"is {shown(value)}.")
    why = f"Expected: {_expected(error, name)}."
    do = "Write that instead."
    if value is None:
        do = 'Write the value, or why it is not there: {"unknown": "why"}.'
    elif isinstance(value, dict) and len(value) == 1:
        near = nearest(next(iter(value)), [*ABSENT, "file"])
        do = f'Did you mean "{near}" instead of {shown(next(iter(value)))}?' if near else do
    yield Fault("WrongType", file, path, what, why, do, value)


def _not_one_of(error: Any, name: str, tree: Any, file: str, path: Path) -> Iterator[Fault]:
    options = [option if isinstance(option, str) else json.dumps(option) for option in error.kind.options]
    near = nearest(error.instance, options)
    what = sentence(tree, path, f"is {shown(error.instance)}.")
    do = f'Did you mean "{near}"?' if near else "Choose one of them."
    instead = (near,) if near else ()
    yield Fault("NotOneOf", file, path, what, f"It is one of: {listed(options)}.", do, error.instance, instead=instead)


def _out_of_range(error: Any, name: str, tree: Any, file: str, path: Path) -> Iterator[Fault]:
    what = sentence(tree, path, f"is {shown(error.instance)}.")
    yield Fault("NotOneOf", file, path, what, f"Expected: {_expected(error, name)}.", "Correct it.", error.instance)


def _missing(error: Any, name: str, tree: Any, file: str, path: Path) -> Iterator[Fault]:
    key = error.kind.property
    described = _node(error, name)["properties"].get(key, {})
    what = sentence(tree, (*path, key), "is missing.")
    example = described.get("examples", ["…"])[0]
    do = f'Add it: "{key}": {json.dumps(example, ensure_ascii=False)}'
    do += ', or say why not: {"unknown": "why"}.' if _may_be_absent(described, name) else "."
    yield Fault("Missing", file, (*path, key), what, described.get("description", "It is needed."), do)


def _may_be_absent(described: Any, name: str) -> bool:
    kind = str(described.get("$ref", "")).rpartition("/")[2]
    return "#/$defs/absent" in json.dumps(_tree(name)["$defs"].get(kind, described))


def _unknown_key(error: Any, name: str, tree: Any, file: str, path: Path) -> Iterator[Fault]:
    known = [key for key in _node(error, name).get("properties", {}) if not key.startswith("$")]
    for key in error.kind.unexpected:
        yield unknown_key(tree, (*path, key), known, file)


def unknown_key(tree: Any, path: Path, known: list[str], file: str) -> Fault:
    """The fault of a name that is not known where it stands, with the nearest one that is."""
    key = str(path[-1])
    near = nearest(key, known)
    what = sentence(tree, path, "is not a name that is known there.")
    do = f'Did you mean "{near}"? Correct it.' if near else "Correct it, or take it out."
    why = f"Known there: {listed(known, 'and')}."
    return Fault("UnknownKey", file, path, what, why, do, shortened(key), at_key=True, instead=(near,) if near else ())


def _wrong_form(error: Any, name: str, tree: Any, file: str, path: Path) -> Iterator[Fault]:
    value = error.instance
    if isinstance(value, str) and not value.strip():
        return  # told as empty, by whoever looks at every text
    if error.kind.name == "format" and isinstance(value, str) and _DATE.fullmatch(value):
        yield no_such_date(tree, path, value, value, file)
        return
    what = sentence(tree, path, f"is {shown(value)}.")
    if isinstance(value, str) and "\n" in value:
        what = sentence(tree, path, f"has a line break in it: {shown(value)}.")
    elif isinstance(value, str) and path[-1:] == ("at",) and _DATE.fullmatch(value):
        what = sentence(tree, path, f"has a date but no time: {shown(value)}.")
    yield Fault("WrongForm", file, path, what, f"Expected: {_expected(error, name)}.", "Correct it.", value)


def no_such_date(tree: Any, path: Path, value: str, day: str, file: str) -> Fault:
    """The fault of a date that is not in the calendar."""
    what = sentence(tree, path, f"is {shown(value)}.")
    return Fault("NoSuchDate", file, path, what, f"There is no day {day} in the calendar.", "Correct the date.", value)


def nearest(word: Any, known: list[str]) -> str:
    """The known word that is most like a word; empty if none is like it."""
    from difflib import get_close_matches

    text = str(word).lower().replace(" ", "_")[:80]
    folded = {option.lower(): option for option in known}
    close = get_close_matches(text, folded, 1, 0.6) or get_close_matches(text.replace("_", "-"), folded, 1, 0.6)
    return folded[close[0]] if close else ""


Teller = Callable[[Any, str, Any, str, Path], Iterator[Fault]]
_TELLERS: dict[str, Teller] = {
    "type": _wrong_type,
    "anyOf": _wrong_type,
    "enum": _not_one_of,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "required": _missing,
    "additionalProperties": _unknown_key,
}
