"""Whole files or none: the only code that puts a document on disk."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path

from lettersmith.errors import Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

PREFIX = ".lettersmith-"
"""Of our own unfinished files: swept when the folder is written to next."""
TRIES = 5
PAUSE = 0.2
"""Seconds between two tries while another program holds the file."""


class HeldError(OSError):
    """The file is open in another program, which does not let go of it."""


def put(path: Path, data: bytes) -> None:
    """Write a file so that there is either the old one or the whole new one, whenever the power fails.

    Raises HeldError if another program holds the file, Unreadable (with nothing left behind) for a full disk or a
    folder that cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=PREFIX, dir=path.parent)
    except OSError as error:
        raise cannot_write(path, error) from None
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(mode_of(path))
        replace(unfinished, path)
    except HeldError:
        remove(unfinished)
        raise
    except OSError as error:
        remove(unfinished)
        raise cannot_write(path, error) from None
    except BaseException:
        remove(unfinished)
        raise
    settle(path.parent)


def mode_of(path: Path) -> int:
    """Who may read and write a file: those who could before, else those whom this person's new files are for.

    A temporary file is its maker's alone, and a letter in a shared folder is not.
    """
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def replace(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`, trying again while another program holds it (Windows)."""
    for attempt in range(TRIES):
        try:
            new.replace(old)
            return
        except PermissionError as error:
            if os.name != "nt":
                raise
            if attempt == TRIES - 1:
                raise HeldError(str(error)) from None
            time.sleep(PAUSE)


def settle(folder: Path) -> None:
    """Ask the system to keep the folder's new entry; where it cannot be asked, the file is there all the same."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> None:
    """Take a file away if it is there."""
    with contextlib.suppress(OSError):
        path.unlink()


def sweep(folder: Path) -> None:
    """Take away what an earlier run that was killed left unfinished in one folder."""
    if folder.is_dir():
        for path in folder.glob(f"{PREFIX}*"):
            remove(path)


def cannot_write(path: Path, error: OSError) -> Unreadable:
    """Why a file could not be written, for a person."""
    below_a_file = isinstance(error, (FileExistsError, NotADirectoryError))
    why = "a file is where its folder should be" if below_a_file else (error.strerror or str(error)).lower()
    what = f"{path.name} could not be written: {why}. Nothing was changed."
    do = "Choose another folder." if below_a_file else "Make room on the disk, or choose another folder."
    return Unreadable(Remark("Files.NotWritten", Level.ERROR, what, Place(path.name), do=do))
