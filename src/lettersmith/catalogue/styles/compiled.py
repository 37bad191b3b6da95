"""The styles of the program in one file, so that the first check does not read some hundreds.

`styles/compiled.json` holds what the files beside it hold, and the engine's table of it. It names a fingerprint of all
their bytes; the files are read, which is quick, and the compiled file is used only where the fingerprint is theirs.
So it can be out of date, and then nothing but time is lost (docs/decisions/0022-compiled-styles.md).
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lettersmith.model.style import RuleNotes, StyleBook, StyleRule, Vocabulary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


NAME = "compiled.json"
FORM = 2
"""Of the file."""
MANY = 1000
"""Entries from which on a part of the engine's table is kept as lines."""
ENDINGS = (".yml", ".yaml", ".txt", ".dic", ".aff")
"""Of the files that styles are made of."""


class Compiled(NamedTuple):
    """What a compiled file holds."""

    rules: dict[str, StyleRule]
    notes: dict[str, RuleNotes]
    vocabularies: list[Vocabulary]
    table: Mapping[str, Any]


def read_compiled(layer: Traversable) -> Compiled | None:
    """The compiled file of a styles folder; None where there is none, or where it is not of the files beside it."""
    if not isinstance(layer, Path):
        return None
    try:
        values = _loaded((layer / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    if values.get("form") != FORM or values.get("fingerprint") != fingerprint(layer):
        return None
    return Compiled(
        {id: _rule(rule) for id, rule in values["rules"].items()},
        {id: RuleNotes(id, **{**notes, **_tuples(notes, "kinds", "parts")}) for id, notes in values["notes"].items()},
        [Vocabulary(name, tuple(accept), tuple(reject)) for name, accept, reject in values["vocabularies"]],
        {**values["table"], **{part: _of_lines(*texts) for part, texts in values["lines"].items()}},
    )


class Line:
    """A list as a line of the file holds it, read whenever somebody goes through it.

    The table of the engine has some ten thousand, and a letter looks into a few dozen: to read them all took a
    twentieth of the time of making it.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __iter__(self) -> Iterator[Any]:
        return iter(json.loads(self.text))


def _is_long(part: Any) -> bool:
    """Whether a part of the table is a long table of lists, which is kept as lines."""
    if not isinstance(part, Mapping) or len(part) < MANY:
        return False
    return all("\n" not in key and isinstance(value, list) for key, value in part.items())


def _as_lines(part: Mapping[str, Any]) -> tuple[str, str]:
    """A long table as two texts with a line for each entry: of its keys, and of its lists."""
    return "\n".join(part), "\n".join(map(_json, part.values()))


def _of_lines(keys: str, lists: str) -> dict[str, Line]:
    """A long table of two texts."""
    return dict(zip(keys.split("\n"), map(Line, lists.split("\n")), strict=True))


def _loaded(text: bytes) -> Any:
    """The values of a JSON text. They are many and live as long as the program: the search for garbage, which would
    go through them all again and again (25 milliseconds each time), leaves them out.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        values = json.loads(text)
        gc.freeze()
        return values
    finally:
        if was_on:
            gc.enable()


def compiled_text(layer: Path, book: StyleBook, table: Mapping[str, Any]) -> str:
    """The compiled file of a styles folder, given the book of it alone and the engine's table of that."""
    values = {
        "form": FORM,
        "fingerprint": fingerprint(layer),
        "rules": {rule.id: rule._asdict() for rule in book.rules if rule.id in _ids(layer)},
        "notes": {id: _without(notes._asdict(), "rule", "hits", "passes") for id, notes in book.notes.items()},
        "vocabularies": [[one.name, one.accept, one.reject] for one in book.vocabularies],
        "table": {name: part for name, part in table.items() if not _is_long(part)},
        "lines": {name: _as_lines(part) for name, part in table.items() if _is_long(part)},
    }
    return _json(values) + "\n"


def _json(values: Any) -> str:
    """A JSON text in ASCII: a text of a million characters with one dash in it takes three times as long to read."""
    return json.dumps(values, separators=(",", ":"), default=dict)


def fingerprint(layer: Path) -> str:
    """Of the names and bytes of all files that the styles of a folder are made of."""
    digest = blake2b(digest_size=16)
    for name, path in sorted(_files(str(layer), "")):
        with FileIO(path) as file:
            data = file.read().replace(b"\r\n", b"\n")
        digest.update(f"{name}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _files(folder: str, name: str) -> Iterator[tuple[str, str]]:
    """The files below a folder that styles are made of: the name of each from the layer on, and where it lies.

    They are some hundreds, and every run looks at them all: so they are listed and read without a Path for each.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, f"{name}{entry.name}/")
            elif entry.name.endswith(ENDINGS):
                yield name + entry.name, entry.path


def _ids(layer: Path) -> set[str]:
    """The ids of the rules that have files in a folder."""
    from lettersmith.catalogue.styles.tree import rules_in, styles_in

    return {found.id for style in styles_in(layer) for found in rules_in(style)}


def _rule(values: dict[str, Any]) -> StyleRule:
    return StyleRule(**{**values, "scopes": tuple(values["scopes"])})


def _tuples(values: Mapping[str, Any], *keys: str) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values[key]) for key in keys}


def _without(values: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}
