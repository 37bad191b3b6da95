"""A joint letter is signed for each of its inspectorates, by one for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from intake.folders import INSPECTION, changed, fill, framework
from lettersmith.intake import read_inspection
from lettersmith.model.framework import Framework

FOUR = ("ofsted", "cqc", "hmic", "hmi_probation")
PRINTED = {
    "ofsted": "Ofsted",
    "cqc": "CQC",
    "hmic": "HM Constabulary",
    "hmi_probation": "HM Probation",
}


def joint(id: str) -> Framework:
    """A framework of four inspectorates."""
    if id != "jtai-2017":
        raise KeyError(id)
    bodies = {body: {"id": body, "label": PRINTED[body], "printed": PRINTED[body]} for body in FOUR}
    return framework(id, inspectorates=bodies)


def signers(*bodies: str) -> list[dict[str, str]]:
    """Somebody for each of some inspectorates."""
    return [
        {"name": f"Signer {number}", "post": "Director", "inspectorate": body} for number, body in enumerate(bodies)
    ]


def said(folder: Path, place: str, value: Any) -> list[tuple[str, str, str]]:
    """What is said of who signs: level, path and words."""
    fill(folder, inspection=changed(INSPECTION, place, value))
    problems = read_inspection(folder, joint).problems
    assert all(remark.place.line for remark in problems)
    return [(r.level.value, r.place.path, r.what) for r in problems if r.rule == "Facts.Signatories"]


AT = "$.signatories"
CASES: dict[str, tuple[list[dict[str, str]], list[tuple[str, str, str]]]] = {
    "one for each": (signers(*FOUR), []),
    "one for each, in another order": (signers(*reversed(FOUR)), []),
    "one lacks": (signers(*FOUR[:3]), [("error", AT, "Nobody signs for HM Probation.")]),
    "two lack": (signers(*FOUR[:2]), [("error", AT, "Nobody signs for HM Constabulary and HM Probation.")]),
    "one is there twice, one lacks": (
        signers("ofsted", "cqc", "cqc", "hmic"),
        [("error", AT, "Nobody signs for HM Probation. More than one signs for CQC: Signer 1 and Signer 2.")],
    ),
    "one is there twice": (
        signers(*FOUR, "hmic"), [("warning", AT, "More than one signs for HM Constabulary: Signer 2 and Signer 4.")],
    ),
    "one has an inspectorate that there is not": (signers(*FOUR[:3], "hmip"), []),
}  # fmt: skip


@pytest.mark.parametrize(("people", "expected"), CASES.values(), ids=CASES.keys())
def test_each_inspectorate_signs_once(
    people: list[dict[str, str]], expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert said(tmp_path, "signatories", people) == expected


def test_where_nobody_is_named_the_senders_are_looked_at(tmp_path: Path) -> None:
    senders = [{**person, "id": person["inspectorate"]} for person in signers(*FOUR[:3])]
    assert said(tmp_path, "team.senders", senders) == [("warning", "$.team.senders", "Nobody signs for HM Probation.")]
