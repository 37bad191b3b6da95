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


NO_EFFECT = {
    "criticism": ("Supervision records are late, and managers do not read them.", "how well"),
    "praise": ("Referrals from schools are thorough and reach the hub in time.", "how well"),
    "what is done": ("A panel screens each contact and sends it to one of the three teams.", "what is done"),
    "work for children": ("Plans for children are detailed and well written by staff.", "how well"),
    "safeguarding": (
        "Health professionals have access to good quality safeguarding training.",
        "how well",
    ),
    "papers of children": (
        "Children's records are out of date and are not read by managers.",
        "how well",
    ),
    "services for children": (
        "Children's social care and the family court share information well.",
        "how well",
    ),
    "a post": (
        "The new director is ambitious, and she has set up a good team of managers.",
        "how well",
    ),
}
EFFECT = {
    "what children do": "Supervision is late, so children are seen less often by their social workers.",
    "what children have": "Managers do not read plans, and children's needs go unmet for months.",
    "plans made with children": "Social workers start too late to plan with disabled children for their lives.",
    "harm": "The police do not share what they know, and harm is not prevented in time.",
    "she, who holds no post": "A man of 28 exploits her. She does not trust the worker, whom she met once.",
    "the frame of a letter": "This letter says how well the police and health services work together.",
    "said to the reader": "Please do not send records of your meetings to the council before Monday.",
    "not about work": "The weather was not good, and the trains from the north were late.",
    "not in whole sentences": "the quality and timeliness of all plans and assessments of the teams",
    "too short": "Records are not good.",
}


@pytest.mark.parametrize(("text", "what"), NO_EFFECT.values(), ids=NO_EFFECT)
def test_a_paragraph_in_which_nothing_happens_to_anybody(text: str, what: str) -> None:
    (remark,) = check(subject(manuscript(paragraph(text), template=""), styles=book()))
    assert (remark.rule, remark.level.value, remark.place.text) == (RULE, "suggestion", text)
    assert what in remark.what


@pytest.mark.parametrize("text", EFFECT.values(), ids=EFFECT)
def test_a_paragraph_that_is_left_alone(text: str) -> None:
    assert said(paragraph(text)) == []


@pytest.mark.parametrize(
    ("head", "text", "hits"),
    [
        pytest.param("Key strengths", "Plans for children are thorough and very well written.", 1, id="a strength"),
        pytest.param("Areas for improvement", "The quality of plans for children is too poor.", 0, id="a thing to do"),
        pytest.param("Other matters", "Plans for children are thorough and very well written.", 0, id="one sentence"),
        pytest.param("Other matters", "Plans are thorough. Files are read and well kept.", 1, id="two sentences"),
    ],
)
def test_an_item_of_a_list(head: str, text: str, hits: int) -> None:
    assert len(said(heading(head), item(text))) == hits


NOT_GOOD = "Supervision records are late, and managers do not read them."


@pytest.mark.parametrize(
    ("blocks", "template", "hits"),
    [
        pytest.param([paragraph("Dear Ada"), paragraph(NOT_GOOD)], "", 0, id="a letter without findings"),
        pytest.param([paragraph("Dear Ada"), heading("Strengths"), paragraph(NOT_GOOD)], "", 1, id="with findings"),
        pytest.param([paragraph(NOT_GOOD)], "jtai-2017/portal-note@1.0.0", 0, id="a template without findings"),
        pytest.param(
            [item("Children are safe.", parts=("strengths",)), paragraph(NOT_GOOD)],
            "jtai-2017/findings-letter@1.2.0",
            1,
            id="a template with findings",
        ),
    ],
)
def test_paragraphs_of_documents_that_hold_findings(blocks: list[Block], template: str, hits: int) -> None:
    assert len(said(*blocks, template=template)) == hits


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
