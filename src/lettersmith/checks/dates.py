"""Dates: those that cannot be, that disagree with the facts, or that ask for something on a closed day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lettersmith.checks.date_mentions import MONTH, WEEKDAY, Mention, dates, is_reply, path_of, step_of
from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import passages
from lettersmith.checks.places import place
from lettersmith.checks.words import lazily
from lettersmith.model.calendar import WEEKDAYS, in_words
from lettersmith.model.inspection import Inspection
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

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


def check(subject: Subject) -> Iterator[Remark]:
    """Every date in the words of a document."""
    known = _known(subject)
    for last, first, match in dates(subject.manuscript):
        if first is not None:
            yield from _order(subject, first, last, match)
            yield from _one(subject, first, known)
        yield from _one(subject, last, known)
        if not last.year:
            yield from _no_year(subject, last)


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
    step = step_of(mention)
    before = mention.passage.text[max(0, mention.start - 90) : mention.start]
    published = bool(mention.weekday) and path_of(mention).endswith(".dates.published")
    if not (step or published or is_reply(mention) or ASKED().search(before) or MEETING().search(before)):
        return
    steps = {one.id: one for one in subject.framework.steps} if subject.framework else {}
    calendar_days = step in steps and steps[step].unit == "calendar"
    why_closed = f"a {WEEKDAYS[day.weekday()]}" if day.weekday() > 4 else "a bank holiday or other closed day"
    yield _remark(
        subject, "Dates.Closed", Level.WARNING if calendar_days or published else Level.ERROR,
        f'"{mention.text}" is {why_closed}.', mention,
        "Offices are closed: nobody can meet or answer on that day.", "Choose a working day, or the one before it.",
    )  # fmt: skip


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
