"""Any file to a manuscript; one file a format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from lettersmith.errors import Unreadable
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

FORMATS = (".docx", ".md", ".html", ".txt", ".eml")
"""What can be read, by the end of the file's name."""

_ALSO = {".markdown": ".md", ".htm": ".html", ".text": ".txt"}
_LARGEST = 50_000_000
"""Bytes. The longest report is some hundred thousand; pictures in a Word file make some millions."""
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How Word files, old Word files, PDFs and rich text begin. The Word reader says what each is and how to save it."""
_HEADER = re.compile(rb"(?i)(?:(?:from|to|subject|date|received|return-path|mime-version|x-[\w-]+):[^\n]*\r?\n){2}")
"""How an email begins: two headers, one after the other."""
_BROKEN_EMAIL = (LookupError, ValueError, AttributeError, TypeError, RecursionError)
"""What the standard library raises on damaged headers and unknown encodings, found by damaging some thousands."""
_WORD_LIKE = frozenset({".docx", ".doc", ".docm", ".dotx", ".dot", ".rtf", ".odt", ".pdf", ".msg"})


def read(path: Path, name: str = "") -> Manuscript:
    """Any readable file as a manuscript. `name` is what people are told; by default the file's name.

    Raises Unreadable, with a plain sentence and what to do, for a file that is not there or is of another kind.
    """
    name = name or path.name
    return manuscript_of(data_of(path, name), name, path.suffix)


def manuscript_of(data: bytes, name: str, suffix: str = "") -> Manuscript:
    """The bytes of a file as a manuscript. The end of its name tells its kind, unless `suffix` does.

    Raises Unreadable.
    """
    suffix = (suffix or PurePath(name).suffix).lower()
    manuscript = _read(data, _ALSO.get(suffix, suffix), name)
    if not any(block.spans or block.rows for block in (*manuscript.all_blocks(),)) and not manuscript.notes:
        raise _refuse("Empty", name, "has no words in it, so there is nothing to check.", "Save the document again.")
    return manuscript


def kind_of(data: bytes) -> str:
    """The end that the name of some bytes should have, told from how they begin: `.docx`, `.html`, `.eml` or `.md`."""
    if data.startswith(_BINARY):
        return ".docx"
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:14].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    return ".eml" if _HEADER.match(head) else ".md"


def attached(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files attached to an email that can be checked, each with its name."""
    from lettersmith.reading import eml

    try:
        for name, inner in eml.attachments(data):
            suffix = PurePath(name).suffix.lower()
            if _ALSO.get(suffix, suffix) in (*FORMATS, *_WORD_LIKE):
                yield name, inner
    except _BROKEN_EMAIL:
        return


def data_of(path: Path, name: str = "") -> bytes:
    """The bytes of a file. Raises Unreadable for one that is not there, too large, or cannot be opened."""
    name = name or path.name
    try:
        if path.is_dir():
            what = "is a folder without any file that can be checked."
            raise _refuse(
                "Folder", name, what, f"Put the files into it, or name them. They end in {', '.join(FORMATS)}."
            )
        if path.stat().st_size > _LARGEST:
            limit = _LARGEST // 1_000_000
            raise _refuse(
                "TooLarge", name, f"is larger than {limit} MB.", "Take large pictures out, and check it again."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise _refuse("Missing", name, "is not there.", "Check its name and folder.") from None
    except PermissionError:
        raise _refuse("Unreadable", name, "may not be opened.", "Close it elsewhere, or ask for access.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise _refuse("Unreadable", name, f"cannot be opened: {why}.", "Check its name and folder.") from None


def _read(data: bytes, suffix: str, name: str) -> Manuscript:
    """The reader of each kind is imported only when there is a file of its kind."""
    if suffix in _WORD_LIKE or data.startswith(_BINARY):
        from lettersmith.reading import docx

        return docx.read(data, name)
    if suffix == ".eml":
        return _email(data, name)
    if suffix not in FORMATS:
        kinds = f"{', '.join(FORMATS[:-1])} and {FORMATS[-1]}"
        raise _refuse(
            "Kind", name, f"is of a kind that cannot be read. Only {kinds} can.", "Save it as a Word document."
        )
    from lettersmith.reading import html, markdown, txt
    from lettersmith.reading.decoding import decode

    readers = {".md": markdown.read, ".html": html.read, ".txt": txt.read}
    return readers[suffix](decode(data, name, declared=suffix == ".html"), name)


def _email(data: bytes, name: str) -> Manuscript:
    from lettersmith.reading import eml

    try:
        return eml.read(data, name)
    except _BROKEN_EMAIL:
        advice = "Open it in your mail program, copy the text into a Word document, and check that."
        raise _refuse("Damaged", name, "is an email that cannot be decoded.", advice) from None


def _refuse(rule: str, name: str, what: str, do: str) -> Unreadable:
    return Unreadable(Remark(f"File.{rule}", Level.ERROR, f"“{name}” {what}", Place(name), do=do))
