"""Where sentences end."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lettersmith.checks.splitting import split

ONE = [
    "Mr. Okoro met Dr. Quill at 9.30am in Room 4.",
    "The inspectors (e.g. Ms. Lane) read No. 3 and para. 12 of the plan.",
    "A child’s plan, i.e. the written one, was signed on 3 Feb. 2017.",
    "J. R. Okoro wrote the letter.",
    "The board, i.e. The Wexcombe Board, agreed.",
    "Spending was £3.2 million, or 4.5 per cent.",
    "“Why did nobody ask me?” said one child.",
    "The school is in St. Helens.",
    "Look at www.example.org for more.",
    "1. Read the whole letter first.",
    "The police, health, etc. were there.",
    "They met at 10 a.m. on the day.",
    "See s. 47 and reg. 4 for the law.",
    "Staff asked … and nobody answered.",
    "This line goes on\nin small letters.",
    "no mark at the end",
    "The firm, Lane & Co. Ltd., left.",
]

MANY = {
    "plain": ["Leaders know this.", "They act."],
    "digits": ["There were 12.", "15 were closed."],
    "question": ["Who came?", "Nobody did."],
    "quotation": ["“I was heard.”", "She smiled."],
    "brackets": ["(See page 3.)", "Then read on."],
    "letters as names": ["They saw Child A.", "She was well."],
    "time": ["They left at 4 p.m.", "The office was shut."],
    "et cetera": ["They brought pens, etc.", "The rest was there."],
    "year": ["This began in 2016.", "It has gone on."],
    "initialism": ["He came back to the U.K.", "The case was closed."],
    "exclamation": ["Stop!", "Think."],
    "no": ["The answer was no.", "Nobody asked again."],
    "ellipsis": ["We waited…", "Then they came."],
    "dash opener": ["It was late.", "– Nobody knew."],
    "after an office": ["They wrote to Lane and Co.", "The letter came back."],
}


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert split(text) == [(0, text)]


@pytest.mark.parametrize("sentences", MANY.values(), ids=MANY.keys())
def test_several_sentences(sentences: list[str]) -> None:
    assert [sentence for _, sentence in split(" ".join(sentences))] == sentences


def test_line_breaks_end_sentences() -> None:
    assert [text for _, text in split("Telephone: 0161 496 0100\nEmail: a@example.org")] == [
        "Telephone: 0161 496 0100",
        "Email: a@example.org",
    ]


def test_positions_are_those_of_the_text() -> None:
    text = "  First one here.  Mr. Lane came.\nThen he left. "
    for start, sentence in split(text):
        assert text[start : start + len(sentence)] == sentence
    assert len(split(text)) == 3


def test_nothing_gives_no_sentence() -> None:
    assert split(" \n ") == []


BITS = st.sampled_from(
    [
        "Mr.",
        "No. 3",
        "Child A.",
        "she",
        "The",
        "e.g.",
        "(see",
        "p. 4)",
        "“Yes!”",
        "…",
        "–",
        "\n",
        "\n- ",
        "\t",
        "May.The",
        ".1",
        "x",
    ]
)


@given(st.lists(BITS, max_size=12))
@settings(max_examples=300, deadline=None)
def test_no_letter_is_lost_and_none_counted_twice(bits: list[str]) -> None:
    text = " ".join(bits)
    found = split(text)
    assert "".join("".join(sentence.split()) for _, sentence in found) == "".join(text.split())
    end = 0
    for start, sentence in found:
        assert start >= end and text[start : start + len(sentence)] == sentence == sentence.strip()
        end = start + len(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "." * 20_000,
        ". " * 20_000,
        "End." + " " * 20_000,
        "End." + " -" * 20_000,
        "a\n" * 20_000,
        "“" * 20_000,
        "A." * 20_000,
    ],
    ids=["dots", "dots and spaces", "spaces", "dashes", "lines", "quotation marks", "initials"],
)
def test_strange_texts_take_no_longer(text: str) -> None:
    started = perf_counter()
    split(text)
    assert perf_counter() - started < 2
