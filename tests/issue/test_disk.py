"""Whole files or none."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from lettersmith.errors import Unreadable
from lettersmith.issue.disk import PREFIX, put, sweep


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    put(tmp_path / "out" / "letter.txt", b"new")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "out").iterdir()] == [("letter.txt", b"new")]


@pytest.mark.parametrize(
    ("call", "code"),
    [("fsync", errno.EIO), ("fsync", errno.ENOSPC), ("fdopen", errno.EMFILE), ("mkstemp", errno.EACCES)],
)
def test_an_error_of_the_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    old = tmp_path / "letter.txt"
    old.write_bytes(b"old")

    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(tempfile if call == "mkstemp" else os, call, fail)
    with pytest.raises(Unreadable, match=r"letter\.txt could not be written: .*\. Nothing was changed\."):
        put(old, b"new")
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.txt")} == {"letter.txt": b"old"}


def test_a_replace_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "letter.txt"
    old.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Unreadable):
        put(old, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("letter.txt", b"old")]


KILLED_AT = ["mkstemp", "fsync", "replace"]


@pytest.mark.parametrize("call", KILLED_AT)
def test_a_run_that_is_killed_leaves_the_old_file_and_the_next_run_sweeps_up(tmp_path: Path, call: str) -> None:
    old = tmp_path / "letter.txt"
    old.write_bytes(b"old")
    child = os.fork() if hasattr(os, "fork") else pytest.skip("needs fork")
    if child == 0:
        target = {"mkstemp": tempfile, "fsync": os, "replace": Path}[call]
        before = getattr(target, call)

        def die(*args: object, **kwargs: object) -> None:
            if call == "mkstemp":
                before(*args, **kwargs)
            os._exit(9)

        setattr(target, call, die)
        put(old, b"new")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert old.read_bytes() == b"old"
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    put(old, b"new")
    assert old.read_bytes() == b"new"


def test_only_our_own_unfinished_files_are_swept(tmp_path: Path) -> None:
    (tmp_path / f"{PREFIX}abc").write_bytes(b"")
    (tmp_path / "notes.tmp").write_bytes(b"")
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.tmp"]
