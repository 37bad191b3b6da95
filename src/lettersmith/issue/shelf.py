"""Where a new file may go: never over words that are not ours."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from lettersmith.issue.disk import HeldError, put
from lettersmith.issue.log import Log, digest
from lettersmith.issue.names import numbered

WordsOf = Callable[[str, bytes], Sequence[str]]
"""Format and bytes of a file to its words, block by block."""


class Shelved(NamedTuple):
    """A file that was written, and why it lies beside the one that it would have replaced, if it does."""

    path: Path
    beside: str = ""
    """Empty, or a sentence: the old file was changed, is open, or is not ours."""


def shelve(folder: Path, name: str, format: str, data: bytes, log: Log, words_of: WordsOf) -> Shelved:
    """Write a file into a folder; a file there that we did not write, or that was changed since, is left as it is.

    Raises Unreadable when the disk refuses.
    """
    beside = ""
    for number in itertools.count(1):
        target = name if number == 1 else numbered(name, number)
        kept = why_kept(folder / target, format, log, words_of)
        if not kept:
            try:
                put(folder / target, data)
                return Shelved(folder / target, beside)
            except HeldError:
                kept = f"{target} is open in another program. It was left as it is."
        beside = beside or kept
    raise AssertionError("there is always a next number")


def why_kept(path: Path, format: str, log: Log, words_of: WordsOf) -> str:
    """Why the file at a path must not be replaced; empty if it may be."""
    if not path.exists():
        return ""
    if any((path.parent / f"~${path.name[cut:]}").exists() for cut in (0, 1, 2)):
        return f"{path.name} is open in Word. It was left as it is."
    file = log.wrote(path.name)
    if file is None:
        return f"{path.name} was not made by this program. It was left as it is."
    try:
        data = path.read_bytes()
    except OSError:
        return f"{path.name} cannot be read. It was left as it is."
    if file.sha256 == digest(data) or (file.words and file.words == words_digest(words_of, format, data)):
        return ""
    return f"{path.name} was changed since it was made. It was left as it is."


def words_digest(words_of: WordsOf, format: str, data: bytes) -> str:
    """SHA-256 of a file's words without white space: the same as long as nobody changes a word; empty if unreadable."""
    try:
        words = words_of(format, data)
    except Exception:  # whatever a changed file does to its reader, it is not the one we wrote
        return ""
    return digest("".join("".join(words).split()).encode("utf-8", "surrogatepass"))
