"""Worked calendars, and the rules that they stand for."""

from datetime import date
from pathlib import Path

import holidays
import pytest

from lettersmith.catalogue.catalogue import Catalogue
from lettersmith.model.calendar import Calendar, in_words
from lettersmith.model.inspection import Inspection
from lettersmith.route.timetable import calendar_of, day_number, plan
from lettersmith.workspace import builtin
from lettersmith.writing.ics import write

CATALOGUE = Catalogue((builtin("templates"),))


def inspection(framework: str, **dates: object) -> Inspection:
    return Inspection(Path(), framework, {"inspection": {"dates": dates}}, {})


def dated(framework: str, **dates: object) -> dict[str, str]:
    case = inspection(framework, **dates)
    steps = plan(CATALOGUE.framework(framework), case, calendar_of(CATALOGUE.calendar(), case))
    return {
        step.step.id: " to ".join(dict.fromkeys((in_words(step.first), in_words(step.last))))
        for step in steps
        if step.first and step.last
    }


JTAI = [
    ("briefing", "Monday 8 May 2017"),
    ("notification", "Tuesday 9 May 2017"),
    ("twenty-chosen", "Wednesday 10 May 2017"),
    ("data-on-twenty", "Thursday 11 May 2017 to Friday 12 May 2017"),
    ("joint-evaluation", "Friday 12 May 2017 to Thursday 18 May 2017"),
    ("preparation", "Monday 15 May 2017"),
    ("documents", "Tuesday 16 May 2017"),
    ("documents-reviewed", "Wednesday 17 May 2017"),
    ("joint-evaluations-due", "Thursday 18 May 2017"),
    ("consent", "Friday 19 May 2017"),
    ("arrival", "Monday 22 May 2017"),
    ("on-site", "Monday 22 May 2017 to Thursday 25 May 2017"),
    ("analyst-on-site", "Monday 22 May 2017 to Tuesday 23 May 2017"),
    ("keep-in-touch", "Wednesday 24 May 2017 to Thursday 25 May 2017"),
    ("evidence-ends", "Thursday 25 May 2017"),
    ("quality-assurance", "Thursday 25 May 2017 to Friday 26 May 2017"),
    ("feedback", "Friday 26 May 2017"),
    ("drafting", "Tuesday 30 May 2017 to Thursday 1 June 2017"),
    ("inspectorates-draft", "Thursday 1 June 2017 to Thursday 8 June 2017"),
    ("director-draft", "Thursday 8 June 2017 to Friday 9 June 2017"),
    ("editors-draft", "Monday 12 June 2017"),
    ("factual-check", "Tuesday 13 June 2017 to Monday 26 June 2017"),
    ("comments", "Tuesday 27 June 2017"),
    ("inspectorates-final", "Friday 30 June 2017"),
    ("director-final", "Monday 3 July 2017 to Tuesday 4 July 2017"),
    ("editors-final", "Wednesday 5 July 2017"),
    ("copy-before-publication", "Thursday 6 July 2017"),
    ("published", "Monday 10 July 2017"),
    ("complaints-close", "Monday 24 July 2017"),
    ("complaint-acknowledged", "Monday 31 July 2017"),
    ("complaint-comments", "Monday 7 August 2017"),
    ("complaint-draft", "Monday 21 August 2017"),
    ("complaint-draft-comments", "Wednesday 23 August 2017"),
    ("complaint-final", "Tuesday 29 August 2017"),
    ("complaint-answered", "Tuesday 5 September 2017"),
]


@pytest.mark.parametrize(("step", "expected"), JTAI, ids=[step for step, _ in JTAI])
def test_a_joint_inspection_notified_on_9_may_2017(step: str, expected: str) -> None:
    assert dated("jtai-2017", notified="2017-05-09", **{"complaint-made": "2017-07-24"})[step] == expected


