"""What other people's programs say of marked copies: Word's own validator, and LibreOffice."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from engines import ooxml_validator, pdftotext, soffice
from lettersmith.model.place import Place
from lettersmith.reading.docx import read
from lettersmith.remarks.word import mark, unmark
from lettersmith.writing.docx import write
from ooxml.word_samples import HEADER, PARTS, everything, p, root, t, word_file
from remarks.test_word import EXACT, NOW, SAVED_BY_WORD, many, marked, remark, review
from writing.docx_letters import LOOK
from writing.docx_letters import everything as letter_with_everything


def marked_everywhere() -> bytes:
    checked, data = many()
    return mark(data, checked, NOW)


def marked_letter() -> bytes:
    data = write(letter_with_everything(), LOOK)
    made = read(data, "letter.docx")
    places = [Place(block=number) for number in range(len(made.blocks))]
    return mark(data, review(made, *(remark(place) for place in [Place(), *places])), NOW)


COPIES: dict[str, Callable[[], bytes]] = {
    "everything, before": everything,
    "everything, marked everywhere": marked_everywhere,
    "everything, each exact place": lambda: marked(everything(), *EXACT.values()),
    "everything, marked and unmarked": lambda: unmark(marked_everywhere()),
    "a letter of ours": marked_letter,
    "a letter of ours, unmarked": lambda: unmark(marked_letter()),
    "an empty text": lambda: marked(
        word_file(f"<w:sectPr>{HEADER}</w:sectPr>", {"header1": PARTS["header1"]}), "header"
    ),
    "with the traces of Word": lambda: unmark(
        word_file(p(t("Leaders know.")), {**SAVED_BY_WORD, "comments": root("comments", "")})
    ),
}


@pytest.mark.engine("Open XML SDK")
@pytest.mark.parametrize("name", COPIES)
def test_words_own_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "marked.docx"
    file.write_bytes(COPIES[name]())
    said = subprocess.run([*ooxml_validator(), str(file)], capture_output=True, text=True)
    assert json.loads(said.stdout)["errors"] == []


@pytest.mark.engine("LibreOffice")
def test_libreoffice_shows_a_marked_copy_as_it_shows_the_file(tmp_path: Path) -> None:
    before, after = (converted(data, "pdf", tmp_path / name) for name, data in PAIR.items())
    assert pdf_text(after) == pdf_text(before)
    assert "know the front door well" in pdf_text(after)


@pytest.mark.engine("LibreOffice")
def test_libreoffice_finds_every_comment_at_its_words(tmp_path: Path) -> None:
    odt = converted(PAIR["after"], "odt", tmp_path)
    with zipfile.ZipFile(odt) as archive:
        found = annotated(etree.fromstring(archive.read("content.xml")))
    expected = ("".join(words.split()) for words in ("Front door", *SHOWN))
    assert sorted(found) == sorted(ITS_OWN_WAY.get(words, words) for words in expected)


LOST_THERE = ("the result of a field", "half the result of a field", "in a control of paragraphs")
"""LibreOffice 7.4 puts today's date in the place of a date, with its comment, and drops words of a content control of
paragraphs as soon as a comment is in it, whoever wrote it."""
ITS_OWN_WAY = {
    "Okoro.": "SamOkoro.",
    "boxand": "boxWordsinthebox.and",
    "Seenand": "Seenunseenand",
    "formulax+1and": "formulaand",
    "sign·": "sign\uf0b7",
}
"""What LibreOffice has inside a range: a field whole, the text box, the hidden words, a formula without words."""
SHOWN = [words for name, words in EXACT.items() if name not in LOST_THERE]
PAIR = {"before": everything(), "after": marked(everything(), "A word in the header", *SHOWN)}
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def annotated(document: Any) -> list[str]:
    """The words at which LibreOffice has the comments of lettersmith, without white space."""
    found: dict[str, list[str]] = {}
    open_now: set[str] = set()
    inside = {f"{OFFICE}annotation", f"{TEXT}note", "{http://www.w3.org/1999/xlink}frame"}
    body = document.find(f"{OFFICE}body")
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = element.get(f"{OFFICE}name")
        if event == "start" and element.tag == f"{OFFICE}annotation" and element.findtext(CREATOR) == "lettersmith":
            found[name] = []
            open_now.add(name)
        if event == "start" and element.tag == f"{OFFICE}annotation-end":
            open_now.discard(name)
        words = element.text if event == "start" else element.tail
        within = element.iterancestors() if event == "end" else (element, *element.iterancestors())
        if words and not any(one.tag in inside or one.tag.endswith("}frame") for one in within):
            for one in open_now:
                found[one].append(words)
    return ["".join("".join(words).split()) for words in found.values()]


def converted(data: bytes, form: str, folder: Path) -> Path:
    """What LibreOffice makes of a Word file."""
    folder.mkdir(exist_ok=True)
    file = folder / "copy.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [*soffice(), profile, "--convert-to", form, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"copy.{form}"


def pdf_text(pdf: Path) -> str:
    words = subprocess.run([*pdftotext(), "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    return words.stdout.decode("utf-8")
