"""A document waits only for what it uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.folders import EVIDENCE, INSPECTION, JUDGEMENTS, changed, read
from lettersmith.intake import relevant

EMAIL = ["inspection.area.name", "inspection.addressees.letter[].email", "timetable.arrival.first"]
LETTER = ["judgements.summary", "judgements.findings[].text"]

CASES = {
    "the very field": ({"inspection": changed(INSPECTION, "area.name", 3)}, EMAIL, True),
    "a field beside it": ({"inspection": changed(INSPECTION, "area.website", 3)}, EMAIL, False),
    "what it stands in": ({"inspection": changed(INSPECTION, "area", 3)}, EMAIL, True),
    "part of it": ({"judgements": {"summary": {"file": 3}}}, LETTER, True),
    "any entry of a list": ({"judgements": changed(JUDGEMENTS, "findings.1.text", 3)}, LETTER, True),
    "another field of an entry": ({"judgements": changed(JUDGEMENTS, "findings.1.impact", 3)}, LETTER, False),
    "a date for the timetable": ({"inspection": changed(INSPECTION, "dates.notified", "x")}, EMAIL, True),
    "the concern in hand": ({"inspection": changed(INSPECTION, "concerns.0.case", 3)}, ["concern.case"], True),
    "another fact of the concern": ({"inspection": changed(INSPECTION, "concerns.0.on", "x")}, ["concern.case"], False),
    "who the concern is written to": (
        {"inspection": changed(INSPECTION, "people.0.email", "x")},
        ["concern.to.email"],
        True,
    ),
    "no date at all": ({"inspection": changed(INSPECTION, "dates.notified", "x")}, LETTER, False),
    "a broken file that it uses": ({"judgements": "{"}, LETTER, True),
    "a broken file that it does not use": ({"judgements": "{"}, EMAIL, False),
    "a broken inspection.json": ({"inspection": "{"}, LETTER, True),
    "evidence": ({"evidence": changed(EVIDENCE, "0.source", "x")}, EMAIL, False),
    "evidence that is used": ({"evidence": changed(EVIDENCE, "0.source", "x")}, ["evidence[].source"], True),
    "one broken evidence file": ({"evidence/x.json": "{"}, ["evidence[].text"], True),
    "a misspelt name that would be it": ({"inspection": changed(INSPECTION, "area.naem", "x")}, EMAIL, True),
    "a fault in a text file": ({"judgements": {"summary": {"file": "a.md"}}, "a.md": "# x"}, LETTER, True),
    "a fault in another text file": (
        {"judgements": {"children": {"about": {"file": "a.md"}}}, "a.md": "# x"},
        LETTER,
        False,
    ),
    "a person who is used": ({"inspection": changed(INSPECTION, "people.1.email", "x")}, EMAIL, True),
    "another field of a person": ({"inspection": changed(INSPECTION, "people.1.mobile", 3)}, EMAIL, False),
    "a person who is not used": (
        {"inspection": changed(changed(INSPECTION, "people.1.email", "x"), "addressees.letter", ["dcs"])},
        EMAIL,
        False,
    ),
    "a wrong id": ({"inspection": changed(INSPECTION, "addressees.letter.0", "x")}, EMAIL, True),
    "an id that two people have": (
        {"inspection": changed(changed(INSPECTION, "people.1.id", "dcs"), "addressees.letter", ["dcs"])},
        EMAIL,
        True,
    ),
    "people, for a text without any": ({"inspection": changed(INSPECTION, "people.1.email", "x")}, LETTER, False),
    "the team": ({"inspection": changed(INSPECTION, "team.lead.email", "x")}, ["inspection.team.lead.email"], True),
}


@pytest.mark.parametrize(("files", "fields", "needed"), CASES.values(), ids=CASES)
def test_a_problem_is_needed_or_not(tmp_path: Path, files: dict[str, object], fields: list[str], needed: bool) -> None:
    inspection = read(tmp_path, **files)
    assert inspection.problems
    waits, others = relevant(inspection.problems, fields, inspection.facts)
    assert bool(waits) is needed
    assert set(waits) | set(others) == set(inspection.problems)


def test_without_the_facts_every_person_counts_as_soon_as_one_is_used(tmp_path: Path) -> None:
    tree = changed(changed(INSPECTION, "people.1.email", "x"), "addressees.letter", ["dcs"])
    problems = read(tmp_path, inspection=tree).problems
    assert relevant(problems, EMAIL) == (problems, ())
    assert relevant(problems, ["addressee.name"]) == (problems, ())
    assert relevant(problems, LETTER) == ((), problems)
