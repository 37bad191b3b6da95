"""Strengths and weaknesses say what they mean for children."""

from __future__ import annotations

import pytest

from checks.letters import heading, item, manuscript, paragraph, subject, told
from checks.style_book import book
from lettersmith.checks.effects import check
from lettersmith.checks.finding_lists import parts_at
from lettersmith.checks.passages import passages
from lettersmith.model.manuscript import Block

RULE = "Judgement.NoEffect"


def said(*blocks: Block | str, template: str = "", audience: str = "professionals") -> list[tuple[str, str, str]]:
    return told(check(subject(manuscript(*blocks, template=template, audience=audience), styles=book())))


@pytest.mark.parametrize("part", ["strengths", "development", "priority"])
def test_a_finding_of_ours_without_effect(part: str) -> None:
    ours = "jtai-2017/findings-letter@1.0.0"
    bare, whole = item("Supervision is regular.", parts=(part,)), item("Children are safer.", parts=(part,))
    assert said(bare, whole, template=ours) == [(RULE, "warning", "Supervision is regular.")]


@pytest.mark.parametrize(
    "title",
    ["Strengths", "Key strengths", "What needs to improve?", "Areas for priority action", "Areas for development"],
)
def test_a_list_under_such_a_heading_in_any_file(title: str) -> None:
    for head in (heading(title), paragraph(title)):
        assert said(head, item("Supervision is regular.")) == [(RULE, "suggestion", "Supervision is regular.")]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([heading("Main findings"), item("Supervision is regular.")], id="another heading"),
        pytest.param([heading("Strengths"), paragraph("Supervision is regular.")], id="no list"),
        pytest.param([heading("Strengths"), item("Families get help early.")], id="families"),
        pytest.param(
            [heading("Strengths"), heading("Next steps"), item("Send the plan by May.")], id="under the next heading"
        ),
    ],
)
def test_what_is_left_alone(blocks: list[Block]) -> None:
    assert said(*blocks) == []


def test_only_letters_of_findings_to_professionals() -> None:
    assert said(heading("Strengths"), item("Supervision is regular."), audience="families") == []


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([heading("Areas for priority action"), item("One")], [set(), {"priority"}], id="priority action"),
        pytest.param(
            [paragraph("What needs to improve?"), item("One")], [set(), {"development"}], id="a line as heading"
        ),
        pytest.param(
            [heading("Key strengths"), item("One"), heading("Next steps"), item("Two")],
            [set(), {"strengths"}, set(), set()],
            id="to the next heading",
        ),
        pytest.param(
            [heading("Strengths"), paragraph("A whole sentence."), item("One")],
            [set(), set(), {"strengths"}],
            id="past a sentence",
        ),
        pytest.param([item("One", parts=("priority",))], [{"priority"}], id="named by a template"),
    ],
)
def test_the_parts_of_a_file_are_told_by_its_headings(blocks: list[Block], expected: list[set[str]]) -> None:
    made = manuscript(*blocks, template="")
    assert [set(parts_at(made, passage)) for passage in passages(made)] == expected
