"""Sentences that are too long for their reader."""

from __future__ import annotations

import pytest

from checks.letters import BODY, fact, heading, item, manuscript, paragraph, span, subject, table, told
from lettersmith.checks.sentences import check
from lettersmith.model.audience import AUDIENCES


def words(number: int) -> str:
    """A sentence of so many words."""
    return " ".join(["Word"] + ["word"] * (number - 1)) + "."


def levels(number: int, audience: str, template: str) -> list[str]:
    made = manuscript(words(number), audience=audience, template=template)
    return [remark.level.value for remark in check(subject(made))]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_documents_of_our_templates(audience: str) -> None:
    limits = AUDIENCES[audience]
    made = "jtai-2017/letter@1.0.0"
    assert levels(limits.made_warning, audience, made) == []
    assert levels(limits.made_warning + 1, audience, made) == ["warning"]
    assert levels(limits.made_error, audience, made) == ["warning"]
    assert levels(limits.made_error + 1, audience, made) == ["error"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_other_files(audience: str) -> None:
    limits = AUDIENCES[audience]
    assert levels(limits.file_suggestion or limits.file_warning, audience, "") == []
    if limits.file_suggestion:
        assert levels(limits.file_suggestion + 1, audience, "") == ["suggestion"]
    assert levels(limits.file_warning + 1, audience, "") == ["warning"]
    assert levels(limits.file_error, audience, "") == ["warning"]
    assert levels(limits.file_error + 1, audience, "") == ["error"]


def test_the_remark_names_words_limit_place_and_where_to_split() -> None:
    long = "Managers make sure that plans are in place, and children get the help that they need from day one."
    value = span(long, fact("$.children.overall", "judgements.json"))
    made = manuscript(heading("Your area"), paragraph("Short one. ", value), audience="children")
    (remark,) = check(subject(made))
    assert "has 19 words" in remark.what and "limit for children is 15" in remark.what
    assert remark.do == 'Split it after "are in place".'
    assert (remark.place.path, remark.place.block, remark.place.start) == ("$.children.overall", 1, 11)
    assert remark.place.text == long


def test_a_short_value_inside_long_fixed_words_is_not_blamed() -> None:
    made = manuscript(paragraph("Word " * 30, span("Wexcombe", fact("$.area.name")), " word" * 20 + "."))
    (remark,) = check(subject(made))
    assert (remark.place.file, remark.place.line) == (BODY.file, BODY.line)


@pytest.mark.parametrize(
    "block",
    [
        heading(words(50)),
        table([words(50)]),
        paragraph(words(50), parts=("address",)),
        paragraph(words(50), parts=("letter", "copies")),
        paragraph(words(50), parts=("signature",)),
    ],
    ids=["heading", "table", "address", "copies", "signature"],
)
def test_what_is_not_prose_passes(block: object) -> None:
    assert not told(check(subject(manuscript(block))))  # type: ignore[arg-type]


def test_items_and_notes_are_prose() -> None:
    made = manuscript(item(words(50)), notes=((span(words(51)),),))
    assert [remark.place.block for remark in check(subject(made))] == [0, -1]
