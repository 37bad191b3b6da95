"""Manuscripts for the tests of PDFs: one with everything in it, and any that Hypothesis can think of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from lettersmith.catalogue.look import read_look
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin
from lettersmith.writing.pdf_glyphs import printable

LOOK = read_look(Path(__file__).parents[2] / "templates" / "letterheads" / "look.toml")
LARGE = LOOK.large_print()
HERE = Origin("judgements.json", path="$.findings[3].text")
LONG = "Leaders know the front door well. They listen to children, and they act on what they hear. "


def span(text: str, *, bold: bool = False, italic: bool = False, link: str = "", note: int = 0) -> Span:
    return Span(text, HERE, bold, italic, link, note)


def as_spans(spans: tuple[str | Span, ...]) -> tuple[Span, ...]:
    return tuple(span(one) if isinstance(one, str) else one for one in spans)


def paragraph(*spans: str | Span, part: str = "") -> Block:
    return Block("paragraph", as_spans(spans), parts=(part,) if part else ())


def heading(level: int, text: str) -> Block:
    return Block("heading", (span(text),), level)


def item(*spans: str | Span, level: int = 1, marker: str = "bullet", number: int = 0, run: int = 0) -> Block:
    return Block("item", as_spans(spans), level, (), marker, number, run)


def table(*rows: tuple[str | Span, ...]) -> Block:
    return Block("table", rows=tuple(tuple(as_spans((cell,)) for cell in row) for row in rows))


def letter(*blocks: Block, **more: object) -> Manuscript:
    return replace(Manuscript("findings-letter", "Inspection of Wexcombe", blocks), **more)  # type: ignore[arg-type]


def everything() -> Manuscript:
    """Every kind of block, of look and of place that a manuscript can have."""
    return letter(
        paragraph("7 March 2017", part="date"),
        paragraph("Ada Quill\nDirector of Children’s Services\nCounty Hall\nWexcombe", part="address"),
        paragraph("Dear Ada Quill", part="greeting"),
        heading(1, "Inspection of Wexcombe"),
        paragraph(LONG, span("Bold", bold=True), " and ", span("both", bold=True, italic=True), span("", note=1), "."),
        paragraph("See ", span("the portal", link="https://www.example.org/a?b=c&d=e"), " “first” – it’s £3"),
        paragraph("About this letter", part="subject"),
        heading(2, "Strengths"),
        item("The police answer within the hour."),
        item("They ring the duty social worker.", level=2),
        item("And the nurse.", level=2),
        item("A further paragraph.", marker=""),
        item("Health visitors call. ", span("", note=2)),
        item("The last one."),
        heading(3, "Next"),
        item("First", marker="number", number=4, run=1),
        item("Inside", level=2, marker="number", number=1, run=2),
        item("Second", marker="number", number=5, run=1),
        paragraph("And again:"),
        item("Afresh", marker="number", number=1, run=3),
        heading(4, "Who does what"),
        table(("Name", "Post", "Telephone"), ("Ada Quill", "Director of Children’s Services", "01632 960001")),
        table(("Day", "What"), ("Monday", LONG), *(("Tuesday", f"Visit {n}. {LONG}") for n in range(12))),
        paragraph("You have the right to say no.", part="box"),
        item("Even afterwards.")._replace(parts=("box",)),
        paragraph("A notice", part="notice"),
        Block("rule"),
        paragraph(LONG * 30),
        paragraph("Yours sincerely", part="close"),
        paragraph("Sam Okoro\nLead inspector", part="signature"),
        notes=((span("Working Together 2015. "), span("See it", link="https://example.org/x")), (span("Page 5."),)),
        header=(paragraph(span("Ofsted", bold=True), "\nCare Quality Commission"),),
        footer=(paragraph("Inspection of Wexcombe"),),
    )


MARKED = replace(everything(), marking="OFFICIAL-SENSITIVE", stage="draft")

TEXTS = st.text(st.sampled_from(sorted(printable())), max_size=30)
SPANS = st.builds(span, TEXTS, bold=st.booleans(), italic=st.booleans(), link=st.sampled_from(["", "tel:01632960001"]))
RUNS = st.lists(SPANS, max_size=4).map(tuple)
PARTS = st.lists(st.sampled_from(["address", "subject", "signature", "box", "notice", "summary"]), max_size=2).map(
    tuple
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Any block but a heading."""
    kind = draw(st.sampled_from(["paragraph", "paragraph", "item", "item", "table", "rule"]))
    if kind == "rule":
        return Block(kind)
    if kind == "table":
        return Block(
            kind, rows=draw(st.lists(st.lists(RUNS, min_size=1, max_size=4).map(tuple), min_size=1).map(tuple))
        )
    block = Block(kind, draw(RUNS), parts=draw(PARTS))
    if kind == "paragraph":
        return block
    marker = draw(st.sampled_from(["bullet", "number", ""]))
    return block._replace(
        level=draw(st.integers(1, 6)), marker=marker, number=draw(st.integers(0, 200)), run=draw(st.integers(1, 3))
    )


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    """Any manuscript of characters that our fonts have; each footnote is called once, in order."""
    found = draw(st.lists(blocks(), max_size=8))
    notes = draw(st.lists(RUNS.filter(lambda run: any(span.text.strip() for span in run)), max_size=2))
    for number in range(1, len(notes) + 1):
        found.append(paragraph("Called here", span("", note=number)))
    return letter(*found, notes=tuple(notes), stage=draw(st.sampled_from(["draft", "final"])))
