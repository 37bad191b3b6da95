"""What other people's programs say of our Word files: Word's own validator, and LibreOffice."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from engines import ooxml_validator, pdftotext, soffice
from lettersmith.model.manuscript import Manuscript, plain
from lettersmith.reading.docx import read, words_of
from lettersmith.writing.docx import write
from writing.docx_letters import LOOK, everything, heading, item, letter, numbered, paragraph, span, table

HOSTILE_LINKS = ("https://exa mple.org/ä{}|", "http://[::1", "mailto:a b@example.org", "tel:<x>\"'&", "https://x\n\ty")
CASES: dict[str, Manuscript] = {
    "everything": everything(),
    "nothing": letter(),
    "empty items and cells": letter(item(""), numbered(1, 1, " "), table(("", ""), ("", "")), heading(1, "")),
    "tables first and last": letter(table(("a",), ("b",)), table(("a", "b"), ("c",))),
    "a hundred lists": letter(*(numbered(1, run) for run in range(1, 101))),
    "lists in every depth": letter(
        *(item(f"{level}", level) for level in range(1, 10)), *(item("x", 7, "number", 3, level) for level in range(3))
    ),
    "boxes round everything": replace(
        everything(), blocks=tuple(block._replace(parts=("box",)) for block in everything().blocks)
    ),
    "odd addresses": letter(*(paragraph(span("x", link=link)) for link in HOSTILE_LINKS)),
    "odd characters": letter(paragraph("a\r\n\tb  c \u00a0\u200b\u202e\U0001f600\u0085\u2028"), title="<&>\n"),
}


@pytest.mark.engine("Open XML SDK")
@pytest.mark.parametrize("name", CASES)
def test_words_own_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(write(CASES[name], LOOK))
    assert faults(file) == []


@pytest.mark.engine("Open XML SDK")
def test_the_validator_would_have_found_a_fault(tmp_path: Path) -> None:
    form = {**parts_with(b"<w:p><w:r><w:t>x</w:t><w:p/></w:r></w:p>")}
    file = tmp_path / "letter.docx"
    file.write_bytes(write(letter(form=form), LOOK))
    assert faults(file) != []


def faults(file: Path) -> list[str]:
    said = subprocess.run([*ooxml_validator(), str(file)], capture_output=True, text=True)
    return [error["description"] for error in json.loads(said.stdout)["errors"]]


def parts_with(paragraph_xml: bytes) -> dict[str, bytes]:
    from writing.docx_letters import parts_of

    parts = parts_of(write(letter(paragraph("here")), LOOK))
    start = parts["word/document.xml"].index(b"<w:p>")
    end = parts["word/document.xml"].index(b"</w:p>") + len(b"</w:p>")
    whole = parts["word/document.xml"]
    return {**parts, "word/document.xml": whole[:start] + paragraph_xml + whole[end:]}


def converted(manuscript: Manuscript, form: str, folder: Path) -> Path:
    """What LibreOffice makes of our file, in another format or saved anew."""
    file = folder / "letter.docx"
    file.write_bytes(write(manuscript, LOOK))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [*soffice(), profile, "--convert-to", form, "--outdir", str(folder / "made"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "made" / f"letter.{form}"


@pytest.mark.engine("LibreOffice")
def test_libreoffice_shows_every_word(tmp_path: Path) -> None:
    pdf = converted(everything(), "pdf", tmp_path)
    command = [*pdftotext(), "-enc", "UTF-8", str(pdf), "-"]
    shown = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    without_calls = re.sub(r"(?<=[a-z])[12]", "", shown)  # the numbers of footnotes stand right behind words
    there = {*shown.split(), *without_calls.split()}
    texts = [plain(text) for block in everything().blocks for text in block.texts()]
    assert [word for text in texts for word in text.split() if word not in there] == []
    pages = shown.count("\f")
    assert pages > 1
    assert shown.count("OFFICIAL-SENSITIVE") == 2 * pages
    assert f"Page {pages} of {pages}" in shown


@pytest.mark.engine("LibreOffice")
def test_a_letter_that_was_only_saved_again_has_the_same_words_and_lists(tmp_path: Path) -> None:
    again = converted(everything(), "docx", tmp_path).read_bytes()
    assert again != write(everything(), LOOK)
    assert words_of(again) == words_of(write(everything(), LOOK))
    assert shapes(again) == shapes(write(everything(), LOOK))


def shapes(data: bytes) -> list[tuple[str, int, str, int]]:
    return [(block.kind, block.level, block.marker, block.number) for block in read(data, "letter.docx").blocks]
