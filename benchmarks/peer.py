"""The peer's side: docxtpl merges the same words, the way its manual says, from bytes to bytes."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import docxtpl

from letters import LETTERS, facts, word


@cache
def template(letter: str) -> bytes:
    """The letter as a Word template."""
    return word(LETTERS[letter])


@cache
def context(letter: str, seed: int) -> dict[str, Any]:
    """The facts of one letter."""
    return facts(letter, seed)


def to_word(letter: str, seed: int) -> bytes:
    """Merged to DOCX. A new object each time: one that is shared mixes letters up."""
    document = docxtpl.DocxTemplate(io.BytesIO(template(letter)))
    document.render(context(letter, seed), autoescape=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
