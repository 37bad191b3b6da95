"""How a file that cannot be read is refused."""

from __future__ import annotations

import zipfile
import zlib

from lettersmith.errors import Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the zip library raises on a damaged file, depending on which byte is wrong."""


def damaged(file: str) -> Unreadable:
    """A Word file that is cut off, or that has a byte wrong."""
    advice = "Open it in Word, let Word repair it, save it under a new name, and check that file."
    return refuse("File.Damaged", file, "is damaged or was not copied to its end, so it cannot be read.", advice)


def refuse(rule: str, file: str, what: str, do: str) -> Unreadable:
    """One file that cannot be read, and what to do about it."""
    return Unreadable(Remark(rule, Level.ERROR, f"“{file}” {what}", Place(file), do=do))
