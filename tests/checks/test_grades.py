"""Grades where there are none, and grades that disagree."""

from __future__ import annotations

import pytest

from checks.letters import framework, heading, inspection, manuscript, paragraph, subject, table
from lettersmith.checks.grades import check
from lettersmith.model.manuscript import Block

HITS = [
    "Leadership is good.",
    "Leadership and governance are good.",
    "Leadership in the area is outstanding, and staff know it.",
    "The quality of practice is adequate.",
    "Help and protection are inadequate.",
    "Overall effectiveness is good.",
    "Overall effectiveness: inadequate",
    "Leadership – good",
    "Services for children were judged to be outstanding.",
    "Inspectors judged the work of the police to be good.",
    "The front door was graded inadequate.",
    "We rated it as outstanding.",
    "The local authority was judged good.",
    "The response to children is now inadequate.",
    "Partnership working remains good.",
    "Practice has been outstanding overall.",
    "It is a good judgement overall.",
    "The grade is adequate.",
    "A grade of ‘good’ was given.",
    "All services are good or outstanding.",
    "Practice is less than good.",
    "The police are not yet good.",
    "Supervision was inadequate.",
    "Recording is inadequate because it is late.",
    "Outstanding leadership makes the difference.",
    "Inadequate management lets children down.",
    "The service requires improvement to be good.",
    "Management oversight was judged as requires improvement.",
    "Partnership work requires improvement.",
    "Leadership and governance require improvement.",
    "Help for children is outstanding.",
    "good",
    "Inadequate.",
]
PASSES = [
    "Children make good progress.",
    "There is good practice in schools.",
    "Leadership shares good practice well.",
    "Weak plans leave children at risk of inadequate protection.",
    "Families need adequate housing.",
    "The flat is not adequate housing for a family.",
    "Partners have a good understanding of risk.",
    "Good communication helps.",
    "Communication is good enough to share risks.",
    "Leaders are good at listening.",
    "Managers have a good knowledge of their staff.",
    "Several actions are outstanding.",
    "The response to two referrals is outstanding.",
    "Three visits remain outstanding.",
    "The review found that checks were outstanding.",
    "Practice needs to improve, and leaders know it.",
    "The quality of plans requires improvement.",
    "It is good that children are heard.",
    "Good relationships make a difference.",
    "This is good news for families.",
    "Social workers use good judgement.",
    "The local authority shows good oversight.",
    "Leaders know what good looks like.",
    "There are good examples of joint work.",
    "Staff have adequate time for visits.",
    "Inadequate recording makes risk hard to see.",
    "For the good of the child, they act at once.",
    "The judge found good reasons.",
    "Judgements are based on good evidence.",
    "A good range of help is there.",
    "Relations between agencies are good for children.",
]


def ungraded(block: str | Block) -> list[tuple[str, str]]:
    about = subject(manuscript(block), framework=framework())
    return [(remark.rule, remark.level.value) for remark in check(about)]


@pytest.mark.parametrize("text", HITS)
def test_a_grade_word_in_a_grades_place(text: str) -> None:
    assert ungraded(text) == [("Grades.InUngraded", "error")]


@pytest.mark.parametrize("text", PASSES)
def test_a_grade_word_elsewhere_passes(text: str) -> None:
    assert ungraded(text) == []


def test_headings_and_tables_are_read() -> None:
    assert ungraded(heading("Leadership: good")) and ungraded(table(["Judgement", "Grade"], ["Leadership", "Good"]))


SCALE = ("outstanding", "good", "adequate", "inadequate")
GIVEN = framework(
    grades=SCALE, judgements={"overall": "Overall effectiveness", "leadership": "Leadership and governance"}
)
FACTS = {
    "judgements": {
        "grades": [{"judgement": "overall", "grade": "adequate"}, {"judgement": "leadership", "grade": "good"}]
    }
}


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (paragraph("Overall effectiveness is good."), ["good"]),
        (paragraph("Overall effectiveness of the council is judged to be inadequate."), ["inadequate"]),
        (paragraph("Leadership and governance: adequate."), ["adequate"]),
        (heading("Leadership and governance – Outstanding"), ["Outstanding"]),
        (table(["Judgement", "Grade"], ["Overall effectiveness", "Good"]), ["Good"]),
        (table(["Judgement", "Grade"], ["Overall effectiveness", "Adequate"]), []),
        (paragraph("Overall effectiveness is adequate. Leadership and governance are good."), []),
        (paragraph("Overall effectiveness depends on good staff."), []),
        (paragraph("Leadership and governance have seen adequate change."), []),
    ],
)
def test_a_grade_in_the_text_is_the_grade_given(block: Block, found: list[str]) -> None:
    about = subject(manuscript(block), framework=GIVEN, inspection=inspection(FACTS))
    assert [remark.place.text for remark in check(about)] == found
    assert all(remark.rule == "Grades.Disagree" for remark in check(about))


def test_a_grade_under_its_heading() -> None:
    made = manuscript(heading("Overall effectiveness"), paragraph("Grade: good"))
    (remark,) = check(subject(made, framework=GIVEN, inspection=inspection(FACTS)))
    assert remark.what == 'It says that Overall effectiveness is "good". The judgement is "adequate".'
