"""The folder of an inspection to an Inspection: every file read, every problem told, in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

from lettersmith.errors import Unreadable
from lettersmith.intake.absences import settle
from lettersmith.intake.area import check_area
from lettersmith.intake.dates import check_dates
from lettersmith.intake.evidence import check_evidence
from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.judgements import JUDGEMENTS_FILE, check_cited, check_equal_ids, check_ids, check_judgements
from lettersmith.intake.parse import BROKEN, parse
from lettersmith.intake.references import (
    INSPECTION_FILE,
    bodies_of,
    people_of,
    resolve_bodies,
    resolve_people,
    resolve_record,
)
from lettersmith.intake.shape import nearest, shape_errors, tell
from lettersmith.intake.show import shortened, shown
from lettersmith.intake.signatories import check_signatories
from lettersmith.intake.texts import TextFiles, read_file
from lettersmith.model.facts import Sourced
from lettersmith.model.framework import Framework
from lettersmith.model.inspection import Inspection
from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark

EVIDENCE_FILE = "evidence.json"
EVIDENCE_FOLDER = "evidence"
KNOWN_FILES = [INSPECTION_FILE, JUDGEMENTS_FILE, EVIDENCE_FILE]


def read_inspection(folder: FilePath, framework: Callable[[str], Framework]) -> Inspection:
    """The inspection in a folder, with everything that is wrong with its facts among its `problems`.

    `framework` gives a framework by its id, and raises KeyError if there is none.
    Raises Unreadable only if the folder is no inspection at all.
    """
    _need_inspection(folder)
    faults = Faults()
    texts = TextFiles(folder, faults)
    facts: dict[str, Any] = {}
    for root, file in (("inspection", INSPECTION_FILE), ("judgements", JUDGEMENTS_FILE)):
        tree = _read_tree(root, file, texts, faults) if (folder / file).exists() else BROKEN
        if isinstance(tree, dict):
            facts[root] = tree
    evidence, unread = _read_evidence(folder, texts, faults)
    if evidence is not None:
        facts["evidence"] = evidence
    texts.finish()
    _blame_near_names(folder, faults)
    known = _framework_of(facts.get("inspection"), framework, faults)
    _check(facts, known, unread, faults)
    _resolve(facts, known, faults)
    sources = {name: file.text for name, file in texts.files.items()}
    return Inspection(folder, known.id if known else "", facts, texts.files, faults.remarks(sources))


def _need_inspection(folder: FilePath) -> None:
    what = ""
    if not _exists(folder):
        what = f"There is no folder {shown(str(folder))}."
    elif not folder.is_dir():
        what = f"{shown(str(folder))} is a file, not the folder of an inspection."
    elif not (folder / INSPECTION_FILE).exists():
        what = f"The folder {shown(str(folder))} is no inspection: it has no {INSPECTION_FILE}."
    if what:
        why = f"The facts of an inspection stand in a folder of its own, in {INSPECTION_FILE} and other files."
        do = "Give the name of that folder, or go there first. `lettersmith new` makes a new one."
        raise Unreadable(Remark("Facts.NotAnInspection", Level.ERROR, what, Place(str(folder)), why, do))


def _exists(folder: FilePath) -> bool:
    try:
        return folder.exists()
    except OSError:  # a name too long for the disk
        return False


def _read_tree(root: str, file: str, texts: TextFiles, faults: Faults) -> Any:
    """The values of one file, in their shape, absences and long texts in place; BROKEN if it cannot be read."""
    text = read_file(texts.folder, file, faults, texts.files)
    tree = parse(text, file, faults) if text is not None else BROKEN
    if tree is BROKEN:
        return BROKEN
    alone = root == "evidence" and isinstance(tree, dict)
    errors = shape_errors(root, [tree] if alone else tree)
    tree = settle(tree, file, faults, texts.load)
    tell(errors, root, tree, file, faults, alone)
    return tree


def _read_evidence(folder: FilePath, texts: TextFiles, faults: Faults) -> tuple[list[Sourced] | None, str | None]:
    """All evidence records with their places, and the text of the evidence files that are broken.

    The records are None if no file could be read; the text is None if nobody can say which ids there are.
    """
    names = [EVIDENCE_FILE] if (folder / EVIDENCE_FILE).exists() else []
    if (folder / EVIDENCE_FOLDER).is_dir():
        names += sorted(f"{EVIDENCE_FOLDER}/{path.name}" for path in (folder / EVIDENCE_FOLDER).glob("*.json"))
    records: list[Sourced] = []
    broken: list[str] = []
    for name in names:
        tree = _read_tree("evidence", name, texts, faults)
        if isinstance(tree, list):
            records += [Sourced(record, Origin(name, 0, f"$[{index}]")) for index, record in enumerate(tree)]
        elif isinstance(tree, dict):
            records.append(Sourced(tree, Origin(name, 0, "$")))
        else:
            broken.append(name)
    readable = all(name in texts.files and texts.files[name].text for name in broken)
    unread = "\n".join(texts.files[name].text for name in broken) if names and readable else None
    return (records if len(broken) < len(names) else None), unread


def _blame_near_names(folder: FilePath, faults: Faults) -> None:
    """A warning for each file that is not read because its name is nearly, but not quite, that of the facts."""
    for path in sorted(folder.glob("*.json")):
        near = "" if path.name in KNOWN_FILES else nearest(path.name, KNOWN_FILES)
        if near and not (folder / near).exists():
            what = f"{shortened(path.name)} is not read."
            do = f'Should its name be "{near}"? Rename it.'
            why = f"The facts stand in {INSPECTION_FILE}, {JUDGEMENTS_FILE} and {EVIDENCE_FILE}."
            faults.add(Fault("UnknownFile", path.name, (), what, why, do, level=Level.WARNING))


def _framework_of(inspection: Any, framework: Callable[[str], Framework], faults: Faults) -> Framework | None:
    id = inspection.get("framework") if isinstance(inspection, dict) else None
    if not isinstance(id, str) or faults.blamed(INSPECTION_FILE, ("framework",)):
        return None
    try:
        return framework(id)
    except KeyError:
        what = f"The framework is {shown(id)}, and there is none of that name."
        do = "Correct it. `lettersmith templates list` names those there are."
        why = "The framework says which documents there are, to whom they go, and when."
        faults.add(Fault("NoSuchReference", INSPECTION_FILE, ("framework",), what, why, do, id))
        return None


def _check(facts: dict[str, Any], framework: Framework | None, unread: str | None, faults: Faults) -> None:
    """What can only be told when all files are known: the order of dates, and ids across files."""
    inspection, judgements, evidence = facts.get("inspection"), facts.get("judgements"), facts.get("evidence")
    if inspection is not None:
        check_area(inspection, faults)
        check_dates(inspection, framework, faults)
        check_equal_ids(inspection, "concerns", INSPECTION_FILE, "concerns", faults)
        if framework is not None and framework.seats:
            roles = {seat.role: seat for seat in framework.seats}
            where = f"in the framework {framework.id}"
            check_ids(inspection, "people[].role", roles, "role", where, INSPECTION_FILE, faults)
    if judgements is not None and framework is not None:
        check_judgements(judgements, framework, faults)
    elif judgements is not None:
        check_equal_ids(judgements, "findings", JUDGEMENTS_FILE, "findings", faults)
    if evidence is not None:
        check_evidence(evidence, inspection, framework, faults)
    if judgements is not None and unread is not None:
        ids = [record.value.get("id") for record in evidence or () if isinstance(record.value, dict)]
        check_cited(judgements, dict.fromkeys(id for id in ids if isinstance(id, str)), unread, faults)


def _resolve(facts: dict[str, Any], framework: Framework | None, faults: Faults) -> None:
    """Put people, agencies and inspectorates in the place of their ids; see who signs for which."""
    inspection = facts.get("inspection")
    people = people_of(inspection, faults) if inspection is not None else {}
    if framework is not None:
        bodies = bodies_of(framework)
        for root, file in (("inspection", INSPECTION_FILE), ("judgements", JUDGEMENTS_FILE)):
            if root in facts:
                resolve_bodies(root, facts[root], file, bodies, faults)
        for record in facts.get("evidence", ()):
            resolve_record(record, bodies, faults)
    if inspection is not None:
        resolve_people(inspection, people, faults)
        if framework is not None:
            check_signatories(inspection, framework, faults)
