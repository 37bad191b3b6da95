"""Bytes to text: UTF-8 and nothing else, with a plain sentence for everything else that people save."""

from __future__ import annotations

import codecs

from lettersmith.intake.faults import Fault, Faults
from lettersmith.model.remark import Level

MOST_BYTES = 20_000_000
"""The largest file that is read."""

_SAVE = "Open it in the program you made it with, choose “Save as”, set the encoding to UTF-8, and save."
_OTHER_KINDS = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
)
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(data: bytes, file: str, faults: Faults, *, holds: str = "facts") -> str | None:
    """The text of a file; None, with a fault that says why, if it is not a text in UTF-8.

    A byte-order mark is taken off, with a warning. Line ends stay as they are.
    """
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        faults.add(_byte_order_mark(file))
    refusal = _refusal(data, file, holds)
    if refusal is None:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            refusal = _not_utf8(data, error.start, file)
    faults.add(refusal)
    return None


def _byte_order_mark(file: str) -> Fault:
    what = f"{file} begins with an invisible mark (a byte-order mark). It was read all the same."
    why = "Some programs stumble over the mark."
    do = "Save it as “UTF-8”, not as “UTF-8 with BOM”."
    return Fault("ByteOrderMark", file, (), what, why, do, level=Level.WARNING, line=1)


def _refusal(data: bytes, file: str, holds: str) -> Fault | None:
    """Why bytes are no text for us, as far as their size and beginning tell."""
    if len(data) > MOST_BYTES:
        what, do = f"{file} is larger than 20 MB.", "Is it the right file? Split it."
        return Fault("TooLarge", file, (), what, "Larger files are not read.", do, line=1)
    if not data.strip():
        what, do = f"{file} is empty.", "Fill it in, or take the file away."
        return Fault("EmptyFile", file, (), what, f"It must hold {holds}.", do, line=1)
    for start, kind in _OTHER_KINDS:
        if data.startswith(start):
            why, do = f"A plain text file with {holds} belongs here.", "Put it there, or save the text out of this one."
            return Fault("Encoding", file, (), f"{file} is {kind}.", why, do, line=1)
    encoding = _other_encoding(data)
    if encoding:
        what = f"{file} is saved as {encoding}."
        return Fault("Encoding", file, (), what, "The file must be saved as UTF-8.", _SAVE, line=1)
    return None


def _other_encoding(data: bytes) -> str:
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return encoding
    return "UTF-16 or UTF-32" if b"\x00" in data[:4] else ""


def _not_utf8(data: bytes, at: int, file: str) -> Fault:
    line = data.count(b"\n", 0, at) + 1
    what = f"{file} has a character in line {line} that is not UTF-8 (byte {data[at]:02X})."
    why = "The file must be saved as UTF-8. Windows programs often save as “ANSI” (Windows-1252)."
    return Fault("Encoding", file, (), what, why, _SAVE, line=line)
