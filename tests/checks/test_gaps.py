"""Placeholders that must not be sent."""

from __future__ import annotations

import pytest

from checks.letters import fact, manuscript, paragraph, span, subject, table, template, told
from lettersmith.checks.gaps import check

HITS = {
    "[insert name and title]": "[insert name and title]",
    "Dear [name]": "[name]",
    "on [date] inspectors": "[date]",
    "Area: [missing name]": "[missing name]",
    "[TBC]": "[TBC]",
    "[to be confirmed]": "[to be confirmed]",
    "[...]": "[...]",
    "the <insert area> council": "<insert area>",
    "ring xxxx for help": "xxxx",
    "0161 xxx": "xxx",
    "XXXX council": "XXXX",
    "on xx/xx/2017": "xx/xx",
    "in May 20XX": "20XX",
    "TODO write this": "TODO",
    "The date is TBC.": "TBC",
    "TBA": "TBA",
    "to {{ area.name }} and": "{{ area.name }}",
    "{% if x %}": "{% if x %}",
    "left over }}": "}}",
    "Lorem ipsum dolor": "Lorem ipsum",
    "I told him/her": "him/her",
    "inform him/her/you": "him/her/you",
    "he/she/they said": "he/she/they",
    "his/her plan": "his/her",
    "her/his plan": "her/his",
    "if s/he asks": "s/he",
    "Dear Sir/Madam": "Sir/Madam",
    "Mr/Mrs/Ms Quill": "Mr/Mrs/Ms",
    "is/is not (delete as appropriate)": "delete as appropriate",
    "Name: ________": "________",
    "Error! Reference source not found.": "Error! Reference source not found.",
    "Click or tap here to enter text.": "Click or tap here to enter text.",
    "about ??? children": "???",
    "the child\ufffds plan": "\ufffd",
}

PASSES = [
    "The court in [2016] EWFC 9 said so.",
    "“She [the social worker] listened.”",
    "They wrote “thier” [sic].",
    "and/or",
    "children and/or families",
    "Part XXX of the Act",
    "Malcolm X and Xanthe",
    "the 20/21 plan",
    "Why? Nobody knew.",
    "Children waited… and waited.",
    "There is a lot to do for the board.",
    "The county (Wexcombe) agreed.",
    "The form has a box [ ] for each.",
    "the social worker/manager meeting",
    "Add the date to the plan.",
    "the date of birth",
    "a {small} mark",
    "the error was found",
    "Mr Sir and Mrs Madam",
    "choose an item from the list",
]


@pytest.mark.parametrize(("text", "found"), HITS.items(), ids=HITS.keys())
def test_a_placeholder_is_refused(text: str, found: str) -> None:
    assert told(check(subject(manuscript(text)))) == [("Gaps.Placeholder", "error", found)]


@pytest.mark.parametrize("text", PASSES)
def test_other_words_pass(text: str) -> None:
    assert not told(check(subject(manuscript(text))))


def test_it_points_at_the_value_that_holds_it() -> None:
    value = span("xxxx", fact("$.team.lead.phone"))
    (remark,) = check(subject(manuscript("Fine.", paragraph("Ring ", value, " today."))))
    assert (remark.place.file, remark.place.path) == ("inspection.json", "$.team.lead.phone")
    assert (remark.place.block, remark.place.start, remark.place.end) == (1, 5, 9)


def test_tables_headers_footers_and_notes_are_read() -> None:
    made = manuscript(
        table(["Name", "Post"], ["TBC", "Lead"]),
        header=(paragraph("[insert area]"),),
        footer=(paragraph("Page xxxx"),),
        notes=((span("See {{ link }}"),),),
    )
    remarks = list(check(subject(made)))
    assert {remark.place.text for remark in remarks} == {"TBC", "[insert area]", "xxxx", "{{ link }}"}
    (cell,) = [remark.place for remark in remarks if remark.place.text == "TBC"]
    assert (cell.block, cell.start, cell.end) == (0, 10, 13)


def test_notes_to_the_writer_are_only_warned_of_while_somebody_writes() -> None:
    made = manuscript("The date is TBC.", template="")
    assert told(check(subject(made))) == [("Gaps.Placeholder", "warning", "TBC")]


def test_a_form_may_hold_choices_and_lines() -> None:
    made = manuscript("Yes/no (delete as appropriate) Signed: ________")
    assert not list(check(subject(made, template=template(form=b"PK"))))


def test_a_missing_fact_is_told_once() -> None:
    """The program has already named the gap in what it makes; in a file that it reads, nobody has."""
    text = "Area: [missing: area name]."
    assert not list(check(subject(manuscript(text))))
    assert told(check(subject(manuscript(text, template="")))) == [
        ("Gaps.Placeholder", "error", "[missing: area name]")
    ]
