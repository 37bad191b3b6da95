"""Where each desktop looks for what stands in its menus, and what has to stand there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

NAME = "Check with lettersmith"
KINDS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/markdown",
    "text/html",
    "text/plain",
    "message/rfc822",
)
"""Media types of the files that can be checked."""


class Entry(NamedTuple):
    """One file that puts us in a menu."""

    path: Path
    text: str
    runs: bool
    """Whether the system runs the file itself."""
    menu: str
    """Where people find it."""


def entries(system: str, home: Path, environment: Mapping[str, str], command: tuple[str, ...]) -> list[Entry]:
    """The files for a system (`win32`, `darwin`, any other) whose person has this home; none where we know no way.

    `command` begins what the menu runs; the files dropped come after it.
    """
    if system == "win32":
        return [_send_to(home, environment, command)]
    if system == "darwin":
        return []
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    found = [Entry(data / "applications" / "lettersmith-check.desktop", _open_with(command), False, "Open With")]
    if (data / "nautilus").is_dir() or environment.get("XDG_CURRENT_DESKTOP", "").upper().endswith("GNOME"):
        found.append(Entry(data / "nautilus" / "scripts" / NAME, _script(command), True, "Scripts"))
    return found


def _send_to(home: Path, environment: Mapping[str, str], command: tuple[str, ...]) -> Entry:
    roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    folder = roaming / "Microsoft" / "Windows" / "SendTo"
    words = " ".join(f'"{word}"' for word in command).replace("%", "%%")
    lines = ("@echo off", "chcp 65001 >nul", f"{words} %*", "if errorlevel 2 pause", "")
    return Entry(folder / f"{NAME}.cmd", "\r\n".join(lines), False, "Send to")


def _open_with(command: tuple[str, ...]) -> str:
    """A desktop entry as freedesktop.org describes it, its Exec key quoted by that rule."""
    words = " ".join(_exec_word(word) for word in command)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={NAME}",
        "Comment=Plain English checks on a draft, with a marked copy and a page of remarks",
        f"Exec={words} %F",
        "Terminal=false",
        "NoDisplay=true",
        "StartupNotify=true",
        f"MimeType={';'.join(KINDS)};",
        "",
    )
    return "\n".join(lines)


def _exec_word(word: str) -> str:
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    # A string of the file is unescaped once before it is read as a command, so each backslash stands twice.
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _script(command: tuple[str, ...]) -> str:
    words = " ".join("'" + word.replace("'", "'\\''") + "'" for word in command)
    return f'#!/bin/sh\n# {NAME}: put here by `lettersmith desktop`.\nexec {words} "$@"\n'
