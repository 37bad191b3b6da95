"""Text that anybody wrote, made fit for a page, a program or a terminal."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that could steer a terminal, or hide or turn round what stands beside them; and those that no text
may hold."""
_NOT_IN_PAGES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]")
"""Characters that no web page may hold, and those that turn round the text beside them."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape` does it, without the table of all entities that comes with it."""
_HALF = re.compile("[\ud800-\udfff]")


def shown(text: str) -> str:
    """The text with every character that could steer a terminal shown as its number."""
    return _STEERING.sub(_number, text)


def one_line(text: str) -> str:
    """The same on one line, with single spaces."""
    return shown(" ".join(text.split()))


def html(text: str) -> str:
    """The text as text of a web page, or as the value of an attribute: never as an element of it."""
    return _NOT_IN_PAGES.sub(_number, text).translate(_MARKUP)


def whole(text: str) -> str:
    """Text that UTF-8 can hold: half a character (a lone surrogate) is shown as U+FFFD."""
    return _HALF.sub("\ufffd", text)


def _number(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"
