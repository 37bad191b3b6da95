"""The parts of a letter of findings: those of its template or, in files that we did not make, of its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import Passage, passages, small_letters
from lettersmith.checks.words import count, lazily
from lettersmith.model.manuscript import Manuscript

HEADINGS = (
    ("strengths", lazily(r"(?i)(?:key )?strengths|what (?:is|works) (?:working )?well\??")),
    ("priority", lazily(r"(?i)areas? for priority actions?")),
    ("development", lazily(r"(?i)areas? for (?:development|improvement)|what needs to improve\??")),
)
"""Parts of our templates, and the headings that other letters and reports have over the same lists."""
HINTS = ("strengths", "well", "area for ", "areas for ", "needs to improve")
"""Small letters, one of which is in every such heading."""
LABEL_WORDS = 20
"""A paragraph of at most so many words with no mark at its end is taken for a heading."""


@keep_last
def parts_of_files(manuscript: Manuscript) -> Mapping[int, frozenset[str]]:
    """Of a file that we did not make: block to the part that its heading names. Only items of lists are in parts."""
    if manuscript.template or not any(hint in small_letters(manuscript) for hint in HINTS):
        return {}
    return dict(_by_headings(manuscript))


def parts_at(manuscript: Manuscript, passage: Passage) -> frozenset[str]:
    """The parts that a passage is in: those of its template, or the one that the heading above it names."""
    if passage.block.parts:
        return frozenset(passage.block.parts)
    return parts_of_files(manuscript).get(passage.at, frozenset()) if passage.region == "body" else frozenset()


def _by_headings(manuscript: Manuscript) -> Iterator[tuple[int, frozenset[str]]]:
    part = ""
    for passage in passages(manuscript):
        if passage.region != "body":
            continue
        if passage.block.kind == "item":
            if part:
                yield passage.at, frozenset((part,))
        elif passage.block.kind == "heading" or _is_label(passage):
            text = passage.text.strip()
            part = next((name for name, heading in HEADINGS if heading().fullmatch(text)), "")


def _is_label(passage: Passage) -> bool:
    text = passage.text.strip()
    return passage.block.kind == "paragraph" and text[-1:] not in ".!;:," and count(text) <= LABEL_WORDS
