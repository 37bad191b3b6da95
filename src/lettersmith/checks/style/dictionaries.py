"""Hunspell's dictionaries, read by `spylls`, a port of hunspell in Python.

It brings the American English dictionary that stands in where a rule names none. It is an extra, `lettersmith[vale]`;
without it, rules that need it say so.
"""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

from lettersmith.checks.style.compiled import Unfit

HOW_TO_GET = "it needs a dictionary and its reader. Install them: pip install 'lettersmith[vale]'."
DEFAULT = "en_US"

_ONLY_FOR_SUGGESTIONS = re.compile(r"^(?:PHONE|REP|MAP|KEY|TRY)\b.*\n?", re.MULTILINE)
_NOT_UTF_8 = re.compile("[\udc80-\udcff]")


@cache
def dictionary(path: str) -> Any:
    """The dictionary in `path`.aff and `path`.dic, or the one that comes with spylls. Raises Unfit."""
    try:
        from spylls.hunspell import Dictionary, data, readers
    except ImportError:
        raise Unfit(HOW_TO_GET) from None
    if path == DEFAULT:
        path = str(Path(data.__file__).parent / "en" / DEFAULT)
    try:
        aff, context = readers.read_aff(_reader()(path + ".aff"))
        words = readers.read_dic(_reader()(path + ".dic", encoding=context.encoding), aff=aff, context=context)
    except Exception as error:
        raise Unfit(f"the dictionary {Path(path).name} cannot be read: {error}.") from None
    return Dictionary(aff, words)


@cache
def _reader() -> Any:
    from spylls.hunspell.readers.file_reader import FileReader

    class Reader(FileReader):  # type: ignore[misc]
        """Reads what is UTF-8 as UTF-8, whatever the file calls itself, and leaves out what only suggestions need."""

        def _open(self, path: str, encoding: str) -> io.TextIOBase:
            text: str = super()._open(path, "utf-8").read()
            if _NOT_UTF_8.search(text):
                text = super()._open(path, encoding).read()
            if path.endswith(".aff"):
                text = _ONLY_FOR_SUGGESTIONS.sub("", text)
                # Without a rule of its own a dictionary parts no word at its hyphens, as in Vale.
                text += "" if re.search(r"^BREAK\b", text, re.MULTILINE) else "\nBREAK 0\n"
            return io.StringIO(text)

    return Reader
