"""The text of an ini file as Vale reads it: repeated keys are kept, in order, each different value once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


class NotIni(Exception):
    """A text is not an ini file. Its arguments: what is wrong, and the line, from 1."""


@dataclass(slots=True)
class Key:
    """The values of one key."""

    line: int
    values: list[str] = field(default_factory=list)

    def add(self, value: str) -> None:
        """Keep one more value, unless it is there already."""
        if value not in self.values:
            self.values.append(value)

    @property
    def last(self) -> str:
        """The value given last: it counts where only one can."""
        return self.values[-1]

    def listed(self) -> list[str]:
        """All values, each cut at commas; every different one once."""
        return _once(piece for value in self.values for piece in value.split(","))

    def patterns(self) -> list[str]:
        """As `listed`, but a comma with a backslash before it belongs to its pattern."""
        return _once(piece for value in self.values for piece in _cut(value))


Ini = dict[str, dict[str, Key]]
"""Sections by name, in order; the keys before the first section are in that named "" (nothing)."""


def read_ini_text(text: str) -> Ini:
    """The sections of an ini file. Raises NotIni."""
    sections: Ini = {"": {}}
    current = sections[""]
    lines = enumerate(text.splitlines(), 1)
    for number, raw in lines:
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        if line[0] == "[":
            end = line.rfind("]")
            if end < 0:
                raise NotIni(f"“{line}” opens a section and does not close it", number)
            current = sections.setdefault(line[1:end], {})
            continue
        name, rest = _key(line, number)
        value = _value(rest, lines, number)
        current.setdefault(name, Key(number)).add(value)
    return sections


def merged(first: Ini, second: Ini) -> Ini:
    """Two files as one: the second's values come after the first's."""
    for section, keys in second.items():
        own = first.setdefault(section, {})
        for name, key in keys.items():
            mine = own.setdefault(name, Key(key.line))
            for value in key.values:
                mine.add(value)
    return first


def _key(line: str, number: int) -> tuple[str, str]:
    """The name of a key, without its quotation marks, and what stands after the sign between the two."""
    quote = next((mark for mark in ('"""', '"', "`") if line.startswith(mark)), "")
    begin = len(quote)
    end = line.find(quote, begin) if quote else 0
    if end < 0:
        raise NotIni(f"“{line}” lacks the closing quotation mark of its key", number)
    places = [at for at in (line.find("=", end), line.find(":", end)) if at >= 0]
    if not places:
        raise NotIni(f"“{line}” is no setting: it has neither = nor : in it", number)
    at = min(places)
    return (line[begin:end] if quote else line[:at]).strip(), line[at + 1 :]


def _value(rest: str, lines: Iterator[tuple[int, str]], number: int) -> str:
    value = rest.strip()
    for quote in ('"""', "`"):
        if value.startswith(quote) and len(value) > len(quote):
            return _quoted(value[len(quote) :], quote, lines, number)
    if value.endswith("\\"):
        return _continued(value[:-1], lines)
    for mark in (" #", " ;"):
        at = value.find(mark)
        if at >= 0:
            value = value[:at].strip()
            break
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" and value[0] not in value[1:-1]:
        return value[1:-1]
    return value


def _quoted(value: str, quote: str, lines: Iterator[tuple[int, str]], number: int) -> str:
    """A value up to its closing marks, which may stand lines below."""
    if quote in value:
        return value[: value.rfind(quote)]
    for _, line in lines:
        if quote in line:
            return value + "\n" + line[: line.rfind(quote)]
        value += "\n" + line
    raise NotIni(f"The value that begins here lacks its closing {quote}", number)


def _continued(value: str, lines: Iterator[tuple[int, str]]) -> str:
    """A value that goes on below, for as long as lines end in a backslash."""
    for _, raw in lines:
        line = raw.strip()
        value += line
        if not line.endswith("\\"):
            return value
        value = value[:-1]
    return value


def _once(pieces: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))


def _cut(value: str) -> Iterator[str]:
    piece, escaped = "", False
    for sign in value:
        if escaped:
            piece += sign if sign == "," else "\\" + sign
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == ",":
            yield piece
            piece = ""
        else:
            piece += sign
    yield piece + ("\\" if escaped else "")
