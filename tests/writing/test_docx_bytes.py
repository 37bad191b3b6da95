"""The same letter is the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from lettersmith.model.manuscript import Manuscript
from lettersmith.writing.docx import write
from lettersmith.writing.docx_letterhead import compile_letterhead
from writing.docx_letters import LOOK, everything, letter, paragraph

HASH_ONE = """
import hashlib
from lettersmith.writing.docx import write
from writing.docx_letters import LOOK, everything
print(hashlib.sha256(write(everything(), LOOK)).hexdigest())
"""
TESTS = Path(__file__).parents[1]


def test_twice_is_the_same() -> None:
    assert write(everything(), LOOK) == write(everything(), LOOK)


@pytest.mark.parametrize(
    "setting",
    [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "77", "TZ": "UTC", "LC_ALL": "C"}],
    ids=["another seed and time zone", "another seed and locale"],
)
def test_another_process_makes_the_same(setting: dict[str, str]) -> None:
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent / "src")))
    environment = {**os.environ, **setting, "PYTHONPATH": paths}
    made = subprocess.run([sys.executable, "-c", HASH_ONE], env=environment, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == hashlib.sha256(write(everything(), LOOK)).hexdigest()


def test_letters_made_side_by_side_do_not_mix() -> None:
    letters = [letter(paragraph(f"Letter {number} "), paragraph("x"), marking=f"M{number}") for number in range(40)]
    alone = [write(one, LOOK) for one in letters]
    together: dict[int, bytes] = {}

    def make(number: int, one: Manuscript) -> None:
        together[number] = write(one, LOOK)

    threads = [threading.Thread(target=make, args=pair) for pair in enumerate(letters)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[number] for number in range(40)] == alone


def test_the_zip_has_no_times_and_sorted_names() -> None:
    with zipfile.ZipFile(io.BytesIO(write(everything(), LOOK))) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def test_the_letterhead_is_made_once_for_a_look() -> None:
    first, second = (zipfile.ZipFile(io.BytesIO(write(letter(paragraph(text)), LOOK))) for text in ("a", "b"))
    assert first.read("word/styles.xml") == second.read("word/styles.xml")
    from lettersmith.writing import docx_letterhead

    before = docx_letterhead.letterhead(LOOK, "en-GB")
    write(letter(paragraph("c")), LOOK)
    assert docx_letterhead.letterhead(LOOK, "en-GB") is before
    assert compile_letterhead(LOOK, "en-GB").members == before.members
