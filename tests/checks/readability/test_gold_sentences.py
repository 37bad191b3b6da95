"""Sentences of the kind found here, split by hand before the splitter was written."""

from __future__ import annotations

import pytest

from checks.letters import manuscript, paragraph
from checks.readability import gold
from lettersmith.checks.prose import sentences

PASSAGES = gold.read()
LEAST = 0.98


def sentences_of(passage: gold.Passage) -> list[str]:
    made = manuscript(paragraph(passage.text, kind=passage.kind, level=1), template="")
    return [sentence.text for sentence in sentences(made)]


def test_nearly_all_sentences_are_right() -> None:
    score = gold.score(PASSAGES, sentences_of)
    assert sum(len(passage.sentences) for passage in PASSAGES) >= 200
    assert score.share >= LEAST, score.missed
    assert len(score.extra) <= (1 - LEAST) * score.wanted, score.extra


def test_nearly_all_sentences_of_a_second_set_are_right() -> None:
    score = gold.score(gold.read(gold.FRESH), sentences_of)
    assert score.wanted > 100
    assert score.share >= LEAST, score.missed


def test_every_label_is_known_for_one() -> None:
    labels = gold.score([passage for passage in PASSAGES if passage.labels], sentences_of)
    assert labels.wanted > 30 and not labels.missed and not labels.extra


def test_it_does_better_than_sentencex() -> None:
    sentencex = pytest.importorskip("sentencex", reason="pip install sentencex, to compare with")
    prose = [passage for passage in PASSAGES if not passage.labels]
    ours = gold.score(prose, sentences_of)
    theirs = gold.score(prose, lambda passage: sentencex.segment("en", passage.text))
    assert ours.right > theirs.right


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.tries)
def test_positions_are_those_of_the_text(passage: gold.Passage) -> None:
    made = manuscript(paragraph(passage.text, kind=passage.kind, level=1), template="")
    for sentence in sentences(made):
        assert passage.text[sentence.start : sentence.end] == sentence.text
