"""The table of syllables: equal to its dictionary, small, and needed only for what the rules get wrong."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from lettersmith import data
from lettersmith.checks.readability.spoken import FIELD, looked_up, of_word

SAMPLE = Path(__file__).with_name("dictionary_sample.tsv")
TABLE = data.read_syllables()


def sample() -> dict[str, set[int]]:
    """Two thousand words of the dictionary, drawn by lot, with the syllables that they may have."""
    lines = (line.split("\t") for line in SAMPLE.read_text(encoding="utf-8").splitlines())
    return {word: set(map(int, counts.split(","))) for word, counts in lines}


def test_table_and_rules_together_are_the_dictionary() -> None:
    assert [word for word, counts in sample().items() if word not in FIELD and of_word(word) not in counts] == []


def test_without_the_dictionary_nine_words_in_ten_are_right() -> None:
    words = sample()
    assert len(words) == 2000
    right = sum(looked_up(word, {}) in counts for word, counts in words.items())
    assert right >= 0.9 * len(words)


def test_words_taken_out_of_the_dictionary_are_right_by_the_others_and_the_rules() -> None:
    words = sample()
    rest = {word: count for word, count in TABLE.items() if word not in words}
    assert sum(looked_up(word, rest) in counts for word, counts in words.items()) >= 0.9 * len(words)


def test_the_table_holds_only_what_the_rules_get_wrong() -> None:
    rest = dict(TABLE)
    needless = []
    for word, count in TABLE.items():
        del rest[word]
        needless += [word] if looked_up(word, rest) == count else []
        rest[word] = count
    assert not needless


def test_the_table_is_small() -> None:
    raw = (Path(data.__file__).with_name("syllables.txt")).read_bytes()
    assert len(zlib.compress(raw)) < 60_000


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("two-year-old", 3),
        ("and/or", 2),
        ("children’s", 2),
        ("boss's", 2),
        ("CQC", 3),
        ("HMIP", 4),
        ("WWW", 9),
        ("organisational", 6),
        ("prioritising", 5),
        ("behaviours", 3),
        ("colleagues'", 2),
        ("“safeguarding,”", 3),
        ("–", 0),
        ("2017", 5),
        ("3.5", 2),
        ("www.example.org/help", 1),
        ("ada.quill@example.org", 1),
        ("960123", 1),
    ],
)
def test_words_that_no_dictionary_has(word: str, number: int) -> None:
    assert of_word(word) == number
