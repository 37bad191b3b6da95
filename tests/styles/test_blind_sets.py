"""The blind sets: texts that no rule was made from. What was mended for them stays mended."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
sys.path.insert(0, str(HOME))

from tools import blind_figures as tool  # noqa: E402 - tools are no part of the program

LEAST = {"first": 58, "second": 25, "third": 28, "fourth": 18, "fifth": 37, "sixth": 18, "sixth-late": 15}
"""So many pairs at least draw more remarks before than after: a few less than today, so that a rule may go."""


@cache
def pairs(name: str) -> list[tool.Pair]:
    """The pairs of a set, judged once."""
    return tool.pairs(name)


@pytest.mark.parametrize("name", LEAST)
def test_before_draws_more_remarks_than_after(name: str) -> None:
    assert sum(pair.gap > 0 for pair in pairs(name)) >= LEAST[name]


@pytest.mark.parametrize(("name", "least"), [("fifth", 36), ("sixth", 16), ("sixth-late", 12)])
def test_findings_are_told_apart_by_the_rules_on_judgement(name: str, least: int) -> None:
    assert sum(pair.gap_in_judgement > 0 for pair in pairs(name)) >= least


@pytest.mark.parametrize("name", LEAST)
def test_no_after_draws_more_than_two_remarks(name: str) -> None:
    assert [pair.texts[1] for pair in pairs(name) if len(pair.after) > 2] == []


@pytest.mark.parametrize("name", ["first", "second", "sixth"])
def test_good_passages_draw_nothing_about_their_words(name: str) -> None:
    about_words = [
        (remark.rule, remark.place.text)
        for passage in tool.passages(name)
        for remark in passage.remarks
        if remark.level.value != "suggestion" and not remark.rule.startswith(("Reading.", "Dates.", "Letters."))
    ]
    assert about_words == []
