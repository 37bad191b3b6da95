"""Where each desktop looks for what stands in its menus, and what has to stand there."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lettersmith.cli.desktop_mac import quick_action

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
    """What puts us in one menu."""

    path: Path
    """A file, or a folder with all that is in it: goes when the entry is taken out."""
    files: Mapping[Path, str]
    """The texts to write, in this order."""
    menu: str
    """Where people find it."""
    runs: bool = False
    """Whether the system runs the file itself."""


def entries(system: str, home: Path, environment: Mapping[str, str], command: tuple[str, ...]) -> list[Entry]:
    """The files for a system (`win32`, `darwin`, any other) whose person has this home.

    `command` begins what the menu runs; the files dropped come after it.
    """
    if system == "win32":
        return [_send_to(home, environment, command)]
    if system == "darwin":
        action = home / "Library" / "Services" / f"{NAME}.workflow"
        return [Entry(action, quick_action(action, NAME, command), "Quick Actions")]
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    open_with = data / "applications" / "lettersmith-check.desktop"
    found = [Entry(open_with, {open_with: _open_with(command)}, "Open With")]
    if (data / "nautilus").is_dir() or environment.get("XDG_CURRENT_DESKTOP", "").upper().endswith("GNOME"):
        script = data / "nautilus" / "scripts" / NAME
        found.append(Entry(script, {script: _script(command)}, "Scripts", runs=True))
    return found


def _send_to(home: Path, environment: Mapping[str, str], command: tuple[str, ...]) -> Entry:
    roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    path = roaming / "Microsoft" / "Windows" / "SendTo" / f"{NAME}.cmd"
    words = " ".join(f'"{word}"' for word in command).replace("%", "%%")
    lines = ("@echo off", "chcp 65001 >nul", f"{words} %*", "if errorlevel 2 pause", "")
    return Entry(path, {path: "\r\n".join(lines)}, "Send to")


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
    return f'#!/bin/sh\n# {NAME}: put here by `lettersmith desktop`.\nexec {shlex.join(command)} "$@"\n'
