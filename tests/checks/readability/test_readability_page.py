"""docs/readability.md says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from checks.readability import gold
from checks.readability.test_counted_by_hand import field
from checks.readability.test_gold_sentences import sentences_of
from lettersmith import data
from lettersmith.checks.readability import formulas
from lettersmith.model.audience import AUDIENCES

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "readability.md").read_text(encoding="utf-8")
LIMITS = " ".join((DOCS / "limits.md").read_text(encoding="utf-8").split())


def test_the_limits_of_hard_words_are_the_programs() -> None:
    (row,) = re.findall(r"^\| hard words in 100.*?\|(.*)\|$", PAGE, re.MULTILINE)
    assert [int(cell) for cell in row.split("|")] == [limits.hard_words for limits in AUDIENCES.values()]
    assert ", ".join(f"{name} {limits.hard_words}" for name, limits in AUDIENCES.items()) in LIMITS


def test_the_figures_of_the_gold_set_are_those_of_the_tests() -> None:
    passages = gold.read()
    whole = gold.score(passages, sentences_of)
    prose = gold.score([passage for passage in passages if not passage.labels], sentences_of)
    assert f"of {whole.wanted} in a gold set" in PAGE and f"| {whole.right} ({whole.share:.1%})" in PAGE.replace(
        " %", "%"
    )
    assert f"of the {prose.wanted} in its passages without labels" in PAGE and f"| {prose.right}; " in PAGE


def test_the_other_figures() -> None:
    assert f"{len(field())} of {len(field())}" in PAGE
    table = (DOCS.parent / "src" / "lettersmith" / "data" / "README.md").read_text(encoding="utf-8")
    assert f"{len(data.read_syllables()):,} words" in table


def test_every_formula_has_its_row_with_its_constants() -> None:
    source = Path(formulas.__file__).read_text(encoding="utf-8")
    constants = set(re.findall(r"(?<=Formula: )(\d+\.\d+)", source))
    assert len(constants) >= 8
    assert [number for number in constants if number not in PAGE] == []
