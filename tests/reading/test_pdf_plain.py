"""The plain reader of our PDFs reads what pdfium reads, or says that it cannot."""

from __future__ import annotations

import re
import zlib

import pytest

from lettersmith.model.manuscript import Manuscript
from lettersmith.reading import pdf
from lettersmith.reading.pdf_plain import NotPlain, pages
from lettersmith.writing.pdf import write
from writing.pdf_letters import LOOK, MARKED, everything, letter, paragraph, table

MANY = "".join(map(chr, range(0xC0, 0x17F))) + "".join(map(chr, range(0x391, 0x3C9))).replace("\u03a2", "")
"""More letters than one byte counts, so that their numbers are written in several ways."""


@pytest.mark.parametrize(
    "manuscript",
    [
        everything(),
        MARKED,
        letter(paragraph(MANY), paragraph(MANY[::-1])),
        letter(paragraph("(a) ((b) c\\ )) <d> [e] TJ Tj BDC EMC ET \\000 /f0 12 Tf")),
        letter(*(paragraph(f"{number} plans, well-kept and long " * 30) for number in range(40))),
        letter(table(("Heading", "b"), *((f"row {n}", "x " * 200) for n in range(30)))),
    ],
    ids=["every kind of block", "header, footer, marking", "many letters", "marks of PDF", "pages", "a long table"],
)
def test_it_reads_what_pdfium_reads(manuscript: Manuscript) -> None:
    data = write(manuscript, LOOK)
    assert pdf.plain_pages(data) == pdf.pdfium_pages(data)


def damaged(find: bytes, put: bytes) -> bytes:
    """A PDF of ours with other bytes of the same length somewhere."""
    data = write(letter(paragraph("Children are safe.")), LOOK)
    assert find in data
    assert len(find) == len(put)
    return data.replace(find, put)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no PDF",
        b"%PDF-1.7\ncut off",
        damaged(b"xref\n0 ", b"zref\n0 "),
        damaged(b"/Identity-H", b"/WinAnsi-En"),
        damaged(b"/FlateDecode", b"/Flate_ecode"),
        damaged(b"/Contents", b"/Kontents"),
        damaged(b"/Font<<", b"/Fond<<"),
    ],
    ids=["empty", "a zip", "cut off", "no table", "another coding", "another packing", "no words", "no fonts"],
)
def test_what_it_does_not_know_it_says(data: bytes) -> None:
    with pytest.raises(NotPlain):
        pages(data)


def redrawn(change: tuple[bytes, bytes]) -> bytes:
    """A PDF of ours whose page draws something else, packed into as many bytes or fewer."""
    data = write(letter(paragraph("Safe safe safe safe safe safe safe safe safe safe safe safe safe safe.")), LOOK)
    for match in re.finditer(rb"/Length (\d+)/Filter/FlateDecode>>\nstream\n", data):
        packed = data[match.end() : match.end() + int(match[1])]
        content = zlib.decompress(packed)
        if b"BT " in content:
            assert change[0] in content
            black = re.compile(rb"/c0 cs [\d. ]+ scn")  # colours go, to make room
            new = zlib.compress(black.sub(b"", content.replace(*change)), 9)
            assert len(new) <= len(packed)
            return data.replace(packed, new + b" " * (len(packed) - len(new)))
    raise AssertionError("no page")


@pytest.mark.parametrize(
    "change",
    [(b"/f0", b"/f9"), (b"BT ", b"BI "), (b"]TJ\nET", b"]TJ ET TJ")],
    ids=["a font that is not there", "another operator", "words where none are looked for"],
)
def test_other_operators_are_left_to_pdfium(change: tuple[bytes, bytes]) -> None:
    with pytest.raises(NotPlain):
        pages(redrawn(change))


def test_a_page_that_says_something_else_is_found_out() -> None:
    assert pages(redrawn((b"BT ", b"BT ")))
    data = redrawn((rb"\000\001", rb"\000\002"))
    assert pdf.same_words(letter(paragraph("Safe " * 13 + "safe.")), data)
