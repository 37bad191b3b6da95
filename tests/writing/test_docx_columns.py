"""How wide columns are."""

from __future__ import annotations

import pytest

from lettersmith.writing.columns import column_widths
from writing.docx_letters import table


def widths(*rows: tuple[str, ...], available: float = 450.0) -> tuple[float, ...]:
    return column_widths(table(*rows), available, 11.0, 4.0)


@pytest.mark.parametrize(
    "rows",
    [
        [("a", "b")],
        [("", "")],
        [("Name", "x " * 500), ("Ada", "")],
        [("one",), ("a", "b", "c")],
        [("w" * 200, "w" * 300)],
    ],
    ids=["short words", "nothing", "one long text", "rows of other lengths", "words longer than the page"],
)
def test_columns_fill_the_page_exactly(rows: list[tuple[str, ...]]) -> None:
    found = widths(*rows)
    assert sum(found) == 450.0
    assert min(found) > 0


def test_a_long_text_gets_most_of_the_room_and_no_word_is_broken() -> None:
    name, text = widths(("Name", "What"), ("Quill", "word " * 100))
    assert 5 * 0.5 * 11 < name < 100
    assert text > 350


def test_an_address_that_cannot_wrap_leaves_room_for_the_words_beside_it() -> None:
    name, post, phone, email = widths(
        ("Name", "Post", "Telephone", "Email"),
        ("Dominic Sayle", "Lead police inspector, HMIC", "07700 900121", "dominic.sayle@hmic.example.org"),
    )
    assert post > name
    assert phone > 12 * 0.5 * 11
    assert email > 28 * 0.5 * 11


def test_columns_of_like_texts_are_alike() -> None:
    first, second = widths(("Day one", "Day one"), ("x", "y"))
    assert abs(first - second) <= 1
