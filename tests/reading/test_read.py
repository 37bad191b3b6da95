"""Which reader takes which file, and what is said of files that nobody can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from lettersmith.errors import Unreadable
from lettersmith.model.manuscript import block_text
from lettersmith.reading import FORMATS, read

READABLE = {
    "Markdown": ("a.md", b"# A\n\nb\n", ["A", "b"]),
    "Markdown, the long ending": ("a.markdown", b"# A\n", ["A"]),
    "a web page": ("a.html", b"<h1>A</h1><p>b", ["A", "b"]),
    "a web page, the short ending, in capitals": ("A.HTM", b"<h1>A</h1>", ["A"]),
    "plain text": ("a.txt", b"A\n===\n\nb", ["A", "b"]),
    "an email": ("a.eml", b"Subject: A\r\n\r\nb\r\n", ["A", "b"]),
    "a mark of UTF-8 at the start": ("a.txt", b"\xef\xbb\xbfA b", ["A b"]),
    "UTF-16": ("a.txt", "Zoë".encode("utf-16"), ["Zoë"]),
    "a web page that names its older encoding": (
        "a.html",
        b'<meta charset="windows-1252"><p>Let\x92s',
        ["Let’s"],
    ),
    "a web page that says Latin 1 as Word does": (
        "a.htm",
        b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>\x93a\x94',
        ["“a”"],
    ),
}


@pytest.mark.parametrize(("name", "data", "words"), READABLE.values(), ids=READABLE)
def test_readable_files(tmp_path: Path, name: str, data: bytes, words: list[str]) -> None:
    (tmp_path / name).write_bytes(data)
    made = read(tmp_path / name)
    assert [block_text(block) for block in made.blocks] == words
    assert made.kind == name


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNREADABLE = {
    "an old Word file": ("a.doc", OLE + b"\0" * 600, "old Word file", "Word Document"),
    "a Word file with a password": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password", "Protect"),
    "an Outlook message": ("a.msg", OLE + "__substg1.0_".encode("utf-16-le"), "Outlook", "out of the email"),
    "rich text": ("a.rtf", rb"{\rtf1 words}", "rich text", "Word Document"),
    "a PDF": ("a.pdf", b"%PDF-1.7\n", "PDF", "Word file that it was made from"),
    "a PDF that calls itself text": ("a.txt", b"%PDF-1.7\n", "PDF", "Word file"),
    "an OpenDocument file that is no zip": ("a.odt", b"words", "not a Word file", "Word Document"),
    "text that calls itself a Word file": ("a.docx", b"words", "not a Word file", "Word Document"),
    "a zip cut off": ("a.docx", b"PK\x03\x04xxxx", "damaged", "repair"),
    "a picture": ("a.png", b"\x89PNG", "kind that cannot be read", "Word document"),
    "no ending": ("README", b"words", "kind that cannot be read", "Word document"),
    "bytes that call themselves text": ("a.txt", b"MZ\x90", "line 1", "UTF-8"),
    "noughts that call themselves text": ("a.md", b"one\n\0\0", "not a text file", "Word file"),
    "the encoding of old Windows": ("a.txt", b"one\ntwo\nLet\x92s\n", "line 3", "Encoding: UTF-8"),
    "an email in an encoding that nobody knows": (
        "a.eml",
        b"Subject: A\r\nContent-Type: text/plain; charset=rot13\r\n\r\nOne",
        "cannot be decoded",
        "mail program",
    ),
    "an empty file": ("a.md", b"", "no words", "Save"),
    "only white space": ("a.txt", b" \n\n", "no words", "Save"),
    "a page of script": ("a.html", b"<script>words</script>", "no words", "Save"),
}


@pytest.mark.parametrize(("name", "data", "what", "do"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_files_are_told_in_a_plain_sentence(
    tmp_path: Path, name: str, data: bytes, what: str, do: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / name)
    (remark,) = refused.value.remarks
    assert what in remark.what
    assert do in remark.do
    assert remark.what.startswith(f"“{name}” ")
    assert remark.place.file == name


@pytest.mark.parametrize("wrong", [b"\x92", b"\0"], ids=["a byte of another encoding", "a nought"])
def test_a_wrong_byte_is_placed_on_its_line(tmp_path: Path, wrong: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\ntwo\nLet" + wrong + b"s\n")
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / "a.txt")
    assert refused.value.remarks[0].place.line == 3


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is not there"):
        read(tmp_path / "none.md")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is a folder"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["a\0b.md", "x" * 400 + ".md"], ids=["a nought in the name", "a very long name"])
def test_a_name_that_no_disk_takes(name: str) -> None:
    with pytest.raises(Unreadable):
        read(Path(name))


def test_a_huge_file(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(Unreadable, match="larger than 50 MB"):
        read(tmp_path / "a.txt")


def test_the_caller_may_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A", encoding="utf-8")
    made = read(tmp_path / "a.md", "drafts/a.md")
    assert made.blocks[0].spans[0].origin.file == "drafts/a.md"


def test_every_format_is_named_in_the_refusal(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / "a.png")
    assert all(format in refused.value.remarks[0].what for format in FORMATS)
