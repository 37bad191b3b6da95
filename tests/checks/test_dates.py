"""Dates that cannot be, that disagree with the facts, or that fall on closed days."""

from __future__ import annotations

from datetime import date

import pytest

from checks.letters import calendar, fact, framework, inspection, manuscript, paragraph, span, subject
from lettersmith.checks.dates import check
from lettersmith.model.framework import Step
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin

FACTS = '{"notified": "2017-05-09", "published": "2017-07-10", "reply_by": "2017-05-24", "at": "2016-12-28T10:30"}'
BANK_HOLIDAY = date(2017, 5, 29)


def said(block: str | Block, **more: object) -> list[tuple[str, str, str]]:
    about = subject(
        manuscript(block),
        inspection=inspection({}, dates=FACTS),
        calendar=calendar(BANK_HOLIDAY),
        timetable={"arrival": (date(2017, 5, 22), date(2017, 5, 26))},
        today=date(2017, 5, 10),
        **more,
    )
    return [(remark.rule, remark.level.value, remark.place.text) for remark in check(about)]


HITS = {
    "Monday 9 May 2017 it began.": ("Dates.Disagree", "error", "Monday 9 May 2017"),
    "Wednesday, 9 May 2017 it began.": ("Dates.Disagree", "error", "Wednesday, 9 May 2017"),
    "Friday the 9th of May 2017 it began.": ("Dates.Disagree", "error", "Friday the 9th of May 2017"),
    "It began on 3 March 2016.": ("Dates.Disagree", "warning", "3 March 2016"),
    "It began on 9 May 2018.": ("Dates.Disagree", "warning", "9 May 2018"),
    "It ran from 26 to 22 May 2017.": ("Dates.Disagree", "error", "26 to 22 May 2017"),
    "It ran 26–22 May 2017.": ("Dates.Disagree", "error", "26–22 May 2017"),
    "It ran from 10 July to 9 May 2017.": None,
    "On 31 June 2017 it ended.": ("Dates.Impossible", "error", "31 June 2017"),
    "On 29 February 2017 it ended.": ("Dates.Impossible", "error", "29 February 2017"),
    "On 32 May 2017 it ended.": ("Dates.Impossible", "error", "32 May 2017"),
    "Send it by 10 July 17.": ("Dates.Year", "warning", "10 July 17"),
    "Send it by 10 July.": ("Dates.Year", "warning", "10 July"),
    "Send it by Monday 10 July.": ("Dates.Year", "suggestion", "Monday 10 July"),
    "It is due on 24 May.": ("Dates.Year", "warning", "24 May"),
    "The visit began on 22 May.": ("Dates.Year", "warning", "22 May"),
}
PASSES = [
    "It began on Tuesday 9 May 2017.",
    "It began on Tuesday, 9th May 2017.",
    "It ran from 22 to 26 May 2017.",
    "It ran from Monday 22 to Friday 26 May 2017.",
    "It ran between 9 May and 10 July 2017.",
    "It ran from 22 May to 10 July 2017.",
    "It is dated 10 May 2017.",
    "It began on 9 May 2017; we came on 22 May.",
    "They may go. In May 2017 they did.",
    "It ran from 28 December 2016 to 9 May 2017.",
    "The Children Act 2004",
    "on 9 May 2017 18 children were seen",
    "Ring 020 7946 0123.",
]


@pytest.mark.parametrize(("text", "expected"), HITS.items(), ids=HITS.keys())
def test_a_date_that_is_wrong(text: str, expected: tuple[str, str, str] | None) -> None:
    found = said(text)
    if expected is None:
        assert found and found[0][:2] == ("Dates.Disagree", "error")
    else:
        assert expected in found


@pytest.mark.parametrize("text", PASSES)
def test_a_date_that_is_right(text: str) -> None:
    assert said(text) == []


