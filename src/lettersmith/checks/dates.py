"""Dates: those that cannot be, that disagree with the facts, or that ask for something on a closed day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lettersmith.checks.facts import origins
from lettersmith.checks.kept import keep_last
from lettersmith.checks.outlines import with_digits
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import origin_at, place
from lettersmith.checks.words import lazily
from lettersmith.model.calendar import MONTHS, WEEKDAYS, in_words
from lettersmith.model.inspection import Inspection
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

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
ISO = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = lazily(rf"\b(?:{MONTH}),? (?:19|20)\d\d\b")
ASKED = lazily(
    r"\b(?:by|no later than|not later than|due(?: on| by| before)?|deadline(?: is| of|:)?|reply (?:on|by)|before)"
    rf" (?:(?:midday|noon|midnight|\d[\d.:]*(?:am|pm)|the end of|close of business)(?: on)? )?(?:(?:{WEEKDAY}),? )?$",
    re.IGNORECASE,
)
MEETING = lazily(
    rf"\b(?:will|to|shall|can we|please) meet\b[^.;]{{0,50}}\bon (?:(?:{WEEKDAY}),? )?$|\bmeeting (?:is|will be)"
    rf"\b[^.;]{{0,40}}\bon (?:(?:{WEEKDAY}),? )?$",
    re.IGNORECASE,
)


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


def check(subject: Subject) -> Iterator[Remark]:
    """Every date in the words of a document."""
    known = _known(subject)
    for passage in with_digits(subject.manuscript):
        for match in _dates(passage.text):
            last = _last(passage, match)
            first = _first(passage, match, last)
            if first is not None:
                yield from _order(subject, first, last, match)
                yield from _one(subject, first, known)
            yield from _one(subject, last, known)
            if not last.year:
                yield from _no_year(subject, last)


def _dates(text: str) -> Iterator[re.Match[str]]:
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


def _order(subject: Subject, first: Mention, last: Mention, match: re.Match[str]) -> Iterator[Remark]:
    backwards = (first.year, first.month, first.day) >= (last.year, last.month, last.day)
    if match["to"].strip() in ("and", "or") or not backwards:
        return
    yield _remark(
        subject,
        "Dates.Disagree",
        Level.ERROR,
        f'"{match.group()}" runs backwards.',
        last,
        "The first day must come before the last.",
        "Put the right days.",
        start=match.start(),
    )


def _one(subject: Subject, mention: Mention, known: frozenset[date]) -> Iterator[Remark]:
    day = mention.value
    if day is None:
        yield _remark(
            subject, "Dates.Impossible", Level.ERROR, f'There is no day "{mention.text}".', mention,
            "A date that does not exist cannot be kept.", "Look the date up.",
        )  # fmt: skip
        return
    if mention.short_year:
        yield _remark(
            subject, "Dates.Year", Level.WARNING, f'"{mention.text}" has a short year.', mention,
            "Dates in letters have the whole year.", f'Write "{in_words(day, weekday=False)}".',
        )  # fmt: skip
    if not mention.year:
        return
    if mention.weekday and WEEKDAYS[day.weekday()] != mention.weekday:
        yield _remark(
            subject, "Dates.Disagree", Level.ERROR,
            f'"{mention.text}" cannot be: {in_words(day, weekday=False)} is a {WEEKDAYS[day.weekday()]}.', mention,
            "The reader does not know which of the two is meant.", "Correct the weekday or the date.",
        )  # fmt: skip
    elif known and day not in known:
        yield _remark(
            subject, "Dates.Disagree", Level.WARNING, f'"{mention.text}" is not among the dates of this inspection.',
            mention, "Dates left in from an older letter look like any other date.",
            "Compare it with the facts; if it is right, leave it.",
        )  # fmt: skip
    yield from _closed(subject, mention, day)


def _no_year(subject: Subject, mention: Mention) -> Iterator[Remark]:
    """A date without a year is clear only beside one that has it; a deadline needs it in the same paragraph."""
    text = mention.passage.text
    deadline = ASKED().search(text[: mention.start])
    others = [text] if deadline else [passage.text for passage in passages(subject.manuscript)]
    if not any(YEAR().search(other) for other in others):
        # "Tuesday 14 October" is of this year or the next: the weekday tells. Nobody is misled, but a file loses it.
        level = Level.SUGGESTION if mention.weekday else Level.WARNING
        yield _remark(
            subject, "Dates.Year", level, f'"{mention.text}" does not say the year.', mention,
            "A letter is read again years later.", "Add the year.",
        )  # fmt: skip


def _closed(subject: Subject, mention: Mention, day: date) -> Iterator[Remark]:
    """A deadline or meeting on a weekend or bank holiday."""
    if subject.calendar is None or subject.calendar.is_working(day):
        return
    step = _step(mention)
    before = mention.passage.text[max(0, mention.start - 90) : mention.start]
    published = bool(mention.weekday) and _path(mention).endswith(".dates.published")
    if not (step or published or _is_reply(mention) or ASKED().search(before) or MEETING().search(before)):
        return
    steps = {one.id: one for one in subject.framework.steps} if subject.framework else {}
    calendar_days = step in steps and steps[step].unit == "calendar"
    why_closed = f"a {WEEKDAYS[day.weekday()]}" if day.weekday() > 4 else "a bank holiday or other closed day"
    yield _remark(
        subject, "Dates.Closed", Level.WARNING if calendar_days or published else Level.ERROR,
        f'"{mention.text}" is {why_closed}.', mention,
        "Offices are closed: nobody can meet or answer on that day.", "Choose a working day, or the one before it.",
    )  # fmt: skip


def _step(mention: Mention) -> str:
    """The step of the timetable that a date was counted for; empty for any other date."""
    for origin in origins(origin_at(mention.passage, mention.start, mention.end)):
        root, _, rest = origin.path.partition(".")
        if root == "timetable":
            return rest.split(".")[0]
    return ""


def _is_reply(mention: Mention) -> bool:
    return _path(mention).endswith(".reply_by")


def _path(mention: Mention) -> str:
    """The fact that a date is."""
    return origin_at(mention.passage, mention.start, mention.end).path


def _remark(
    subject: Subject, rule: str, level: Level, what: str, mention: Mention, why: str, do: str, start: int = -1
) -> Remark:
    begin = mention.start if start < 0 else start
    where = place(subject, mention.passage, begin, mention.end)
    return Remark(rule, level, what, where, why, do, source="Our own rule; docs/limits.md")


def _known(subject: Subject) -> frozenset[date]:
    """Every date that the document may name; none where there are no facts to compare with."""
    if subject.inspection is None or not subject.inspection.files:
        return frozenset()
    steps = {day for days in subject.timetable.values() for day in days}
    return of_facts(subject.inspection) | steps | ({subject.today} if subject.today else set())


@keep_last
def of_facts(inspection: Inspection) -> frozenset[date]:
    """Every date in the files of the facts."""
    written = {iso for file in inspection.files.values() for iso in ISO.findall(file.text)}
    return frozenset(day for iso in written if (day := _day(iso)))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None  # intake has said what is wrong with it
