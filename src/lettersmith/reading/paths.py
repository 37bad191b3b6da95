"""Which files are meant by what somebody typed: files, folders, patterns."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

WORD = (".docx", ".docm", ".dotx")
"""Word files that can be read, and marked."""
READABLE = (*WORD, ".md", ".markdown", ".html", ".htm", ".txt", ".eml")
"""Files that are looked for in a folder; any other kind is read only when it is named itself."""
CHECKED = "(checked)"
"""In the names of marked copies and pages that the program made beside a file."""
LOCK = "~$"
"""How the names of Word's lock files begin."""


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, those in the folders named, and those that a pattern (`drafts/*.docx`) fits; each once.

    Word's lock files and our own marked copies are passed over unless they are named. A folder or pattern without any
    file is given as it is, for the reader to refuse.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _expanded(path):
            if found not in seen:
                seen.add(found)
                yield found


def _expanded(path: Path) -> list[Path]:
    if _is(path, "is_dir"):
        return [inner for inner in sorted(path.rglob("*")) if wanted(inner)] or [path]
    if not _is(path, "exists") and glob.has_magic(str(path)):
        named = sorted(Path(found) for found in glob.glob(str(path), recursive=True))  # noqa: PTH207 - keeps what was typed
        return [inner for one in named for inner in _expanded(one) if not own(inner)] or [path]
    return [path]


def wanted(path: Path) -> bool:
    """Whether a file in a folder is one to read: of a kind that we know, and no lock or copy of a program's own."""
    return path.suffix.lower() in READABLE and not own(path) and _is(path, "is_file")


def own(path: Path) -> bool:
    """Whether a file is a program's own: a lock of Word's, a marked copy or page of ours."""
    return path.name.startswith(LOCK) or CHECKED in path.stem


def _is(path: Path, question: str) -> bool:
    """What the disk answers; no for a name that no file can have."""
    try:
        return bool(getattr(path, question)())
    except (OSError, ValueError):
        return False
