"""Numbers from two to nine: as the framework has it, or as the rest of the document has it."""

from __future__ import annotations

import pytest

from checks.letters import framework, manuscript, subject, told
from checks.style_book import book
from lettersmith.checks.number_style import check


def made(*texts: str, style: str = "words") -> list[tuple[str, str, str]]:
    about = subject(manuscript(*texts), styles=book(), framework=framework(number_style=style))
    return told(check(about))


def sent(*texts: str) -> list[tuple[str, str, str]]:
    return told(check(subject(manuscript(*texts, template=""), styles=book())))


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("words", "There were 3 children.", ["3"]),
        ("words", "There were 3 small children and 12 adults.", ["3"]),
        ("words", "There were three children.", []),
        ("numerals", "There were three children.", ["three"]),
        ("numerals", "There were 3 children.", []),
        ("words", "In section 4 children are named; on 7 March 5.5 families came.", []),
        ("words", "Between 2 and 4 children came, and £5 homes.", []),
        ("words", "From 2 to 4 children came.", []),
    ],
)
def test_as_the_framework_has_it(style: str, text: str, expected: list[str]) -> None:
    assert made(text, style=style) == [("HouseStyle.Numbers", "warning", number) for number in expected]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Two children came.", "Three families came.", "Then 4 children left."], ["4"]),
        (["Then 2 children came. Then 3 families left.", "Four children left."], ["Four"]),
        (["Two children came.", "Then 4 children left."], []),
        (["Two children came.", "Three children left."], []),
    ],
)
def test_as_the_rest_of_the_document_has_it(texts: list[str], expected: list[str]) -> None:
    assert sent(*texts) == [("Consistency.Numbers", "suggestion", number) for number in expected]


def test_the_other_way_is_offered() -> None:
    (remark,) = check(subject(manuscript("There were 3 children."), styles=book(), framework=framework()))
    assert remark.instead == ("three",)
