"""The characters that no text may hold: control characters, halves of characters, and noncharacters.

Line break and tab are allowed. U+FDD0 to U+FDEF and the last two of every plane are noncharacters (Unicode 23.7);
the first of them mark the places of values while a document is merged.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_TEXT = 100_000
"""Characters of one text."""

REPLACEMENT = "\ufffd"

_LAST_OF_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""One forbidden character. A carriage return is one, save in a line end."""

_ESCAPED = re.compile(r"\\(?:u(?:00[01]|007f|00[89]|d[89a-f]|fd[de]|fff[ef])|[bfr])", re.IGNORECASE)


def suspect(source: str) -> bool:
    """Whether some text of a JSON source may hold a forbidden character: a quick look, for a slow one."""
    if "\\" in source and _ESCAPED.search(source):
        return True
    if source.isascii():
        return "\x7f" in source  # the parser itself refuses the other control characters
    return FORBIDDEN.search("".join(set(source) - {"\r"})) is not None


def name_of(character: str) -> str:
    """A forbidden character in words: `a control character (U+0007)`."""
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:
        kind = "half a character"
    elif unicodedata.category(character) == "Cc":
        kind = "a control character"
    else:
        kind = "a code that stands for no character"
    return f"{kind} (U+{number:04X})"


def cleaned(text: str) -> str:
    """The text with a replacement mark for each forbidden character, so that it can be printed and hashed."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def names_of(text: str) -> list[str]:
    """The forbidden characters of a text in words, each once."""
    return list(dict.fromkeys(name_of(match.group()) for match in FORBIDDEN.finditer(text)))
