"""A manuscript as an email that opens as a draft: plain text and HTML of the same words, and attachments.

It has no date: a draft gets one when it is sent. Everything that is usually random (message id, boundaries) is
taken from a hash of the content, so that the same letter gives the same bytes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from typing import NamedTuple

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.writing import eml_html, txt
from lettersmith.writing.eml_headers import Headers, headers
from lettersmith.writing.printable import refuse_unprintable

_NAME_MARKS = frozenset("/\\:*?\"<>|;,'")
_DATA_TYPE = re.compile(r"(application|image|text)/[a-z0-9.+-]+")
"""Types of plain files. Anything else goes as bytes without a type, never as a message or as parts of this one."""


class Attachment(NamedTuple):
    """A file that goes with an email."""

    name: str
    """A bare file name: no folder in it."""
    media_type: str
    data: bytes


def write(manuscript: Manuscript, attachments: Sequence[Attachment] = ()) -> bytes:
    """The email as bytes: CRLF line ends, quoted-printable text, exactly one recipient, marked as not sent.

    Raises NotCleared for a header that could be misread (`Email.Header`), for an attachment's name that is not a bare
    file name (`Email.Attachment`), and for characters that no file may hold.
    """
    refuse_unprintable(manuscript)
    refused = [_refusal(manuscript, attachment.name) for attachment in attachments if not _is_bare(attachment.name)]
    if refused:
        raise NotCleared(*refused)
    chosen = headers(manuscript)
    text, html = txt.text(manuscript), eml_html.page(manuscript)
    message = _message(chosen)
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    for attachment in attachments:
        known = _DATA_TYPE.fullmatch(attachment.media_type)
        main, _, sub = (known[0] if known else "application/octet-stream").partition("/")
        message.add_attachment(attachment.data, main, sub, filename=attachment.name)
    _settle(message, chosen, (text, html), manuscript.language, attachments)
    data = message.as_bytes()
    _refuse_misread(data, chosen, manuscript)
    return data


def _message(chosen: Headers) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["From"] = chosen.sender
    message["To"] = chosen.to
    message["Subject"] = chosen.subject
    return message


def _settle(
    message: EmailMessage, chosen: Headers, texts: tuple[str, str], language: str, attachments: Sequence[Attachment]
) -> None:
    """Give the message id and the boundaries, which the library would draw at random, values of their own."""
    digest = hashlib.sha256()
    for piece in (str(chosen.to), str(chosen.sender), chosen.subject, *texts):
        digest.update(piece.encode("utf-8") + b"\0")
    for attachment in attachments:
        digest.update(attachment.name.encode("utf-8") + b"\0" + hashlib.sha256(attachment.data).digest())
    mark = digest.hexdigest()[:32]
    message["Content-Language"] = language
    message["Message-ID"] = f"<{mark}@lettersmith.invalid>"
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{mark}_{number}")


def _is_bare(name: str) -> bool:
    seen = all(unicodedata.category(mark)[0] != "C" and unicodedata.category(mark) not in ("Zl", "Zp") for mark in name)
    return seen and bool(name.strip(". ")) and not name.startswith(".") and not _NAME_MARKS & set(name)


def _refusal(manuscript: Manuscript, name: str) -> Remark:
    return Remark(
        "Email.Attachment",
        Level.ERROR,
        f"The name of an attachment, {name!r}, is not a plain file name.",
        Place(document=manuscript.kind, text=name),
        do="Give it a name of letters, digits, spaces, hyphens and dots.",
    )


def _refuse_misread(data: bytes, chosen: Headers, manuscript: Manuscript) -> None:
    """Read the email as a mail program would, and refuse it if it reaches anybody but the one recipient."""
    read = BytesParser(policy=SMTP).parsebytes(data)
    once = all(len(read.get_all(name) or []) == 1 for name in ("To", "From", "Subject", "X-Unsent", "Message-ID"))
    people = ((read["To"], chosen.to), (read["From"], chosen.sender))
    same = (
        once
        and read["Subject"].lstrip() == chosen.subject
        and all(_is_only(wanted, header) for header, wanted in people)
    )
    if not same or read["Cc"] or read["Bcc"]:
        raise NotCleared(
            Remark(
                "Email.Header",
                Level.ERROR,
                f"The email to “{chosen.to}” would be read by mail programs as something else.",
                Place(document=manuscript.kind),
                do="Write the names and the subject with plain letters.",
            )
        )


def _is_only(wanted: Address, header: AddressHeader) -> bool:
    """Whether a header holds one person. The library reads a long name with a space where its line was folded."""
    found = [(address.addr_spec, "".join(address.display_name.split())) for address in header.addresses]
    return found == [(wanted.addr_spec, "".join(wanted.display_name.split()))]
