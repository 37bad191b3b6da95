"""Of several remarks on the same few words the most helpful one stays."""

from __future__ import annotations

import pytest

from lettersmith.checks.overlaps import without_overlaps
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

TEXT = "It is anticipated that the children will be safe in the long run of things, for all that we know of it today."


def said(rule: str, words: str, level: Level = Level.SUGGESTION, instead: str = "", block: int = 0) -> Remark:
    start = TEXT.index(words)
    place = Place(block=block, start=start, end=start + len(words), text=words)
    return Remark(rule, level, "Say it better.", place, instead=(instead,) if instead else ())


CASES = {
    "what weighs more stays": (
        [said("A.Word", "anticipated", instead="x"), said("B.Phrase", "It is anticipated that", Level.WARNING, "y")],
        ["B.Phrase"],
    ),
    "a word that weighs more than the phrase around it stays": (
        [said("A.Word", "anticipated", Level.ERROR, "x"), said("B.Phrase", "It is anticipated that", instead="y")],
        ["A.Word"],
    ),
    "the longer one stays": (
        [said("A.Word", "long", instead="x"), said("B.Phrase", "in the long run", instead="y")],
        ["B.Phrase"],
    ),
    "of equals the first stays": ([said("B.Word", "safe"), said("A.Word", "safe")], ["A.Word"]),
    "what is said of a gap is said of nothing": (
        [said("A.Word", "safe", Level.ERROR), said("Gaps.Placeholder", "be safe")],
        ["Gaps.Placeholder"],
    ),
    "another matter stays": (
        [said("A.Word", "anticipated", instead="expected"), said("B.Passive", "is anticipated")],
        ["A.Word", "B.Passive"],
    ),
    "two matters that nobody has words for stay": (
        [said("A.Word", "anticipated"), said("B.Passive", "is anticipated")],
        ["A.Word", "B.Passive"],
    ),
    "words beside each other both stay": ([said("A.Word", "safe"), said("B.Word", "children")], ["A.Word", "B.Word"]),
    "words that only touch both stay": ([said("A.Word", "be safe"), said("B.Word", "safe in")], ["A.Word", "B.Word"]),
    "other blocks are other words": ([said("A.Word", "safe"), said("B.Word", "safe", block=1)], ["A.Word", "B.Word"]),
    "a sentence is not about its words": ([said("A.Word", "safe"), said("B.Long", TEXT)], ["A.Word", "B.Long"]),
    "other families never give way": (
        [said("Gaps.Placeholder", "safe"), said("B.Phrase", "be safe", Level.ERROR)],
        ["Gaps.Placeholder", "B.Phrase"],
    ),
}


@pytest.mark.parametrize(("remarks", "stay"), CASES.values(), ids=CASES)
def test_the_most_helpful_remark_speaks(remarks: list[Remark], stay: list[str]) -> None:
    assert [one.rule for one in without_overlaps(remarks, ("A", "B"))] == stay


def test_the_order_of_the_remarks_is_kept() -> None:
    remarks = [said("A.Word", "today"), said("A.Word", "safe"), said("B.Word", "children")]
    assert without_overlaps(remarks, ("A", "B")) == remarks
