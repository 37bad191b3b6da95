"""Any Word file that Hypothesis can think of: marked at any words, its text stays; unmarked, it is what it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.model.manuscript import Manuscript, block_text, plain
from lettersmith.model.place import Place
from lettersmith.model.subject import Subject
from lettersmith.reading.docx import read
from lettersmith.remarks.word import mark, unmark
from ooxml.word_samples import (
    PARTS,
    commented,
    control,
    deleted,
    field,
    inserted,
    linked,
    p,
    t,
    table,
    text_box,
    word_file,
)
from ooxml.word_walk import comments, letters, members, ours, ranges, tree
from remarks.test_word import NOW, remark, review

Thing = TypeVar("Thing")
TEXTS = st.text("ab c.<&é😀\u00a0", min_size=1, max_size=8).map(escape)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:sz w:val="30"/>', "<w:vanish/>", '<w:rStyle w:val="Unseen"/>'])
PIECES = st.one_of(
    st.builds(t, TEXTS, LOOKS),
    st.builds(t, TEXTS),
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            "<w:proofErr w:type='spellStart'/>",
            "<w:r/>",
            text_box(p(t("box")), p(t("two"))),
            commented(3, t("said")),
        ]
    ),
    st.builds(deleted, TEXTS),
)


def date(*some: str) -> str:
    return field(" DATE ", *some)


def simple_date(*some: str) -> str:
    return f'<w:fldSimple w:instr="DATE">{"".join(some)}</w:fldSimple>'


def site(*some: str) -> str:
    return linked("link", *some)


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Some pieces in something that holds them."""
    holder = st.sampled_from((inserted, control, date, simple_date, site))
    return st.builds(lambda wrap, some: wrap(*some), holder, st.lists(inner, max_size=3))


INLINE = st.recursive(PIECES, wrapped, max_leaves=8)
PARAGRAPHS = st.builds(
    lambda some, look: p(*some, look=look),
    st.lists(INLINE, max_size=5),
    st.sampled_from(["", '<w:pStyle w:val="Heading1"/>', '<w:rPr><w:del w:id="7" w:author="A"/></w:rPr>']),
)
CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=2).map("".join)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=2).map(tuple), min_size=1, max_size=2).map(
    lambda rows: table(*rows)
)
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=4).map("".join)
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'


def file_of(body: str) -> bytes:
    """A file with this body; each comment of a person in it has its own number."""
    numbers = iter(range(100, 10_000))
    told = re.sub(
        r'<w:commentRangeStart w:id="3"/>(.*?)w:id="3"(.*?)w:id="3"',
        lambda m: (lambda n: f'<w:commentRangeStart w:id="{n}"/>{m[1]}w:id="{n}"{m[2]}w:id="{n}"')(next(numbers)),
        body,
    )
    return word_file(told + SECTION, PARTS, {"link": "https://example.org"})


@st.composite
def places(draw: st.DrawFn, manuscript: Manuscript) -> list[Place]:
    """Some stretches of some passages, and of some words beside the text."""
    subject = Subject(manuscript)
    found = []
    for passage in draw(some_of(passages(manuscript))):
        start = draw(st.integers(0, len(passage.text) - 1))
        end = draw(st.integers(start + 1, len(passage.text)))
        found.append(place(subject, passage, start, end))
    for block in draw(some_of(manuscript.asides)):
        text = block_text(block)
        found.append(Place(text=text, end=len(text), region=block.parts[0], anchor=block.origin.anchor))
    return found


def some_of(things: Sequence[Thing]) -> st.SearchStrategy[list[Thing]]:
    return st.lists(st.sampled_from(things), max_size=6) if things else st.just([])


def without_breaks(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_file_keeps_its_words_and_gets_them_back(data: st.DataObject) -> None:
    file = file_of(data.draw(BODIES))
    made = read(file, "x.docx")
    chosen = data.draw(places(made))
    copy = mark(file, review(made, *map(remark, chosen)), NOW)
    told = ours(copy)
    assert len(told) == len(chosen)
    assert read(copy, "x.docx") == made
    assert [one for one in comments(copy) if one[1] != "lettersmith"] == comments(file)
    for name in members(file):
        if name.startswith("word/") and name.endswith(".xml"):
            assert letters(copy, name) == letters(file, name) or name == "word/comments.xml"
    for (id, text), where in zip(told, chosen, strict=True):
        if "This is about" not in text:
            assert without_breaks(ranges(copy)[id]) == without_breaks(where.text)
        else:
            assert where.region or not where.text.strip(), "only what was put between paragraphs is nowhere"
    again = mark(copy, review(read(copy, "x.docx"), *map(remark, chosen)), NOW)
    assert ours(again) == told
    back = unmark(copy)
    assert letters(back) == letters(file)
    assert ranges(back) == ranges(file)
    assert comments(back) == comments(file)
    assert read(back, "x.docx") == made


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_any_span_stands_in_the_paragraph_that_it_names(body: str) -> None:
    file = file_of(body)
    made = read(file, "x.docx")
    paragraphs = {}
    for name in ("word/document.xml", "word/header1.xml", "word/footnotes.xml", "word/comments.xml"):
        for number, element in enumerate(tree(file, name).iter("{*}p")):
            words = "".join(
                {"tab": "\t", "br": "\n"}.get(one.tag.rpartition("}")[2], one.text or "")
                for one in element.iter("{*}t", "{*}tab", "{*}br", "{*}delText")
            )
            paragraphs[f"{name}#{number}"] = words
    blocks = (*made.blocks, *made.header, *made.footer, *made.asides)
    spans = [span for block in blocks for text in block.texts() for span in text if span.text and span.origin.anchor]
    for span in spans:
        assert is_within(span.text, paragraphs[span.origin.anchor])


def is_within(words: str, text: str) -> bool:
    """Whether the letters of some words stand in a text in their order, perhaps with others between them."""
    rest = iter(text)
    return all(letter in rest for letter in words)


def test_passages_of_everything_are_their_own_slices() -> None:
    made = read(file_of(p(t("Leaders "), deleted("x"), inserted(t("know"))) + table((p(t("a")), p(t("b"))))), "x.docx")
    subject = Subject(made)
    for passage in passages(made):
        for start in range(len(passage.text)):
            where = place(subject, passage, start, start + 1)
            assert text_of(made, passage)[where.start : where.end] == where.text


def text_of(manuscript: Manuscript, passage: Passage) -> str:
    return block_text(manuscript.blocks[passage.at]) if passage.at >= 0 else plain(passage.spans)
