"""Never over words that are not ours."""

from pathlib import Path

import pytest

from lettersmith.issue.log import Entry, Log, MadeFile, digest
from lettersmith.issue.names import file_name, slug
from lettersmith.issue.shelf import shelve, words_digest


def words_of(_format: str, data: bytes) -> list[str]:
    return data.decode("utf-8").split("\n")


def shelve_and_note(folder: Path, log: Log, data: bytes) -> Path:
    place = shelve(folder, "letter.txt", "txt", data, log, words_of)
    file = MadeFile(place.path.name, "txt", digest(data), words_digest(words_of, "txt", data))
    log.add(Entry("letter", "", "f/letter@1.0.0", "", "public", "final", "2017-05-09T09:40:00", (file,), {}))
    return place.path


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    log = Log(tmp_path)
    shelve_and_note(tmp_path, log, b"first")
    assert shelve_and_note(tmp_path, log, b"second").name == "letter.txt"
    assert (tmp_path / "letter.txt").read_bytes() == b"second"


@pytest.mark.parametrize(
    ("meanwhile", "says"),
    [
        (lambda folder: (folder / "letter.txt").write_bytes(b"first, edited"), "was changed since it was made"),
        (lambda folder: (folder / "letter.txt").write_bytes(b"\xff"), "was changed since it was made"),
        (lambda folder: (folder / "~$letter.txt").write_bytes(b""), "is open in Word"),
        (lambda folder: (folder / "~$tter.txt").write_bytes(b""), "is open in Word"),
    ],
    ids=["edited", "cannot be read any more", "open in Word", "open in Word, short lock name"],
)
def test_a_file_that_was_touched_stays_and_the_new_one_goes_beside_it(tmp_path: Path, meanwhile, says: str) -> None:  # type: ignore[no-untyped-def]
    log = Log(tmp_path)
    shelve_and_note(tmp_path, log, b"first")
    meanwhile(tmp_path)
    before = (tmp_path / "letter.txt").read_bytes()
    place = shelve(tmp_path, "letter.txt", "txt", b"second", log, words_of)
    assert place.path.name == "letter (2).txt"
    assert says in place.beside
    assert (tmp_path / "letter.txt").read_bytes() == before


def test_saved_again_without_a_changed_word_it_is_still_ours(tmp_path: Path) -> None:
    log = Log(tmp_path)
    shelve_and_note(tmp_path, log, b"first  line\nsecond")
    (tmp_path / "letter.txt").write_bytes(b"first line\n\nsecond")
    assert shelve(tmp_path, "letter.txt", "txt", b"new", log, words_of).path.name == "letter.txt"


def test_a_file_that_somebody_else_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"theirs")
    place = shelve(tmp_path, "letter.txt", "txt", b"ours", Log(tmp_path), words_of)
    assert (place.path.name, (tmp_path / "letter.txt").read_bytes()) == ("letter (2).txt", b"theirs")


def test_the_log_names_an_entry_that_was_changed(tmp_path: Path) -> None:
    log = Log(tmp_path)
    for text in (b"one", b"two", b"three"):
        shelve_and_note(tmp_path, log, text)
    assert log.broken() == []
    second = log.paths()[1]
    second.write_text(second.read_text(encoding="utf-8").replace("final", "draft"), encoding="utf-8")
    assert log.broken() == [log.paths()[2].name]


def test_the_log_keeps_an_inspection_to_the_version_it_began_with(tmp_path: Path) -> None:
    log = Log(tmp_path)
    assert log.pinned("letter") == ""
    shelve_and_note(tmp_path, log, b"one")
    assert Log(tmp_path).pinned("letter") == "1.0.0"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"area": "Wexcombe", "stage": "final"}, "wexcombe-family-letter-final.docx"),
        ({"area": "St Cuthbert's & Ñuñoa", "stage": "draft"}, "st-cuthberts-nunoa-family-letter-draft.docx"),
        ({"area": "", "stage": "final"}, "area-family-letter-final.docx"),
        ({"area": "a/b\\c:d\n..", "stage": "final"}, "a-b-c-d-family-letter-final.docx"),
        (
            {"area": "Wexcombe", "item": "c1", "stage": "draft", "marking": "OFFICIAL-SENSITIVE"}
            | {"variant": "large-print"},
            "wexcombe-family-letter-c1-large-print-draft-official-sensitive.docx",
        ),
    ],
)
def test_file_names(name: dict[str, str], expected: str) -> None:
    fields = {"item": "", "marking": "", "variant": "", **name}
    assert file_name(kind="family-letter", extension="docx", **fields) == expected


def test_a_slug_is_never_too_long() -> None:
    assert len(slug("word " * 100)) <= 60
