"""The quick look for a verdict never misses one that the patterns would find."""

from __future__ import annotations

import random

import pytest

from lettersmith.checks import grades

PIECES = """
    leadership governance services authority council children is are was has been continues remains to be good
    inadequate adequate outstanding requires requiring require improvement judged graded rated assessed as a the grade
    of rating judgement or better less than not yet below short overall now still for in : – — - . , ; ( ) [ ] “ ”
"""
GAPS = (" ", " ", " ", "", "\t", "\n", "  ", " \t\n ")


@pytest.mark.parametrize("seed", range(5))
def test_every_verdict_in_made_up_texts_is_seen(seed: int) -> None:
    dice = random.Random(seed)
    pieces, verdicts = PIECES.split(), 0
    for _ in range(4000):
        text = "".join(dice.choice(GAPS) + dice.choice(pieces) for _ in range(dice.randint(1, 14)))
        if grades._verdict().search(text):
            verdicts += 1
            assert grades._may_hold_verdict(text.lower()), text
    assert verdicts > 50, "the made-up texts must hold verdicts, or nothing was tried"


def test_ordinary_praise_is_passed_over_quickly() -> None:
    assert not grades._may_hold_verdict("children get good help from good people, and outstanding staff.")
