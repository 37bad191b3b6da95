"""A manuscript to bytes; one file a format."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple


class Format(NamedTuple):
    """One format that documents are written in. Its writer is imported when it is first used."""

    name: str
    """The word after `--format`, and the name of the module in `writing`."""
    extension: str
    media_type: str
    label: str
    """What people call it."""

    def write(self, *arguments: Any, **named: Any) -> bytes:
        """The bytes of a document: `write(manuscript, look)`; of an email `write(manuscript, attachments)`.

        Raises NotCleared for words that the format cannot hold.
        """
        written: bytes = import_module(f"lettersmith.writing.{self.name}").write(*arguments, **named)
        return written


FORMATS: dict[str, Format] = {
    "docx": Format(
        "docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"
    ),
    "pdf": Format("pdf", ".pdf", "application/pdf", "PDF"),
    "html": Format("html", ".html", "text/html", "web page"),
    "txt": Format("txt", ".txt", "text/plain", "plain text"),
    "eml": Format("eml", ".eml", "message/rfc822", "email"),
}
"""Every format, each with a module of its name in `writing` and a twin in `reading`."""
