"""Words that are right although no dictionary has them."""

from __future__ import annotations

import pytest

from lettersmith.checks.grammar.known_words import Known
from lettersmith.data import read_terms
from lettersmith.model.grammar import Slip

GIVEN = frozenset({"Ada O'Quill", "Wexcombe County Council", "keyworking", "MIND"})


def excused(word: str, kind: str = "spelling") -> bool:
    text = f"We met {word} there."
    return Known.of(GIVEN).excuse(Slip(7, 7 + len(word), "Speller", "", kind=kind), text)


@pytest.mark.parametrize(
    "word",
    [
        "Wexcombe", "Wexcombe’s", "Wexcombe's", "WEXCOMBE", "O’Quill", "O'Quill’s", "keyworking", "Keyworking",
        "KEYWORKING", "MIND", "Ada", "reoffending", "Ofsted", "Ofsted’s", "OFSTED", "genito-urinary",
        "Wexcombe-Council",
    ],
)  # fmt: skip
def test_a_word_of_the_inspection_or_of_the_field_is_right(word: str) -> None:
    assert excused(word)


@pytest.mark.parametrize("word", ["wexcombe", "Wexcomb", "ofsted", "Wexcombed", "mind", "Wexcombe-basd", "reofending"])
def test_another_word_is_not(word: str) -> None:
    assert not excused(word)


def test_a_known_word_can_still_be_in_the_wrong_place() -> None:
    assert not excused("Wexcombe", kind="grammar")


def test_the_list_has_each_word_once_and_nothing_else() -> None:
    terms = read_terms()
    assert len(terms) > 100
    assert all(term == term.strip() and " " not in term and not term.startswith("#") for term in terms)
    folded = [term.casefold() for term in terms]
    assert {term for term in folded if folded.count(term) > 1} <= {"sencos"}  # SENCos and SENCOs are both in use
