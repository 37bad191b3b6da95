"""Files that only claim to be Word files, and Word files that could do harm: refused with a sentence that helps."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile

import pytest

from lettersmith.errors import Unreadable
from lettersmith.reading.docx import exact_words_of, read
from lettersmith.writing.docx import write
from writing.docx_letters import LOOK, everything, letter, paragraph, parts_of, words

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = parts_of(write(letter(paragraph("Dear Ada Quill")), LOOK))
TYPES = GOOD["[Content_Types].xml"]
TEXT = GOOD["word/document.xml"]


def zipped(parts: dict[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, data)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    return zipped({**GOOD, name: data})


def locked_inside() -> bytes:
    data = bytearray(zipped(GOOD))
    for mark, at in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


FILES: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "is empty"),
    "a text": (b"Dear Ada Quill,", "is not a Word file"),
    "a file locked by a password": (OLE + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
    "an old .doc": (OLE + b"\0" * 99 + "WordDocument".encode("utf-16-le"), "old Word file (.doc)"),
    "an Outlook message": (OLE + b"\0" * 99 + "__substg1.0_".encode("utf-16-le"), "Outlook message"),
    "rich text": (b"{\\rtf1\\ansi Dear}", "rich text"),
    "a file protected by a label": (
        OLE + b"".join(name.encode("utf-16-le") for name in ("DRMEncryptedTransform", "EncryptedPackage")),
        "is protected by a label or by rights management",
    ),
    "an old .doc with rights management": (OLE + "\tDRMContent".encode("utf-16-le"), "rights management"),
    "an old workbook": (OLE + "Workbook".encode("utf-16-le"), "old Excel or PowerPoint file"),
    "a document in the form of XML": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
        "in the form of XML",
    ),
    "a web page": (b"\xef\xbb\xbf\r\n<html><body>Dear Ada</body></html>", "is a web page under the name"),
    "a web page in an archive": (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
        "is a web page under the name",
    ),
    "a PDF": (b"%PDF-1.7", "is a PDF"),
    "an OpenDocument text": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "a workbook": (zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>"}), "Excel workbook"),
    "slides": (zipped({"[Content_Types].xml": TYPES, "ppt/presentation.xml": b"<a/>"}), "PowerPoint"),
    "an OpenDocument sheet": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "an OpenDocument file, but not a text",
    ),
    "a flat OpenDocument text": (
        b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        "OpenDocument file (.fodt)",
    ),
    "a Pages file": (zipped({"Index/Document.iwa": b"x"}), "Pages, Numbers or Keynote"),
    "some other zip": (zipped({"readme.txt": b"x"}), "not a Word file"),
    "a Word file that was cut off": (zipped(GOOD)[:2000], "damaged"),
    "a Word file without its text": (zipped({n: d for n, d in GOOD.items() if n != "word/document.xml"}), "damaged"),
    "a Word file with half its text": (with_part("word/document.xml", TEXT[: len(TEXT) // 2]), "damaged"),
    "a text that is no XML": (with_part("word/document.xml", b"Dear Ada Quill"), "damaged"),
    "a text of another kind": (with_part("word/document.xml", b"<html><body>Dear Ada</body></html>"), "damaged"),
    "two parts of one name": (zipped([*GOOD.items(), ("Word/document.xml", TEXT)]), "two parts of the same name"),
    "a part outside its folder": (with_part("../../evil.xml", b"<a/>"), "outside its folder"),
    "a part at the root of the disk": (with_part("/etc/evil.xml", b"<a/>"), "outside its folder"),
    "a part on another drive": (with_part("C:\\evil.xml", b"<a/>"), "outside its folder"),
    "a bomb": (with_part("word/media/image.bin", b"\0" * 20_000_000), "unreasonable size"),
    "too many parts": (zipped({**GOOD, **{f"word/{n}.xml": b"" for n in range(600)}}), "parts inside"),
    "a locked part": (locked_inside(), "locked by a password"),
    "an entity bomb": (
        with_part("word/document.xml", TEXT.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1)),
        "document type",
    ),
    "a document type in UTF-16": (
        with_part("word/document.xml", '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")),
        "document type",
    ),
    "a document type in the styles": (
        with_part("word/styles.xml", b'<!DOCTYPE a SYSTEM "http://192.0.2.1/x"><a/>'),
        "document type",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_is_refused_with_a_sentence_and_with_what_to_do(name: str) -> None:
    data, said = FILES[name]
    with pytest.raises(Unreadable) as refused:
        read(data, "Leadership v3.docx")
    [remark] = refused.value.remarks
    assert said in remark.what
    assert "“Leadership v3.docx”" in remark.what
    assert remark.place.file == "Leadership v3.docx"
    assert remark.do.endswith(".")


SAVED = {
    "a file locked by a password": "take the protection off, save",
    "a file protected by a label": "choose the label that your office uses for shared drafts",
    "an old .doc": "Save As, Word Document (.docx)",
    "rich text": "Save As, Word Document (.docx)",
    "an OpenDocument text": "Save As, Word Document (.docx)",
    "a PDF": "open the PDF in Word and save that",
    "an Outlook message": "Save the Word file out of the email",
}


@pytest.mark.parametrize("name", SAVED)
def test_the_sentence_says_how_to_save_it(name: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(FILES[name][0], "x.docx")
    assert SAVED[name] in refused.value.remarks[0].do


def test_many_pictures_are_no_harm() -> None:
    pictures = {f"word/media/image{number}.png": b"x" for number in range(900)}
    assert read(zipped({**GOOD, **pictures}), "x.docx").blocks


def test_a_good_file_passes() -> None:
    assert [block.spans[0].text for block in read(zipped(GOOD), "x.docx").blocks] == ["Dear Ada Quill"]


def test_a_file_that_is_not_there_is_named(tmp_path: object) -> None:
    from pathlib import Path

    with pytest.raises(Unreadable, match=r"“gone\.docx” cannot be opened"):
        read(Path(str(tmp_path)) / "gone.docx")


def test_flipped_bits_never_pass_unseen() -> None:
    whole = everything()
    data, expected = write(whole, LOOK), words(whole)
    dice = random.Random(20170307)
    refused = other_words = 0
    for _ in range(1_000):
        flipped = bytearray(data)
        flipped[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        try:
            other_words += exact_words_of(bytes(flipped)) != expected
        except Unreadable:
            refused += 1
        with contextlib.suppress(Unreadable):
            read(bytes(flipped), "x.docx")
    assert refused > 200
    assert other_words < 10, "a flip in the words must be caught by the checksums, not only by comparing"
