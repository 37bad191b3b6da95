"""What a file is that is no Word file, as its content tells, and how its owner makes a Word file of it."""

from __future__ import annotations

import zipfile

from lettersmith.errors import Unreadable
from lettersmith.ooxml.refusing import BROKEN_ZIP, damaged, refuse

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Start of the old Office files, and of new ones that are locked by a password or a label."""
SAVE_AS_WORD = "Open it, choose File, Save As, Word Document (.docx), and check that file."
SAVE_IN_WORD = "Open it in Word, choose File, Save As, Word Document (.docx), and check that file."
SAVE_OUT = "Save the Word file out of the email, and check that file."
UNLOCK = "In Word, choose File, Info, Protect Document, take the protection off, save, and check it again."
UNLABEL = (
    "In Word, choose the label that your office uses for shared drafts, or File, Info, Protect Document, "
    "Restrict Access, Unrestricted Access. Save, and check it again."
)
PACKAGES = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "visio/": "a Visio drawing",
    "Index/": "a Pages, Numbers or Keynote file",
    "content.xml": "a file of another office program",
}
"""What a zip is, by the beginning of a name in it."""


def not_word(data: bytes, file: str) -> Unreadable:
    """What a file is that is no zip."""
    if not data:
        return refuse("File.NotWord", file, "is empty.", "Save the document again, and check that file.")
    if data.startswith(OLE):
        return compound(data, file)
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf"):
        return refuse("File.NotWord", file, "is a rich text file (.rtf).", SAVE_IN_WORD)
    if start.startswith(b"%PDF"):
        advice = "Check the Word file that it was made from. If there is none, open the PDF in Word and save that."
        return refuse("File.NotWord", file, "is a PDF.", advice)
    if b'progid="Word.Document"' in start or b"<pkg:package" in start or b"<w:wordDocument" in start:
        return refuse("File.NotWord", file, "is a Word document in the form of XML.", SAVE_IN_WORD)
    if start.startswith(b"<") and b"opendocument" in start:
        return refuse("File.NotWord", file, "is an OpenDocument file (.fodt).", SAVE_AS_WORD)
    if start[:15].lower().startswith((b"<html", b"<!doctype html", b"mime-version:")):
        return refuse("File.NotWord", file, "is a web page under the name of a Word file.", SAVE_IN_WORD)
    return refuse("File.NotWord", file, "is not a Word file, whatever its name says.", SAVE_AS_WORD)


def compound(data: bytes, file: str) -> Unreadable:
    """What a file of the old Office form is: the names inside it tell."""
    if holds(data, "EncryptedPackage") or holds(data, "DRMContent") or holds(data, "EncryptionInfo"):
        if holds(data, "DRMEncrypted") or holds(data, "DRMContent") or holds(data, "DRMTransform"):
            what = "is protected by a label or by rights management, so it was not checked."
            return refuse("File.Locked", file, what, UNLABEL)
        return refuse(
            "File.Locked", file, "is locked by a password or a protecting label, so it was not checked.", UNLOCK
        )
    if holds(data, "__substg1.0_") or holds(data, "__properties_version1.0"):
        return refuse("File.NotWord", file, "is an Outlook message (.msg).", SAVE_OUT)
    if holds(data, "Workbook") or holds(data, "PowerPoint Document"):
        return refuse("File.NotWord", file, "is an old Excel or PowerPoint file.", "Check a Word file instead.")
    return refuse("File.NotWord", file, "is an old Word file (.doc) or another old Office file.", SAVE_IN_WORD)


def holds(data: bytes, name: str) -> bool:
    """Whether a file of the old Office form has something of this name inside."""
    return name.encode("utf-16-le") in data


def other_package(archive: zipfile.ZipFile, names: frozenset[str], file: str) -> Unreadable:
    """What a zip is that is no Word file."""
    try:
        kind = archive.read("mimetype") if "mimetype" in names else b""
    except BROKEN_ZIP:
        return damaged(file)
    if b"opendocument.text" in kind:
        return refuse("File.NotWord", file, "is an OpenDocument file (.odt).", SAVE_AS_WORD)
    if b"opendocument" in kind:
        return refuse("File.NotWord", file, "is an OpenDocument file, but not a text.", "Check a Word file instead.")
    if any(name.startswith("word/") for name in names):
        return damaged(file)
    for start, what in PACKAGES.items():
        if any(name.startswith(start) for name in names):
            return refuse("File.NotWord", file, f"is {what}.", "Check a Word file instead.")
    return refuse("File.NotWord", file, "is a zip file, but not a Word file.", "Unpack it, and check the files inside.")
