"""Numbers from two to nine: in words or in figures, as the framework has it, and one way in one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.outlines import with_digits
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import lazily
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
COUNTED = (
    "adults|agenc(?:y|ies)|areas|assessments|boys|carers|cases|child(?:ren)?|complaints|conferences|contacts|councils|enquiries"
    "|families|files|findings|girls|groups|homes|incidents|inspectors|inspectorates|leaders|managers|meetings|mothers|nurses"
    "|officers|organisations|parents|partners|people|plans|practitioners|pupils|records|referrals|reports|reviews|schools"
    "|services|sessions|siblings|sisters|brothers|social workers|staff|teams|themes"
    "|visits|volunteers|weaknesses|workers|young"
)
FIGURE = lazily(rf"([2-9])(?= (?:\w+ )?(?:{COUNTED})\b)(?! (?:to|or|and) \d)")
WORD = lazily(rf"([TtFfSsEeNn](?<!\w.)(?:{'|'.join(word[1:] for word in WORDS)})\b)(?= (?:\w+ )?(?:{COUNTED})\b)")
"""Or a word that is like them but for its first letter, such as "tour": a set of first letters is found ten times as
fast as one of eight words."""
BEFORE_A_LABEL = lazily(
    r"(?i)\b(?:annex|appendix|chapter|day|days|grade|item|key stage|level|no|number|page|paragraph|part|phase|point"
    r"|section|stage|step|table|tier|version|week|year|to|or|and|from|over|under|age|aged) $|\d[ ,]*$|[\w.,/£%:–-]$"
)


class Number(NamedTuple):
    """One number before the things that it counts."""

    passage: Passage
    start: int
    end: int
    in_words: bool

    @property
    def text(self) -> str:
        """As it stands there."""
        return self.passage.text[self.start : self.end]

    @property
    def other(self) -> str:
        """The same number, the other way."""
        if self.in_words:
            return str(WORDS.index(self.text.lower()) + 2)
        return WORDS[int(self.text) - 2]


def check(subject: Subject) -> Iterator[Remark]:
    """Numbers that are not written as the framework has it; elsewhere, as most of their document has it."""
    framework = subject.framework
    if framework is not None and subject.manuscript.template:
        if uses(subject, "HouseStyle"):
            yield from _as_the_framework(subject, framework.number_style == "words")
    elif uses(subject, "Consistency"):
        yield from _as_the_rest(subject)


def _as_the_framework(subject: Subject, in_words: bool) -> Iterator[Remark]:
    for number in _numbers(subject, not in_words):
        yield Remark(
            "HouseStyle.Numbers",
            Level.WARNING,
            f'The number "{number.text}" is written {"in words" if number.in_words else "in figures"}.',
            place(subject, number.passage, number.start, number.end),
            "Documents of one framework write their numbers in one way.",
            f'Write "{number.other}".',
            instead=(number.other,),
            source="Guide to Ofsted's house style (numbers); the framework's own setting",
        )


def _as_the_rest(subject: Subject) -> Iterator[Remark]:
    """Each number that goes against two thirds of the others."""
    figures = list(_numbers(subject, False))
    words = list(_numbers(subject, True)) if figures else []
    fewer, more = sorted((figures, words), key=len)
    if not fewer or len(more) < 2 * len(fewer):
        return
    for number in fewer:
        yield Remark(
            "Consistency.Numbers",
            Level.SUGGESTION,
            f'"{number.text}" stands {"in words" if number.in_words else "in figures"}, unlike most numbers here.',
            place(subject, number.passage, number.start, number.end),
            "Numbers written in two ways make a document look unfinished.",
            f'Write "{number.other}".',
            instead=(number.other,),
            source="Guide to Ofsted's house style (numbers)",
        )


def _numbers(subject: Subject, in_words: bool) -> Iterator[Number]:
    """The small numbers of running text that are written one way. Behind `section` or `day` they are names."""
    pattern = WORD() if in_words else FIGURE()
    for passage in passages(subject.manuscript) if in_words else with_digits(subject.manuscript):
        if passage.region != "body" or passage.block.kind not in ("paragraph", "item"):
            continue
        for match in pattern.finditer(passage.text):
            if in_words and match[1].lower() not in WORDS:
                continue
            if not BEFORE_A_LABEL().search(passage.text, max(0, match.start() - 16), match.start()):
                yield Number(passage, *match.span(), in_words)
