"""Public styles drop in unchanged: those that come with real Vale's test data, as folders and as packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from engines import vale_testdata
from lettersmith.vale import Checked, run

STYLES = {
    "Joblint": 0,
    "LanguageTool": 0,
    "Meta": 0,
    "Readability": 0,
    "Scopes": 0,
    "Scripts": 2,
    "Spelling": 0,
    "ZH": 0,
    "demo": 0,
    "proselint": 0,
    "vale": 0,
    "write-good": 0,
}
"""Each style, and how many of its rules cannot run here: those are scripts."""

TEXT = """\
# An Example Heading that is here

We utilize very unique ninja-like developers, obviously. There is is a lot of stuff
that has been done by them, and it was was noted that he is a salesman. Its
"quotes" (and brackets) -- all of it, ASAP, at 9am in the morning.

- A list item that goes on
- [here](https://example.org) is `code`
"""

pytestmark = pytest.mark.engine("Vale")


def checked(folder: Path, settings: str) -> Checked:
    (folder / ".vale.ini").write_text(settings, encoding="utf-8")
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    return run(folder / ".vale.ini", [Path("a.md")], root=folder)


@pytest.mark.parametrize(("style", "scripts"), STYLES.items(), ids=STYLES)
def test_a_style_runs_and_each_rule_that_cannot_is_named(style: str, scripts: int, tmp_path: Path) -> None:
    path = f"StylesPath = {vale_testdata() / 'styles'}\nMinAlertLevel = suggestion\n"
    result = checked(tmp_path, f"{path}[*.md]\nBasedOnStyles = {style}\n")
    assert result.files == int(style != "Scripts")
    assert len(result.remarks) == scripts, [remark.what for remark in result.remarks]
    assert all("script" in remark.what and remark.place.file for remark in result.remarks)


def test_all_of_them_together_find_much(tmp_path: Path) -> None:
    path = f"StylesPath = {vale_testdata() / 'styles'}\nMinAlertLevel = suggestion\n"
    found = checked(tmp_path, f"{path}[*.md]\nBasedOnStyles = {', '.join(STYLES)}\n").found
    assert {one.rule.partition(".")[0] for one in found} >= {"write-good", "proselint", "Joblint", "vale", "demo"}


def test_a_package_in_a_zip_file(tmp_path: Path) -> None:
    package = vale_testdata() / "pkg" / "write-good.zip"
    result = checked(tmp_path, f"StylesPath = .\nPackages = {package}\n[*.md]\nBasedOnStyles = write-good\n")
    assert [remark.what for remark in result.remarks] == []
    assert "write-good.Weasel" in {one.rule for one in result.found}
