"""Real Vale's own end-to-end cases: each a folder, arguments, and the lines that Vale writes."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ENDINGS = (".md", ".txt", ".html", ".json", ".yml", ".yaml")
"""Of the files whose lines count. The others need programs that turn them into HTML."""

INIS = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini")
COMMANDS = ("ls-metrics", "test", "sync", "fix")
LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+):(?P<rule>[^\s:]+):(?P<message>.*)")


class Line(NamedTuple):
    """A line that Vale writes, without its column: Vale's own columns are a guess."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.rule}:{self.message}"


@dataclass(frozen=True)
class Case:
    """One case: where it runs, with what, and what comes out."""

    name: str
    folder: str
    args: tuple[str, ...]
    files: dict[str, str] = field(default_factory=dict)
    want: tuple[Line, ...] = ()
    columns: tuple[int, ...] = ()
    """Vale's own, in the order of `want`."""

    @property
    def paths(self) -> list[Path]:
        return [Path(arg) for arg in self.args if not arg.startswith("-")]

    @property
    def config(self) -> str:
        return next((arg.partition("=")[2] for arg in self.args if arg.startswith("--config=")), "")


def cases(testdata: Path) -> Iterator[Case]:
    """Every case that needs no standard input, no flag but `--config`, no view, no script and no `sync`."""
    for suite_file in sorted((testdata / "e2e").glob("*.yaml")):
        suite: dict[str, Any] = yaml.safe_load(suite_file.read_text(encoding="utf-8"))
        for raw in suite["cases"]:
            case = _case(suite, raw)
            if _counts(case, raw, testdata):
                yield case


def _case(suite: dict[str, Any], raw: dict[str, Any]) -> Case:
    base = str(suite.get("dir", "")).removesuffix("/*")
    inner = raw.get("dir") or (raw["name"] if str(suite.get("dir", "")).endswith("/*") else "")
    args = raw.get("args") or []
    args = shlex.split(args) if isinstance(args, str) else args
    files = {**suite.get("files", {}), **raw.get("files", {})}
    name = f"{suite['name']}/{raw['name']}"
    folder = f"tmp/{name.replace('/', '-').replace(' ', '-')}" if files else f"{base}/{inner}"
    found = [LINE.fullmatch(line) for line in (raw.get("want") or "").splitlines()]
    wanted = [one for one in found if one and one["file"].endswith(ENDINGS)]
    lines = tuple(Line(one["file"], int(one["line"]), one["rule"], one["message"]) for one in wanted)
    return Case(name, folder, tuple(args), files, lines, tuple(int(one["column"]) for one in wanted))


def _counts(case: Case, raw: dict[str, Any], testdata: Path) -> bool:
    flags = [arg for arg in case.args if arg.startswith("-") and not arg.startswith("--config=")]
    given_as_text = "literal" in case.name
    other_command = set(case.args[:1]) & set(COMMANDS)
    if flags or given_as_text or other_command or raw.get("stdin") or raw.get("sync"):
        return False
    return "want" in raw and "script" not in case.name.split("/")[-1] and not _has_view(case, testdata)


def _has_view(case: Case, testdata: Path) -> bool:
    """Whether a View says how one of the files is read."""
    inis = [text for name, text in case.files.items() if name in INIS]
    inis += [path.read_text(encoding="utf-8") for name in INIS if (path := testdata / case.folder / name).exists()]
    globs = [glob for ini in inis for glob in re.findall(r"^\[(.+)\]\n(?:[^\[]*\n)?View\s*=", ini, re.MULTILINE)]
    return any(path == Path() or path.match(glob) for path in case.paths for glob in globs)


def laid_out(case: Case, testdata: Path, scratch: Path) -> Path:
    """The folder to run a case in: Vale's own, or one made here from the files that the case brings."""
    if not case.files:
        return testdata / case.folder
    # The files name folders of the test data by relative paths, so that the copy stands as deep.
    root = scratch / "testdata"
    if not root.exists():
        root.mkdir(parents=True)
        for name in ("fixtures", "styles", "pkg"):
            shutil.copytree(testdata / name, root / name)
    folder = root / case.folder
    for name, text in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def ini_of(case: Case, folder: Path) -> Path | None:
    """The settings file that Vale would find."""
    if case.config:
        return folder / case.config
    for place in (folder, *folder.parents):
        for name in INIS:
            if (place / name).is_file():
                return place / name
        if place.name == "testdata":
            return None
    return None
