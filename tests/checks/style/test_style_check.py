"""The check of a manuscript: levels by audience, kinds, parts, quotations, names, places, words for the reader."""

from __future__ import annotations

from typing import Any

import pytest

from checks import letters
from checks.style.rule_kit import REPLACE, book, rule
from lettersmith.checks import style
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark
from lettersmith.model.style import RuleNotes, StyleBook
from lettersmith.model.subject import Subject

UTILISE = rule(
    "substitution", "Use '%s' instead of '%s'", swap={"utilise": "use"}, action=REPLACE, link="https://example.org/a"
)


def noted(**notes: Any) -> StyleBook:
    return book(UTILISE, notes={"Test.Rule": RuleNotes("Test.Rule", **notes)})


def remarks(made: Manuscript, styles: StyleBook | None, **more: Any) -> list[Remark]:
    return list(style.check(Subject(made, styles=styles, **more)))


def test_nothing_without_styles() -> None:
    assert remarks(letters.manuscript("We utilise it."), None) == []


def test_a_remark_has_all_that_is_known_of_its_rule() -> None:
    (remark,) = remarks(letters.manuscript("We utilise it."), noted(why="Short.", do="Shorten.", source="A guide"))
    assert (remark.rule, remark.level.value) == ("Test.Rule", "warning")
    assert remark.what == "Use 'use' instead of 'utilise'."
    assert (remark.why, remark.do, remark.source) == ("Short.", "Shorten.", "A guide")
    assert remark.instead == ("use",) and remark.link == "https://example.org/a"
    assert (remark.place.block, remark.place.start, remark.place.end, remark.place.text) == (0, 3, 10, "utilise")


def test_the_place_is_that_of_the_fact_that_the_words_came_from() -> None:
    made = letters.manuscript(letters.paragraph("They say: ", letters.span("utilise", Origin("a.json", 0, "$.text"))))
    (remark,) = remarks(made, noted())
    assert (remark.place.file, remark.place.path) == ("a.json", "$.text")


LEVELS = {
    "the rule's own": ("staff", {}, "warning"),
    "another for this audience": ("children", {"children": "error"}, "error"),
    "another for another audience": ("staff", {"children": "error"}, "warning"),
    "off": ("professionals", {"professionals": "off"}, None),
}


@pytest.mark.parametrize(("audience", "levels", "expected"), LEVELS.values(), ids=LEVELS)
def test_levels_by_audience(audience: str, levels: dict[str, str], expected: str | None) -> None:
    found = remarks(letters.manuscript("We utilise it.", audience=audience), noted(levels=levels))
    assert [remark.level.value for remark in found] == ([expected] if expected else [])


def test_all_text_puts_every_rule_on() -> None:
    made = letters.manuscript("We “utilise” it.", audience="staff")
    assert len(remarks(made, noted(levels={"staff": "off"}), all_text=True)) == 1


PLACES: dict[str, tuple[dict[str, Any], Block, int]] = {
    "for this kind of document": ({"kinds": ("findings-letter",)}, letters.paragraph("utilise"), 1),
    "for another kind": ({"kinds": ("family-letter",)}, letters.paragraph("utilise"), 0),
    "in its part": ({"parts": ("action",)}, letters.paragraph("utilise", parts=("action",)), 1),
    "outside its part": ({"parts": ("action",)}, letters.paragraph("utilise"), 0),
    "in quotation marks": ({}, letters.paragraph("They “utilise” it."), 0),
    "in straight ones": ({}, letters.paragraph('They "utilise" it.'), 0),
    "in curly single ones": ({}, letters.paragraph("They ‘don’t utilise’ it."), 0),
    "after an apostrophe": ({}, letters.paragraph("The child’s plan, to utilise the child’s words"), 1),
    "in a block quotation": ({}, letters.paragraph("We utilise it.", parts=("quote",)), 0),
    "where the rule looks at quotations too": ({"quotations": True}, letters.paragraph("They “utilise” it."), 1),
    "in a heading": ({}, letters.heading("How we utilise it"), 1),
    "in an item": ({}, letters.item("utilise"), 1),
    "in a cell": ({}, letters.table(["a", "b"], ["utilise", "c"]), 1),
}


@pytest.mark.parametrize(("notes", "block", "count"), PLACES.values(), ids=PLACES)
def test_where_a_rule_looks(notes: dict[str, Any], block: Block, count: int) -> None:
    assert len(remarks(letters.manuscript(block), noted(**notes))) == count


def test_a_cell_knows_its_place_in_the_table() -> None:
    made = letters.manuscript(letters.table(["a", "b"], ["c", "to utilise"]))
    (remark,) = remarks(made, noted())
    assert (remark.place.start, remark.place.text) == (9, "utilise")


def test_footnotes_header_and_footer_are_read_too() -> None:
    made = letters.manuscript("Fine.", notes=((letters.span("utilise"),),), header=(letters.paragraph("utilise"),))
    assert len(remarks(made, noted())) == 2


SCOPES = {
    "headings": ("heading", ["How we utilise it"]),
    "headings of one level": ("heading.h2", []),
    "paragraphs": ("paragraph", ["We utilise it. They do. We utilise it."] * 2),
    "items": ("list", ["utilise"]),
    "not headings": ("~heading", ["We utilise it. They do. We utilise it."] * 2 + ["utilise"]),
    "cells": ("table.cell", []),
}


@pytest.mark.parametrize(("scope", "expected"), SCOPES.values(), ids=SCOPES)
def test_the_scopes_of_a_manuscript(scope: str, expected: list[str]) -> None:
    made = letters.manuscript(
        letters.heading("How we utilise it"), "We utilise it. They do. We utilise it.", letters.item("utilise")
    )
    one = rule("existence", tokens=["utilise"], scopes=(scope,))
    texts = ["How we utilise it", "We utilise it. They do. We utilise it.", "utilise"]
    assert [texts[remark.place.block] for remark in remarks(made, book(one))] == expected


def test_a_rule_of_sentences_has_its_place_in_the_paragraph() -> None:
    one = rule("occurrence", "%d of them", token="the", max=1, scopes=("sentence",))
    made = letters.manuscript("We saw the plan for the year. Here the rest is fine. See the map, the list and the key.")
    assert [(remark.place.start, remark.what) for remark in remarks(made, book(one))] == [
        (7, "2 of them."),
        (57, "3 of them."),
    ]


def test_a_name_of_the_inspection_is_no_word_to_change() -> None:
    made = letters.manuscript("Ada Utilise came to utilise it.")
    one = rule("existence", tokens=["utilise"], ignorecase=True)
    assert [remark.place.start for remark in remarks(made, book(one), known=frozenset({"Ada Utilise"}))] == [20]


def test_a_rule_that_cannot_run_is_a_remark() -> None:
    found = remarks(letters.manuscript("very"), book(rule("existence", tokens=["(very"])))
    assert [remark.rule for remark in found] == ["Styles.Refused"]


def test_a_paragraph_in_another_language_is_left_alone() -> None:
    welsh = "Mae plant yn yr ardal yn cael help yn gyflym pan fydd ei angen arnynt, ac utilise hefyd."
    made = letters.manuscript(letters.paragraph("We utilise it in the office."), letters.paragraph(welsh))
    assert [remark.place.block for remark in remarks(made, noted())] == [0]
    assert len(remarks(made, noted(), all_text=True)) == 2