CHILD_PROTECTION = [
    ("preparation", "Friday 11 May 2012"),
    ("notification", "Monday 14 May 2012"),
    ("planning", "Tuesday 15 May 2012"),
    ("fieldwork", "Wednesday 16 May 2012 to Tuesday 22 May 2012"),
    ("emerging-findings", "Tuesday 22 May 2012"),
    ("feedback", "Wednesday 23 May 2012"),
    ("drafting", "Thursday 24 May 2012 to Friday 25 May 2012"),
    ("quality-assurance", "Monday 28 May 2012 to Friday 8 June 2012"),
    ("draft-due", "Friday 8 June 2012"),
    ("reply-due", "Friday 15 June 2012"),
    ("amendments", "Monday 18 June 2012 to Friday 22 June 2012"),
    ("pre-publication", "Friday 22 June 2012"),
    ("published", "Tuesday 26 June 2012"),
]


@pytest.mark.parametrize(("step", "expected"), CHILD_PROTECTION, ids=[step for step, _ in CHILD_PROTECTION])
def test_a_child_protection_inspection_notified_on_14_may_2012(step: str, expected: str) -> None:
    assert dated("child-protection-2012", notified="2012-05-14")[step] == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"received": "2017-07-06"}, "Friday 13 October 2017"),
        ({"received": "2017-07-10"}, "Tuesday 17 October 2017"),
        ({}, "Tuesday 17 October 2017"),
        ({"published": "2017-07-11"}, "Wednesday 18 October 2017"),
    ],
    ids=["received on day 41", "received on day 43", "not known: after publication", "published a day late"],
)
def test_a_statement_is_due_70_working_days_after_receipt(dates: dict[str, str], expected: str) -> None:
    assert dated("jtai-2017", notified="2017-05-09", **dates)["statement-due"] == expected


def test_every_step_of_both_calendars_is_in_a_table() -> None:
    known = {"jtai-2017": {step for step, _ in JTAI} | {"statement-due"}}
    known["child-protection-2012"] = {step for step, _ in CHILD_PROTECTION}
    for id, steps in known.items():
        assert {step.id for step in CATALOGUE.framework(id).steps} == steps


def test_a_closed_period_moves_what_comes_after_it() -> None:
    period = [{"from": "2017-06-01", "to": "2017-06-08", "reason": "pre-election period"}]
    assert dated("jtai-2017", notified="2017-05-09", closed_periods=period)["published"] == "Tuesday 18 July 2017"


def test_the_bank_holidays_are_those_of_england_and_wales() -> None:
    ours = CATALOGUE.calendar()
    official = holidays.country_holidays("GB", subdiv="ENG", years=range(ours.first.year, ours.last.year + 1))
    assert {day for day in official if day.weekday() < 5} == set(ours.closed)


@pytest.mark.parametrize(
    ("today", "number"),
    [(date(2017, 5, 8), -1), (date(2017, 5, 9), 0), (date(2017, 5, 29), 13), (date(2017, 5, 30), 14)],
    ids=["the day before", "day 0", "a bank holiday", "the day after it"],
)
def test_today_has_a_day_number(today: date, number: int) -> None:
    case = inspection("jtai-2017", notified="2017-05-09")
    assert day_number(CATALOGUE.framework("jtai-2017"), case, CATALOGUE.calendar(), today) == number


def test_a_date_before_the_known_bank_holidays_is_not_guessed() -> None:
    case = inspection("jtai-2017", notified="1999-05-11")
    steps = plan(CATALOGUE.framework("jtai-2017"), case, CATALOGUE.calendar())
    assert steps[2].last is None
    assert steps[2].missing == "the bank holidays around 1999-05-11 are not known"


def test_working_days_go_backwards_over_a_weekend() -> None:
    calendar = Calendar(frozenset({date(2017, 5, 1)}), date(2017, 1, 1), date(2017, 12, 31))
    assert calendar.working(date(2017, 5, 2), -1) == date(2017, 4, 28)


def test_the_calendar_file_holds_every_dated_step_as_whole_days() -> None:
    case = inspection("jtai-2017", notified="2017-05-09")
    steps = plan(CATALOGUE.framework("jtai-2017"), case, CATALOGUE.calendar())
    text = write("Wexcombe", steps).decode("utf-8")
    assert text.count("BEGIN:VEVENT") == sum(step.last is not None for step in steps)
    assert "DTSTART;VALUE=DATE:20170522\r\nDTEND;VALUE=DATE:20170526\r\n" in text  # on site: the end is not included
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert write("Wexcombe", steps) == write("Wexcombe", steps)
