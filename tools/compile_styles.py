"""Writes `styles/compiled.json`: the built-in styles and the engine's table of them, in one file.

Run it when a rule, its examples or the engine's way of working out its table has changed; a test says when that is due.
"""

from __future__ import annotations

from pathlib import Path

from lettersmith.catalogue.styles import read_styles
from lettersmith.catalogue.styles.compiled import NAME, compiled_text
from lettersmith.checks.style.table import table_of_book

STYLES = Path(__file__).parents[1] / "styles"


def text() -> str:
    """What the file should hold."""
    book = read_styles([STYLES], examples=True)
    return compiled_text(STYLES, book, table_of_book(book))


if __name__ == "__main__":
    (STYLES / NAME).write_text(text(), encoding="utf-8", newline="\n")
