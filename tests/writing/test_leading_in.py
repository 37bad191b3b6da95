"""A sentence that announces a list stands on the list's page; a telephone number stands on one line of its column."""

import io
import zipfile

import pytest

from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import NOWHERE
from lettersmith.writing.columns import column_widths, ems
from lettersmith.writing.docx import write as write_docx
from lettersmith.writing.pdf import lay_out
from writing.pdf_letters import LOOK


def said(text: str) -> tuple[Span, ...]:
    return (Span(text, NOWHERE),)


def letter(lines: int, announces: str) -> Manuscript:
    above = [Block("paragraph", said(f"Line {number}.")) for number in range(lines)]
    items = [Block("item", said(f"thing {number}"), 1, (), "bullet") for number in range(6)]
    return Manuscript(
        "note", "Note", (Block("heading", said("Note"), 1), *above, Block("paragraph", said(announces)), *items)
    )


def kept(manuscript: Manuscript) -> bool:
    with zipfile.ZipFile(io.BytesIO(write_docx(manuscript, LOOK))) as package:
        document = package.read("word/document.xml").decode("utf-8")
    return "<w:keepNext/>" in document


@pytest.mark.parametrize(
    ("announces", "stays"),
    [("We look at:", True), ("We look at: ", True), ("We look.", False)],
    ids=["a sentence with a colon", "a space behind the colon", "a sentence that is whole"],
)
def test_in_word_a_sentence_that_announces_a_list_is_kept_with_it(announces: str, stays: bool) -> None:
    assert kept(letter(3, announces)) is stays


def page_of(pdf: bytes, words: str) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    return next(number for number, text in enumerate(texts) if words in text)


@pytest.mark.parametrize("lines", range(23, 30))
def test_in_the_pdf_it_never_stands_alone_at_a_foot(lines: int) -> None:
    pdf, _ = lay_out(letter(lines, "We look at these:"), LOOK)
    assert page_of(pdf, "We look at these:") == page_of(pdf, "thing 0")


def test_a_column_that_lacks_little_gets_it_before_one_that_lacks_much() -> None:
    rows = (
        ("Name and post", "Telephone", "Email"),
        ("Sam Okoro (Lead inspector, Her Majesty's Inspector, Ofsted)", "07700 900101", "sam.okoro@ofsted.example.org"),
    )
    table = Block("table", rows=tuple(tuple(map(said, row)) for row in rows))
    widths = column_widths(table, 453.0, 11.0, 4.0)
    assert widths[1] >= ems("07700 900101") * 11 + 8
    assert sum(widths) == 453.0
