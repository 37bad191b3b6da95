"""Several documents made in one run: what they share is read once, and what is said has one order."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from lettersmith.issue import accepted
from lettersmith.model.review import Acceptance
from lettersmith.route.pipeline import Run, make_all, open_case

SAMPLES = Path(__file__).parents[2] / "samples"
TWO = ("staff-preparation-note", "staff-information")


def sample(name: str, home: Path) -> Path:
    ignored = shutil.ignore_patterns("out", "log")
    return Path(shutil.copytree(SAMPLES / name, home / name, ignore=ignored))


def made(folder: Path, kinds: tuple[str, ...], day: date) -> Run:
    return make_all(open_case(folder), kinds, folder / "out", day, datetime(day.year, day.month, day.day, 12))


def test_what_was_accepted_is_read_once_for_all_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, asked = accepted.read, list[Path]()

    def counted(path: Path) -> tuple[Acceptance, ...]:
        asked.append(path)
        return read(path)

    monkeypatch.setattr(accepted, "read", counted)
    run = made(folder := sample("thornmere-2012", tmp_path), TWO, date(2012, 5, 16))
    assert len(run.made) == len(TWO) and asked == [folder / accepted.NAME]


def test_a_wrong_list_of_what_was_accepted_stops_every_document(tmp_path: Path) -> None:
    folder = sample("thornmere-2012", tmp_path)
    (folder / accepted.NAME).write_text("[[accepted]]\nrule = 'A.B'\n", encoding="utf-8")
    run = made(folder, TWO, date(2012, 5, 16))
    assert not run.made and [error.remarks[0].rule for error in run.failed] == ["Accepted.Wrong"]
    assert len(run.refused) == len(TWO), "they are checked all the same"


def test_attachments_that_are_missing_are_named_in_the_order_of_the_template(tmp_path: Path) -> None:
    run = made(sample("broken", tmp_path), ("notification-email",), date(2017, 5, 16))
    (email, *_) = [one.prepared for one in run.refused if one.prepared.template.kind == "notification-email"]
    named = [remark.what.split()[5] for remark in email.remarks if remark.rule == "Email.Attachment"]
    assert len(named) > 1 and named == [f"{kind}," for kind in email.template.attachments]


def test_what_a_document_used_that_is_left_out_is_not_called_unused(tmp_path: Path) -> None:
    folder, day = sample("thornmere-2012", tmp_path), date(2012, 5, 16)
    case = open_case(folder)
    first = make_all(case, case.kinds(), folder / "out", day, datetime(2012, 5, 16, 12), whole=True)
    later = date(2012, 5, 25)
    again = make_all(case, case.kinds(), folder / "out", later, datetime(2012, 5, 25, 12), whole=True)
    assert len(again.over) == 5 and not again.refused
    assert {remark.what for remark in again.unused} == {remark.what for remark in first.unused}
    made = {one.prepared.template.kind: one.prepared.used for one in first.made}
    assert all(made[one.template.kind] for one in again.over)
