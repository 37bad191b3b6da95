"""HouseStyle.Acronym: initials that are not explained where they first stand, or are explained twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.known_acronyms import KNOWN_TO_ALL, STAND_FOR
from lettersmith.checks.letter_frame import letter_of
from lettersmith.checks.outlines import with_inner_capitals
from lettersmith.checks.passages import Passage, all_words
from lettersmith.checks.places import place
from lettersmith.checks.prose import NOT_PROSE
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import lazily, listed
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

SOURCE = "GOV.UK style guide (abbreviations and acronyms); Guide to Ofsted's house style (abbreviations)"

INITIALS = lazily(r"([A-Z](?:&[A-Z]|[A-Z]{1,6}(?:Co)?|[a-z][A-Z]{1,2}|of[A-Z]))s?(?![\w@/&]|[.-]\w)")
GLUED = frozenset("./@#&’'-_")
"""What stands before initials that are part of something longer, such as an address. (Those of a postcode have a digit
beside them.)"""
NOT_INITIALS = listed(
    """
    ALL AND ANY BOTH BUT DO EACH EVERY FOR HOW IF IN IS IMPORTANT ITEM LIST MUST NEVER NEW NO NOT NOTE NOW OF ON ONLY OR
    OUT PAGE PART PLEASE READ SEE STOP THE THIS TO UP URGENT USE VERY WARNING WHEN WILL WITH YES YOU YOUR
    """
)
ROMAN = "IVXLC"
NAME_GOES_ON = lazily(r" [A-Z]")
"""HMI Constabulary and HMI Probation are called so."""
NAME_BEFORE = lazily(r"[A-Z][a-z’'-]+ [A-Z][a-z’'-]+,? $")
"""An inspector is named so: Ada Quill HMI."""
BRACKETED = lazily(r"\(([^()]*)\)")
LEAD_IN = lazily(r"(?i)(?:[\"'‘’“”]|(?:hereafter|referred to as|known as|called|also|from now on|or|the)\b ?)*")
"""What may stand in the brackets beside the initials."""
NAMES_ONLY = NOT_PROSE | {"recipients", "team"}
"""Parts that list names and addresses: a body stands there as it is called."""


class Use(NamedTuple):
    """One place where some initials stand."""

    passage: Passage
    start: int
    end: int
    explains: bool


def check(subject: Subject) -> Iterator[Remark]:
    """Initials that the reader meets before their words; and those whose words are given twice."""
    if not uses(subject, "HouseStyle"):
        return
    found: dict[str, list[Use]] = {}
    inside = letter_of(subject.manuscript)
    for passage in with_inner_capitals(subject.manuscript):
        if passage.region not in ("body", "note") or not NAMES_ONLY.isdisjoint(passage.block.parts):
            continue
        if inside is None or passage.region == "note" or inside.greeting.at < passage.at < inside.close.at:
            for initials, use in _uses(passage):
                found.setdefault(initials, []).append(use)
    strange = {initials for initials in found if initials not in KNOWN_TO_ALL and initials not in subject.known}
    if not strange:
        return
    words = all_words(subject.manuscript)
    for initials, all_uses in found.items():
        remarks = list(_about(subject, initials, all_uses)) if initials in strange else []
        if remarks and not _is_a_word(initials, words):
            yield from remarks


def _of_use(subject: Subject, initials: str) -> bool:
    """Whether initials are met again among names, or in a sister: one template makes many letters."""
    return bool(subject.manuscript.template) or all_words(subject.manuscript).count(initials) > 1


def _is_a_word(initials: str, words: str) -> bool:
    """Whether it also stands in small letters: CHAPTER is a word in capitals, SEND need not be."""
    if initials in STAND_FOR:
        return False
    small = initials.lower()
    return f" {small} " in words or (len(small) > 5 and f"{initials.capitalize()} " in words)


def _uses(passage: Passage) -> Iterator[tuple[str, Use]]:
    text = passage.text
    found = list(INITIALS().finditer(text))
    if not found or text.isupper():
        return
    brackets = [match.span(1) for match in BRACKETED().finditer(text)]
    for match in found:
        start, end = match.span(1)
        if start and (text[start - 1] in GLUED or text[start - 1].isalnum()):
            continue
        if match[1] == "HMI" and (NAME_GOES_ON().match(text, end) or NAME_BEFORE().search(text, 0, start)):
            continue
        if match[1] in NOT_INITIALS or not match[1].strip(ROMAN):
            continue
        yield match[1], Use(passage, start, match.end(), _explains(text, start, match.end(), brackets))


def _explains(text: str, start: int, end: int, brackets: list[tuple[int, int]]) -> bool:
    """Whether the words stand beside the initials: "safeguarding hub (MASH)", "MASH (safeguarding hub)"."""
    for first, last in brackets:
        if first <= start < last:
            around = text[first:start] + text[end:last]
            return _are_two_words(text[:first]) and bool(LEAD_IN().fullmatch(around))
        if end <= first <= end + 2:
            return _are_two_words(text[first:last])
    return text.startswith((" stands for ", " is short for "), end)


def _are_two_words(text: str) -> bool:
    """Whether a text has two words or more."""
    return len(text.split(None, 1)) == 2


def _about(subject: Subject, initials: str, all_uses: list[Use]) -> Iterator[Remark]:
    first, explained = all_uses[0], [use for use in all_uses if use.explains]
    meant = STAND_FOR.get(initials, "")
    if not explained or not first.explains:
        later = " It is explained only further on." if explained else ""
        yield Remark(
            "HouseStyle.Acronym",
            Level.WARNING,
            f'"{initials}" is not explained where it first stands.{later}',
            place(subject, first.passage, first.start, first.end),
            "A reader who does not know the initials cannot follow, and does not ask.",
            "Write the words in full, with the initials in brackets behind them, or only the words.",
            instead=(f"{meant} ({initials})", meant) if meant else (),
            source=SOURCE,
        )
    for again in explained[1:]:
        yield Remark(
            "HouseStyle.AcronymAgain",
            Level.SUGGESTION,
            f'"{initials}" is explained a second time.',
            place(subject, again.passage, again.start, again.end),
            "Explained twice, it looks as if two things were meant.",
            "Use the initials alone after the first time.",
            source=SOURCE,
        )
    if len(all_uses) == 1 and first.explains and not _of_use(subject, initials):
        yield Remark(
            "HouseStyle.AcronymUnused",
            Level.SUGGESTION,
            f'"{initials}" is explained and then never used.',
            place(subject, first.passage, first.start, first.end),
            "Initials that are not needed are one more thing to remember.",
            "Take the brackets away.",
            source=SOURCE,
        )
