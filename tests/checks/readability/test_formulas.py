"""Every formula equals the values that its sources print, given the same counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lettersmith.checks.readability.formulas import (
    ari,
    coleman_liau,
    dale_chall,
    flesch,
    flesch_kincaid,
    fog,
    forcast,
    lix,
    rix,
    smog,
    spache,
)

MOBY = {"words": 201, "sentences": 8}

VECTORS: dict[str, tuple[Callable[..., float], dict[str, int], float]] = {
    "Moby-Dick, Flesch": (flesch, MOBY | {"syllables": 304}, 53.38),
    "Moby-Dick, Flesch-Kincaid": (flesch_kincaid, MOBY | {"syllables": 304}, 12.06),
    "Moby-Dick counted by Fathom": (flesch_kincaid, MOBY | {"syllables": 305}, 12.11),
    "Moby-Dick counted by textstat": (flesch_kincaid, MOBY | {"syllables": 303}, 12.00),
    "Moby-Dick, Fog": (fog, MOBY | {"hard": 22}, 14.43),
    "Moby-Dick, ARI": (ari, MOBY | {"letters": 884}, 11.85),
    "Moby-Dick, Coleman-Liau": (coleman_liau, MOBY | {"letters": 884}, 8.88),
    "Moby-Dick, SMOG": (smog, {"sentences": 8, "polysyllables": 23}, 12.82),
    "the cat in the hat, Flesch": (flesch, {"words": 7, "sentences": 1, "syllables": 8}, 103.04),
    "once upon a time, Flesch": (flesch, {"words": 4, "sentences": 1, "syllables": 5}, 97.025),
    "the cat in the hat, Fog": (fog, {"words": 7, "sentences": 1, "hard": 0}, 2.8),
    "Spache 1974, six unfamiliar": (spache, {"words": 30, "sentences": 2, "unfamiliar": 6}, 4.114),
    "Spache 1974, none unfamiliar": (spache, {"words": 30, "sentences": 2, "unfamiliar": 0}, 2.474),
    "FORCAST, 96 of 150": (forcast, {"words": 150, "monosyllables": 96}, 10.4),
    "FORCAST, 79 of 150": (forcast, {"words": 150, "monosyllables": 79}, 12.1),
    "FORCAST, 109 of 150": (forcast, {"words": 150, "monosyllables": 109}, 9.1),
    "Dale-Chall, second passage of the paper, rounded as there: 15 %, 15 words": (
        dale_chall,
        {"words": 1500, "sentences": 100, "unfamiliar": 225},
        6.749,
    ),
    "Dale-Chall, third passage, rounded as there: 15 %, 19 words": (
        dale_chall,
        {"words": 1900, "sentences": 100, "unfamiliar": 285},
        6.947,
    ),
    "RIX, 24 long words in ten sentences": (rix, {"sentences": 10, "long_words": 24}, 2.4),
}

WHOLE = {
    "a large corpus of fiction": ({"words": 490582, "sentences": 48544, "long_words": 70206}, 24),
    "a large corpus of prose": ({"words": 128409, "sentences": 10514, "long_words": 33373}, 38),
    "one article": ({"words": 945, "sentences": 78, "long_words": 221}, 36),
}


@pytest.mark.parametrize(("formula", "given", "value"), VECTORS.values(), ids=VECTORS)
def test_the_formula_gives_the_value_of_its_source(
    formula: Callable[..., float], given: dict[str, int], value: float
) -> None:
    assert abs(formula(**given) - value) <= 0.005


@pytest.mark.parametrize(("given", "value"), WHOLE.values(), ids=WHOLE)
def test_lix_to_the_whole_number_that_its_source_prints(given: dict[str, int], value: int) -> None:
    assert abs(lix(**given) - value) <= 0.5
