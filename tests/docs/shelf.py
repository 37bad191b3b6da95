"""The commands that pages, help texts and messages name, and a folder in which each can be run."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click

from cli.running import run, sample
from lettersmith.cli.app import COMMANDS, app
from lettersmith.workspace import builtin

HOME = Path(__file__).parents[2]
PAGES = (HOME / "README.md", HOME / "CHANGELOG.md", *sorted((HOME / "docs").glob("*.md")))
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXITS = re.compile(r"\s+# exits (\d+)$")
OUTPUT_TO_A_FILE = re.compile(r"\s+> \S+$")


class Line(NamedTuple):
    """One command as a page shows it."""

    text: str
    exit_code: int


def documented(text: str) -> list[Line]:
    """The commands of the program in the `sh` blocks of a page, in order."""
    lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    return [as_line(line) for line in lines if line.startswith("lettersmith ")]


def as_line(text: str) -> Line:
    """A command with the exit code that its comment promises; 0 without one."""
    found = EXITS.search(text)
    return Line(EXITS.sub("", text), int(found[1]) if found else 0)


def words(line: str) -> list[str]:
    """The words after `lettersmith`, without what the shell does with the output."""
    return shlex.split(OUTPUT_TO_A_FILE.sub("", line))[1:]


def lay_out(folder: Path) -> None:
    """Put everything into a folder that the pages name: inspections, drafts, an office's own template."""
    wexcombe = sample(folder, "wexcombe-jtai-2017")
    thornmere = sample(folder, "thornmere-2012")
    day = ("--today", "2012-05-16")
    made = run("make", "family-letter", thornmere, "--format", "docx", "--out", folder / "drafts", *day)
    assert made.exit_code == 0, made.output
    draft = next(path for path in (folder / "drafts").glob("*.docx") if "large-print" not in path.name)
    shutil.copy(draft, folder / "draft.docx")
    shutil.rmtree(thornmere / "log")
    assert run("check", draft, "--format", "word", "--grammar", "none", "-o", folder).exit_code == 0
    styles = builtin("styles").as_posix()
    (folder / ".vale.ini").write_text(f"StylesPath = {styles}\n[*.md]\nBasedOnStyles = Letters\n", encoding="utf-8")
    office = folder / "office" / "templates" / "jtai-2017" / "our-letter" / "1.0.0"
    shutil.copytree(builtin("templates") / "jtai-2017" / "staff-information" / "1.0.0", office)
    (office / "seal.toml").unlink(missing_ok=True)
    assert wexcombe.is_dir()


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name: `make`, `templates list`."""
    context = click.Context(app)
    for name in COMMANDS:
        command = app.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", found) for inner, found in command.commands.items())


@cache
def options() -> dict[str, frozenset[str]]:
    """Every command with its options; the program's own stand under the empty name."""
    found = {
        name: frozenset(text for param in command.params for text in param.opts) | {"--help", "-h"}
        for name, command in commands()
    }
    return {**found, "": frozenset({"--help", "-h", "--version"})}


def texts_of(path: Path) -> Iterator[str]:
    """Every text in a Python file: its messages, help texts and docstrings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)  # type: ignore[misc]
