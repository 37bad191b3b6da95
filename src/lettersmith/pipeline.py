"""The whole route of a letter: facts and template to manuscript, remarks, clearance and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from lettersmith.case import Case, Item, items, locate, roots_for
from lettersmith.errors import LettersmithError, NotCleared
from lettersmith.issue.clearance import Clearance, clear, clear_draft
from lettersmith.issue.disk import sweep
from lettersmith.issue.log import Entry, MadeFile, digest, words_with_places
from lettersmith.issue.names import file_name
from lettersmith.issue.shelf import Shelved, shelve, words_digest
from lettersmith.model.facts import Root
from lettersmith.model.layout import Layout
from lettersmith.model.manuscript import Envelope, Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark, errors
from lettersmith.model.subject import Subject
from lettersmith.model.template import Template

LARGE_PRINT = "large-print"


@dataclass(frozen=True, slots=True)
class Prepared:
    """One document, merged, laid out and checked; nothing is written yet."""

    template: Template
    item: Item
    manuscript: Manuscript | None
    """None when the template itself was refused."""
    remarks: tuple[Remark, ...]
    """Everything said of this document, and the faults of the facts that it uses."""
    others: tuple[Remark, ...] = ()
    """Faults of facts that it does not use."""
    layout: Layout | None = None
    used: frozenset[str] = frozenset()

    @property
    def fit(self) -> bool:
        """Whether nothing stands against sending it."""
        return self.manuscript is not None and not errors(self.remarks)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one document: its files, or the reason that there are none."""

    prepared: Prepared
    files: tuple[Shelved, ...] = ()
    older: tuple[Path, ...] = ()
    """Files of an earlier making that stand in the folder although this one was refused."""
    formats: tuple[str, ...] = field(default=())


def prepare(case: Case, kind: str, today: date, *, stage: str = "final", version: str = "") -> tuple[Prepared, ...]:
    """Merge, lay out and check one kind of document: one for each item that it is made for.

    Raises Unreadable if there is no such kind or version, TemplateRefused if the template cannot be used.
    """
    template = case.template(kind, version)
    return tuple(prepare_item(case, template, item, today, stage) for item in items(case, template))


def prepare_item(case: Case, template: Template, item: Item, today: date, stage: str) -> Prepared:
    """One document for one item."""
    from lettersmith import checks, merge
    from lettersmith.intake import relevant

    compiled = compiled_once(template)
    roots = roots_for(case, template, item, today, stage)
    merged = merge.merge(compiled, roots, name=item.name, stage=stage)
    manuscript = with_envelope(merged.manuscript, template, roots)
    layout, unprintable = lay_out(manuscript, template)
    subject = Subject(
        manuscript=manuscript,
        template=template,
        framework=case.framework,
        inspection=case.inspection,
        layout=layout,
        areas=areas(),
        calendar=case.calendar,
        timetable={step.step.id: (step.first, step.last) for step in case.steps if step.first and step.last},
        today=today,
    )
    fields = [use.path for use in compiled.fields] + list(template.needs_fields)
    needed, others = relevant(case.inspection.problems, fields)
    remarks = (*needed, *merged.remarks, *missing_needs(template, roots), *unprintable, *checks.run(subject))
    placed = tuple(with_line(case, remark, template.kind) for remark in remarks)
    return Prepared(template, item, manuscript, placed, tuple(others), layout, merged.used)


@lru_cache(maxsize=64)
def compiled_once(template: Template) -> Any:
    """A template's compiled form: made once, used for every letter."""
    from lettersmith import merge

    return merge.compile_template(template)


@lru_cache(maxsize=1)
def areas() -> Any:
    """Every council and district of England."""
    from lettersmith.data import read_areas

    return read_areas()


def with_envelope(manuscript: Manuscript, template: Template, roots: dict[str, Root]) -> Manuscript:
    """The manuscript with the address and subject that an email needs."""
    if not template.email:
        return manuscript

    def said(path: str) -> str:
        found = locate(roots, path)
        return found.value if found is not None and isinstance(found.value, str) else ""

    envelope = Envelope(
        to_name=said("addressee.name"),
        to_address=said("addressee.email"),
        from_name=said("sender.name"),
        from_address=said("sender.email"),
        subject=manuscript.title,
        attachments=template.attachments,
    )
    return replace(manuscript, envelope=envelope)


def missing_needs(template: Template, roots: dict[str, Root]) -> list[Remark]:
    """A remark for every field that `needs.fields` names and the facts lack."""
    remarks = []
    for path in template.needs_fields:
        found = locate(roots, path)
        if found is None or found.value in ("", None):
            what = f"{template.title} needs {path}, which is not there."
            remarks.append(Remark("Gaps.Missing", Level.ERROR, what, Place(path=path), do="Add it to the facts."))
    return remarks


def lay_out(manuscript: Manuscript, template: Template) -> tuple[Layout | None, tuple[Remark, ...]]:
    """The pages of a document that has any, and what cannot be printed."""
    if "pdf" not in template.formats and not template.limits.pages.cap:
        return None, ()
    from lettersmith.writing.pdf import lay_out as on_pages

    limits = template.limits
    try:
        _, layout = on_pages(manuscript, template.letterhead.look, measure=bool(limits.pages.cap or limits.pages.warn))
        if template.large_print:
            _, large = on_pages(manuscript, template.letterhead.look.large_print())
            layout = replace(layout, large_print_pages=large.pages)
    except NotCleared as refused:
        return None, refused.remarks
    return layout, ()


