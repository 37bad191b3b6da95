"""A template may need an engine: present, it reads every document; missing, there is no final version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.running import run, sample
from engines import languagetool as wanted
from lettersmith.checks import grammar
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip
from lettersmith.model.remark import Level, Remark
from lettersmith.route.case import open_case
from lettersmith.route.proofreading import known_words
from lettersmith.workspace import builtin

KIND = "family-letter"
TODAY = ("--today", "2012-05-16")


@pytest.fixture
def thornmere(tmp_path: Path) -> Path:
    return sample(tmp_path, "thornmere-2012")


def needing(thornmere: Path, engine: str, words: str = "We hope that this helps.") -> None:
    """Put a version of the family letter beside the inspection that needs an engine."""
    folder = thornmere.parent / "templates" / "child-protection-2012" / KIND / "9.0.0"
    newest = max((builtin("templates") / "child-protection-2012" / KIND).iterdir())
    folder.mkdir(parents=True)
    for path in newest.iterdir():
        if path.name != "seal.toml":
            (folder / path.name).write_bytes(path.read_bytes())
    settings = folder / "template.toml"
    text, needs = settings.read_text(encoding="utf-8"), f'engines = ["{engine}"]'
    text = text.replace("[needs]", f"[needs]\n{needs}") if "[needs]" in text else f"{text}\n[needs]\n{needs}\n"
    settings.write_text(text, encoding="utf-8")
    letter = folder / "letter.md"
    letter.write_text(f"{letter.read_text(encoding='utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")


class Reading:
    """An engine that finds one slip in every text with a given word, and notes what it was told."""

    name = "Reading 1.0"

    def __init__(self) -> None:
        self.known: frozenset[str] = frozenset()

    def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
        self.known = known
        return [[Slip(0, 2, "Rule", "Look here.")] if "hope" in text else [] for text in texts]


def absent(name: str) -> Reading:
    raise EngineMissing(Remark("Grammar.NoEngine", Level.ERROR, "It is not here.", do="Fetch it."))


def test_without_a_need_no_engine_is_started(thornmere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "start", absent)
    assert run("make", KIND, "--format", "txt", *TODAY, thornmere).exit_code == 0


@pytest.mark.parametrize("engine", ["harper", "languagetool"])
def test_an_engine_that_is_missing_means_no_final_version(
    thornmere: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    needing(thornmere, engine)
    monkeypatch.setattr(grammar, "start", absent)
    result = run("make", KIND, *TODAY, thornmere)
    said = " ".join(result.output.split())
    assert result.exit_code == 4, result.output
    assert "must be checked for grammar before it is final. It is not here." in said
    assert "Fetch it." in said and "`--draft`" in said
    assert not (thornmere / "out").exists()


def test_a_draft_is_made_and_says_that_it_was_not_checked(thornmere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needing(thornmere, "languagetool")
    monkeypatch.setattr(grammar, "start", absent)
    result = run("make", KIND, "--draft", "--format", "txt", *TODAY, thornmere)
    assert result.exit_code == 0, result.output
    (draft,) = (thornmere / "out").glob("*.txt")
    assert "Grammar and spelling were not checked" in " ".join(draft.read_text(encoding="utf-8").split())


def test_an_engine_that_goes_while_it_reads_means_no_final_version(
    thornmere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Going(Reading):
        def look(self, texts: Sequence[str], known: frozenset[str]) -> list[list[Slip]]:
            raise EngineMissing(Remark("Grammar.NoEngine", Level.ERROR, "It went.", do="Again."))

    needing(thornmere, "languagetool")
    monkeypatch.setattr(grammar, "start", lambda name: Going())
    result = run("make", KIND, *TODAY, thornmere)
    assert result.exit_code == 4, result.output
    assert "It went." in result.output
    assert not (thornmere / "out").exists()
    assert run("make", KIND, "--draft", "--format", "txt", *TODAY, thornmere).exit_code == 0


def test_an_engine_that_is_there_reads_and_is_told_the_names(thornmere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Reading()
    needing(thornmere, "languagetool")
    monkeypatch.setattr(grammar, "start", lambda name: engine)
    result = run("make", KIND, "--format", "txt", "--json", *TODAY, thornmere)
    assert result.exit_code == 0, result.output
    assert "Grammar.Slip" in json.dumps(json.loads(result.output))
    assert "Thornmere" in engine.known


def test_the_words_of_an_inspection_are_its_names_and_not_its_prose(thornmere: Path) -> None:
    case = open_case(thornmere)
    known = known_words(case.inspection, case.framework)
    assert {"Thornmere", "Thornmere Council"} & known
    people = case.inspection.facts["inspection"]["people"]
    assert {person["name"] for person in people} <= known
    assert all(len(words.split()) < 20 for words in known)


@pytest.mark.parametrize("engine", ["harper", pytest.param("languagetool", marks=pytest.mark.engine("LanguageTool"))])
def test_the_real_engine_reads_a_letter_and_finds_what_is_wrong_alone(thornmere: Path, engine: str) -> None:
    if engine == "languagetool":
        wanted()
    needing(thornmere, engine, "We hope that this lettter helps.")
    result = run("make", KIND, "--format", "txt", "--json", *TODAY, thornmere)
    assert result.exit_code == 0, result.output
    made = json.dumps(json.loads(result.output), ensure_ascii=False)
    assert made.count("Grammar.") == 1
    assert "“lettter” is not a word" in made
