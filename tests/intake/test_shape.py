"""Wrong types, unknown and missing names, wrong forms: one plain remark each, with what was expected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from intake.folders import EVIDENCE, FOR_HEALTH, INSPECTION, JUDGEMENTS, changed, read
from lettersmith.intake.positions import line_of

ROOTS = {"inspection": INSPECTION, "judgements": JUDGEMENTS, "evidence": EVIDENCE}

CASES: dict[str, tuple[str, str, Any, str, str, str, str]] = {
    # name: file, dotted path, new value, rule, path, words of what, words of why or do
    "a number for a text": (
        "inspection",
        "people.0.name",
        3,
        "WrongType",
        "$.people[0].name",
        '"name" of person "dcs" is 3',
        "a text on one line",
    ),
    "null": ("inspection", "people.0.name", None, "WrongType", "$.people[0].name", "is null", '{"unknown": "why"}'),
    "a text for a list": (
        "inspection",
        "people.0.address",
        "County Hall",
        "WrongType",
        "$.people[0].address",
        "County Hall",
        "a list",
    ),
    "a list for a text": ("inspection", "reference", ["x"], "WrongType", "$.reference", "[…]", "a text on one line"),
    "nobody among those who sign": (
        "inspection",
        "signatories",
        [],
        "WrongForm",
        "$.signatories",
        '"signatories" is []',
        "at least one who signs",
    ),
    "a signatory without post": (
        "inspection",
        "signatories",
        [{"name": "Imogen Farrow", "inspectorate": "ofsted"}, FOR_HEALTH],
        "Missing",
        "$.signatories[0].post",
        '"post" of signatory number 1 is missing',
        "Add it",
    ),
    "a signatory who is a member of the team": (
        "inspection",
        "signatories",
        ["lead", FOR_HEALTH],
        "WrongType",
        "$.signatories[0]",
        '"lead"',
        "somebody who signs",
    ),
    "a text for true": (
        "inspection",
        "settings",
        {"large_print": "yes"},
        "WrongType",
        "$.settings.large_print",
        '"yes"',
        "true or false",
    ),
    "a text for an object": (
        "inspection",
        "theme",
        "neglect",
        "WrongType",
        "$.theme",
        '"neglect"',
        "the theme, in curly brackets",
    ),
    "a person that is a number": (
        "inspection",
        "team.lead",
        4,
        "WrongType",
        "$.team.lead",
        "is 4",
        "a person in curly brackets",
    ),
    "a framework that is unknown": (
        "inspection",
        "framework",
        {"unknown": "x"},
        "WrongType",
        "$.framework",
        "framework",
        "the id of a framework",
    ),
    "an area without name": (
        "inspection",
        "area.name",
        {"unknown": "x"},
        "WrongType",
        "$.area.name",
        '"name" of "area"',
        "the name of the area",
    ),
    "an id that is withheld": (
        "inspection",
        "people.0.id",
        {"withheld": "x"},
        "WrongType",
        "$.people[0].id",
        '"id" of person number 1',
        "an id",
    ),
    "an id with spaces": (
        "inspection",
        "concerns.0.id",
        "c 1",
        "WrongForm",
        "$.concerns[0].id",
        '"c 1"',
        "without spaces",
    ),
    "a misspelt name": (
        "inspection",
        "people.0.emial",
        "x",
        "UnknownKey",
        "$.people[0].emial",
        '"emial" of person "dcs"',
        'Did you mean "email"?',
    ),
    "an unheard-of name": (
        "inspection",
        "area.qqqq",
        "x",
        "UnknownKey",
        "$.area.qqqq",
        '"qqqq" of "area"',
        "also_known_as",
    ),
    "a misspelt name at the top": (
        "judgements",
        "sumary",
        "x",
        "UnknownKey",
        "$.sumary",
        '"sumary"',
        'Did you mean "summary"?',
    ),
    "a person without id": (
        "inspection",
        "people.0.id",
        ...,
        "Missing",
        "$.people[0].id",
        '"id" of person number 1 is missing',
        'Add it: "id"',
    ),
    "no area": ("inspection", "area", ..., "Missing", "$.area", '"area" is missing', "Add it"),
    "a finding without text": (
        "judgements",
        "findings.0.text",
        ...,
        "Missing",
        "$.findings[0].text",
        '"text" of finding "S1" is missing',
        '{"unknown": "why"}',
    ),
    "a record without source": (
        "evidence",
        "0.source",
        ...,
        "Missing",
        "$[0].source",
        '"source" of evidence record "E1"',
        "The kind of source",
    ),
    "a record without date and time": (
        "evidence",
        "0.at",
        ...,
        "Missing",
        "$[0].at",
        '"at" of evidence record "E1"',
        "Date and time",
    ),
    "a date without time": (
        "evidence",
        "0.at",
        "2017-05-22",
        "WrongForm",
        "$[0].at",
        "has a date but no time",
        "2017-05-22T10:30",
    ),
    "a time with seconds": (
        "evidence",
        "0.at",
        "2017-05-22T10:30:00",
        "WrongForm",
        "$[0].at",
        "10:30:00",
        "2017-05-22T10:30",
    ),
    "a day that is none, with time": (
        "evidence",
        "0.at",
        "2017-06-31T10:30",
        "NoSuchDate",
        "$[0].at",
        "2017-06-31T10:30",
        "no day 2017-06-31",
    ),
    "a day that is none": (
        "inspection",
        "dates.notified",
        "2017-02-29",
        "NoSuchDate",
        "$.dates.notified",
        "2017-02-29",
        "no day 2017-02-29",
    ),
    "a date the other way round": (
        "inspection",
        "dates.notified",
        "09/05/2017",
        "WrongForm",
        "$.dates.notified",
        "09/05/2017",
        "2017-05-09",
    ),
    "a date in words": (
        "inspection",
        "concerns.0.on",
        "23 May 2017",
        "WrongForm",
        "$.concerns[0].on",
        "23 May 2017",
        "2017-05-09",
    ),
    "a time with a full stop": (
        "inspection",
        "people.0.spoken_at",
        "9.20",
        "WrongForm",
        "$.people[0].spoken_at",
        "9.20",
        "09:30",
    ),
    "a time that is none": (
        "inspection",
        "people.0.spoken_at",
        "25:00",
        "WrongForm",
        "$.people[0].spoken_at",
        "25:00",
        "09:30",
    ),
    "half an email address": (
        "inspection",
        "people.0.email",
        "ada@",
        "WrongForm",
        "$.people[0].email",
        "ada@",
        "one email address",
    ),
    "two email addresses": (
        "inspection",
        "people.0.email",
        "a@b.org, c@d.org",
        "WrongForm",
        "$.people[0].email",
        "a@b.org",
        "one email address",
    ),
    "an email address with a line break": (
        "inspection",
        "people.0.email",
        "a@b.org\nBcc: c@d.org",
        "WrongForm",
        "$.people[0].email",
        "line break",
        "one email address",
    ),
    "a name with a line break": (
        "inspection",
        "people.0.name",
        "Ada\nQuill",
        "WrongForm",
        "$.people[0].name",
        "line break",
        "one line",
    ),
    "an area with a line break": (
        "inspection",
        "area.name",
        "Wex\ncombe",
        "WrongForm",
        "$.area.name",
        "line break",
        "the name of the area",
    ),
    "a link without https": (
        "inspection",
        "area.website",
        "www.example.org",
        "WrongForm",
        "$.area.website",
        "www.example.org",
        "https://",
    ),
    "a kind of source with a space": (
        "evidence",
        "0.source",
        "case file",
        "NotOneOf",
        "$[0].source",
        '"case file"',
        'Did you mean "case-file"?',
    ),
    "a kind of source unheard of": (
        "evidence",
        "0.source",
        "rumour",
        "NotOneOf",
        "$[0].source",
        '"rumour"',
        "shadowing",
    ),
    "a third category": (
        "inspection",
        "concerns.0.category",
        3,
        "NotOneOf",
        "$.concerns[0].category",
        "is 3",
        "1 or 2",
    ),
    "a category in words": (
        "inspection",
        "concerns.0.category",
        "one",
        "NotOneOf",
        "$.concerns[0].category",
        '"one"',
        "1 or 2",
    ),
    "an eighth type of priority action": (
        "judgements",
        "findings.1.priority_test",
        8,
        "NotOneOf",
        "$.findings[1].priority_test",
        "is 8",
        "1 to 7",
    ),
    "an empty text": ("inspection", "people.0.post", "", "Empty", "$.people[0].post", "is empty", '{"unknown": "why"}'),
    "a text of spaces": ("judgements", "findings.0.text", " \n ", "Empty", "$.findings[0].text", "is empty", "gap"),
    "an empty email address": (
        "inspection",
        "people.0.email",
        "",
        "Empty",
        "$.people[0].email",
        "is empty",
        "Fill it in",
    ),
    "an empty area": ("inspection", "area.name", " ", "Empty", "$.area.name", "is empty", "Fill it in"),
    "a misspelt file": (
        "judgements",
        "summary",
        {"fil": "texts/x.md"},
        "WrongType",
        "$.summary",
        "{…}",
        'Did you mean "file"',
    ),
    "a misspelt unknown": (
        "inspection",
        "mailbox",
        {"unknwon": "why"},
        "WrongType",
        "$.mailbox",
        "{…}",
        'Did you mean "unknown"',
    ),
    "a file name that is a number": (
        "judgements",
        "summary",
        {"file": 3},
        "WrongType",
        "$.summary.file",
        "is 3",
        "Expected",
    ),
}


@pytest.mark.parametrize(("root", "way", "value", "rule", "path", "what", "more"), CASES.values(), ids=CASES)
def test_a_fault_of_shape_is_named_once(
    tmp_path: Path, root: str, way: str, value: Any, rule: str, path: str, what: str, more: str
) -> None:
    tree = changed(ROOTS[root], way, value)
    (remark,) = [
        problem
        for problem in read(tmp_path, **{root: tree}).problems
        if not (rule in ("Missing", "WrongType") and problem.rule == "Facts.NoSuchReference")  # what hangs on a lost id
    ]
    assert (remark.rule, remark.place.file, remark.place.path) == (f"Facts.{rule}", f"{root}.json", path)
    assert remark.place.line == line_of(json.dumps(tree, indent=2), path)
    assert what in remark.what
    assert more in remark.why + remark.do
    assert not any(
        words in remark.what + remark.why for words in ("schema", "pattern", "anyOf", "is not of type", "None")
    )


def test_all_faults_of_all_files_come_in_one_run_from_top_to_bottom(tmp_path: Path) -> None:
    inspection = changed(changed(INSPECTION, "concerns.0.category", 9), "area.zzz", "x")
    judgements = changed(JUDGEMENTS, "findings.1.text", 5)
    evidence = changed(changed(EVIDENCE, "1.source", "x"), "0.method", "x")
    problems = read(tmp_path, inspection=inspection, judgements=judgements, evidence=evidence).problems
    assert [(problem.place.file, problem.place.path) for problem in problems] == [
        ("inspection.json", "$.area.zzz"),
        ("inspection.json", "$.concerns[0].category"),
        ("judgements.json", "$.findings[1].text"),
        ("evidence.json", "$[0].method"),
        ("evidence.json", "$[1].source"),
    ]


def test_a_record_alone_in_its_file_has_a_path_without_number(tmp_path: Path) -> None:
    record = {**EVIDENCE[1], "source": "x", "at": "2017-05-22"}
    problems = read(tmp_path, **{"evidence/e2.json": record, "evidence": EVIDENCE[:1]}).problems
    assert [problem.place.path for problem in problems] == ["$.at", "$.source"]
    assert 'evidence record "E2"' in problems[0].what


def test_a_long_or_unprintable_value_is_shown_short(tmp_path: Path) -> None:
    tree = changed(INSPECTION, "dates.notified", "x\u202e\n" * 100)
    (problem,) = read(tmp_path, inspection=tree).problems
    assert len(problem.what) < 200
    assert "\n" not in problem.what
    assert "\u202e" not in problem.what
