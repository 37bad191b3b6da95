"""Words that make a text hard."""

from __future__ import annotations

import pytest

from checks.letters import manuscript, subject
from lettersmith.checks.hard_words import check
from lettersmith.checks.readability.hard_words import count_hard, hard_words
from lettersmith.model.audience import AUDIENCES

EASY = "We saw the plan of the team. "
HARD = "Considerable vulnerability characterises organisational arrangements. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The arrangements of the partnership are good.", ["arrangements", "partnership"]),
        ("They met Mrs Abernethy in Manchester.", []),
        ("Responsibility is shared.", ["Responsibility"]),
        ("It includes what is expected and noticing.", []),
        ("A well-being and face-to-face plan.", []),
        ("A multi-agency plan.", ["multi-agency"]),
        ("OFSTED and the HMICFRS came in 2017.", []),
        ("Arrangements, arrangements, arrangements.", ["Arrangements"]),
    ],
    ids=["plain", "names", "first word", "endings", "easy compounds", "hard compound", "initials and figures", "once"],
)
def test_which_words_are_hard(text: str, words: list[str]) -> None:
    assert hard_words(text) == words
    assert count_hard(text) == max(len(words), 3 if "Arrangements," in text else 0)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_more_hard_words_than_the_audience_can_take_is_a_warning(audience: str) -> None:
    made = manuscript(EASY * 10 + HARD * 20, audience=audience)
    (remark,) = check(subject(made))
    assert (remark.rule, remark.level.value) == ("Reading.HardWords", "warning")
    assert f"aim for {AUDIENCES[audience].hard_words} or fewer" in remark.what
    assert '"vulnerability" (20)' in remark.do and remark.place.text == HARD.strip()


@pytest.mark.parametrize(
    "text", [EASY * 40, HARD * 9, "Impossibility. " * 50, ""], ids=["easy", "few sentences", "few words", "nothing"]
)
def test_nothing_is_said_of_an_easy_or_a_short_text(text: str) -> None:
    assert not list(check(subject(manuscript(text, audience="children"))))
