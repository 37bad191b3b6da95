"""The command line run inside the test's own process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from lettersmith.cli.app import app
from lettersmith.workspace import builtin


def run(*words: object) -> Result:
    """`lettersmith` with some words."""
    result = CliRunner().invoke(app, [str(word) for word in words], prog_name="lettersmith")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def sample(folder: Path, name: str) -> Path:
    """A copy of a sample inspection, under its short name."""
    copy = folder / name.split("-")[0]
    shutil.copytree(builtin("samples") / name, copy, ignore=shutil.ignore_patterns("out", "log", "expected"))
    return copy


def change(case: Path, file: str, edit: Callable[[Any], None]) -> None:
    """Edit one file of the facts."""
    path = case / file
    value = json.loads(path.read_text(encoding="utf-8"))
    edit(value)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")
