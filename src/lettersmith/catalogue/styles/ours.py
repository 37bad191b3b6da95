"""Our own way of using styles: every rule of every style in every folder is on."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from lettersmith.catalogue.styles import builtins
from lettersmith.catalogue.styles.notes import read_notes
from lettersmith.catalogue.styles.rule_file import read_rule
from lettersmith.catalogue.styles.tree import Found, companion, rules_in, styles_in
from lettersmith.catalogue.styles.vocabularies import dictionaries_in, vocabularies_in
from lettersmith.model.remark import Remark
from lettersmith.model.style import RuleNotes, StyleBook, StyleRule, Vocabulary


def read_styles(layers: Sequence[Path]) -> StyleBook:
    """Every rule within reach, with what stands beside it.

    `layers` are folders of styles, nearest first: an inspection's own, its office's, the built-in one. A rule file in
    a nearer folder replaces the rule with the same id in all farther ones; what stands beside a rule
    (`tests/<Rule>.yaml`) is that of the nearest folder that has it, down to the one that the rule is from. All
    vocabularies are on; of two with one name the nearer counts. Rules that cannot be used are in `refused`, with their
    file and the reason.
    """
    folders: list[Traversable] = [layer for layer in layers if layer.is_dir()]
    rules: dict[str, StyleRule] = {}
    notes: dict[str, RuleNotes] = {}
    refused: list[Remark] = []
    for id, (found, depth) in _nearest(folders).items():
        rule = read_rule(found, lambda wanted, file: _find(folders, wanted, file))
        if isinstance(rule, Remark):
            refused.append(rule)
            continue
        rules[id] = rule
        beside = next((file for folder in folders[: depth + 1] if (file := _beside(folder, id)).is_file()), None)
        if beside is not None:
            notes[id], wrong = read_notes(beside, id, _shown(id))
            refused += wrong
    vocabularies = _vocabularies(folders)
    rules.update(builtins.avoided(vocabularies))
    dictionaries = {name: files for folder in reversed(folders) for name, files in dictionaries_in(folder).items()}
    ordered = tuple(rules[id] for id in sorted(rules))
    return StyleBook(ordered, notes, tuple(vocabularies), refused=tuple(refused), dictionaries=dictionaries)


def _nearest(folders: Sequence[Traversable]) -> dict[str, tuple[Found, int]]:
    """Each rule's nearest file, and in which folder that is."""
    found: dict[str, tuple[Found, int]] = {}
    for depth, folder in enumerate(folders):
        for style in styles_in(folder):
            for rule in rules_in(style):
                found.setdefault(rule.id, (rule, depth))
    return found


def _find(folders: Sequence[Traversable], wanted: str, file: Traversable) -> Found | None:
    """The file of a rule that another builds on: never that other's own, so that a rule may build on its namesake."""
    style, _, rest = wanted.partition(".")
    for folder in folders:
        place = folder.joinpath(style)
        for part in (rest.replace(".", "/") + ".yml").split("/"):
            place = place.joinpath(part)
        if place.is_file() and str(place) != str(file):
            return Found(wanted, style, place, f"{style}/{rest.replace('.', '/')}.yml")
    return None


def _beside(folder: Traversable, id: str) -> Traversable:
    return companion(folder.joinpath(id.partition(".")[0]), id)


def _shown(id: str) -> str:
    style, _, rule = id.partition(".")
    return f"{style}/tests/{rule}.yaml"


def _vocabularies(folders: Sequence[Traversable]) -> list[Vocabulary]:
    by_name: dict[str, Vocabulary] = {}
    for folder in folders:
        for vocabulary in vocabularies_in(folder):
            by_name.setdefault(vocabulary.name, vocabulary)
    return list(by_name.values())
