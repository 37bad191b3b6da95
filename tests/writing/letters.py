"""A made-up letter that has everything a manuscript can have, and the look of the tests."""

from __future__ import annotations

from lettersmith.model.look import Look, TextLook
from lettersmith.model.manuscript import Block, Envelope, Manuscript, Span
from lettersmith.model.place import Origin

HERE = Origin("letter.md", 3)
LOOK = Look(
    name="test",
    font="Liberation Sans",
    word_font="Arial",
    page_width_mm=210.0,
    page_height_mm=297.0,
    margin_top_mm=25.0,
    margin_bottom_mm=22.0,
    margin_left_mm=25.0,
    margin_right_mm=25.0,
    header_mm=11.0,
    footer_mm=10.0,
    line=1.15,
    texts={"body": TextLook(12.0), "heading1": TextLook(17.0), "heading2": TextLook(14.0), "cell": TextLook(11.0)},
    list_indent=18.0,
    list_hang=18.0,
    cell_padding=4.0,
)


def span(text: str, *, bold: bool = False, italic: bool = False, link: str = "", note: int = 0) -> Span:
    """Some words."""
    return Span(text, HERE, bold, italic, link, note)


def paragraph(*spans: Span | str, parts: tuple[str, ...] = ()) -> Block:
    """A paragraph of words."""
    return Block("paragraph", spans_of(spans), parts=parts, origin=HERE)


def heading(text: str, level: int) -> Block:
    """A heading."""
    return Block("heading", (span(text),), level, origin=HERE)


def bullet(*spans: Span | str, level: int = 1) -> Block:
    """An item with a bullet."""
    return Block("item", spans_of(spans), level, marker="bullet", origin=HERE)


def numbered(number: int, text: str, *, level: int = 1, run: int = 1) -> Block:
    """An item with a number."""
    return Block("item", (span(text),), level, marker="number", number=number, run=run, origin=HERE)


def further(text: str, level: int = 1) -> Block:
    """A further paragraph of the item before it."""
    return Block("item", (span(text),), level, origin=HERE)


def table(*rows: tuple[str, ...]) -> Block:
    """A table of texts."""
    cells = tuple(tuple((span(cell),) if cell else () for cell in row) for row in rows)
    return Block("table", rows=cells, origin=HERE)


def letter(*blocks: Block, **more: object) -> Manuscript:
    """A letter of some blocks, addressed to Ada Quill."""
    values: dict[str, object] = {"kind": "findings-letter", "title": "Findings", "blocks": blocks, "envelope": ENVELOPE}
    return Manuscript(**{**values, **more})  # type: ignore[arg-type]


def spans_of(spans: tuple[Span | str, ...]) -> tuple[Span, ...]:
    """Bare texts as spans."""
    return tuple(span(words) if isinstance(words, str) else words for words in spans)


ENVELOPE = Envelope(
    "Ada Quill", "ada.quill@wexcombe.example.org", "Sam Okoro", "sam.okoro@example.org", "Inspection of Wexcombe"
)

WHOLE = letter(
    paragraph("Monday 10 July 2017", parts=("date",)),
    paragraph("Ada Quill\nCounty Hall\nWexcombe WX1 1AA", parts=("address",)),
    heading("Inspection of Wexcombe", 1),
    paragraph(
        "Ofsted and HMI Constabulary",
        span("", note=1),
        " inspected. ",
        span("You must reply", bold=True),
        " by ",
        span("3 November", italic=True),
        ". See ",
        span("our guidance", link="https://www.example.org/guidance"),
        " or write to ",
        span("jtai@example.org", link="mailto:jtai@example.org"),
        ".",
    ),
    heading("Strengths", 2),
    bullet("Police & health share what they know:"),
    bullet("at the daily meeting;", level=2),
    bullet("in the record of each child < 5.", level=2),
    further("A further paragraph."),
    bullet("A second item."),
    heading("What must happen", 3),
    numbered(1, "Send your statement."),
    numbered(2, "Tell your board."),
    table(("Agency", "What", ""), ("Police", "Check every case", "now"), ("Health", "", "")),
    Block("rule"),
    paragraph("If you are worried, phone 01632 960001.", parts=("notice", "worried")),
    paragraph("Sam Okoro HMI\nLead inspector", parts=("signature",)),
    notes=((span("It joined in 2016."),),),
    header=(paragraph("Ofsted · Care Quality Commission"),),
    footer=(paragraph("Made up for tests"),),
    marking="OFFICIAL-SENSITIVE",
    stage="draft",
)
