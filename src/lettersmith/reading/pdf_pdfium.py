"""PDFs of any form: the words of each page as pdfium reads them."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_ulong, c_ushort, sizeof, string_at
from typing import Any

import pypdfium2
from pypdfium2 import raw

HYPHENS = {0x2: "-", 0xFFFE: "-"}
"""How pdfium tells of a hyphen at the end of a line."""
ROOM = 4096
"""Characters that the text of one object of a page is first given."""
ARTEFACT = "Artifact\0".encode("utf-16-le")
"""The mark around what is not part of the document."""


def pages(data: bytes) -> Iterator[str]:
    """The text of each page, in the order in which it was written, without what is marked as an artefact."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        raise ValueError("this is not a PDF") from broken
    try:
        for page in document:
            yield "".join(objects(page))
            page.close()
    finally:
        document.close()


def objects(page: Any) -> Iterator[str]:
    """The texts of one page, object by object."""
    textpage = page.get_textpage()
    room = (c_ushort * ROOM)()
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT or is_artefact(item):
            continue
        size = raw.FPDFTextObj_GetText(item, textpage, room, sizeof(room))
        if size > sizeof(room):
            room = (c_ushort * size)()
            raw.FPDFTextObj_GetText(item, textpage, room, sizeof(room))
        yield string_at(room, max(size - 2, 0)).decode("utf-16-le").translate(HYPHENS)
    textpage.close()


def is_artefact(item: Any) -> bool:
    """Whether an object of a page is no part of the document: a running header, a repeated heading, a line."""
    name, size = (c_ushort * 16)(), c_ulong()
    for index in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        raw.FPDFPageObjMark_GetName(mark, name, sizeof(name), byref(size))
        if string_at(name, len(ARTEFACT)) == ARTEFACT:
            return True
    return False
