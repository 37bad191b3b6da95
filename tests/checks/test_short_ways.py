"""Where a check takes a short way, it finds what the long way finds."""

from __future__ import annotations

import random
from typing import Any

import pytest

from checks.letters import manuscript
from lettersmith.checks import (
    acronyms,
    date_mentions,
    effects,
    gaps,
    identifiers,
    letter_parts,
    lines,
    number_style,
    splitting,
)
from lettersmith.checks.outlines import with_digits, with_inner_capitals
from lettersmith.checks.passages import passages
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

WORDS = (
    "the DfE",
    "A&E ",
    "(CiC) ",
    "“HMI”",
    "QofS ",
    "É",
    "’",
    "persons ",
    "a son",
    "young",
    "unborn ",
    "Boys",
    " ",
    ". ",
    "! ",
)


def texts(number: int, length: int, bits: tuple[str, ...] = BITS) -> list[str]:
    """Made-up texts of such bits, the same in every run."""
    chance = random.Random(42)
    return ["".join(chance.choices(bits, k=length)) for _ in range(number)]


def test_dates_are_found_as_their_pattern_finds_them() -> None:
    found = 0
    for text in texts(3000, 14):
        spans = [match.span() for match in date_mentions.DATE().finditer(text)]
        assert [match.span() for match in date_mentions.in_text(text)] == spans, text
        found += len(spans)
    assert found > 500


def test_the_longest_date_fits_before_its_last_day() -> None:
    text = "Wednesday, the 29th 2027 until Wednesday, the 29th of September 2027"
    assert [match.group() for match in date_mentions.in_text("x " * 99 + text)] == [text]


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


@pytest.mark.parametrize(
    ("chosen", "pattern", "at_least"),
    [
        (with_digits, date_mentions.DATE(), 100),
        (with_digits, number_style.FIGURE(), 1),
        (with_inner_capitals, acronyms.INITIALS(), 200),
    ],
    ids=["dates", "figures", "initials"],
)
def test_what_is_not_looked_at_holds_nothing(chosen: Any, pattern: Any, at_least: int) -> None:
    document = manuscript(*texts(2000, 6), *texts(500, 2, WORDS), "born on 3 May", "É\x00 3 May", "NHS")
    looked_at = set(map(id, chosen(document)))
    found = [passage for passage in passages(document) if pattern.search(passage.text)]
    assert all(id(passage) in looked_at for passage in found)
    assert len(found) >= at_least and len(looked_at) < len(passages(document))


@pytest.mark.parametrize("kind", (*gaps.KINDS, gaps.MISSING), ids=lambda kind: kind.what)
def test_a_placeholder_begins_with_a_sign_of_its_kind(kind: gaps.Kind) -> None:
    texts = [
        *("[insert name]", "<Enter here>", "[ ... ]", "xx/XX", "XXXX", "20xx", "to do TO DO TODO", "TBC", "FIXME"),
        *("{{ a }}", "{% if %}", "{# b #}", "}}", "Lorem ipsum", "s/he", "Her/His", "Mr/Mrs", "Sir/Madam"),
        *(
            "Delete as appropriate",
            "strike out where necessary",
            "____",
            ".......",
            "………",
            "Error! Bookmark not",
            "???",
        ),
        *("Click here to enter text.", "Choose an item.", "\ufffd", "[missing: a name]"),
    ]
    found = [match.group() for text in texts for match in gaps._compiled(kind).finditer(text)]
    assert found
    assert all(gaps._signs(kind) & set(text) for text in found)


def test_findings_about_children_are_seen_as_their_pattern_sees_them() -> None:
    names = [
        (bool(effects.CHILDREN().search(text)), effects._names_children(text), text) for text in texts(2000, 4, WORDS)
    ]
    assert all(named == seen for named, seen, _ in names)
    assert {named for named, *_ in names} == {True, False}


def test_full_stops_alone_are_found_as_any_mark_is() -> None:
    for text in (*texts(2000, 10), *texts(500, 6, WORDS)):
        bare = text.replace("…", "").replace("!", "")
        spans = [match.span() for match in splitting.ANY_MARK.finditer(bare)]
        assert [match.span() for match in splitting.FULL_STOP.finditer(bare)] == spans, text


@pytest.mark.parametrize("word", ["an", "the", "of", "and", "which", "those", "their", "Prof.", "Mrs.", "his"])
@pytest.mark.parametrize(
    ("before", "goes_on"), [("They saw ", True), ("re-", True), ("They saw ba", False), ("", True)]
)
def test_the_end_of_a_line_is_enough_to_see_that_it_goes_on(word: str, before: str, goes_on: bool) -> None:
    line = f"{before}{word} \n"
    assert (lines.GOES_ON().search(line) is not None) is goes_on
    assert (lines.GOES_ON().search(line.rstrip()[-lines.LAST :]) is not None) is goes_on


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ring 01632 960123", "01632 960"),
        ("0161 496 0123", "0161 496"),
        ("07700900123", "07700900"),
        ("x01632 960123", ""),
    ],
)
def test_telephone_numbers_begin_a_word(text: str, number: str) -> None:
    found = letter_parts.NUMBER().search(text)
    assert (found.group() if found else "") == number


def test_dates_of_birth_hold_a_word_that_is_asked_for() -> None:
    texts = [
        "DOB: 1/2/2003",
        "D.O.B. 1.2.03",
        "do.b 1/2/2003",
        "D.OB 1/2/2003",
        "Date of birth: 4 May",
        "born on ٣ May",
        "Born the 4th May",
        "born:\n4 May 2003",
    ]
    for text in texts:
        assert identifiers.BIRTH().search(text), text
        assert any(hint in text.lower() for hint in identifiers.BORN), text
        assert identifiers.BORN_THEN.search(text.lower()), text