LONG = tuple(f"In part {number} of the area, help came early, and children felt safe at home." for number in range(80))
LETTER = "9 May 2017"
YEARS: dict[str, tuple[list[str], list[tuple[str, str]]]] = {
    "a short letter whose own date has a year": ([LETTER, "Reply by 24 May. We come on 22 May."], []),
    "a date of the letter in figures": (["09/05/2017", "Reply by 24 May."], []),
    "a season with its year": (["Holiday clubs, summer 2017", "Book by 10 July."], []),
    "another day of the same month": (["We met in May 2017.", "Reply by 24 May."], []),
    "no year at all, said once": (
        ["We come on 22 May. We go on 24 May.", "We came on 9 May."], [("suggestion", "22 May")],
    ),
    "no year, with a day to answer": (["We come on 22 May.", "Reply by 24 May."], [("warning", "22 May")]),
    "no year, but a weekday": (["We come on Monday 22 May.", "Reply by 24 May."], [("suggestion", "Monday 22 May")]),
    "the year of an Act is no year of a date": (
        ["The Children Act 2004 is clear.", "We come on 22 May."], [("suggestion", "22 May")],
    ),
    "a long report, a day to answer far from any year": (
        [LETTER, *LONG, "Reply by 10 July."], [("warning", "10 July")],
    ),
    "a long report, a day to answer that stands there with its year": (
        [LETTER, "It ends on 10 July 2017.", *LONG, "Reply by 10 July."], [],
    ),
    "a long report, a day to answer in a month that has its year there": ([LETTER, *LONG, "Reply by 24 May."], []),
    "a long report, a year in the same paragraph": ([*LONG, "It began on 9 May 2017. Reply by 10 July."], []),
    "a long report, a day that asks for nothing": ([LETTER, *LONG, "We came on 10 July."], []),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), YEARS.values(), ids=YEARS.keys())
def test_a_year_may_lack_where_it_is_plain(texts: list[str], expected: list[tuple[str, str]]) -> None:
    found = check(subject(manuscript(*texts, template="")))
    assert [(remark.level.value, remark.place.text) for remark in found if remark.rule == "Dates.Year"] == expected


def test_without_facts_nothing_is_compared_with_them() -> None:
    about = subject(manuscript("It began on 3 March 2016."))
    assert not list(check(about))


def printed(text: str, path: str) -> Block:
    return paragraph("It is ", span(text, fact(path)), ".")


STEP = Span("Monday 29 May 2017", Origin("framework.toml", 0, "timetable.arrival", (fact("$.dates.notified"),)))
CLOSED: dict[str, tuple[str | Block, bool]] = {
    "asked by a Saturday": ("Reply by Saturday 27 May 2017.", True),
    "asked by a time on a Sunday": ("Reply by midday on Sunday 28 May 2017.", True),
    "asked by a bank holiday": ("Reply no later than Monday 29 May 2017.", True),
    "due on a bank holiday": ("It is due on 29 May 2017.", True),
    "a meeting on a Saturday": ("We will meet the leaders on Saturday 27 May 2017.", True),
    "a step of the timetable": (paragraph("We come on ", STEP, "."), True),
    "an answer to a concern": (printed("Saturday 27 May 2017", "$.concerns[0].reply_by"), True),
    "asked by a working day": ("Reply by Tuesday 30 May 2017.", False),
    "something that happened": ("On Saturday 27 May 2017 a child rang.", False),
    "a date of the facts": (printed("Saturday 27 May 2017", "$.dates.received"), False),
}


@pytest.mark.parametrize(("block", "hits"), CLOSED.values(), ids=CLOSED.keys())
def test_deadlines_and_meetings_on_closed_days(block: str | Block, hits: bool) -> None:
    found = [remark for remark in said(block) if remark[0] == "Dates.Closed"]
    assert bool(found) is hits
    assert all(level == "error" for _, level, _ in found)


def test_publication_on_a_closed_day_is_only_looked_at() -> None:
    found = [remark[:2] for remark in said(printed("Sunday 28 May 2017", "$.dates.published"))]
    assert ("Dates.Closed", "warning") in found


def test_a_step_that_counts_calendar_days_is_only_looked_at() -> None:
    step = Step("arrival", "Arrival", "notified", 10, 10, unit="calendar")
    found = said(paragraph("We come on ", STEP, "."), framework=framework(steps=(step,)))
    assert ("Dates.Closed", "warning", "Monday 29 May 2017") in found
