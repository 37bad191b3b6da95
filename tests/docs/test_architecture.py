"""The page on how the program is built is true: its tree, its functions, its folders."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
SOURCE = HOME / "src" / "lettersmith"
PAGE = (HOME / "docs" / "architecture.md").read_text(encoding="utf-8")
BRANCH = re.compile(r"^[├└]── (\S+)  +(\S.*)$", re.MULTILINE)
CALL = re.compile(r"`((?:\w+\.)+\w+)\(([\w, ]*)\)`")
PLUMBING = {"__init__.py", "__main__.py", "__pycache__/", "py.typed", "_data/"}


def test_the_tree_names_every_folder_and_module_and_no_other() -> None:
    there = {path.name + "/" * path.is_dir() for path in SOURCE.iterdir()} - PLUMBING
    assert {name for name, _ in BRANCH.findall(PAGE)} == there


@pytest.mark.parametrize("folder", ["route", "tasks"])
def test_the_tree_names_every_module_that_joins_the_stages(folder: str) -> None:
    named = PAGE.partition(f"── {folder}/")[2].partition("\n├── ")[0].partition("\n└── ")[0]
    there = {path.name for path in (SOURCE / folder).glob("*.py")} - PLUMBING
    assert set(re.findall(r"^│   [├└]── (\S+) +\S", named, re.MULTILINE)) == there


@pytest.mark.parametrize(("name", "wanted"), CALL.findall(PAGE))
def test_every_function_of_the_table_is_called_so(name: str, wanted: str) -> None:
    module, _, function = name.rpartition(".")
    found = inspect.signature(getattr(import_module(f"lettersmith.{module}"), function)).parameters
    named = [part.strip() for part in wanted.split(",")]
    needed = [name for name, parameter in found.items() if parameter.default is parameter.empty]
    assert [name for name in found if name in named] == named
    assert set(needed) <= set(named)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:templates|samples|tests|tools|benchmarks)/[\w./-]*)`", PAGE)))
)
def test_every_path_that_is_named_is_there(path: str) -> None:
    assert (HOME / path).exists()


def test_the_joints_of_the_route_are_there() -> None:
    joints = re.findall(r"`route\.(\w+)\.(\w+)`", PAGE)
    assert [module for module, _ in joints] == ["preparing", "making", "pipeline"]
    for module, function in joints:
        assert callable(getattr(import_module(f"lettersmith.route.{module}"), function))


DECISIONS = sorted((HOME / "docs" / "decisions").glob("[0-9]*.md"))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_says_why_and_what_would_change_our_mind(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(path.stem[:4])}. ")
    assert re.findall(r"^\*\*(.+?)\.\*\*", text, re.MULTILINE) == [
        "Context",
        "Decision",
        "Why",
        "What would change our mind",
    ]
    assert f"({path.name})" in (path.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_file_that_a_decision_names_is_there(path: Path) -> None:
    for name in re.findall(r"`((?:[\w-]+/)+[\w-]+\.\w+)`", path.read_text(encoding="utf-8")):
        assert (HOME / name).exists() or (SOURCE / name).exists(), name


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
