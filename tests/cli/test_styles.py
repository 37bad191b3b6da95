"""`lettersmith styles` as those meet it who write rules and do not program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import run

WHY = ("--why", "It says: 'nothing'.", "--source", "Our editors # 3")
PHRASES = {
    "words": ("wibbly thinking", ["new ideas"], "It was Wibbly thinking then.", "Say 'new ideas' instead of"),
    "a hyphen": ("wibble-wobble thinking", ["ideas"], "a wibble-wobble thinking man", "Say 'ideas'"),
    "quotation marks and brackets": ("wibble: 'wobble' (x)", ["a", "b"], "It said wibble: 'wobble' (x).", "Say"),
    "nothing instead": ("wibble wobble", [], "It was wibble wobble.", "Leave out 'wibble wobble'"),
    "signs of a pattern": ("wibble.*[a] $5|6", ["this"], "It cost wibble.*[a] $5|6 then.", "Say 'this'"),
}


@pytest.mark.parametrize(("phrase", "instead", "sentence", "says"), PHRASES.values(), ids=PHRASES)
def test_a_rule_is_added_tried_and_used(
    tmp_path: Path, phrase: str, instead: list[str], sentence: str, says: str
) -> None:
    added = run("styles", "add", phrase, *instead, *WHY, "--rule", "Wibble", "--in", tmp_path)
    assert added.exit_code == 0, added.output
    tested = run("styles", "test", "Own", "--in", tmp_path)
    assert tested.exit_code == 0 and "1 rule tried, 0 examples wrong" in tested.output, tested.output
    assert says in " ".join(run("styles", "try", sentence, "--in", tmp_path).output.split())
    draft = tmp_path / "draft.md"
    draft.write_text(f"{sentence}\n\nNothing here.\n", encoding="utf-8")
    found = json.loads(run("check", draft, "--json", "--grammar", "none").output)["remarks"]
    assert [one["why"] for one in found if one["rule"] == "Own.Wibble"] == ["It says: 'nothing'."]
    trial = run("styles", "trial", "Own.Wibble", draft, "--in", tmp_path)
    assert "Own.Wibble: 1 remark in 1 file" in trial.output, trial.output
    alone = run("styles", "trial", tmp_path / "styles" / "Own" / "Wibble.yml", draft)
    assert "Own.Wibble: 1 remark in 1 file" in alone.output, alone.output


REFUSED = {
    "no words": (["..."], "has no words"),
    "found already": (["in order to", "to"], "PlainEnglish.Linking finds “in order to” already"),
    "found again in what should stand instead": (["wibble", "a wibble thing"], "holds “wibble” itself"),
    "a name that is none": (["wibble", "wobble", "--rule", "../x"], "cannot be the name"),
    "a style that is none": (["wibble", "wobble", "--style", "a/b"], "cannot be the name"),
}


@pytest.mark.parametrize(("words", "says"), REFUSED.values(), ids=REFUSED)
def test_a_rule_that_would_do_harm_is_not_added(tmp_path: Path, words: list[str], says: str) -> None:
    told = run("styles", "add", *words, *WHY, "--in", tmp_path)
    assert told.exit_code == 3 and says in " ".join(told.output.split()), told.output
    assert not (tmp_path / "styles").exists()


def test_a_rule_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    words = ("styles", "add", "wibble", "wobble", *WHY, "--in", tmp_path)
    assert run(*words).exit_code == 0
    assert (
        "is there already" in run("styles", "add", "wibbles", "wob", *WHY, "--rule", "Wibble", "--in", tmp_path).output
    )


def test_an_example_that_fails_is_named(tmp_path: Path) -> None:
    run("styles", "add", "wibble", "wobble", *WHY, "--in", tmp_path)
    examples = tmp_path / "styles" / "Own" / "tests" / "Wibble.yaml"
    examples.write_text("hits: [No such word.]\npasses: [A wibble here.]\n", encoding="utf-8")
    told = run("styles", "test", "Own", "--in", tmp_path)
    assert told.exit_code == 1
    assert "Own.Wibble should say something of: No such word." in told.output
    assert "Own.Wibble should say nothing of: A wibble here." in told.output


def test_the_list_names_rules_levels_and_sources() -> None:
    rows = json.loads(run("styles", "list", "PlainEnglish", "Children", "--json").output)["rules"]
    assert {row["rule"].partition(".")[0] for row in rows} == {"PlainEnglish", "Children"}
    assert all(row["source"] and row["hits"] and row["passes"] for row in rows)
    assert "PlainEnglish.Linking" in run("styles", "list", "PlainEnglish").output


def test_an_unknown_rule_gets_the_nearest_name() -> None:
    told = run("styles", "test", "PlainEnglsh")
    assert told.exit_code == 3 and "Did you mean PlainEnglish?" in told.output


def test_a_sentence_without_faults_is_said_to_have_none() -> None:
    assert (
        "nothing to say of it for children"
        in run("styles", "try", "We came to see you.", "--audience", "children").output
    )
