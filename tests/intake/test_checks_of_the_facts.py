"""What only the whole of the facts can tell: dates that run backwards, grades, timescales, records told twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from intake.folders import EVIDENCE, INSPECTION, JUDGEMENTS, changed, found, read
from lettersmith.intake import same_texts
from lettersmith.model.remark import Level

GRADED: dict[str, Any] = {
    "grades": [
        {"judgement": "overall-effectiveness", "grade": "adequate"},
        {"judgement": "quality-of-practice", "grade": "good"},
    ],
    "findings": [
        {"id": "A1", "type": "development", "text": "Plans are late.", "timescale": "immediately"},
    ],
}


BACKWARDS = {
    "published before notified": ("dates.published", "2017-05-08", "$.dates.published"),
    "received before notified": ("dates.received", "2017-05-08", "$.dates.received"),
    "fieldwork before notified": (
        "dates.fieldwork",
        {"from": "2017-05-01", "to": "2017-05-26"},
        "$.dates.fieldwork.from",
    ),
    "fieldwork ends before it begins": (
        "dates.fieldwork",
        {"from": "2017-05-26", "to": "2017-05-25"},
        "$.dates.fieldwork.to",
    ),
    "published before the end of fieldwork": (
        "dates.fieldwork",
        {"from": "2017-05-22", "to": "2017-07-26"},
        "$.dates.published",
    ),
    "a closed period that ends before it begins": (
        "dates.closed_periods",
        [{"from": "2017-06-08", "to": "2017-06-01", "reason": "x"}],
        "$.dates.closed_periods[0].to",
    ),
    "reply before the concern": ("concerns.0.reply_by", "2017-05-22", "$.concerns[0].reply_by"),
    "told before the concern": ("concerns.0.told.on", "2017-05-22", "$.concerns[0].told.on"),
    "a concern before the inspection": ("concerns.0.on", "2017-05-08", "$.concerns[0].on"),
}


@pytest.mark.parametrize(("way", "value", "path"), BACKWARDS.values(), ids=BACKWARDS)
def test_dates_that_run_backwards_are_named_once(tmp_path: Path, way: str, value: Any, path: str) -> None:
    problems = read(tmp_path, inspection=changed(INSPECTION, way, value), evidence=None).problems
    assert [(problem.rule, problem.place.path) for problem in problems] == [("Facts.DatesOrder", path)]
    assert problems[0].place.text in problems[0].what


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("dates.received", "2017-07-06"),  # leaders get a copy two working days before publication
        ("dates.published", "2017-05-09"),
        ("concerns.0.reply_by", "2017-05-23"),
        ("dates.closed_periods", [{"from": "2017-06-08", "to": "2017-06-08", "reason": "x"}]),
    ],
)
def test_dates_in_order_are_let_through(tmp_path: Path, way: str, value: Any) -> None:
    assert read(tmp_path, inspection=changed(INSPECTION, way, value), evidence=None).problems == ()


def test_a_date_that_nothing_counts_from_has_the_nearest_name(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, inspection=changed(INSPECTION, "dates.pubished", "2017-07-10")).problems
    assert (problem.rule, problem.instead) == ("Facts.UnknownKey", ("published",))


def test_evidence_from_outside_the_inspection_is_a_warning(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, evidence=changed(EVIDENCE, "1.at", "2016-05-23T09:00")).problems
    assert (problem.rule, problem.level, problem.place.path) == ("Facts.OutsideFieldwork", Level.WARNING, "$[1].at")


def test_where_fieldwork_is_known_it_ends_the_evidence(tmp_path: Path) -> None:
    inspection = changed(INSPECTION, "dates.fieldwork", {"from": "2017-05-22", "to": "2017-05-22"})
    assert [problem.place.path for problem in read(tmp_path, inspection=inspection).problems] == ["$[1].at"]


JUDGED: dict[str, tuple[str, str, Any, str, str]] = {
    "a grade not on the scale": ("graded", "grades.0.grade", "satisfactory", "NotOnScale", "$.grades[0].grade"),
    "a grade with a capital": ("graded", "grades.0.grade", "Good", "NotOnScale", "$.grades[0].grade"),
    "a judgement that is none": ("graded", "grades.0.judgement", "overall", "NoSuchReference", "$.grades[0].judgement"),
    "one judgement graded twice": (
        "graded",
        "grades.1.judgement",
        "overall-effectiveness",
        "DuplicateId",
        "$.grades[1].judgement",
    ),
    "a heading that is none": (
        "graded",
        "findings.0.judgement",
        "quality",
        "NoSuchReference",
        "$.findings[0].judgement",
    ),
    "a timescale that is none": (
        "graded",
        "findings.0.timescale",
        "soon",
        "NoSuchReference",
        "$.findings[0].timescale",
    ),
    "an area without timescale": ("graded", "findings.0.timescale", ..., "Missing", "$.findings[0].timescale"),
    "grades where there are none": ("jtai-2017", "grades", GRADED["grades"], "NoGrades", "$.grades"),
    "a priority action of no type": (
        "jtai-2017",
        "findings.1.priority_test",
        ...,
        "Missing",
        "$.findings[1].priority_test",
    ),
}


@pytest.mark.parametrize(("framework", "way", "value", "rule", "path"), JUDGED.values(), ids=JUDGED)
def test_judgements_are_held_against_the_framework(
    tmp_path: Path, framework: str, way: str, value: Any, rule: str, path: str
) -> None:
    judgements = changed(GRADED if framework == "graded" else JUDGEMENTS, way, value)
    inspection = changed(INSPECTION, "framework", framework)
    (problem,) = read(tmp_path, inspection=inspection, judgements=judgements).problems
    assert (problem.rule, problem.place.path) == (f"Facts.{rule}", path)


def test_the_scale_is_told_and_the_nearest_grade(tmp_path: Path) -> None:
    judgements = changed(GRADED, "grades.0.grade", "inadaquate")
    (problem,) = read(tmp_path, inspection=changed(INSPECTION, "framework", "graded"), judgements=judgements).problems
    assert "outstanding, good, adequate or inadequate" in problem.why
    assert problem.instead == ("inadequate",)


def test_two_records_with_the_same_words_are_a_warning(tmp_path: Path) -> None:
    evidence = changed(EVIDENCE, "1.text", "  seen on\nTHE day. ")
    (problem,) = read(tmp_path, evidence=evidence).problems
    assert (problem.rule, problem.level, problem.place.path) == ("Facts.SameText", Level.WARNING, "$[1].text")
    assert '"E1" and "E2"' in problem.what


def test_a_record_copied_from_a_sibling_inspection_is_an_error(tmp_path: Path) -> None:
    own, other = (
        read(tmp_path / "wexcombe"),
        read(tmp_path / "ambershire", evidence=[EVIDENCE[1], {**EVIDENCE[0], "text": "New."}]),
    )
    (remark,) = same_texts([own, other])
    assert (remark.level, remark.place.file, remark.place.path) == (Level.ERROR, "evidence.json", "$[1].text")
    assert '"E2"' in remark.what
    assert "ambershire" in remark.what


@pytest.mark.parametrize(
    ("area", "warned"),
    [
        ({"name": "Devonmere", "authority": "Wexcombe County Council"}, True),
        ({"name": "Wexcombe", "authority": "Wexcombe County Council"}, False),
        ({"name": "Wexcombe", "authority": "WEXCOMBE COUNCIL"}, False),
        ({"name": "Mill Vale", "authority": "Wexcombe Council", "also_known_as": ["Wexcombe"]}, False),
    ],
)
def test_an_area_whose_council_has_another_name_is_a_warning(tmp_path: Path, area: Any, warned: bool) -> None:
    problems = read(tmp_path, inspection={**INSPECTION, "area": {**INSPECTION["area"], **area}}).problems
    told = [problem for problem in problems if problem.rule == "Facts.AreaDisagrees"]
    assert [(problem.level, problem.place.path) for problem in told] == [(Level.WARNING, "$.area.name")] * warned


def test_a_folder_that_was_copied_whole_gets_one_remark(tmp_path: Path) -> None:
    evidence = [{**EVIDENCE[0], "id": f"E{number}", "text": f"Words of record {number}."} for number in range(1, 9)]
    own, other = (read(tmp_path / name, evidence=evidence) for name in ("wexcombe", "ambershire"))
    (remark,) = same_texts([own, other])
    assert remark.what.startswith("8 evidence records have the same texts")
    assert "ambershire" in remark.what


def test_inspections_of_their_own_words_have_no_remark(tmp_path: Path) -> None:
    own, other = read(tmp_path / "a"), read(tmp_path / "b", evidence=[{**EVIDENCE[0], "text": "New."}])
    assert same_texts([own, other]) == ()
    assert same_texts([own]) == same_texts([]) == ()


def test_everything_that_is_wrong_is_found_once(tmp_path: Path) -> None:
    evidence = [{**EVIDENCE[0], "at": "2017-05-22"}, {**EVIDENCE[0], "source": "x"}]
    assert found(read(tmp_path, evidence=evidence).problems) == [
        ("Facts.WrongForm", "evidence.json", 4, "$[0].at"),
        ("Facts.DuplicateId", "evidence.json", 10, "$[1].id"),
        ("Facts.NotOneOf", "evidence.json", 12, "$[1].source"),
        ("Facts.SameText", "evidence.json", 13, "$[1].text"),
    ]
