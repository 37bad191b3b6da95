"""What silences a remark: a comment in the text, an acceptance, last time's list. And what nothing silences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lettersmith.errors import Unreadable
from lettersmith.issue import accepted
from lettersmith.issue.silencing import Silence, acceptances, baseline, split
from lettersmith.model import fingerprint
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import Origin, Place
from lettersmith.model.remark import Level, Remark

TODAY = date(2017, 5, 9)
FILE = "draft.md"
TEXT = "We met Ada. We use it in order to help. We use it in order to know."
DRAFT = Manuscript(FILE, "T", (Block("paragraph", (Span(TEXT, Origin(FILE, 3, column=1)),)),))


def remark(
    rule: str = "PlainEnglish.Wordy", start: int = 22, *, line: int = 3, path: str = "", level: Level = Level.WARNING
) -> Remark:
    place = Place(FILE, line, path, block=0, start=start, end=start + 11, text="in order to", column=start + 1)
    return Remark(rule, level, "Say less.", place)


def silence(text: str = "", **more: object) -> Silence:
    return Silence(TODAY, frozenset({"PlainEnglish"}), {FILE: text}, **more)  # type: ignore[arg-type]


COMMENTS = {
    "nothing is turned off": ("words\n\nwords", True),
    "all is off": ("<!-- lettersmith off -->\n\nwords", False),
    "as Vale writes it": ("<!-- vale off -->\n\nwords", False),
    "off, and on again": ("<!-- vale off -->\n<!-- vale on -->\nwords", True),
    "the rule is off": ("<!-- lettersmith PlainEnglish.Wordy = NO -->\n\nwords", False),
    "the style is off": ("<!-- lettersmith PlainEnglish = NO -->\n\nwords", False),
    "another rule is off": ("<!-- lettersmith PlainEnglish.Legal = NO -->\n\nwords", True),
    "the style is off, the rule on": (
        "<!-- vale PlainEnglish = NO --><!-- vale PlainEnglish.Wordy = YES -->\n\nw",
        True,
    ),
    "off only for these words": ('<!-- vale PlainEnglish.Wordy["in order to"] = NO -->\n\nwords', False),
    "off only for other words": ('<!-- vale PlainEnglish.Wordy["with a view to"] = NO -->\n\nwords', True),
    "off after the words": ("words\n\nwords\n\n<!-- lettersmith off -->", True),
    "in a template": ("{# lettersmith PlainEnglish.Wordy = NO #}\n\nwords", False),
    "another program's comment": ("<!-- markdownlint off -->\n\nwords", True),
}


@pytest.mark.parametrize(("text", "shown"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_in_the_text_turns_rules_off(text: str, shown: bool) -> None:
    kept, hidden = split([remark()], DRAFT, silence(text))
    assert (len(kept), [one.how for one in hidden]) == ((1, []) if shown else (0, ["comment"]))


NEVER = ("Gaps.Placeholder", "Duties.NotMet", "People.Name", "OtherArea.Name", "Identifiers.Phone", "Facts.Wrong")


@pytest.mark.parametrize("rule", NEVER)
def test_what_matters_most_is_never_silenced(rule: str) -> None:
    told = remark(rule)
    entry = acceptances(
        [told], DRAFT, rules=[rule], words="", reason="r", by="b", until=date(2018, 1, 1), on=TODAY, file=FILE
    )
    last = {fingerprint.of(told, DRAFT): 9}
    assert split([told], DRAFT, silence("<!-- vale off -->", accepted=entry, before=last))[0] == (told,)


def test_words_of_the_facts_are_silenced_by_no_comment() -> None:
    told = remark(path="$.findings[0].text")
    assert split([told], DRAFT, silence("<!-- vale off -->"))[0] == (told,)


@pytest.mark.parametrize(
    ("until", "level", "final", "shown"),
    [
        (date(2017, 5, 9), Level.ERROR, False, []),
        (date(2017, 5, 9), Level.WARNING, True, []),
        (date(2017, 5, 9), Level.ERROR, True, ["PlainEnglish.Wordy"]),
        (date(2017, 5, 8), Level.WARNING, False, ["PlainEnglish.Wordy", "Accepted.RunOut"]),
    ],
    ids=["on its last day", "a warning of a document being made", "an error of one", "a day too late"],
)
def test_an_acceptance_holds(until: date, level: Level, final: bool, shown: list[str]) -> None:
    told = remark(level=level)
    rules = ["PlainEnglish"]
    entries = acceptances(
        [told], DRAFT, rules=rules, words="In order", reason="r", by="b", until=until, on=TODAY, file=FILE
    )
    kept, hidden = split([told], DRAFT, silence(accepted=entries, final=final))
    assert [one.rule for one in kept] == shown
    assert all(one.how == "accepted" and one.by == "b" and one.until == until for one in hidden)


def test_an_acceptance_is_held_by_rule_sentence_and_field_not_by_line() -> None:
    first, second = remark(), remark(start=TEXT.rindex("in order to"))
    moved = remark(line=77)
    assert fingerprint.of(first, DRAFT) == fingerprint.of(moved, DRAFT)
    assert fingerprint.of(first, DRAFT) != fingerprint.of(second, DRAFT)
    assert fingerprint.of(first, DRAFT) != fingerprint.of(remark("PlainEnglish.Legal"), DRAFT)
    assert fingerprint.of(first, DRAFT) != fingerprint.of(remark(path="$.summary"), DRAFT)
    changed = TEXT.replace("We met Ada.", "Later we met all of them.")
    shift = len(changed) - len(TEXT)
    later = Manuscript(FILE, "T", (Block("paragraph", (Span(changed, Origin(FILE, 3)),)),))
    assert fingerprint.of(first, DRAFT) == fingerprint.of(remark(start=22 + shift), later)


def test_only_what_is_new_is_shown_as_often_as_it_is_new() -> None:
    told = remark()
    kept, hidden = split([told, told, told], DRAFT, silence(before={fingerprint.of(told, DRAFT): 2}))
    assert (len(kept), [one.how for one in hidden]) == (1, ["baseline", "baseline"])


@pytest.mark.parametrize("text", ["", "[]", '{"remarks": 3}', '{"remarks": ["x"]}', "not JSON"])
def test_a_baseline_that_is_none_is_said(text: str) -> None:
    with pytest.raises(Unreadable, match="tells nothing of last time"):
        baseline(text, "b.json")


def test_what_is_accepted_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    list_ = tmp_path / accepted.NAME
    entries = acceptances(
        [remark()],
        DRAFT,
        rules=["PlainEnglish.Wordy"],
        words="",
        reason='The "form\'s" own \\ name\nœ',
        by="Ada Quill",
        until=date(2018, 1, 1),
        on=TODAY,
        file=FILE,
    )
    accepted.add(list_, entries)
    accepted.add(list_, entries)
    assert accepted.read(list_) == entries
    assert accepted.file_for(tmp_path / "out" / "x.docx") == list_ == accepted.file_for(tmp_path / "x.docx")


WRONG = {
    "no TOML": ("[[accepted", 1),
    "no reason": ('[[accepted]]\nrule = "A.B"\nfingerprint = "1"\nby = "b"\nuntil = 2018-01-01\n', 1),
    "a day in quotation marks": (
        '[[accepted]]\nrule = "A.B"\nfingerprint = "1"\nby = "b"\nreason = "r"\nuntil = "2018-01-01"\n',
        1,
    ),
    "three things": ("[[accepted]]\nrule = 3\nfingerprint = \"1\"\nby = \"b\"\nuntil = 2018-01-01\nmore = 1\n", 3),
    "another table": ("[other]\nx = 1\n", 1),
    "no list": ("accepted = 3\n", 1),
}  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), WRONG.values(), ids=WRONG)
def test_everything_wrong_in_the_list_is_said_at_once(tmp_path: Path, text: str, faults: int) -> None:
    (tmp_path / accepted.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        accepted.read(tmp_path / accepted.NAME)
    assert len(caught.value.remarks) == faults
    assert all(one.do and accepted.NAME in one.what for one in caught.value.remarks)
