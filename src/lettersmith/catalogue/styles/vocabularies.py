"""Vocabularies and other lists of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lettersmith.catalogue.styles.tree import files_in
from lettersmith.model.style import Vocabulary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


FOLDER = ("config", "vocabularies")


def vocabularies_in(layer: Traversable) -> list[Vocabulary]:
    """Every vocabulary of a styles folder, by name."""
    folder = _down(layer, FOLDER)
    if not folder.is_dir():
        return []
    return [read_vocabulary(inner) for inner in sorted(folder.iterdir(), key=lambda one: one.name) if inner.is_dir()]


def find_vocabulary(layer: Traversable, name: str) -> Traversable | None:
    """The folder of one vocabulary; None where it is not there."""
    folder = _down(layer, (*FOLDER, *name.split("/")))
    return folder if folder.is_dir() else None


def read_vocabulary(folder: Traversable) -> Vocabulary:
    """A vocabulary: its `accept.txt` and `reject.txt`, in all folders inside it too."""
    words: dict[str, list[str]] = {"accept.txt": [], "reject.txt": []}
    for file in files_in(folder, ".txt"):
        if file.name in words:
            words[file.name] += word_list(file)
    return Vocabulary(folder.name, tuple(words["accept.txt"]), tuple(words["reject.txt"]))


def word_list(file: Traversable) -> list[str]:
    """The lines of a file of words, without blank lines and comments."""
    lines = (line.strip() for line in file.read_bytes().decode("utf-8-sig", "replace").splitlines())
    return [line for line in lines if line and not line.startswith("# ")]


def dictionaries_in(layer: Traversable) -> dict[str, tuple[str, str]]:
    """Hunspell dictionaries of a styles folder: name to the paths of its two files."""
    found = {file.name[:-4]: str(file) for file in files_in(_down(layer, ("config", "dictionaries")), ".dic")}
    rules = {file.name[:-4]: str(file) for file in files_in(_down(layer, ("config", "dictionaries")), ".aff")}
    return {name: (rules[name], words) for name, words in found.items() if name in rules}


def ignored_words(layer: Traversable, names: tuple[str, ...] | None) -> list[str]:
    """The words of ignore files: those named, in the folder itself or in `config/ignore`; None for all there."""
    ignore = _down(layer, ("config", "ignore"))
    if names is None:
        files = list(files_in(ignore, ".txt"))
    else:
        files = [file for name in names for file in (_down(layer, name.split("/")), _down(ignore, name.split("/")))]
    return [word for file in files if file.is_file() for word in word_list(file)]


def _down(folder: Traversable, parts: tuple[str, ...] | list[str]) -> Traversable:
    for part in parts:
        folder = folder.joinpath(part)
    return folder
