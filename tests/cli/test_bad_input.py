"""What goes wrong on a real laptop: one clear error, the exit code that the README gives, and nothing half-written."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

import pytest

from cli.running import change, run, sample

DAY = ("--today", "2012-05-16")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Office files, Outlook messages and Word files with a password begin."""


@pytest.fixture
def thornmere(tmp_path: Path) -> Path:
    return sample(tmp_path, "thornmere-2012")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def one_line(text: str) -> str:
    return " ".join(text.split())


def ole(stream: str) -> bytes:
    """The beginning of an old Office file with one stream of some name."""
    return OLE + b"\0" * 1024 + stream.encode("utf-16-le") + b"\0" * 1024


def zipped(*names: str, **texts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
        for name, text in texts.items():
            archive.writestr(name, text)
    return made.getvalue()


WORD = zipped("[Content_Types].xml", "word/document.xml")
NOT_WORD = {
    "a text under a Word name": ("draft.docx", b"Dear all,\nthis is text.", "is not a Word file"),
    "an empty file": ("draft.docx", b"", "is empty"),
    "a Word file with a password": ("draft.docx", ole("EncryptedPackage"), "password"),
    "an old Word file": ("draft.doc", ole("WordDocument"), "an old Word file"),
    "an old Word file under a new name": ("draft.docx", ole("WordDocument"), "an old Word file"),
    "an Outlook message": ("draft.msg", ole("__substg1.0_"), "an Outlook message"),
    "rich text": ("draft.rtf", rb"{\rtf1 Dear all}", "a rich text file"),
    "an OpenDocument file": ("draft.odt", zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "a PDF": ("draft.pdf", b"%PDF-1.7\n", "is a PDF"),
    "a workbook under a Word name": ("draft.docx", zipped("[Content_Types].xml", "xl/x.xml"), "an Excel workbook"),
    "any zip under a Word name": ("draft.docx", zipped("holiday.jpg"), "a zip file"),
    "a Word file cut off in the middle": ("draft.docx", WORD[:90], "damaged"),
    "a picture under a text name": ("draft.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ""),
    "a kind that nobody knows": ("draft.xyz", b"hello", "is of a kind that cannot be read"),
    "a text in another encoding": ("draft.txt", "Café am Fluß".encode("latin-1"), "is not saved as UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "says"), NOT_WORD.values(), ids=NOT_WORD)
def test_a_file_that_cannot_be_checked_gets_one_error_that_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("check", tmp_path / name)
    assert result.exit_code == 3, result.output
    assert says in one_line(result.output)
    assert result.output.count("Not read") == 1
    told = json.loads(run("check", tmp_path / name, "--json").output)
    assert [remark["level"] for remark in told["remarks"]] == ["error"]


def test_the_other_files_of_a_folder_are_checked_although_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"nothing of the kind")
    (tmp_path / "b.txt").write_text("We will ring you [insert day].", encoding="utf-8")
    (tmp_path / "~$a.docx").write_bytes(b"Word's own lock")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "is not a Word file" in one_line(result.output)
    assert "[insert day]" in result.output
    assert "~$a" not in result.output


@pytest.mark.parametrize(
    ("make", "code", "says"),
    [
        (lambda folder: folder / "nowhere.docx", 3, "is not there"),
        (lambda folder: folder, 3, "is a folder without any file that can be checked"),
        (lambda folder: (folder / "draft.docx").mkdir() or folder / "draft.docx", 3, "is a folder without any file"),
        (lambda folder: folder / ("x" * 300 + ".docx"), 3, "cannot be opened"),
        (lambda folder: folder / "a\nb.docx", 3, "is not there"),
    ],
    ids=["a missing file", "an empty folder", "a folder named like a file", "a name too long", "a name of two lines"],
)
def test_a_path_that_leads_to_no_file(tmp_path: Path, make: Callable[[Path], Path], code: int, says: str) -> None:
    result = run("check", make(tmp_path))
    assert result.exit_code == code
    assert says in one_line(result.output)


def test_a_huge_file_is_not_read_into_memory(tmp_path: Path) -> None:
    for name in ("huge.docx", "huge.txt"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(3_000_000_000)  # takes no room on the disk
    result = run("check", tmp_path / "huge.docx", tmp_path / "huge.txt")
    assert result.exit_code == 3
    assert result.output.count("is larger than") == 2


# ---- facts that cannot be read

BROKEN_FACTS: dict[str, tuple[bytes, str]] = {
    "text that is no JSON": (b"Dear all,", "inspection.json"),
    "JSON cut off": (b'{"framework": "child-protection-2012", "area": {', "inspection.json"),
    "bytes that are no text": (bytes(range(256)) * 4, "UTF-8"),
    "a Word file under this name": (WORD, "inspection.json"),
    "UTF-16, as an old Notepad saves": ('{"framework": "x"}'.encode("utf-16"), "UTF-16"),
    "an empty file": (b"", "is empty"),
    "a list": (b"[]", "inspection.json"),
    "nested without end": (b"[" * 100_000, "inspection.json"),
    "no framework": (b"{}", "framework"),
    "a framework that nobody has": (b'{"framework": "sif-2013", "area": {"name": "Thornmere"}}', "sif-2013"),
}
ON_AN_INSPECTION = {
    "validate": ("validate",),
    "make": ("make", "family-letter"),
    "make --all": ("make", "--all"),
    "status": ("status",),
    "timetable": ("timetable",),
    "kinds": ("kinds",),
}


@pytest.mark.parametrize("command", ON_AN_INSPECTION.values(), ids=ON_AN_INSPECTION)
@pytest.mark.parametrize(("data", "says"), BROKEN_FACTS.values(), ids=BROKEN_FACTS)
def test_facts_that_cannot_be_read_stop_every_command(
    thornmere: Path, command: tuple[str, ...], data: bytes, says: str
) -> None:
    (thornmere / "inspection.json").write_bytes(data)
    before = everything(thornmere)
    result = run(*command, thornmere)
    assert result.exit_code == 3, result.output
    assert says in result.output
    assert result.output.count("Do this") >= 1
    told = json.loads(run(*command, thornmere, "--json").output)
    assert told["version"] == 1
    assert {remark["level"] for remark in told["remarks"]} >= {"error"}
    assert everything(thornmere) == before


@pytest.mark.parametrize("command", [name for name in ON_AN_INSPECTION if name != "kinds"])
@pytest.mark.parametrize("what", ["an empty folder", "a file", "nothing", "a name too long"])
def test_what_is_no_inspection_is_named(tmp_path: Path, command: str, what: str) -> None:
    place = tmp_path / ("place" * 60 if what == "a name too long" else "place")
    if what == "an empty folder":
        place.mkdir()
    elif what == "a file":
        place.write_text("x", encoding="utf-8")
    result = run(*ON_AN_INSPECTION[command], f"{place}/" if command.startswith("make") else place)
    assert result.exit_code == 3, result.output
    assert "place" in result.output
    assert not list(tmp_path.rglob("out"))


def test_kinds_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("kinds", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "There is no folder" in result.output


def test_a_folder_in_the_place_of_a_file_of_the_facts(thornmere: Path) -> None:
    (thornmere / "judgements.json").unlink()
    (thornmere / "judgements.json").mkdir()
    result = run("validate", thornmere)
    assert result.exit_code == 1
    assert "judgements.json" in result.output


def test_facts_of_20_megabytes_are_refused_before_they_are_read(thornmere: Path) -> None:
    with (thornmere / "evidence.json").open("wb") as file:
        file.truncate(3_000_000_000)
    result = run("validate", thornmere)
    assert result.exit_code == 1
    assert "Facts.TooLarge" in result.output


def test_files_and_folders_that_are_closed_to_us(thornmere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusals are played, since root, whom nothing is closed to, runs the tests too."""
    opened = Path.open

    def closed(path: Path, *args: Any, **named: Any) -> Any:
        if path.name == "evidence.json":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *args, **named)

    def no_room(*_args: object, **_named: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", closed)
    assert "Facts.CannotRead" in run("validate", thornmere).output
    monkeypatch.setattr(tempfile, "mkstemp", no_room)
    result = run("make", "notification-email", thornmere, "--today", "2012-05-14")
    assert result.exit_code == 3
    assert "could not be written" in one_line(result.output)
    assert not list((thornmere / "out").glob("*")) if (thornmere / "out").exists() else True


def test_facts_as_windows_saves_them_make_the_same_letter(thornmere: Path, tmp_path: Path) -> None:
    windows = tmp_path / "windows" / "thornmere"
    shutil.copytree(thornmere, windows)
    for path in [*windows.rglob("*.json"), *windows.rglob("*.md")]:
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    for case in (thornmere, windows):
        assert run("make", "childrens-summary", case, "--format", "txt,docx", *DAY).exit_code == 0
    assert everything(thornmere / "out") == everything(windows / "out")


def test_a_folder_whose_name_has_spaces_and_accents(thornmere: Path, tmp_path: Path) -> None:
    odd = tmp_path / "Été 2012 – “Thornmere” ünd 水" / "die Prüfung"
    shutil.copytree(thornmere, odd)
    result = run("make", "family-letter", "--format", "txt,pdf", odd, *DAY)
    assert result.exit_code == 0, result.output
    assert len(list((odd / "out").iterdir())) == 3
    assert run("status", odd, *DAY).exit_code == 0


# ---- names that would do harm

HARMFUL = {
    "a person's name of two lines": lambda facts: facts["people"][0].update(name="Ada Quill\nBcc: x@example.org"),
    "an area's name of two lines": lambda facts: facts["area"].update(name="Thornmere\nand more"),
    "an address of two lines": lambda facts: facts["people"][0].update(email="a@example.org\nBcc: x@example.org"),
}


@pytest.mark.parametrize("edit", HARMFUL.values(), ids=HARMFUL)
def test_a_line_break_in_a_name_stops_the_email(thornmere: Path, edit: Callable[[Any], None]) -> None:
    change(thornmere, "inspection.json", edit)
    result = run("make", "notification-email", thornmere, "--today", "2012-05-14")
    assert result.exit_code == 1, result.output
    assert not (thornmere / "out").exists()


@pytest.mark.parametrize("name", ["../../Thornmere", "Thorn/mere", "C:\\Thornmere", "CON", "Thorn:mere?", "." * 3])
def test_an_area_whose_name_is_a_path_stays_in_its_folder(thornmere: Path, tmp_path: Path, name: str) -> None:
    change(thornmere, "inspection.json", lambda facts: facts["area"].update(name=name))
    before = set(everything(tmp_path))
    run("make", "family-letter", thornmere, "--draft", "--format", "txt", *DAY)
    made = set(everything(tmp_path)) - before
    assert made
    assert all(Path(path).parent.as_posix() in ("thornmere/out", "thornmere/log") for path in made)
    assert not any(mark in Path(path).name for path in made for mark in ':\\?*"<>|')


# ---- a disk that refuses


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("words", [("make", "family-letter"), ("timetable", "--ics", "days.ics")], ids=["make", "ics"])
def test_a_full_disk_leaves_nothing_half_written(
    thornmere: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(thornmere.parent)
    before = everything(thornmere.parent)
    monkeypatch.setattr(os, "fsync", full)
    result = run(*words, thornmere, *DAY)
    assert result.exit_code == 3, result.output
    assert "no space left on device. Nothing was changed." in one_line(result.output)
    assert everything(thornmere.parent) == before


def test_a_disk_that_fills_up_keeps_the_older_letter_whole(thornmere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("make", "family-letter", thornmere, *DAY).exit_code == 0
    before = everything(thornmere)
    monkeypatch.setattr(os, "fsync", full)
    result = run("make", "family-letter", "--today", "2012-05-17", thornmere)
    assert result.exit_code == 3
    assert everything(thornmere) == before


def test_a_new_inspection_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", full)
    result = run("new", "jtai-2017", tmp_path / "ambershire")
    assert result.exit_code == 3
    assert everything(tmp_path) == {}


BELOW_A_FILE = {
    "make": ("make", "family-letter", "{case}", "--out", "{case}/inspection.json/out", *DAY),
    "new": ("new", "jtai-2017", "{case}/inspection.json"),
    "timetable": ("timetable", "{case}", "--ics", "{case}/inspection.json/days.ics"),
}


@pytest.mark.parametrize("words", BELOW_A_FILE.values(), ids=BELOW_A_FILE)
def test_a_result_below_a_file(thornmere: Path, words: tuple[str, ...]) -> None:
    before = everything(thornmere)
    result = run(*(word.format(case=thornmere) for word in words))
    assert result.exit_code == 3
    assert "a file is where its folder should be" in one_line(result.output)
    assert everything(thornmere) == before


# ---- what a new inspection is started from

LIKE = {
    "nothing": (lambda folder: None, "is not the folder of an inspection"),
    "an empty folder": (lambda folder: folder.mkdir(), "is not the folder of an inspection"),
    "broken facts": (lambda folder: (folder.mkdir(), (folder / "inspection.json").write_bytes(b"{")), "is broken"),
}


@pytest.mark.parametrize(("make", "says"), LIKE.values(), ids=LIKE)
def test_a_new_inspection_like_one_that_is_none(tmp_path: Path, make: Callable[[Path], Any], says: str) -> None:
    make(tmp_path / "old")
    result = run("new", "jtai-2017", tmp_path / "ambershire", "--like", tmp_path / "old")
    assert result.exit_code == 3
    assert says in one_line(result.output)
    assert not (tmp_path / "ambershire").exists()


# ---- programs that read us

REFUSED = {
    "make": ("make", "family-letter", "{empty}/"),
    "make of a kind that is not there": ("make", "famly-letter", "{case}"),
    "validate": ("validate", "{empty}"),
    "status": ("status", "{empty}"),
    "timetable": ("timetable", "{empty}"),
    "check": ("check", "{empty}"),
    "new": ("new", "sif-2013", "{empty}/x"),
    "templates show": ("templates", "show", "jtai-2017/nope"),
    "templates show of no framework": ("templates", "show", "nope/nope"),
    "templates fields": ("templates", "fields", "jtai-2017/nope"),
    "templates lint": ("templates", "lint", "jtai-2017/nope"),
    "templates release": ("templates", "release", "jtai-2017/nope"),
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_json_for_programs_and_a_sentence_for_people(
    thornmere: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "empty").mkdir()
    line = [word.format(empty=tmp_path / "empty", case=thornmere) for word in words]
    told = run(*line)
    assert told.exit_code == 3, told.output
    assert "Must change" in told.output or "Not read" in told.output
    asked = run(*line, "--json")
    assert asked.exit_code == 3
    remarks = json.loads(asked.output)["remarks"]
    assert remarks
    assert all(
        set(remark) >= {"rule", "level", "place", "what", "why", "do", "instead", "source"} for remark in remarks
    )


WRONG_USAGE = {
    "an unknown command": (("mak",), "Did you mean `make`?"),
    "an unknown option": (("make", "--al"), "--all"),
    "no document": (("make",), "Say which documents"),
    "a date in another form": (("status", "--today", "9/5/2017"), "is not a date"),
    "an audience that is none": (("check", "--audience", "teachers", "x.txt"), "teachers"),
    "a rule that is none": (("explain", "Gaps.Mising"), "Did you mean `Gaps.Missing`?"),
    "a schema that is none": (("schema", "nope"), "nope"),
    "a template without its framework": (("templates", "show", "family-letter"), "jtai-2017/findings-letter"),
    "nothing to check": (("check",), "PATH"),
}


@pytest.mark.parametrize(("words", "says"), WRONG_USAGE.values(), ids=WRONG_USAGE)
def test_wrong_usage_says_what_was_meant(words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert says in result.output


# ---- the program as it is started from outside


def outside(*words: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "lettersmith", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, **options)


@pytest.mark.parametrize(
    "words", [("schema", "inspection"), ("explain",), ("kinds",), ("--help",)], ids=lambda words: words[0]
)
def test_a_reader_who_goes_away_is_no_error(words: tuple[str, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "lettersmith", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as started:
        assert started.stdout is not None and started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""


def test_output_is_utf_8_whatever_the_machine_speaks(thornmere: Path) -> None:
    change(thornmere, "inspection.json", lambda facts: facts["area"].update(name="Thörnmere – ✓"))
    told = outside("timetable", thornmere, env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert told.returncode == 0, told.stderr
    assert told.stdout.decode("utf-8").startswith("Thörnmere – ✓")


@pytest.mark.parametrize("colourless", [True, False], ids=["NO_COLOR", "colour"])
def test_colour_is_for_a_terminal_whose_user_wants_it(tmp_path: Path, colourless: bool) -> None:
    pty = pytest.importorskip("pty", reason="this system has no terminal to pretend")
    env = {**os.environ, "TERM": "xterm", **({"NO_COLOR": "1"} if colourless else {})}
    if not colourless:
        env.pop("NO_COLOR", None)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "lettersmith", "check", str(tmp_path / "nowhere.docx")]
    started = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=env)
    started.wait(timeout=60)
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert b"Not read" in shown
    assert (b"\x1b[" in shown) is not colourless


def test_a_fault_of_the_program_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> NoReturn:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("lettersmith.rules.read_rules", broken)
    result = run("explain")
    assert result.exit_code == 70
    assert "This is a fault of the program, not of your files" in result.output
