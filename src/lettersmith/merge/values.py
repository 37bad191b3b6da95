"""Facts as templates hold them: data only, each knowing the place it came from.

Wrapped lazily, so that only what a template touches costs anything. None of them is a `str`: a value can be printed,
compared, joined and filtered, and any other use of it is an error and not a lost trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from lettersmith.merge.origins import combined
from lettersmith.merge.run import running
from lettersmith.model.facts import Absent, LongText, Root, Sourced
from lettersmith.model.place import Origin


class Fact:
    """Anything that has a place in the facts."""

    __slots__ = ("file", "made", "path", "value")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, value: Any, file: str, path: str, made: Origin | None = None) -> None:
        self.value = value
        self.file = file
        self.path = path
        self.made = made

    @property
    def origin(self) -> Origin:
        """Where the value comes from."""
        return self.made or Origin(self.file, 0, self.path)

    def child(self, key: str | int) -> Fact:
        """What a template means by `fact.key`; here nothing, so that it is a gap."""
        return Missing(None, self.file, key_path(self.path, key))

    def __iter__(self) -> Iterator[Fact]:
        running().misused(self, "a list")
        return iter(())

    def __len__(self) -> int:
        running().misused(self, "a list")
        return 0

    def __bool__(self) -> bool:
        return bool(self.value)

    def __eq__(self, other: object) -> bool:
        return other.is_gap() if isinstance(other, Missing) else bool(self.value == bare(other))

    def __ne__(self, other: object) -> bool:
        return other.is_gap() if isinstance(other, Missing) else bool(self.value != bare(other))

    def __contains__(self, other: object) -> bool:
        running().misused(self, "a list or a text")
        return False

    def _ordered(self, other: object, compare: Callable[[Any, Any], bool]) -> bool:
        if isinstance(other, Missing):
            return other.is_gap()
        try:
            return compare(self.value, bare(other))
        except TypeError:
            running().misused(self, "something that can be compared here")
            return False

    def __lt__(self, other: object) -> bool:
        return self._ordered(other, lambda a, b: a < b)

    def __le__(self, other: object) -> bool:
        return self._ordered(other, lambda a, b: a <= b)

    def __gt__(self, other: object) -> bool:
        return self._ordered(other, lambda a, b: a > b)

    def __ge__(self, other: object) -> bool:
        return self._ordered(other, lambda a, b: a >= b)

    def _joined(self, other: object, join: Callable[[Any, Any], Any], *parts: object) -> Fact:
        if isinstance(other, Missing):
            return other
        try:
            return Leaf(join(self.value, bare(other)), self.file, self.path, combined(*parts))
        except TypeError:
            running().misused(self, "something that can be added here")
            return self

    def __add__(self, other: object) -> Fact:
        return self._joined(other, lambda a, b: a + b, self, other)

    def __radd__(self, other: object) -> Fact:
        return self._joined(other, lambda a, b: b + a, other, self)

    def __sub__(self, other: object) -> Fact:
        return self._joined(other, lambda a, b: a - b, self, other)

    def __rsub__(self, other: object) -> Fact:
        return self._joined(other, lambda a, b: b - a, other, self)


class Leaf(Fact):
    """A text, number, date or yes-or-no."""

    __slots__ = ()

    def __contains__(self, other: object) -> bool:
        part = bare(other)
        if isinstance(self.value, str) and isinstance(part, str):
            return part in self.value
        return super().__contains__(other)


class Record(Fact):
    """Named facts."""

    __slots__ = ()

    def child(self, key: str | int) -> Fact:
        """One of the facts."""
        path = f"{self.path}.{key}"
        try:
            value = self.value[key]
        except KeyError:
            missing = Missing(None, self.file, path)
            missing.owner = self.value
            return missing
        wrap = WRAPPERS.get(type(value))
        return wrap(value, self.file, path) if wrap is not None else wrapped(value, self.file, path)


class Items(Fact):
    """A list of facts."""

    __slots__ = ()

    def child(self, key: str | int) -> Fact:
        """The item at an index."""
        if isinstance(key, int) and -len(self.value) <= key < len(self.value):
            return wrapped(self.value[key], self.file, f"{self.path}[{key % len(self.value)}]")
        return super().child(key)

    def __iter__(self) -> Iterator[Fact]:
        file, path = self.file, self.path
        for index, value in enumerate(self.value):
            yield wrapped(value, file, f"{path}[{index}]")

    def __len__(self) -> int:
        return len(self.value)

    def __contains__(self, other: object) -> bool:
        if isinstance(other, Missing):
            return other.is_gap()
        return any(item == other for item in self)


class Selection(Items):
    """Some items of a list, each where it was."""

    __slots__ = ()

    def child(self, key: str | int) -> Fact:
        """The item at an index."""
        if isinstance(key, int) and -len(self.value) <= key < len(self.value):
            chosen: Fact = self.value[key]
            return chosen
        return Fact.child(self, key)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.value)


class Long(Fact):
    """A long text: blocks of its own."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return bool(self.value.blocks)


