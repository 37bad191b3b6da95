"""`lettersmith check --record FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.md"
    file.write_text("# Strengths\n\nThe letter is TBC.\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ".txt"])
def test_a_record_is_written_beside_the_remarks(draft: Path, ending: str) -> None:
    record = draft.with_name(f"record{ending}")
    told = run("check", draft, "--grammar", "none", "--record", record, "--today", "2017-05-09")
    assert "Gaps.Placeholder" in told.output
    assert record.stat().st_size > 500
    if ending == ".txt":
        assert "Checked on Tuesday 9 May 2017" in record.read_text(encoding="utf-8")


def test_programs_get_their_json_and_nothing_else(draft: Path) -> None:
    told = run("check", draft, "--grammar", "none", "--json", "--record", draft.with_name("record.txt"))
    assert json.loads(told.stdout)["version"] == 1


def test_a_record_in_another_format_is_refused_before_anything_is_checked(draft: Path) -> None:
    told = run("check", draft, "--record", draft.with_name("record.xls"))
    assert told.exit_code == 2
    assert "End its name in .docx, .pdf, .html or .txt." in told.output
    assert "TBC" not in told.output
