"""The headers of an email, built so that no value can add a recipient, a header or a hidden word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from email.headerregistry import Address
from typing import NamedTuple

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Envelope, Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

_LOCAL = r"[A-Za-z0-9_+'&-]+(?:\.[A-Za-z0-9_+'&-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>{_LABEL}(?:\.{_LABEL})*\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])")
"""Plain addresses only: letters, digits and a few marks. No quotes, comments, groups, routes or numbered domains."""
_LONGEST_LOCAL = 64
_LONGEST_ADDRESS = 254
_LONGEST_LINE = 400
"""Characters of a name or subject."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of characters that break a header or cannot be seen in it."""


class Headers(NamedTuple):
    """The headers that a letter decides."""

    to: Address
    sender: Address
    subject: str


def headers(manuscript: Manuscript) -> Headers:
    """The headers of an email. Raises NotCleared with every fault of the envelope at once."""
    envelope = manuscript.envelope
    if envelope is None:
        raise NotCleared(_remark(manuscript, "This document is not an email: it has no recipient and no subject.", ""))
    faults = tuple(_faults(manuscript, envelope))
    if faults:
        raise NotCleared(*faults)
    return Headers(
        _address(envelope.to_name, envelope.to_address),
        _address(envelope.from_name, envelope.from_address),
        subject(manuscript, envelope),
    )


def subject(manuscript: Manuscript, envelope: Envelope) -> str:
    """The subject line: marking first, as the marking of an email must stand there, then the word draft."""
    before = [manuscript.marking, "DRAFT" if manuscript.stage == "draft" else ""]
    return ": ".join([*(words for words in before if words), envelope.subject.strip()])


def _faults(manuscript: Manuscript, envelope: Envelope) -> Iterator[Remark]:
    for title, address in (("recipient", envelope.to_address), ("sender", envelope.from_address)):
        fault = _address_fault(address)
        if fault:
            yield _remark(manuscript, f"The email address of the {title}, {_shown(address)}, {fault}.", address)
    for title, name in (("name of the recipient", envelope.to_name), ("name of the sender", envelope.from_name)):
        fault = _words_fault(name) or _name_fault(name)
        if fault:
            yield _remark(manuscript, f"The {title}, {_shown(name)}, {fault}.", name)
    fault = _words_fault(envelope.subject) or ("" if envelope.subject.strip() else "is empty")
    if fault:
        yield _remark(manuscript, f"The subject, {_shown(envelope.subject)}, {fault}.", envelope.subject)
    fault = _words_fault(manuscript.marking)
    if fault:
        yield _remark(manuscript, f"The marking, {_shown(manuscript.marking)}, {fault}.", manuscript.marking)


def _address_fault(address: str) -> str:
    found = _ADDRESS.fullmatch(address)
    if not address:
        return "is not given"
    if not found:
        return _words_fault(address) or "is not one plain address such as ada.quill@example.org"
    if len(found["local"]) > _LONGEST_LOCAL or len(address) > _LONGEST_ADDRESS:
        return "is too long for an address"
    return ""


def _name_fault(name: str) -> str:
    if any(mark in name for mark in '<>@"\\'):
        return 'holds a mark that mail programs read as part of an address (one of < > @ " \\)'
    return ""


def _words_fault(words: str) -> str:
    unseen = next((mark for mark in words if unicodedata.category(mark) in _UNSEEN), "")
    if unseen:
        return f"holds a character that cannot be seen or that ends a line (U+{ord(unseen):04X})"
    if "=?" in words:
        return "holds =?, which mail programs turn into other words"
    return "is too long" if len(words) > _LONGEST_LINE else ""


def _shown(value: str) -> str:
    safe = "".join(f"<U+{ord(mark):04X}>" if unicodedata.category(mark) in _UNSEEN else mark for mark in value)
    return f"“{safe[:80]}”"


def _address(name: str, address: str) -> Address:
    local, _, domain = address.partition("@")
    return Address(name.strip(), local, domain)


def _remark(manuscript: Manuscript, what: str, text: str) -> Remark:
    return Remark(
        "Email.Header",
        Level.ERROR,
        what,
        Place(document=manuscript.kind, text=text),
        why="A wrong character here can send the email to somebody else, or hide words in it.",
        do="Correct it in the facts, on one line, without anything that was pasted.",
    )
