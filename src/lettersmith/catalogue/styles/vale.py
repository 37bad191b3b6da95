"""Vale's way of using styles: what `.vale.ini` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lettersmith.catalogue.styles import refusals
from lettersmith.catalogue.styles.builtins import builtin_rules
from lettersmith.catalogue.styles.ini import Ini, Key
from lettersmith.catalogue.styles.rule_file import read_rule
from lettersmith.catalogue.styles.tree import Found, rules_in
from lettersmith.catalogue.styles.vale_settings import (
    CORE,
    NO_PARAMETERS,
    OF_SECTIONS,
    PARAMETER,
    PATTERNS,
    TABLES,
    Reading,
    find_layers,
    find_own_packages,
    look_at_keys,
    read_sections,
)
from lettersmith.catalogue.styles.vocabularies import (
    dictionaries_in,
    find_vocabulary,
    ignored_words,
    read_vocabulary,
)
from lettersmith.model.remark import Remark
from lettersmith.model.style import Section, StyleBook, StyleRule, Vocabulary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read(path: Path) -> StyleBook:
    """What a `.vale.ini` says; see `read_ini` of the package."""
    reading = Reading(path, path.name, read_sections(path))
    find_layers(reading)
    find_own_packages(reading)
    core = reading.ini[""]
    look_at_keys(reading)
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


def _vocabularies(reading: Reading) -> list[Vocabulary]:
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
            found.append(read_vocabulary(folder)._replace(name=name))
    return found


def _section(glob: str, keys: dict[str, Key], reading: Reading) -> Section:
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


def _rules(reading: Reading, sections: Sequence[Section], vocabularies: list[Vocabulary]) -> dict[str, StyleRule]:
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


def _of_styles(reading: Reading, styles: Iterable[str]) -> Iterator[Found]:
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


def _single(reading: Reading, sections: Sequence[Section], based: Iterable[str]) -> Iterator[Found]:
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
    return rule._replace(settings={**rule.settings, "ignored": words})


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
        return rule._replace(limit=int(values["limit"]) if values["limit"].isdigit() else rule.limit)
    if "scope" in values:
        return rule._replace(scopes=(values["scope"],))
    return rule._replace(settings={**rule.settings, **values})
