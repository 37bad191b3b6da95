"""What a PDF of ours says when it is read back, and how a difference is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lettersmith.model.manuscript import Manuscript
from lettersmith.reading.pdf import same_words, words_of
from lettersmith.writing.pdf import write
from writing.pdf_letters import LOOK, MARKED, everything, item, letter, paragraph, span, table

NOTED = letter(
    paragraph("First", span("", note=1), " and second", span("", note=2)),
    notes=((span("One."),), (span("Two."),)),
)


def test_running_texts_and_marks_are_no_words_of_the_document() -> None:
    assert words_of(write(MARKED, LOOK)) == words_of(write(everything(), LOOK))


def test_the_repeated_heading_of_a_table_is_read_once() -> None:
    long = letter(table(("Heading", "b"), *((f"row {n}", "x " * 200) for n in range(30))))
    pages = words_of(write(long, LOOK))
    assert len(pages) > 3
    assert "".join(pages).count("Heading") == 1


def test_labels_of_lists_and_footnotes_are_words() -> None:
    listed = letter(item("a"), item("b", level=2), item("c", marker="number", number=7, run=1), *NOTED.blocks)
    assert words_of(write(replace(listed, notes=NOTED.notes), LOOK)) == ["•a–b7.cFirst1andsecond21One.2Two."]


@pytest.mark.parametrize(
    ("written", "wanted", "said"),
    [
        (letter(paragraph("a b")), letter(paragraph("ab")), ""),
        (letter(paragraph("grade: good")), letter(paragraph("grade: poor")), "should go on with “poor”"),
        (letter(paragraph("a")), letter(paragraph("a"), paragraph("lost")), "The file ends before “lost”."),
        (letter(paragraph("a"), paragraph("extra")), letter(paragraph("a")), "has more than the document: “extra”"),
        (letter(item("a")), letter(paragraph("a")), "should go on with “a”, but the file has “•a”"),
        (letter(item("a", marker="number", number=2)), letter(item("a", marker="number", number=3)), "“3.a”"),
        (letter(table(("a", "b"), ("c", "d"))), letter(table(("a", "b"), ("c", ""))), "more than the document: “d”"),
        (NOTED, replace(NOTED, notes=((span("One."),), (span("Too."),))), "“oo.”, but the file has “wo.”"),
        (NOTED, replace(NOTED, notes=((span("Two."),), (span("One."),))), "should go on with “Two.2One.”"),
        (letter(paragraph("É")), letter(paragraph("E\u0301")), ""),
    ],
    ids=[
        "white space",
        "another word",
        "a block less",
        "a block more",
        "a bullet",
        "a number",
        "a cell",
        "a footnote",
        "footnotes changed about",
        "an accent apart",
    ],
)
def test_the_first_difference_is_told(written: Manuscript, wanted: Manuscript, said: str) -> None:
    told = same_words(wanted, write(written, LOOK))
    assert said in told
    assert bool(said) == bool(told)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no PDF", b"%PDF-1.7\ncut off"], ids=["empty", "a zip", "cut off"])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        words_of(data)
