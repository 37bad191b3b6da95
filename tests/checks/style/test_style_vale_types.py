"""capitalization, metric, readability, spelling, sequence: Vale's types that our own styles do not need."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from checks.style.rule_kit import book, messages, rule, said, words
from engines import vale_extra
from lettersmith.checks.style import dictionaries, tagging
from lettersmith.checks.style.arithmetic import worked_out
from lettersmith.checks.style.compiled import State, Unfit
from lettersmith.checks.style.engine import run
from lettersmith.model.style import Unit

pytestmark = pytest.mark.engine("spylls and TextBlob")


@pytest.fixture(autouse=True)
def needs_what_the_rules_need() -> None:
    vale_extra()


CAPITALS: dict[str, tuple[dict[str, Any], str, str]] = {
    "small letters": ({"match": "$lower"}, "Key stage", "key stage"),
    "capitals": ({"match": "$upper"}, "Key", "KEY"),
    "a sentence": ({"match": "$sentence"}, "What Happens Next Week", "What happens next week"),
    "a sentence that begins small": ({"match": "$sentence"}, "what happens next", "What happens next"),
    "a sentence with a name of ours": (
        {"match": "$sentence", "exceptions": ["Thornmere"]},
        "What Happens In Thornmere Next",
        "What happens in Thornmere next",
    ),
    "after an indicator it begins again": (
        {"match": "$sentence", "indicators": [":"]},
        "Step two: Ask Them To Come",
        "Step two: Ask them to come",
    ),
    "a title, as newspapers have it": (
        {"match": "$title"},
        "the state of the schools",
        "The State of the Schools",
    ),
    "a title, as Chicago has it": (
        {"match": "$title", "style": "Chicago"},
        "life before and after care",
        "Life before and after Care",
    ),
    "an infinitive in a title": ({"match": "$title"}, "how to complain", "How To Complain"),
    "a prefix is left alone": ({"match": "$sentence", "prefix": r"^[a-z]\.\s"}, "b. next Step", "b. Next step"),
}


@pytest.mark.parametrize(("settings", "text", "expected"), CAPITALS.values(), ids=CAPITALS)
def test_wrong_capitals_are_named_with_the_right_ones(settings: dict[str, Any], text: str, expected: str) -> None:
    assert messages(rule("capitalization", "%[2]s", **settings), text) == [expected]
    assert words(rule("capitalization", **settings), expected) == []


def test_capitals_by_a_pattern() -> None:
    assert words(rule("capitalization", match="^[A-Z]"), "small", "Large") == ["small"]


def test_a_few_wrong_words_are_let_pass_by_the_threshold() -> None:
    text = "What the children Told us about it"
    assert words(rule("capitalization", match="$sentence"), text) == []
    assert words(rule("capitalization", match="$sentence", threshold=0.95), text) == [text]


METRICS: dict[str, tuple[str, str, dict[str, int], list[str]]] = {
    "too many words": ("words", "> 3", {}, ["4.00"]),
    "just enough": ("words", "> 4", {}, []),
    "a formula": ("(0.5 * words) / sentences", ">= 2", {}, ["2.00"]),
    "counted in the file": ("heading.h2", "== 2", {"heading.h2": 2}, ["2.00"]),
    "none in the file": ("heading.h2", "> 0", {}, []),
    "a function": ("math.sqrt(words)", "> 1", {}, ["2.00"]),
    "either": ("words", "> 90 || words == 4", {}, ["4.00"]),
}


@pytest.mark.parametrize(("formula", "condition", "counts", "expected"), METRICS.values(), ids=METRICS)
def test_metric(formula: str, condition: str, counts: dict[str, int], expected: list[str]) -> None:
    one = rule("metric", formula=formula, condition=condition, scopes=("summary",))
    alerts = run([Unit("They came home safe.", "summary.md")], book(one), state=State(counts=counts))
    assert [alert.message for alert in alerts] == expected


BAD_FORMULAS = {
    "a call of the system": "__import__('os').system('true')",
    "another object": "words.real",
    "a huge power": "math.pow(9, 999999999)",
    "an unknown name": "wrods",
    "a statement": "x = 1",
    "nothing": "",
}


@pytest.mark.parametrize("formula", BAD_FORMULAS.values(), ids=BAD_FORMULAS)
def test_a_formula_is_worked_out_and_never_run(formula: str) -> None:
    with pytest.raises(Unfit):
        worked_out(formula, {"words": 4.0})


def test_readability_is_the_mean_of_the_grades_that_are_asked_for() -> None:
    hard = "Institutional accountability necessitates comprehensive organisational transformation. " * 3
    one = rule("readability", metrics=["Flesch-Kincaid", "SMOG"], grade=8, scopes=("paragraph",))
    assert float(messages(one, hard)[0]) > 15
    assert words(one, "We came. We saw. We left.") == []


SPELLING: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "a slip": ({}, "They were helpfull.", ["helpfull"]),
    "quotation marks around it": ({}, "“helpfull”", ["helpfull"]),
    "a curly apostrophe": ({}, "They don’t.", []),
    "signs in a word: never looked up": ({}, "a1b2 foo-barr", []),
    "capitals at the end: never looked up": ({}, "MASHH", []),
    "unless the rule wants it": ({"custom": True}, "MASHH", ["MASHH"]),
    "a filter": ({"filters": ["^Thorn"]}, "Thornmere Wexcombe", ["Wexcombe"]),
    "words to pass over": ({"ignored": ["Thornmere"]}, "Thornmere Wexcombe", ["Wexcombe"]),
}


@pytest.mark.parametrize(("settings", "text", "expected"), SPELLING.values(), ids=SPELLING)
def test_spelling(settings: dict[str, Any], text: str, expected: list[str]) -> None:
    assert words(rule("spelling", **settings), text) == expected


def test_accepted_words_are_spelt_right_and_phrases_only_as_a_whole() -> None:
    one = rule("spelling")
    assert words(one, "mea culpaa. culpaa.", accept=("mea culpaa",)) == ["culpaa"]


def test_a_dictionary_of_the_styles_folder(tmp_path: Path) -> None:
    (tmp_path / "own.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (tmp_path / "own.dic").write_text("2\ncañón/S\nhome\n", encoding="utf-8")
    files = {"own": (str(tmp_path / "own.aff"), str(tmp_path / "own.dic"))}
    one = rule("spelling", dictionaries=["own"], custom=True)
    texts = "home cañón cañones homes"
    alerts = run([Unit(texts, "text")], book(one, dictionaries=files))
    assert [texts[alert.start : alert.end] for alert in alerts] == ["cañones", "homes"]


SEQUENCES: dict[str, tuple[list[dict[str, Any]], str, list[str]]] = {
    "by tags": ([{"tag": "MD"}, {"tag": "VB"}], "They should come home.", ["should come"]),
    "by a word and a tag": ([{"tag": "NN"}, {"pattern": "using"}], "the system using it", ["system using"]),
    "what may stand between, on the left": (
        [{"tag": "JJS", "skip": 3}, {"pattern": "times"}],
        "the best player of times",
        ["best player of times"],
    ),
    "and on the right": (
        [{"pattern": "best"}, {"tag": "NNS", "skip": 3}],
        "the best player of times",
        ["best player of times"],
    ),
    "too many words between": (
        [{"pattern": "best"}, {"tag": "NNS", "skip": 1}],
        "the best player of our times",
        [],
    ),
    "so many times": ([{"tag": "JJ", "min": 2}, {"pattern": "letter"}], "a long good letter", ["long good letter"]),
    "not before": ([{"pattern": "stop"}, {"tag": "IN", "negate": True}], "You must stop at it.", []),
    "before anything else": ([{"pattern": "stop"}, {"tag": "IN", "negate": True}], "You must stop now.", ["stop now"]),
    "before the end": (
        [{"pattern": "stop"}, {"tag": "IN", "negate": True}],
        "You must stop",
        ["stop"],
    ),
    "only the target is named": (
        [{"tag": "MD"}, {"tag": "VB", "target": True}],
        "They should come home.",
        ["come"],
    ),
    "universal names": ([{"upos": "AUX"}, {"upos": "VERB"}], "They were told.", ["were told"]),
    "every place": ([{"pattern": "very"}, {"tag": "JJ"}], "very good and very safe", ["very good", "very safe"]),
}


@pytest.mark.parametrize(("tokens", "text", "expected"), SEQUENCES.values(), ids=SEQUENCES)
def test_sequence(tokens: list[dict[str, Any]], text: str, expected: list[str]) -> None:
    assert words(rule("sequence", tokens=tokens, scopes=("paragraph",)), text) == expected


UNFIT: dict[str, dict[str, Any]] = {
    "an unknown universal name": {"tokens": [{"upos": "THING"}]},
    "both kinds of tags": {"tokens": [{"upos": "NOUN", "tag": "NN"}]},
    "a tagger of its own": {"tokens": [{"tag": "NN"}], "model": "mine"},
}


@pytest.mark.parametrize("settings", UNFIT.values(), ids=UNFIT)
def test_a_sequence_that_cannot_run_is_named(settings: dict[str, Any]) -> None:
    state = State()
    assert said(rule("sequence", **settings), "Some words.", state=state) == []
    assert [fault.rule for fault in state.faults] == ["Styles.Refused"]


NEEDED = {
    "a tagger": ("textblob", rule("sequence", tokens=[{"tag": "NN"}]), tagging._tagger),
    "a dictionary": ("spylls", rule("spelling"), dictionaries.dictionary),
}


@pytest.mark.parametrize(("package", "one", "kept"), NEEDED.values(), ids=NEEDED)
def test_what_a_rule_needs_and_is_not_there_is_named_with_how_to_get_it(
    package: str, one: Any, kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ImportError(name)
        return real(name, *args, **more)

    kept.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    state = State()
    assert said(one, "The helpfull childs.", state=state) == []
    assert "pip install 'lettersmith[vale]'" in state.faults[0].what
    kept.cache_clear()
