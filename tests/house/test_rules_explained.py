"""Every rule that the program can give has an explanation, and every explanation has its rule."""

from __future__ import annotations

import pytest

from house.rule_ids import TOLD_ELSEWHERE, helper_calls, rule_ids
from lettersmith.rules import read_rules

RULES = read_rules()
GIVEN = rule_ids()


@pytest.mark.parametrize("rule", sorted(GIVEN | set(RULES)))
def test_every_rule_is_explained_and_every_explanation_is_needed(rule: str) -> None:
    assert rule in GIVEN, "nothing in the program gives this rule"
    assert rule in RULES, "rules.toml does not explain this rule"


@pytest.mark.parametrize("rule", RULES)
def test_an_explanation_is_in_whole_and_short_sentences(rule: str) -> None:
    about = RULES[rule]
    for part in ("wants", "why"):
        assert about[part][0].isupper() or about[part].startswith("`")
        assert about[part].endswith(".")
        assert max(len(sentence.split()) for sentence in about[part].split(". ")) <= 25
    assert about["source"]


def test_no_rule_is_hidden_in_a_variable() -> None:
    hidden = {(call.file, call.helper) for call in helper_calls() if not call.rule}
    assert hidden <= TOLD_ELSEWHERE
