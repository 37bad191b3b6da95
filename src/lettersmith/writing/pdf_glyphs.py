"""The characters that our own fonts can print and that can be read back from a PDF, and the refusal of all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, name, normalize

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Manuscript, Span
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

RULE = "Format.NoGlyph"
NAMED = 8
"""Characters of one value that are named one by one; any more are counted."""
PRINTABLE = """
    20-7E A0-AC AE-2FF 374-375 37A-37E 384-38A 38C 38E-3A1 3A3-3CE 3D0-482 48A-513 51A-51D 1D00-1DBF 1E00-1E9B 1E9E
    1EA0-1EF9 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4
    1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-200A 2010 2012-2022 2026 202F-2030 2032-2034 2039-203A
    203C 203E 2044 205E 2074-2079 207F-2089 2090-2094 20A0-20B5 20BF 2105 2113 2116-2117 2122 2126 212E 214D-214E
    2153-2154 215B-215E 2184 2190-2195 21A8 21D4 2202 2206 220F 2211-2212 2215 2219-221A 221E-221F 2229 222B 2248
    2260-2262 2264-2265 2302 2310 2320-2321 2500 2502 250C 2510 2514 2518 251C 2524 252C 2534 253C 2550-256C 2580
    2584 2588 258C 2590-2593 25A0-25A1 25AA-25AC 25B2 25BA 25BC 25C4 25CA-25CC 25CF-25D9 25E6 263A-263C 263F-2647
    2660 2663 2665-2666 2669-266C 266F 2C60-2C6D 2C71-2C77 2E17 A717-A721 A788-A78C FB29
"""
"""Code points that all four faces have a glyph for, but for those that are lost, joined or turned round when a PDF is
read: marks above or below a letter, characters without width, writing from right to left, the ligatures fi and fl.
tests/writing/test_pdf_glyphs.py makes this table anew from the fonts."""
ADVICE = {
    "\t": "Use a space, or a table.",
    "\u00ad": "Delete it: it is a hyphen that is seen only at the end of a line.",
    "\u2011": "Type an ordinary hyphen.",
    "\ufb01": "Type the letters f and i.",
    "\ufb02": "Type the letters f and l.",
}
DO = {
    True: "Type another character in its place; if it cannot be seen, delete it.",
    False: "Type others in their place; delete those that cannot be seen. The Word file can hold them.",
}
CONTROLS = {"\t": "tab", "\r": "carriage return", "\v": "vertical tab", "\f": "page break", "\x85": "next line"}
_ORDINARY = re.compile(r"[ -~\n\u00a3\u2013\u2014\u2018\u2019\u201c\u201d]*")
"""What nearly every text is made of: nothing else is asked of it."""
_MARKS = re.compile("[\u0300-\u036f]")


def refuse_unprintable(manuscript: Manuscript) -> None:
    """Refuse a manuscript with a character that a PDF in our fonts cannot hold.

    Raises NotCleared with a remark for each value or piece of a template that has any, all in one go.
    """
    faults = tuple(_remarks(manuscript))
    if faults:
        raise NotCleared(*faults)


def composed(text: str) -> str:
    """The same text; where it holds accents of their own, each is joined to its letter, as the fonts have them."""
    return normalize("NFC", text) if _MARKS.search(text) else text


@cache
def printable() -> frozenset[str]:
    """Every character that can be printed, line breaks included."""
    found = {"\n"}
    for piece in PRINTABLE.split():
        first, _, last = piece.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def _remarks(manuscript: Manuscript) -> Iterator[Remark]:
    for index, span in _spans(manuscript):
        if _ORDINARY.fullmatch(span.text):
            continue
        faults = [character for character in dict.fromkeys(composed(span.text)) if character not in printable()]
        if faults:
            yield _remark(faults, index, span, manuscript.kind)


def _spans(manuscript: Manuscript) -> Iterator[tuple[int, Span]]:
    """Every span with the index of its block; -1 outside the body."""
    for index, block in enumerate(manuscript.blocks):
        for text in block.texts():
            for span in text:
                yield index, span
    rest = [text for block in (*manuscript.header, *manuscript.footer) for text in block.texts()]
    for text in (*manuscript.notes, *rest):
        for span in text:
            yield -1, span


def _remark(faults: list[str], block: int, span: Span, document: str) -> Remark:
    named = ", ".join(map(in_words, faults[:NAMED]))
    more = f" and {len(faults) - NAMED} more" if len(faults) > NAMED else ""
    one = len(faults) == 1
    start = max(span.text.find(faults[0]), 0)
    place = Place.of(span.origin, document=document, block=block, start=start, end=start + 1, text=faults[0])
    return Remark(
        RULE,
        Level.ERROR,
        f"{'A character' if one else 'Characters'} in this text cannot be printed in the PDF: {named}{more}.",
        place,
        why="The typeface of our documents does not have it, or it would be lost when the PDF is read aloud.",
        do=ADVICE.get(faults[0], DO[True]) if one else DO[False],
    )


def in_words(character: str) -> str:
    """A character as a remark names it.

    >>> in_words("\u200b")
    'U+200B zero width space'
    >>> in_words("\u2603")
    '☃ U+2603 snowman'
    """
    shown = "" if category(character)[0] in "CZM" else f"{character} "
    called = name(character, CONTROLS.get(character, "a character without a name"))
    return f"{shown}U+{ord(character):04X} {called.lower()}"
