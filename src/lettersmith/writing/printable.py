"""The characters that no format may hold: a document with one of them is refused before it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Manuscript, Span
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

_NONCHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
"""Control characters but tab, line feed and next line; halves of characters; noncharacters."""
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def refuse_unprintable(manuscript: Manuscript) -> None:
    """Refuse a manuscript that holds a character or a link address which no file may hold.

    Raises NotCleared with a remark for each, all in one go.
    """
    remarks = tuple(_remarks(manuscript))
    if remarks:
        raise NotCleared(*remarks)


def _remarks(manuscript: Manuscript) -> Iterator[Remark]:
    for index, span in _spans(manuscript):
        place = Place.of(span.origin, document=manuscript.kind, block=index, text=span.text)
        for found in sorted(set(_UNPRINTABLE.findall(span.text))):
            yield _unprintable(found, place)
        if span.link and not span.link.lower().startswith(_SCHEMES):
            yield Remark(
                "Links.Address",
                Level.ERROR,
                f"The link address “{span.link}” is not one that a letter may lead to.",
                place,
                do="Give an address that begins with https://, http://, mailto: or tel:.",
            )


def _spans(manuscript: Manuscript) -> Iterator[tuple[int, Span]]:
    for index, block in enumerate(manuscript.blocks):
        for text in block.texts():
            for span in text:
                yield index, span
    rest = [block.texts() for block in (*manuscript.header, *manuscript.footer)]
    for text in (*manuscript.notes, *(text for texts in rest for text in texts)):
        for span in text:
            yield -1, span


def _unprintable(character: str, place: Place) -> Remark:
    name = unicodedata.name(character, "a control character" if ord(character) < 0xA0 else "half a character")
    return Remark(
        "Characters.Unprintable",
        Level.ERROR,
        f"There is a character that cannot be printed: U+{ord(character):04X} ({name.lower()}).",
        place,
        why="It cannot be seen, and some programs lose the words after it.",
        do="Delete it and type the words around it again; it usually comes from copying out of another program.",
    )
