"""The email: its headers cannot be hijacked, its two halves say the same, its bytes never change."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import default
from typing import Any

import pytest

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Envelope, Manuscript
from lettersmith.reading import eml
from lettersmith.reading.words import expected_words, words_of
from lettersmith.writing import copy_page
from lettersmith.writing.eml import Attachment, write
from writing.letters import ENVELOPE, WHOLE, letter, paragraph

ATTACKS = {
    "a line break and a header in the subject": ("subject", "Hello\r\nBcc: all@evil.example"),
    "a bare line feed in the subject": ("subject", "Hello\nBcc: all@evil.example"),
    "a bare return in the subject": ("subject", "Hello\rBcc: all@evil.example"),
    "a line separator (U+2028) in the subject": ("subject", "Hello\u2028Bcc: all@evil.example"),
    "a paragraph separator (U+2029) in the subject": ("subject", "Hello\u2029Bcc: all@evil.example"),
    "a next line (U+0085) in the subject": ("subject", "Hello\u0085Bcc: all@evil.example"),
    "a vertical tab in the subject": ("subject", "Hello\x0bBcc: all@evil.example"),
    "a nul in the subject": ("subject", "Hello\x00"),
    "a tab in the subject": ("subject", "Hello\tthere"),
    "an encoded word in the subject": ("subject", "=?utf-8?q?=0D=0ABcc=3A_all=40evil.example?="),
    "right-to-left in the subject": ("subject", "Inspection \u202egpj.exe"),
    "a zero-width space in the subject": ("subject", "Wex\u200bcombe"),
    "half a character in the subject": ("subject", "Hello \ud800"),
    "an empty subject": ("subject", "  "),
    "a subject of 5,000 letters": ("subject", "a" * 5000),
    "a line break in the recipient's name": ("to_name", "Ada\r\nBcc: all@evil.example"),
    "another address in the recipient's name": ("to_name", "Ada <all@evil.example>"),
    "an address as the recipient's name": ("to_name", "all@evil.example"),
    "an encoded word as the recipient's name": ("to_name", "=?utf-8?b?QWRh?="),
    "a quotation mark in the recipient's name": ("to_name", 'Ada" <all@evil.example>, "'),
    "a backslash in the sender's name": ("from_name", "Sam\\"),
    "a line break in the sender's name": ("from_name", "Sam\nTo: all@evil.example"),
    "no address": ("to_address", ""),
    "two addresses with a comma": ("to_address", "ada@example.org,all@evil.example"),
    "two addresses with a semicolon": ("to_address", "ada@example.org; all@evil.example"),
    "a name in the address": ("to_address", "Ada <ada@example.org>"),
    "a name with a comma in the address": ("to_address", "Quill, Ada <ada@example.org>"),
    "a group": ("to_address", "all: ada@example.org, all@evil.example;"),
    "a comment in the address": ("to_address", "ada(all@evil.example)@example.org"),
    "a quoted local part": ("to_address", '"ada@evil.example"@example.org'),
    "a route through a gateway": ("to_address", "ada%evil.example@example.org"),
    "an old path through a gateway": ("to_address", "evil.example!ada@example.org"),
    "two at-signs": ("to_address", "ada@evil.example@example.org"),
    "letters outside English before the at-sign": ("to_address", "adä@example.org"),
    "letters outside English in the domain": ("to_address", "ada@exämple.org"),
    "a numbered domain": ("to_address", "ada@[127.0.0.1]"),
    "a domain without a dot": ("to_address", "ada@localhost"),
    "a space in the address": ("to_address", "ada @example.org"),
    "a line break in the address": ("to_address", "ada@example.org\nBcc: all@evil.example"),
    "a line break behind the address": ("to_address", "ada@example.org\n"),
    "a full stop before the at-sign": ("to_address", "ada.@example.org"),
    "two full stops": ("to_address", "ada..quill@example.org"),
    "a local part of 65 letters": ("to_address", "a" * 65 + "@example.org"),
    "a line break in the sender's address": ("from_address", "sam@example.org\r\nTo: all@evil.example"),
    "two senders": ("from_address", "sam@example.org, all@evil.example"),
}


def envelope_with(field: str, value: str) -> Envelope:
    changed: dict[str, Any] = {field: value}
    return ENVELOPE._replace(**changed)


def hostile(field: str, value: str) -> Manuscript:
    return letter(paragraph("Hello."), envelope=envelope_with(field, value))


@pytest.mark.parametrize(("field", "value"), ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("writer", [write, copy_page.write], ids=["email", "copy page"])
def test_header_attacks_are_refused(writer: object, field: str, value: str) -> None:
    with pytest.raises(NotCleared) as refused:
        writer(hostile(field, value))  # type: ignore[operator]
    (remark,) = refused.value.remarks
    assert remark.rule == "Email.Header"
    assert remark.do
    assert not set(remark.what) & set("\r\n\x00\u2028\u2029\u202e\u200b\ud800")


def test_every_fault_of_an_envelope_is_told_at_once() -> None:
    wrong = ENVELOPE._replace(to_address="x", from_address="y", to_name="a@b", subject="")
    with pytest.raises(NotCleared) as refused:
        write(letter(paragraph("Hello."), envelope=wrong))
    assert len(refused.value.remarks) == 4


def test_a_document_without_an_envelope_is_no_email() -> None:
    with pytest.raises(NotCleared, match="not an email"):
        write(letter(paragraph("Hello."), envelope=None))


HARMLESS = {
    "a comma in the name": ("to_name", "Quill, Ada"),
    "an accent in the name": ("to_name", "Zoë O’Connor-Łuczak"),
    "a long name with accents and commas": ("to_name", "Zoë Łuczak, Director of Children’s Services, " * 5),
    "brackets and dots in the name": ("to_name", "Dr. A. Quill (Acting)"),
    "no name": ("to_name", ""),
    "a plus and an apostrophe in the address": ("to_address", "ada.o'quill+jtai@mail.example.org"),
    "a long subject with accents and commas": ("subject", "Inspection of Wexcombe – “children”, naïveté, " * 6),
    "a colon in the subject": ("subject", "Bcc: all@example.org"),
}


@pytest.mark.parametrize(("field", "value"), HARMLESS.values(), ids=HARMLESS)
def test_honest_headers_reach_one_recipient_unchanged(field: str, value: str) -> None:
    read = BytesParser(policy=default).parsebytes(write(hostile(field, value)))
    wanted = envelope_with(field, value)
    (to,), (sender,) = read["To"].addresses, read["From"].addresses
    # The library reads a long name with a space where its line was folded; mail programs do not.
    assert (to.display_name.replace(" ", ""), to.addr_spec) == (wanted.to_name.replace(" ", ""), wanted.to_address)
    assert (sender.display_name, sender.addr_spec) == (wanted.from_name, wanted.from_address)
    assert read["Subject"] == wanted.subject.strip()
    assert read["Cc"] is None
    assert read["Bcc"] is None


def test_it_opens_as_a_draft_with_text_and_page_and_no_date() -> None:
    read = BytesParser(policy=default).parsebytes(write(WHOLE))
    assert read["X-Unsent"] == "1"
    assert read["Date"] is None
    assert read["Content-Language"] == "en-GB"
    assert read["Subject"] == "OFFICIAL-SENSITIVE: DRAFT: Inspection of Wexcombe"
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert {part["Content-Transfer-Encoding"] for part in read.iter_parts()} == {"quoted-printable"}


def test_every_line_ends_as_mail_wants_and_is_short() -> None:
    data = write(letter(paragraph("é" * 3000), paragraph(".\nFrom here")))
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_both_halves_hold_the_words_of_the_letter() -> None:
    data = write(WHOLE)
    assert words_of("eml", data) == expected_words(WHOLE)
    text = " ".join(eml.halves(data).text.split())
    assert [words for words in expected_words(WHOLE)[:3] if words not in text] == []


def test_the_page_loads_nothing_and_names_no_brand() -> None:
    page = eml.halves(write(WHOLE)).html
    for mark in ("<img", "<link", "<script", "url(", "@import", "GOV.UK", "src="):
        assert mark not in page
    assert page.count("<table") == page.count("</table>")
    assert page.count('<table role="presentation"') == page.count("<table") - 1


def test_attachments_go_with_it_and_the_bytes_stay_the_same() -> None:
    note = Attachment("Portal note – Wexcombe.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff")
    files = [note, Attachment("a.bin", "", b"")]
    data = write(WHOLE, files)
    read = BytesParser(policy=default).parsebytes(data)
    assert [(part.get_filename(), part.get_content()) for part in read.iter_attachments()] == [
        ("Portal note – Wexcombe.pdf", b"%PDF-1.7\n\x00\xff"),
        ("a.bin", b""),
    ]
    assert data == write(WHOLE, files)
    assert data != write(WHOLE, [note._replace(data=b"other"), files[1]])


@pytest.mark.parametrize(
    "name",
    [
        "../../.bashrc",
        "a/b.pdf",
        "a\\b.pdf",
        "C:x.pdf",
        "",
        "..",
        ".hidden",
        "a\r\nX: y.pdf",
        "a\u202efdp.exe",
        'a".pdf',
        "a\x00",
    ],
)
def test_attachments_whose_names_could_do_harm_are_refused(name: str) -> None:
    with pytest.raises(NotCleared) as refused:
        write(WHOLE, [Attachment(name, "application/pdf", b"x")])
    assert [remark.rule for remark in refused.value.remarks] == ["Email.Attachment"]


@pytest.mark.parametrize("media_type", ["text/html\r\nX-Evil: 1", "message/rfc822", "multipart/mixed", "nonsense"])
def test_an_attachment_is_data_whatever_its_type_says(media_type: str) -> None:
    read = BytesParser(policy=default).parsebytes(write(WHOLE, [Attachment("a.bin", media_type, b"x")]))
    (part,) = read.iter_attachments()
    assert part.get_content_type() == "application/octet-stream"
    assert read["X-Evil"] is None
