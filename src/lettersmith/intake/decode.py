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
    if len(data) > MOST_BYTES:
        what = f"{file} is larger than 20 MB."
        return _refuse(faults, "TooLarge", file, what, "Larger files are not read.", "Is it the right file? Split it.")
    for start, kind in _OTHER_KINDS:
        if data.startswith(start):
            what, do = f"{file} is {kind}.", "Put the text file in its place, or save the text out of this one."
            return _refuse(faults, "Encoding", file, what, f"A plain text file with {holds} belongs here.", do)
    encoding = _other_encoding(data)
    if encoding:
        what = f"{file} is saved as {encoding}."
        return _refuse(faults, "Encoding", file, what, "The file must be saved as UTF-8.", _SAVE)
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        what = f"{file} begins with an invisible mark (a byte-order mark). It was read all the same."
        do = "Save it as “UTF-8”, not as “UTF-8 with BOM”."
        faults.add(
            Fault(
                "ByteOrderMark", file, (), what, "Some programs stumble over the mark.", do, None, Level.WARNING, line=1
            )
        )
    if not data.strip():
        what = f"{file} is empty."
        return _refuse(faults, "Empty", file, what, f"It must hold {holds}.", "Fill it in, or take the file away.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"{file} has a character in line {line} that is not UTF-8 (byte {data[error.start]:02X})."
        why = "The file must be saved as UTF-8. Windows programs often save as “ANSI” (Windows-1252)."
        return _refuse(faults, "Encoding", file, what, why, _SAVE, line)


def _other_encoding(data: bytes) -> str:
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return encoding
    return "UTF-16 or UTF-32" if b"\x00" in data[:4] and data.strip(b"\x00") else ""


def _refuse(faults: Faults, rule: str, file: str, what: str, why: str, do: str, line: int = 1) -> None:
    faults.add(Fault(rule, file, (), what, why, do, line=line))
