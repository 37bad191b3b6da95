"""The marks that stand for values and template lines while a text is put together.

Four noncharacters that no real text holds: templates and values that do are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SLOT, SLOT_END, STAMP, STAMP_END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"

SLOTS = re.compile(f"{SLOT}(\\d+){SLOT_END}")
"""A value: the number of its slot."""
STAMPS = re.compile(f"{STAMP}(\\d+){STAMP_END}")
"""What follows comes from the template line with this number."""
NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(p * 0x10000 + 0xFFFE) + chr(p * 0x10000 + 0xFFFF) for p in range(17)) + "]"
)


def apart(piece: str) -> Iterator[str]:
    """What a macro has made: fixed pieces and marks of values, apart."""
    first, *rest = piece.split(SLOT)
    if first:
        yield first
    for one in rest:
        number, _, fixed = one.partition(SLOT_END)
        yield f"{SLOT}{number}{SLOT_END}"
        if fixed:
            yield fixed


def slot_mark(number: int) -> str:
    """The mark of a slot."""
    return f"{SLOT}{number}{SLOT_END}"


def stamp_mark(line: int) -> str:
    """The mark of a template line."""
    return f"{STAMP}{line}{STAMP_END}"
