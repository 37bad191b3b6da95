"""Comments in the text that switch rules off and on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

OFF = "*"
"""What stands for all rules."""

_MATCHES = re.compile(r"vale (.+\..+)(\[.+\]) = (YES|NO)")
_ONE = re.compile(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (.*)")


@dataclass(slots=True)
class Region:
    """A stretch of the file in which something is off: offsets, the end None while it is open."""

    begin: int
    end: int | None = None


@dataclass(slots=True)
class Switches:
    """What is off at the moment, and where each rule, style or `Rule[match]` was off."""

    styles: tuple[str, ...] = ()
    off: dict[str, bool] = field(default_factory=dict)
    regions: dict[str, list[Region]] = field(default_factory=dict)

    @property
    def all_off(self) -> bool:
        """Whether everything is off."""
        return self.off.get(OFF, False)

    def now(self) -> frozenset[str]:
        """Rules, styles and `Rule[match]` that are off; `*` for all."""
        return frozenset(name for name, is_off in self.off.items() if is_off)

    def read(self, comment: str, where: int) -> None:
        """A comment that begins at an offset of the file; one that is not for Vale does nothing."""
        if comment in ("vale off", "vale on"):
            self.off[OFF] = comment == "vale off"
        elif found := _MATCHES.fullmatch(comment):
            for words in _list(found[2]):
                self._set(f"{found[1]}[{words}]", found[3] == "NO", where)
        elif found := _ONE.fullmatch(comment):
            self._set(found[1], found[2] in ("NO", "off"), where)
        elif found := _STYLES.fullmatch(comment):
            self.off.update(dict.fromkeys(self.styles, True))
            self.off.update(dict.fromkeys(found[1].split(", "), False))

    def _set(self, name: str, is_off: bool, where: int) -> None:
        self.off[name] = is_off
        regions = self.regions.setdefault(name, [])
        is_open = bool(regions) and regions[-1].end is None
        if is_off and not is_open:
            regions.append(Region(where))
        elif is_open and not is_off:
            regions[-1].end = where

    def reset(self) -> None:
        """All back on, except what `vale off` switched off: before the whole text is looked at."""
        self.off = {OFF: self.all_off}

    def silences(self, rule: str, words: str, where: int) -> bool:
        """Whether what a rule says of some words at an offset lies in a region where it is off."""
        if not self.regions:
            return False
        names = (rule, rule.partition(".")[0], f"{rule}[{words}]")
        return any(
            region.begin <= where and (region.end is None or where < region.end)
            for name in names
            for region in self.regions.get(name, ())
        )


def _list(text: str) -> list[str]:
    try:
        words = json.loads(text)
    except ValueError:
        return []
    return [word for word in words if isinstance(word, str)] if isinstance(words, list) else []
