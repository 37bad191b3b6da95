"""Which words of a Word file are hidden: by their own look, or by a style."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lettersmith.ooxml.names import W, switch, value

STYLE_ID = f"{W}styleId"


@dataclass(slots=True)
class Hiding:
    """What the styles of a file say about hidden text."""

    own: dict[str, bool] = field(default_factory=dict)
    """Style to whether it says hidden or not hidden; styles that say nothing are left out."""
    base: dict[str, str] = field(default_factory=dict)
    """Style to the one that it is based on."""
    always: bool = False
    """Whether the file's defaults hide everything that is not shown on purpose."""

    def hidden(self, run: Any, paragraph: Any) -> bool:
        """Whether a run is hidden. Two styles that both hide cancel out, as in Word (ECMA-376, 17.7.3)."""
        own = switch(run, "w:rPr/w:vanish")
        if own is not None:
            return own
        if not self.own:
            return self.always
        by_run = self.by_style(value(run, "w:rPr/w:rStyle"))
        return self.always or by_run != self.by_style(value(paragraph, "w:pPr/w:pStyle"))

    def by_style(self, id: str) -> bool:
        """Whether a style, or the nearest that it is based on and that says anything, hides."""
        seen: set[str] = set()
        while id and id not in seen:
            if id in self.own:
                return self.own[id]
            seen.add(id)
            id = self.base.get(id, "")
        return False


def read_hiding(styles: Any) -> Hiding:
    """What a styles part, which may be None, says about hidden text."""
    if styles is None or next(styles.iter(f"{W}vanish"), None) is None:
        return Hiding()
    hiding = Hiding(always=switch(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:vanish") is True)
    for style in styles.iterchildren(f"{W}style"):
        id = style.get(STYLE_ID, "")
        hiding.base[id] = value(style, "w:basedOn")
        own = switch(style, "w:rPr/w:vanish")
        if own is not None:
            hiding.own[id] = own
    return hiding
