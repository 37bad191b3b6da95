"""The bytes of a text file as text, or a plain sentence on why they are not."""

from __future__ import annotations

import codecs
import re

from lettersmith.errors import Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_OLDER = {"windows-1252": "cp1252", "iso-8859-1": "cp1252", "us-ascii": "cp1252", "iso-8859-15": "iso-8859-15"}
"""What older web pages, and Word's "web page" files, declare; browsers too read Latin 1 as Windows 1252."""
_SAVE_AS = "Open it in Notepad, choose File, Save As, Encoding: UTF-8, and check that file."


def decode(data: bytes, file: str, *, declared: bool = False) -> str:
    """The text of a file: UTF-8, or UTF-16 where the file begins with its mark.

    `declared` lets a web page name an older encoding. Raises Unreadable with the line of the first wrong byte.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding = _named(data) if declared else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        why = (
            f"is not saved as UTF-8: on line {line} there is a byte that is no part of it (0x{data[error.start]:02X})."
        )
        raise _refuse(file, line, "Encoding", why, _SAVE_AS) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _refuse(file, line, "Kind", "is not a text file, whatever its name says.", "Check a Word file instead.")
    return text


def _named(data: bytes) -> str:
    found = _DECLARED.search(data[:2048])
    return _OLDER.get(found[1].decode("ascii").lower(), "utf-8-sig") if found else "utf-8-sig"


def _refuse(file: str, line: int, rule: str, what: str, do: str) -> Unreadable:
    return Unreadable(Remark(f"File.{rule}", Level.ERROR, f"“{file}” {what}", Place(file, line), do=do))