class Missing(Fact):
    """A fact that is not there, with the reason if there is one. Any use of it but a test is a gap."""

    __slots__ = ("name", "owner")

    def __init__(self, value: Absent | None, file: str, path: str, made: Origin | None = None, name: str = "") -> None:
        super().__init__(value, file, path, made)
        self.owner: Any = None
        self.name = name  # of the whole root, where that is what is missing

    def child(self, key: str | int) -> Fact:
        """What would be under it is missing too: at the place that gives the reason, if there is one."""
        return (
            self if self.value is not None else Missing(self.value, self.file, key_path(self.path, key), name=self.name)
        )

    def is_gap(self) -> bool:
        """Say so; whatever was asked is not true."""
        running().gap(self)
        return False

    def __bool__(self) -> bool:
        return self.is_gap()

    def __iter__(self) -> Iterator[Fact]:
        self.is_gap()
        return iter(())

    def __len__(self) -> int:
        self.is_gap()
        return 0

    def __eq__(self, other: object) -> bool:
        return self.is_gap()

    def __ne__(self, other: object) -> bool:
        return self.is_gap()

    def __contains__(self, other: object) -> bool:
        return self.is_gap()

    def _ordered(self, other: object, compare: Callable[[Any, Any], bool]) -> bool:
        return self.is_gap()

    def _joined(self, other: object, join: Callable[[Any, Any], Any], *parts: object) -> Fact:
        return self


def key_path(path: str, key: str | int) -> str:
    """The path of a fact inside another."""
    return f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}"


def wrapped(value: Any, file: str, path: str) -> Fact:
    """A value of the facts with its place."""
    wrap = WRAPPERS.get(type(value))
    if wrap is not None:
        return wrap(value, file, path)
    if isinstance(value, Mapping):
        return Record(value, file, path)
    if isinstance(value, date):
        return Leaf(value.isoformat(), file, path)
    if isinstance(value, Sequence):
        return Items(value, file, path)
    return Leaf(value, file, path)


def _none(value: None, file: str, path: str) -> Fact:
    return Missing(value, file, path)


def _sourced(value: Sourced, file: str, path: str) -> Fact:
    origin = value.origin
    fact = wrapped(value.value, origin.file, origin.path)
    if fact.made is None and (origin.line or origin.more or not origin.path):
        fact.made = origin
    return fact


WRAPPERS: dict[type, Callable[[Any, str, str], Fact]] = {
    str: Leaf,
    int: Leaf,
    float: Leaf,
    bool: Leaf,
    dict: Record,
    list: Items,
    tuple: Items,
    Absent: Missing,
    LongText: Long,
    Sourced: _sourced,
    type(None): _none,
}


def root(value: Root) -> Fact:
    """One of the trees of facts that a template can name."""
    return wrapped(value.value, value.file, value.path)


def bare(value: object) -> Any:
    """The value without its place."""
    return value.value if isinstance(value, Fact) else value
