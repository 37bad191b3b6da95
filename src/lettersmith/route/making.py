"""A prepared document cleared, written, proved by reading it back, and noted in the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.errors import NotCleared
from lettersmith.issue.clearance import Clearance, clear, clear_draft
from lettersmith.issue.disk import sweep
from lettersmith.issue.log import Entry, MadeFile, digest, words_with_places
from lettersmith.issue.names import file_name
from lettersmith.issue.shelf import Shelved, shelve, words_digest
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.route.case import Case
from lettersmith.route.preparing import LARGE_PRINT, Prepared

if TYPE_CHECKING:
    from lettersmith.writing.eml import Attachment

COPY = "copy"


class Made(NamedTuple):
    """What became of one document: its files, or that it was refused and which older copies still stand."""

    prepared: Prepared
    files: tuple[Shelved, ...] = ()
    older: tuple[Path, ...] = ()


class Ready(NamedTuple):
    """One file of a cleared document, still in memory."""

    name: str
    format: str
    data: bytes


def make(
    case: Case,
    prepared: Prepared,
    folder: Path,
    now: datetime,
    formats: Sequence[str] = (),
    attached: Sequence[Path] = (),
) -> Made:
    """Write one document if it is cleared; a draft is written with its remarks at its end.

    A document that is not cleared gives a Made without files. Raises Unreadable if the disk refuses.
    """
    from lettersmith.reading.words import words_of

    try:
        cleared = clearance(prepared)
        ready = written(case, prepared, cleared, formats or prepared.template.formats, attached)
    except NotCleared as refused:
        new = tuple(remark for remark in refused.remarks if remark not in prepared.remarks)
        return Made(prepared._replace(remarks=(*prepared.remarks, *new)), older=older_copies(case, prepared, folder))
    sweep(folder)
    shelved = [shelve(folder, file.name, file.format, file.data, case.log, words_of) for file in ready]
    files = tuple(
        MadeFile(place.path.name, file.format, digest(file.data), words_digest(words_of, file.format, file.data))
        for place, file in zip(shelved, ready, strict=True)
    )
    case.log.add(entry(case, prepared, cleared, files, now))
    return Made(prepared, tuple(shelved))


def clearance(prepared: Prepared) -> Clearance:
    """Permission to write the document, as a draft if it is one. Raises NotCleared."""
    give: Callable[..., Clearance] = clear_draft if prepared.manuscript.stage == "draft" else clear
    return give(prepared.manuscript, prepared.remarks)


def written(
    case: Case, prepared: Prepared, cleared: Clearance, formats: Sequence[str], attached: Sequence[Path]
) -> list[Ready]:
    """Every file of a cleared document, each proved to hold the manuscript's words.

    Raises NotCleared, naming the format and the first words that differ, if one does not.
    """
    from lettersmith.reading.words import difference

    manuscript, ready = cleared.manuscript, []
    for variant, format, data in variants(prepared, cleared, formats, attached):
        lost = "" if variant == COPY else difference(manuscript, format, data)
        if lost:
            raise NotCleared(not_conserved(prepared, format, lost))
        name = file_name(
            area=case.inspection.area,
            kind=prepared.template.kind,
            item=prepared.item.name,
            stage=manuscript.stage,
            marking=manuscript.marking,
            extension="html" if variant == COPY else format,
            variant=variant,
        )
        ready.append(Ready(name, "html" if variant == COPY else format, data))
    return ready


def variants(
    prepared: Prepared, cleared: Clearance, formats: Sequence[str], attached: Sequence[Path]
) -> list[tuple[str, str, bytes]]:
    """Variant, format and bytes of each file: large print beside DOCX and PDF, a page to copy from beside an email."""
    from lettersmith.writing import FORMATS

    manuscript, look = cleared.manuscript, prepared.template.letterhead.look
    files: list[tuple[str, str, bytes]] = []
    for format in formats:
        if format == "eml":
            from lettersmith.writing import copy_page, eml

            files.append(("", format, eml.write(manuscript, [attachment(path) for path in attached])))
            files.append((COPY, format, copy_page.write(manuscript, [path.name for path in attached])))
            continue
        files.append(
            ("", format, as_laid_out(prepared, cleared, format, "") or FORMATS[format].write(manuscript, look))
        )
        if prepared.template.large_print and format in ("docx", "pdf"):
            large = as_laid_out(prepared, cleared, format, LARGE_PRINT)
            files.append((LARGE_PRINT, format, large or FORMATS[format].write(manuscript, look.large_print())))
    return files


def as_laid_out(prepared: Prepared, cleared: Clearance, format: str, variant: str) -> bytes:
    """The PDF that was laid out to count the pages, if it is of these very words; else nothing."""
    same = format == "pdf" and cleared.manuscript is prepared.manuscript
    return prepared.pages.get(variant, b"") if same else b""


def attachment(path: Path) -> Attachment:
    """A file that was made, as it goes with an email."""
    from lettersmith.writing import FORMATS, eml

    return eml.Attachment(path.name, FORMATS[path.suffix[1:]].media_type, path.read_bytes())


def entry(case: Case, prepared: Prepared, cleared: Clearance, files: tuple[MadeFile, ...], now: datetime) -> Entry:
    """What the log keeps of a document."""
    return Entry(
        document=prepared.template.kind,
        item=prepared.item.name,
        template=prepared.template.id,
        template_hash=prepared.template.hash,
        audience=prepared.template.audience,
        stage=cleared.manuscript.stage,
        at=now.replace(microsecond=0).isoformat(),
        files=files,
        facts={name: file.digest for name, file in case.inspection.files.items()},
        words=words_with_places(cleared.manuscript),
        remarks={level.value: sum(remark.level is level for remark in prepared.remarks) for level in Level},
    )


def not_conserved(prepared: Prepared, format: str, lost: str) -> Remark:
    """A file that does not hold the words of the manuscript."""
    what = f"The {format.upper()} file would not hold the same words as the document: {lost}"
    place = Place(document=prepared.template.kind)
    return Remark("Conservation.Lost", Level.ERROR, what, place, do="Nothing was written. Tell us: it is our fault.")


def older_copies(case: Case, prepared: Prepared, folder: Path) -> tuple[Path, ...]:
    """Files of an earlier making of the same document that still stand in the folder."""
    last = case.log.last(prepared.template.kind, prepared.item.name)
    return tuple(path for file in last.files if (path := folder / file.name).exists()) if last else ()
