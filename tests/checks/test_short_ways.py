"""Where a check takes a short way, it finds what the long way finds."""

from __future__ import annotations

import random

import pytest

from lettersmith.checks import dates, identifiers, number_style
from lettersmith.checks.readability.hard_words import LETTERS, MANY, all_hard, is_hard
from lettersmith.checks.words import ByToken, count

BITS = (
    *(
        "3",
        "31 ",
        "the 4th",
        " of May",
        " May",
        " March 2017",
        " 2017",
        " to ",
        " and ",
        "–",
        "£",
        ".",
        ", ",
        "\n",
        " ",
    ),
    *("Wednesday, ", "Friday the ", " '17", "1 September", "2017-05-06 ", "two ", "tour ", "Five children ", "x", "…"),
    *("child AB ", "Brother A. B. ", "mother CP", "organisation, ", "Accountability ", "multi-agency", "’s ", "NHS "),
)


def texts(number: int, length: int) -> list[str]:
    """Made-up texts of such bits, the same in every run."""
    chance = random.Random(42)
    return ["".join(chance.choices(BITS, k=length)) for _ in range(number)]


def test_dates_are_found_as_their_pattern_finds_them() -> None:
    found = 0
    for text in texts(3000, 14):
        spans = [match.span() for match in dates.DATE().finditer(text)]
        assert [match.span() for match in dates._dates(text)] == spans, text
        found += len(spans)
    assert found > 500


def test_the_longest_date_fits_before_its_last_day() -> None:
    text = "Wednesday, the 29th 2027 until Wednesday, the 29th of September 2027"
    assert [match.group() for match in dates._dates("x " * 99 + text)] == [text]


def test_initials_are_asked_for_by_the_words_before_them() -> None:
    matches = [match for text in texts(2000, 10) for match in identifiers.INITIALS.finditer(text)]
    assert len(matches) > 100
    for match in matches:
        capitals = identifiers.CAPITALS.search(match.group())
        assert capitals and match.group()[: capitals.start()].endswith(identifiers.BEFORE_INITIALS), match.group()


@pytest.mark.parametrize("least", [MANY, MANY + 1])
def test_hard_words_are_those_of_the_whole_sentence(least: int) -> None:
    for text in texts(1000, 12):
        matches = list(LETTERS.finditer(text))
        hard = [m[0] for n, m in enumerate(matches) if is_hard(m[0], least) and (not n or not m[0][0].isupper())]
        assert all_hard(text, least) == hard, text


def test_number_words_are_whole_words() -> None:
    text = "Two teams, tour teams, four homes, unfive plans, Nine plans, one plan, six visits"
    found = [match[1] for match in number_style.WORD().finditer(text) if match[1].lower() in number_style.WORDS]
    assert found == ["Two", "four", "Nine", "six"]


def test_what_is_kept_by_token_has_an_end() -> None:
    kept: ByToken[int] = ByToken(len)
    assert [kept[str(number)] for number in (7, 77)] == [1, 2]
    for number in range(3 * kept.MOST):
        assert kept[str(number)] == len(str(number))
    assert len(kept) <= kept.MOST


def test_words_are_counted_between_white_spaces() -> None:
    assert count("it—never and off -- then – 9.30am") == 6
