"""What only the laid out pages tell: how much room the last one has left, and where each block begins."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import Any

from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.writing.pdf_glyphs import composed
from lettersmith.writing.pdf_letters import ASCENT, HEIGHT, MM, SEPARATOR, line_pitch

KEY = 48
"""Characters by which a block is found on its page."""
HUGE = 60.0
"""Points: higher letters are the mark behind the words of a draft."""


PACKED = re.compile(rb"/Length (\d+)/Filter/FlateDecode>>\nstream\n")
DRAWN = re.compile(
    rb"/(\w+)\s*(?:<<[^>]*>>)?\s*B[DM]C|\b(EMC)\b|q 1 0 0 -1 -?[\d.]+ (-?[\d.]+) cm[^\n]*\nBT [^(\[<]* 1 0 0 -1 0 0 Tm"
)
"""What Typst draws words with: the beginnings and ends of marks, and the height of each piece of text."""


def measured(data: bytes, manuscript: Manuscript, look: Look) -> tuple[float, tuple[int, ...]]:
    """Lines of body text that still fit on the last page, and the page (from 1) of each block."""
    feet = [] if manuscript.notes else feet_of_one_page(data)
    if feet:
        return room(feet, look.margin_bottom_mm * MM, look), (1,) * len(manuscript.blocks)
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        texts = without_notes([page_text(page) for page in document], manuscript.notes)
        return lines_left(document[len(document) - 1], look), pages_of(manuscript.blocks, texts)
    finally:
        document.close()


def page_text(page: Any) -> str:
    """The text of a page without white space; pdfium shows a hyphen at a line's end as U+0002 or U+FFFE."""
    text = page.get_textpage().get_text_range().replace("\x02", "-").replace("\ufffe", "-")
    return "".join(text.split())


def without_notes(texts: Sequence[str], notes: Sequence[tuple[Span, ...]]) -> list[str]:
    """The texts of the pages without their footnotes, which come last on each."""
    starts = [f"{number}{beginning(note)}" for number, note in enumerate(notes, 1)]
    found = []
    for text in texts:
        places = [place for start in starts if (place := text.rfind(start)) >= 0]
        found.append(text[: min(places)] if places else text)
    return found


def pages_of(blocks: Sequence[Block], texts: Sequence[str]) -> tuple[int, ...]:
    """The page on which each block begins: its first words, looked for in order. A block without words is on the page
    of the block before it."""
    pages: list[int] = []
    page = at = 0
    for block in blocks:
        key = beginning(next((text for text in block.texts() if any(span.text.strip() for span in text)), ()))
        for further in range(page, len(texts)) if key else ():
            found = texts[further].find(key, at if further == page else 0)
            if found >= 0:
                page, at = further, found + len(key)
                break
        pages.append(page + 1)
    return tuple(pages)


def beginning(spans: Sequence[Span]) -> str:
    """The first words of a text, without white space, as far as they are sure to stand on one page."""
    words = ""
    for span in spans:
        if span.note:
            break
        words += "".join(span.text.split())
    return composed(words)[:KEY]


def lines_left(page: Any, look: Look) -> float:
    """Lines of body text that still fit on a page, under the last of its words and above its footnotes."""
    from pypdfium2 import raw

    bottom = look.margin_bottom_mm * MM
    top = page.get_height() - look.margin_top_mm * MM
    width = (look.page_width_mm - look.margin_left_mm - look.margin_right_mm) * MM
    feet: list[float] = []
    separator = bottom
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH)):
        left, low, right, high = item.get_bounds()
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            if abs(right - left - width * SEPARATOR) < 2 and high - low < 2:
                separator = max(low, bottom)
        elif bottom - 1 < high < top + 1 and high - low < HUGE:
            feet.append(item.get_matrix().f)
    return (
        room(feet, separator, look) if any(foot > separator for foot in feet) else room_of_empty(top, separator, look)
    )


def room(feet: Sequence[float], bottom: float, look: Look) -> float:
    """Lines of body text that still fit between the lowest of the feet of letters and the bottom."""
    body = look.texts["body"]
    return room_of_empty(min(foot for foot in feet if foot > bottom) - (HEIGHT - ASCENT) * body.size, bottom, look)


def room_of_empty(top: float, bottom: float, look: Look) -> float:
    """Lines of body text that fit between two heights, in points."""
    return float(round(max(top - bottom, 0.0) / line_pitch(look, look.texts["body"]), 1))


def feet_of_one_page(data: bytes) -> list[float]:
    """The heights on which the letters of a document of one page stand, as the page itself says; none if there are
    more pages, or if it is not drawn in the usual way: then pdfium must measure it, which takes long to start."""
    contents = []
    for match in PACKED.finditer(data):
        content = zlib.decompress(data[match.end() : match.end() + int(match[1])])
        if b"\nBT " in content:
            contents.append(content)
    if len(contents) != 1:
        return []
    marks: list[bytes] = []
    feet: list[float] = []
    pieces = 0
    for mark, end, foot in DRAWN.findall(contents[0]):
        if mark:
            marks.append(mark)
        elif end:
            marks.pop()
        else:
            pieces += 1
            if b"Artifact" not in marks:
                feet.append(float(foot))
    return feet if pieces == contents[0].count(b"\nBT ") else []
