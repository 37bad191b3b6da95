"""What a Word file of a letter is made of."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from lettersmith.model.manuscript import DRAFT_NOTICE, Block, Manuscript, plain
from lettersmith.reading.docx import exact_words_of, margins_of, words_of
from lettersmith.writing.docx import write
from writing.docx_letters import (
    LOOK,
    W,
    everything,
    heading,
    item,
    letter,
    manuscripts,
    numbered,
    paragraph,
    parts_of,
    span,
    table,
    words,
)


def opened(*blocks: Block, **more: object) -> docx.document.Document:
    return docx.Document(io.BytesIO(write(letter(*blocks, **more), LOOK)))


def body_of(*blocks: Block, **more: object) -> Any:
    return etree.fromstring(parts_of(write(letter(*blocks, **more), LOOK))["word/document.xml"])


@pytest.mark.parametrize(
    ("block", "style"),
    [
        pytest.param(paragraph("x"), "Normal", id="a paragraph"),
        pytest.param(heading(1, "x"), "Heading 1", id="a first heading"),
        pytest.param(heading(3, "x"), "Heading 3", id="a third heading"),
        pytest.param(item("x"), "List Bullet", id="an item"),
        pytest.param(item("x", 2), "List Bullet 2", id="a nested item"),
        pytest.param(item("x", 9), "List Bullet 5", id="an item deeper than Word has names for"),
        pytest.param(numbered(1, 1), "List Number", id="a numbered item"),
        pytest.param(numbered(1, 1, level=3), "List Number 3", id="a nested numbered item"),
        pytest.param(item("x", 1, ""), "List Continue", id="a further paragraph of an item"),
        pytest.param(paragraph("x", part="address"), "Letter Address", id="an address"),
        pytest.param(paragraph("x", part="signature"), "Letter Signature", id="a signature"),
        pytest.param(paragraph("x", part="box"), "Letter Box", id="a box"),
        pytest.param(paragraph("x", part="notice"), "Letter Notice", id="a notice"),
        pytest.param(paragraph("x", part="summary"), "Normal", id="a part without a look of its own"),
    ],
)
def test_each_kind_of_block_has_its_word_style(block: Block, style: str) -> None:
    [made] = opened(block).paragraphs
    assert made.style is not None
    assert made.style.name == style
    assert made.text == "x" or block.number


def test_words_keep_their_look() -> None:
    [made] = opened(paragraph("plain ", span("bold", bold=True), span("both", bold=True, italic=True))).paragraphs
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in made.runs] == [
        ("plain ", False, False),
        ("bold", True, False),
        ("both", True, True),
    ]


def test_neighbours_of_one_look_are_one_run() -> None:
    [made] = opened(paragraph("Dear ", "Ada ", "Quill")).paragraphs
    assert [run.text for run in made.runs] == ["Dear Ada Quill"]


def test_line_breaks_and_tabs_are_words_own() -> None:
    body = body_of(paragraph("one\ntwo\tthree"))
    assert len(list(body.iter(f"{W}br"))) == 1
    assert len(list(body.iter(f"{W}tab"))) == 1
    assert "\n" not in "".join(text.text or "" for text in body.iter(f"{W}t"))


def test_a_link_leads_to_its_address() -> None:
    [made] = opened(paragraph(span("here", link="https://example.org/a?b=c&d=<é>"))).paragraphs
    assert [(link.text, link.address) for link in made.hyperlinks] == [
        ("here", "https://example.org/a?b=c&d=%3C%C3%A9%3E")
    ]


def lists_of(*blocks: Block) -> list[tuple[str, str]]:
    """For each numbered paragraph, the number its list starts from, and its list's id."""
    parts = parts_of(write(letter(*blocks), LOOK))
    numbering: Any = etree.fromstring(parts["word/numbering.xml"])
    starts = {
        one.get(f"{W}numId"): one.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val")
        for one in numbering.iter(f"{W}num")
        if one.get(f"{W}numId") != "1"
    }
    used = [str(one.get(f"{W}val")) for one in etree.fromstring(parts["word/document.xml"]).iter(f"{W}numId")]
    return [(starts[id], id) for id in used]


def test_each_numbered_list_starts_afresh() -> None:
    assert lists_of(numbered(1, 1), numbered(2, 1), paragraph("x"), numbered(1, 2)) == [
        ("1", "2"),
        ("1", "2"),
        ("1", "3"),
    ]


def test_a_list_goes_on_after_a_nested_one() -> None:
    nested = [numbered(1, 1), numbered(1, 2, level=2), numbered(2, 1), numbered(1, 3, level=2)]
    assert [id for _, id in lists_of(*nested)] == ["2", "3", "2", "4"]


def test_a_list_can_start_from_any_number_and_jump() -> None:
    assert lists_of(numbered(4, 1), numbered(5, 1), numbered(9, 1)) == [("4", "2"), ("4", "2"), ("9", "3")]


def test_a_letter_may_have_more_lists_than_the_letterhead_holds_ready() -> None:
    assert lists_of(*(numbered(1, run) for run in range(1, 101)))[-1] == ("1", "101")


