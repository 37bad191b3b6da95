"""Folders of `templates/letterheads` to Letterheads: a look, and the texts at the top and bottom of a page."""

from __future__ import annotations

from pathlib import Path

from lettersmith.catalogue.look import read_look
from lettersmith.model.look import Letterhead, Look


def read_letterheads(layers: tuple[Path, ...]) -> dict[str, Letterhead]:
    """Every letterhead, by name. One without a `look.toml` of its own has the common look.

    Raises Unreadable, or TemplateRefused with everything that is wrong in a look.
    """
    found: dict[str, Letterhead] = {}
    looks: dict[Path, Look] = {}
    for layer in layers:
        for folder in sorted(path for path in (layer / "letterheads").glob("*") if path.is_dir()):
            if folder.name not in found:
                own = folder / "look.toml"
                common = next(p for place in layers if (p := place / "letterheads" / "look.toml").is_file())
                path = own if own.is_file() else common
                if path not in looks:  # most have the common one
                    looks[path] = read_look(path)
                found[folder.name] = Letterhead(
                    look=looks[path],
                    header=text_of(folder / "header.md"),
                    footer=text_of(folder / "footer.md"),
                    file=f"letterheads/{folder.name}",
                )
    return found


def text_of(path: Path) -> str:
    """A text, or nothing where there is no file."""
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n") if path.is_file() else ""
