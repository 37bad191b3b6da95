"""Faults of the facts and faults of the words are told in one run, each once, and nothing is written."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from lettersmith.cli.make import said
from lettersmith.model.remark import Remark, errors
from lettersmith.pipeline import Run, open_case
from lettersmith.validation import validate
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


@pytest.mark.parametrize("sample", [JOINT, CHILD])
def test_validate_names_the_same_faults(sample: str, tmp_path: Path) -> None:
    folder, faults = spoiling.copy(sample, tmp_path), spoiled(sample)
    for fault in faults.values():
        fault.spoil(folder)
    found = errors(validate(open_case(folder), DAYS[sample]))
    assert sorted((r.rule, r.place.file, r.place.path) for r in found) == sorted(fault[1:] for fault in faults.values())
    assert all(remark.place.line for remark in found)
