"""Whole journeys of a lead inspector: every answer leads to the next step."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli.running import change, run, sample

TO_FILL_IN = {"unknown": "to be filled in"}
FACTS = {
    "name": "Ada Quill",
    "email": "ada.quill@ambershire.example.org",
    "phone": "01632 960001",
    "mobile": "07700 900001",
    "authority": "Ambershire County Council",
    "organisation": "Ambershire County Council",
    "website": "https://www.ambershire.example.org",
    "link": "https://www.ambershire.example.org/a",
    "address": ["County Hall", "Ambershire"],
    "spoken_at": "09:20",
    "attempted_at": "09:10",
    "help_phone": "01632 960002",
    "help_email": "help@ambershire.example.org",
}


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every entry that still waits to be filled in: what holds it, and its name there."""
    for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if entry == TO_FILL_IN:
            yield value, key
        elif isinstance(entry, dict | list):
            yield from places(entry)


def fill(day: str) -> Any:
    def edit(facts: Any) -> None:
        facts["area"]["name"] = "Ambershire"
        for holder, key in list(places(facts)):
            holder[key] = FACTS.get(key, day)

    return edit


@pytest.mark.parametrize(
    ("framework", "day"), [("jtai-2017", "2017-05-09"), ("child-protection-2012", "2012-05-14")], ids=["joint", "2012"]
)
def test_a_new_folder_holds_a_place_for_everything_that_the_first_email_needs(
    tmp_path: Path, framework: str, day: str
) -> None:
    case = tmp_path / "ambershire"
    assert run("new", framework, case).exit_code == 0
    refused = run("make", "notification-email", case, "--today", day)
    assert refused.exit_code == 1
    assert "Facts.UnknownKey" not in refused.output
    change(case, "inspection.json", fill(day))
    (case / "judgements.json").unlink()
    (case / "evidence.json").write_text("{ broken", encoding="utf-8")
    made = run("make", "notification-email", case, "--today", day)
    assert made.exit_code == 0, made.output
    assert "not needed for this" in made.output
    assert list((case / "out").glob("*.eml"))


def test_what_stands_in_the_way_of_many_emails_is_told_once(tmp_path: Path) -> None:
    case = tmp_path / "ambershire"
    run("new", "jtai-2017", case)
    output = run("make", "notification-email", case).output
    assert output.count("team, quality assurance, email") == 1
    assert output.count("dates, notified") == 1
    assert output.count("named above") >= 9
    assert "Reading.LongSentence" not in output
    everything = json.loads(run("make", "notification-email", case, "--json").output)
    assert len(everything["refused"]) >= 9


def test_status_leads_from_a_new_folder_to_the_last_letter(tmp_path: Path) -> None:
    case = tmp_path / "new"
    run("new", "jtai-2017", case)
    assert "Next: Notification email: not ready" in run("status", case).output
    thornmere = sample(tmp_path, "thornmere-2012")
    (tmp_path / "new" / "inspection.json").unlink()
    late = run("status", thornmere, "--today", "2012-05-16").output
    assert "was due Monday 14 May 2012: ready to make" in late
    assert f"`lettersmith make notification-email {thornmere}`" in late
    assert run("make", "--all", thornmere, "--today", "2012-05-16").exit_code == 0
    assert "Every document is made." in run("status", thornmere, "--today", "2012-05-16").output
    change(thornmere, "inspection.json", lambda facts: facts["area"].update(website="https://new.example.org"))
    assert "inspection.json changed since: do not send it" in run("status", thornmere).output


def test_status_goes_on_to_what_can_still_be_made_when_the_time_of_a_sheet_is_over(tmp_path: Path) -> None:
    case = sample(tmp_path, "thornmere-2012")
    assert run("make", "notification-email", "staff-information", case, "--today", "2012-05-14").exit_code == 0
    assert "Next: Information sheet for children" in run("status", case, "--today", "2012-05-22").output
    assert "Next: Summary for children and young people" in run("status", case, "--today", "2012-05-25").output


def test_status_names_a_concern_that_is_not_told_yet_although_another_one_is(tmp_path: Path) -> None:
    case = sample(tmp_path, "thornmere-2012")
    assert run("make", "--all", case, "--today", "2012-05-16").exit_code == 0
    change(case, "inspection.json", lambda facts: facts["concerns"].append({**facts["concerns"][0], "id": "c3"}))
    assert "Next: Serious concern letter" in run("status", case, "--today", "2012-05-16").output


def test_what_only_the_pdf_cannot_print_does_not_stand_in_the_way_of_word(tmp_path: Path) -> None:
    case = sample(tmp_path, "wexcombe-jtai-2017")
    change(case, "judgements.json", lambda facts: facts["findings"][0].update(text="Leaders know the word مرحبا well."))
    refused = run("make", "findings-letter", case, "--today", "2017-07-10")
    assert refused.exit_code == 1
    assert "U+0645" in refused.output
    assert "Length.NotChecked" not in refused.output
    made = run("make", "findings-letter", case, "--format", "docx", "--today", "2017-07-10")
    assert made.exit_code == 0, made.output
    assert [path.suffix for path in (case / "out").iterdir()] == [".docx"]


def test_validate_counts_what_a_new_folder_still_wants(tmp_path: Path) -> None:
    case = tmp_path / "ambershire"
    run("new", "jtai-2017", case)
    assert "facts still wait to be filled in" in run("validate", case).output
    change(case, "inspection.json", fill("2017-05-09"))
    assert "still wait" not in run("validate", case).output


def test_a_format_that_a_document_does_not_have_is_said_and_nothing_else_is_made(tmp_path: Path) -> None:
    case = sample(tmp_path, "thornmere-2012")
    refused = run("make", "family-letter", case, "--format", "eml", "--today", "2012-05-16")
    assert refused.exit_code == 3
    assert "is not made as eml" in refused.output
    assert not (case / "out").exists()
    made = run("make", "--all", case, "--format", "eml", "--today", "2012-05-16")
    assert made.exit_code == 0, made.output
    assert "Not made: family-letter: it is made as docx" in made.output
    assert {path.suffix for path in (case / "out").iterdir()} <= {".eml", ".html"}
