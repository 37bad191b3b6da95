"""The whole route, for some or all documents of one inspection: one refused document stops only itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from lettersmith.errors import LettersmithError, Unreadable
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark, errors
from lettersmith.model.template import Template
from lettersmith.route.case import Case, Item, items, open_case
from lettersmith.route.making import Made, make, older_copies
from lettersmith.route.preparing import Prepared, prepare


@dataclass(slots=True)
class Run:
    """What became of every document that was asked for."""

    made: list[Made] = field(default_factory=list)
    refused: list[Made] = field(default_factory=list)
    failed: list[LettersmithError] = field(default_factory=list)
    """Templates and lists that could not be used, disks that were full."""
    left_out: dict[str, str] = field(default_factory=dict)
    """Kind to why there is nothing to make."""
    over: list[Prepared] = field(default_factory=list)
    """Documents that were made in time, and are left out as their time is over."""
    others: tuple[Remark, ...] = ()
    """Faults of facts that none of the documents uses."""
    unused: tuple[Remark, ...] = ()
    """Findings, decisions, addressees and evidence that no document used."""
    stopped: tuple[Remark, ...] = ()
    """What stands against every document, whatever it uses: nothing is written, and each is checked all the same."""


def make_all(
    case: Case,
    kinds: Sequence[str],
    out: Path,
    today: date,
    now: datetime,
    *,
    formats: Sequence[str] = (),
    version: str = "",
    stage: str = "final",
    whole: bool = False,
    progress: Callable[[str], None] = lambda text: None,
) -> Run:
    """Make every kind named, each for all its items, what is attached before what it is attached to.

    Where the evidence is that of another inspection, or the list of accepted remarks is wrong, none is written, not
    even a draft; all are checked, so that the run tells everything.
    """
    unread = unread_acceptances(case)
    run = Run(stopped=(*copied_evidence(case), *(remark for error in unread for remark in error.remarks)))
    run.failed += unread
    for template in in_order(case, kinds, version, run):
        if formats and template.kind in kinds and not set(formats) & set(template.formats):
            not_in_format(template, formats, run, whole)
            continue
        for item in things_for(case, template, run):
            progress(f"{template.title} {item.name}")
            try:
                one(case, template, item, out, today, now, formats, stage, run, whole)
            except LettersmithError as error:
                run.failed.append(error)
    run.others = never_needed(run)
    if whole and not run.refused and not run.failed:
        run.unused = unused_facts(case, run)
    return run


def one(
    case: Case,
    template: Template,
    item: Item,
    out: Path,
    today: date,
    now: datetime,
    formats: Sequence[str],
    stage: str,
    run: Run,
    whole: bool = False,
) -> None:
    """Make one document; its result goes into the run."""
    wanted = [format for format in formats if format in template.formats] or template.formats
    prepared = prepare(case, template, item, today, stage, formats=wanted)
    if whole and left_out(case, prepared, run):
        return
    if run.stopped:
        run.refused.append(Made(prepared, older=older_copies(case, prepared, out)))
        return
    attached = [made for made in run.made if made.prepared.template.kind in template.attachments]
    there = {made.prepared.template.kind for made in attached}
    missing = [kind for kind in template.attachments if kind not in there]
    if missing:
        lacking = (not_attached(template, kind) for kind in missing)
        prepared = prepared._replace(remarks=(*prepared.remarks, *lacking))
    made = make(case, prepared, out, now, wanted, [best_copy(made) for made in attached])
    (run.made if made.files else run.refused).append(made)


def left_out(case: Case, prepared: Prepared, run: Run) -> bool:
    """Whether a document is left out where the whole set is made: it was made in time, and its time is over."""
    kind, name = prepared.template.kind, prepared.item.name
    sent = case.log.last(kind, name, "final")
    if sent is None or not is_over(prepared):
        return False
    run.over.append(prepared)
    run.left_out[f"{kind} for {name}" if name else kind] = f"its time is over. It was made on {sent.at[:10]}."
    return True


def is_over(prepared: Prepared) -> bool:
    """Whether all that stands against a document is that its time is over."""
    stands = {remark.rule for remark in errors(prepared.remarks)}
    return bool(stands) and stands <= {"Dates.Passed", "Dates.TooLate"}


def in_order(case: Case, kinds: Sequence[str], version: str, run: Run) -> list[Template]:
    """The templates of the kinds and of what is attached to them, attachments first; failures go into the run."""
    ordered: dict[str, Template] = {}

    def add(kind: str, version: str) -> None:
        if kind in ordered:
            return
        try:
            template = case.template(kind, version)
        except LettersmithError as error:
            run.failed.append(error)
            return
        for attachment in template.attachments:
            add(attachment, "")
        ordered.setdefault(kind, template)

    for kind in kinds:
        add(kind, version)
    return list(ordered.values())


def things_for(case: Case, template: Template, run: Run) -> tuple[Item, ...]:
    """What a document is made for; a list that is empty leaves the document out, and the run says so."""
    found = items(case, template)
    if not found:
        run.left_out[template.kind] = f"there is nothing in `{template.for_each}`."
    return found


def not_in_format(template: Template, formats: Sequence[str], run: Run, whole: bool) -> None:
    """A document that is not made in any of the formats asked for: left out of all of them, an error by itself."""
    what = f"{template.title} is not made as {' or '.join(formats)}."
    do = f"Choose from: {', '.join(template.formats)}."
    if whole:
        run.left_out[template.kind] = f"it is made as {', '.join(template.formats)} only."
    else:
        run.failed.append(Unreadable(Remark("Template.NotThere", Level.ERROR, what, do=do)))


def best_copy(made: Made) -> Path:
    """The file to attach: the PDF of a document where there is one, else its first file."""
    paths = [shelved.path for shelved in made.files]
    return next((path for path in paths if path.suffix == ".pdf" and "large-print" not in path.name), paths[0])


def not_attached(template: Template, kind: str) -> Remark:
    """An email whose attachment was not made."""
    what = f"{template.title} needs the attachment {kind}, which was not made."
    return Remark("Email.Attachment", Level.ERROR, what, Place(document=template.kind), do=f"Mend {kind} first.")


def never_needed(run: Run) -> tuple[Remark, ...]:
    """Faults that no document of the run uses."""
    documents = [made.prepared for made in (*run.made, *run.refused)]
    needed = {(remark.rule, remark.place.file, remark.place.path) for doc in documents for remark in doc.remarks}
    others = {remark: None for doc in documents for remark in doc.others}
    return tuple(r for r in others if (r.rule, r.place.file, r.place.path) not in needed)


def copied_evidence(case: Case) -> tuple[Remark, ...]:
    """Evidence whose text stands in a sibling inspection too: a folder that was copied and not emptied."""
    from lettersmith.intake import same_texts

    return same_texts([case.inspection, *case.neighbours]) if case.neighbours else ()


def unread_acceptances(case: Case) -> list[Unreadable]:
    """Why the list of accepted remarks cannot be read, if so; the documents are then checked as if there were none."""
    try:
        case.accepted()
    except Unreadable as error:
        case.kept["accepted"] = ()
        return [error]
    return []


def unused_facts(case: Case, run: Run) -> tuple[Remark, ...]:
    """Findings, decisions and addressees that no document used, and evidence that no finding cites."""
    from lettersmith.checks.unused import unused

    used: dict[str, frozenset[str]] = {}
    for prepared in (*(made.prepared for made in run.made), *run.over):
        kind = prepared.template.kind
        used[kind] = used.get(kind, frozenset()) | prepared.used
    return tuple(unused(case.inspection, used))


__all__ = ["Run", "make_all", "open_case"]
