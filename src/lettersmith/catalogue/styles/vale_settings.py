"""The text of a `.vale.ini`: where its styles and packages are, and which of its settings mean something here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lettersmith.catalogue.styles import refusals
from lettersmith.catalogue.styles.ini import Ini, NotIni, merged, read_ini_text
from lettersmith.catalogue.styles.keys import LEVELS
from lettersmith.catalogue.styles.packages import Package, find_packages
from lettersmith.errors import Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

CORE = frozenset(
    [
        "StylesPath",
        "MinAlertLevel",
        "IgnoredScopes",
        "WordTemplate",
        "SkippedScopes",
        "IgnoredClasses",
        "Vocab",
        "NLPEndpoint",
        "Packages",
    ]
)
"""Keys that stand before the first section."""

OF_SECTIONS = frozenset(
    [
        "BasedOnStyles",
        "IgnorePatterns",
        "BlockIgnores",
        "CommentDelimiters",
        "TokenIgnores",
        "Transform",
        "Lang",
        "View",
    ]
)
"""Keys that stand in sections, besides rules and styles."""

PATTERNS = frozenset(("BlockIgnores", "TokenIgnores", "IgnorePatterns"))
TABLES = ("formats", "asciidoctor")
"""Sections that are no globs: their keys are in `StyleBook.settings` as `formats.mdx`."""

PARAMETER = re.compile(r"([^\[\]]+\.[^\[\]]+)\[([A-Za-z][A-Za-z0-9]*)\]")
NO_PARAMETERS = frozenset(
    [
        "extends",
        "name",
        "path",
        "tests",
        "message",
        "description",
        "link",
        "tokens",
        "swap",
        "exceptions",
        "filters",
        "ignore",
        "raw",
        "either",
        "level",
    ]
)

NOT_DONE = {
    "Transform": "XSLT stylesheets are not run.",
    "View": "there are no Views.",
    "NLPEndpoint": "nothing is asked over the network.",
}
"""Settings of Vale that mean nothing here, and why."""


@dataclass(slots=True)
class Reading:
    """What is known so far of one `.vale.ini`."""

    path: Path
    shown: str
    ini: Ini
    layers: list[Path] = field(default_factory=list)
    packages: list[Package] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)

    @property
    def folders(self) -> list[Traversable]:
        """Where styles are looked for, in order."""
        return [*self.layers, *(package.styles for package in self.packages if package.styles.is_dir())]


def read_sections(path: Path) -> Ini:
    """The sections of a file of settings. Raises Unreadable."""
    try:
        return read_ini_text(path.read_text(encoding="utf-8-sig"))
    except NotIni as error:
        what, line = error.args
        problem = f"{path.name} cannot be read: {what}."
    except UnicodeDecodeError:
        problem, line = f"{path.name} is not written in UTF-8.", 1
    except OSError as error:
        problem, line = f"{path.name} cannot be opened: {error.strerror or error}.", 0
    do = "Correct the file, or name another one."
    raise Unreadable(Remark("Styles.Unreadable", Level.ERROR, problem, Place(str(path), line), do=do))


def find_layers(reading: Reading) -> None:
    """The folders that `StylesPath` names; without it, the folder of the settings."""
    home = reading.path.resolve().parent
    key = reading.ini[""].get("StylesPath")
    if key is None:
        reading.layers.append(home)
        return
    for value in key.values:
        layer = home / value
        if layer.is_dir():
            reading.layers.append(layer)
        else:
            what = f"“StylesPath” names the folder “{value}”, which is not there."
            reading.refused.append(
                refusals.missing(reading.shown, key.line, what, "Give the folder that holds the styles.")
            )


def find_own_packages(reading: Reading) -> None:
    """The packages that are named, and what their own settings and those that `vale sync` left say first."""
    key = reading.ini[""].get("Packages")
    before: list[Ini] = []
    for layer in reading.layers:
        pipeline = layer / ".vale-config"
        if pipeline.is_dir():
            before += [read_sections(file) for file in sorted(pipeline.iterdir()) if file.is_file()]
    if key is not None:
        home = reading.path.resolve().parent
        for found in find_packages(key.listed(), home, reading.layers, reading.shown, key.line):
            if isinstance(found, Remark):
                reading.refused.append(found)
                continue
            reading.packages.append(found)
            if found.ini is not None:
                before.append(read_ini_text(found.ini.read_text(encoding="utf-8-sig")))
    if before:
        whole: Ini = {"": {}}
        for one in before:
            one[""].pop("StylesPath", None)
            merged(whole, one)
        reading.ini = merged(whole, reading.ini)


def look_at_keys(reading: Reading) -> None:
    """Say of every key that stands where it means nothing, or that means nothing here."""
    for section, keys in reading.ini.items():
        if section in TABLES:
            continue
        for name, key in keys.items():
            problem = _problem(section, name)
            if problem:
                what, do = problem
                reading.refused.append(refusals.setting(reading.shown, key.line, what, do))
    level = reading.ini[""].get("MinAlertLevel")
    if level and level.listed()[-1:] and level.listed()[-1] not in LEVELS:
        what = f"“MinAlertLevel” is “{level.listed()[-1]}”."
        reading.refused.append(
            refusals.setting(reading.shown, level.line, what, f"Choose one of: {', '.join(LEVELS)}.")
        )


def _problem(section: str, name: str) -> tuple[str, str] | None:
    if name in NOT_DONE:
        return f"“{name}” is passed over: {NOT_DONE[name]}", "Take it out, or use real Vale for it."
    if not section and name in OF_SECTIONS:
        return f"“{name}” stands before the first section.", "Move it below a line such as [*] or [*.md]."
    if not section and name not in CORE:
        return f"“{name}” is not a setting.", f"Settings are: {', '.join(sorted(CORE))}."
    if section and name in CORE:
        return f"“{name}” stands in the section [{section}].", "Move it above the first section."
    parameter = PARAMETER.fullmatch(name)
    if parameter and parameter[2].lower() in NO_PARAMETERS:
        return f"“{name}” cannot be set here.", "Write a rule that extends this one, and change it there."
    return None
