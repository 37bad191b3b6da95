"""Which words of a manuscript are read for grammar, and which slips are let pass because of where they stand."""

from __future__ import annotations

import re

from lettersmith.checks.passages import Passage, all_words, passages
from lettersmith.checks.prose import is_prose
from lettersmith.checks.readability.language import is_english
from lettersmith.checks.style.quoting import quoted
from lettersmith.model.grammar import Slip
from lettersmith.model.manuscript import Manuscript

LABELS = frozenset(("address", "signature", "contact", "copies", "reference", "date", "greeting"))
"""Parts of a template that hold names and numbers only."""

ADDRESS = re.compile(r"://|www\.|\w@\w|\w\.(?:uk|org|com|gov|net|eu)\b")
"""What marks the address of a page or a person, somewhere between two white spaces."""

INITIALS = re.compile(r"(?:[a-z]+-)?(?:[A-Z][A-Z&/-]{1,7}|[A-Z][a-z]+[A-Z]\w*)(?:['’]?s|['’])?")
"""`HMICFRS`, `EHCPs`, `pre-MACSE`, `CiCC`: whether they are explained is another rule's business."""

BEGINNING = frozenset(("UPPERCASE_SENTENCE_START", "SentenceCapitalization"))
"""The engines' rules on a sentence that begins with a small letter."""

END = frozenset(("PUNCTUATION_PARAGRAPH_END",))
"""Their rules on a paragraph without a mark at its end."""

SHORT_QUOTATION = 3
"""So many words between quotation marks are a term of the writer's own: its spelling is checked."""


def readable(manuscript: Manuscript) -> tuple[Passage, ...]:
    """The passages that are read: the English ones of body and footnotes, without labels and running headers."""
    if not is_english(all_words(manuscript)):
        return ()
    return tuple(
        passage
        for passage in passages(manuscript)
        if passage.region in ("body", "note") and LABELS.isdisjoint(passage.block.parts) and is_english(passage.text)
    )


def spared(slip: Slip, passage: Passage) -> bool:
    """Whether a slip is let pass: it is in a quotation or an address, or the place excuses it."""
    if slip.kind == "unread":
        return False
    if slip.rule in BEGINNING and _may_begin_small(slip, passage):
        return True
    if slip.rule in END and not _must_end(passage):
        return True
    if slip.kind == "spelling" and _is_no_word(passage.text[slip.start : slip.end]):
        return True
    return _in_brackets(slip, passage.text) or _in_address(slip, passage.text) or _is_quoted(slip, passage.text)


def _is_no_word(text: str) -> bool:
    """Whether a "word" is a code, initials, or what an apostrophe left over."""
    return len(text) < 2 or any(map(str.isdigit, text)) or INITIALS.fullmatch(text) is not None


def _may_begin_small(slip: Slip, passage: Passage) -> bool:
    """Whether it is the first word of an item, cell or line: many begin those with a small letter."""
    before = passage.text[: slip.start].strip(" \t“‘\"'(")
    if before:
        return before.endswith("\n")
    return passage.block.kind != "paragraph"


def _must_end(passage: Passage) -> bool:
    """Whether it is a paragraph of prose, or an item of more than one sentence: those end with a mark."""
    if passage.block.kind == "item":
        return re.search(r"[.?!]\s", passage.text.strip()) is not None
    return is_prose(passage)


def _in_brackets(slip: Slip, text: str) -> bool:
    """Whether it is a mere letter of a list: `(a)`."""
    return (
        text[slip.start - 1 : slip.start] == "(" and text[slip.end : slip.end + 1] == ")" and slip.end - slip.start < 4
    )


def _in_address(slip: Slip, text: str) -> bool:
    """Whether it is, or touches, the address of a page or a person."""
    before, after = text[: slip.start].split(), text[slip.end :].split(None, 1)
    begun = before[-1] if before and not text[slip.start - 1].isspace() else ""
    ended = after[0] if after and not text[slip.end].isspace() else ""
    return ADDRESS.search(begun + text[slip.start : slip.end] + ended) is not None


def _is_quoted(slip: Slip, text: str) -> bool:
    """Whether it lies inside a quotation: other people's words, or a name that somebody gave to something."""
    for start, end in quoted(text):
        if start < slip.start and slip.end < end:
            return slip.kind != "spelling" or len(text[start:end].split()) > SHORT_QUOTATION
    return False
