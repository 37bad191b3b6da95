"""What pages, help texts and messages say of the command line is true."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import run
from docs.shelf import HOME, PAGES, as_line, commands, documented, lay_out, options, texts_of, words
from lettersmith.rules import read_rules

SOURCES = sorted((HOME / "src").rglob("*.py"))
NAMED = re.compile(r"`lettersmith((?: [^`\s]+)*)`")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
KNOWN_ELSEWHERE = {"--headless", "--norestore"}
"""Options of other programs that a page may name."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that the pages name, to be copied for each page."""
    folder = tmp_path_factory.mktemp("desk")
    lay_out(folder)
    return folder


@pytest.fixture
def here(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own to work in."""
    folder = tmp_path / "here"
    shutil.copytree(desk, folder)
    monkeypatch.chdir(folder)
    for name in ("XDG_DATA_HOME", "APPDATA"):  # the menus of whoever runs the tests are theirs
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return folder


@pytest.mark.parametrize("page", [page for page in PAGES if documented(page.read_text(encoding="utf-8"))], ids=str)
def test_every_command_of_a_page_ends_as_the_page_says(page: Path, here: Path) -> None:
    for line in documented(page.read_text(encoding="utf-8")):
        result = run(*words(line.text))
        assert result.exit_code == line.exit_code, f"{line.text}\n{result.output}"


@pytest.mark.parametrize("name", ["", *(name for name, _ in commands())], ids=lambda name: name or "lettersmith")
def test_every_help_has_examples_that_work(
    name: str, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    help = run(*name.split(), "--help")
    assert help.exit_code == 0
    examples = [line.strip() for line in help.output.splitlines() if line.startswith("    lettersmith ")]
    assert examples
    for example in examples:
        line = as_line(example)
        if words(example)[0] == "new" and Path(words(example)[2]).exists():
            monkeypatch.chdir(tmp_path)  # a new inspection begins where there is none of that name
        result = run(*words(line.text))
        monkeypatch.chdir(here)
        assert result.exit_code == line.exit_code, f"{example}\n{result.output}"


@pytest.mark.parametrize("path", [*PAGES, *SOURCES], ids=lambda path: str(path.relative_to(HOME)))
def test_every_command_and_option_that_is_named_exists(path: Path) -> None:
    texts = [path.read_text(encoding="utf-8")] if path.suffix == ".md" else list(texts_of(path))
    every = frozenset().union(*options().values())
    for text in texts:
        for said in NAMED.findall(text):
            first = said.split()
            name = next((" ".join(first[:n]) for n in (2, 1) if " ".join(first[:n]) in options()), "")
            assert name or not first or first[0].startswith("-"), f"there is no `lettersmith{said}`"
            assert set(OPTION.findall(said)) <= options()[name], said
        for option in OPTION.findall(text) if path.suffix == ".md" or "lettersmith" in text or "`--" in text else ():
            assert option in every | KNOWN_ELSEWHERE, f"there is no option {option}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", prose):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_make_target_and_rule_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= targets | {"KIND"}
    families = {rule.partition(".")[0] for rule in read_rules()}
    named = set(re.findall(r"`([A-Z][A-Za-z]+\.[A-Z][A-Za-z]+)`", text))
    assert {rule for rule in named if rule.partition(".")[0] in families} <= set(read_rules())


def test_the_demo_makes_every_document_of_the_samples() -> None:
    done = subprocess.run(
        [sys.executable, HOME / "tools" / "demo.py"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "longest sentence" in done.stdout
    assert "must change" not in done.stdout
    assert re.search(r"^findings-letter +\d", done.stdout, re.MULTILINE)
    assert re.search(r"^childrens-summary +\d", done.stdout, re.MULTILINE)
