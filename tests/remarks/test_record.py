"""The record of a check: one page to sign, that says what was checked, with what, and what was let stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lettersmith.model.manuscript import block_text
from lettersmith.model.review import Review
from lettersmith.reading import read
from lettersmith.remarks.record import record
from lettersmith.tasks.recording import FORMATS, record_of
from lettersmith.writing.pdf import page_count
from remarks.shared_reviews import CLEAN, REVIEW, SILENCED, UNREAD

DAY = date(2017, 5, 9)


def words(*reviews: Review) -> str:
    return "\n".join(block_text(block) for block in record(reviews, unread=UNREAD, day=DAY).blocks)


def words_of(*reviews: Review) -> str:
    return "\n".join(block_text(block) for block in record(reviews, day=DAY).blocks)


TOLD = {
    "the day": "Checked on Tuesday 9 May 2017 with lettersmith",
    "the file": "Leadership v3 <FINAL> & more.docx\tfamilies\t1,210",
    "its hash": "0f0f0f0f0f0f0f0f 0f0f0f0f0f0f0f0f 0f0f0f0f0f0f0f0f 0f0f0f0f0f0f0f0f",
    "the rules": "Styles: PlainEnglish, HouseStyle (412 rules).",
    "the engine": "Grammar and spelling: Harper 0.2.0.",
    "what was not checked": "LanguageTool is not here.",
    "what could not be read": "“old.docx” is locked.",
    "how many errors, and of which rules": "Must change\t8\tOtherArea.Name 3, Gaps.Placeholder 2,",
    "how many warnings": "Look at this\t8\tPlainEnglish.Wordy 4,",
    "what was accepted, why, by whom and until when": (
        "PlainEnglish.Wordy: utilise\tIt is the council's own name.\tAda <b>Quill</b>\t9 May 2017"
    ),
    "what else was silenced": "2 silenced: 1 by a comment in the text, 1 not new since last time.",
    "room to sign": "Name\tPost\tDate\tSignature",
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_the_record_tells(told: str) -> None:
    assert told in words(REVIEW)


def test_a_clean_file_is_told_to_be_clean() -> None:
    told = words_of(CLEAN)
    assert "Must change\t0\tnone" in told
    assert "Nothing was accepted or silenced." in told
    assert "What was not checked\nGrammar and spelling.\n" in told
    assert "No program reads as a person does." in words_of(CLEAN._replace(grammar="Harper 0.2.0"))


LONG = "a very long name of a draft by several writers, and its version, " * 3
MANY = [
    REVIEW._replace(file=f"{number} {LONG}.docx", silenced=SILENCED * 3, not_checked=REVIEW.not_checked * 5)
    for number in range(40)
]
SIZES = {"one file": [REVIEW], "two": [REVIEW, CLEAN], "forty": MANY, "none": []}


@pytest.mark.parametrize("reviews", SIZES.values(), ids=SIZES)
def test_it_is_one_page(reviews: list[Review]) -> None:
    assert page_count(record_of(reviews, ".pdf", unread=UNREAD, day=DAY)) == 1


def test_what_is_many_is_counted() -> None:
    told = words(*MANY)
    assert "And 32 more files with 38,720 words." in told
    assert "And 112 more: see accepted.toml." in told
    assert "LanguageTool is not here. (200 times)" in told


@pytest.mark.parametrize("format", FORMATS)
def test_it_can_be_filed_in_each_format_and_read_again(tmp_path: Path, format: str) -> None:
    file = tmp_path / f"record{format}"
    file.write_bytes(record_of([REVIEW, CLEAN], format, unread=UNREAD, day=DAY))
    if format == ".pdf":
        assert file.read_bytes().startswith(b"%PDF")
        return
    read_back = " ".join(" ".join(block_text(block).split()) for block in read(file).all_blocks())
    for told in ("Record of checks before quality assurance", "Leadership v3 <FINAL> & more.docx", "Ada <b>Quill</b>"):
        assert told in read_back


def test_a_name_in_any_script_and_signs_that_no_font_has_do_not_stop_it() -> None:
    odd = REVIEW._replace(file="הילדים 👩‍👧 \x1b[2J \ufdd0 \ud800.docx")
    for format in FORMATS:
        assert record_of([odd], format, day=DAY)


def test_the_same_check_gives_the_same_bytes() -> None:
    assert record_of([REVIEW], ".docx", day=DAY) == record_of([REVIEW], ".docx", day=DAY)
