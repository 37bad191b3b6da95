"""The figures over published texts: what was promised holds, and the page says what the tool gives."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
sys.path.insert(0, str(HOME))

from tools import corpus_figures as tool  # noqa: E402 - tools are no part of the program

LEAST_SHARE = 0.85
MOST_WARNINGS = 5.0
LEAST_RULES = 3

pytestmark = pytest.mark.skipif(
    not tool.CORPUS.is_dir(), reason=f"the texts are not there: put them into {tool.CORPUS} (docs/corpus-figures.md)"
)


@cache
def figures() -> tool.Figures:
    """All figures, got once."""
    return tool.figures()


def test_every_childrens_summary_draws_errors_of_three_rules_one_of_them_about_words() -> None:
    texts = figures().summaries
    assert len(texts) == 8
    assert [one.name for one in texts if len(one.failed) < LEAST_RULES or not one.failed & figures().word_rules] == []


def test_no_good_letter_draws_an_error_and_warnings_are_few() -> None:
    texts = figures().good
    assert len(texts) == 3
    assert [one.name for one in texts if one.levels["error"]] == []
    warnings, words = (sum(one.levels["warning"] for one in texts), sum(one.words for one in texts))
    assert 1000 * warnings / words <= MOST_WARNINGS


@pytest.mark.parametrize("audience", ["public", "families"])
def test_every_piece_of_bad_prose_draws_an_error(audience: str) -> None:
    texts = figures().bad[audience]
    assert len(texts) == 3
    assert [one.name for one in texts if not one.levels["error"]] == []


def test_before_draws_more_remarks_than_after() -> None:
    pairs = figures().pairs
    assert pairs.all == 60
    assert pairs.more / pairs.all >= LEAST_SHARE


def test_a_long_sentence_is_named_once() -> None:
    found = figures()
    texts = [*found.summaries, *found.good, *found.others, *found.bad["public"], *found.bad["families"]]
    assert [one.name for one in texts if one.twice] == []


def test_the_page_says_what_the_tool_gives() -> None:
    page = tool.PAGE.read_text(encoding="utf-8")
    shown = page.partition(tool.BEGIN)[2].partition(tool.END)[0]
    assert shown == "\n".join(tool.report(figures())) + "\n", "run python tools/corpus_figures.py write"
