"""Where one sentence ends and the next begins, by rules of our own for British official prose."""

from __future__ import annotations

import re

from lettersmith.checks.lines import pieces
from lettersmith.checks.words import listed

AFTER_MARK = (
    r"[.!?…]*+(?:[\"'”’)\]]*(?:\[\d+\]|\d{1,2}|[⁰¹²³⁴-⁹]+)?(?=\s++([\"'“‘(\[–—\s-]*+)([^\s][\w’'-]*))"
    r"|(?<=[a-z]{2}\.)(?=()([A-Z][a-z]+\b)))"
)
"""What may end a sentence, after its first mark: more marks, the quotation marks and brackets that close after them and
the number of a footnote, or nothing where the space was forgotten. Then what comes next: quotation marks, brackets and
dashes; and the word or sign that decides."""
PLAINLY = r"\.(?<=[a-z]{5}\.)(?<!\bapprox\.)(?<!\bmessrs\.)(?<!\bthurs\.)(?=\s++()[A-Z])"
"""Between a word of five small letters, which is no abbreviation, and a capital: there a sentence ends."""
FULL_STOP = re.compile(rf"{PLAINLY}|\.{AFTER_MARK}")
"""All that most paragraphs have, and found twice as fast as any of four marks."""
ANY_MARK = re.compile(f"{PLAINLY}|[.!?…]{AFTER_MARK}")

INITIALISM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")

ALWAYS_GO_ON = listed(
    """
    mr mrs ms mx prof rev revd hon sir messrs cllr e.g eg i.e ie cf viz vs v fig figs approx incl excl gov gen col
    capt sgt supt det insp const lt maj cmdr ch h.m n.b p.s dept
    """
)
"""Abbreviations with a full stop that something always follows."""

GO_ON_BEFORE_NUMBER = listed(
    """
    no nos para paras p pp s ss reg regs sec vol ed art ext tel c ca max min yr yrs jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """
)
"""Abbreviations that go on when a number follows: "No. 3", "para. 12", "Sat. 4 March"."""

EITHER = listed("st dr ltd co inc plc al jr sr ref refs ph.d b.a b.sc m.a m.sc")
"""Abbreviations that may end a sentence: they do when a word that begins sentences follows."""

MOSTLY_ENDS = listed("etc a.m p.m am pm")
"""Those that end one when any capital follows, unless it is the name of a day or month."""

DAYS = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """
)

SHORT = ALWAYS_GO_ON | GO_ON_BEFORE_NUMBER | EITHER | MOSTLY_ENDS
"""All abbreviations."""

NAMED_BY_LETTER = listed(
    """
    child adult case family sibling option annex appendix part group team plan category grade section table figure
    parent school area hepatitis vitamin
    """
)
"""Words that a single capital letter follows as a name: "Child A. She was seen" is two sentences, "J. Okoro" is not."""

STARTERS = listed(
    """
    the this that these those there they he she it we you i in on at a an all any both as when where while if
    after before since for from to by with without however but and or so not no one two three some many most each
    every other our your their his her its nobody everyone inspectors leaders managers children parents staff practice
    social police health partners agencies
    """
)
"""Words that often begin a sentence, and are seldom a name."""

SMALL_STARTERS = listed("i he she it we they you there")
"""Words that begin a sentence even in small letters, as children write."""


def split(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with the position where it begins.

    A full stop does not end a sentence after "Mr", "e.g.", an initial or a number that labels a list; nor before most
    words in small letters. A line break does, unless the line goes on (`lines.pieces`).

    >>> split("Dr. Quill came at 9.30am. She left.")
    [(0, 'Dr. Quill came at 9.30am.'), (26, 'She left.')]
    """
    return [sentence for start, end in pieces(text) for sentence in split_piece(text, start, end)]


def split_piece(text: str, begin: int, stop: int) -> list[tuple[int, str]]:
    """The sentences of one piece of a text, each with its position in the whole."""
    found: list[tuple[int, str]] = []
    first = text[begin:stop].lstrip()
    start = stop - len(first)
    candidate = ANY_MARK if "?" in text or "!" in text or "…" in text else FULL_STOP
    for mark in candidate.finditer(text, start, stop):
        follows = mark.start(1)
        if follows >= 0 or _ends(text, start, mark):
            found.append((start, text[start : mark.end()]))
            start = follows if follows >= 0 else mark.end() if mark[2] is None else mark.start(2)
    if last := text[start:stop].rstrip():
        found.append((start, last))
    return found


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    marks, opening, follower, forgotten = mark.group(0, 2, 3, 5)
    if forgotten:
        return forgotten.lower() in STARTERS
    at = mark.start()
    last = text[text.rfind(" ", start, at) + 1 : at]
    if follower[0].islower() and not follower[1:2].isupper():
        return marks == "." and follower in SMALL_STARTERS and _is_plain(last)
    if marks[0] != "." or marks[1:2] == ".":
        return True
    if marks[-1].isnumeric():  # a footnote, or the number of "No.3"
        return not last[-1:].isdigit() and last.lower() not in SHORT
    if len(last) > 4 and _is_plain(last):
        return True
    return _full_stop_ends(text[start:at], follower, "(" in opening)


def _is_plain(word: str) -> bool:
    """Whether a word is an ordinary one: neither an abbreviation nor an initial."""
    return len(word) > 1 and word.isalpha() and word.lower() not in SHORT


def _full_stop_ends(before: str, follower: str, opened: bool) -> bool:
    """Whether a single full stop ends the sentence `before` when `follower` comes next, perhaps in brackets."""
    words = before.rsplit(None, 2)
    last = words[-1].lstrip("(\"'“‘[") if words else ""
    if len(last) == 1 and last.isupper():
        return _initial_ends(words, follower, opened)
    key = last.lower()
    if key in ALWAYS_GO_ON:
        return False
    if key in GO_ON_BEFORE_NUMBER:
        return not follower[0].isdigit()
    if last.isdigit() and len(words) == 1:
        return False
    if key in MOSTLY_ENDS:
        return follower.lower() not in DAYS
    if key in EITHER or ("." in last and INITIALISM.fullmatch(last)):
        return follower.lower() in STARTERS
    return True


def _initial_ends(words: list[str], follower: str, opened: bool) -> bool:
    """Whether a sentence ends after a single capital letter: a person's initial, or the name of a child or case."""
    if len(words) == 1:
        return False
    return words[-2].lower() in NAMED_BY_LETTER or (follower.lower() in STARTERS and not opened)
