"""References: what an id leads to, and ids that lead nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from intake.folders import EVIDENCE, FOR_HEALTH, INSPECTION, JUDGEMENTS, changed, found, read
from lettersmith.model.facts import Sourced

ROOTS = {"inspection": INSPECTION, "judgements": JUDGEMENTS, "evidence": EVIDENCE}


def at(tree: Any, way: str) -> Any:
    for step in way.split("."):
        tree = tree.value if isinstance(tree, Sourced) else tree
        tree = tree[int(step) if step.isdigit() else step]
    return tree


@pytest.mark.parametrize(
    ("way", "id", "file", "path"),
    [
        ("inspection.addressees.letter.1", "chief", "inspection.json", "$.people[1]"),
        ("inspection.addressees.concerns", "dcs", "inspection.json", "$.people[0]"),
        ("inspection.team.members.0", "lead", "inspection.json", "$.team.lead"),
        ("inspection.concerns.0.raised_by", "lead", "inspection.json", "$.team.lead"),
        ("inspection.concerns.0.told.person", "dcs", "inspection.json", "$.people[0]"),
        ("inspection.concerns.0.to", "dcs", "inspection.json", "$.people[0]"),
        ("inspection.people.1.spoken_to", "dcs", "inspection.json", "$.people[0]"),
        ("inspection.people.1.agency", "police", "jtai-2017/framework.toml", "agencies.police"),
        ("inspection.team.lead.inspectorate", "ofsted", "jtai-2017/framework.toml", "inspectorates.ofsted"),
        ("inspection.addressees.letter.1.agency", "police", "jtai-2017/framework.toml", "agencies.police"),
        ("judgements.findings.0.agencies.0", "police", "jtai-2017/framework.toml", "agencies.police"),
        ("judgements.findings.0.agencies.1", "partnership", "jtai-2017/framework.toml", "words.partnership"),
        (
            "judgements.decisions.statement.lead",
            "local_authority",
            "jtai-2017/framework.toml",
            "agencies.local_authority",
        ),
        ("judgements.decisions.statement.cooperating.0", "police", "jtai-2017/framework.toml", "agencies.police"),
        ("evidence.0.agency", "police", "jtai-2017/framework.toml", "agencies.police"),
    ],
)
def test_an_id_becomes_the_thing_with_its_own_place(tmp_path: Path, way: str, id: str, file: str, path: str) -> None:
    thing = at(read(tmp_path).facts, way)
    assert isinstance(thing, Sourced)
    assert (thing.value["id"], thing.origin.file, thing.origin.path) == (id, file, path)


def test_a_signatory_is_of_an_inspectorate_of_the_framework(tmp_path: Path) -> None:
    signatory = {"name": "Imogen Farrow", "post": "National Director", "inspectorate": "ofsted"}
    facts = read(tmp_path, inspection=changed(INSPECTION, "signatories", [signatory])).facts
    assert at(facts, "inspection.signatories.0.inspectorate.label") == "Ofsted"


def test_someone_who_was_spoken_to_herself_does_not_run_in_a_circle(tmp_path: Path) -> None:
    inspection = read(tmp_path)
    reached = at(inspection.facts, "inspection.people.0.spoken_to")
    assert (reached.value["id"], reached.value["name"]) == ("dcs", "Ada Quill")
    assert "spoken_to" not in reached.value
    assert "..." not in repr(inspection.facts)


WRONG = {
    "a person of a letter": ("inspection", "addressees.letter.1", "cheif", "person", "chief"),
    "the person of the concerns": ("inspection", "addressees.concerns", "dsc", "person", "dcs"),
    "who was reached": ("inspection", "people.1.spoken_to", "dcss", "person", "dcs"),
    "who was reached instead": ("inspection", "notification", {"spoken_to": "dscs"}, "person", "dcs"),
    "who raised a concern": ("inspection", "concerns.0.raised_by", "leed", "person", "lead"),
    "who was told": ("inspection", "concerns.0.told.person", "nobody", "person", ""),
    "a member of the team": ("inspection", "team.members.0", "laed", "person", "lead"),
    "an agency": ("inspection", "people.1.agency", "polise", "agency", "police"),
    "an agency of a concern": ("inspection", "concerns.0.agency", "healthy", "agency", "health"),
    "an inspectorate": ("inspection", "team.lead.inspectorate", "ofstead", "inspectorate", "ofsted"),
    "the inspectorate of a signatory": (
        "inspection",
        "signatories",
        [{"name": "Imogen Farrow", "post": "National Director", "inspectorate": "ofstead"}, FOR_HEALTH],
        "inspectorate",
        "ofsted",
    ),
    "a role": ("inspection", "people.0.role", "dsc", "role", "dcs"),
    "a framework": ("inspection", "framework", "jtai-2071", "of that name", ""),
    "an agency of a finding": ("judgements", "findings.0.agencies.0", "polce", "agency", "police"),
    "who leads the statement": (
        "judgements",
        "decisions.statement.lead",
        "local-authority",
        "agency",
        "local_authority",
    ),
    "a type of finding": ("judgements", "findings.0.type", "strenght", "type of finding", "strength"),
    "a criterion": ("judgements", "findings.0.criteria.0", "4", "criterion", "04"),
    "evidence of a finding": ("judgements", "findings.0.evidence.0", "E01", "evidence record", "E1"),
    "an agency of evidence": ("evidence", "0.agency", "polcie", "agency", "police"),
    "a criterion of evidence": ("evidence", "0.criteria", ["4"], "criterion", "04"),
}


@pytest.mark.parametrize(("root", "way", "value", "kind", "near"), WRONG.values(), ids=WRONG)
def test_an_id_that_leads_nowhere_is_named_with_the_nearest(
    tmp_path: Path, root: str, way: str, value: Any, kind: str, near: str
) -> None:
    (remark,) = read(tmp_path, **{root: changed(ROOTS[root], way, value)}).problems
    assert remark.rule == "Facts.NoSuchReference"
    assert remark.place.file == f"{root}.json"
    assert remark.place.text in str(value)
    assert kind in remark.what
    assert (f'Did you mean "{near}"' in remark.do) == bool(near)


def test_a_wrong_id_stays_as_it_is(tmp_path: Path) -> None:
    inspection = read(tmp_path, inspection=changed(INSPECTION, "addressees.letter.1", "nobody"))
    assert at(inspection.facts, "inspection.addressees.letter.1") == "nobody"
    assert inspection.framework == "jtai-2017"


def test_without_a_framework_the_rest_is_still_checked(tmp_path: Path) -> None:
    tree = changed(changed(INSPECTION, "framework", "nonsense"), "addressees.letter.1", "nobody")
    inspection = read(tmp_path, inspection=tree)
    assert [problem.place.path for problem in inspection.problems] == ["$.framework", "$.addressees.letter[1]"]
    assert inspection.framework == ""
    assert isinstance(at(inspection.facts, "inspection.addressees.letter.0"), Sourced)


EQUAL = {
    "two people": ("inspection", "people.1.id", "dcs", "$.people[1].id"),
    "a person and one of the team": ("inspection", "people.1.id", "lead", "$.team.lead.id"),
    "two concerns": ("inspection", "concerns", [INSPECTION["concerns"][0]] * 2, "$.concerns[1].id"),
    "two findings": ("judgements", "findings.1.id", "S1", "$.findings[1].id"),
    "two records": ("evidence", "1.id", "E1", "$[1].id"),
}


@pytest.mark.parametrize(("root", "way", "value", "path"), EQUAL.values(), ids=EQUAL)
def test_an_id_given_twice_is_named_at_the_second(tmp_path: Path, root: str, way: str, value: Any, path: str) -> None:
    problems = read(tmp_path, **{root: changed(ROOTS[root], way, value)}).problems
    twice = [problem for problem in problems if problem.rule == "Facts.DuplicateId"]
    assert [problem.place.path for problem in twice] == [path]


def test_the_same_person_written_out_twice_is_one_person(tmp_path: Path) -> None:
    tree = changed(INSPECTION, "team.senders", [INSPECTION["team"]["lead"], {**FOR_HEALTH, "id": "health"}])
    assert read(tmp_path, inspection=tree).problems == ()


def test_ids_of_evidence_are_one_family_across_files(tmp_path: Path) -> None:
    problems = read(tmp_path, **{"evidence/more.json": [{**EVIDENCE[0], "text": "Other words."}]}).problems
    assert found(problems) == [("Facts.DuplicateId", "evidence/more.json", 3, "$[0].id")]


def test_evidence_in_a_broken_file_may_be_there(tmp_path: Path) -> None:
    judgements = changed(JUDGEMENTS, "findings.0.evidence", ["E1", "E7", "E8"])
    problems = read(tmp_path, judgements=judgements, **{"evidence/more.json": '{"id": "E7",}'}).problems
    assert [(problem.rule, problem.place.text) for problem in problems if problem.place.file == "judgements.json"] == [
        ("Facts.NoSuchReference", "E8")
    ]


def test_without_any_evidence_nothing_is_said_of_what_is_cited(tmp_path: Path) -> None:
    assert read(tmp_path, evidence=None).problems == ()
