"""The gate before any Word file: what it is not, and what in it could do harm, found before a word is read."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any, NamedTuple

from lettersmith.ooxml import foreign
from lettersmith.ooxml.refusing import BROKEN_ZIP, damaged, refuse

MOST_PARTS = 500
"""Parts that hold XML. Pictures are not counted: a long report may have many, and they are never unpacked."""
MOST_MEMBERS = 10_000
MOST_BYTES = 100_000_000
"""Unpacked, all parts together."""
MOST_RATIO = 200
"""How far a part may be packed: text hardly reaches 30, a bomb is over 1,000."""
SMALL = 1_000_000
"""Bytes: a part up to this size can do no harm, however well it packs."""


class Parts(NamedTuple):
    """The parts of a Word file that passed the gate."""

    file: str
    names: frozenset[str]
    archive: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """The bytes of one part; empty if there is none. Raises Unreadable if it is damaged."""
        if name not in self.names:
            return b""
        try:
            return self.archive.read(name)
        except BROKEN_ZIP:
            raise damaged(self.file) from None

    def tree(self, name: str) -> Any:
        """The root element of one part; None if there is no such part. Raises Unreadable if it is not sound XML."""
        data = self.read(name)
        return parse(data, self.file) if data else None


def open_parts(data: bytes, file: str) -> Parts:
    """The parts of a Word file. Raises Unreadable, with what to do, for any other file and for a hostile one."""
    if not data.startswith(b"PK\3\4"):
        raise foreign.not_word(data, file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_ZIP:
        raise damaged(file) from None
    members = archive.infolist()
    names = frozenset(member.filename for member in members)
    if fault := hostile(members):
        raise refuse("File.Unsafe", file, f"was not opened, because {fault}.", "Ask whoever sent it for a new copy.")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise foreign.other_package(archive, names, file)
    return Parts(file, names, archive)


def hostile(members: list[zipfile.ZipInfo]) -> str:
    """Why a file must not be unpacked, as the end of a sentence; empty when nothing is wrong with it."""
    parts = sum(member.filename.endswith((".xml", ".rels")) for member in members)
    if parts > MOST_PARTS or len(members) > MOST_MEMBERS:
        return f"it has {len(members)} parts inside, where a Word file has some dozens"
    if len({member.filename.lower() for member in members}) < len(members):
        return "it holds two parts of the same name"
    total = 0
    for member in members:
        name = member.filename
        total += member.file_size
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            return "a part inside it is named so that it would land outside its folder"
        if member.flag_bits & 1:
            return "a part inside it is locked by a password"
        if member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            return "a part inside it unpacks to an unreasonable size"
    return f"it unpacks to {total // 1_000_000} MB" if total > MOST_BYTES else ""


def parse(data: bytes, file: str) -> Any:
    """The root of some XML. Raises Unreadable for a document type (the way to bombs) and for broken XML."""
    from lxml import etree

    if has_document_type(data):
        why = "was not opened, because it holds a document type declaration, which no Word file has."
        raise refuse("File.Unsafe", file, why, "Ask whoever sent it for a new copy.")
    try:
        return etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(file) from None


def has_document_type(data: bytes) -> bool:
    """Whether XML declares a document type, in any encoding that a reader would take."""
    marks = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
    return any(mark in data for mark in (marks if b"\0" in data[:200] else marks[:1]))


@lru_cache(maxsize=1)
def parser() -> Any:
    """An XML parser that fetches nothing, expands nothing and repairs nothing."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
