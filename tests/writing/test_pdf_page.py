"""What stands at the top and bottom of a page: how high it is, is worked out where that is sure, and rightly."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.writing.pdf import FONTS, source, write
from lettersmith.writing.pdf_glyphs import printable
from lettersmith.writing.pdf_letters import ASCENT, MM, line_pitch
from lettersmith.writing.pdf_page import Edge, at_most
from writing.font_kit import glyphs
from writing.pdf_letters import LARGE, LONG, LOOK, MARKED, everything, letter, paragraph, span

BARE = replace(everything(), header=(), footer=())
FOOTED = replace(
    everything(),
    header=(paragraph("Ofsted\nCare Quality Commission"),),
    footer=(paragraph("Joint targeted area inspection of Wexcombe: findings letter"),),
)


def lines(many: int) -> tuple[Block, ...]:
    return tuple(paragraph("Ofsted ", span(f"line {number}", bold=True)) for number in range(many))


SURE = {
    "nothing at the top": BARE,
    "a usual footer": FOOTED,
    "a marking": replace(FOOTED, marking="OFFICIAL-SENSITIVE"),
    "higher than the margins": replace(BARE, header=lines(9), footer=lines(9)),
}
NOT_SURE = {
    "a header that wraps": replace(BARE, header=(paragraph(LONG * 3),)),
    "a footer that wraps": replace(BARE, footer=(paragraph(LONG * 3),)),
    "an empty line": replace(BARE, header=(paragraph("one\n\ntwo"),)),
    "a header of nothing": replace(BARE, header=(paragraph(" "),)),
    "a marking that has no room in the middle": replace(BARE, marking="OFFICIAL-SENSITIVE: " + "do not copy, " * 3),
    "a marking and no room for the number": replace(BARE, marking="Official: not to be copied or to be handed on"),
    "a marked draft": MARKED,
}


def test_no_letter_of_ours_is_wider_than_is_reckoned_with() -> None:
    faces = [glyphs(path) for path in FONTS.glob("*.ttf")]
    too_wide = {one for one in printable() - {"\n"} if max(face[one] for face in faces) > at_most(one)}
    assert len(faces) == 4
    assert too_wide == set()


@pytest.mark.parametrize("manuscript", SURE.values(), ids=SURE)
def test_typst_measures_nothing_where_the_height_is_sure(manuscript: Manuscript) -> None:
    assert "measure(" not in source(manuscript, LOOK)


@pytest.mark.parametrize("manuscript", NOT_SURE.values(), ids=NOT_SURE)
def test_typst_measures_what_may_take_a_second_line(manuscript: Manuscript) -> None:
    assert "measure(" in source(manuscript, LOOK)


@pytest.mark.parametrize("look", [LOOK, LARGE], ids=["normal", "large print"])
@pytest.mark.parametrize("manuscript", SURE.values(), ids=SURE)
def test_what_is_worked_out_is_what_typst_measures(
    manuscript: Manuscript, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = places(write(manuscript, look))
    monkeypatch.setattr(Edge, "is_sure", lambda line, room: False)
    measured = places(write(manuscript, look))
    assert len(worked_out) == len(measured)
    assert max(abs(one - other) for one, other in zip(worked_out, measured, strict=True)) < 0.02


@pytest.mark.parametrize("look", [LOOK, LARGE], ids=["normal", "large print"])
@pytest.mark.parametrize("manuscript", [*SURE.values(), *NOT_SURE.values()], ids=[*SURE, *NOT_SURE])
def test_running_texts_begin_and_end_as_far_from_the_edges_as_the_look_says(manuscript: Manuscript, look: Look) -> None:
    page = pypdfium2.PdfDocument(write(manuscript, look))[0]
    feet = [item.get_matrix().f for item in page.get_objects(filter=(1,)) if not is_watermark(item)]
    first = look.texts["marking" if manuscript.marking or manuscript.stage == "draft" else "header"].size
    last = look.texts["footer"]
    if manuscript.header and manuscript.header[0].spans[0].text.strip():
        assert max(feet) == pytest.approx(page.get_height() - look.header_mm * MM - ASCENT * first, abs=0.05)
    assert min(feet) == pytest.approx(look.footer_mm * MM + line_pitch(look, last) - ASCENT * last.size, abs=0.05)


def is_watermark(item: pypdfium2.PdfObject) -> bool:
    """Whether a text is the mark behind the words of a draft, which stands aslant."""
    return bool(item.get_matrix().b)


def test_a_marking_stands_in_the_middle_and_the_number_at_the_right() -> None:
    document = pypdfium2.PdfDocument(write(replace(letter(paragraph("x")), marking="OFFICIAL"), LOOK))
    left, right = LOOK.margin_left_mm * MM, (LOOK.page_width_mm - LOOK.margin_right_mm) * MM
    (mark_left, _, mark_right, _), (_, _, number_right, _) = [
        item.get_bounds() for item in document[0].get_objects(filter=(1,)) if item.get_bounds()[1] < 60
    ]
    assert mark_left + mark_right == pytest.approx(left + right, abs=1)
    assert number_right == pytest.approx(right, abs=1)


def places(data: bytes) -> list[float]:
    """Where every piece of text on every page stands, in points."""
    pages = pypdfium2.PdfDocument(data)
    return [edge for page in pages for item in page.get_objects(filter=(1,)) for edge in item.get_bounds()]
