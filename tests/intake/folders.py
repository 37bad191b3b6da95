"""Small inspections for the tests of intake: a sound one, and ways to spoil it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from lettersmith.intake import read_inspection
from lettersmith.model.framework import Framework, Seat, Step
from lettersmith.model.inspection import Inspection
from lettersmith.model.remark import Remark

AGENCIES = {
    "local_authority": {"id": "local_authority", "label": "the local authority", "inspectorate": "ofsted"},
    "health": {"id": "health", "label": "health services", "inspectorate": "cqc"},
    "police": {"id": "police", "label": "the police", "inspectorate": "hmic"},
}
INSPECTORATES = {"ofsted": {"id": "ofsted", "label": "Ofsted"}, "cqc": {"id": "cqc", "label": "CQC"}}


def framework(id: str, **changes: Any) -> Framework:
    """A framework without grades, named like the joint inspections of 2017."""
    values: dict[str, Any] = {
        "id": id,
        "title": "Joint targeted area inspection",
        "source": "150149",
        "number_style": "words",
        "grades": (),
        "judgements": {},
        "finding_types": {"strength": "Strengths", "development": "Areas for development", "priority": "Priority"},
        "agencies": AGENCIES,
        "inspectorates": INSPECTORATES,
        "timescales": {},
        "criteria": {"04": "The response to referrals", "11": "Recording"},
        "seats": (Seat("dcs", "DCS", "local_authority", {}), Seat("chief-constable", "Chief constable", "police", {})),
        "day_zero": "notified",
        "steps": (Step("arrival", "Arrival", "notified", 9, 9), Step("due", "Statement due", "received", 70, 70)),
        "facts": {},
        "file": f"{id}/framework.toml",
    }
    return Framework(**{**values, **changes})


def known(id: str) -> Framework:
    """The two frameworks of these tests; KeyError for all others."""
    if id == "jtai-2017":
        return framework(id)
    if id == "graded":
        scale = ("outstanding", "good", "adequate", "inadequate")
        judgements = {"overall-effectiveness": "Overall effectiveness", "quality-of-practice": "Quality of practice"}
        times = {"immediately": "immediately", "within-three-months": "within three months"}
        return framework(id, title="Graded inspection", grades=scale, judgements=judgements, timescales=times)
    raise KeyError(id)


INSPECTION: dict[str, Any] = {
    "framework": "jtai-2017",
    "area": {"name": "Wexcombe", "authority": "Wexcombe County Council"},
    "dates": {"notified": "2017-05-09", "published": "2017-07-10", "received": {"unknown": "Not sent yet."}},
    "team": {
        "lead": {"id": "lead", "name": "Sam Okoro", "inspectorate": "ofsted", "email": "sam.okoro@example.org"},
        "members": ["lead"],
    },
    "people": [
        {"id": "dcs", "name": "Ada Quill", "role": "dcs", "agency": "local_authority", "spoken_to": "dcs"},
        {"id": "chief", "name": "Owen Tarn", "role": "chief-constable", "agency": "police", "spoken_to": "dcs"},
    ],
    "addressees": {"letter": ["dcs", "chief"], "concerns": "dcs"},
    "concerns": [
        {
            "id": "c1",
            "case": "W-014",
            "issue": "A child was not seen.",
            "raised_by": "lead",
            "on": "2017-05-23",
            "told": {"person": "dcs", "on": "2017-05-23", "at": "14:20"},
            "reply_by": "2017-05-24",
            "to": "dcs",
        }
    ],
}
JUDGEMENTS: dict[str, Any] = {
    "findings": [
        {
            "id": "S1",
            "type": "strength",
            "text": "Children are seen.",
            "agencies": ["police", "partnership"],
            "criteria": ["04"],
            "evidence": ["E1"],
        },
        {"id": "P1", "type": "priority", "text": "Some wait.", "priority_test": 2},
    ],
    "decisions": {"statement": {"needed": True, "lead": "local_authority", "cooperating": ["police"]}},
}
EVIDENCE: list[Any] = [
    {"id": "E1", "at": "2017-05-22T10:30", "source": "case-file", "text": "Seen on the day.", "agency": "police"},
    {"id": "E2", "at": "2017-05-23T09:00", "source": "interview", "text": "The officer knew the plan."},
]

FOR_HEALTH = {"name": "Desmond Achebe-Lyle", "post": "Deputy Chief Inspector", "inspectorate": "cqc"}
"""Who signs for the second inspectorate of the framework."""


def fill(folder: Path, **files: Any) -> Path:
    """Write the sound inspection into a folder, with other files in place of its own.

    Names are `inspection`, `judgements`, `evidence`, and any file name; values are JSON values, text or bytes, and
    None for no file.
    """
    values: dict[str, Any] = {"inspection": INSPECTION, "judgements": JUDGEMENTS, "evidence": EVIDENCE, **files}
    for name, value in values.items():
        if value is None:
            continue
        path = folder / (name if "." in name else f"{name}.json")
        path.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(value, str | bytes):
            value = json.dumps(value, indent=2)
        path.write_bytes(value.encode("utf-8") if isinstance(value, str) else value)
    return folder


def read(folder: Path, **files: Any) -> Inspection:
    """The inspection that is in the folder once it is filled."""
    return read_inspection(fill(folder, **files), known)


def changed(tree: Any, path: str, value: Any) -> Any:
    """A copy of a tree with the value at a dotted path changed or added (`people.0.email`); `...` takes it out."""
    made = copy.deepcopy(tree)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder = made
    for step in way:
        holder = holder[step]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return made


def found(problems: tuple[Remark, ...]) -> list[tuple[str, str, int, str]]:
    """Rule, file, line and path of each problem."""
    return [(remark.rule, remark.place.file, remark.place.line, remark.place.path) for remark in problems]
