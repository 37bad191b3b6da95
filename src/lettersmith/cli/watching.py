"""A folder that is looked at again and again: each file that is saved there is handed on once it is whole.

It asks the folder for times and sizes instead of being told of changes: that needs no library, works on network
drives and synchronised folders, whose changes systems do not tell, and costs some milliseconds a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from lettersmith.reading.paths import wanted

PAUSE = 1.0
"""Seconds between two looks."""

Signature = tuple[int, int]
"""When a file was last written, in nanoseconds, and how many bytes it has."""


class Watched:
    """What is known of one folder between two looks."""

    def __init__(self, folder: Path) -> None:
        """The files that are there now are not new."""
        self._folder = folder
        self._seen = _files(folder)
        self._moving: dict[Path, Signature] = {}

    def look(self) -> list[Path]:
        """The files that were saved since the last look but one, and have not moved since the last look.

        One that another program holds, or that is empty still, is given at a later look. Raises OSError if the
        folder cannot be looked at.
        """
        now = _files(self._folder)
        changed = {path: signature for path, signature in now.items() if self._seen.get(path) != signature}
        ready = [path for path, signature in changed.items() if self._moving.get(path) == signature and _whole(path)]
        self._moving = changed
        self._seen = {path: signature for path, signature in self._seen.items() if path in now}
        self._seen |= {path: changed[path] for path in ready}
        return ready


def watch(
    folder: Path,
    on_file: Callable[[Path], None],
    on_trouble: Callable[[Path, Exception], None],
    *,
    pause: float = PAUSE,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Hand on each file that is saved in a folder or below it, until Ctrl-C.

    `on_trouble` is told of a file whose check broke down, which is tried again when it is saved again, and of the
    folder when it cannot be looked at, once until it is back. Raises OSError if that is so in the beginning.
    """
    watched, gone = Watched(folder), False
    try:
        while True:
            sleep(pause)
            try:
                ready, gone = watched.look(), False
            except OSError as error:
                if not gone:
                    on_trouble(folder, error)
                gone = True
                continue
            for path in ready:
                try:
                    on_file(path)
                except Exception as error:  # one file that breaks the check must not end the watch
                    on_trouble(path, error)
    except KeyboardInterrupt:
        return


def _files(folder: Path) -> dict[Path, Signature]:
    """Every file to read in a folder and below it, in order; our own copies and lock files are none."""
    list(folder.iterdir())  # a folder that is gone is an error, not an empty one
    found: dict[Path, Signature] = {}
    for path in sorted(folder.rglob("*")):
        if wanted(path):
            try:
                about = path.stat()
            except OSError:  # it went in between
                continue
            found[path] = (about.st_mtime_ns, about.st_size)
    return found


def _whole(path: Path) -> bool:
    """Whether a file has something in it and can be read."""
    try:
        with path.open("rb") as file:
            return bool(file.read(1))
    except OSError:
        return False
