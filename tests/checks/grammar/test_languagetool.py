"""LanguageTool itself: the real server with the real letters. `make languagetool` fetches it."""

from __future__ import annotations

import os
import socket
from collections import Counter
from collections.abc import Iterable, Iterator
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from checks.grammar.corpus import checked, checked_samples, counted
from checks.grammar.planted import PLANTED, Planted
from engines import languagetool as wanted
from lettersmith.checks.grammar import languagetool, server, start
from lettersmith.checks.grammar.languagetool import LanguageTool
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip

pytestmark = pytest.mark.engine("LanguageTool")
NO_WORDS: frozenset[str] = frozenset()


@pytest.fixture
def engine() -> LanguageTool:
    """The one server of this run."""
    wanted()
    found = start("languagetool")
    assert isinstance(found, LanguageTool)
    return found


def look(engine: LanguageTool, text: str, known: Iterable[str] = ()) -> list[Slip]:
    return engine.look([text], frozenset(known))[0]


# ---- What it finds ------------------------------------------------------------------------------------------------

FOUND = [one for one in PLANTED if "languagetool" in one.by]


@pytest.mark.parametrize("planted", FOUND, ids=lambda one: one.wrong)
def test_a_slip_is_found_where_it_is(engine: LanguageTool, planted: Planted) -> None:
    assert any(planted.touches(slip) for slip in look(engine, planted.wrong))


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.right)
def test_the_sentence_without_its_slip_passes(engine: LanguageTool, planted: Planted) -> None:
    assert look(engine, planted.right) == []


def test_seven_in_ten_of_the_planted_slips_are_found() -> None:
    assert len(FOUND) >= 0.7 * len(PLANTED)


@pytest.mark.parametrize(
    "text",
    [
        "The programme’s centre will organise, recognise, analyse and prioritise its judgement of behaviour.",
        "Leaders enrolled the counsellors, who travelled and practised; their licence was cancelled.",
        "The learners learnt whilst the organisation fulfilled its duty.",
        "The board are clear about risk. The partnership have a plan. The authority consider each case.",
        "Many staff feel well supported, and records are up to date. She has a BSc and an MSc.",
        "Children in the south east wait until the later of the two dates.",
        "The plan is late and staff know it. Police, schools and health staff met.",
        "For a small number of children, all of the plans are late. They meet outside of the home.",
        "Reoffending is rare, timeframes are met, and Ofsted’s website says so.",
    ],
)
def test_what_is_right_in_britain_and_what_is_a_matter_of_style_passes(engine: LanguageTool, text: str) -> None:
    assert look(engine, text) == []


def test_names_are_right_where_they_are_known(engine: LanguageTool) -> None:
    text = "Ada Quilliam of Wexcombe met Wexcombe’s board."
    assert [text[slip.start : slip.end] for slip in look(engine, text)] == ["Quilliam", "Wexcombe", "Wexcombe"]
    assert look(engine, text, {"Ada Quilliam", "Wexcombe County Council"}) == []


@pytest.mark.parametrize(
    "before",
    ["", "😀 ", "\U0001d400\U0001d401 ", "café ", "e\u0301 ", "\u200b", "One.\n", "One.\r\n", "\ud83d ", "\ufeff"],
    ids=ascii,
)
def test_places_are_exact_whatever_stands_before(engine: LanguageTool, before: str) -> None:
    text = f"{before}They recieved 😀 it definately."
    found = [text[slip.start : slip.end] for slip in look(engine, text) if slip.kind == "spelling"]
    assert found[-2:] == ["recieved", "definately"]


def test_a_paragraph_that_breaks_off_is_named_at_its_last_word(engine: LanguageTool) -> None:
    text = "Staff know the plan. They use it at the ‘front door’"
    (slip,) = look(engine, text)
    assert text[slip.start : slip.end] == "door’"
    assert (slip.message, slip.instead) == ("This paragraph ends without a full stop. Is its end missing?", ())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "😀", "(" * 500, "the " * 500, "\x00", "a" * 3000], ids=ascii)
def test_strange_texts_do_no_harm(engine: LanguageTool, text: str) -> None:
    assert all(0 <= slip.start <= slip.end <= len(text) for slip in look(engine, text))


# ---- The letters of the corpus ------------------------------------------------------------------------------------

REAL = Counter(
    {
        ("2016-liverpool", 487, "PUNCTUATION_PARAGRAPH_END"): 1,  # the paragraph breaks off
        ("2016-liverpool", 477, "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA"): 1,  # no comma after the first word
        ("2016-liverpool", 131, "EN_UNPAIRED_QUOTES"): 1,  # a quotation that is never closed
        ("2016-liverpool", 417, "PUNCTUATION_PARAGRAPH_END"): 1,  # a heading runs on in the item before it
        ("2016-liverpool", 343, "DECISION_MAKING"): 1,  # with a hyphen in the rest of the letter
        ("2016-liverpool", 455, "A_NNS"): 1,  # "an" before a plural
        ("2016-liverpool", 148, "EN_SPLIT_WORDS_HYPHEN"): 1,  # a space behind a hyphen
        ("2018-durham", 389, "PUNCTUATION_PARAGRAPH_END"): 1,  # a sentence torn in two: its first half
        ("2018-durham", 0, "UPPERCASE_SENTENCE_START"): 2,  # the second halves of two sentences
        ("2018-durham", 417, "YEAR_OLD_HYPHEN"): 1,  # no hyphens in an age
        ("2018-durham", 474, "PUNCTUATION_PARAGRAPH_END"): 1,  # another sentence torn in two
        ("2018-durham", 386, "PUNCTUATION_PARAGRAPH_END"): 1,  # no full stop
    }
)
"""Every slip that is really there, read by hand: file, place in its paragraph, LanguageTool's rule."""

