"""`lettersmith check` as editors meet it: which files, which styles, what is silenced, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.running import run, sample
from lettersmith.cli.app import app

DRAFT = "# The visit\n\nDear Ms Quill\n\nWe will commence the visit in order to see you.\n"
QUICK = ("--audience", "families", "--grammar", "none")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def rules(*words: object) -> list[str]:
    return [one["rule"] for one in json.loads(run("check", *words, "--json").output)["remarks"]]


def test_a_folder_and_a_pattern_leave_out_locks_and_our_own_copies(draft: Path) -> None:
    for name in ("draft (checked).md", "~$draft.docx", "picture.png"):
        draft.with_name(name).write_text("We will commence.", encoding="utf-8")
    for words in (draft.parent, draft.parent / "*.*d*", draft.parent / "**" / "draft*.md"):
        told = json.loads(run("check", words, *QUICK, "--json").output)
        assert [Path(review["file"]).name for review in told["reviews"]] == ["draft.md"], words


@pytest.mark.parametrize(("where", "named"), [("texts/new.md", False), ("new.md", False), ("../new.md", True)])
def test_a_draft_in_the_folder_of_an_inspection_may_use_its_names(tmp_path: Path, where: str, named: bool) -> None:
    draft = sample(tmp_path, "wexcombe-jtai-2017") / where
    draft.write_text("Staff in Wexcombe know when to ask for help.\n", encoding="utf-8")
    assert ("looks like a name" in run("check", draft).output) is named


def test_what_is_piped_in_is_checked(draft: Path) -> None:
    told = CliRunner().invoke(app, ["check", "-", *QUICK], input=DRAFT, prog_name="lettersmith")
    assert told.exit_code == 1 and "standard input" in told.output and "PlainEnglish.Stiff" in told.output


def test_only_the_styles_that_are_named_are_used(draft: Path) -> None:
    every, some = rules(draft, *QUICK), rules(draft, *QUICK, "--style", "Letters")
    assert "PlainEnglish.Stiff" in every
    assert not [rule for rule in some if rule.startswith("PlainEnglish.")]
    told = run("check", draft, *QUICK, "--style", "Leters")
    assert told.exit_code == 3 and "There is no style Leters" in told.output


def test_an_accepted_remark_is_silent_until_its_day_and_counted(draft: Path) -> None:
    words = ("--accept", "PlainEnglish.Stiff", "--reason", "The form's name", "--by", "Ada Quill")
    told = run("check", draft, *QUICK, *words, "--until", "2017-05-31", "--today", "2017-05-09")
    assert told.exit_code == 0 and "1 remark may stand until Wednesday 31 May 2017" in told.output, told.output
    then = run("check", draft, *QUICK, "--today", "2017-05-31")
    assert then.exit_code == 0 and "1 silenced: 1 accepted." in then.output, then.output
    later = run("check", draft, *QUICK, "--today", "2017-06-01")
    assert later.exit_code == 1 and "Accepted.RunOut" in later.output


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--accept", "PlainEnglish"), 2, "--accept wants --reason, --by and --until"),
        (("--accept", "PlainEnglish", "--reason", "r", "--by", "b", "--until", "2016-01-01"), 1, "is over"),
        (("--accept", "Gaps", "--reason", "r", "--by", "b", "--until", "2018-01-01"), 1, "cannot be accepted"),
        (("--accept", "Nothing", "--reason", "r", "--by", "b", "--until", "2018-01-01"), 0, "nothing was accepted"),
    ],
    ids=["without a reason", "until a day that is over", "a gap", "a rule that says nothing"],
)
def test_what_cannot_be_accepted_is_not(draft: Path, words: tuple[str, ...], code: int, says: str) -> None:
    draft.write_text(DRAFT + "\nCome on [insert date].\n", encoding="utf-8")
    told = run("check", draft, *QUICK, *words, "--today", "2017-05-09")
    assert told.exit_code == code and says in told.output, told.output
    assert not draft.with_name("accepted.toml").exists()


def test_with_a_baseline_only_what_is_new_is_shown(draft: Path) -> None:
    last = draft.with_name("last.json")
    first = run("check", draft, *QUICK, "--baseline", last)
    assert first.exit_code == 1 and last.exists()
    again = run("check", draft, *QUICK, "--baseline", last)
    assert again.exit_code == 0 and "not new since last time" in again.output
    draft.write_text(f"{DRAFT}\nWe utilise it.\n", encoding="utf-8")
    new = run("check", draft, *QUICK, "--baseline", last)
    assert new.exit_code == 1 and "utilise" in new.output and "commence" not in new.output


def test_word_files_in_an_email_are_checked_with_it(tmp_path: Path) -> None:
    from email.message import EmailMessage

    from docx import Document

    document = Document()
    document.add_paragraph("We will utilise the room.")
    document.save(str(tmp_path / "inner.docx"))
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "The draft"
    mail.set_content("Here is the draft.")
    data = (tmp_path / "inner.docx").read_bytes()
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename="The letter.docx")
    (tmp_path / "mail.eml").write_bytes(mail.as_bytes())
    told = json.loads(run("check", tmp_path / "mail.eml", *QUICK, "--json").output)
    assert [review["file"].split(" › ")[-1] for review in told["reviews"]][1:] == ["The letter.docx"]
    assert [one["place"]["text"] for one in told["remarks"] if one["rule"] == "PlainEnglish.Stiff"] == ["utilise"]


FORMATS: dict[str, Any] = {
    "line": lambda text: text.startswith("draft.md:") or ":5:9:PlainEnglish.Stiff:" in text,
    "json": lambda text: json.loads(text)["version"] == 1,
    "sarif": lambda text: json.loads(text)["version"] == "2.1.0",
    "html": lambda text: text.lower().startswith("<!doctype html>"),
}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_written_to_a_file(draft: Path, format: str) -> None:
    out = draft.with_name(f"out.{format}")
    told = run("check", draft, *QUICK, "--format", format, "-o", out)
    assert told.exit_code == 1 and f"Wrote {out}." in told.output
    assert FORMATS[format](out.read_text(encoding="utf-8"))
