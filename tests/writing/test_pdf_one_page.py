"""The room left on a document of one page is read from the page itself, as pdfium would measure it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lettersmith.model.look import Look
from lettersmith.model.manuscript import Manuscript
from lettersmith.writing import pdf, pdf_measure
from writing.pdf_letters import LARGE, LONG, LOOK, item, letter, paragraph, span, table

SHORT = letter(paragraph("One line."))
FULLER = letter(*(paragraph(LONG * size) for size in range(1, 6)), item("one"), item("two", level=2))
TABLED = letter(
    paragraph(span("web", link="https://example.org")), table(("a", "b"), *((f"{n}", "x " * n) for n in range(12)))
)


@pytest.mark.parametrize("look", [LOOK, LARGE], ids=["usual", "large print"])
@pytest.mark.parametrize(
    "manuscript", [SHORT, FULLER, TABLED, replace(SHORT, marking="OFFICIAL")], ids=["short", "fuller", "table", "mark"]
)
def test_it_agrees_with_pdfium(manuscript: Manuscript, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf.write(manuscript, look)
    assert bool(pdf_measure.feet_of_one_page(data)) == (pdf.page_count(data) == 1)
    told = pdf_measure.measured(data, manuscript, look)
    monkeypatch.setattr(pdf_measure, "feet_of_one_page", lambda data: [])
    assert told == pdf_measure.measured(data, manuscript, look)
