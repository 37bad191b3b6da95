"""All checks in one run."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from checks.letters import manuscript, subject
from lettersmith import checks
from lettersmith.checks import gaps
from lettersmith.model.remark import Remark
from lettersmith.model.subject import Subject


def test_the_list_names_every_check_of_the_folder() -> None:
    folder = Path(checks.__file__).parent
    files = [path.stem for path in folder.glob("[!_]*.py")]
    packages = [path.parent.name for path in folder.glob("*/__init__.py")]
    modules = [import_module(f"lettersmith.checks.{name}") for name in files + packages]
    assert {module.check for module in modules if hasattr(module, "check")} == set(checks.CHECKS)


def test_remarks_come_worst_first_then_in_the_order_of_the_text() -> None:
    made = manuscript("Word " * 30 + "end.", "[insert] and TODO.", "Word " * 40 + "end.")
    found = [(remark.rule, remark.place.block, remark.place.start) for remark in checks.run(subject(made))]
    assert found == [
        ("Gaps.Placeholder", 1, 0),
        ("Gaps.Placeholder", 1, 13),
        ("Reading.LongSentence", 2, 0),
        ("Reading.LongSentence", 0, 0),
    ]
    assert checks.run(subject(made)) == checks.run(subject(made))


def test_a_check_that_breaks_down_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(subject: Subject) -> Iterator[Remark]:
        yield from gaps.check(subject)
        raise ZeroDivisionError("Ada Quill")

    broken.__module__ = "lettersmith.checks.other_area"
    monkeypatch.setattr(checks, "CHECKS", (broken,))
    found = checks.run(subject(manuscript("TODO")))
    assert [remark.rule for remark in found] == ["Checks.Failed", "Gaps.Placeholder"]
    assert '"other area"' in found[0].what and "ZeroDivisionError" in found[0].do
    assert "Ada Quill" not in repr(found[0]), "the error's own words may quote the letter"
