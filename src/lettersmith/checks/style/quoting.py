"""Other people's words: what stands between quotation marks."""

from __future__ import annotations

import re

MARKS = re.compile(r"[“\"‘](?:(?<=“)[^”]*”|(?<=\")[^\"\n]*\"|(?<=‘)(?<!\w‘)(?:[^’\n]|’(?=\w))*’(?!\w))")
"""Between double marks, straight or curly, or curly single ones. A single straight mark is more often an apostrophe.

The mark itself comes first, whichever it is: so it is found without trying each way at each letter.
"""


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a text that stand between quotation marks."""
    if "“" not in text and '"' not in text and "‘" not in text:
        return ()
    return tuple(match.span() for match in MARKS.finditer(text))
