"""Facts that are not there: unknown, not applicable and withheld, each with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from intake.folders import INSPECTION, JUDGEMENTS, changed, read
from lettersmith.model.facts import Absent

PLACES = [
    "dates.received",
    "dates.published",
    "area.authority",
    "area.address",
    "theme",
    "people",
    "people.0.name",
    "people.0.agency",
    "people.0.spoken_to",
    "team.lead",
    "team.members",
    "addressees.letter",
    "addressees.concerns",
    "mailbox",
    "concerns",
    "concerns.0.category",
    "concerns.0.told",
    "concerns.0.reply_by",
    "concerns.0.response",
    "other_areas",
    "portal",
    "notification",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["unknown", "not_applicable", "withheld"])
def test_a_value_may_be_absent_for_a_reason(tmp_path: Path, place: str, kind: str) -> None:
    inspection = read(tmp_path, inspection=changed(INSPECTION, place, {kind: "The reason."}))
    value: Any = inspection.facts["inspection"]
    for step in place.split("."):
        value = value[int(step) if step.isdigit() else step]
    assert value == Absent(kind, "The reason.")
    assert [p for p in inspection.problems if p.rule != "Facts.NoSuchReference"] == []  # ids of people who are absent


@pytest.mark.parametrize(
    "place",
    [
        "summary",
        "grades",
        "findings",
        "findings.0.text",
        "findings.0.agencies",
        "findings.1.priority_test",
        "decisions",
    ],
)
def test_so_may_a_judgement(tmp_path: Path, place: str) -> None:
    assert read(tmp_path, judgements=changed(JUDGEMENTS, place, {"unknown": "Not yet."})).problems == ()


@pytest.mark.parametrize("reason", ["", "  ", None, True, ["x"]], ids=["empty", "blank", "null", "true", "list"])
def test_a_missing_reason_is_a_remark(tmp_path: Path, reason: Any) -> None:
    inspection = read(tmp_path, inspection=changed(INSPECTION, "mailbox", {"withheld": reason}))
    assert [(problem.rule, problem.place.path) for problem in inspection.problems] == [("Facts.NoReason", "$.mailbox")]
    assert '"mailbox" is withheld, but the reason is missing' in inspection.problems[0].what.replace(
        '"Mailbox', '"mailbox'
    )


def test_two_reasons_at_once_are_one_too_many(tmp_path: Path) -> None:
    value = {"unknown": "x", "withheld": "y"}
    (problem,) = read(tmp_path, inspection=changed(INSPECTION, "mailbox", value)).problems
    assert '"unknown" and "withheld" at once' in problem.what
