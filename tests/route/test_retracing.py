"""A remark on a Word file that this program made names the fact or the template line to mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from cli.running import run, sample
from lettersmith.tasks.reviewing import Reviewer, Wanted

DAY = ("--today", "2012-05-16")


def checked(file: Path) -> list[dict[str, Any]]:
    told = run("check", file, "--json", "--grammar", "none", "--audience", "children")
    return [one for one in json.loads(told.output)["remarks"] if one["place"]["text"]]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    case = sample(tmp_path / "alone", "thornmere-2012")
    made = run("make", "family-letter", case, "--format", "docx", *DAY)
    assert made.exit_code == 0, made.output
    return next(path for path in (case / "out").glob("*.docx") if "large-print" not in path.name)


def places(remarks: list[dict[str, Any]]) -> set[str]:
    return {one["place"]["file"] for one in remarks}


def test_words_of_the_template_name_its_line(letter: Path) -> None:
    found = [one for one in checked(letter) if one["place"]["file"].startswith("child-protection-2012/family-letter@")]
    assert found and all(one["place"]["line"] for one in found)


def edited(letter: Path, old: str, new: str) -> None:
    document = Document(str(letter))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
            break
    else:
        raise AssertionError([paragraph.text for paragraph in document.paragraphs])
    document.save(str(letter))


def test_words_typed_into_a_paragraph_name_the_line_beside_them(letter: Path) -> None:
    edited(letter, "Thornmere", "We will utilise it. Thornmere")
    found = [one for one in checked(letter) if one["place"]["text"] == "utilise"]
    assert found
    assert all("family-letter@" in one or one == "inspection.json" for one in places(found)), found


def test_a_renamed_copy_is_still_known(letter: Path) -> None:
    copy = letter.with_name("for Ada.docx")
    letter.rename(copy)
    assert any("family-letter@" in file for file in places(checked(copy)))


def test_a_paragraph_of_their_own_keeps_its_own_place(letter: Path) -> None:
    document = Document(str(letter))
    document.add_paragraph("Multi-agency plans were utilised in respect of safeguarding the service users there.")
    document.save(str(letter))
    found = [one for one in checked(letter) if one["place"]["text"] == "utilised"]
    assert places(found) == {str(letter)} or places(found) == {letter.name}


def test_every_word_from_the_facts_knows_its_path_and_line(letter: Path) -> None:
    lines = (letter.parent.parent / "inspection.json").read_text(encoding="utf-8").split("\n")
    (review,) = Reviewer(Wanted()).review(letter)
    spans = [span for block in review.manuscript.blocks for spans in block.texts() for span in spans]
    facts = {span.text: span.origin for span in spans if span.origin.path and not span.origin.more}
    printed = [text for text, origin in facts.items() if text in lines[origin.line - 1]]
    assert "Thornmere" in " ".join(printed) and len(printed) >= 5, facts
    assert all(span.origin.anchor for span in spans if span.text.strip())
