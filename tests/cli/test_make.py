"""`lettersmith make`, as a lead inspector meets it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cli.running import change, run, sample

DAY = ("--today", "2012-05-16")


@pytest.fixture
def thornmere(tmp_path: Path) -> Path:
    return sample(tmp_path, "thornmere-2012")


def files(case: Path) -> list[str]:
    return sorted(path.name for path in (case / "out").glob("*"))


def test_a_document_that_is_fit_is_made_in_every_format(thornmere: Path) -> None:
    result = run("make", "family-letter", thornmere, *DAY)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Thornmere, ")
    assert "day 3 (Wednesday 16 May 2012)." in result.output
    assert files(thornmere) == [
        "thornmere-family-letter-final.docx",
        "thornmere-family-letter-final.html",
        "thornmere-family-letter-final.pdf",
        "thornmere-family-letter-final.txt",
        "thornmere-family-letter-large-print-final.docx",
        "thornmere-family-letter-large-print-final.pdf",
    ]


def test_the_same_facts_give_the_same_bytes(thornmere: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "thornmere"
    shutil.copytree(thornmere, other)
    for case in (thornmere, other):
        assert run("make", "family-letter", case, *DAY).exit_code == 0
    for path in (thornmere / "out").iterdir():
        assert path.read_bytes() == (other / "out" / path.name).read_bytes(), path.name


def no_phone(facts: Any) -> None:
    facts["team"]["lead"].pop("mobile", None)
    facts["team"]["lead"].pop("phone", None)
    facts["team"].pop("phone", None)


def test_a_document_with_a_gap_is_refused_whole_and_an_older_copy_is_named_first(thornmere: Path) -> None:
    assert run("make", "family-letter", thornmere, *DAY).exit_code == 0
    before = {path.name: path.read_bytes() for path in (thornmere / "out").iterdir()}
    change(thornmere, "inspection.json", no_phone)
    result = run("make", "family-letter", thornmere, *DAY)
    assert result.exit_code == 1
    assert "An older copy stands in" in result.output
    assert result.output.index("do not send it") < result.output.index("Must change")
    assert {path.name: path.read_bytes() for path in (thornmere / "out").iterdir()} == before


def test_a_draft_is_written_although_it_is_refused_and_says_so_on_its_pages(thornmere: Path) -> None:
    change(thornmere, "inspection.json", no_phone)
    result = run("make", "family-letter", thornmere, "--draft", "--format", "txt", *DAY)
    assert result.exit_code == 1
    assert files(thornmere) == ["thornmere-family-letter-draft.txt"]
    text = (thornmere / "out" / files(thornmere)[0]).read_text(encoding="utf-8")
    assert "Remarks on this draft" in text
    assert "[missing:" in text


def test_a_document_waits_only_for_what_it_uses(thornmere: Path) -> None:
    (thornmere / "judgements.json").write_text("{,", encoding="utf-8")
    result = run("make", "notification-email", thornmere, "--today", "2012-05-14")
    assert result.exit_code == 0, result.output
    assert "Also seen, not needed for this: 1 problem (`lettersmith validate`)." in result.output
    result = run("make", "childrens-summary", thornmere, *DAY)
    assert result.exit_code == 1
    assert "judgements.json" in result.output


def no_words_for_children(facts: Any) -> None:
    del next(finding for finding in facts["findings"] if finding["id"] == "S3")["for_children"]


@pytest.mark.parametrize("words", [("make", "childrens-summary"), ("make", "--all"), ("validate",)], ids=" ".join)
def test_a_finding_that_a_summary_for_children_leaves_out_is_named(thornmere: Path, words: tuple[str, ...]) -> None:
    assert "NoWordsForChildren" not in run(*words, thornmere, "--json", *DAY).output
    change(thornmere, "judgements.json", no_words_for_children)
    result = run(*words, thornmere, "--json", *DAY)
    assert result.exit_code == 0, result.output
    findings = [remark for remark in json.loads(result.output)["remarks"] if "Finding" in remark["what"]]
    (remark,) = findings
    assert remark["rule"] == "Conservation.NoWordsForChildren"
    assert "Finding S3 has no words for children" in remark["what"]
    line = (thornmere / "judgements.json").read_text(encoding="utf-8").split('"id": "S3"')[0].count("\n")
    assert (remark["place"]["file"], remark["place"]["line"]) == ("judgements.json", line)


def test_a_letter_that_was_edited_in_word_stays(thornmere: Path) -> None:
    assert run("make", "family-letter", thornmere, "--format", "txt", *DAY).exit_code == 0
    letter = thornmere / "out" / "thornmere-family-letter-final.txt"
    edited = letter.read_bytes() + b"\nand one more thing\n"
    letter.write_bytes(edited)
    result = run("make", "family-letter", thornmere, "--format", "txt", *DAY)
    assert result.exit_code == 0
    assert "was changed since it was made. It was left as it is." in " ".join(result.output.split())
    assert letter.read_bytes() == edited
    assert files(thornmere) == ["thornmere-family-letter-final (2).txt", "thornmere-family-letter-final.txt"]


def test_an_inspection_keeps_the_version_that_it_began_with(thornmere: Path) -> None:
    assert run("make", "family-letter", thornmere, "--format", "txt", "--version", "1.0.0", *DAY).exit_code == 0
    result = run("make", "family-letter", thornmere, "--format", "txt", *DAY)
    assert "version 1.0.0" in result.output


LATE = ("--today", "2012-05-25")


def test_a_letter_made_after_its_own_last_day_to_answer_is_refused(thornmere: Path) -> None:
    refused = run("make", "family-letter", "serious-concern", thornmere, *LATE)
    assert refused.exit_code == 1
    told = " ".join(refused.output.split())
    assert told.count("is over: the document bears the day Friday 25 May 2012") == 3
    assert not (thornmere / "out").exists()
    draft = run("make", "family-letter", thornmere, "--draft", "--format", "txt", *LATE)
    assert draft.exit_code == 0, draft.output
    assert "Dates.Passed" in draft.output
    assert run("validate", thornmere, *LATE).exit_code == 0, "the facts stay right"


def test_of_the_whole_set_what_was_made_in_time_is_left_out_when_its_time_is_over(thornmere: Path) -> None:
    assert run("make", "--all", thornmere, "--format", "txt", *DAY).exit_code == 0
    before = files(thornmere)
    later = run("make", "--all", thornmere, "--format", "txt", *LATE)
    assert later.exit_code == 0, later.output
    assert "Not made: family-letter: its time is over. It was made on 2012-05-16." in later.output
    assert "Not made: serious-concern for c1: its time is over." in later.output
    by_name = run("make", "family-letter", thornmere, "--format", "txt", *LATE)
    assert by_name.exit_code == 1, "who asks for it is told why not"
    assert files(thornmere) == before


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2012-05-01", "before its first day, Friday 11 May 2012 (Tuesday 1 May 2012)"),
        ("2012-05-16", "day 3 (Wednesday 16 May 2012)"),
        ("2026-11-23", "after its last day, Tuesday 26 June 2012 (Monday 23 November 2026)"),
    ],
)
def test_a_day_outside_the_timetable_has_no_number(thornmere: Path, day: str, says: str) -> None:
    assert says in run("validate", thornmere, "--today", day).output.splitlines()[0]


def test_json_for_programs_names_files_and_remarks(thornmere: Path) -> None:
    change(thornmere, "inspection.json", no_phone)
    result = run("make", "family-letter", "staff-information", thornmere, "--json", *DAY)
    told = json.loads(result.output)
    assert told["version"] == 1
    assert [refused["document"] for refused in told["refused"]].count("family-letter") == 1
    rules = {remark["rule"] for remark in told["remarks"]}
    assert "Gaps.Missing" in rules
    gap = next(remark for remark in told["remarks"] if remark["rule"] == "Gaps.Missing")
    assert gap["place"]["document"] in ("family-letter", "staff-information")


def test_evidence_of_another_inspection_stops_everything(thornmere: Path, tmp_path: Path) -> None:
    shutil.copytree(thornmere, tmp_path / "copied")
    change(tmp_path / "copied", "inspection.json", lambda facts: facts["area"].update(name="Ambershire"))
    change(thornmere, "inspection.json", no_phone)
    for draft in ((), ("--draft",)):
        result = run("make", "family-letter", thornmere, *draft, *DAY)
        assert result.exit_code == 1
        assert result.output.count("same texts as records of") == 1
        assert "Team, lead, mobile" in result.output, "what else is wrong is told in the same run"
        assert not (thornmere / "out").exists()
    told = json.loads(run("make", "family-letter", "staff-information", thornmere, "--json", *DAY).output)
    assert [remark["rule"] for remark in told["remarks"]].count("Facts.SameText") == 1
    assert not any(refused["cleared"] for refused in told["refused"])


BAD = [
    (lambda case: ("make", "family-letter", case / "nowhere/"), 3, "nowhere"),
    (lambda case: ("make", "famly-letter", case), 3, "Did you mean `family-letter`?"),
    (lambda case: ("make", case), 2, "Say which documents"),
    (lambda case: ("make", "family-letter", "--format", "odt", case), 2, "There is no format 'odt'"),
    (lambda case: ("make", "family-letter", "--version", "9.9.9", case), 3, "no version '9.9.9'"),
    (lambda case: ("make", "family-letter", "--today", "16.5.2012", case), 2, "is not a date"),
    (
        lambda case: ("make", "family-letter", case, "--out", case / "inspection.json" / "out", *DAY),
        3,
        "could not be written",
    ),
]


@pytest.mark.parametrize(("words", "code", "says"), BAD, ids=[says for *_, says in BAD])
def test_bad_input_gives_one_clear_error(thornmere: Path, words: Any, code: int, says: str) -> None:
    result = run(*words(thornmere))
    assert result.exit_code == code
    assert says in " ".join(result.output.split())
    assert not (thornmere / "out").exists()


def test_a_name_with_a_newline_never_reaches_a_header(thornmere: Path) -> None:
    def poison(facts: Any) -> None:
        facts["people"][0]["name"] = "Ada Quill\nBcc: someone@example.org"

    change(thornmere, "inspection.json", poison)
    result = run("make", "notification-email", thornmere, "--today", "2012-05-14")
    assert result.exit_code == 1
    assert not list((thornmere / "out").glob("*notification*")) if (thornmere / "out").exists() else True


def test_every_joint_notification_email_has_its_attachments(tmp_path: Path) -> None:
    case = sample(tmp_path, "wexcombe-jtai-2017")
    result = run("make", "notification-email", case, "--today", "2017-05-09")
    assert result.exit_code == 0, result.output
    emails = sorted((case / "out").glob("*.eml"))
    assert len(emails) >= 8
    for email in emails:
        text = email.read_bytes()
        assert b"portal-note-final" in text
        assert b"contact-list-final" in text
        assert text.count(b"\r\nTo: ") == 1


def test_the_area_of_the_inspection_next_door_is_another_area(tmp_path: Path) -> None:
    sample(tmp_path, "wexcombe-jtai-2017")
    case = sample(tmp_path, "thornmere-2012")

    def copied(facts: Any) -> None:
        facts["concerns"][0]["issue"] = "A baby with a bruise was not seen by anybody in Wexcombe."

    change(case, "inspection.json", copied)
    result = run("make", "serious-concern", case, "--json", *DAY)
    assert result.exit_code == 1
    remarks = [remark for remark in json.loads(result.output)["remarks"] if remark["rule"] == "OtherArea.Name"]
    assert [(remark["level"], remark["place"]["path"]) for remark in remarks] == [("error", "$.concerns[0].issue")]