def with_line(case: Case, remark: Remark, document: str) -> Remark:
    """The remark with the line of the facts that it is about, and the document that it is said of."""
    place = remark.place
    file = case.inspection.files.get(place.file)
    if file is not None and place.path and not place.line:
        from lettersmith.intake.positions import line_of

        place = replace(place, line=line_of(file.text, place.path))
    return replace(remark, place=replace(place, document=place.document or document))


def make(
    case: Case, prepared: Prepared, folder: Path, now: datetime, formats: Sequence[str], attached: Sequence[Made] = ()
) -> Made:
    """Clear one document, write it in its formats, prove each by reading it back, and note it in the log.

    A document that is not cleared gives a Made without files, unless it is a draft. Raises Unreadable if the disk
    refuses.
    """
    manuscript = prepared.manuscript
    assert manuscript is not None
    try:
        cleared = (
            clear(manuscript, prepared.remarks)
            if manuscript.stage == "final"
            else clear_draft(manuscript, prepared.remarks)
        )
        ready = written(cleared, prepared, formats, attached, folder)
    except NotCleared as refused:
        extra = tuple(remark for remark in refused.remarks if remark not in prepared.remarks)
        refused_document = replace(prepared, remarks=(*prepared.remarks, *extra))
        return Made(refused_document, older=older_copies(case, prepared, folder), formats=tuple(formats))
    sweep(folder)
    files, noted = [], []
    for name, format, data, words_of in ready:
        shelved = shelve(folder, name, format, data, case.log, words_of)
        files.append(shelved)
        noted.append(MadeFile(shelved.path.name, format, digest(data), words_digest(words_of, format, data)))
    counts = {level.value: sum(remark.level is level for remark in prepared.remarks) for level in Level}
    case.log.add(
        Entry(
            document=prepared.template.kind,
            item=prepared.item.name,
            template=prepared.template.id,
            template_hash=prepared.template.hash,
            stage=manuscript.stage,
            at=now.replace(microsecond=0).isoformat(),
            files=tuple(noted),
            facts={name: file.digest for name, file in case.inspection.files.items()},
            words=words_with_places(cleared.manuscript),
            remarks=counts,
        )
    )
    return Made(prepared, tuple(files), formats=tuple(formats))


Ready = tuple[str, str, bytes, Callable[[str, bytes], Sequence[str]]]


def written(
    cleared: Clearance, prepared: Prepared, formats: Sequence[str], attached: Sequence[Made], folder: Path
) -> list[Ready]:
    """Every file of a cleared document in memory, each proved to hold the manuscript's words.

    Raises NotCleared, naming the format and the first words that differ, if one does not.
    """
    from lettersmith.reading.words import difference
    from lettersmith.reading.words import words_of as read_words
    from lettersmith.writing import files_of

    ready: list[Ready] = []
    look = prepared.template.letterhead.look
    for format in formats:
        for variant, data, extension in files_of(
            format, cleared.manuscript, look, prepared.template.large_print, attachments(attached)
        ):
            lost = difference(cleared.manuscript, format, data) if variant != "copy" else ""
            if lost:
                raise NotCleared(not_conserved(prepared.template.kind, format, lost))
            name = name_of(prepared, cleared.manuscript, extension, variant)
            ready.append((name, "html" if variant == "copy" else format, data, read_words))
    return ready


def attachments(attached: Sequence[Made]) -> list[Path]:
    """The files to attach to an email: the PDF of each document where there is one, else its first file."""
    chosen = []
    for made in attached:
        files = [shelved.path for shelved in made.files]
        chosen += [next((path for path in files if path.suffix == ".pdf"), files[0])] if files else []
    return chosen


def name_of(prepared: Prepared, manuscript: Manuscript, extension: str, variant: str) -> str:
    """The name of one file of a document."""
    return file_name(
        area_of(manuscript, prepared),
        prepared.template.kind,
        prepared.item.name,
        manuscript.stage,
        manuscript.marking,
        extension,
        variant,
    )


def area_of(manuscript: Manuscript, prepared: Prepared) -> str:
    """The area's name for a file's name."""
    return ""


def not_conserved(kind: str, format: str, lost: str) -> Remark:
    """A file that does not hold the words of the manuscript."""
    what = f"The {format.upper()} file does not hold the same words as the document: {lost}"
    return Remark(
        "Conservation.Lost", Level.ERROR, what, Place(document=kind), do="Nothing was written. Report this to us."
    )


def older_copies(case: Case, prepared: Prepared, folder: Path) -> tuple[Path, ...]:
    """Files of an earlier making of the same document that still stand in the folder."""
    entry = case.log.last(prepared.template.kind, prepared.item.name)
    return tuple(path for file in entry.files if (path := folder / file.name).exists()) if entry else ()


__all__ = ["LettersmithError", "Made", "Prepared", "make", "prepare"]
