"""Initials: explained where they first stand, once, and only where they are used again."""

from __future__ import annotations

import pytest

from checks.letters import heading, manuscript, paragraph, subject, told
from checks.style_book import book
from lettersmith.checks.acronyms import check
from lettersmith.model.manuscript import Block
from lettersmith.model.style import Section

FIRST = ("HouseStyle.Acronym", "warning")
AGAIN = ("HouseStyle.AcronymAgain", "suggestion")
UNUSED = ("HouseStyle.AcronymUnused", "suggestion")


def said(*blocks: Block | str, known: frozenset[str] = frozenset(), template: str = "") -> list[tuple[str, str, str]]:
    return told(check(subject(manuscript(*blocks, template=template), styles=book(), known=known)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["Staff at the MASH met."], [(*FIRST, "MASH")], id="never explained"),
        pytest.param(["Children with SEND met. They send letters."], [(*FIRST, "SEND")], id="like a word"),
        pytest.param(["Two IROs met."], [(*FIRST, "IROs")], id="in the plural"),
        pytest.param(["The SENCo met staff."], [(*FIRST, "SENCo")], id="with small letters in it"),
        pytest.param(
            ["The MASH met.", "The multi-agency safeguarding hub (MASH) met."],
            [(*FIRST, "MASH")],
            id="explained too late",
        ),
        pytest.param(
            ["The safeguarding hub (MASH) met.", "The safeguarding hub (the MASH) met."],
            [(*AGAIN, "MASH")],
            id="explained twice",
        ),
        pytest.param(["The safeguarding hub (MASH) met."], [(*UNUSED, "MASH")], id="explained, never used"),
        pytest.param(
            ["Some services (CRCs, the NPS) met."], [(*FIRST, "CRCs"), (*FIRST, "NPS")], id="brackets that only list"
        ),
    ],
)
def test_what_is_said_of_initials(texts: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert said(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["The safeguarding hub (MASH) met. The MASH met again."], id="explained, then used"),
        pytest.param(["The hub (referred to as ‘the MASH’) met. The MASH met."], id="called so from now on"),
        pytest.param(["The MASH (multi-agency safeguarding hub) met. The MASH met."], id="words in the brackets"),
        pytest.param(["MASH stands for safeguarding hub. The MASH met."], id="stands for"),
        pytest.param(["The NHS, two GPs and an MP met at A&E in the UK."], id="known to everybody"),
        pytest.param(["You MUST reply and you must NOT wait."], id="words for weight"),
        pytest.param(["Part II is at OX1 1ND."], id="a Roman number and a postcode"),
        pytest.param(["Send it to team@HMIC.example.org or www.HMIC.example."], id="addresses"),
        pytest.param(["He wrote to HMI Probation and HMI Constabulary."], id="a body that is called so"),
        pytest.param(["Ada Quill HMI led the team."], id="a post behind a name"),
        pytest.param(["CHAPTER 2. In this chapter staff met."], id="a word in capitals"),
        pytest.param(["THE TEAM AND THE MASH"], id="a line in capitals"),
    ],
)
def test_initials_that_are_right(texts: list[str]) -> None:
    assert said(*texts) == []


def test_addresses_and_signatures_are_names() -> None:
    assert (
        said(paragraph("Ada Quill, YOS manager", parts=("address",)), paragraph("Jo Reed, CQC", parts=("signature",)))
        == []
    )


def test_above_the_greeting_and_below_the_close_stand_names() -> None:
    assert said("Ada Quill, YOS manager", "Dear Ms Quill", "Staff met.", "Yours sincerely", "Jo Reed, CQC") == []
    assert said("Dear Ms Quill", "The YOS met.", "Yours sincerely") == [(*FIRST, "YOS")]


def test_initials_are_of_use_where_a_name_or_a_sister_of_the_letter_has_them() -> None:
    explained = "The Care Quality Commission (CQC) met."
    assert said(explained, paragraph("Jo Reed, CQC", parts=("signature",))) == []
    assert said(explained, template="jtai-2017/findings-letter@1.0.0") == []


def test_a_heading_is_read_too() -> None:
    assert said(heading("The MASH")) == [(*FIRST, "MASH")]


def test_words_of_the_inspection_are_known() -> None:
    assert said("The WASP met.", known=frozenset({"WASP"})) == []


def test_the_words_are_offered_where_they_are_known() -> None:
    (remark,) = check(subject(manuscript("The LSCB met."), styles=book()))
    assert remark.instead[0] == "Local Safeguarding Children Board (LSCB)"


@pytest.mark.parametrize(
    "styles",
    [None, book("PlainEnglish"), book("HouseStyle", sections=(Section("*"),))],
    ids=["none", "another", "of a .vale.ini"],
)
def test_it_speaks_only_where_its_style_is_in_use(styles: object) -> None:
    assert told(check(subject(manuscript("The MASH met."), styles=styles))) == []
