"""What is wrong with the facts, gathered without lines first, then told as remarks with their lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lettersmith.intake.paths import Path, written
from lettersmith.intake.positions import Spot, line_at, locate
from lettersmith.intake.show import shortened, shown
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark


class Fault(NamedTuple):
    """One thing that is wrong in one file of the facts."""

    rule: str
    """Without its family: `UnknownKey`."""
    file: str
    path: Path
    what: str
    """What is wrong, with the value."""
    why: str
    """What was expected."""
    do: str
    value: Any = None
    level: Level = Level.ERROR
    at_key: bool = False
    """Whether the key is meant, not the value behind it."""
    instead: tuple[str, ...] = ()
    line: int = 0
    """From 1, where it is known already; else it is looked up."""
    place_path: str = ""
    """How the path is written, where that is not the path in this file."""


class Faults:
    """The faults of one reading, in the order in which they were found.

    A value that was blamed once is not blamed again: `blamed` is asked before each further check.
    """

    def __init__(self) -> None:
        self.all: list[Fault] = []
        self._paths: set[tuple[str, Path]] = set()

    def add(self, fault: Fault) -> None:
        """Note one fault."""
        self.all.append(fault)
        if fault.level is Level.ERROR:
            self._paths.add((fault.file, fault.path))
            if fault.rule == "UnknownKey" and fault.instead:  # what it was meant to be is not there for that reason
                self._paths.add((fault.file, (*fault.path[:-1], fault.instead[0])))

    def blamed(self, file: str, path: Path) -> bool:
        """Whether a value, or something that it stands in, was found faulty before."""
        if not self._paths:
            return False
        return any((file, path[:length]) in self._paths for length in range(len(path), -1, -1))

    def remarks(self, texts: Mapping[str, str]) -> tuple[Remark, ...]:
        """Every fault as a remark with its line, file by file in the order of `texts`, each file from its top."""
        wanted: dict[str, list[Path]] = {}
        for fault in self.all:
            if not fault.line and fault.file in texts:
                wanted.setdefault(fault.file, []).append(fault.path)
        spots = {file: locate(texts[file], paths) for file, paths in wanted.items()}
        order = {file: index for index, file in enumerate(texts)}
        placed: list[tuple[tuple[int, int, int, str, str], Remark]] = []
        for fault in self.all:
            line, offset = fault.line, 0
            if not line and fault.file in spots:
                offset = _offset(fault, spots[fault.file][fault.path])
                line = line_at(texts[fault.file], offset) if offset >= 0 else 0
            remark = as_remark(fault, line)
            place = (order.get(fault.file, len(order)), line, offset, remark.place.path, remark.rule)
            placed.append((place, remark))
        return tuple(remark for _, remark in sorted(placed, key=lambda entry: entry[0]))


def _offset(fault: Fault, spot: Spot) -> int:
    """Where in the file a fault is seen: of equal keys at the second."""
    if not fault.at_key:
        return spot.value
    return spot.keys[1] if len(spot.keys) > 1 else spot.key


def as_remark(fault: Fault, line: int) -> Remark:
    """A fault as everybody else knows it."""
    text = shortened(fault.value) if isinstance(fault.value, str) else "" if fault.value is None else shown(fault.value)
    place = Place(fault.file, line, fault.place_path or written(fault.path), text=text)
    return Remark(f"Facts.{fault.rule}", fault.level, fault.what, place, fault.why, fault.do, fault.instead)
