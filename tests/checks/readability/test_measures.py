"""The figures of a document, for programs and in words."""

from __future__ import annotations

import pytest

from checks.letters import heading, manuscript, paragraph, table
from lettersmith.checks.measures import in_words, measure
from lettersmith.checks.reading_level import level

LINE = "We saw the plan and we liked it. "
WELSH = "Mae plant yn yr ardal yn cael help yn gyflym pan fydd ei angen arnynt. "


def test_the_figures_of_a_document() -> None:
    made = manuscript(heading("Our findings"), LINE * 20 + "Responsibility is theirs.", table(["one", "two"]))
    figures = measure(made)
    assert (figures.words, figures.sentences, figures.longest_sentence) == (2 + 160 + 3 + 2, 21, 8)
    assert figures.grade == level(made)
    assert figures.as_fields()["hard_words"] == round(100 / 163, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LINE * 20, "Reading grade below 1: 160 words in 20 sentences, 8 words a sentence, 0 hard words in 100."),
        (
            LINE * 9,
            "No reading grade: 72 words in 9 sentences are too few. It takes 100 words and 10 sentences of prose.",
        ),
        ("word " * 120 + "end.", "No reading grade: 121 words in 1 sentence are too few."),
        (WELSH * 20, "No reading grade: there are no sentences of English prose."),
        ("County Hall", "No reading grade: there are no sentences of English prose."),
    ],
    ids=["enough", "few sentences", "few sentences of many words", "Welsh", "no sentence"],
)
def test_the_reading_grade_in_words(text: str, words: str) -> None:
    assert in_words(manuscript(paragraph(text))).startswith(words)


def test_a_document_without_prose_has_figures() -> None:
    figures = measure(manuscript(heading("Nothing")))
    assert (figures.words, figures.sentences, figures.grade, figures.hard_words) == (1, 0, None, None)
