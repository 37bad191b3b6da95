"""The checks on a file that anybody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lettersmith.errors import Unreadable
from lettersmith.issue.log import Log
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.workspace import is_folder

READABLE = (".docx", ".md", ".html", ".htm", ".txt", ".eml")


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and every file in the folders named that can be read; Word's lock files are passed over.

    A folder without any is given as it is, for `review` to refuse.
    """
    for path in paths:
        if is_folder(path):
            found = sorted(inner for inner in path.rglob("*") if inner.suffix.lower() in READABLE and inner.is_file())
            yield from [inner for inner in found if not inner.name.startswith("~$")] or [path]
        else:
            yield path


def review(path: Path, audience: str | None) -> tuple[tuple[Remark, ...], str]:
    """What the checks say of one file, and for whom it was read.

    Raises Unreadable for a file that is not there or of another kind.
    """
    from lettersmith import checks
    from lettersmith.data import read_areas
    from lettersmith.reading import read

    if is_folder(path):
        what = f"“{path}” is a folder without any file that can be checked."
        do = f"Put the files into it, or name them. They end in {', '.join(READABLE)}."
        raise Unreadable(Remark("File.Folder", Level.ERROR, what, Place(str(path)), do=do))
    manuscript = read(path)
    reader, why = audience_of(path, audience)
    manuscript = replace(manuscript, audience=reader)
    remarks = checks.run(Subject(manuscript, areas=read_areas()))
    named = (replace(r, place=replace(r.place, document=r.place.document or path.name)) for r in remarks)
    return tuple(named), why


def audience_of(path: Path, asked: str | None) -> tuple[str, str]:
    """Who reads a file: as asked, as the template that made it says, else professionals."""
    if asked:
        return asked, f"read for {asked}."
    log = Log(path.resolve().parent.parent)
    for entry in reversed(log.entries()):
        if any(file.name == path.name for file in entry.files) and entry.audience:
            return entry.audience, f"made by this program for {entry.audience}."
    return "professionals", "read for professionals; say --audience if others will read it."
