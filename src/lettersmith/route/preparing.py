"""One document merged, laid out and checked: everything that is known before it may be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from lettersmith.errors import NotCleared
from lettersmith.issue.silencing import COMMENT, Silence, split
from lettersmith.model.facts import Root, Sourced
from lettersmith.model.layout import Layout
from lettersmith.model.manuscript import Envelope, Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark, errors
from lettersmith.model.subject import Subject
from lettersmith.model.template import Template
from lettersmith.route.case import Case, Item, items, locate, roots_for
from lettersmith.route.echoes import without_echoes
from lettersmith.route.proofreading import engine_for, known_words, refuse_unchecked

if TYPE_CHECKING:
    from lettersmith.merge.compiled import Compiled
    from lettersmith.model.review import Silenced

LARGE_PRINT = "large-print"


class Prepared(NamedTuple):
    """One document, merged, laid out and checked; nothing is written yet."""

    template: Template
    item: Item
    manuscript: Manuscript
    remarks: tuple[Remark, ...]
    """Everything said of this document, and the faults of the facts that it uses."""
    others: tuple[Remark, ...]
    """Faults of facts that it does not use."""
    layout: Layout | None
    pages: Mapping[str, bytes]
    """The PDF that was laid out to count its pages, by variant: empty for the normal one, `large-print`."""
    used: frozenset[str]
    """The facts that it prints or asks."""
    silenced: tuple[Silenced, ...]
    """Remarks that are not shown, and why."""

    @property
    def fit(self) -> bool:
        """Whether nothing stands against sending it."""
        return not errors(self.remarks)


def prepare(
    case: Case,
    template: Template,
    item: Item,
    today: date,
    stage: str = "final",
    *,
    pages: bool = True,
    formats: Sequence[str] = (),
) -> Prepared:
    """One document for one item; without `pages` it is neither laid out nor read for grammar: nothing is said of these.

    `formats` are those wanted, all of the template's if none are named: what cannot be printed stands in the way of a
    PDF only.

    Raises TemplateRefused if the template cannot be used, EngineMissing if it wants an engine that is not there.
    """
    from lettersmith import checks, merge
    from lettersmith.intake import relevant

    engine, unchecked = engine_for(template, stage) if pages else (None, ())
    compiled = compile_once(template)
    roots = roots_for(case, template, item, today, stage)
    merged = merge.merge(compiled, roots, name=item.name, stage=stage)
    manuscript = with_envelope(merged.manuscript, template, roots)
    layout, laid_out, unprintable = lay_out(manuscript, template) if pages else NOT_LAID_OUT
    if formats and "pdf" not in formats:
        unprintable = ()
    subject = Subject(
        manuscript=manuscript,
        template=template,
        framework=case.framework,
        inspection=case.inspection,
        layout=layout,
        areas=case.areas,
        calendar=case.calendar,
        timetable={step.step.id: (step.first, step.last) for step in case.steps if step.first and step.last},
        today=today,
        places=places_of_duties(template, roots),
        styles=case.styles(),
        grammar=engine,
        known=known_words(case.inspection, case.framework),
    )
    fields = [use.path for use in compiled.fields] + list(template.needs_fields)
    fields += people_of(case, template)
    needed, others = relevant(case.inspection.problems, fields, case.inspection.facts)
    gaps = (*not_released(template, stage), *merged.remarks, *missing_needs(template, roots), *unchecked)
    found = checks.run(subject)
    refuse_unchecked(template, stage, found)
    remarks = without_echoes((*needed, *gaps, *unprintable, *found), lambda field: ways(roots, field))
    placed = tuple(with_place(case, remark, template.kind) for remark in remarks)
    kept, silenced = split(placed, manuscript, silence(case, template, today))
    return Prepared(template, item, manuscript, kept, tuple(others), layout, laid_out, merged.used, silenced)


def people_of(case: Case, template: Template) -> list[str]:
    """The facts that say whom a document goes to and who sends it, whether or not its text names them."""
    lists = [path for path in (template.for_each, template.addressee, template.copies, template.sender) if path]
    seats = [seat for seat in case.framework.seats if seat.required and template.kind in seat.documents]
    return [*lists, *(["inspection.people.role"] if seats else [])]


def silence(case: Case, template: Template, today: date) -> Silence:
    """What keeps remarks from being shown: comments in the template, and what was accepted. No error is silenced."""
    texts = {template.file(name): text for name, text in template.texts.items() if COMMENT.search(text)}
    return Silence(today, frozenset(case.styles().styles), texts, case.accepted(), final=True)


def not_released(template: Template, stage: str) -> list[Remark]:
    """A warning for a final document whose template may still change: nobody could make it again as it was sent."""
    if template.sealed or stage != "final":
        return []
    what = f"The template {template.id} is not released, so this document cannot be made again as it is."
    do = f"Release it: `lettersmith templates release {template.framework}/{template.kind}@{template.version}`."
    place = Place(template.file("template.toml"))
    return [Remark("Template.NotReleased", Level.WARNING, what, place, do=do)]


COMPILED: dict[tuple[str, str, str, str], Compiled] = {}
"""Templates that were compiled in this run, by id, hash, and the letterhead that stands round them."""


def compile_once(template: Template) -> Compiled:
    """A template's compiled form: made once in a run, used for every letter."""
    from lettersmith.merge import compile_template

    letterhead = template.letterhead
    key = (template.id, template.hash, letterhead.header, letterhead.footer)
    if key not in COMPILED:
        COMPILED[key] = compile_template(template)
    return COMPILED[key]