def test_a_table_repeats_its_heading_and_keeps_its_rows_whole() -> None:
    body = body_of(table(("Name", "Post"), ("Ada", "Director"), ("Sam", "Inspector")))
    rows = list(body.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    widths = [int(column.get(f"{W}w")) for column in body.iter(f"{W}gridCol")]
    assert sum(widths) == int(body.find(f".//{W}tblW").get(f"{W}w"))


def test_a_row_with_too_few_cells_fills_the_table() -> None:
    [made] = opened(table(("a", "b", "c"), ("only",))).tables
    assert [cell.text for cell in made.rows[1].cells] == ["only"] * 3


def test_two_tables_stay_two() -> None:
    """Word joins tables that nothing parts, and wants a paragraph at the very end."""
    body = body_of(table(("a",), ("b",)), table(("c",), ("d",)))[0]
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_space_is_never_made_of_empty_paragraphs() -> None:
    made = opened(*(block for block in everything().blocks if plain(block.spans)))
    assert all(paragraph.text for paragraph in made.paragraphs)


def test_footnotes_are_words_own() -> None:
    parts = parts_of(write(everything(), LOOK))
    calls = etree.fromstring(parts["word/document.xml"]).iter(f"{W}footnoteReference")
    assert [call.get(f"{W}id") for call in calls] == ["1", "2"]
    notes: Any = etree.fromstring(parts["word/footnotes.xml"])
    [second] = notes.findall(f"{W}footnote[@{W}id='2']")
    assert "".join(second.itertext()).strip() == "Page 5."


@pytest.mark.parametrize(
    ("stage", "marking", "mark"),
    [
        ("final", "", ""),
        ("final", "OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("draft", "", DRAFT_NOTICE),
        ("draft", "OFFICIAL", f"{DRAFT_NOTICE} · OFFICIAL"),
    ],
    ids=["a plain letter", "a marked letter", "a draft", "a marked draft"],
)
def test_every_page_bears_its_mark_at_top_and_bottom(stage: str, marking: str, mark: str) -> None:
    data = write(letter(paragraph("x"), header=(paragraph("Ofsted"),), stage=stage, marking=marking), LOOK)
    top, bottom = [[mark, "Ofsted"], [f"\t{mark}\tPage 1 of 1"]] if mark else [["Ofsted"], ["\t\tPage 1 of 1"]]
    assert margins_of(data) == [*top, *bottom]
    section: Any = etree.fromstring(parts_of(data)["word/document.xml"]).find(f".//{W}sectPr")
    assert section.find(f"{W}titlePg") is None, "the first page must have the header of the others"
    assert b'w:jc w:val="center"' in parts_of(data)["word/styles.xml"]


def test_the_page_number_is_a_field() -> None:
    footer = parts_of(write(letter(), LOOK._replace(page_number="{page}/{pages}.")))["word/footer.xml"]
    fields = [field.get(f"{W}instr") for field in etree.fromstring(footer).iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_the_file_says_its_title_and_language_and_nothing_of_anybody() -> None:
    data = write(letter(paragraph("x"), title="Letter & more"), LOOK)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.language) == ("Letter & more", "en-GB")
    assert not (properties.author or properties.last_modified_by or properties.created or properties.modified)
    assert b'<w:lang w:val="en-GB"' in parts_of(data)["word/styles.xml"]
    assert b"proofState" not in b"".join(parts_of(data).values())


def test_word_lays_it_out_as_the_word_of_today() -> None:
    settings_part = parts_of(write(letter(), LOOK))["word/settings.xml"].decode()
    assert re.search(r'compatibilityMode" w:uri="[^"]*" w:val="15"', settings_part)


def test_every_number_comes_from_the_look() -> None:
    bigger = LOOK.large_print()
    styles = docx.Document(io.BytesIO(write(letter(paragraph("x")), bigger))).styles
    assert styles["Normal"].font.size.pt == bigger.texts["body"].size == 18
    assert styles["Heading 1"].paragraph_format.space_before.pt == bigger.texts["heading1"].before
    assert styles["Letter Box"].paragraph_format.left_indent.pt == bigger.texts["box"].indent


@pytest.mark.parametrize("after", [paragraph("x"), heading(2, "x"), item("x")], ids=["paragraph", "heading", "item"])
def test_a_table_stands_clear_of_what_follows(after: Block) -> None:
    *_, made = opened(table(("a",), ("b",)), after).paragraphs
    assert made.paragraph_format.space_before.pt >= LOOK.texts["body"].after


def test_a_whole_word_template_is_zipped_as_it_is() -> None:
    form = {
        "word/document.xml": b"<a/>",
        "word/styles.xml": b"<b/>",
        "[Content_Types].xml": b"<c/>",
        "_rels/.rels": b"<d/>",
    }
    made = parts_of(write(letter(form=form), LOOK))
    assert made == form
    assert list(made)[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_everything_reads_back_to_the_last_character() -> None:
    assert exact_words_of(write(everything(), LOOK)) == words(everything())


def test_reading_back_sees_a_footnote_that_nothing_calls() -> None:
    note = (span("Page 5."),)
    called = letter(paragraph("x", span("", note=1)), notes=(note,))
    lost = letter(paragraph("x"), notes=(note,))
    assert [exact_words_of(write(one, LOOK)) for one in (called, lost)] == [["x", "Page 5."], ["x"]]


def test_another_language_has_a_letterhead_of_its_own() -> None:
    parts = [parts_of(write(letter(paragraph("x"), language=language), LOOK)) for language in ("en-GB", "cy-GB")]
    assert [b'w:lang w:val="cy-GB"' in part["word/styles.xml"] for part in parts] == [False, True]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(manuscripts())
def test_any_text_reads_back_to_the_last_character(manuscript: Manuscript) -> None:
    data = write(manuscript, LOOK)
    assert exact_words_of(data) == words(manuscript)
    assert words_of(data) == [said for text in words(manuscript) if (said := " ".join(text.split()))]
    for name, part in parts_of(data).items():
        assert etree.fromstring(part) is not None, name
