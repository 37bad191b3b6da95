"""What a document's file is called."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters of one part of a name; whole paths stay far below what any system allows."""


def file_name(area: str, kind: str, item: str, stage: str, marking: str, extension: str, variant: str = "") -> str:
    """`AREA-DOCUMENT[-ADDRESSEE or CONCERN][-VARIANT]-STAGE[-MARKING].EXT`, in small letters, safe on every system.

    >>> file_name("Wexcombe", "findings-letter", "", "draft", "OFFICIAL-SENSITIVE", "docx")
    'wexcombe-findings-letter-draft-official-sensitive.docx'
    """
    parts = [slug(part) for part in (area or "area", kind, item, variant, stage, marking)]
    return "-".join(part for part in parts if part) + f".{extension}"


def slug(text: str) -> str:
    """A text as small letters, digits and hyphens.

    >>> slug("St Helens & Knowsley: Zoë's")
    'st-helens-knowsley-zoes'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")[:LONGEST].strip("-")


def numbered(name: str, number: int) -> str:
    """The name of a file beside one that must stay: `letter (2).docx`."""
    stem, _, extension = name.rpartition(".")
    return f"{stem} ({number}).{extension}"
