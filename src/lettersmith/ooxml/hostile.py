"""What in a Word file could do harm, seen before anything of it is unpacked or parsed."""

from __future__ import annotations

import zipfile
from typing import NamedTuple

RATIO, SMALL = 200, 1_000_000
"""How far a part may be packed, if it is larger than this many bytes: text hardly reaches 30, a bomb is over 1,000."""


class Bounds(NamedTuple):
    """How large a file may be."""

    name: str
    """What it is: "a Word file"."""
    parts: int
    """That hold XML."""
    members: int
    """Parts of any kind."""
    size: int
    """In bytes, unpacked, all parts together."""


def hostile(members: list[zipfile.ZipInfo], bounds: Bounds) -> str:
    """Why a file must not be unpacked, as the end of a sentence; empty when nothing is wrong with it."""
    parts = sum(member.filename.endswith((".xml", ".rels")) for member in members)
    if parts > bounds.parts or len(members) > bounds.members:
        return f"it has {len(members)} parts inside, where {bounds.name} has some dozens"
    if len({member.filename.lower() for member in members}) < len(members):
        return "it holds two parts of the same name"
    for member in members:
        name = member.filename
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            return "a part inside it is named so that it would land outside its folder"
        if member.flag_bits & 1:
            return "a part inside it is locked by a password"
        if member.file_size > SMALL and member.file_size > RATIO * max(member.compress_size, 1):
            return "a part inside it unpacks to an unreasonable size"
    total = sum(member.file_size for member in members)
    return f"it unpacks to {total // 1_000_000} MB" if total > bounds.size else ""


def has_document_type(data: bytes) -> bool:
    """Whether XML declares a document type (the way to bombs), in any encoding that a reader would take."""
    marks = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
    return any(mark in data for mark in (marks if b"\0" in data[:200] else marks[:1]))
