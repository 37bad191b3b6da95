"""Rules that run away or cannot run are named; the others go on."""

from __future__ import annotations

import pytest

from checks.style.rule_kit import book, rule
from lettersmith.checks.style import timing
from lettersmith.checks.style.compiled import State
from lettersmith.checks.style.engine import run
from lettersmith.model.style import StyleRule, Unit

SOUND = rule("existence", id="Test.Sound", tokens=["very"])
UNITS = [Unit("very " + "a" * 60 + "!", "text"), Unit("c", "text")]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "LIMIT", 0.05)
    timing.may_run_away.cache_clear()


SLOW = r"(?:a|a)+[bc]"
"""Tries every way to cut the letters into pieces: two to the power of sixty."""

RUNAWAYS = {
    "existence": rule("existence", tokens=[SLOW]),
    "substitution": rule("substitution", swap={SLOW: "c", "x": "y"}),
    "occurrence": rule("occurrence", token=SLOW, max=1),
    "conditional": rule("conditional", first=SLOW, second="c"),
    "consistency": rule("consistency", either={SLOW: "c"}),
    "repetition": rule("repetition", tokens=[SLOW]),
    "an exception": rule("existence", tokens=[r"a+"], exceptions=[SLOW]),
}


@pytest.mark.parametrize("one", RUNAWAYS.values(), ids=RUNAWAYS)
def test_a_rule_that_runs_away_is_stopped_and_named(one: StyleRule) -> None:
    state = State()
    alerts = run(UNITS, book(one, SOUND), state=state)
    assert [alert.rule.id for alert in alerts if alert.rule.id == "Test.Sound"] == ["Test.Sound"]
    assert [(fault.rule, fault.place.file) for fault in state.faults] == [("Styles.RanAway", "Test/Rule.yml")]
    assert "Test.Rule" in state.faults[0].what


BROKEN = {
    "an open bracket": (rule("existence", tokens=["(very"]), "cannot be read"),
    "a flag that is not known": (rule("existence", tokens=["(?n)very"]), "flags"),
    "a table where a list should be": (rule("existence", tokens={"very": "so"}), "should be a list"),
    "a list where a table should be": (rule("substitution", swap=["very"]), "should be a table"),
    "a number that is none": (rule("occurrence", token="very", max="many"), "whole number"),
    "a scope of a View": (rule("conditional", first="very", second="b", **{"in": "title"}), "View"),
    "a broken exception": (rule("existence", tokens=["very"], exceptions=["(a"]), "cannot be read"),
}


@pytest.mark.parametrize(("one", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_rule_that_cannot_run_is_named_with_the_reason(one: StyleRule, reason: str) -> None:
    state = State()
    alerts = run(UNITS, book(one, SOUND), state=state)
    assert [alert.rule.id for alert in alerts if alert.rule.id == "Test.Sound"] == ["Test.Sound"]
    assert [fault.rule for fault in state.faults] == ["Styles.Refused"]
    assert reason in state.faults[0].what and "Test.Rule" in state.faults[0].what


def test_only_patterns_that_could_run_away_are_watched() -> None:
    assert timing.seconds_for(r"\b(?:very|quite)\b") is None
    assert timing.seconds_for(r"(?:a+)+b")
