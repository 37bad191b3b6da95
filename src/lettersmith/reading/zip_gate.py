"""The gate before any Word file: what it is not, and what in it could do harm, found before a word is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lettersmith.errors import Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

MOST_PARTS = 500
MOST_BYTES = 100_000_000
"""Unpacked, all parts together."""
MOST_RATIO = 200
"""How far a part may be packed: text hardly reaches 30, a bomb is over 1,000."""
SMALL = 1_000_000
"""Bytes: a part up to this size can do no harm, however well it packs."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Start of the old Office files, and of new ones that are locked by a password."""
SAVE_AS_WORD = "Open it, choose File, Save As, Word Document (.docx), and check that file."
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the zip library raises on a damaged file, depending on which byte is wrong."""


@dataclass(frozen=True, slots=True)
class Parts:
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
        raise not_word(data, file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_ZIP:
        raise damaged(file) from None
    members = archive.infolist()
    names = frozenset(member.filename for member in members)
    if fault := hostile(members):
        raise refuse("Unsafe", file, f"was not opened, because {fault}.", "Ask whoever sent it for a new copy.")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise other_package(archive, names, file)
    return Parts(file, names, archive)


def hostile(members: list[zipfile.ZipInfo]) -> str:
    """Why a file must not be unpacked, as the end of a sentence; empty when nothing is wrong with it."""
    if len(members) > MOST_PARTS:
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
        raise refuse("Unsafe", file, why, "Ask whoever sent it for a new copy.")
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


def not_word(data: bytes, file: str) -> Unreadable:
    """What a file is that is no zip, as far as its first bytes tell."""
    if not data:
        return refuse("NotWord", file, "is empty.", "Save the document again, and check that file.")
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return refuse(
                "Locked",
                file,
                "is locked by a password or a protecting label, so it was not checked.",
                "In Word, choose File, Info, Protect Document, take the protection off, save, and check it again.",
            )
        if "__substg1.0_".encode("utf-16-le") in data:
            return refuse(
                "NotWord", file, "is an Outlook message.", "Save the Word file out of the email, and check that file."
            )
        return refuse("NotWord", file, "is an old Word file (.doc) or another old Office file.", SAVE_AS_WORD)
    if data.lstrip()[:5] == b"{\\rtf":
        return refuse("NotWord", file, "is a rich text file (.rtf).", SAVE_AS_WORD)
    if data.startswith(b"%PDF"):
        return refuse("NotWord", file, "is a PDF.", "Check the Word file that it was made from.")
    return refuse("NotWord", file, "is not a Word file, whatever its name says.", SAVE_AS_WORD)


def other_package(archive: zipfile.ZipFile, names: frozenset[str], file: str) -> Unreadable:
    """What a zip is that is no Word file."""
    try:
        kind = archive.read("mimetype") if "mimetype" in names else b""
    except BROKEN_ZIP:
        return damaged(file)
    if b"opendocument" in kind:
        return refuse("NotWord", file, "is an OpenDocument file (.odt).", SAVE_AS_WORD)
    for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation"), ("word/", "")):
        if any(name.startswith(folder) for name in names):
            return damaged(file) if not what else refuse("NotWord", file, f"is {what}.", "Check a Word file instead.")
    return refuse("NotWord", file, "is a zip file, but not a Word file.", "Unpack it, and check the files inside.")


def damaged(file: str) -> Unreadable:
    """A Word file that is cut off, or that has a byte wrong."""
    advice = "Open it in Word, let Word repair it, save it under a new name, and check that file."
    return refuse("Damaged", file, "is damaged or was not copied to its end, so it cannot be read.", advice)


def refuse(rule: str, file: str, what: str, do: str) -> Unreadable:
    """One file that cannot be read, and what to do about it."""
    return Unreadable(Remark(f"File.{rule}", Level.ERROR, f"“{file}” {what}", Place(file), do=do))