TORN = 2
"""Sentences torn in two, each of which draws two remarks."""


def test_on_the_joint_letters_it_names_ten_real_slips_and_hardly_anything_else(engine: LanguageTool) -> None:
    """Ten real slips, and at most one false alarm in 2,000 words; capitalised words that it does not know apart."""
    remarks, words = checked("jtai-letters", engine)
    said = Counter((one.file, one.start, one.rule) for one in counted(remarks))
    real, false = said & REAL, said - REAL
    assert words > 15_000
    assert real.total() - TORN >= 10, sorted(REAL - said)
    assert false.total() <= words / 2_000, sorted(false)
    assert false.total() <= 2, sorted(false)


def test_it_says_nothing_of_the_good_letters(engine: LanguageTool) -> None:
    remarks, _ = checked("good-letters", engine)
    assert counted(remarks) == []


def test_in_our_own_samples_it_is_wrong_about_one_sentence_and_knows_every_name(engine: LanguageTool) -> None:
    said = {(remark.place.text, remark.source.rpartition(", ")[2]) for remark in checked_samples(engine)}
    assert said <= {("Its", "IT_IS_2")}


# ---- Where the texts go ------------------------------------------------------------------------------------------


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """What a proxy is told that the whole machine is set up for."""
    told: list[bytes] = []
    listener = socket.create_server((server.HERE, 0))

    def listen() -> None:
        while True:
            try:
                caller, _ = listener.accept()
            except OSError:
                return
            told.append(caller.recv(1000))
            caller.close()

    Thread(target=listen, daemon=True).start()
    address = f"http://{server.HERE}:{listener.getsockname()[1]}"
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        value = "" if name == "no_proxy" else address
        monkeypatch.setenv(name, value)
        if os.name != "nt":
            monkeypatch.setenv(name.upper(), value)
    yield told
    listener.close()


def test_no_proxy_of_the_machine_sees_a_word(engine: LanguageTool, proxy: list[bytes]) -> None:
    assert look(engine, "This text, which nobody else may see, was recieved today.")
    own = server.start()
    try:
        own.wait()
        languagetool.connect(own.address).check("Nor may they see teh other one.")
    finally:
        own.stop()
    assert proxy == []


def test_all_that_is_called_is_this_machine(engine: LanguageTool, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[Any] = []
    connect = socket.socket.connect

    def noting(self: socket.socket, address: Any) -> None:
        called.append(address[0])
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", noting)
    assert look(engine, "They recieved it, and nobody was called but this machine.")
    assert set(called) == {server.HERE}


def test_the_server_listens_to_this_machine_alone(engine: LanguageTool) -> None:
    psutil: Any = pytest.importorskip("psutil")
    assert look(engine, "They recieved it while we looked who listens.")
    (java,) = psutil.Process(engine._server.process.pid).children()
    ends = [end for socket in java.net_connections("inet") for end in (socket.laddr, socket.raddr) if end]
    assert ends
    assert {end.ip.removeprefix("::ffff:") for end in ends} <= {server.HERE, "::1"}


@pytest.mark.parametrize(
    "address", ["https://api.languagetool.org", "http://192.168.0.9:8081", "http://127.0.0.1.example.org:80"]
)
def test_no_other_machine_is_ever_asked(address: str) -> None:
    with pytest.raises(ValueError, match="not this machine"):
        languagetool.connect(address)


# ---- When it goes ------------------------------------------------------------------------------------------------


def test_there_is_one_server_a_run(engine: LanguageTool) -> None:
    assert start("languagetool") is engine
    assert engine.name == f"LanguageTool {wanted().name.rpartition('-')[2]}"


def die(engine: LanguageTool) -> None:
    """Kill the Java of a server, as a system does that has no memory left."""
    psutil: Any = pytest.importorskip("psutil")
    (java,) = psutil.Process(engine._server.process.pid).children()
    java.kill()
    java.wait(10)


def test_a_server_that_dies_is_started_once_more_and_then_missing_and_not_silent() -> None:
    wanted()
    engine = LanguageTool(server.start)
    try:
        first = engine._server
        assert look(engine, "They recieved it.")
        die(engine)
        assert look(engine, "They recieved another.")
        assert not first.alive and engine._server.alive
        die(engine)
        assert look(engine, "They recieved it."), "what was answered is still known"
        with pytest.raises(EngineMissing) as raised:
            look(engine, "They recieved a third.")
        assert "gave no answer" in raised.value.remarks[0].what
        assert not engine._server.alive
    finally:
        engine.stop()


def test_a_server_that_dies_while_it_reads_a_letter_leaves_no_paragraph_unread() -> None:
    wanted()
    engine = LanguageTool(server.start)
    try:
        look(engine, "All is well.")
        first, library = engine._server, engine._library

        def check(text: str) -> Any:
            if "letter 20," in text:
                die(engine)
            return library.check(text)

        engine._library = SimpleNamespace(check=check)
        texts = [f"They recieved letter {number}, and nobody answered it for a week." for number in range(60)]
        found = engine.look(texts, NO_WORDS)
        assert engine._server is not first and not first.alive
        assert [{slip.kind for slip in slips} for slips in found] == [{"spelling"}] * len(texts)
    finally:
        engine.stop()
