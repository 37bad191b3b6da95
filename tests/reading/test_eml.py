"""Emails from anywhere: the subject and the words that a mail program would show."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from lettersmith.model.manuscript import block_text
from lettersmith.reading.eml import read


def email(*, text: str = "", html: str = "", subject: str = "Inspection", **headers: str) -> bytes:
    """An email as a mail program would save it."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    for name, value in headers.items():
        message[name] = value
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    return message.as_bytes()


BODIES = {
    "plain": (email(text="Dear Ada\n\nWe begin on Monday.\n"), ["Inspection", "Dear Ada", "We begin on Monday."]),
    "a page alone": (email(html="<p>Dear Ada<p>We begin."), ["Inspection", "Dear Ada", "We begin."]),
    "both: the page is read": (email(text="plain", html="<p>page"), ["Inspection", "page"]),
    "a page laid out with tables": (
        email(html="<table role=presentation><tr><td><table><tr><td><p>One<p>Two</table></table>"),
        ["Inspection", "One\tTwo"],
    ),
    "a subject that the heading repeats": (email(html="<h1>Inspection</h1><p>One"), ["Inspection", "One"]),
    "an accented subject": (email(text="One", subject="Zoë’s café"), ["Zoë’s café", "One"]),
    "no subject": (b"From: a@example.org\r\n\r\nOne\r\n", ["One"]),
    "an older encoding": (
        b"Subject: A\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\nLet\x92s\r\n",
        ["A", "Let’s"],
    ),
    "base64": (
        b"Subject: A\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nT25l\r\n",
        ["A", "One"],
    ),
    "no words": (b"Subject: A\r\n\r\n", ["A"]),
}


@pytest.mark.parametrize(("data", "expected"), BODIES.values(), ids=BODIES)
def test_words(data: bytes, expected: list[str]) -> None:
    assert [block_text(block).replace("\n", "\t") for block in read(data, "a.eml").blocks] == expected


def test_the_envelope() -> None:
    made = read(email(text="x", To='"Quill, Ada" <ada@example.org>, b@example.org', From="sam@example.org"), "a.eml")
    assert made.envelope is not None
    assert (made.envelope.to_name, made.envelope.to_address) == ("Quill, Ada", "ada@example.org")
    assert (made.envelope.from_name, made.envelope.from_address) == ("", "sam@example.org")
    assert (made.envelope.subject, made.title, made.kind) == ("Inspection", "Inspection", "a.eml")


def test_words_know_the_file_and_no_line() -> None:
    made = read(email(html="<p>One<table><tr><td>Two</table>"), "a.eml")
    origins = {span.origin for block in made.blocks for text in block.texts() for span in text if span.text.strip()}
    assert {(origin.file, origin.line) for origin in origins} == {("a.eml", 0)}


@pytest.mark.parametrize("address", ["a@", "<", '"', "a:(;", "=?utf-8?q?", ","])
def test_a_damaged_address_does_not_hide_the_words(address: str) -> None:
    made = read(f"Subject: A\r\nTo: {address}\r\n\r\nOne\r\n".encode(), "a.eml")
    assert [block_text(block) for block in made.blocks] == ["A", "One"]