def with_envelope(manuscript: Manuscript, template: Template, roots: dict[str, Root]) -> Manuscript:
    """The manuscript with the addresses and subject that an email needs."""
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


def places_of_duties(template: Template, roots: dict[str, Root]) -> dict[str, tuple[str, str, str]]:
    """Where each fact that a duty names really stands, and what it is, as far as one place can be told."""
    fields = {field for duty in template.duties for field in duty.fields}
    found = {field: locate(roots, field) for field in fields}
    return {field: (root.file, root.path, str(root.value)) for field, root in found.items() if root is not None}


def ways(roots: Mapping[str, Root], field: str) -> Iterator[str]:
    """Every dotted path that a field passes through: its own, and after each reference that of what is meant.

    `inspection.concerns[].to.name` is also `inspection.people[3].name`; a date of the timetable is that it counts from.
    """
    name, *keys = field.replace("[]", "").split(".")
    yield ".".join([name, *keys])
    yield from further(roots[name].value if name in roots else None, keys)


def further(value: Any, keys: Sequence[str]) -> Iterator[str]:
    """The paths that some keys of a value lead to by reference."""
    if isinstance(value, Sourced):
        origins = (value.origin, *value.origin.more)
        yield from (".".join([(one.file.removesuffix(".json") + one.path.removeprefix("$")), *keys]) for one in origins)
        value = value.value
    if isinstance(value, list):
        for item in value:
            yield from further(item, keys)
    elif isinstance(value, Mapping) and keys and keys[0] in value:
        yield from further(value[keys[0]], keys[1:])


def missing_needs(template: Template, roots: dict[str, Root]) -> list[Remark]:
    """A remark for every field that `needs.fields` names and the facts lack."""
    remarks = []
    for path in template.needs_fields:
        found = locate(roots, path)
        if found is None or found.value in ("", None):
            what = f"{template.title} needs {path}, which is not there."
            remarks.append(Remark("Gaps.Missing", Level.ERROR, what, Place(path=path), do="Add it to the facts."))
    return remarks


LaidOut = tuple[Layout | None, dict[str, bytes], tuple[Remark, ...]]
"""The pages of a document, its PDF by variant, and what cannot be printed."""

NOT_LAID_OUT: LaidOut = (None, {}, ())


def lay_out(manuscript: Manuscript, template: Template) -> LaidOut:
    """The pages of a document that has any, and what cannot be printed on them."""
    limits = template.limits
    if "pdf" not in template.formats and not (limits.pages.cap or limits.pages.warn):
        return NOT_LAID_OUT
    from lettersmith.writing.pdf import lay_out as on_pages

    look, laid_out = template.letterhead.look, {}
    try:
        laid_out[""], layout = on_pages(manuscript, look, measure=bool(limits.pages.cap or limits.pages.warn))
        if template.large_print:
            laid_out[LARGE_PRINT], large = on_pages(manuscript, look.large_print())
            layout = layout._replace(large_print_pages=large.pages)
    except NotCleared as refused:
        return None, {}, refused.remarks
    return layout, laid_out, ()


def with_place(case: Case, remark: Remark, document: str) -> Remark:
    """The remark with the line of the facts that it is about, and the document that it is said of."""
    place = remark.place
    file = case.inspection.files.get(place.file)
    if file is not None and place.path and not place.line:
        from lettersmith.intake.positions import line_of

        place = place._replace(line=line_of(file.text, place.path))
    return remark._replace(place=place._replace(document=place.document or document))


__all__ = ["Prepared", "items", "prepare"]
