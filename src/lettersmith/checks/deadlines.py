"""Deadlines: a letter that is made after its own last day to answer, or before what it tells of has happened.

What a date means is known from where it came from, not from the words beside it: the steps of the timetable that come
after the one by which a document goes out (`due`) are ahead of its reader, and so is the day by which a concern is to
be answered. A document that bears no day of its own, such as a note that goes with an email, is not held to any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lettersmith.checks.date_mentions import Found, dates, is_reply, path_of, step_of
from lettersmith.checks.places import origin_at, place, whole
from lettersmith.model.calendar import in_words
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

SOURCE = "Our own rule; docs/limits.md"
TODAY = "Make it for the day on which it goes out (`--today DATE`), or look at the dates of the facts."
HAPPENED = re.compile(r"\.concerns\[\d+\]\.(?:on|told\.on)")
"""The facts that are days on which something was done: a letter tells of them afterwards."""
MADE = "today"
"""The origin of the day on which a document is made."""


def check(subject: Subject) -> Iterator[Remark]:
    """The days that a document names as ahead, held against the day that it bears."""
    if subject.template is None or subject.inspection is None:
        return
    found = dates(subject.manuscript)
    bears = day_of(found)
    passed = next(_passed(subject, found, bears.last.value), None) if bears and bears.last.value else None
    if passed is not None:
        yield passed
    else:
        yield from _over(subject, bears)
    if bears is not None:
        yield from _before(subject, bears)
        yield from _ahead(subject, found, bears)


def day_of(found: tuple[Found, ...]) -> Found | None:
    """The day that a document bears: the first date that stands alone in its paragraph, above everything else."""
    for one in found:
        mention = one.last
        if mention.passage.region == "body":
            alone = mention.passage.text.strip() == one.match.group() and mention.year
            return one if alone and not mention.passage.block.rows else None
    return None


def _passed(subject: Subject, found: tuple[Found, ...], bears: date) -> Iterator[Remark]:
    """The days to come, by their origin, that are over when the document is read."""
    due = _due(subject)
    for one in found:
        mention, day = one.last, one.last.value
        if day is None or not mention.year or day > bears:
            continue
        reply, step = is_reply(mention), step_of(mention)
        if not reply and (not step or due is None or day <= due[0]):
            continue
        same = day == bears
        # An answer on the very day may be asked where a child's immediate safety is at stake (120011 ¶78 to 79).
        gentle = subject.manuscript.stage == "draft" or (same and reply)
        yield Remark(
            "Dates.Passed",
            Level.WARNING if gentle else Level.ERROR,
            f'"{mention.text}" is the very day that the document bears.'
            if same
            else f'"{mention.text}" is over: the document bears the day {in_words(bears)}.',
            place(subject, mention.passage, mention.start, mention.end),
            why="The reader cannot answer, come or wait for a day that is over when the document arrives.",
            do=TODAY,
            source=SOURCE,
        )


def _over(subject: Subject, bears: Found | None) -> Iterator[Remark]:
    """A document for some days of the timetable, such as the fieldwork, that is made when they are over."""
    due = _due(subject)
    day = bears.last.value if bears else subject.today
    if due is None or day is None or due[0] == due[1] or day <= due[1]:
        return
    assert subject.template is not None
    title = subject.framework.step(subject.template.due).title if subject.framework else subject.template.due
    yield Remark(
        "Dates.TooLate",
        Level.WARNING if subject.manuscript.stage == "draft" else Level.ERROR,
        f'{subject.template.title} is for "{title}", which ended on {in_words(due[1])}. It is made on {in_words(day)}.',
        whole(subject),
        why="Nobody can agree to take part in what is over.",
        do=TODAY,
        source=SOURCE,
    )


def _before(subject: Subject, bears: Found) -> Iterator[Remark]:
    """A document that bears the day on which it is made, and that day is before the inspection is announced."""
    assert subject.inspection is not None
    begins = subject.inspection.day(subject.framework.day_zero) if subject.framework else None
    mention = bears.last
    origin = origin_at(mention.passage, mention.start, mention.end)
    if begins is None or mention.value is None or origin.file != MADE or mention.value >= begins:
        return
    yield Remark(
        "Dates.TooEarly",
        Level.WARNING,
        f'The document bears the day "{mention.text}", and the inspection begins on {in_words(begins)}.',
        place(subject, mention.passage, mention.start, mention.end)._replace(file=subject.manuscript.template, path=""),
        why="It is dated before anybody was told of the inspection.",
        do=TODAY,
        source=SOURCE,
    )


def _ahead(subject: Subject, found: tuple[Found, ...], bears: Found) -> Iterator[Remark]:
    """The days on which something was done that lie after the day of the document."""
    written = bears.last.value
    for one in found:
        mention, day = one.last, one.last.value
        if written and day and mention.year and day > written and HAPPENED.search(path_of(mention)):
            yield Remark(
                "Dates.Ahead",
                Level.WARNING if subject.manuscript.stage == "draft" else Level.ERROR,
                f'"{mention.text}" is still to come: the document bears the day {in_words(written)}.',
                place(subject, mention.passage, mention.start, mention.end),
                why="A letter cannot tell of what has not been done yet.",
                do=TODAY,
                source=SOURCE,
            )


def _due(subject: Subject) -> tuple[date, date] | None:
    """The first and last day on which the document goes out, by the timetable; None where it does not say."""
    return subject.timetable.get(subject.template.due) if subject.template else None
