"""Vale's way of using styles: what `.vale.ini` says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lettersmith.catalogue.styles import refusals
from lettersmith.catalogue.styles.builtins import builtin_rules
from lettersmith.catalogue.styles.ini import Ini, Key, NotIni, merged, read_ini_text
from lettersmith.catalogue.styles.keys import LEVELS
from lettersmith.catalogue.styles.packages import Package, find_packages
from lettersmith.catalogue.styles.rule_file import read_rule
from lettersmith.catalogue.styles.tree import Found, rules_in
from lettersmith.catalogue.styles.vocabularies import (
    dictionaries_in,
    find_vocabulary,
    ignored_words,
    read_vocabulary,
)
from lettersmith.errors import Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import Section, StyleBook, StyleRule, Vocabulary

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
class _Reading:
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


def read(path: Path) -> StyleBook:
    """What a `.vale.ini` says; see `read_ini` of the package."""
    reading = _Reading(path, path.name, _read(path))
    _find_layers(reading)
    _find_packages(reading)
    core = reading.ini[""]
    _look_at_keys(reading)
    vocabularies = _vocabularies(reading)
    sections = [_section(glob, keys, reading) for glob, keys in reading.ini.items() if glob and glob not in TABLES]
    rules = _rules(reading, sections, vocabularies)
    settings = {name: tuple(key.listed()) for name, key in core.items() if name in CORE}
    if "WordTemplate" in core:
        settings["WordTemplate"] = (core["WordTemplate"].values[0],)
    settings["StylesPath"] = tuple(map(str, reading.layers))
    for table in TABLES:
        settings |= {f"{table}.{name}": (key.values[0],) for name, key in reading.ini.get(table, {}).items()}
    dictionaries = {name: files for layer in reversed(reading.layers) for name, files in dictionaries_in(layer).items()}
    return StyleBook(
        tuple(rules[id] for id in sorted(rules)),
        {},
        tuple(vocabularies),
        tuple(sections),
        settings,
        tuple(reading.refused),
        dictionaries,
    )


def _read(path: Path) -> Ini:
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


def _find_layers(reading: _Reading) -> None:
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


def _find_packages(reading: _Reading) -> None:
    """The packages that are named, and what their own settings and those that `vale sync` left say first."""
    key = reading.ini[""].get("Packages")
    before: list[Ini] = []
    for layer in reading.layers:
        pipeline = layer / ".vale-config"
        if pipeline.is_dir():
            before += [_read(file) for file in sorted(pipeline.iterdir()) if file.is_file()]
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


def _look_at_keys(reading: _Reading) -> None:
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


def _vocabularies(reading: _Reading) -> list[Vocabulary]:
    key = reading.ini[""].get("Vocab")
    found = []
    for name in key.listed() if key else ():
        folder = next((place for layer in reading.folders if (place := find_vocabulary(layer, name))), None)
        if folder is None:
            what = f"The vocabulary “{name}” is not there."
            do = (
                f"Make the folder config/vocabularies/{name} in the styles folder, with accept.txt or reject.txt in it."
            )
            reading.refused.append(refusals.missing(reading.shown, key.line if key else 0, what, do))
        else:
            found.append(replace(read_vocabulary(folder), name=name))
    return found


def _section(glob: str, keys: dict[str, Key], reading: _Reading) -> Section:
    styles = tuple(keys["BasedOnStyles"].listed()) if "BasedOnStyles" in keys else ()
    settings: dict[str, tuple[str, ...]] = {}
    rules: dict[str, str] = {}
    for name, key in keys.items():
        if name in PATTERNS:
            settings["BlockIgnores" if name == "IgnorePatterns" else name] = tuple(key.patterns())
        elif name in OF_SECTIONS:
            settings[name] = tuple(key.listed())
        elif name not in CORE and not PARAMETER.fullmatch(name):
            rules[name] = key.last
    return Section(glob, styles, rules, settings)


def _rules(reading: _Reading, sections: Sequence[Section], vocabularies: list[Vocabulary]) -> dict[str, StyleRule]:
    rules: dict[str, StyleRule] = {}
    if any(name.startswith("Vale") for section in sections for name in (*section.rules, *section.styles)):
        ignored = [word for layer in reading.layers[-1:] for word in ignored_words(layer, None)]
        rules |= builtin_rules(vocabularies, ignored)
    based = dict.fromkeys(style for section in sections for style in section.styles if style != "Vale")
    for found in (*_of_styles(reading, based), *_single(reading, sections, based)):
        if found.id in rules or not _on_somewhere(found, sections):
            continue
        rule = read_rule(found, lambda wanted, _: _find(reading.folders, wanted))
        if isinstance(rule, Remark):
            reading.refused.append(rule)
        else:
            rules[rule.id] = _with_words(rule, reading.layers)
    return _with_parameters(rules, reading.ini)


def _of_styles(reading: _Reading, styles: Iterable[str]) -> Iterator[Found]:
    for style in styles:
        folders = [folder.joinpath(style) for folder in reading.folders if folder.joinpath(style).is_dir()]
        if not folders:
            line = next((keys["BasedOnStyles"].line for keys in reading.ini.values() if _names(keys, style)), 0)
            what = f"The style “{style}” is not there."
            do = "Put its folder into the folder that “StylesPath” names, or take it out of “BasedOnStyles”."
            reading.refused.append(refusals.missing(reading.shown, line, what, do))
        for folder in folders[:1]:
            yield from rules_in(folder)


def _names(keys: dict[str, Key], style: str) -> bool:
    return "BasedOnStyles" in keys and style in keys["BasedOnStyles"].listed()


def _single(reading: _Reading, sections: Sequence[Section], based: Iterable[str]) -> Iterator[Found]:
    """The rules that are named one by one, of styles that are not used whole."""
    whole = {*based, "Vale"}
    for name in dict.fromkeys(name for section in sections for name in section.rules):
        if "." in name and name.partition(".")[0] not in whole:
            found = _find(reading.folders, name)
            if found:
                yield found


def _find(folders: Iterable[Traversable], wanted: str) -> Found | None:
    style, _, rest = wanted.partition(".")
    for folder in folders:
        place = folder.joinpath(style)
        for part in (rest.replace(".", "/") + ".yml").split("/"):
            place = place.joinpath(part)
        if place.is_file():
            return Found(wanted, style, place, f"{style}/{rest.replace('.', '/')}.yml")
    return None


def _on_somewhere(found: Found, sections: Sequence[Section]) -> bool:
    """Whether some section could run the rule. One that is off everywhere is not even read."""
    own = [(section, section.rules.get(found.id, section.rules.get(found.style))) for section in sections]
    if any(value not in (None, "NO") for section, value in own if section.glob != "*"):
        return True
    everywhere = next((value for section, value in own if section.glob == "*"), None)
    if everywhere is not None:
        return everywhere != "NO"
    return any(found.style in section.styles and value != "NO" for section, value in own)


def _with_words(rule: StyleRule, layers: Sequence[Path]) -> StyleRule:
    """A spelling rule with the words of its `ignore` files, under `ignored`."""
    named = rule.settings.get("ignore")
    if rule.type != "spelling" or not named:
        return rule
    names = tuple(map(str, named if isinstance(named, list) else [named]))
    words = tuple(word for layer in layers[-1:] for word in ignored_words(layer, names))
    return replace(rule, settings={**rule.settings, "ignored": words})


def _with_parameters(rules: dict[str, StyleRule], ini: Ini) -> dict[str, StyleRule]:
    """The rules with what `Style.Rule[max] = 30` sets."""
    for section, keys in ini.items():
        for name, key in keys.items() if section not in TABLES else ():
            match = PARAMETER.fullmatch(name)
            if match and match[1] in rules and match[2].lower() not in NO_PARAMETERS:
                rule = rules[match[1]]
                changed = {match[2].lower(): key.last}
                rules[rule.id] = _changed(rule, changed)
    return rules


def _changed(rule: StyleRule, values: dict[str, str]) -> StyleRule:
    if "limit" in values:
        return replace(rule, limit=int(values["limit"]) if values["limit"].isdigit() else rule.limit)
    if "scope" in values:
        return replace(rule, scopes=(values["scope"],))
    return replace(rule, settings={**rule.settings, **values})
