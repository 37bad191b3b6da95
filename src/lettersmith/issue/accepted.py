"""`accepted.toml`: the remarks that a person decided may stand, each with reason, name and end date."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lettersmith.errors import Unreadable
from lettersmith.issue.disk import put
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

if TYPE_CHECKING:
    from lettersmith.model.review import Acceptance

NAME = "accepted.toml"
HEAD = """# Remarks that may stand, each by somebody's decision. `lettersmith check --accept` adds to this list.
# An entry holds for its rule and its sentence, until its last day. Delete it to see the remark again.
"""
_TEXTS = ("rule", "fingerprint", "text", "reason", "by")
_NEEDED = ("rule", "fingerprint", "reason", "by", "until")


def file_for(path: Path) -> Path:
    """The list that a file goes by: the nearest that there is, in its folder or the one above; else beside it."""
    home = path.resolve().parent
    return next((folder / NAME for folder in (home, home.parent) if (folder / NAME).is_file()), home / NAME)


def read(path: Path) -> tuple[Acceptance, ...]:
    """The entries of a list; none if there is no such file. Raises Unreadable with everything that is wrong in it."""
    if not path.is_file():
        return ()
    from lettersmith.model.review import Acceptance

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        what = f"{path.name} cannot be read: {str(error)[:1].lower()}{str(error)[1:]}."
        raise Unreadable(_fault(path, what, "Correct that line, or take the entry out.")) from None
    entries = table.get("accepted", [])
    faults = list(_faults(entries, path)) if isinstance(entries, list) else [_no_list(path)]
    faults += [
        _fault(path, f"{path.name} has a key `{key}`.", "Only [[accepted]] stands in it.")
        for key in table
        if key != "accepted"
    ]
    if faults:
        raise Unreadable(*faults)
    return tuple(
        Acceptance(
            **{key: entry.get(key, "") for key in (*_TEXTS, "file")},
            until=entry["until"],
            on=entry.get("on"),
        )
        for entry in entries
    )


def add(path: Path, more: Iterable[Acceptance]) -> None:
    """Write further entries at the end of a list; an entry of the same fingerprint is replaced. Raises Unreadable."""
    new = {entry.fingerprint: entry for entry in more}
    kept = [entry for entry in read(path) if entry.fingerprint not in new]
    tables = "\n".join(_written(entry) for entry in (*kept, *new.values()))
    put(path, f"{HEAD}\n{tables}".encode())


def _written(entry: Acceptance) -> str:
    values: dict[str, Any] = {key: getattr(entry, key) for key in (*_TEXTS, "file") if getattr(entry, key)}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    lines += [f"{key} = {day.isoformat()}" for key, day in (("until", entry.until), ("on", entry.on)) if day]
    return "[[accepted]]\n" + "\n".join(lines) + "\n"


def _faults(entries: list[Any], path: Path) -> Iterator[Remark]:
    for number, entry in enumerate(entries, 1):
        where = f"Entry {number} of {path.name}"
        if not isinstance(entry, dict):
            yield _fault(path, f"{where} is no table.", "Write it as [[accepted]] with its keys.")
            continue
        for key in _NEEDED:
            if not entry.get(key):
                yield _fault(
                    path, f"{where} has no `{key}`.", "Add it: nothing is accepted without a reason, a name and a day."
                )
        for key in _TEXTS:
            if not isinstance(entry.get(key, ""), str):
                yield _fault(path, f"{where}: `{key}` is {entry[key]!r}.", "Write a text in quotation marks.")
        for key in ("until", "on"):
            if key in entry and type(entry[key]) is not date:
                yield _fault(
                    path, f"{where}: `{key}` is {entry[key]!r}.", "Write a date without quotation marks, as 2017-05-09."
                )
        for key in entry:
            if key not in (*_TEXTS, "file", "until", "on"):
                yield _fault(path, f"{where} has a key `{key}`, which is not known.", "Take it out.")


def _no_list(path: Path) -> Remark:
    return _fault(path, f"`accepted` in {path.name} is no list.", "Write each entry as [[accepted]].")


def _fault(path: Path, what: str, do: str) -> Remark:
    return Remark("Accepted.Wrong", Level.ERROR, what, Place(path.name), do=do)
