"""What is made of LanguageTool's answers, with a server and a library that only answer what was written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any

import pytest

from lettersmith.checks.grammar import languagetool, server
from lettersmith.checks.grammar.languagetool import LanguageTool
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import Slip

NO_WORDS: frozenset[str] = frozenset()
Check = Callable[[str], list[Any]]


class FakeServer:
    """A server that is there, until it is not."""

    version, address = "6.8", "http://127.0.0.1:1"

    def __init__(self) -> None:
        self.alive = True

    def wait(self) -> None:
        pass

    def ends(self) -> bool:
        return not self.alive

    def stop(self) -> None:
        self.alive = False


def match(text: str, words: str, rule: str, *instead: str) -> SimpleNamespace:
    """A match as the library gives it."""
    return SimpleNamespace(
        offset=text.index(words), error_length=len(words), rule_id=rule, message="Hm.", replacements=list(instead)
    )


@pytest.fixture
def servers() -> list[FakeServer]:
    """Every server that was started, in order."""
    return []


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, servers: list[FakeServer]) -> Callable[[Check], LanguageTool]:
    """An engine whose library answers as a function says."""

    def made(check: Check) -> LanguageTool:
        def warm(text: str) -> list[Any]:
            return [] if text == languagetool.WARMING else check(text)

        monkeypatch.setattr(languagetool, "connect", lambda address: SimpleNamespace(check=warm))
        return LanguageTool(launch)

    def launch() -> Any:
        servers.append(FakeServer())
        return servers[-1]

    return made


Maker = Callable[[Check], LanguageTool]


def test_an_answer_becomes_slips_in_the_order_of_the_text(engine: Maker) -> None:
    text = "The teh plan are late."

    def check(sent: str) -> list[Any]:
        return [match(text, "are", "AGREEMENT", "is"), match(text, "teh", "MORFOLOGIK_RULE_EN_GB", "the", "ten")]

    assert engine(check).look([text], NO_WORDS) == [
        [
            Slip(4, 7, "MORFOLOGIK_RULE_EN_GB", "Hm.", ("the", "ten"), "spelling"),
            Slip(13, 16, "AGREEMENT", "Hm.", ("is",), "grammar"),
        ]
    ]


def test_of_hundreds_of_words_instead_five_are_kept(engine: Maker) -> None:
    many = [str(number) for number in range(900)]
    (slips,) = engine(lambda sent: [match(sent, "elp", "MORFOLOGIK_RULE_EN_GB", *many)]).look(["We elp."], NO_WORDS)
    assert slips[0].instead == ("0", "1", "2", "3", "4")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("The council are late.", False), ("The plan are late.", True), ("Are they late?", True)],
    ids=["a body of people", "a thing", "nothing before it"],
)
def test_a_plural_verb_is_right_with_a_body_of_people(engine: Maker, text: str, wrong: bool) -> None:
    verb = "are" if "are" in text else "Are"
    (slips,) = engine(lambda sent: [match(sent, verb, "SINGULAR_AGREEMENT_SENT_START")]).look([text], NO_WORDS)
    assert bool(slips) is wrong


def test_a_character_that_is_two_in_java_is_sent_as_one(engine: Maker) -> None:
    sent: list[str] = []

    def check(text: str) -> list[Any]:
        sent.append(text)
        return []

    texts = ["😀\U0001d400 all is well", "a half \ud83d of one"]
    engine(check).look(texts, NO_WORDS)
    assert [len(text) for text in sent] == [len(text) for text in texts]
    assert all(character < "\U00010000" and not "\ud800" <= character <= "\udfff" for character in "".join(sent))


def test_a_paragraph_is_sent_once_whatever_words_are_known(engine: Maker) -> None:
    sent: list[str] = []

    def check(text: str) -> list[Any]:
        sent.append(text)
        return [match(text, "Wexcombe", "MORFOLOGIK_RULE_EN_GB")] if "Wexcombe" in text else []

    held = engine(check)
    assert held.look(["Wexcombe is late.", "All is well.", "Wexcombe is late."], NO_WORDS)[2]
    assert held.look(["Wexcombe is late.", "All is new."], frozenset({"Wexcombe"})) == [[], []]
    assert sorted(sent) == ["All is new.", "All is well.", "Wexcombe is late."]


def test_more_paragraphs_than_are_kept_are_all_answered(engine: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languagetool, "MOST_KEPT", 3)
    held = engine(lambda text: [match(text, "teh", "MORFOLOGIK_RULE_EN_GB")] if "teh" in text else [])
    texts = [f"We saw teh plan {number}." for number in range(8)]
    assert [len(slips) for slips in held.look(texts, NO_WORDS)] == [1] * 8
    assert [len(slips) for slips in held.look(texts[:2], NO_WORDS)] == [1, 1]
    assert len(held._kept) <= 8


def test_a_text_on_which_it_breaks_down_is_told(engine: Maker) -> None:
    def check(text: str) -> list[Any]:
        if "bad" in text:
            raise RuntimeError("the words of the letter")
        return []

    good, bad = engine(check).look(["good", "bad one"], NO_WORDS)
    assert good == []
    assert [(slip.kind, slip.start, slip.end) for slip in bad] == [("unread", 0, 7)]
    assert "words of the letter" not in bad[0].message


def test_a_server_that_was_stopped_is_told(engine: Maker, servers: list[FakeServer]) -> None:
    def check(text: str) -> list[Any]:
        held.stop()
        raise ConnectionError

    held = engine(check)
    with pytest.raises(EngineMissing, match="gave no answer"):
        held.look(["All is well."], NO_WORDS)
    assert len(servers) == 1


def test_a_server_that_dies_is_started_once_more_and_asked_all_again(engine: Maker, servers: list[FakeServer]) -> None:
    def check(text: str) -> list[Any]:
        if "last" in text and len(servers) == 1:
            servers[-1].alive = False
            raise ConnectionError
        return [match(text, "teh", "MORFOLOGIK_RULE_EN_GB")] if "teh" in text else []

    held = engine(check)
    assert [len(slips) for slips in held.look(["We saw teh plan.", "All is well.", "It was teh last."], NO_WORDS)] == [
        1,
        0,
        1,
    ]
    assert [server.alive for server in servers] == [False, True]


def test_a_server_that_dies_twice_is_not_started_a_third_time(engine: Maker, servers: list[FakeServer]) -> None:
    def check(text: str) -> list[Any]:
        if "bad" in text or not servers[-1].alive:
            servers[-1].alive = False
            raise ConnectionError
        return []

    held = engine(check)
    assert held.look(["All is well."], NO_WORDS) == [[]]
    with pytest.raises(EngineMissing, match="gave no answer"):
        held.look(["All is bad."], NO_WORDS)
    assert held.look(["All is well."], NO_WORDS) == [[]], "what was answered is still known"
    with pytest.raises(EngineMissing, match="gave no answer"):
        held.look(["All is new."], NO_WORDS)
    assert [server.alive for server in servers] == [False, False]


def test_a_server_that_does_not_come_up_again_is_told(
    engine: Maker, servers: list[FakeServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(started: FakeServer) -> None:
        raise server.missing("It does not start.", "Look at Java.")

    def check(text: str) -> list[Any]:
        servers[-1].alive = False
        monkeypatch.setattr(FakeServer, "wait", wait)
        raise ConnectionError

    held = engine(check)
    for text in ("All is well.", "All is new."):
        with pytest.raises(EngineMissing, match="does not start"):
            held.look([text], NO_WORDS)
    assert len(servers) == 2


def test_a_server_that_hangs_is_given_up_and_the_next_document_gets_another(
    engine: Maker, servers: list[FakeServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languagetool, "LONGEST", 0.1)

    def check(text: str) -> list[Any]:
        while "hangs" in text and servers[-1].alive:
            sleep(0.01)
        if not servers[-1].alive:
            raise ConnectionError
        return []

    held = engine(check)
    with pytest.raises(EngineMissing, match="gave no answer"):
        held.look(["It hangs."], NO_WORDS)
    assert [server.alive for server in servers] == [False], "what may be why it hangs is not asked again"
    assert held.look(["All is well."], NO_WORDS) == [[]]
    assert [server.alive for server in servers] == [False, True]


def test_a_library_that_is_not_installed_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languagetool, "find_spec", lambda name: None)
    with pytest.raises(EngineMissing) as raised:
        languagetool.start.__wrapped__()
    assert "pip install 'lettersmith[languagetool]'" in raised.value.remarks[0].do


def test_jars_that_are_not_there_are_missing(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing) as raised:
        server.find_languagetool({"LTP_PATH": str(tmp_path)})
    (remark,) = raised.value.remarks
    assert str(tmp_path) in remark.what
    assert "make languagetool" in remark.do


def test_java_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing) as raised:
        server.find_java({"PATH": str(tmp_path)})
    assert "Java 17" in raised.value.remarks[0].do


def test_the_newest_of_several_is_taken(tmp_path: Path) -> None:
    for version in ("6.6", "6.10", "6.9"):
        folder = tmp_path / f"LanguageTool-{version}"
        folder.mkdir()
        (folder / server.JAR).touch()
    assert server.find_languagetool({"LTP_PATH": str(tmp_path)}).name == "LanguageTool-6.10"


def test_the_public_service_is_named_nowhere() -> None:
    home = Path(server.__file__).parents[3] / "lettersmith"
    for path in home.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "LanguageToolPublicAPI" not in text
        assert "languagetool.org/" not in text.replace("org.languagetool.", "")
