"""The gate before any Word file: what it is not, and what in it could do harm, found before a word is read."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any, NamedTuple

from lettersmith.ooxml import foreign
from lettersmith.ooxml.hostile import Bounds, has_document_type, hostile
from lettersmith.ooxml.refusing import BROKEN_ZIP, damaged, refuse

BOUNDS = Bounds("a Word file", parts=500, members=10_000, size=100_000_000)
"""Pictures are no parts with XML: a long report may have many, and they are never unpacked."""


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
    if fault := hostile(members, BOUNDS):
        raise refuse("File.Unsafe", file, f"was not opened, because {fault}.", "Ask whoever sent it for a new copy.")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise foreign.other_package(archive, names, file)
    return Parts(file, names, archive)


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


@lru_cache(maxsize=1)
def parser() -> Any:
    """An XML parser that fetches nothing, expands nothing and repairs nothing."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
