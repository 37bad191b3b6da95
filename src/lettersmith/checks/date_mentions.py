"""Every date in the words of a document, with the day that it means and the fact that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lettersmith.checks.facts import origins
from lettersmith.checks.kept import keep_last
from lettersmith.checks.outlines import with_digits
from lettersmith.checks.passages import Passage
from lettersmith.checks.places import origin_at
from lettersmith.checks.words import lazily
from lettersmith.model.calendar import MONTHS, WEEKDAYS, in_words
from lettersmith.model.manuscript import Manuscript

MONTH = "|".join(MONTHS)
WEEKDAY = "|".join(WEEKDAYS)
DATE = lazily(
    rf"(?:(?:(?P<weekday1>{WEEKDAY}),? (?:the )?)?(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<month1>{MONTH}))?"
    r"(?: (?P<year1>\d{4}))?(?P<to> (?:to|and|until|or) | ?[-–—] ?))?"
    rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?(?<![\d£.:])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?"
    rf" (?P<month>{MONTH})\b"
    r"(?:,? (?P<year>\d{4})\b|,? ['’]?(?P<short>\d\d)(?=[.,;:)]|$| (?:to|and|at|in|on|by|from)\b))?"
)
NEAR = lazily(rf"\d(?:st|nd|rd|th)?(?: of)? (?:{MONTH})\b")
"""What every date holds: the last digit of its last day, and the month."""
LONGEST = 64
"""A date has fewer letters before that digit: "Wednesday, the 29th September 2027 until Wednesday, the 29th"."""


class Mention(NamedTuple):
    """One date as it stands in a text."""

    passage: Passage
    start: int
    end: int
    weekday: str
    day: int
    month: int
    year: int
    """0 where the text does not say it."""
    short_year: bool = False

    @property
    def text(self) -> str:
        """The words; of the first day of a range, the day that they mean."""
        words = self.passage.text[self.start : self.end]
        return (
            words if self.value is None or words[-1].isalpha() or " " in words else in_words(self.value, weekday=False)
        )

    @property
    def value(self) -> date | None:
        """The day meant; None if there is no such day."""
        try:
            return date(self.year or 2000, self.month, self.day)
        except ValueError:
            return None


class Found(NamedTuple):
    """One date, or a range of days, as it stands in a text."""

    last: Mention
    first: Mention | None
    """Of a range: its first day."""
    match: re.Match[str]


@keep_last
def dates(manuscript: Manuscript) -> tuple[Found, ...]:
    """Every date of a manuscript, in reading order."""
    found = []
    for passage in with_digits(manuscript):
        for match in in_text(passage.text):
            last = _last(passage, match)
            found.append(Found(last, _first(passage, match, last), match))
    return tuple(found)


def in_text(text: str) -> Iterator[re.Match[str]]:
    """What `DATE` finds, a hundred times as fast: it looks only where a day and a month are."""
    position = 0
    for near in NEAR().finditer(text):
        if near.start() < position:
            continue
        match = DATE().search(text, max(position, near.start() - LONGEST))
        if match is None:
            return
        position = match.end()
        yield match


def _last(passage: Passage, match: re.Match[str]) -> Mention:
    short = match["short"]
    year = int(match["year"] or (f"20{short}" if short else 0))
    start = match.start("weekday") if match["weekday"] else match.start("day")
    month = MONTHS.index(match["month"]) + 1
    return Mention(passage, start, match.end(), match["weekday"] or "", int(match["day"]), month, year, bool(short))


def _first(passage: Passage, match: re.Match[str], last: Mention) -> Mention | None:
    """The first day of a range: what it does not say itself, it has from the last."""
    if not match["day1"]:
        return None
    month = MONTHS.index(match["month1"]) + 1 if match["month1"] else last.month
    start = match.start("weekday1") if match["weekday1"] else match.start("day1")
    year = int(match["year1"] or last.year)
    if year and not match["year1"] and month > 10 and last.month < 3:
        year -= 1  # "28 December to 3 January 2018"
    return Mention(passage, start, match.start("to"), match["weekday1"] or "", int(match["day1"]), month, year)


def step_of(mention: Mention) -> str:
    """The step of the timetable that a date was counted for; empty for any other date."""
    for origin in origins(origin_at(mention.passage, mention.start, mention.end)):
        root, _, rest = origin.path.partition(".")
        if root == "timetable":
            return rest.split(".")[0]
    return ""


def is_reply(mention: Mention) -> bool:
    """Whether a date is the day by which a concern is to be answered."""
    return path_of(mention).endswith(".reply_by")


def path_of(mention: Mention) -> str:
    """The fact that a date is."""
    return origin_at(mention.passage, mention.start, mention.end).path
