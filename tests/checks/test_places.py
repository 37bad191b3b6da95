"""A place says in the reader's own terms where words stand: heading and paragraph, page, region, line and column."""

from __future__ import annotations

import pytest

from checks.letters import heading, item, manuscript, paragraph, subject, table
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin, Place


def of(made: Manuscript, words: str) -> Place:
    about = subject(made)
    [passage] = [one for one in passages(made) if words in one.text]
    start = passage.text.index(words)
    return place(about, passage, start, start + len(words))


def read(*blocks: Block | str, **more: object) -> Manuscript:
    return manuscript(*blocks, template="", **more)


BODY = read(
    "before",
    heading("Front  door"),
    "first",
    item("second"),
    Block("rule"),
    table(("third", "x")),
    paragraph("boxed", parts=("text box",)),
    heading("boxed heading")._replace(parts=("text box",)),
    "fourth",
    heading("Next"),
    "first again",
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("before", ("", 1)),
        ("Front", ("Front door", 0)),
        ("second", ("Front door", 2)),
        ("third", ("Front door", 3)),
        ("fourth", ("Front door", 4)),
        ("first again", ("Next", 1)),
        ("boxed heading", ("Front door", 0)),
    ],
)
def test_heading_and_paragraph_are_those_that_a_person_counts(words: str, expected: tuple[str, int]) -> None:
    found = of(BODY, words)
    assert (found.heading, found.paragraph) == expected


def test_a_document_that_we_make_has_its_source_instead() -> None:
    assert of(manuscript(heading("Front door"), "first"), "first").heading == ""


REGIONS = {
    "a text box": (BODY, "boxed heading", "text box"),
    "a footnote": (read("x", notes=((Span("in a note", Origin("a.docx")),),)), "in a note", "note"),
    "the header": (read("x", header=(paragraph("on top"),)), "on top", "header"),
    "the footer": (read("x", footer=(paragraph("below"),)), "below", "footer"),
    "the body": (BODY, "second", ""),
}


@pytest.mark.parametrize(("made", "words", "region"), REGIONS.values(), ids=REGIONS)
def test_a_region_is_named_outside_the_body(made: Manuscript, words: str, region: str) -> None:
    assert of(made, words).region == region


def test_the_page_is_that_of_the_block() -> None:
    assert of(read(paragraph("Leaders know.")._replace(page=4)), "know").page == 4


SPANS = (
    Span("Leaders ", Origin("a.md", 3, column=5)),
    Span("know the\nfront", Origin("a.md", 3, column=15)),
    Span("door", Origin("a.md", 9, column=2)),
)


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [("Leaders", 3, 5), ("aders", 3, 7), ("the", 3, 20), ("ront", 4, 2), ("frontdoor", 4, 1), ("oor", 9, 3)],
)
def test_line_and_column_are_those_of_the_first_letter(words: str, line: int, column: int) -> None:
    found = of(read(Block("paragraph", SPANS)), words)
    assert (found.line, found.column) == (line, column)


def test_the_anchor_is_that_of_the_first_letter() -> None:
    spans = (Span("One ", Origin("a.docx", anchor="d#0")), Span("two three", Origin("a.docx", anchor="d#1")))
    made = read(Block("paragraph", spans))
    assert of(made, "One two three").anchor == "d#0"
    assert of(made, "two").anchor == "d#1"


def test_every_passage_has_a_place() -> None:
    assert all(isinstance(one, Passage) and place(subject(BODY), one).text == one.text for one in passages(BODY))
