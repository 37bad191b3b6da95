"""A folder that is watched: each file that is saved is handed on once, whole; nothing ends the watch but Ctrl-C."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lettersmith.cli.watching import Watched, watch


def write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def given(folder: Path, *changes: Callable[[], object]) -> list[list[str]]:
    """The names handed on at each look, with a change of the folder before each."""
    watched = Watched(folder)
    looks = []
    for change in changes:
        change()
        looks.append([path.relative_to(folder).as_posix() for path in watched.look()])
    return looks


def nothing() -> None:
    """No change."""


def test_a_file_is_handed_on_once_it_has_settled(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    looks = given(
        tmp_path,
        lambda: write(file, "half"),
        lambda: write(file, "half and half"),
        nothing,
        nothing,
        lambda: write(file, "another save"),
        nothing,
        nothing,
    )
    assert looks == [[], [], ["draft.md"], [], [], ["draft.md"], []]


def test_what_was_there_before_is_not_checked_until_it_is_saved(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "old")
    assert given(tmp_path, nothing, nothing, lambda: write(tmp_path / "old.md", "newer"), nothing) == [
        [],
        [],
        [],
        ["old.md"],
    ]


PASSED_OVER = ["~$draft.docx", "draft (checked).docx", "draft (checked).html", "picture.png", ".lettersmith-x1"]


@pytest.mark.parametrize("name", PASSED_OVER)
def test_lock_files_and_our_own_copies_are_passed_over(tmp_path: Path, name: str) -> None:
    assert given(tmp_path, lambda: write(tmp_path / name, "x"), nothing, nothing) == [[], [], []]


def test_a_save_through_another_name_counts_once(tmp_path: Path) -> None:
    """Word writes a new file beside the old one, and then gives it its name."""

    def save() -> None:
        write(tmp_path / "~WRD0001.tmp", "the whole new text")
        (tmp_path / "~WRD0001.tmp").replace(tmp_path / "draft.md")

    write(tmp_path / "draft.md", "old")
    assert given(tmp_path, save, nothing, nothing) == [[], ["draft.md"], []]


def test_an_empty_file_waits_until_something_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    looks = given(tmp_path, lambda: write(file, ""), nothing, nothing, lambda: write(file, "words"), nothing)
    assert looks == [[], [], [], [], ["draft.md"]]


def test_a_file_that_is_held_is_given_when_it_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"now": True}
    opened = Path.open

    def refusing(self: Path, *arguments: object, **more: object) -> object:
        if held["now"] and self.name == "draft.md":
            raise PermissionError(13, "The process cannot access the file")
        return opened(self, *arguments, **more)  # type: ignore[call-overload]

    write(tmp_path / "draft.md", "old")
    watched = Watched(tmp_path)
    write(tmp_path / "draft.md", "new words")
    monkeypatch.setattr(Path, "open", refusing)
    assert [watched.look() for _ in range(3)] == [[], [], []]
    held["now"] = False
    assert watched.look() == [tmp_path / "draft.md"]


def test_files_below_the_folder_and_several_at_once_come_in_order(tmp_path: Path) -> None:
    def save() -> None:
        for name in ("b.md", "a.md", "sub/c.txt"):
            write(tmp_path / name, "x")

    assert given(tmp_path, save, nothing) == [[], ["a.md", "b.md", "sub/c.txt"]]


class Clock:
    """Sleeps by changing the folder, and ends with Ctrl-C."""

    def __init__(self, *changes: Callable[[], object]) -> None:
        self.changes = list(changes)

    def __call__(self, _seconds: float) -> None:
        if not self.changes:
            raise KeyboardInterrupt
        self.changes.pop(0)()


def test_a_check_that_breaks_down_is_told_and_the_next_save_is_checked(tmp_path: Path) -> None:
    checked: list[str] = []
    troubles: list[str] = []

    def check(path: Path) -> None:
        checked.append(path.name)
        if path.name == "bad.md":
            raise ValueError("odd")

    def save(name: str, words: str) -> Callable[[], None]:
        return lambda: write(tmp_path / name, words)

    clock = Clock(save("bad.md", "1"), nothing, nothing, save("good.md", "2"), nothing, save("bad.md", "33"), nothing)
    watch(tmp_path, check, lambda path, error: troubles.append(f"{path.name}: {error}"), sleep=clock)
    assert checked == ["bad.md", "good.md", "bad.md"]
    assert troubles == ["bad.md: odd", "bad.md: odd"]


def test_a_folder_that_goes_away_is_told_once_and_watched_again_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    write(folder / "a.md", "x")
    checked: list[str] = []
    troubles: list[Path] = []
    clock = Clock(
        lambda: shutil.rmtree(folder), nothing, nothing, lambda: write(folder / "b.md", "new"), nothing, nothing
    )
    watch(folder, lambda path: checked.append(path.name), lambda path, _: troubles.append(path), sleep=clock)
    assert troubles == [folder]
    assert checked == ["b.md"]


def test_a_folder_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        watch(tmp_path / "nowhere", lambda _: None, lambda *_: None, sleep=Clock())
