"""`lettersmith desktop`: what is put where, on each system, and what it does with a file."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lettersmith.cli import desktop, desktop_menu
from lettersmith.cli.app import app

PROGRAM = ("/opt/Zoë's apps/50% off $HOME/python", "-m", "lettersmith", "desktop", "--check")
SEND_TO = Path("AppData/Roaming/Microsoft/Windows/SendTo/Check with lettersmith.cmd")
OPEN_WITH = Path(".local/share/applications/lettersmith-check.desktop")
SCRIPT = Path(".local/share/nautilus/scripts/Check with lettersmith")
ACTION = Path("Library/Services/Check with lettersmith.workflow")


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
    "a Mac": ("darwin", "", [ACTION / "Contents/Info.plist", ACTION / "Contents/document.wflow"]),
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
    text = "".join((home / path).read_text(encoding="utf-8") for path in expected)
    assert sys.executable in text
    assert "desktop" in text and "--check" in text
    entries = 1 if system == "darwin" else len(expected)
    code, said = run("--remove")
    assert (code, said.count("Taken out")) == (0, entries)
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert run("--remove")[1].count("It was not in") == entries


def test_what_a_mac_adds_to_its_action_goes_with_it_and_its_neighbours_stay(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    run()
    picture = home / ACTION / "Contents" / "QuickLook" / "Thumbnail.png"
    picture.parent.mkdir()
    picture.write_bytes(b"as Automator leaves it")
    neighbour = home / ACTION.with_name("Resize.workflow") / "Contents" / "Info.plist"
    neighbour.parent.mkdir(parents=True)
    neighbour.write_text("somebody's own", encoding="utf-8")
    run("--remove")
    assert list((home / ACTION.parent).iterdir()) == [neighbour.parents[1]]


def test_an_action_that_is_only_linked_there_loses_its_link_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    kept = home / "kept.workflow"
    kept.mkdir()
    (home / ACTION.parent).mkdir(parents=True)
    (home / ACTION).symlink_to(kept, target_is_directory=True)
    assert "Taken out" in run("--remove")[1]
    assert kept.is_dir() and not (home / ACTION).is_symlink()


def test_the_readers_asked_for_go_into_the_menu(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    run("--audience", "families")
    assert '"--audience" "families" %F' in (home / OPEN_WITH).read_text(encoding="utf-8")


def test_windows_runs_the_program_with_the_files_sent(tmp_path: Path) -> None:
    (entry,) = desktop_menu.entries("win32", tmp_path, {"APPDATA": str(tmp_path / "Roaming")}, PROGRAM)
    assert entry.path == tmp_path / "Roaming" / "Microsoft" / "Windows" / "SendTo" / "Check with lettersmith.cmd"
    text = entry.files[entry.path]
    lines = text.split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"], "names with accents are read as UTF-8 from here on"
    assert lines[2] == '"/opt/Zoë\'s apps/50%% off $HOME/python" "-m" "lettersmith" "desktop" "--check" %*'
    assert "\n" not in text.replace("\r\n", "")


def unescaped(line: str) -> list[str]:
    """A command of a desktop entry, read as its specification says: first as a string, then as quoted words."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line.replace("\\\\", "\\"))
    return [re.sub(r'\\(["`$\\])', r"\1", quoted or bare).replace("%%", "%") for quoted, bare in words]


def test_the_desktop_entry_is_one_that_its_specification_allows(tmp_path: Path) -> None:
    entry = desktop_menu.entries("linux", tmp_path, {}, PROGRAM)[0]
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(entry.files[entry.path])
    keys = parser["Desktop Entry"]
    assert unescaped(keys["Exec"]) == [*PROGRAM, "%F"]
    assert (keys["Type"], keys["Name"]) == ("Application", "Check with lettersmith")
    assert "wordprocessingml.document" in keys["MimeType"]


ODD_NAMES = [
    "a & b.docx",
    "it's $x `id` $(id).docx",
    'a "quoted" name.docx',
    "Überblick für Zoë.docx",
    "a\nline break.docx",
    "*?[a].docx",
    "-v.docx",
]


def teller_in(folder: Path, ending: str = "") -> Path:
    """A program whose path is hard to quote, and which tells what it was given."""
    teller = folder / "it's $a \"program\" of Zoë's"
    teller.write_text(f'#!/bin/sh\nprintf "%s\\000" "$@"\n{ending}\n', encoding="utf-8")
    teller.chmod(0o755)
    return teller


def told(output: str) -> list[str]:
    return output.split("\0")[:-1]


