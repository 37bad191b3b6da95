"""`lettersmith desktop`: what is put where, on each system, and what it does with a file."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lettersmith.cli import desktop, desktop_menu
from lettersmith.cli.app import app

PROGRAM = ("/opt/Zoë's apps/50% off $HOME/python", "-m", "lettersmith", "desktop", "--check")
SEND_TO = Path("AppData/Roaming/Microsoft/Windows/SendTo/Check with lettersmith.cmd")
OPEN_WITH = Path(".local/share/applications/lettersmith-check.desktop")
SCRIPT = Path(".local/share/nautilus/scripts/Check with lettersmith")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["desktop", *arguments])
    return result.exit_code, result.output


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of nobody's."""
    for name in ("APPDATA", "XDG_DATA_HOME", "XDG_CURRENT_DESKTOP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


SYSTEMS = {
    "Windows": ("win32", "", [SEND_TO]),
    "Linux": ("linux", "KDE", [OPEN_WITH]),
    "Linux with GNOME": ("linux", "ubuntu:GNOME", [OPEN_WITH, SCRIPT]),
}


@pytest.mark.parametrize(("system", "desk", "expected"), SYSTEMS.values(), ids=SYSTEMS)
def test_it_is_put_into_the_menu_and_taken_out_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, system: str, desk: str, expected: list[Path]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desk)
    assert run()[0] == 0
    assert run()[0] == 0, "a second time does no harm"
    assert sorted(path.relative_to(home) for path in home.rglob("*") if path.is_file()) == sorted(expected)
    for path in expected:
        text = (home / path).read_text(encoding="utf-8")
        assert sys.executable in text
        assert "desktop" in text and "--check" in text
    code, said = run("--remove")
    assert (code, said.count("Taken out")) == (0, len(expected))
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert run("--remove")[1].count("It was not in") == len(expected)


def test_a_mac_is_told_that_there_is_none_yet(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    code, said = run()
    assert code == 2
    assert "no menu entry yet" in said and "--watch" in said
    assert list(home.iterdir()) == []


def test_the_readers_asked_for_go_into_the_menu(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    run("--audience", "families")
    assert '"--audience" "families" %F' in (home / OPEN_WITH).read_text(encoding="utf-8")


def test_windows_runs_the_program_with_the_files_sent(tmp_path: Path) -> None:
    (entry,) = desktop_menu.entries("win32", tmp_path, {"APPDATA": str(tmp_path / "Roaming")}, PROGRAM)
    assert entry.path == tmp_path / "Roaming" / "Microsoft" / "Windows" / "SendTo" / "Check with lettersmith.cmd"
    lines = entry.text.split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"], "names with accents are read as UTF-8 from here on"
    assert lines[2] == '"/opt/Zoë\'s apps/50%% off $HOME/python" "-m" "lettersmith" "desktop" "--check" %*'
    assert "\n" not in entry.text.replace("\r\n", "")


def unescaped(line: str) -> list[str]:
    """A command of a desktop entry, read as its specification says: first as a string, then as quoted words."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line.replace("\\\\", "\\"))
    return [re.sub(r'\\(["`$\\])', r"\1", quoted or bare).replace("%%", "%") for quoted, bare in words]


def test_the_desktop_entry_is_one_that_its_specification_allows(tmp_path: Path) -> None:
    entry = desktop_menu.entries("linux", tmp_path, {}, PROGRAM)[0]
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(entry.text)
    keys = parser["Desktop Entry"]
    assert unescaped(keys["Exec"]) == [*PROGRAM, "%F"]
    assert (keys["Type"], keys["Name"]) == ("Application", "Check with lettersmith")
    assert "wordprocessingml.document" in keys["MimeType"]


@pytest.mark.skipif(sys.platform == "win32", reason="a script of Linux")
def test_the_script_of_gnome_hands_over_each_file_as_it_is_named(tmp_path: Path) -> None:
    teller = tmp_path / 'it\'s $a "program"'
    teller.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    teller.chmod(0o755)
    (tmp_path / "share" / "nautilus").mkdir(parents=True)
    found = desktop_menu.entries("linux", tmp_path, {"XDG_DATA_HOME": str(tmp_path / "share")}, (str(teller), "check"))
    assert [entry.menu for entry in found] == ["Open With", "Scripts"]
    desktop.put_entry(found[1].path, found[1].text, runs=found[1].runs)
    files = ["a & b.docx", "it's $x.docx", "-v.docx"]
    done = subprocess.run([str(found[1].path), *files], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["check", *files]


def test_a_folder_that_refuses_the_entry_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    (home / ".local").write_text("a file where a folder should be", encoding="utf-8")
    code, said = run()
    assert code == 3
    assert "could not be written" in said


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that were opened."""
    found: list[str] = []
    monkeypatch.setattr("lettersmith.cli.dropped.open_page", found.append)
    return found


def word_file(path: Path, words: str) -> Path:
    from docx import Document

    document = Document()
    document.add_heading("Strengths", 1)
    document.add_paragraph(words)
    document.save(str(path))
    return path


def test_a_word_file_that_is_sent_gets_a_marked_copy_and_a_page(tmp_path: Path, opened: list[str]) -> None:
    file = word_file(tmp_path / "a & b.docx", "The letter is TBC. " + "word " * 60 + "end.")
    before = file.read_bytes()
    code, _ = run("--check", "--audience", "families", str(file))
    assert code == 1, "it has an error"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a & b (checked).docx",
        "a & b (checked).html",
        "a & b.docx",
    ]
    assert file.read_bytes() == before
    assert opened == [(tmp_path / "a & b (checked).html").as_uri()]
    page = (tmp_path / "a & b (checked).html").read_text(encoding="utf-8")
    assert "Read for families" in page and "Reading.LongSentence" in page


def test_several_files_get_one_page_that_names_what_could_not_be_read(tmp_path: Path, opened: list[str]) -> None:
    good = tmp_path / "good.md"
    good.write_text("All is well.\n", encoding="utf-8")
    bad = tmp_path / "old.docx"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    code, _ = run("--check", str(good), str(bad))
    assert code == 3
    assert len(opened) == 1
    page = next(tmp_path.glob("*.html")).read_text(encoding="utf-8")
    assert "Files that could not be read" in page and "old.docx" in page


def test_nothing_sent_is_said() -> None:
    assert run("--check") == (2, "No file was sent here. Right-click a file, then choose this.\n")
