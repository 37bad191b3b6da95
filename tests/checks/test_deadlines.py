"""A document made after its own last day to answer, or when what it is for is over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from checks.letters import fact, framework, inspection, manuscript, paragraph, span, subject, template
from lettersmith.checks.deadlines import check
from lettersmith.model.calendar import in_words
from lettersmith.model.framework import Step
from lettersmith.model.manuscript import Block
from lettersmith.model.place import Origin

TIMETABLE = {
    "notification": (date(2012, 5, 14), date(2012, 5, 14)),
    "planning": (date(2012, 5, 15), date(2012, 5, 15)),
    "fieldwork": (date(2012, 5, 16), date(2012, 5, 22)),
    "published": (date(2012, 6, 26), date(2012, 6, 26)),
}
STEPS = tuple(Step(id, id.title(), "notified", 0, 0) for id in TIMETABLE)
FACTS = {"inspection": {"dates": {"notified": "2012-05-14"}}}


MADE = Origin("today", 0, "$")


def dated(day: date, origin: Origin = MADE) -> Block:
    """The day that a letter bears."""
    return paragraph(span(in_words(day), origin))


def by(step: str, words: str = "Will you meet us by ") -> Block:
    """A sentence with the last day of a step."""
    origin = Origin("framework.toml", 0, f"timetable.{step}", (fact("$.dates.notified"),))
    return paragraph(words, span(in_words(TIMETABLE[step][1]), origin), "?")


def reply(day: date) -> Block:
    return paragraph("Reply in writing by ", span(in_words(day), fact("$.concerns[0].reply_by")), " with:")


def told(day: date) -> Block:
    """A sentence with the day on which a concern was told."""
    return paragraph("This confirms what we told you on ", span(in_words(day), fact("$.concerns[0].told.on")), ".")


def said(*blocks: Block | str, due: str = "fieldwork", today: date = date(2012, 5, 16), **more: Any) -> list[Any]:
    about = subject(
        manuscript(*blocks, **more),
        template=template(due=due),
        framework=framework(steps=STEPS),
        inspection=inspection(FACTS),
        timetable=TIMETABLE,
        today=today,
    )
    return [(remark.rule, remark.level.value, remark.place.text) for remark in check(about)]


LATE = date(2012, 5, 25)
LAST = "Tuesday 22 May 2012"
CASES: dict[str, tuple[list[Any], list[Any]]] = {
    "a letter in time": ([dated(date(2012, 5, 16)), by("fieldwork")], []),
    "a letter on the day before the last": ([dated(date(2012, 5, 21)), by("fieldwork")], []),
    "a letter on its own last day": ([dated(date(2012, 5, 22)), by("fieldwork")], [("Dates.Passed", "error", LAST)]),
    "a letter after it": ([dated(LATE), by("fieldwork")], [("Dates.Passed", "error", LAST)]),
    "a letter long after all its days is told once": (
        [dated(date(2026, 11, 23)), by("fieldwork"), by("published")], [("Dates.Passed", "error", LAST)],
    ),
    "a letter that promises a day that is over": (
        [dated(date(2012, 6, 27)), by("published", "It goes on our website by ")],
        [("Dates.Passed", "error", "Tuesday 26 June 2012")],
    ),
    "a letter for the fieldwork without a day to answer": (
        [dated(LATE), "Will you meet us?"], [("Dates.TooLate", "error", "")],
    ),
    "a letter in the last days of the fieldwork": ([dated(date(2012, 5, 22)), "Will you meet us?"], []),
    "an answer asked for before the letter": (
        [dated(date(2012, 5, 21)), reply(date(2012, 5, 18))], [("Dates.Passed", "error", "Friday 18 May 2012")],
    ),
    "an answer asked for on the day of the letter": (
        [dated(date(2012, 5, 18)), reply(date(2012, 5, 18))], [("Dates.Passed", "warning", "Friday 18 May 2012")],
    ),
    "an answer asked for later": ([dated(date(2012, 5, 18)), reply(date(2012, 5, 21))], []),
    "a letter dated before the inspection begins": (
        [dated(date(2012, 5, 11)), by("fieldwork")], [("Dates.TooEarly", "warning", "Friday 11 May 2012")],
    ),
    "a letter that confirms what is told two days later": (
        [dated(date(2012, 5, 16)), told(date(2012, 5, 18))], [("Dates.Ahead", "error", "Friday 18 May 2012")],
    ),
    "a letter that confirms what was told that morning": ([dated(date(2012, 5, 18)), told(date(2012, 5, 18))], []),
    "a day in the past that only the words name": ([dated(date(2012, 5, 21)), "We came by Tuesday 15 May 2012."], []),
    "a day that stands in the middle is not the letter's own": (
        ["We write on ", paragraph("We wrote on ", span("Friday 25 May 2012")), by("fieldwork")], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("blocks", "expected"), CASES.values(), ids=CASES.keys())
def test_a_document_is_held_to_the_day_that_it_bears(blocks: list[Any], expected: list[Any]) -> None:
    assert said(*blocks) == expected


def test_what_is_over_by_its_nature_may_be_named() -> None:
    letter = [dated(date(2012, 6, 26), fact("timetable.published")), by("fieldwork", "Inspectors were here until ")]
    assert said(*letter, due="published") == []


def test_what_is_asked_for_on_the_day_of_the_notification_is_asked_in_time() -> None:
    email = [dated(date(2012, 5, 14), fact("$.dates.notified")), by("notification", "The list, by the end of ")]
    assert said(*email, due="notification") == []


def test_a_day_of_the_facts_may_be_before_the_inspection() -> None:
    note = [dated(date(2012, 5, 11), fact("$.dates.prepared")), by("fieldwork")]
    assert said(*note) == []


def test_a_note_that_bears_no_day_is_not_held_to_one() -> None:
    assert said(by("planning"), due="notification", today=LATE) == []


def test_a_sheet_for_the_fieldwork_is_held_to_the_day_on_which_it_is_made() -> None:
    assert said("You can say no.", today=LATE) == [("Dates.TooLate", "error", "")]
    assert said("You can say no.", today=date(2012, 5, 22)) == []


@pytest.mark.parametrize(
    "blocks", [[dated(LATE), by("fieldwork")], [dated(LATE), reply(date(2012, 5, 24))], ["No date."]]
)
def test_a_draft_is_only_looked_at(blocks: list[Any]) -> None:
    assert [level for _, level, _ in said(*blocks, stage="draft", today=LATE)] == ["warning"]
