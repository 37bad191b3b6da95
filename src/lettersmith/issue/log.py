"""What was made from what: one small JSON file an entry, each naming the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lettersmith.issue.disk import put
from lettersmith.model.manuscript import Manuscript, block_text

VERSION = 1


class MadeFile(NamedTuple):
    """One file of a document, as it was written."""

    name: str
    format: str
    sha256: str
    words: str
    """Digest of its words as they were read back from it."""


class Entry(NamedTuple):
    """One document that was made."""

    document: str
    item: str
    """Addressee or concern id; empty where there is only one."""
    template: str
    template_hash: str
    audience: str
    stage: str
    at: str
    """Date and time, as `2017-05-09T09:40:00`."""
    files: tuple[MadeFile, ...]
    facts: Mapping[str, str]
    """File of the facts to the SHA-256 it had."""
    words: tuple[tuple[str, tuple[tuple[int, str, int, str], ...]], ...] = ()
    """Block by block: its words, and for each span its length, file, line and JSON path."""
    remarks: Mapping[str, int] = {}
    """Level to how many remarks there were."""
    number: int = 0
    previous: str = ""
    version: int = VERSION


def words_with_places(manuscript: Manuscript) -> tuple[tuple[str, tuple[tuple[int, str, int, str], ...]], ...]:
    """The words of a manuscript, block by block, each span with its length and where it came from."""
    return tuple(
        (
            block_text(block),
            tuple(
                (len(span.text), span.origin.file, span.origin.line, span.origin.path)
                for spans in block.texts()
                for span in spans
            ),
        )
        for block in manuscript.blocks
    )


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class Log:
    """The `log/` of one inspection: read whole, appended to one entry at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "log"
        self.known: list[Entry] | None = None
        """The entries, once they are read."""

    def paths(self) -> list[Path]:
        """The entries' files, oldest first."""
        return sorted(self.folder.glob("[0-9]*.json"))

    def entries(self) -> list[Entry]:
        """All entries that can be read, oldest first."""
        if self.known is None:
            self.known = [entry for path in self.paths() if (entry := read_file(path))]
        return self.known

    def broken(self) -> list[str]:
        """Names of entries that were changed, lost or cannot be read."""
        bad, before = [], ""
        for path in self.paths():
            data = path.read_bytes()
            try:
                if json.loads(data).get("previous") != before:
                    bad.append(path.name)
            except ValueError:
                bad.append(path.name)
            before = digest(data)
        return bad

    def last(self, document: str, item: str = "", stage: str = "") -> Entry | None:
        """The newest entry of one document."""
        for entry in reversed(self.entries()):
            if entry.document == document and entry.item == item and stage in ("", entry.stage):
                return entry
        return None

    def pinned(self, document: str) -> str:
        """The template version that this inspection keeps to for a document: that of its first entry; else empty."""
        for entry in self.entries():
            if entry.document == document:
                return entry.template.rpartition("@")[2]
        return ""

    def wrote(self, name: str) -> MadeFile | None:
        """What was last written under a name."""
        files = (file for entry in reversed(self.entries()) for file in entry.files)
        return next((file for file in files if file.name == name), None)

    def add(self, entry: Entry) -> Entry:
        """Append one entry. Raises Unreadable if it cannot be written."""
        known, before = self.entries(), self.paths()
        number = int(before[-1].name.split("-")[0]) + 1 if before else 1
        fields = entry._asdict() | {"files": [file._asdict() for file in entry.files], "number": number}
        fields["previous"] = digest(before[-1].read_bytes()) if before else ""
        item = f"-{entry.item}" if entry.item else ""
        text = json.dumps(fields, ensure_ascii=False, indent=1)
        put(self.folder / f"{number:05}-{entry.document}{item}.json", text.encode("utf-8"))
        added = read_entry(fields)
        known.append(added)
        return added


def read_file(path: Path) -> Entry | None:
    """One entry from its file; None if it cannot be read (`Log.broken` names it)."""
    try:
        return read_entry(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_entry(fields: Mapping[str, Any]) -> Entry:
    """One entry from its JSON."""
    files = tuple(MadeFile(**file) for file in fields["files"])
    words = tuple((text, tuple(tuple(place) for place in places)) for text, places in fields.get("words", ()))
    return Entry(**{**fields, "files": files, "words": words})
