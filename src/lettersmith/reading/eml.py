"""Emails to a manuscript: what a mail program would show of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import default
from typing import Any, NamedTuple

from lettersmith.model.manuscript import Block, Envelope, Manuscript, Span
from lettersmith.model.place import Origin
from lettersmith.reading import html, txt


class Halves(NamedTuple):
    """The two bodies of an email, of the same words; empty where there is none."""

    text: str
    html: str


def halves(data: bytes) -> Halves:
    """The plain and the HTML body of an email. Raises LookupError or ValueError where they cannot be decoded."""
    message = _parsed(data)
    return Halves(_body(message, "plain"), _body(message, "html"))


def read(data: bytes, file: str) -> Manuscript:
    """An email as a manuscript: its subject, then its HTML body (else the plain one).

    The words know the file but no line, because a body is encoded. Raises LookupError or ValueError where it cannot
    be decoded.
    """
    message = _parsed(data)
    plain, rich = _body(message, "plain"), _body(message, "html")
    body = html.read(rich, file) if rich.strip() else txt.read(plain, file)
    envelope = _envelope(message)
    title = " ".join(envelope.subject.split()) or body.title
    subject = Block("paragraph", (Span(title, Origin(file)),), parts=("subject",), origin=Origin(file))
    repeats = any(block.kind == "heading" and _same(block, title) for block in body.blocks)
    blocks = tuple(_without_line(block, file) for block in body.blocks)
    lead = () if repeats or not envelope.subject.strip() else (subject,)
    return replace(body, title=title, blocks=lead + blocks, envelope=envelope)


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files attached to an email, each with its name; emails inside the email too.

    Raises LookupError or ValueError where they cannot be decoded.
    """
    for part in _parsed(data).iter_attachments():
        content = part.get_content()
        name = " ".join((part.get_filename() or "").split())
        if isinstance(content, EmailMessage):
            yield name or "attached.eml", content.as_bytes()
        elif name:
            yield name, content.encode("utf-8") if isinstance(content, str) else content


def _parsed(data: bytes) -> EmailMessage:
    message: Message = BytesParser(policy=default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    return message


def _body(message: EmailMessage, kind: str) -> str:
    part: Any = message.get_body((kind,))
    content = part.get_content() if part is not None else ""
    return content if isinstance(content, str) else ""


def _envelope(message: EmailMessage) -> Envelope:
    to_name, to_address = _person(message, "To")
    from_name, from_address = _person(message, "From")
    names = tuple(part.get_filename() or "" for part in message.iter_attachments())
    return Envelope(to_name, to_address, from_name, from_address, str(message.get("Subject", "")), names)


def _person(message: EmailMessage, header: str) -> tuple[str, str]:
    try:
        addresses = getattr(message.get(header), "addresses", ())
    except (IndexError, AttributeError):  # the library's own fault with a damaged address, such as "a@"
        return "", ""
    return (addresses[0].display_name, addresses[0].addr_spec) if addresses else ("", "")


def _same(block: Block, title: str) -> bool:
    return " ".join("".join(span.text for span in block.spans).split()) == title


def _without_line(block: Block, file: str) -> Block:
    return block._replace(
        spans=tuple(span._replace(origin=Origin(file)) for span in block.spans),
        rows=tuple(tuple(tuple(s._replace(origin=Origin(file)) for s in cell) for cell in row) for row in block.rows),
        origin=Origin(file),
    )
