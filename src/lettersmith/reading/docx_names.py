"""The names of things in the XML of a Word file."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The same names in the strict form of the format."""
W = f"{{{WORD}}}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_R_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


MOST_DIGITS = 6
"""No list is longer, and no heading deeper."""


def value(element: object, path: str, default: str = "") -> str:
    """The `w:val` of the first element on a path (`w:pPr/w:pStyle`) below another; the default where there is none."""
    found = element.find(path, {"w": WORD}) if element is not None else None  # type: ignore[attr-defined]
    return default if found is None else found.get(f"{W}val", default)


def is_on(element: object, path: str) -> bool:
    """Whether a switch such as `w:rPr/w:b` is there and not turned off."""
    found = element.find(path, {"w": WORD}) if element is not None else None  # type: ignore[attr-defined]
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def whole(text: str, default: int = 0) -> int:
    """A small whole number that a file states; the default for anything else that may stand there."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MOST_DIGITS else default
