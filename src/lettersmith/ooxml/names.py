"""The names of things in the XML of a Word file."""

from __future__ import annotations

from functools import cache
from typing import Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The same names in the strict form of the format."""
W = f"{{{WORD}}}"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATED = "http://purl.oclc.org/ooxml/officeDocument/relationships"
R_ID = f"{{{RELATED}}}id"
STRICT_R_ID = f"{{{STRICT_RELATED}}}id"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"

P, R, T, DELETED = (f"{W}{name}" for name in ("p", "r", "t", "delText"))
VALUE, ID, AUTHOR, DATE, KIND = (f"{W}{name}" for name in ("val", "id", "author", "date", "type"))
BOX = f"{W}txbxContent"
"""The content of a text box."""
START, END, REFERENCE = (f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
"""The marks of a comment in the text."""

MOST_DIGITS = 6
"""No list is longer, and no heading deeper."""


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(step.replace("w:", W) for step in path.split("/"))


def first(element: Any, path: str) -> Any:
    """The first element on a path such as `w:pPr/w:pStyle` below another, which may be None; None where there is none.

    By the children themselves: some ten times as quick as a search by path, and asked of every run.
    """
    for step in _steps(path):
        element = None if element is None else next(element.iterchildren(step), None)
    return element


def value(element: Any, path: str, default: str = "") -> str:
    """The `w:val` of the first element on a path below another; the default where there is none."""
    found = first(element, path)
    return default if found is None else found.get(VALUE, default)


def is_on(element: Any, path: str) -> bool:
    """Whether a switch such as `w:rPr/w:b` is there and not turned off."""
    return switch(element, path) is True


def switch(element: Any, path: str) -> bool | None:
    """Whether a switch such as `w:rPr/w:vanish` is on or off; None where it is not there."""
    found = first(element, path)
    return None if found is None else found.get(VALUE, "1") not in ("0", "false", "off", "none")


def whole(text: str, default: int = 0) -> int:
    """A small whole number that a file states; the default for anything else that may stand there."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MOST_DIGITS else default
