"""Faults of the facts and faults of the words are told in one run, each once, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from lettersmith.cli.make import said
from lettersmith.errors import Unreadable
from lettersmith.model.remark import Remark, errors
from lettersmith.route.pipeline import Run, open_case
from lettersmith.tasks.validation import validate
from route import spoiling
from route.spoiling import CHILD, DAYS, JOINT, spoiled

NAMES = tuple(spoiled(JOINT))
SETS = [NAMES, *combinations(NAMES, 2)]
CASES = [(sample, names) for sample in (JOINT, CHILD) for names in SETS]


def in_words(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " and ".join(value)


def told(run: Run) -> list[Remark]:
    """Every error that the run tells, each once however many documents it stands against."""
    refused = [remark for made in run.refused for remark in made.prepared.remarks]
    failed = [remark for error in run.failed for remark in error.remarks]
    return list({said(remark): remark for remark in errors([*run.stopped, *refused, *failed])}.values())


@pytest.mark.parametrize(("sample", "names"), CASES, ids=in_words)
def test_every_fault_is_named_once_in_one_run(sample: str, names: tuple[str, ...], tmp_path: Path) -> None:
    folder, faults = spoiling.copy(sample, tmp_path), spoiled(sample)
    for name in names:
        faults[name].spoil(folder)
    run = spoiling.made(folder, sample)
    found = told(run)
    assert sorted((r.rule, r.place.file, r.place.path) for r in found) == sorted(faults[name][1:] for name in names)
    assert all(remark.place.line for remark in found)
    written = {path.name for path in (folder / "out").glob("*")}
    assert written == {file.path.name for made in run.made for file in made.files}
    assert all(made.prepared.fit for made in run.made) and not (run.stopped and written)


def misspelt(*path: str | int) -> Callable[[Path], None]:
    """The last key of a path, misspelt."""

    def edit(facts: Any) -> None:
        *holders, key = path[1:]
        for step in holders:
            facts = facts[step]
        facts[f"{key}s"] = facts.pop(key)

    return lambda folder: spoiling.change(folder, str(path[0]), edit)


def set_to(value: Any, *path: str | int) -> Callable[[Path], None]:
    """The value at a path, another one."""

    def edit(facts: Any) -> None:
        *holders, key = path[1:]
        for step in holders:
            facts = facts[step]
        facts[key] = value

    return lambda folder: spoiling.change(folder, str(path[0]), edit)


def cut_short(file: str) -> Callable[[Path], None]:
    """A file that breaks off."""

    def spoil(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text[: len(text) // 2], encoding="utf-8")

    return spoil


FACTS = "inspection.json"
FLOODS = {
    "a person without a readable id": (set_to(7, FACTS, "people", 0, "id"), "Facts.WrongType", "$.people[0].id"),
    "an id that is empty": (set_to("", FACTS, "people", 0, "id"), "Facts.Empty", "$.people[0].id"),
    "a list of people under another name": (misspelt(FACTS, "people"), "Facts.UnknownKey", "$.peoples"),
    "a list of people that is none": (set_to("none", FACTS, "people"), "Facts.WrongType", "$.people"),
    "addressees under another name": (misspelt(FACTS, "addressees"), "Facts.UnknownKey", "$.addresseess"),
    "an addressee who is nobody": (
        set_to(["dsc"], FACTS, "addressees", "notification"), "Facts.NoSuchReference", "$.addressees.notification[0]"
    ),
    "an addressee that is no id": (
        set_to([7], FACTS, "addressees", "notification"), "Facts.WrongType", "$.addressees.notification[0]"
    ),
    "a role that is misspelt": (misspelt(FACTS, "people", 0, "role"), "Facts.UnknownKey", "$.people[0].roles"),
    "an area under another name": (misspelt(FACTS, "area"), "Facts.UnknownKey", "$.areas"),
    "dates under another name": (misspelt(FACTS, "dates"), "Facts.UnknownKey", "$.datess"),
    "a needed name under another one": (misspelt(FACTS, "area", "name"), "Facts.UnknownKey", "$.area.names"),
    "evidence of a finding under another name": (
        misspelt("judgements.json", "findings", 0, "evidence"), "Facts.UnknownKey", "$.findings[0].evidences"
    ),
    "judgements that break off": (cut_short("judgements.json"), "Facts.Syntax", "$"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "rule", "path"), FLOODS.values(), ids=FLOODS.keys())
def test_what_only_follows_from_a_fault_is_not_told(
    spoil: Callable[[Path], None], rule: str, path: str, tmp_path: Path
) -> None:
    folder = spoiling.copy(CHILD, tmp_path)
    spoil(folder)
    run = spoiling.made(folder, CHILD)
    assert [(remark.rule, remark.place.path) for remark in told(run)] == [(rule, path)]
    assert run.refused


ALONE = {
    "an unknown framework": misspelt(FACTS, "framework"),
    "facts that break off": cut_short(FACTS),
}


@pytest.mark.parametrize("spoil", ALONE.values(), ids=ALONE.keys())
def test_where_nothing_can_be_made_the_faults_of_every_file_are_told(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = spoiling.copy(CHILD, tmp_path)
    spoil(folder)
    cut_short("judgements.json")(folder)
    with pytest.raises(Unreadable) as stopped:
        open_case(folder)
    assert {remark.place.file for remark in errors(stopped.value.remarks)} == {FACTS, "judgements.json"}
    assert all(remark.place.line for remark in stopped.value.remarks)


@pytest.mark.parametrize("sample", [JOINT, CHILD])
def test_validate_names_the_same_faults(sample: str, tmp_path: Path) -> None:
    folder, faults = spoiling.copy(sample, tmp_path), spoiled(sample)
    for fault in faults.values():
        fault.spoil(folder)
    found = errors(validate(open_case(folder), DAYS[sample]))
    assert sorted((r.rule, r.place.file, r.place.path) for r in found) == sorted(fault[1:] for fault in faults.values())
    assert all(remark.place.line for remark in found)
