"""Where remarks stand: in which block, of which region, at which letters."""

from __future__ import annotations

import pytest

from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark
from lettersmith.remarks.locating import Spot, is_elsewhere, spots


def paragraph(text: str, anchor: str = "", *parts: str) -> Block:
    return Block("paragraph", (Span(text, Origin("a.docx", anchor=anchor)),), parts=parts)


MANUSCRIPT = Manuscript(
    "",
    "",
    (paragraph("TBC and TBC."), paragraph("In a box: TBC", "", "text box")),
    notes=((Span("First note.", Origin("")),), (Span("TBC here.", Origin("")),)),
    header=(paragraph("Wexcombe TBC"),),
    footer=(paragraph("TBC"),),
    asides=(
        paragraph("TBC", "word/comments.xml#0", "comment"),
        paragraph("TBC", "word/document.xml#7", "deleted text"),
        paragraph("TBC", "word/document.xml#9", "deleted text"),
    ),
)


def where(*places: Place) -> list[Spot | None]:
    return spots(MANUSCRIPT, [Remark("Gaps.Placeholder", Level.ERROR, "x", place) for place in places])


def tbc(start: int, **more: object) -> Place:
    return Place(start=start, end=start + 3, text="TBC", **more)  # type: ignore[arg-type]


PLACES = {
    "words of the body": (tbc(8, block=0), Spot("body", 0, 8, 11)),
    "words that stand elsewhere in their block": (tbc(2, block=1), Spot("body", 1, 10, 13)),
    "words that are not where they should be, and stand there twice": (tbc(2, block=0), Spot("body", 0, 0, 0)),
    "a whole block": (Place(block=0), Spot("body", 0, 0, 0)),
    "a text box": (tbc(10, block=1, region="text box"), Spot("body", 1, 10, 13)),
    "the header": (tbc(9, region="header"), Spot("header", 0, 9, 12)),
    "a note": (tbc(0, region="note"), Spot("note", 1, 0, 3)),
    "the footer": (tbc(0, region="footer"), Spot("footer", 0, 0, 3)),
    "a comment": (tbc(0, region="comment"), Spot("aside", 0, 0, 3)),
    "deleted text": (tbc(0, region="deleted text"), Spot("aside", 1, 0, 3)),
    "deleted text in a paragraph that is named": (
        tbc(0, region="deleted text", anchor="word/document.xml#9"),
        Spot("aside", 2, 0, 3),
    ),
    "words beside the text, region unknown": (tbc(9), Spot("header", 0, 9, 12)),
    "a block that is not there": (tbc(0, block=9), Spot("header", 0, 9, 12)),
    "words that are nowhere": (Place(block=9, text="nowhere"), None),
    "the whole document": (Place(document="a.docx"), None),
}


@pytest.mark.parametrize(("place", "expected"), PLACES.values(), ids=PLACES)
def test_the_spot_of_a_place(place: Place, expected: Spot | None) -> None:
    assert where(place) == [expected]


def test_the_same_words_in_several_places_go_to_one_after_the_other() -> None:
    place = tbc(0, region="deleted text")
    assert where(place, place, place) == [Spot("aside", 1, 0, 3), Spot("aside", 2, 0, 3), Spot("aside", 2, 0, 3)]


FILES = {
    "the file itself": ("draft.md", "drafts/draft.md", False),
    "no file": ("", "draft.md", False),
    "what was piped in": ("standard input.md", "standard input", False),
    "an attachment": ("mail.eml › a.docx", "drafts/mail.eml › a.docx", False),
    "the facts": ("judgements.json", "out/letter.docx", True),
    "a template": ("jtai-2017/findings-letter@1.0.0/letter.md", "out/letter.docx", True),
}


@pytest.mark.parametrize(("mend", "checked", "expected"), FILES.values(), ids=FILES)
def test_what_to_mend_may_be_another_file(mend: str, checked: str, expected: bool) -> None:
    assert is_elsewhere(Place(mend), checked) is expected
