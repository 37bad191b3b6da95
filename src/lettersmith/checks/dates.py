"""Dates: those that cannot be, that disagree with the facts, or that ask for something on a closed day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lettersmith.checks.date_mentions import MONTH, WEEKDAY, Mention, dates, is_reply, path_of, step_of
from lettersmith.checks.kept import keep_last
from lettersmith.checks.outlines import with_digits
from lettersmith.checks.passages import words_in
from lettersmith.checks.places import place
from lettersmith.checks.words import lazily
from lettersmith.model.calendar import MONTHS, WEEKDAYS, in_words
from lettersmith.model.inspection import Inspection
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

ISO = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = lazily(
    rf"\b(?:{MONTH}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Tt]erm),? (?:19|20)\d\d\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b|\b20\d\d-\d\d-\d\d\b"
)
"""A date with its year, so that the others of the text are plain. A year alone is not: Acts have one."""
SHORT = 1000
"""Words of a text whose reader still knows, at its end, which day stands at its top: about two pages."""
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
    known, found = _known(subject), dates(subject.manuscript)
    for last, first, match in found:
        if first is not None:
            yield from _order(subject, first, last, match)
            yield from _one(subject, first, known)
        yield from _one(subject, last, known)
    without = [one.last for one in found if not one.last.year]
    if without:
        yield from _years(subject, without, others_have=len(without) < len(found))


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


def _years(subject: Subject, mentions: list[Mention], *, others_have: bool) -> Iterator[Remark]:
    """Dates without a year, where it is not plain.

    In a text with any year it is plain, but for a day to answer far away from it in a long text. In a text with none
    the first date is named, once: whoever reads it today knows which year is meant, and nobody does later.
    """
    texts = [passage.text for passage in with_digits(subject.manuscript)]
    if not (others_have or any(YEAR().search(text) for text in texts)):
        yield _year(subject, mentions[0], _weight(subject, mentions), "and no other date here does")
        return
    asked = list(filter(_is_asked, mentions))
    if asked and words_in(subject.manuscript) > SHORT:
        for mention in asked:
            if not YEAR().search(mention.passage.text) and not _has_month(texts, mention):
                level = Level.SUGGESTION if mention.weekday else Level.WARNING
                yield _year(subject, mention, level, "and the text is long")


def _weight(subject: Subject, mentions: list[Mention]) -> Level:
    """How much it weighs that a text has no year at all."""
    # "Tuesday 14 October" is of this year or the next: the weekday tells. Nobody is misled, but a file loses it.
    plain = any(mention.weekday for mention in mentions)
    ours = bool(subject.manuscript.template)
    return Level.WARNING if not plain and (ours or any(map(_is_asked, mentions))) else Level.SUGGESTION


def _has_month(texts: list[str], mention: Mention) -> bool:
    """Whether the month of a date stands anywhere with its year."""
    month = re.compile(rf"\b{MONTHS[mention.month - 1]},? (?:19|20)\d\d\b")
    return any(month.search(text) for text in texts)


def _is_asked(mention: Mention) -> bool:
    """Whether something is asked for by a date."""
    return ASKED().search(mention.passage.text[: mention.start]) is not None


def _year(subject: Subject, mention: Mention, level: Level, beside: str) -> Remark:
    return _remark(
        subject, "Dates.Year", level, f'"{mention.text}" does not say the year, {beside}.', mention,
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
