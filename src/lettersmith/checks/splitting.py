"""Where one sentence ends and the next begins, by rules of our own for British official prose."""

from __future__ import annotations

import re

from lettersmith.checks.words import listed

CANDIDATE = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n")
"""Marks that may end a sentence, with the quotation marks and brackets that close after them; and line breaks."""

FOLLOWER = re.compile(r"[\s\"'“‘(\[–—-]*([^\s]?[\w’'-]*)")
"""What comes after a mark: its quotation marks, brackets and dashes, then the word or sign that decides."""

INITIALISM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")

ALWAYS_GO_ON = listed(
    """
    mr mrs ms mx dr prof rev revd hon sir messrs st e.g eg i.e ie cf viz vs v fig figs approx dept gov gen col
    capt sgt supt insp ch
    """
)
"""Abbreviations with a full stop that something always follows."""

GO_ON_BEFORE_NUMBER = listed(
    """
    no nos para paras p pp s ss reg regs sec vol ed art ext tel c ca jan feb mar apr jun jul aug sep sept oct nov
    dec
    """
)
"""Abbreviations that go on when a number follows: "No. 3", "para. 12"."""

EITHER = listed(
    """
    etc a.m p.m am pm ltd co inc plc al jr sr ph.d b.a b.sc m.a
    """
)
"""Abbreviations that may end a sentence: they do when a word that begins sentences follows."""

NAMED_BY_LETTER = listed(
    """
    child adult case family sibling option annex appendix part group team plan category grade section table figure
    parent school area and or hepatitis vitamin
    """
)
"""Words that a single capital letter follows as a name: "Child A. She was seen" is two sentences, "J. Okoro" is not."""

STARTERS = listed(
    """
    the this that these those there they he she it we you i in on at a an all any both as when where while if
    after before since for from to by with without however but and or so not no one two three some many most each
    every other our your their his her its inspectors leaders managers children parents staff practice social
    police health partners agencies
    """
)
"""Words that often begin a sentence, and are seldom a name."""


def split(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with the position where it begins.

    A full stop does not end a sentence after "Mr", "e.g.", an initial or a number that labels a list; nor before a
    word in small letters. A line break does, unless the next line goes on in small letters.

    >>> split("Dr. Quill came at 9.30am. She left.")
    [(0, 'Dr. Quill came at 9.30am.'), (26, 'She left.')]
    """
    found: list[tuple[int, str]] = []
    start = 0
    for mark in CANDIDATE.finditer(text):
        if _ends(text, start, mark):
            _add(found, text, start, mark.end())
            start = mark.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, str]], text: str, start: int, end: int) -> None:
    sentence = text[start:end].strip()
    if sentence:
        found.append((text.index(sentence, start), sentence))


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    follower = FOLLOWER.match(text, mark.end()).group(1)  # type: ignore[union-attr]
    if not follower or follower[0].islower():
        return False
    marks = mark.group()
    if marks == "\n" or marks[0] != "." or marks.startswith(".."):
        return True
    return _full_stop_ends(text[start : mark.start()], follower)


def _full_stop_ends(before: str, follower: str) -> bool:
    """Whether a single full stop ends the sentence `before` when the word `follower` comes next."""
    words = before.rsplit(None, 2)
    last = words[-1].lstrip("(\"'“‘[") if words else ""
    key = last.lower()
    if key in ALWAYS_GO_ON:
        return False
    if key in GO_ON_BEFORE_NUMBER:
        return not follower[0].isdigit()
    if last.isdigit() and len(words) == 1:
        return False
    if key in EITHER:
        return follower.lower() in STARTERS
    if len(last) == 1 and last.isalpha() and last.isupper():
        return len(words) > 1 and (words[-2].lower() in NAMED_BY_LETTER or follower.lower() in STARTERS)
    if "." in last and INITIALISM.fullmatch(last):
        return follower.lower() in STARTERS
    return True
