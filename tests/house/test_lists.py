"""Lists stand in plain sight; each is held against the folder that it lists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

from lettersmith import checks, remarks, writing
from lettersmith.cli.app import COMMANDS
from lettersmith.reading import words

HOME = Path(__file__).parents[2]
SOURCE = HOME / "src" / "lettersmith"
AFTER_ALL_DOCUMENTS = {"unused"}
"""Checks that are asked once, when everything has been made."""


def defining(folder: str, function: str) -> set[str]:
    """The modules and packages of a stage that define a function of some name."""
    home = SOURCE / folder
    return {
        path.parent.name if path.stem == "__init__" else path.stem
        for path in (*home.glob("*.py"), *home.glob("*/__init__.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == function
    }


def test_every_check_is_in_the_list_of_checks() -> None:
    listed = {check.__module__.rpartition(".")[2] for check in checks.CHECKS}
    assert listed == defining("checks", "check") - AFTER_ALL_DOCUMENTS


def test_no_check_is_run_twice() -> None:
    assert len(set(checks.CHECKS)) == len(checks.CHECKS)


@pytest.mark.parametrize("format", writing.FORMATS)
def test_every_format_has_its_writer_and_its_twin_in_reading(format: str) -> None:
    assert callable(import_module(f"lettersmith.writing.{format}").write)
    assert (SOURCE / "reading" / f"{format}.py").is_file()
    assert callable(words.words_of)


def test_every_way_of_showing_remarks_is_in_its_list() -> None:
    assert set(remarks.FORMATS.values()) == defining("remarks", "show_reviews")


def test_every_command_is_in_the_table_of_commands() -> None:
    files = {path.stem for path in (SOURCE / "cli").glob("*.py")} - {"__init__"}
    commands = {name for name in files if "command" in names_in(SOURCE / "cli" / f"{name}.py")}
    assert commands == set(COMMANDS)


def names_in(path: Path) -> set[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef) and decorated(node.decorator_list)}


def decorated(decorators: Iterable[ast.expr]) -> bool:
    return any("click.command" in ast.unparse(one) or "click.group" in ast.unparse(one) for one in decorators)


WITHOUT_A_FOLDER = {"model", "data", "tasks"}
"""Plain data, and what the commands run: `tests/cli` asks for every task by its command."""


def test_every_stage_has_its_tests() -> None:
    stages = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()} - WITHOUT_A_FOLDER
    assert stages <= {path.name for path in (HOME / "tests").iterdir() if list(path.glob("test_*.py"))}


TEXTS = [
    path
    for folder in ("src", "templates", "docs", "samples", "tools", "benchmarks")
    for path in sorted((HOME / folder).rglob("*"))
    if path.suffix in {".py", ".md", ".toml", ".json", ".tsv"} and "node_modules" not in path.parts
]


@pytest.mark.parametrize(
    "path", [HOME / "README.md", HOME / "Makefile", *TEXTS], ids=lambda p: str(p.relative_to(HOME))
)
def test_no_file_names_a_machine_or_a_page_that_a_reader_cannot_open(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")  # one of the faults of `samples/broken` is its encoding
    assert not re.search(r"/(?:home|Users)/\w|(?<![\w.])/(?:work|root|tmp)/|[A-Z]:\\Users", text)
    assert not re.search(r"\b(?:REQUIREMENTS|ROUTE_NOTES|DESIGN|SAFETY|MESSAGES|ANCHORS|STYLE_RULES)(?:\.md)?\b", text)
