"""Packages of styles: folders or zip files on this machine. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.catalogue.styles import refusals
from lettersmith.catalogue.styles.tree import styles_in
from lettersmith.model.remark import Remark

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Package(NamedTuple):
    """A package that was found."""

    styles: Traversable
    """The folder in which its styles are."""
    ini: Traversable | None = None
    """Its own `.vale.ini`."""


def find_packages(
    names: Sequence[str], home: Path, layers: Sequence[Path], file: str, line: int
) -> list[Package | Remark]:
    """The packages that `Packages` names, in its order; a remark for each that is not here.

    A package is looked for in the styles folders and beside `.vale.ini`: as a folder of its name, or a zip file. Of an
    address on the web the last part is its name. One that `vale sync` has put among the styles is there already.
    """
    return [found for name in names if (found := _find(name, home, layers, file, line)) is not None]


def _find(name: str, home: Path, layers: Sequence[Path], file: str, line: int) -> Package | Remark | None:
    import zipfile

    short = name.rstrip("/").replace("\\", "/").rpartition("/")[2].removesuffix(".zip")
    if any((layer / short).is_dir() for layer in layers):
        return None
    local = [] if "://" in name else [home / name]
    places = [*local, *(folder / wanted for folder in (*layers, home) for wanted in (short, f"{short}.zip"))]
    for place in places:
        try:
            if place.is_dir():
                return _opened(place, short)
            if place.is_file() and zipfile.is_zipfile(place):
                return _unzipped(place, short)
        except (OSError, zipfile.BadZipFile) as error:
            what = f"The package “{name}” cannot be opened: {error}."
            return refusals.missing(file, line, what, "Get the package again, and put it there.")
    what = f"The package “{name}” is not here, and packages are not fetched."
    return refusals.missing(file, line, what, f"Put {short}.zip, or a folder {short}, beside {file}.")


def _unzipped(place: Path, short: str) -> Package:
    import zipfile

    root = zipfile.Path(zipfile.ZipFile(place))
    inside = [inner for inner in root.iterdir() if inner.is_dir() and inner.name != "__MACOSX"]
    named = next((inner for inner in inside if inner.name == short), inside[0] if len(inside) == 1 else root)
    return _opened(named, short, root)


def _opened(folder: Traversable, short: str, parent: Traversable | None = None) -> Package:
    """A package is a folder with `.vale.ini` and `styles` in it, or is itself a style, or a folder of styles."""
    ini = folder.joinpath(".vale.ini")
    styles = folder.joinpath("styles")
    if styles.is_dir() or ini.is_file():
        return Package(styles, ini if ini.is_file() else None)
    if any(inner.name.endswith(".yml") for inner in folder.iterdir()):
        return Package(parent if parent is not None else _parent(folder))
    return Package(folder)


def _parent(folder: Traversable) -> Traversable:
    return folder.parent if isinstance(folder, Path) else folder


def style_folder(packages: Sequence[Package], style: str) -> Traversable | None:
    """The folder of a style inside a package; None where no package has it."""
    for package in packages:
        if package.styles.is_dir():
            for folder in styles_in(package.styles):
                if folder.name == style:
                    return folder
    return None
