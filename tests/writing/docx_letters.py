"""Manuscripts for the tests of Word files: one with everything in it, and any that Hypothesis can think of."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from lettersmith.catalogue.look import read_look
from lettersmith.model.manuscript import Block, Manuscript, Span, plain
from lettersmith.model.place import NOWHERE

LOOK_FILE = Path(__file__).parents[2] / "templates" / "letterheads" / "look.toml"
LOOK = read_look(LOOK_FILE)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def span(text: str, *, bold: bool = False, italic: bool = False, link: str = "", note: int = 0) -> Span:
    return Span(text, NOWHERE, bold, italic, link, note)


def paragraph(*spans: str | Span, part: str = "") -> Block:
    return Block("paragraph", as_spans(spans), parts=(part,) if part else ())


def heading(level: int, text: str) -> Block:
    return Block("heading", (span(text),), level)


def item(text: str, level: int = 1, marker: str = "bullet", number: int = 0, run: int = 0, part: str = "") -> Block:
    parts = (part,) if part else ()
    return Block("item", (span(text),), level, parts, marker, number, run)


def numbered(number: int, run: int, text: str = "", level: int = 1) -> Block:
    return item(text or f"Item {number} of list {run}", level, "number", number, run)


def table(*rows: tuple[str, ...]) -> Block:
    return Block("table", rows=tuple(tuple(as_spans((cell,)) if cell else () for cell in row) for row in rows))


def as_spans(spans: tuple[str | Span, ...]) -> tuple[Span, ...]:
    return tuple(span(one) if isinstance(one, str) else one for one in spans)


def letter(*blocks: Block, **more: object) -> Manuscript:
    return replace(Manuscript("findings-letter", "Inspection of Wexcombe", blocks), **more)  # type: ignore[arg-type]


def everything() -> Manuscript:
    """Every kind of block, of look and of place that a manuscript can have."""
    long = "Leaders know the front door well. They listen to children, and they act on what they hear. "
    return letter(
        paragraph("7 March 2017", part="date"),
        paragraph("Ada Quill\nDirector of Children’s Services\nCounty Hall\nWexcombe", part="address"),
        paragraph("Dear Ada Quill", part="greeting"),
        heading(1, "Inspection of Wexcombe"),
        paragraph(long, span("Bold", bold=True), " and ", span("italic", italic=True), span("", note=1), "."),
        paragraph("See ", span("the portal", link="https://www.example.org/a?b=c&d=e"), " or\ttab", span("", note=2)),
        paragraph("About this letter", part="subject"),
        heading(2, "Strengths"),
        item("The police answer within the hour."),
        item("They ring the duty social worker.", 2),
        item("A further paragraph.", 1, ""),
        item(""),
        heading(3, "Next"),
        numbered(1, 1),
        numbered(1, 2, level=2),
        numbered(2, 2, level=2),
        numbered(2, 1),
        paragraph("And again:"),
        numbered(1, 3),
        table(
            ("Name", "Post", "Phone"), ("Ada Quill", "Director of Children’s Services", "01632 960001"), ("", "", "")
        ),
        table(("Day", "What"), ("Monday", "Inspectors <arrive> & meet leaders")),
        paragraph("You have the right to say no.", part="box"),
        item("Even afterwards.", part="box"),
        paragraph("A notice", part="notice"),
        Block("rule"),
        paragraph(long * 30),
        paragraph("Yours sincerely", part="close"),
        paragraph("Sam Okoro\nLead inspector", part="signature"),
        table(("Copies", "To"), ("One", "Police")),
        notes=((span("Working Together 2015. "), span("See it", link="https://example.org/x")), (span("Page 5."),)),
        header=(paragraph(span("Ofsted", bold=True), " ", span("on line", link="https://example.org")),),
        footer=(paragraph("Write to ", span("us", link="mailto:us@example.org")),),
        marking="OFFICIAL-SENSITIVE",
        stage="draft",
    )


def words(manuscript: Manuscript) -> list[str]:
    """Every text of the body and the footnotes, to the last character."""
    texts = [plain(text) for block in manuscript.blocks for text in block.texts()]
    return texts + [plain(note) for note in manuscript.notes]


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file, by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters="￾￿").filter(
    lambda letter: letter >= " " or letter in "\t\n\r"
)
"""Every character that XML can hold."""
TEXTS = st.text(LEGAL, max_size=20)
SPANS = st.builds(
    span, TEXTS, bold=st.booleans(), italic=st.booleans(), link=st.just("") | TEXTS.map("https://example.org/".__add__)
)
RUNS = st.lists(SPANS, max_size=4).map(tuple)
PARTS = st.lists(st.sampled_from(["address", "subject", "signature", "box", "notice", "summary"]), max_size=2).map(
    tuple
)
MARKERS = st.sampled_from(["bullet", "number", ""])
ROWS = st.lists(st.lists(RUNS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=3).map(tuple)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Any block."""
    kind = draw(st.sampled_from(["paragraph", "heading", "item", "table", "rule"]))
    if kind == "table":
        return Block(kind, rows=draw(ROWS))
    if kind == "rule":
        return Block(kind)
    level = draw(st.integers(1, 12)) if kind != "paragraph" else 0
    block = Block(kind, draw(RUNS), level, draw(PARTS))
    if kind != "item":
        return block
    return block._replace(marker=draw(MARKERS), number=draw(st.integers(0, 200)), run=draw(st.integers(0, 80)))


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    """Any manuscript whose text XML can hold, each footnote called once."""
    notes = draw(st.lists(RUNS, max_size=3))
    body = draw(st.lists(blocks(), max_size=8))
    calls = [Block("paragraph", (span("Note"), span("", note=number))) for number in range(1, len(notes) + 1)]
    return letter(*body, *calls, notes=tuple(notes), title=draw(TEXTS), marking=draw(TEXTS))
