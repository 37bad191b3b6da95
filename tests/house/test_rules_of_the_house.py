"""What import contracts cannot say: who opens files, who reads the clock, who prints, which libraries live where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "lettersmith"
FILES = sorted(SOURCE.rglob("*.py"))
WHERE_FILES_ARE_OPENED = {"intake", "catalogue", "reading", "issue", "cli", "route", "tasks", "workspace.py"}
"""The stages whose job it is, and what joins the stages: that names paths, and reads a file that was just made or an
older inspection."""

LIBRARIES = {
    "spylls": {"checks"},
    "textblob": {"checks"},
    "jinja2": {"merge"},
    "docxtpl": {"merge"},
    "docx": set(),
    "typst": {"writing"},
    "pypdfium2": {"reading", "writing"},
    "markdown_it": {"intake", "merge", "reading"},
    "jsonschema_rs": {"intake"},
    "lxml": {"reading", "merge", "ooxml", "remarks"},
    "click": {"cli"},
    "harper": {"checks"},
    "language_tool_python": {"checks"},
}
"""Library to the stages that may import it. Each has it in the one or two files whose job it is."""


def stage(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else path.name


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_are_opened_only_where_that_is_the_job(path: Path) -> None:
    if stage(path) in WHERE_FILES_ARE_OPENED:
        return
    opened = [
        f"line {line}: {name}"
        for line, name in calls(path)
        if name == "open" or name.endswith((".read_text", ".read_bytes", ".write_text", ".write_bytes"))
    ]
    carried = stage(path) in {"writing", "data", "remarks", "rules.py"}
    """Fonts, tables and schemas that come with the program may be read where they are used."""
    assert carried or not opened


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_command_line_reads_the_clock_or_prints(path: Path) -> None:
    if stage(path) == "cli":
        return
    clock = re.compile(r"(date|datetime)\.(today|now|utcnow)|time\.(time|localtime|gmtime)|print")
    assert [f"line {line}: {name}" for line, name in calls(path) if clock.fullmatch(name)] == []


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_lives_in_the_stages_whose_job_it_is(library: str) -> None:
    users = {stage(path) for path in FILES if library in imports(path)}
    assert users <= LIBRARIES[library]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_file_is_more_than_one_thing(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 380


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_text_files_are_opened_as_utf_8(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for match in re.finditer(r"\.(read_text|write_text)\(([^)]*)\)", source):
        assert "encoding" in match[2], f"line {source[: match.start()].count(chr(10)) + 1}"


@pytest.mark.parametrize("folder", ["src", "tests", "templates", "samples", "docs", "styles"])
def test_every_file_name_is_good_on_windows(folder: str) -> None:
    for path in (SOURCE.parents[1] / folder).rglob("*"):
        assert not re.search(r'[<>:"|?*\\]', path.name), path
