"""Labels, and lines that a reader joined, are not prose."""

from __future__ import annotations

import pytest

from checks.letters import heading, item, manuscript, paragraph
from lettersmith.checks.lines import is_label, pieces
from lettersmith.checks.passages import passages
from lettersmith.checks.prose import is_prose, sentences
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin

LABELS = [
    "Dear Ms Quill",
    "Dear parents and carers,",
    "Yours sincerely",
    "County Hall",
    "14 St. Anne's Rd., Thornford, TH3 4CD.",
    "Lantern House, 12 Mill Road, Thornford TH1 2AB",
    "Ada Quill, Director of Children's Services, Thornford Council",
    "Nell Ferris, Deputy Director, Thornshire Probation Service.",
    "Joint targeted area inspection of the multi-agency response to neglect in Thornford",
    "Our reference: TH/17/204, with the letter of 3 March 2017",
    "cc: Chief Constable, Thornshire Police, Mill Road, Thornford",
    "Year\tReferrals\tPlans",
    "3 March 2017",
]

PROSE = [
    "They came late.",
    "Yes!",
    "Do you know whom to ring?",
    "The council must:",
    "We will come on Monday and we will stay for a week",
    "Leaders know their area well and act upon all that they hear from children, schools and partners every week",
    "Ofsted and CQC inspected Thornford.",
    "- see each child within two days",
    "(b) tell the parents",
    "Thank you.",
]


@pytest.mark.parametrize("line", LABELS)
def test_a_label(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize("line", PROSE)
def test_running_text(line: str) -> None:
    assert not is_label(line)


def typed(*lines: str, kind: str = "paragraph") -> Block:
    """A block whose source has these lines, joined by spaces as Markdown does."""
    last = len(lines) - 1
    spans = (
        Span(line + ("" if number == last else " "), Origin("a.md", number + 1)) for number, line in enumerate(lines)
    )
    return Block(kind, tuple(spans))


ADDRESS = (
    "3 March 2017",
    "Ada Quill, Director of Children's Services, Thornford Council",
    "Jo Birch, Head of Thornford CCG",
)
WRAPPED = (
    "Leaders in Thornford have worked with",
    "Mill Road School and with St Anne's,",
    "Lantern House, and Harbour View.",
)


@pytest.mark.parametrize(
    ("block", "number"),
    [
        (typed(*ADDRESS), 0),
        (typed(*WRAPPED), 1),
        (typed("You can ring us.", "You can write to us.", "You can ask your worker."), 3),
        (typed(*ADDRESS, kind="item"), 1),
        (paragraph("County Hall\nMill Road\nThornford"), 0),
        (paragraph("Leadership and management\nLeaders know what they do."), 1),
        (heading("How well are children protected?"), 0),
        (item("Better plans"), 1),
        (item("County Hall\nMill Road"), 0),
        (paragraph("Dear Ms Quill", parts=("greeting",)), 0),
    ],
    ids=[
        "an address whose lines Markdown joined",
        "a wrapped paragraph",
        "a sentence on each line",
        "an item",
        "an address with line breaks",
        "a title above its paragraph",
        "a heading",
        "a short item",
        "an item that is an address",
        "a greeting",
    ],
)
def test_sentences_of_a_block(block: Block, number: int) -> None:
    made = manuscript(block, template="")
    assert len(sentences(made)) == number
    assert all(is_prose(passage) == bool(number) for passage in passages(made))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one line", 1),
        ("Ada Quill\nCounty Hall", 2),
        ("We will stay for\nfive days.", 1),
        ("We will see you and\nMs Quill there.", 1),
        ("They ask us to do it. Please tell\nThornford that we will.", 1),
        ("The council must:\n- see each child;\n- tell the parents.", 3),
        ("Telephone: 0161 496 0100\nEmail: a@example.org", 2),
    ],
)
def test_which_lines_belong_together(text: str, number: int) -> None:
    found = pieces(text)
    assert len(found) == number
    assert found[0][0] == 0 and found[-1][1] == len(text)
