"""Templates of an office or of one inspection lie over the built-in ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.running import run, sample
from lettersmith.workspace import builtin

NEWEST = {"family-letter": "1.1.0"}
KIND = "family-letter"


@pytest.fixture
def thornmere(tmp_path: Path) -> Path:
    return sample(tmp_path, "thornmere-2012")


def own(templates: Path, version: str, words: str, kind: str = KIND) -> Path:
    """A copy of the built-in family letter with one sentence changed, under a version of its own."""
    folder = templates / "child-protection-2012" / kind / version
    shutil.copytree(builtin("templates") / "child-protection-2012" / KIND / NEWEST[KIND], folder)
    (folder / "seal.toml").unlink(missing_ok=True)
    letter = folder / "letter.md"
    letter.write_text(f"{letter.read_text(encoding='utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("where", ["beside the inspections", "inside the inspection"])
def test_an_own_version_is_used_before_the_built_in_ones(thornmere: Path, where: str) -> None:
    home = thornmere.parent if where == "beside the inspections" else thornmere
    own(home / "templates", "1.2.0", "We hope that this helps.")
    result = run("make", KIND, "--format", "txt", "--today", "2012-05-16", thornmere)
    assert result.exit_code == 0, result.output
    assert "version 1.2.0" in result.output
    text = next((thornmere / "out").glob("*.txt")).read_text(encoding="utf-8")
    assert "We hope that this helps." in text


def test_an_own_kind_of_document_stands_beside_the_built_in_ones(thornmere: Path) -> None:
    own(thornmere.parent / "templates", "1.0.0", "We hope that this helps.", kind="our-letter")
    listed = run("kinds", thornmere).output
    assert "our-letter" in listed and KIND in listed
    result = run("make", "our-letter", "--format", "txt", "--today", "2012-05-16", thornmere)
    assert result.exit_code == 0, result.output


def test_the_version_of_a_built_in_template_cannot_be_taken(thornmere: Path) -> None:
    own(thornmere.parent / "templates", NEWEST[KIND], "We hope that this helps.")
    result = run("make", KIND, "--today", "2012-05-16", thornmere)
    assert result.exit_code == 3, result.output
    said = " ".join(result.output.split())
    assert f"There are two templates child-protection-2012/{KIND}@{NEWEST[KIND]}." in said
    assert "another version number" in said
    assert not (thornmere / "out").exists()
    listed = run("kinds", thornmere)
    assert listed.exit_code == 3
    assert "There are two templates" in listed.output and "notification-email" in listed.output


def test_a_template_of_the_neighbours_is_not_ours(thornmere: Path, tmp_path: Path) -> None:
    own(tmp_path / "elsewhere" / "templates", "1.2.0", "We hope that this helps.")
    assert "1.2.0" not in run("kinds", thornmere).output


def test_an_own_template_with_a_fault_stops_only_its_document(thornmere: Path) -> None:
    own(thornmere.parent / "templates", "1.2.0", "{{ nobody.knows }}")
    result = run("make", KIND, "notification-email", "--today", "2012-05-14", thornmere)
    assert result.exit_code == 3, result.output
    assert "letter.md, line" in " ".join(result.output.split())
    made = {path.name for path in (thornmere / "out").iterdir()}
    assert any("notification-email" in name for name in made)
    assert not any(KIND in name for name in made)


def test_a_template_that_wants_an_engine_that_is_not_there_is_not_made_without_it(thornmere: Path) -> None:
    folder = own(thornmere.parent / "templates", "1.2.0", "We hope that this helps.")
    settings = folder / "template.toml"
    text = settings.read_text(encoding="utf-8")
    assert "engines" not in text
    needs = 'engines = ["libreoffice"]'
    text = text.replace("[needs]", f"[needs]\n{needs}") if "[needs]" in text else f"{text}\n[needs]\n{needs}\n"
    settings.write_text(text, encoding="utf-8")
    result = run("make", KIND, "--today", "2012-05-16", thornmere)
    assert result.exit_code == 4, result.output
    assert "wants libreoffice" in result.output
    assert not (thornmere / "out").exists()


def test_a_released_own_version_that_was_edited_is_refused_until_it_gets_a_number(thornmere: Path) -> None:
    office = thornmere.parent
    folder = own(office / "templates", "1.2.0", "We hope that this helps.")
    name = f"child-protection-2012/{KIND}"
    assert run("templates", "release", name, "--in", office).exit_code == 0
    letter = folder / "letter.md"
    letter.write_text(letter.read_text(encoding="utf-8").replace("hope", "trust"), encoding="utf-8")
    refused = run("make", KIND, "--format", "txt", "--today", "2012-05-16", thornmere)
    assert refused.exit_code == 3
    assert "was changed after its release" in " ".join(refused.output.split())
    silent = run("templates", "release", name, "--in", office)
    assert silent.exit_code == 3
    assert "--changes" in silent.output
    assert run("templates", "release", name, "--in", office, "--changes", "Warmer end.").exit_code == 0
    made = run("make", KIND, "--format", "txt", "--today", "2012-05-16", "--version", "1.3.0", thornmere)
    assert made.exit_code == 0, made.output


def test_a_final_document_of_a_template_that_is_not_released_gets_a_warning(thornmere: Path) -> None:
    own(thornmere.parent / "templates", "1.2.0", "We hope that this helps.")
    made = run("make", KIND, "--format", "txt", "--today", "2012-05-16", thornmere)
    assert (made.exit_code, "Template.NotReleased" in made.output) == (0, True)
    name = f"child-protection-2012/{KIND}@1.2.0"
    assert run("templates", "release", name, "--in", thornmere, "--today", "2012-05-16").exit_code == 0
    again = run("make", KIND, "--format", "txt", "--today", "2012-05-16", thornmere)
    assert (again.exit_code, "Template.NotReleased" in again.output) == (0, False)


def test_every_built_in_template_is_released() -> None:
    folders = [path.parent for path in builtin("templates").glob("*/*/*/template.toml")]
    assert folders
    assert [folder for folder in folders if not (folder / "seal.toml").is_file()] == []
