"""Our own way of using styles: every rule of every style in every folder is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lettersmith.catalogue.styles import builtins
from lettersmith.catalogue.styles.compiled import Compiled, read_compiled
from lettersmith.catalogue.styles.tree import Found, companion, rules_in, styles_in
from lettersmith.catalogue.styles.vocabularies import dictionaries_in, vocabularies_in
from lettersmith.model.remark import Remark
from lettersmith.model.style import RuleNotes, StyleBook, StyleRule, Vocabulary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def read_styles(layers: Sequence[Path], *, examples: bool = False) -> StyleBook:
    """Every rule within reach, with what stands beside it.

    `layers` are folders of styles, nearest first: an inspection's own, its office's, the built-in one. A rule file in
    a nearer folder replaces the rule with the same id in all farther ones; what stands beside a rule
    (`tests/<Rule>.yaml`) is that of the nearest folder that has it, down to the one that the rule is from. All
    vocabularies are on; of two with one name the nearer counts. Rules that cannot be used are in `refused`, with their
    file and the reason. Without `examples`, the notes may lack the sentences that are a rule's test.
    """
    folders: list[Traversable] = [layer for layer in layers if layer.is_dir()]
    compiled = {depth: None if examples else read_compiled(folder) for depth, folder in enumerate(folders)}
    reading = _Reading(folders, compiled)
    for id, (found, depth) in reading.nearest().items():
        reading.take(id, found, depth)
    vocabularies = reading.vocabularies()
    rules = reading.rules | builtins.avoided(vocabularies)
    dictionaries = {name: files for folder in reversed(folders) for name, files in dictionaries_in(folder).items()}
    return StyleBook(
        tuple(rules[id] for id in sorted(rules)),
        reading.notes,
        tuple(vocabularies),
        refused=tuple(reading.refused),
        dictionaries=dictionaries,
        table=reading.table,
        in_table=frozenset(reading.in_table),
    )


@dataclass(slots=True)
class _Reading:
    """What is known so far of some folders."""

    folders: Sequence[Traversable]
    compiled: Mapping[int, Compiled | None]
    """Of each folder: its compiled file, where that can be used."""
    rules: dict[str, StyleRule] = field(default_factory=dict)
    notes: dict[str, RuleNotes] = field(default_factory=dict)
    refused: list[Remark] = field(default_factory=list)
    table: Mapping[str, Any] = field(default_factory=dict)
    in_table: set[str] = field(default_factory=set)

    def nearest(self) -> dict[str, tuple[Found | None, int]]:
        """Each rule's nearest file (none where a compiled file has it), and in which folder that is."""
        found: dict[str, tuple[Found | None, int]] = {}
        for depth, folder in enumerate(self.folders):
            compiled = self.compiled[depth]
            if compiled is not None:
                for id in compiled.rules:
                    found.setdefault(id, (None, depth))
                continue
            for style in styles_in(folder):
                for rule in rules_in(style):
                    found.setdefault(rule.id, (rule, depth))
        return found

    def take(self, id: str, found: Found | None, depth: int) -> None:
        """Read one rule, and what stands beside it."""
        compiled = self.compiled[depth]
        if found is None and compiled is not None:
            self.rules[id] = compiled.rules[id]
            self.table = compiled.table
            self.in_table.add(id)
        elif found is not None:
            from lettersmith.catalogue.styles.rule_file import read_rule

            rule = read_rule(found, lambda wanted, file: _find(self.folders, wanted, file))
            if isinstance(rule, Remark):
                self.refused.append(rule)
                return
            self.rules[id] = rule
        for nearer, folder in enumerate(self.folders[: depth + 1]):
            kept = self.compiled[nearer]
            if kept is not None:
                if id in kept.notes:
                    self.notes[id] = kept.notes[id]
                    return
            elif (beside := _beside(folder, id)).is_file():
                from lettersmith.catalogue.styles.notes import read_notes

                self.notes[id], wrong = read_notes(beside, id, _shown(id))
                self.refused += wrong
                return

    def vocabularies(self) -> list[Vocabulary]:
        """All vocabularies; of two with one name the nearer."""
        by_name: dict[str, Vocabulary] = {}
        for depth, folder in enumerate(self.folders):
            compiled = self.compiled[depth]
            for vocabulary in compiled.vocabularies if compiled else vocabularies_in(folder):
                by_name.setdefault(vocabulary.name, vocabulary)
        return list(by_name.values())


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
