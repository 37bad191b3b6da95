"""Words, sentences and syllables of texts that were counted by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from lettersmith.checks.readability import of_word
from lettersmith.checks.readability.counts import count_all, grades
from lettersmith.checks.splitting import split

FOLDER = Path(__file__).parent
DOT = "·"


class Text(NamedTuple):
    """A text with what was counted in it."""

    name: str
    plain: str
    words: list[str]
    """With dots between syllables."""
    sentences: int


def texts() -> list[Text]:
    found = []
    for part in (FOLDER / "counted_by_hand.txt").read_text(encoding="utf-8").split("\n@")[1:]:
        head, body = part.split("\n", 1)
        name, sentences = head.split(": ")
        marked = " ".join(body.split())
        words = [word for word in re.split(r"[\s—]+", marked) if word]
        found.append(Text(name, marked.replace(DOT, ""), words, int(sentences.split()[0])))
    return found


def by_hand(word: str) -> int:
    return word.count(DOT) + word.count("-") + 1


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.name)
def test_words_and_sentences_are_exact_and_syllables_within_one_per_cent(text: Text) -> None:
    counted = count_all(sentence for _, sentence in split(text.plain))
    assert (counted.words, counted.sentences) == (len(text.words), text.sentences)
    assert abs(counted.syllables - sum(map(by_hand, text.words))) <= 0.01 * counted.syllables


def test_moby_dick_gets_the_grades_that_its_counts_should_give() -> None:
    moby = next(text for text in texts() if text.name == "Moby-Dick")
    counted = count_all(sentence for _, sentence in split(moby.plain))
    assert (counted.words, counted.sentences, counted.letters) == (201, 8, 884)
    assert (counted.syllables, counted.polysyllables) == (304, 23)
    assert not grades(counted), "eight sentences are too few for a grade"


def test_if_is_a_poem_of_ten_and_eleven_syllables() -> None:
    body = (FOLDER / "counted_by_hand.txt").read_text(encoding="utf-8").split("@If")[1]
    lines = body.split("\n", 1)[1].strip().split("\n")
    assert [sum(map(by_hand, filter(None, re.split(r"[\s—]+", line)))) for line in lines] == [11, 10] * 16


def field() -> list[str]:
    text = (FOLDER / "words_of_the_field.txt").read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def test_all_words_of_the_field_are_right() -> None:
    words = field()
    assert len(words) >= 150
    assert [word for word in words if of_word(word.replace(DOT, "")) != by_hand(word)] == []
