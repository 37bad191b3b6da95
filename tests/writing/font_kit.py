"""What a font file says of its letters."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path


@cache
def glyphs(path: Path) -> dict[str, float]:
    """Every character that a font file has a glyph for, with its width in ems (tables `cmap`, format 4, and `hmtx`)."""
    data = path.read_bytes()

    def short(at: int, many: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{many}H", data, at)

    records = range(12, 12 + 16 * short(4, 1)[0], 16)
    tables = {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in records}
    em = short(tables[b"head"] + 18, 1)[0]
    widths = short(tables[b"hmtx"], 2 * short(tables[b"hhea"] + 34, 1)[0])[::2]
    glyph_of = numbers(data, tables[b"cmap"])
    return {chr(code): widths[min(glyph, len(widths) - 1)] / em for code, glyph in glyph_of.items()}


def numbers(data: bytes, start: int) -> dict[int, int]:
    """The number of the glyph of every code point, from the table `cmap` that begins at `start`."""

    def short(at: int, many: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{many}H", data, at)

    records = [struct.unpack_from(">HHI", data, start + 4 + 8 * n) for n in range(short(start + 2, 1)[0])]
    at = start + next(offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    many = short(at + 6, 1)[0] // 2
    ends, starts = short(at + 14, many), short(at + 16 + 2 * many, many)
    deltas, offsets = short(at + 16 + 4 * many, many), short(at + 16 + 6 * many, many)
    found = {}
    for segment in range(many):
        for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            if offsets[segment]:
                slot = at + 16 + 6 * many + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                glyph = short(slot, 1)[0] and (short(slot, 1)[0] + deltas[segment]) & 0xFFFF
            else:
                glyph = code + deltas[segment] & 0xFFFF
            if glyph:
                found[code] = glyph
    return found
