"""Addressees and copies."""

from __future__ import annotations

from typing import Any

import pytest

from checks.letters import framework, inspection, manuscript, paragraph, subject, template
from lettersmith.checks.people import check
from lettersmith.data import read_areas
from lettersmith.model.facts import Sourced
from lettersmith.model.framework import Seat
from lettersmith.model.manuscript import Block
from lettersmith.model.place import Origin

SEATS = (
    Seat("dcs", "Director of Children's Services", "local_authority", {"findings-letter": "to"}),
    Seat("lscb-chair", "Chair of the LSCB", "lscb", {"findings-letter": "to"}),
    Seat("minister", "Secretary of State", "", {"findings-letter": "copy"}),
    Seat("helper", "Helper", "", {"findings-letter": "to"}, required=False),
    Seat("other", "Other", "", {"another-letter": "to"}),
)
QUILL = {
    "id": "dcs",
    "name": "Ada Quill",
    "role": "dcs",
    "agency": "local_authority",
    "organisation": "Wexcombe County Council",
}
CHAIR = {"id": "chair", "name": "Bo Lark", "role": "lscb-chair", "agency": "lscb", "organisation": "Wexcombe LSCB"}
MINISTER = {"id": "sos", "name": "Cy Dunn", "role": "minister"}
TO = paragraph("Ada Quill\nBo Lark", parts=("address",))
COPIES = paragraph("Cy Dunn", parts=("copies",))


def said(
    *blocks: Block, to: tuple[dict[str, Any], ...] = (QUILL, CHAIR), copies: tuple[dict[str, Any], ...] = (MINISTER,)
) -> list[tuple[str, str, str]]:
    people = {
        name: [Sourced(person, Origin("inspection.json", 0, f"$.people[{n}]")) for n, person in enumerate(group)]
        for name, group in (("letter", to), ("copies", copies))
    }
    facts = {"inspection": {"area": {"name": "Wexcombe", "authority": "Wexcombe County Council"}, "addressees": people}}
    about = subject(
        manuscript(*(blocks or (TO, COPIES))),
        template=template(addressee="inspection.addressees.letter", copies="inspection.addressees.copies"),
        framework=framework(seats=SEATS),
        inspection=inspection(facts),
        areas=read_areas(),
    )
    return [(remark.rule, remark.level.value, remark.what) for remark in check(about)]


def test_everybody_is_there() -> None:
    assert said() == []


def test_a_part_that_the_template_does_not_print_is_not_asked_for() -> None:
    assert said(paragraph("Dear partnership")) == []


@pytest.mark.parametrize(
    ("people", "rule", "words"),
    [
        ({"to": (QUILL,)}, "People.Addressee", "The Chair of the LSCB is not among its addressees."),
        ({"copies": ()}, "People.Copy", "The Secretary of State is not among its copies."),
        ({"to": (QUILL, CHAIR, {**QUILL, "name": "Di East"})}, "People.Addressee", "Di East is listed as an addressee"),
        (
            {"to": ({**QUILL, "organisation": "Leeds City Council"}, CHAIR)},
            "People.Addressee",
            "Ada Quill is of Leeds City Council, and this inspection is of Wexcombe County Council.",
        ),
        (
            {"to": ({**QUILL, "organisation": "Ambershire County Council"}, CHAIR)},
            "People.Addressee",
            "Ada Quill is of Ambershire County Council",
        ),
    ],
    ids=["seat empty", "copy missing", "not named", "another council", "another made-up council"],
)
def test_somebody_is_missing_or_wrong(people: dict[str, Any], rule: str, words: str) -> None:
    ((found, level, what),) = said(**people)
    assert (found, level) == (rule, "error") and what.startswith(words)


def test_a_copy_that_is_not_named() -> None:
    assert [rule for rule, _, _ in said(TO, paragraph("Copies", parts=("copies",)))] == ["People.Copy"]


def test_emails_to_each_person_tell_an_empty_seat_once_and_as_a_warning() -> None:
    facts = {"inspection": {"addressees": {"letter": [QUILL, MINISTER]}}}
    found = []
    for name in ("dcs", "sos"):
        about = subject(
            manuscript(paragraph("Dear Ada Quill"), name=name),
            template=template(for_each="inspection.addressees.letter", each="addressee", addressee="addressee"),
            framework=framework(seats=SEATS[:2]),
            inspection=inspection(facts),
        )
        found += [(name, remark.level.value) for remark in check(about)]
    assert found == [("dcs", "warning")]
