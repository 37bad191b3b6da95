"""A Word file as a zip: fixed times, sorted parts, and parts that were packed before copied as they are."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Word and other readers look for these at the start of the file."""
YEAR_1980 = 0x21
"""1 January 1980 as zip counts: the same in every file, so that the same letter is the same bytes."""
DEFLATED = 8
VERSION = 20
LEVEL = 2
"""How hard to compress: a letter is a tenth of a millisecond instead of three, and half a kilobyte longer."""
LOCAL = struct.Struct("<4sHHHHHLLLHH")
CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
END = struct.Struct("<4sHHHHLLH")


class Member(NamedTuple):
    """One part of a zip, compressed already."""

    name: str
    local: bytes
    """Its header and its compressed bytes, as they stand in the file."""
    central: bytes
    """Its entry in the zip's table of contents, up to the offset."""


def pack(name: str, data: bytes) -> Member:
    """One part, compressed."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    packed = squeeze.compress(data) + squeeze.flush()
    key = name.encode("utf-8")
    flags = 0 if name.isascii() else 0x800
    facts = (VERSION, flags, DEFLATED, 0, YEAR_1980, zlib.crc32(data), len(packed), len(data), len(key), 0)
    return Member(
        name,
        LOCAL.pack(b"PK\3\4", *facts) + key + packed,
        CENTRAL.pack(b"PK\1\2", VERSION, *facts, 0, 0, 0, 0, 0)[:-4],
    )


pack_once = lru_cache(maxsize=64)(pack)
"""The same for a part that many letters share: compressed the first time only."""


def archive(members: Iterable[Member]) -> bytes:
    """The bytes of a zip of these parts, in the order that depends on their names alone."""
    pieces: list[bytes] = []
    contents: list[bytes] = []
    offset = 0
    for member in sorted(members, key=place):
        pieces.append(member.local)
        contents += (member.central, offset.to_bytes(4, "little"), member.name.encode("utf-8"))
        offset += len(member.local)
    table = b"".join(contents)
    count = len(pieces)
    pieces += (table, END.pack(b"PK\5\6", 0, 0, count, count, len(table), offset, 0))
    return b"".join(pieces)


def place(member: Member) -> tuple[int, str]:
    """What members are sorted by."""
    return (FIRST.index(member.name) if member.name in FIRST else len(FIRST), member.name)
