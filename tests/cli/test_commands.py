"""The commands besides `make`, as the people who type them meet them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import run, sample
from lettersmith import __version__
from lettersmith.cli.app import COMMANDS
from lettersmith.rules import read_rules

WEXCOMBE_DAY = ("--today", "2017-05-10")


@pytest.fixture
def wexcombe(tmp_path: Path) -> Path:
    return sample(tmp_path, "wexcombe-jtai-2017")


def test_help_lists_every_command_with_its_summary() -> None:
    told = " ".join(run("--help").output.split())
    for name, summary in COMMANDS.items():
        assert f"{name} {summary}" in told


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").output == f"lettersmith {__version__}\n"


def test_new_like_takes_the_team_and_the_contacts_and_nothing_else(wexcombe: Path, tmp_path: Path) -> None:
    assert run("new", "jtai-2017", tmp_path / "ambershire", "--like", wexcombe).exit_code == 0
    old = json.loads((wexcombe / "inspection.json").read_text(encoding="utf-8"))
    made = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "ambershire").iterdir())
    new = json.loads((tmp_path / "ambershire" / "inspection.json").read_text(encoding="utf-8"))
    assert new["team"] == old["team"]
    assert new["portal"] == old["portal"]
    assert old["area"]["name"] not in json.dumps({key: new[key] for key in ("area", "people", "dates", "concerns")})
    for person in old["people"]:
        assert person["name"] not in made
    assert json.loads((tmp_path / "ambershire" / "evidence.json").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("framework", ["jtai-2017", "child-protection-2012"])
def test_a_new_folder_is_never_written_over(tmp_path: Path, framework: str) -> None:
    assert run("new", framework, tmp_path / "new").exit_code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
    again = run("new", framework, tmp_path / "new")
    assert again.exit_code == 3
    assert "holds an inspection already" in " ".join(again.output.split())
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == before


@pytest.mark.parametrize("command", ["status", "timetable", "validate"])
def test_the_first_line_says_area_framework_and_day(wexcombe: Path, command: str) -> None:
    told = run(command, wexcombe, *WEXCOMBE_DAY)
    assert told.exit_code == 0, told.output
    assert told.output.startswith("Wexcombe, joint targeted area inspection, day 1 (Wednesday 10 May 2017).\n")


def test_the_folder_is_the_current_one_if_none_is_named(wexcombe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wexcombe)
    assert run("status", *WEXCOMBE_DAY).output.startswith("Wexcombe, ")


def test_kinds_for_programs_name_requirement_audience_and_limits(wexcombe: Path) -> None:
    told = json.loads(run("kinds", wexcombe, "--json").output)
    kinds = {kind["kind"]: kind for kind in told["kinds"]}
    letter = kinds["findings-letter"]
    assert (letter["requirement"], letter["audience"]) == ("K64", "professionals")
    assert kinds["staff-information"]["limits"]["pages"]["cap"] >= 1
    assert [kind["requirement"] for kind in told["kinds"]] == sorted(kind["requirement"] for kind in told["kinds"])


def test_kinds_outside_an_inspection_are_those_of_every_framework(tmp_path: Path) -> None:
    told = json.loads(run("kinds", tmp_path, "--json").output)
    assert {kind["framework"] for kind in told["kinds"]} == {"jtai-2017", "child-protection-2012"}


def test_the_calendar_file_has_every_step_that_has_a_date(wexcombe: Path, tmp_path: Path) -> None:
    told = run("timetable", wexcombe, "--ics", tmp_path / "days.ics", "--json")
    dated = [step for step in json.loads(told.output)["steps"] if step["last"]]
    text = (tmp_path / "days.ics").read_bytes().decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT\r\n") == len(dated)


@pytest.mark.parametrize("name", ["inspection", "judgements", "evidence", "remarks"])
def test_every_schema_is_a_schema(name: str) -> None:
    schema = json.loads(run("schema", name).output)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert name in run("schema").output.split()


def test_explain_lists_all_rules_and_tells_one_in_any_letters() -> None:
    listed = run("explain").output
    for rule in read_rules():
        assert f"\n{rule} " in f"\n{listed}"
    told = run("explain", "dates.closed").output
    assert told.startswith("Dates.Closed\n  Wants: ")
    assert "\n  Why: " in told and "\n  Source: " in told
    assert json.loads(run("explain", "Dates.Closed", "--json").output)["rule"] == "Dates.Closed"


@pytest.mark.parametrize(
    ("text", "audience", "code", "rule"),
    [
        ("We will ring you by [insert date].", "families", 1, "Gaps.Placeholder"),
        ("We came to see you. " + "We saw " + "and saw " * 10 + "you.", "children", 1, "Reading.LongSentence"),
        ("We came to see how people help you.", "children", 0, ""),
        ("We came to see " + "and see " * 12 + "you.", "families", 0, "Reading.LongSentence"),
    ],
    ids=["a gap", "too long for children", "nothing wrong", "only to look at"],
)
def test_check_reads_a_file_for_its_readers(tmp_path: Path, text: str, audience: str, code: int, rule: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    told = run("check", draft, "--audience", audience)
    assert told.exit_code == code, told.output
    assert f"Read for {audience}" in told.output
    assert rule in told.output if rule else "Nothing to change." in told.output
    found = json.loads(run("check", draft, "--audience", audience, "--format", "json").output)["remarks"]
    assert {remark["rule"] for remark in found} == ({rule} if rule else set())


def test_check_reads_a_file_that_we_made_for_its_own_readers(wexcombe: Path) -> None:
    assert run("make", "staff-information", wexcombe, "--format", "docx", *WEXCOMBE_DAY).exit_code == 0
    letter = next((wexcombe / "out").glob("*.docx"))
    assert "made by this program for staff" in run("check", letter).output


def test_quiet_prints_only_what_is_wrong(wexcombe: Path, tmp_path: Path) -> None:
    assert run("make", "staff-information", wexcombe, "-q", *WEXCOMBE_DAY).output == ""
    assert run("new", "jtai-2017", tmp_path / "new", "-q").output == ""
    assert "Must change" in run("validate", tmp_path / "new", "-q").output


@pytest.mark.parametrize(
    ("typed", "completed"), [("lettersmith ma", "make"), ("lettersmith make --dr", "--draft")], ids=lambda text: text
)
def test_the_shell_completes_commands_and_options(typed: str, completed: str) -> None:
    asked = {"_LETTERSMITH_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    code = "from lettersmith.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, check=False)
    assert completed in done.stdout.decode("utf-8").replace(",", "\n").split()
