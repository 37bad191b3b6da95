"""The command prints what Vale's own line output prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lettersmith.vale import run

RULE = "extends: existence\nmessage: \"Write '%s' in full.\"\nlevel: {level}\nignorecase: true\ntokens:\n  - asap\n"
INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.{md,txt}]\nBasedOnStyles = House\n"


def ran(folder: Path, level: str, *paths: str) -> subprocess.CompletedProcess[str]:
    files = {
        ".vale.ini": INI,
        "styles/House/Full.yml": RULE.format(level=level),
        "letters/a.md": "# Soon\n\nCome **ASAP**.\n\n<!-- vale off -->\n\nasap\n",
        "b.txt": "as soon\nasap\n",
        "c.html": "<p>asap</p>\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "lettersmith", "check", "--config", ".vale.ini", "--format", "line", *paths]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")


def test_a_folder(tmp_path: Path) -> None:
    result = ran(tmp_path, "error", ".")
    assert result.stdout.splitlines() == [
        "b.txt:2:1:House.Full:Write 'asap' in full.",
        "letters/a.md:3:8:House.Full:Write 'ASAP' in full.",
    ]
    assert result.returncode == 1


def test_only_errors_make_the_command_fail(tmp_path: Path) -> None:
    result = ran(tmp_path, "warning", "b.txt")
    assert result.stdout == "b.txt:2:1:House.Full:Write 'asap' in full.\n"
    assert result.returncode == 0


UNREAD = {
    "program code": ("a.py", b"x = 1\n", "files of this kind cannot be read here."),
    "no text": ("a.md", b"\x00\x01", "it is no text file."),
    "not there": ("a.md", None, "it cannot be opened (No such file or directory)."),
}


@pytest.mark.parametrize(("name", "data", "reason"), UNREAD.values(), ids=UNREAD)
def test_a_file_that_is_not_checked_is_named(name: str, data: bytes | None, reason: str, tmp_path: Path) -> None:
    (tmp_path / ".vale.ini").write_text("StylesPath = .\n[*]\nVale.Repetition = YES\n", encoding="utf-8")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run(tmp_path / ".vale.ini", [Path(name)], root=tmp_path)
    assert [remark.what for remark in result.remarks] == [f"{name} was not checked: {reason}"]
    assert result.files == 0


def test_each_alert_has_its_level_words_and_place(tmp_path: Path) -> None:
    ran(tmp_path, "warning", "b.txt")
    (found,) = run(tmp_path / ".vale.ini", [Path("letters")], root=tmp_path).found
    assert (found.level, found.words, found.line, found.column, found.end) == ("warning", "ASAP", 3, 8, (3, 12))


def test_a_section_for_files_may_change_the_level(tmp_path: Path) -> None:
    ran(tmp_path, "warning", "b.txt")
    more = f"{INI}\n[*.txt]\nHouse.Full = error\n"
    (tmp_path / ".vale.ini").write_text(more, encoding="utf-8")
    found = run(tmp_path / ".vale.ini", [Path()], root=tmp_path).found
    assert [(one.file, one.level) for one in found] == [("b.txt", "error"), ("letters/a.md", "warning")]


def test_a_format_may_be_read_as_another(tmp_path: Path) -> None:
    ini = "StylesPath = .\n[formats]\nnote = md\n[*.note]\nVale.Repetition = YES\n"
    (tmp_path / ".vale.ini").write_text(ini, encoding="utf-8")
    (tmp_path / "a.note").write_text("The `the` plan is\n**is** here.\n", encoding="utf-8")
    (found,) = run(tmp_path / ".vale.ini", [Path("a.note")], root=tmp_path).found
    assert (found.words, found.line, found.column) == ("is is", 1, 16)


def test_a_selector_that_cannot_be_read_is_named_with_its_rule(tmp_path: Path) -> None:
    ran(tmp_path, "warning", "b.txt")
    rule = RULE.format(level="error") + "scope: 'doc(h2:wild)'\n"
    (tmp_path / "styles/House/Wild.yml").write_text(rule, encoding="utf-8")
    result = run(tmp_path / ".vale.ini", [Path("letters")], root=tmp_path)
    assert [remark.place.file for remark in result.remarks] == ["House/Wild.yml"]
    assert "House.Wild" in result.remarks[0].what
