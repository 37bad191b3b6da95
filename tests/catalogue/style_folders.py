"""Folders of styles for the tests, written from a table of names and texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VERY = "extends: existence\nmessage: Avoid '%s'.\ntokens: [very]\n"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder, with these files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder
