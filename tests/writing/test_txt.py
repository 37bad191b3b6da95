"""The plain text, spelled out."""

from __future__ import annotations

import pytest

from lettersmith.model.manuscript import Block
from lettersmith.writing.txt import write
from writing.letters import WHOLE, letter, paragraph, span, table

EXPECTED = """\
OFFICIAL-SENSITIVE

Draft: not cleared, do not send

Ofsted · Care Quality Commission

Monday 10 July 2017

Ada Quill
County Hall
Wexcombe WX1 1AA

Inspection of Wexcombe
======================

Ofsted and HMI Constabulary[1] inspected. You must reply by 3 November. See our guidance \
(https://www.example.org/guidance) or write to jtai@example.org.

Strengths
---------

* Police & health share what they know:
   * at the daily meeting;
   * in the record of each child < 5.
  A further paragraph.
* A second item.

What must happen
~~~~~~~~~~~~~~~~

1. Send your statement.
2. Tell your board.

Agency: Police
What: Check every case
now

Agency: Health
What:

* * *

If you are worried, phone 01632 960001.

Sam Okoro HMI
Lead inspector

[1] It joined in 2016.

Made up for tests

OFFICIAL-SENSITIVE

Draft: not cleared, do not send
"""


def test_the_whole_letter() -> None:
    assert write(WHOLE).decode("utf-8") == EXPECTED


LINKS = {
    "words that are the address": (span("jtai@example.org", link="mailto:jtai@example.org"), "jtai@example.org"),
    "words that are the number": (span("01632 960001", link="tel:01632960001"), "01632 960001"),
    "words without https": (span("www.example.org", link="https://www.example.org/"), "www.example.org"),
    "other words": (span("our page", link="https://example.org/a"), "our page (https://example.org/a)"),
    "other words for a person": (span("write to us", link="mailto:a@example.org"), "write to us (a@example.org)"),
}


@pytest.mark.parametrize(("words", "expected"), LINKS.values(), ids=LINKS)
def test_links_are_told(words: object, expected: str) -> None:
    assert write(letter(Block("paragraph", (words,)))).decode("utf-8") == f"{expected}\n"  # type: ignore[arg-type]


def test_a_table_of_headings_alone_keeps_them() -> None:
    assert write(letter(table(("Agency", "What")))).decode("utf-8") == "Agency\nWhat\n"


def test_an_empty_line_in_a_value_does_not_split_a_paragraph() -> None:
    assert write(letter(paragraph("one\n\n\ntwo"))).decode("utf-8") == "one\ntwo\n"
