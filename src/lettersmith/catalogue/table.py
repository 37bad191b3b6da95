"""A TOML file read strictly: every key asked for by name and type, every problem noted, none lost."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from lettersmith.errors import TemplateRefused, Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

Value = TypeVar("Value")

KINDS: dict[type, str] = {
    str: "a text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list in square brackets",
    dict: "a table",
}


class Table:
    """One table of a TOML file, with the problems found while it is read."""

    def __init__(self, values: Mapping[str, Any], file: str, text: str, name: str = "") -> None:
        self.values = values
        self.file = file
        self.text = text
        self.name = name
        self.asked: set[str] = set()
        self.remarks: list[Remark] = []

    def get(self, key: str, default: Value) -> Value:
        """The value of a key, of the default's type; a wrong type is noted and the default given."""
        self.asked.add(key)
        if key not in self.values:
            return default
        value = self.values[key]
        wanted = type(default)
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            self.note("WrongType", f"`{self.label(key)}` is {value!r}.", f"Write {KINDS[wanted]}.", key)
            return default
        return value

    def need(self, key: str, default: Value) -> Value:
        """As `get`, but a missing key is noted."""
        if key not in self.values:
            self.note("Missing", f"`{self.label(key)}` is missing.", f"Add it: {KINDS[type(default)]}.")
        return self.get(key, default)

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """One of a few words."""
        value = self.get(key, default)
        if value not in allowed and key in self.values:
            self.note("NotOneOf", f"`{self.label(key)}` is {value!r}.", f"Choose one of: {', '.join(allowed)}.", key)
            return default
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found: list[Any] = self.get(key, [])
        if any(not isinstance(item, str) for item in found):
            self.note(
                "WrongType", f"`{self.label(key)}` holds something that is not a text.", "Put each in quotes.", key
            )
            return ()
        return tuple(found)

    def table(self, key: str) -> Table:
        """A table inside this one; its problems are noted here too."""
        inner = Table(self.get(key, {}), self.file, self.text, self.label(key))
        inner.remarks = self.remarks
        return inner

    def tables(self, key: str) -> list[Table]:
        """A list of tables, `[[key]]` in the file."""
        found: list[Any] = self.get(key, [])
        inner = [
            Table(item, self.file, self.text, f"{self.label(key)}[{number}]")
            for number, item in enumerate(found, 1)
            if isinstance(item, dict)
        ]
        if len(inner) < len(found):
            self.note("WrongType", f"`{self.label(key)}` is not a list of tables.", f"Write [[{key}]] above each.", key)
        for table in inner:
            table.remarks = self.remarks
        return inner

    def no_others(self) -> None:
        """Note every key that nobody asked for, with the nearest one that is known."""
        for key in self.values:
            if key not in self.asked:
                from difflib import get_close_matches

                near = get_close_matches(key, self.asked, 1)
                advice = f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(sorted(self.asked))}."
                self.note("UnknownKey", f"`{self.label(key)}` is not a known key.", advice, key)

    def label(self, key: str) -> str:
        """A key with the name of its table before it."""
        return f"{self.name}.{key}" if self.name else key

    def note(self, rule: str, what: str, do: str, key: str = "") -> None:
        """Keep one problem."""
        line = next((n for n, line in enumerate(self.text.splitlines(), 1) if key and line.lstrip().startswith(key)), 0)
        self.remarks.append(Remark(f"Template.{rule}", Level.ERROR, what, Place(self.file, line), do=do))

    def settle(self) -> None:
        """Raise TemplateRefused with every problem that was noted, if there is any."""
        if self.remarks:
            raise TemplateRefused(*self.remarks)


def read_table(path: Path, file: str) -> Table:
    """The whole of a TOML file as one Table.

    Raises Unreadable if the file is not there, is not UTF-8 or is not TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Table(tomllib.loads(text), file, text)
    except tomllib.TOMLDecodeError as error:
        what = f"{file} cannot be read as TOML: {error}."
    except UnicodeDecodeError:
        what = f"{file} is not written in UTF-8."
    except OSError as error:
        what = f"{file} cannot be opened: {error.strerror or error}."
    remark = Remark("Template.Unreadable", Level.ERROR, what, Place(file), do="Correct the file, or restore it.")
    raise Unreadable(remark) from None
