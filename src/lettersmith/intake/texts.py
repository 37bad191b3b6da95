"""The text files that the facts name: found inside the inspection's folder, read once, and their faults told."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path as FilePath

from lettersmith.intake.decode import MOST_BYTES, decode
from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.longtext import read_long_text
from lettersmith.intake.paths import Path, written
from lettersmith.intake.show import shortened, shown
from lettersmith.model.facts import Absent, LongText
from lettersmith.model.inspection import FactsFile

_DRIVE = re.compile(r"[A-Za-z]:")


class TextFiles:
    """The files of one inspection as they are read; each text file is read once, however often it is named."""

    def __init__(self, folder: FilePath, faults: Faults) -> None:
        self.folder = folder
        self.faults = faults
        self.files: dict[str, FactsFile] = {}
        self._texts: dict[str, LongText | None] = {}
        self._users: dict[str, list[str]] = {}
        """Where each text file is named: a fault in it is a fault of those values."""
        self._wrong: list[Fault] = []

    def load(self, name: str, file: str, path: Path) -> LongText | Absent:
        """The text that a file of the facts names at a path; absent, with a fault, if it cannot be had."""
        absent = Absent("unknown", f"{shortened(name)} could not be read.")
        where = (*path, "file")
        if self.faults.blamed(file, where):
            return absent
        refusal = self._refusal(name)
        if refusal:
            self.faults.add(Fault("TextFile", file, where, *refusal, name))
            return absent
        self._users.setdefault(name, []).append(f"{file} {written(path)}")
        if name not in self._texts:
            self._texts[name] = self._text(name)
        return self._texts[name] or absent

    def finish(self) -> None:
        """Tell the faults inside the text files, now that it is known where each is named."""
        for fault in self._wrong:
            self.faults.add(fault._replace(place_path=", ".join(self._users[fault.file])))

    def _refusal(self, name: str) -> tuple[str, str, str] | None:
        """Why a name is no text file of this inspection: what, why, do."""
        shown_name = shown(name)
        if "\\" in name:
            return f"{shown_name} has a backslash.", "Folders in a name are parted by /.", "Write / instead of \\."
        parts = name.split("/")
        if name.startswith("/") or _DRIVE.match(name) or ".." in parts or ":" in name or _unprintable(name):
            why = "A text file stands in the inspection's folder, and its name begins there."
            return (
                f"{shown_name} is not a name inside this folder.",
                why,
                "Copy the file into the folder: texts/summary.md.",
            )
        if name.lower().endswith((".docx", ".doc")):
            why = "A Word file cannot be a long text yet: only Markdown files can."
            return f"{shown_name} is a Word file.", why, "Save its words as a plain text file whose name ends in .md."
        if not name.lower().endswith(".md"):
            return (
                f"{shown_name} is not a Markdown file.",
                "Its name must end in .md.",
                "Save it as a plain text file that does.",
            )
        path = self.folder / name
        if not _is_file(path):
            return (
                f"There is no file {shown_name}.",
                "The name begins at the inspection's folder.",
                "Correct the name, or add the file.",
            )
        if not path.resolve().is_relative_to(self.folder.resolve()):
            why = "It leads out of the inspection's folder, and only files inside it are read."
            return f"{shown_name} is a link to another folder.", why, "Copy the file itself into the folder."
        return None

    def _text(self, name: str) -> LongText | None:
        """The text of a file that may be read; None if it holds no text. Faults are kept for later."""
        found = Faults()
        text = read_file(self.folder, name, found, self.files, holds="the text")
        blocks, text_faults = read_long_text(text, name) if text is not None else ((), ())
        why = "A long text holds paragraphs, lists and **bold**. The template gives everything else."
        self._wrong += found.all
        self._wrong += [
            Fault(wrong.rule, name, (wrong.line,), wrong.what, why, wrong.do, wrong.text, line=wrong.line)
            for wrong in text_faults
        ]
        return LongText(blocks, name) if blocks else None


def _is_file(path: FilePath) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the disk
        return False


def _unprintable(name: str) -> bool:
    return any(not character.isprintable() for character in name)


def read_file(
    folder: FilePath, name: str, faults: Faults, files: dict[str, FactsFile], holds: str = "facts"
) -> str | None:
    """The text of one file of the inspection, noted among its files; None, with a fault, if it cannot be read."""
    try:
        with (folder / name).open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        what = f"{shortened(name)} cannot be opened: {(error.strerror or 'no reason is given').lower()}."
        why = "It may be open in another program, or its permissions forbid reading."
        faults.add(Fault("CannotRead", name, (), what, why, "Close it there, or ask for the right to read it."))
        return None
    text = decode(data, name, faults, holds=holds)
    files[name] = FactsFile(name, text if text is not None else "", hashlib.sha256(data).hexdigest())
    return text
