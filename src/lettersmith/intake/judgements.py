"""Findings and grades held against the framework: its scale, headings, types, timescales, criteria and evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.references import no_such
from lettersmith.intake.shape import nearest
from lettersmith.intake.show import listed, sentence, shown
from lettersmith.intake.walk import entries, find
from lettersmith.model.framework import Framework

JUDGEMENTS_FILE = "judgements.json"
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def check_judgements(tree: Any, framework: Framework, faults: Faults) -> None:
    """Add the faults of `judgements.json` that only the framework can tell."""
    _check_grades(tree, framework, faults)
    here = f"in the framework {framework.id}"
    for pattern, known, kind in (
        ("findings[].type", framework.finding_types, "type of finding"),
        ("practice_studies[].type", framework.finding_types, "type of finding"),
        ("findings[].judgement", framework.judgements, "judgement"),
        ("findings[].timescale", framework.timescales, "timescale"),
        ("findings[].criteria[]", framework.criteria, "criterion"),
    ):
        if known:
            check_ids(tree, pattern, known, kind, here, JUDGEMENTS_FILE, faults)
    for path, finding in entries(tree, "findings"):
        _check_finding(tree, path, finding, framework, faults)
    check_equal_ids(tree, "findings", JUDGEMENTS_FILE, "findings", faults)


def check_ids(
    tree: Any, pattern: str, known: Mapping[str, Any], kind: str, where: str, file: str, faults: Faults
) -> None:
    """Add a fault for each text at a pattern that is not among the known ids."""
    for found in find(tree, pattern):
        if isinstance(found.value, str) and found.value not in known and not faults.blamed(file, found.path):
            faults.add(no_such(found.path, found.value, kind, list(known), where, tree, file))


def check_equal_ids(tree: Any, key: str, file: str, kind: str, faults: Faults) -> None:
    """Add a fault for each id that an earlier entry of the same list has."""
    seen: dict[str, Path] = {}
    for path, entry in entries(tree, key):
        id = entry.get("id")
        if isinstance(id, str) and id in seen:
            what = f"Two {kind} have the id {shown(id)}."
            do = "Give one of them another id."
            faults.add(Fault("DuplicateId", file, (*path, "id"), what, "Other facts refer to it by its id.", do, id))
        elif isinstance(id, str):
            seen[id] = path


def check_cited(tree: Any, records: Collection[str], unread: str, faults: Faults) -> None:
    """Add a fault for each evidence record that a finding cites and that is not there.

    `unread` is the text of evidence files that are broken: an id that stands in it may well be there.
    """
    for found in find(tree, "findings[].evidence[]"):
        id = found.value
        if not isinstance(id, str) or id in records or id in unread or faults.blamed(JUDGEMENTS_FILE, found.path):
            continue
        near = next((record for record in records if _same_number(record, id)), "")
        what = sentence(tree, found.path, f"is {shown(id)}, and there is no such evidence record.")
        do = f'Did you mean "{near}"? Correct it.' if near else "Correct the id, or add the record to the evidence."
        why = "Every finding must rest on evidence that is there."
        instead = (near,) if near else ()
        faults.add(Fault("NoSuchReference", JUDGEMENTS_FILE, found.path, what, why, do, id, instead=instead))


def _same_number(one: str, other: str) -> bool:
    """Whether two ids differ only in zeros and letter case: `E1`, `e001`. Neighbouring numbers are not alike."""
    return _ZEROS.sub("", one).casefold() == _ZEROS.sub("", other).casefold()


def _check_grades(tree: Any, framework: Framework, faults: Faults) -> None:
    given = list(entries(tree, "grades"))
    if given and not framework.grades:
        what = f"There are grades, and {framework.title} gives none."
        why = "It states strengths and areas only."
        do = "Take the grades out. Say in the findings what is good and what must be better."
        faults.add(Fault("NoGrades", JUDGEMENTS_FILE, ("grades",), what, why, do, at_key=True))
        return
    here = f"in the framework {framework.id}"
    check_ids(tree, "grades[].judgement", framework.judgements, "judgement", here, JUDGEMENTS_FILE, faults)
    graded: set[str] = set()
    for path, entry in given:
        _check_scale((*path, "grade"), entry, framework, faults)
        judgement = entry.get("judgement")
        if isinstance(judgement, str) and judgement in graded:
            what, do = f"{shown(judgement)} is graded twice.", "Take one of the two out."
            where = (*path, "judgement")
            faults.add(Fault("DuplicateId", JUDGEMENTS_FILE, where, what, "A judgement has one grade.", do, judgement))
        elif isinstance(judgement, str):
            graded.add(judgement)


def _check_scale(path: Path, entry: dict[str, Any], framework: Framework, faults: Faults) -> None:
    grade, scale = entry.get("grade"), list(framework.grades)
    if not isinstance(grade, str) or grade in scale or faults.blamed(JUDGEMENTS_FILE, path):
        return
    near = nearest(grade, scale)
    graded = shown(entry.get("judgement"))
    what = f"The grade for {graded} is {shown(grade)}, which is not on the scale of {framework.title}."
    do = f'Did you mean "{near}"?' if near else "Choose one of them."
    instead = (near,) if near else ()
    why = f"The scale: {listed(scale)}."
    faults.add(Fault("NotOnScale", JUDGEMENTS_FILE, path, what, why, do, grade, instead=instead))


def _check_finding(tree: Any, path: Path, finding: dict[str, Any], framework: Framework, faults: Faults) -> None:
    kind = finding.get("type")
    if kind == "priority" and "priority_test" not in finding:
        key = "priority_test"
        why = "A priority action says which of the seven types of serious weakness it is (150149 ¶89)."
        do = 'Add it: "priority_test": 2, or say why none fits: {"not_applicable": "why"}.'
    elif kind == "development" and framework.timescales and "timescale" not in finding:
        key = "timescale"
        why = "Every area for improvement says by when (120011 ¶110)."
        do = f'Add it: "timescale": one of {listed(list(framework.timescales))}.'
    else:
        return
    what = sentence(tree, (*path, key), "is missing.")
    faults.add(Fault("Missing", JUDGEMENTS_FILE, (*path, key), what, why, do))
