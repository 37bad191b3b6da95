"""One body has one name in one document, and initials one meaning."""

from __future__ import annotations

import pytest

from checks.letters import manuscript, subject, told
from checks.style_book import book
from lettersmith.checks.consistency import check


def said(*texts: str) -> list[tuple[str, str, str]]:
    return told(check(subject(manuscript(*texts), styles=book())))


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("Wexcombe Safeguarding Children Board", "Wexcombe Safeguarding Children's Board"),
        ("Wexcombe Safeguarding Children’s Board", "Wexcombe Safeguarding Childrens Board"),
        ("Wexcombe Multi-Agency Safeguarding Hub", "Wexcombe Multi Agency Safeguarding Hub"),
        ("Wexcombe Police and Fire Service", "Wexcombe Police & Fire Service"),
        ("Wexcombe County Council", "Wexcombe Council"),
        ("Royal Wexcombe Hospital Trust", "Royal Wexcombe Hospitals Trust"),
    ],
)
def test_a_body_with_two_names(usual: str, other: str) -> None:
    assert said(f"We met {usual}.", f"The {usual} met.", f"They told {other} so.") == [
        ("Consistency.Body", "warning", other)
    ]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["We met Wexcombe Council.", "They met Thornmere Council."], id="two bodies"),
        pytest.param(
            ["We met Wexcombe Safeguarding Children’s Board.", "Wexcombe Safeguarding Children's Board met."],
            id="a straight apostrophe",
        ),
        pytest.param(["We met Wexcombe City Council.", "Wexcombe County Council met."], id="a city and its county"),
        pytest.param(["We met Wexcombe Youth Service.", "The Wexcombe Youth Services met."], id="one and many"),
        pytest.param(["The Wexcombe Youth Service met.", "The youth service met."], id="a common noun"),
    ],
)
def test_bodies_with_one_name(texts: list[str]) -> None:
    assert said(*texts) == []


def test_initials_with_two_meanings() -> None:
    texts = "The child protection (CP) plan is late.", "The corporate parenting (CP) board met."
    assert said(*texts) == [("Consistency.Initials", "warning", "CP")]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["The fostering agency (FA) met.", "Two fostering agencies (FAs) met."], id="one and many"),
        pytest.param(["The Care Panel (CP) met.", "The care panel (CP) met."], id="capitals"),
        pytest.param(["It is s s (SS).", "It is S s (SS)."], id="words of one letter"),
        pytest.param(["The plan is late (CP).", "The visit is late (CP)."], id="words that are not theirs"),
    ],
)
def test_initials_with_one_meaning(texts: list[str]) -> None:
    assert said(*texts) == []


def test_it_speaks_only_where_its_style_is_in_use() -> None:
    made = manuscript("We met Wexcombe County Council.", "They told Wexcombe Council.")
    assert told(check(subject(made, styles=book("HouseStyle")))) == []