@pytest.mark.skipif(sys.platform == "win32", reason="a script of Linux")
def test_the_script_of_gnome_hands_over_each_file_as_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "share" / "nautilus").mkdir(parents=True)
    command = (str(teller_in(tmp_path)), "check")
    found = desktop_menu.entries("linux", tmp_path, {"XDG_DATA_HOME": str(tmp_path / "share")}, command)
    assert [entry.menu for entry in found] == ["Open With", "Scripts"]
    desktop.put_entry(found[1])
    done = subprocess.run([str(found[1].path), *ODD_NAMES], capture_output=True, encoding="utf-8", check=True)
    assert told(done.stdout) == ["check", *ODD_NAMES]


def put_action(home: Path, command: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two property lists of a Mac's entry, written and read back: for the Finder, and for Automator."""
    (entry,) = desktop_menu.entries("darwin", home, {}, command)
    desktop.put_entry(entry)
    assert list(entry.files)[-1].name == "Info.plist", "the Finder sees nothing before all is there"
    contents = home / ACTION / "Contents"
    return tuple(plistlib.loads((contents / name).read_bytes()) for name in ("Info.plist", "document.wflow"))


def test_the_finder_of_a_mac_finds_the_entry_and_the_files_it_is_for(tmp_path: Path) -> None:
    info, _ = put_action(tmp_path, PROGRAM)
    (service,) = info["NSServices"]
    assert service["NSMenuItem"] == {"default": "Check with lettersmith"}
    assert service["NSMessage"] == "runWorkflowAsService"
    assert service["NSSendFileTypes"] == ["public.item"]
    assert service["NSRequiredContext"] == {"NSApplicationIdentifier": "com.apple.finder"}


def test_the_entry_of_a_mac_is_one_shell_script_that_gets_files_as_arguments(tmp_path: Path) -> None:
    _, workflow = put_action(tmp_path, PROGRAM)
    (step,) = workflow["actions"]
    assert step["action"]["BundleIdentifier"] == "com.apple.RunShellScript"
    assert step["action"]["ActionBundlePath"] == "/System/Library/Automator/Run Shell Script.action"
    asked = step["action"]["ActionParameters"]
    assert (asked["inputMethod"], asked["shell"], asked["source"]) == (1, "/bin/sh", "")
    assert set(asked) == set(step["action"]["AMParameterProperties"])
    assert workflow["AMDocumentVersion"] == "2"
    about = workflow["workflowMetaData"]
    assert about["workflowTypeIdentifier"] == "com.apple.Automator.servicesMenu"
    assert about["serviceInputTypeIdentifier"] == "com.apple.Automator.fileSystemObject"
    assert about["serviceOutputTypeIdentifier"] == "com.apple.Automator.nothing"


CODES = {"nothing to say": (0, 0), "a file with errors": (1, 0), "no file sent": (2, 1), "a file not read": (3, 1)}
"""What the check ends with, and what Automator is told: only the last two are a breakdown to it."""


@pytest.mark.skipif(sys.platform == "win32", reason="a script of a Mac")
@pytest.mark.parametrize("shell", ["sh", "bash", "zsh"])
@pytest.mark.parametrize(("code", "ends"), CODES.values(), ids=CODES)
def test_a_mac_runs_the_program_with_each_file_as_it_is_named(tmp_path: Path, shell: str, code: int, ends: int) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here; on Debian: apt-get install {shell}")
    _, workflow = put_action(tmp_path, (str(teller_in(tmp_path, f"exit {code}")), "desktop", "--check"))
    line = workflow["actions"][0]["action"]["ActionParameters"]["COMMAND_STRING"]
    done = subprocess.run([shell, "-c", line, "-", *ODD_NAMES], capture_output=True, encoding="utf-8", check=False)
    assert told(done.stdout) == ["desktop", "--check", *ODD_NAMES]
    assert (done.returncode, done.stderr) == (ends, "")


def test_a_file_beside_the_letter_is_never_taken_for_a_part_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text('raise SystemExit("somebody else\'s code ran")', encoding="utf-8")
    done = subprocess.run(
        [*desktop.program(), "desktop", "--check"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout.strip()) == (2, "No file was sent here. Right-click a file, then choose this.")


def test_a_folder_that_refuses_the_entry_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    (home / ".local").write_text("a file where a folder should be", encoding="utf-8")
    code, said = run()
    assert code == 3
    assert "could not be written" in said


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell")
@pytest.mark.parametrize("closed", ["", ">&-", ">&- 2>&- <&-"], ids=["all open", "no output", "none at all"])
def test_a_menu_may_start_it_without_streams(tmp_path: Path, closed: str) -> None:
    file = tmp_path / "draft.md"
    file.write_text("All is well.\n", encoding="utf-8")
    command = f'BROWSER=true "$@" {closed}'
    words = [*desktop.program(), "desktop", "--check", str(file)]
    assert subprocess.run(["sh", "-c", command, "-", *words], check=False).returncode == 0
    assert (tmp_path / "draft (checked).html").is_file()


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
