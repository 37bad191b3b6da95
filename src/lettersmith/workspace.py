"""Where templates, styles and samples are: in the inspection's folder, beside it, and in the package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def builtin(name: str) -> Path:
    """The built-in folder `templates`, `styles` or `samples`: inside the package, or beside its source."""
    carried = PACKAGE / "_data" / name
    return carried if carried.is_dir() else PACKAGE.parent.parent / name


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; a name that no file can have is no folder either."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def layers(folder: Path, name: str) -> tuple[Path, ...]:
    """Where to look for templates or styles, nearest first: an inspection's own, its office's, the built-in ones."""
    home = folder.resolve()
    nearer = [place for place in (home / name, home.parent / name) if is_folder(place) and place != builtin(name)]
    return (*nearer, builtin(name))


def siblings(folder: Path) -> tuple[Path, ...]:
    """The other inspections in the same folder."""
    home = folder.resolve()
    found = (path.parent for path in home.parent.glob("*/inspection.json"))
    return tuple(sorted(path for path in found if path != home))
