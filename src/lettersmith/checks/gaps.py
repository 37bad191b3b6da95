"""Gaps.Placeholder: something in the text still waits to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from lettersmith.checks.beside import ADVICE, IN, WHY, every_small_letter, every_word, everywhere, is_aside
from lettersmith.checks.passages import Passage
from lettersmith.checks.places import place
from lettersmith.checks.words import brief
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

RULE = "Gaps.Placeholder"


class Kind(NamedTuple):
    """One kind of placeholder."""

    hints: tuple[str, ...]
    """Marks, one of which every match holds, in small letters unless the pattern asks for capitals. Most letters hold
    none, and then nothing is searched."""
    pattern: str
    what: str
    do: str
    of_writers: bool = False
    """Whether it is only looked at, not refused, in a file that somebody is still writing."""
    of_forms: bool = False
    """Whether a form may hold it: choices and lines for its reader to fill in."""
    after: tuple[str, ...] = ()
    """Of hints that all begin with one rare sign: what follows that. Then only its few places are looked at."""


FILL_IN = "Put the real words in its place."
CHOOSE = "Say which one is meant, and take the others out."

KINDS = (
    Kind(
        ("[", "<"),
        r"(?i)\[\s*(?:insert|missing(?!:)|add|enter|name|date|title|to be (?:added|confirmed|agreed)|tb[acd]|todo|x+)"
        r"\b[^\]\n]{0,80}\]?"
        r"|\[\s*(?:\.{3,}|…|\?+)\s*\]|<(?:insert|enter|name|date)\b[^>\n]{0,80}>",
        "a place to be filled in is left in the text",
        FILL_IN,
    ),
    Kind(
        ("xx",),
        r"\bx{3,}\b|\bX{4,}\b|\b(?:20)?(?:xx|XX)(?:/(?:20)?(?:xx|XX))+\b|\b20(?:xx|XX)\b",
        "crosses stand where a word or number belongs",
        FILL_IN,
    ),
    Kind(
        ("TODO", "TO DO", "TB", "FIXME"),
        r"\bTO ?DO\b|\bTB[CDA]\b|\bFIXME\b",
        "a note to the writer is left in the text",
        FILL_IN,
        of_writers=True,
    ),
    Kind(
        ("{{", "}}", "{%", "%}", "{#"),
        r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}",
        "a template's tag stands in the text",
        "Take it out, or write the words that it stands for.",
    ),
    Kind(("lorem ipsum",), r"(?i)\blorem ipsum\b", "filler text is left in", FILL_IN),
    Kind(
        ("/",),
        r"(?i)\b(?:s?he/s?he|s/he|him/her|her/him|his/her|her/his|hi[ms]self/herself)(?:/(?:they|them|their|you|your|themselves))?\b"
        r"|\bM(?:r|s|rs)/M(?:r|s|rs|iss)(?:/M(?:r|s|rs|iss|x))*\b|\bSir/Madam\b",
        "a choice between words is left open",
        CHOOSE,
        of_writers=True,
        of_forms=True,
        after=("he", "she", "him", "his", "ms", "mrs", "miss", "mr", "mx", "madam"),
    ),
    Kind(
        ("delete", "strike out"),
        r"(?i)\b(?:delete|strike out) (?:as|where|if) (?:not )?(?:appropriate|applicable|necessary)\b",
        "a choice between words is left open",
        CHOOSE,
        of_writers=True,
        of_forms=True,
    ),
    Kind(
        ("____", "......", "………"),
        r"_{4,}|\.{6,}|…{3,}",
        "a line to be filled in by hand is left in the text",
        FILL_IN,
        of_writers=True,
        of_forms=True,
    ),
    Kind(
        ("error!", "to enter", "choose an item"),
        r"Error! (?:Reference source|Bookmark|Hyperlink reference|No text)[\w ]*\.?"
        r"|\b(?:Click|Tap) (?:here|or tap here) to enter [\w ]{0,20}\.|\bChoose an item\.",
        "Word's own placeholder is left in the text",
        FILL_IN,
    ),
    Kind(("???", "\ufffd"), r"\?{3,}|\ufffd+", "marks stand where words are in doubt or were lost", FILL_IN),
)

MISSING = Kind(("[missing:",), r"\[missing: [^\]\n]*\]", "a fact is missing", FILL_IN)
"""What the program itself leaves in a draft; where it makes the document, it has said so already."""


@cache
def _compiled(kind: Kind) -> re.Pattern[str]:
    return re.compile(kind.pattern)


def _signs(kind: Kind) -> frozenset[str]:
    """How its hints begin, in small letters or capitals: one of these signs stands in every match."""
    return frozenset("".join(hint[0].lower() + hint[0].upper() for hint in kind.hints))


def check(subject: Subject) -> Iterator[Remark]:
    """Every placeholder in body, notes, header and footer of a document, and in what stands beside its text."""
    form = bool(subject.template and subject.template.form)
    every = KINDS if subject.manuscript.template else (*KINDS, MISSING)
    words, small = every_word(subject.manuscript), every_small_letter(subject.manuscript)
    kinds = {kind: _signs(kind) for kind in every if _may_hold(words, small, kind)}
    for passage in everywhere(subject.manuscript) if kinds else ():
        reported = 0
        for match, kind in sorted(_matches(passage, kinds), key=lambda found: found[0].span()):
            if match.start() >= reported and not (form and kind.of_forms):
                reported = match.end()
                yield _remark(subject, kind, passage, match)


def _may_hold(words: str, small: str, kind: Kind) -> bool:
    """Whether a text, as it is and in small letters, holds a hint of a kind."""
    if kind.after:
        return any(rest.startswith(kind.after) for rest in small.split(kind.hints[0][0])[1:])
    for hint in kind.hints:
        text = words if hint.isupper() else small
        if hint[0] in text and hint[-1] in text and hint in text:  # a single sign is looked for in no time
            return True
    return False


def _matches(passage: Passage, kinds: Mapping[Kind, frozenset[str]]) -> Iterator[tuple[re.Match[str], Kind]]:
    for kind, signs in kinds.items():
        if any(map(passage.text.__contains__, signs)):
            for match in _compiled(kind).finditer(passage.text):
                yield match, kind


def _remark(subject: Subject, kind: Kind, passage: Passage, match: re.Match[str]) -> Remark:
    aside = is_aside(passage)
    gentle = aside or (kind.of_writers and not subject.manuscript.template)
    where = f" in {IN.get(passage.region, passage.region)}" if aside else ""
    return Remark(
        RULE,
        Level.WARNING if gentle else Level.ERROR,
        f'It says "{brief(match.group())}"{where}: {kind.what}.',
        place(subject, passage, match.start(), match.end()),
        why=WHY if aside else "The reader would be sent an unfinished document.",
        do=ADVICE.get(passage.region, kind.do),
        source="Our own rule; docs/limits.md",
    )
