"""The page of each paragraph, as LibreOffice lays a Word file out."""

from __future__ import annotations

import shutil
from io import BytesIO

import pytest
from docx import Document

from engines import soffice
from lettersmith.errors import EngineMissing
from lettersmith.reading import manuscript_of, pages


def letter() -> bytes:
    document = Document()
    for number, word in enumerate(("first", "second", "third")):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        document.add_heading("Findings", 1)
        document.add_paragraph(f"This is the {word} of three pages, and it has the same heading as the others.")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.engine("LibreOffice")
def test_libreoffice_tells_the_page_of_each_paragraph() -> None:
    soffice()
    data = letter()
    read = pages.with_pages(manuscript_of(data, "letter.docx"), data)
    texts = [block for block in read.blocks if "three pages" in "".join(span.text for span in block.spans)]
    assert [block.page for block in texts] == [1, 2, 3]
    assert [block.page for block in read.blocks if block.kind == "heading"] == [1, 2, 3]


def test_where_there_is_no_libreoffice_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(pages, "USUAL", ())
    with pytest.raises(EngineMissing, match="LibreOffice is not on this machine"):
        pages.with_pages(manuscript_of(letter(), "letter.docx"), letter())


def test_a_paragraph_over_two_pages_is_on_the_first() -> None:
    assert pages._next(["onetwothr", "eefour"], "three", 0, 0) == (0, 0)  # too little to be sure
    assert pages._next(["onetwothreefourfive", "sixseven"], "threefourfivesixseven", 0, 0) == (0, 27)
    assert pages._next(["one", "two"], "nowhere", 1, 2) == (1, 2)
