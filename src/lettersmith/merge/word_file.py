"""A Word template's file: the gate it must pass, and its parts by name.

A template comes from a colleague's desk and goes out as a letter: so the gate is narrower than that for a file that is
only read. Sizes, names and ratios are looked at before anything is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lettersmith.ooxml.hostile import Bounds, has_document_type, hostile

BOUNDS = Bounds("a Word template", parts=200, members=200, size=50_000_000)
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
            if fault := hostile(members, BOUNDS):
                raise NotAForm(f"was not opened, because {fault}")
            parts = {member.filename: archive.read(member) for member in members if not member.is_dir()}
    except _BROKEN:
        raise NotAForm("is damaged, or was not copied to its end") from None
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise NotAForm("is a zip file, but not a Word document (.docx)")
    return parts


def parsed(data: bytes) -> Any:
    """The root element of a part. Raises NotAForm for a document type (the way to bombs) and for broken XML."""
    from lxml import etree

    if has_document_type(data):
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
