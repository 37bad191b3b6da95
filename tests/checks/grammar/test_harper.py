"""Harper itself, and what is made of its answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from checks.grammar.corpus import checked, checked_samples, counted
from checks.grammar.planted import PLANTED, Planted
from lettersmith.checks.grammar import harper, start
from lettersmith.checks.grammar.harper_rules import KEEP
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip

NO_WORDS: frozenset[str] = frozenset()


def look(text: str, known: Iterable[str] = ()) -> list[Slip]:
    return start("harper").look([text], frozenset(known))[0]


def words(text: str) -> list[str]:
    return [text[slip.start : slip.end] for slip in look(text)]


# ---- What it finds ------------------------------------------------------------------------------------------------

FOUND = [one for one in PLANTED if "harper" in one.by]


@pytest.mark.parametrize("planted", FOUND, ids=lambda one: one.wrong)
def test_a_slip_is_found_where_it_is(planted: Planted) -> None:
    assert any(planted.touches(slip) for slip in look(planted.wrong))


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.right)
def test_the_sentence_without_its_slip_passes(planted: Planted) -> None:
    assert look(planted.right) == []


def test_six_in_ten_of_the_planted_slips_are_found() -> None:
    assert len(FOUND) >= 0.6 * len(PLANTED)


@pytest.mark.parametrize(
    "text",
    [
        "The programme’s centre will organise, recognise, analyse and prioritise its judgement of behaviour.",
        "Leaders enrolled the counsellors, who travelled and practised; their licence was cancelled.",
        "They saw teachers, nurses and social workers; the team are good, and the police have a plan.",
        "The learners learnt whilst the organisation fulfilled its duty.",
    ],
)
def test_what_is_right_in_britain_passes(text: str) -> None:
    assert look(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In our opinion it is very good, and all of the plans that were written by the nurse are more timely.",
        "Police, schools and health staff met. Needs are met. Risk is responded to effectively. It is non-verbal.",
        "Children get the support they need, which leads to improved practice in the south east.",
    ],
)
def test_opinions_on_style_are_off(text: str) -> None:
    assert look(text) == []


def test_every_rule_that_we_keep_is_one_of_harpers() -> None:
    linter = harper.new_linter()
    assert set(linter.get_default_lint_config()) >= KEEP
    assert {rule for rule, on in linter.get_lint_config().items() if on} == KEEP


def test_names_are_right_where_they_are_known() -> None:
    text = "Ada Quilliam of Wexcombe met Wexcombe’s board."
    assert [text[slip.start : slip.end] for slip in look(text)] == ["Quilliam", "Wexcombe", "Wexcombe’s"]
    assert look(text, {"Ada Quilliam", "Wexcombe County Council"}) == []


@pytest.mark.parametrize(
    "before",
    ["", "😀 ", "\U0001d400\U0001d401 ", "café ", "e\u0301 ", "\u200b", "one\n", "one\r\n", "\ud83d ", "\x07 "],
)
def test_places_are_exact_whatever_stands_before(before: str) -> None:
    text = f"{before}They recieved 😀 it definately."
    found = [text[slip.start : slip.end] for slip in look(text) if slip.kind == "spelling"]
    assert found[-2:] == ["recieved", "definately"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "😀", "\x00", "a" * 5000, "(" * 500, "the " * 2000])
def test_strange_texts_do_no_harm(text: str) -> None:
    assert all(0 <= slip.start < slip.end <= len(text) for slip in look(text) if slip.kind != "unread")


# ---- The letters of the corpus ------------------------------------------------------------------------------------


def test_on_the_joint_letters_it_finds_little_and_says_nothing_wrong() -> None:
    """Read by hand: two sentences that begin in the middle. Nothing else is said that weighs."""
    remarks, count = checked("jtai-letters", start("harper"))
    weighing = counted(remarks)
    assert count > 15_000
    assert {(said.file, said.rule) for said in weighing} == {("2018-durham", "SentenceCapitalization")}
    assert len(weighing) == 2


def test_it_says_nothing_of_the_good_letters() -> None:
    remarks, _ = checked("good-letters", start("harper"))
    assert counted(remarks) == []


def test_in_our_own_samples_it_is_wrong_about_one_sentence_and_knows_every_name() -> None:
    said = {(remark.place.text, remark.source.rpartition(", ")[2]) for remark in checked_samples(start("harper"))}
    assert said <= {("weigh", "NounVerbConfusion")}


# ---- How it is held -----------------------------------------------------------------------------------------------


def test_it_is_loaded_only_when_it_is_started_and_once() -> None:
    """In a process of its own, since others here have loaded it."""
    code = """
