"""Consistency: one body has one name in one document, and initials stand for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place
from lettersmith.checks.styles_in_use import uses
from lettersmith.checks.words import lazily, listed
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

SOURCE = "Guide to Ofsted's house style (consistency, abbreviations)"

KIND_OF_BODY = (
    "Academy|Agency|Association|Authority|Board|Centre|Clinic|College|Commission|Committee|Company|Constabulary|Council"
    "|Department|Directorate|Forum|Foundation|Group|Hospital|Hub|Inspectorate|Nursery|Panel|Partnership|Police|School|Service"
    "|Services|Team|Trust|Unit"
)
BODY = lazily(rf"(?:{KIND_OF_BODY})\b(?! [A-Z])")
LED_UP_TO = lazily(r"(?:[A-Z][\w’'-]* (?:(?:and|of|for|the|&|[A-Z][\w’'-]*) )*)$")
"""The words of a name before its last one."""
MOST = 80
"""Characters before the last word of a name that are looked at."""
STANDS_ALONE = listed("Constabulary Council Hospital Police")
"""Bodies that may be named with one word before them; a "Wexcombe Team" may be anything."""
EXPLAINED = lazily(r"\((?:the )?[\"'‘“]?([A-Z]{2,7})s?[\"'’”]?\)")
SMALL_WORDS = listed("and & the of for at on to")
NO_PART_OF_A_NAME = listed("The A An This In At For Each All Both Our Your And Of")
SORTS_OF_COUNCIL = listed("city county borough metropolitan district london royal unitary")


class Said(NamedTuple):
    """Words in one place."""

    text: str
    passage: Passage
    start: int


def check(subject: Subject) -> Iterator[Remark]:
    """Names of bodies that are written in two ways, and initials with two meanings."""
    if uses(subject, "Consistency"):
        yield from _bodies(subject)
        yield from _initials(subject)


def _bodies(subject: Subject) -> Iterator[Remark]:
    """Each way but the most frequent is named once, where it first stands."""
    ways: dict[str, dict[str, list[Said]]] = {}
    for said in _found(subject):
        ways.setdefault(_key(said.text), {}).setdefault(_straight(said.text), []).append(said)
    for written in ways.values():
        usual = max(written, key=lambda way: len(written[way]))
        for way, places in written.items():
            if way != usual and not _of_two_sorts(way, usual):
                yield _remark(
                    subject,
                    "Consistency.Body",
                    f'The body is called "{way}" here and "{usual}" elsewhere.',
                    places[0],
                    "A reader who meets two names looks for two bodies.",
                    "Use one name all through: the body's own.",
                    usual,
                )


def _found(subject: Subject) -> Iterator[Said]:
    for passage in passages(subject.manuscript):
        for match in BODY().finditer(passage.text):
            before = LED_UP_TO().search(passage.text, max(0, match.start() - MOST), match.start())
            words = before.group().split() if before else []
            start = before.start() if before else 0
            if words and words[0] in NO_PART_OF_A_NAME:
                start += len(words.pop(0)) + 1
            if len(words) > 1 or (words and match.group() in STANDS_ALONE):
                yield Said(passage.text[start : match.end()], passage, start)


def _of_two_sorts(one: str, other: str) -> bool:
    """Whether each says which sort of council it is, and not the same: a city and its county may share a name."""
    sorts = [SORTS_OF_COUNCIL.intersection(name.lower().split()) for name in (one, other)]
    return all(sorts) and sorts[0] != sorts[1]


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _key(name: str) -> str:
    """A name without what people write in two ways: capitals, hyphens, apostrophes, small words, sorts of council."""
    *first, last = _straight(name).lower().replace("-", " ").split() or [""]
    left_out = SMALL_WORDS | SORTS_OF_COUNCIL if last == "council" else SMALL_WORDS
    return " ".join([*(_stem(word) for word in first if word not in left_out), last])


def _stems(words: str) -> list[str]:
    return [_stem(word) for word in _straight(words).lower().replace("-", " ").split() if word not in SMALL_WORDS]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word of a name whether one or many are meant, with its apostrophe or without.

    >>> _stem("agencies"), _stem("children's"), _stem("childrens"), _stem("hospitals")
    ('agency', 'children', 'children', 'hospital')
    """
    return re.sub(r"'?s$|'$", "", re.sub(r"ies$", "y", word))


def _initials(subject: Subject) -> Iterator[Remark]:
    """Initials that are explained in two different ways."""
    meanings: dict[str, list[Said]] = {}
    for passage in passages(subject.manuscript):
        for match in EXPLAINED().finditer(passage.text):
            words = _meant(passage.text[max(0, match.start() - MOST) : match.start()].split(), match[1])
            if words:
                meanings.setdefault(match[1], []).append(Said(words, passage, match.start(1)))
    for initials, all_said in meanings.items():
        first = all_said[0]
        for said in all_said[1:]:
            if _stems(said.text) != _stems(first.text):
                yield _remark(
                    subject,
                    "Consistency.Initials",
                    f'"{initials}" stands for "{said.text}" here and for "{first.text}" further up.',
                    Said(initials, said.passage, said.start),
                    "Initials with two meanings can be read wrongly.",
                    "Use the initials for one of them, and write the other in full.",
                )


def _meant(words: list[str], initials: str) -> str:
    """The last words before the brackets whose first letters give the initials; empty where they do not."""
    letters = ""
    for at in range(len(words) - 1, -1, -1):
        letters = "".join(part[0] for part in words[at].split("-") if part and part not in SMALL_WORDS) + letters
        if len(letters) > len(initials):
            break
        if letters.upper() == initials and at < len(words) - 1:
            return " ".join(words[at:])
    return ""


def _remark(subject: Subject, rule: str, what: str, said: Said, why: str, do: str, instead: str = "") -> Remark:
    where = place(subject, said.passage, said.start, said.start + len(said.text))
    return Remark(rule, Level.WARNING, what, where, why, do, instead=(instead,) if instead else (), source=SOURCE)
