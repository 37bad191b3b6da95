"""Styles: rules in Vale's format, what stands beside them, vocabularies, and `.vale.ini`."""

from __future__ import annotations

from pathlib import Path

from lettersmith.catalogue.styles.ours import read_styles
from lettersmith.model.style import StyleBook

__all__ = ["read_ini", "read_styles"]


def read_ini(path: Path) -> StyleBook:
    """What a `.vale.ini` says: its sections, the rules of every style that they name, its vocabularies.

    Levels and switches stay in `sections`, for `*` and for each glob in the order of the file; `settings` hold the keys
    before the first section, each with all its values, and `formats.<ending>`. Packages are taken from folders and zip
    files on this machine. Whatever cannot be used is in `refused`.

    Raises Unreadable if the file itself cannot be read.
    """
    from lettersmith.catalogue.styles.vale import read

    return read(path)