import sys, lettersmith.checks
assert not {"harper", "language_tool_python", "requests"} & set(sys.modules), "loaded too soon"
from lettersmith.checks import grammar
engine = grammar.start("harper")
assert grammar.start("harper") is engine
assert engine.look(["We recieved it."], frozenset())[0]
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_its_name_has_a_version() -> None:
    assert start("harper").name.startswith("Harper 0.")


def test_two_callers_at_once_do_not_meet() -> None:
    engine, answers = harper.Harper(), []
    texts = [f"They recieved it {number} times." for number in range(40)]
    threads = [Thread(target=lambda: answers.append(engine.look(texts, NO_WORDS))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4
    assert all(answer == answers[0] for answer in answers)
    assert all(slips for slips in answers[0])


class Broken:
    """A linter that breaks down as Rust code does: with something that is no Exception."""

    class Panic(BaseException):
        pass

    def organized_lints(self, text: str, **options: Any) -> dict[str, list[Any]]:
        if "bad" in text:
            raise Broken.Panic("index out of bounds")
        return {}


def held(linter: Any, monkeypatch: pytest.MonkeyPatch) -> harper.Harper:
    monkeypatch.setattr(harper, "new_linter", lambda: linter)
    return harper.Harper()


def test_a_panic_is_told_of_its_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = held(Broken(), monkeypatch)
    good, bad, other = engine.look(["good", "bad one", "good too"], NO_WORDS)
    assert (good, other) == ([], [])
    (slip,) = bad
    assert (slip.kind, slip.start, slip.end) == ("unread", 0, 7)
    assert "index out of bounds" not in slip.message, "its words may quote the letter"


def test_one_who_stops_the_program_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(text: str, **options: Any) -> dict[str, list[Any]]:
        raise KeyboardInterrupt

    engine = held(SimpleNamespace(organized_lints=stopped), monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        engine.look(["one"], NO_WORDS)


def test_a_harper_that_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "harper", None)
    with pytest.raises(EngineMissing) as raised:
        harper.Harper().look(["one"], NO_WORDS)
    (remark,) = raised.value.remarks
    assert "cannot be loaded" in remark.what
    assert "pip install" in remark.do


def test_a_paragraph_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def lints(text: str, **options: Any) -> dict[str, list[Any]]:
        asked.append(text)
        return {}

    engine = held(SimpleNamespace(organized_lints=lints), monkeypatch)
    engine.look(["one", "two", "one"], NO_WORDS)
    engine.look(["two", "three"], frozenset({"new words"}))
    assert asked == ["one", "two", "three"]


def recorded(rule: str, start: int, end: int, *instead: str) -> dict[str, list[Any]]:
    """One lint as Harper gives it."""
    suggestions = [SimpleNamespace(replacement_text=text) for text in instead]
    span = SimpleNamespace(start=start, end=end)
    return {"AnA": [], rule: [SimpleNamespace(span=span, message="Is it?", suggestions=suggestions)]}


@pytest.mark.parametrize(
    ("lints", "slip"),
    [
        (recorded("SpellCheck", 3, 8, "their"), Slip(3, 8, "SpellCheck", "Is it?", ("their",), "spelling")),
        (recorded("RepeatedWords", 0, 7, "the"), Slip(0, 7, "RepeatedWords", "Is it?", ("the",), "grammar")),
        (recorded("Spaces", 0, 1, "", ""), Slip(0, 1, "Spaces", "Is it?", ("",), "grammar")),
    ],
    ids=["a misspelt word", "a doubled word", "something to take out, said twice"],
)
def test_a_recorded_answer_becomes_a_slip(lints: dict[str, list[Any]], slip: Slip) -> None:
    assert harper.slips_of(lints) == (slip,)
