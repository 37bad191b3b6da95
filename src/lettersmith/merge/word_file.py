"""A Word template's file: the gate it must pass, and its parts by name.

A template comes from a colleague's desk and goes out as a letter: so the gate is narrower than that for a file that is
only read. Sizes, names and ratios are looked at before anything is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

MOST_PARTS = 200
MOST_BYTES = 50_000_000
"""Unpacked, all parts together."""
MOST_RATIO, SMALL = 200, 1_000_000
"""How far a part may be packed, if it is larger than this: text hardly reaches 30, a bomb is over 1,000."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES, DOCUMENT = "[Content_Types].xml", "word/document.xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)


class NotAForm(Exception):
    """Why a file cannot be a Word template, as the end of a sentence that begins with its name."""


def read_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file, by name. Raises NotAForm for any other file, and for one that could do harm."""
    if data.startswith(OLE):
        raise NotAForm("is locked by a password, or is an old Word file (.doc)")
    if not data.startswith(b"PK\3\4"):
        raise NotAForm("is not a Word file, whatever its name says")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if fault := _hostile(members):
                raise NotAForm(f"was not opened, because {fault}")
            parts = {member.filename: archive.read(member) for member in members if not member.is_dir()}
    except _BROKEN:
        raise NotAForm("is damaged, or was not copied to its end") from None
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise NotAForm("is a zip file, but not a Word document (.docx)")
    return parts


def _hostile(members: list[zipfile.ZipInfo]) -> str:
    """Why a file must not be unpacked, as the end of a sentence; empty when nothing is wrong with it."""
    if len(members) > MOST_PARTS:
        return f"it has {len(members)} parts inside, where a Word template has some dozens"
    if len({member.filename.lower() for member in members}) < len(members):
        return "it holds two parts of the same name"
    for member in members:
        name = member.filename
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            return "a part inside it is named so that it would land outside its folder"
        if member.flag_bits & 1:
            return "a part inside it is locked by a password"
        if member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            return "a part inside it unpacks to an unreasonable size"
    total = sum(member.file_size for member in members)
    return f"it unpacks to {total // 1_000_000} MB" if total > MOST_BYTES else ""


def parsed(data: bytes) -> Any:
    """The root element of a part. Raises NotAForm for a document type (the way to bombs) and for broken XML."""
    from lxml import etree

    marks = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
    if any(mark in data for mark in marks):
        raise NotAForm("was not opened, because it holds a document type declaration, which no Word file has")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotAForm("is damaged: one of its parts is not sound XML") from None


def xml_bytes(root: Any) -> bytes:
    """A part, from its root element."""
    from lxml import etree

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
