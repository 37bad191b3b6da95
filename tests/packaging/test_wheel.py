"""The wheel carries all that a laptop needs, and works from any folder."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
CARRIED = {
    "templates": "lettersmith/_data/templates",
    "samples": "lettersmith/_data/samples",
    "src/lettersmith/writing/fonts": "lettersmith/writing/fonts",
    "src/lettersmith/intake/schemas": "lettersmith/intake/schemas",
    "src/lettersmith/data": "lettersmith/data",
}
"""Folders of the project, each with the folder of the wheel that must hold the same files."""


def kept(folder: Path) -> set[str]:
    """The files of a folder that git keeps."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", str(folder)], cwd=HOME, capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode:
        pytest.skip("this is no clone, so that nobody can say which files belong to it")
    names = (HOME / name for name in listed.stdout.split("\0") if name)
    return {path.relative_to(folder).as_posix() for path in names if path.exists()}


def python(*words: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [str(word) for word in words]
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **env}, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network from a copy of the project."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("src", "templates", "styles", "samples"):
        shutil.copytree(HOME / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "out", "log"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(HOME / name, source)
    pip = ("-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--disable-pip-version-check")
    built = python(sys.executable, *pip, "--wheel-dir", folder, source, cwd=folder)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize(("folder", "inside"), CARRIED.items(), ids=CARRIED)
def test_the_wheel_carries_every_file_of(wheel: Path, folder: str, inside: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name.removeprefix(f"{inside}/") for name in archive.namelist() if name.startswith(f"{inside}/")}
    wanted = kept(HOME / folder)
    assert wanted
    assert wanted <= carried


def test_the_wheel_carries_nothing_that_was_made(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert [name for name in names if "/out/" in name or "/log/" in name or "__pycache__" in name] == []
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"lettersmith"}


@pytest.fixture(scope="module")
def laptop(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder far from the project, and an environment in which only the wheel can be found."""
    folder = tmp_path_factory.mktemp("laptop")
    installed = folder / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    libraries = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    venv.create(folder / "venv")
    there = next((folder / "venv").rglob("site-packages"))
    # Libraries are those of these tests, but not the project itself, which is installed here as editable.
    for library in libraries.iterdir():
        if "lettersmith" not in library.name and library.suffix != ".pth":
            (there / library.name).symlink_to(library)
    shutil.copytree(installed, there, dirs_exist_ok=True)
    interpreter = next(path for path in (folder / "venv").glob("*/python*") if path.stem == "python")
    (folder / "desk").mkdir()
    return folder / "desk", {"PYTHON": str(interpreter), "PYTHONPATH": "", "PYTHONUTF8": "0"}


def lettersmith(laptop: tuple[Path, dict[str, str]], *words: object) -> subprocess.CompletedProcess[str]:
    desk, env = laptop
    return python(env["PYTHON"], "-m", "lettersmith", *words, cwd=desk, **env)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for a right to make links")
def test_the_installed_program_works_from_any_folder(laptop: tuple[Path, dict[str, str]]) -> None:
    desk, env = laptop
    where = python(env["PYTHON"], "-c", "import lettersmith; print(lettersmith.__file__)", cwd=desk, **env)
    assert str(desk.parent) in where.stdout, where.stderr
    kinds = lettersmith(laptop, "kinds")
    assert kinds.returncode == 0, kinds.stderr
    assert "jtai-2017" in kinds.stdout and "child-protection-2012" in kinds.stdout
    new = lettersmith(laptop, "new", "jtai-2017", "ambershire")
    assert new.returncode == 0, new.stderr
    samples = next((desk.parent / "venv").rglob("_data/samples"))
    shutil.copytree(samples / "thornmere-2012", desk / "thornmere")
    made = lettersmith(laptop, "make", "family-letter", "childrens-summary", "thornmere", "--today", "2012-05-16")
    assert made.returncode == 0, made.stdout + made.stderr
    assert len(list((desk / "thornmere" / "out").glob("*.pdf"))) == 4
    for words in (("schema", "remarks"), ("explain", "Gaps.Missing"), ("templates", "lint")):
        told = lettersmith(laptop, *words)
        assert told.returncode == 0, told.stdout + told.stderr


def test_every_library_that_the_program_imports_is_asked_for() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["languagetool"], *extras["vale"]]
    asked = {name.partition(">")[0].strip() for name in wanted}
    imported = {
        name.partition(".")[0]
        for path in (HOME / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in names_imported(node)
    }
    others = imported - set(sys.stdlib_module_names) - {"lettersmith"}
    known = packages_distributions()
    found = {known.get(name, [name])[0].lower().replace("_", "-") for name in others}
    assert found <= asked


def names_imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
