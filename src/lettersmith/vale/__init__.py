"""Checking by a `.vale.ini`: files read as Vale reads them, its rules run, each alert with file, line and column."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lettersmith.catalogue.styles import read_ini
from lettersmith.checks.splitting import split
from lettersmith.checks.style import dialect, scopes
from lettersmith.checks.style.compiled import State, Unfit
from lettersmith.checks.style.engine import run as run_rules
from lettersmith.checks.style.switches import for_file
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import Alert, StyleBook
from lettersmith.reading import scoped
from lettersmith.reading.scoped import Scoped, Selection, Settings
from lettersmith.vale import choosing

__all__ = ["Checked", "Found", "run"]

KINDS = (
    "files of this kind cannot be read here.",
    "Use real Vale for program code and for markup other than Markdown and HTML.",
)
NO_TEXT = ("it is no text file.", "Leave it out, or save it as text.")
LEFT_OUT = ("node_modules", ".git")
"""Folders that are never entered."""


class Found(NamedTuple):
    """What a rule says of some words of a file."""

    file: str
    """As it was given, or below the folder that was given; with slashes."""
    line: int
    """From 1."""
    column: int
    """From 1."""
    rule: str
    level: str
    message: str
    words: str
    """The words meant, as the rule met them."""
    instead: tuple[str, ...] = ()
    link: str = ""
    end: tuple[int, int] = (0, 0)
    """Line and column just after the last of the words."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one run."""

    found: tuple[Found, ...]
    """By file, then in the order of the text."""
    remarks: tuple[Remark, ...] = ()
    """Rules and settings that could not be used, and files that could not be checked: each named, with the reason."""
    files: int = 0
    """How many files were checked."""


@dataclass(slots=True)
class _Run:
    """One run: its rules, and what is known so far."""

    book: StyleBook
    found: list[Found] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    files: int = 0


def run(ini: Path, paths: Sequence[Path], *, root: Path | None = None) -> Checked:
    """What the rules of a `.vale.ini` say of some files and folders.

    Paths are given, and files named, from `root`, or from the present folder. Raises Unreadable if the `.vale.ini`
    cannot be read.
    """
    home = root or Path()
    book = read_ini(ini)
    this = _Run(book, remarks=list(book.refused))
    for name in _files(paths, home):
        if choosing.is_meant(name, book):
            _check(this, home / name, name)
    ordered = sorted(this.found, key=lambda one: (one.file, one.line, one.column, one.rule))
    return Checked(tuple(ordered), tuple(dict.fromkeys(this.remarks)), this.files)


def _files(paths: Sequence[Path], home: Path) -> Iterator[str]:
    """Every file, by name, as Vale would name it."""
    for given in paths:
        whole = home / given
        if not whole.is_dir():
            yield given.as_posix()
            continue
        for folder, inner, files in os.walk(whole):
            inner[:] = sorted(name for name in inner if name not in LEFT_OUT)
            for name in sorted(files):
                yield (given / Path(folder).relative_to(whole) / name).as_posix()


def _check(this: _Run, path: Path, name: str) -> None:
    rules = for_file(this.book, name)
    if not rules:
        return
    read_as = choosing.format_of(name, this.book)
    if not read_as:
        this.remarks.append(_not_checked(name, KINDS))
        return
    try:
        text = scoped.file_text(path)
    except OSError as error:
        reason = f"it cannot be opened ({error.strerror or error})."
        this.remarks.append(_not_checked(name, (reason, "Give the name of a file that is there.")))
        return
    if "\0" in text:
        this.remarks.append(_not_checked(name, NO_TEXT))
        return
    this.files += 1
    read = scoped.read(text, _settings(this, name, read_as))
    state = State(counts=read.counts)
    state.kept["counts"] = read.selected
    alerts = run_rules(read.units, this.book, rules, state=state, place=read.place)
    this.remarks += state.faults
    for alert in alerts:
        if not read.silenced(alert.unit, alert.rule.id, alert.start, alert.end):
            this.found.append(_found(name, alert, read))


def _found(name: str, alert: Alert, read: Scoped) -> Found:
    unit = read.units[alert.unit]
    if alert.end == 0 and unit.scope.startswith("summary"):
        begin = end = (1, 1)
    else:
        begin = end = read.place(alert.unit, alert.start)
    if alert.end > alert.start:
        line, column = read.place(alert.unit, alert.end - 1)
        end = (line, column + 1)
    rule, words = alert.rule, unit.text[alert.start : alert.end]
    return Found(name, *begin, rule.id, rule.level, alert.message, words, alert.instead, rule.link, end)


def _settings(this: _Run, name: str, read_as: str) -> Settings:
    core = this.book.settings
    wanted = [scope for rule in this.book.rules for scope in rule.scopes]
    said = partial(choosing.settings_for, name, this.book)
    delimiters = said("CommentDelimiters")
    ignored = core.get("IgnoredScopes", ())
    return Settings(
        name=name,
        format=read_as,
        skipped_scopes=core.get("SkippedScopes", ()),
        ignored_scopes=ignored,
        ignored_classes=core.get("IgnoredClasses", ()),
        block_ignores=tuple(_patterns(this, said("BlockIgnores"))),
        token_ignores=tuple(_patterns(this, said("TokenIgnores"))),
        comment_delimiters=(delimiters[0], delimiters[1]) if len(delimiters) == 2 else ("", ""),
        styles=choosing.styles_for(name, this.book),
        wanted=frozenset(scopes.bases(wanted)),
        selections=tuple(_selections(this, wanted)),
        sentences=lambda text: [sentence for _, sentence in split(text)],
        front_matter_ignored=lambda scope: bool(ignored) and scopes.matches(ignored, scope),
    )


def _selections(this: _Run, wanted: Sequence[str]) -> Iterator[Selection]:
    """The selectors that can be used; each that cannot is named, with its rules."""
    for name, selector in scopes.selectors(wanted).items():
        reason = scoped.fault_of(selector)
        if not reason:
            yield Selection(name, selector)
            continue
        for rule in this.book.rules:
            if name in scopes.selectors(rule.scopes):
                what = f"The rule {rule.id} cannot run: its scope holds a selector of which {reason}"
                this.remarks.append(
                    Remark(
                        "Styles.Refused", Level.WARNING, what, Place(rule.file), do="Write the selector in another way."
                    )
                )


def _patterns(this: _Run, patterns: Sequence[str]) -> Iterator[object]:
    for pattern in patterns:
        try:
            yield dialect.compile(pattern)
        except Unfit as error:
            this.remarks.append(
                Remark(
                    "Styles.Setting",
                    Level.WARNING,
                    f"What .vale.ini ignores cannot be used: {error}",
                    why="What it would leave out is looked at.",
                    do="Correct the pattern in TokenIgnores or BlockIgnores.",
                )
            )


def _not_checked(name: str, why: tuple[str, str]) -> Remark:
    reason, do = why
    what = f"{name} was not checked: {reason}"
    return Remark("Styles.NotChecked", Level.WARNING, what, Place(name), why="Its words were not looked at.", do=do)
