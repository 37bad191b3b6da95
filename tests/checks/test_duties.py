"""Statements that a document must make."""

from __future__ import annotations

from datetime import date

import pytest

from checks.letters import fact, heading, inspection, manuscript, paragraph, span, subject, template
from lettersmith.checks.duties import check
from lettersmith.model.facts import Sourced
from lettersmith.model.manuscript import Block, Span
from lettersmith.model.place import Origin
from lettersmith.model.template import Duty

REFUSE = Duty(
    "right-to-refuse",
    "They may say no, and may change their mind.",
    "120011 Annex F; X04",
    "right-to-refuse",
    words=("say no", "don't have to"),
)
PART = ("box", "right-to-refuse")


def said(*blocks: Block, duty: Duty = REFUSE, applies: bool = True, **more: object) -> list[str]:
    made = manuscript(*blocks, duties=(duty.id,) if applies else ())
    facts = {
        "inspection": {
            "area": {"name": "Wexcombe"},
            "addressees": {"letter": [Sourced({"name": "Ada Quill"}, Origin("inspection.json", 0, "$.people[4]"))]},
            "portal": {"link": "https://portal.example.org"},
        },
        "judgements": {"findings": [{"text": "One."}, {"text": "Two."}]},
    }
    about = subject(
        made,
        template=template(duties=(duty,), addressee="inspection.addressees.letter"),
        inspection=inspection(facts),
        timetable={"arrival": (date(2017, 5, 22), date(2017, 5, 26))},
        **more,
    )
    return [remark.what for remark in check(about)]


MET = [
    [paragraph("You can say no. You don't have to tell us why.", parts=PART)],
    [paragraph("You can say no.", parts=PART), paragraph("You don’t have  to.", parts=PART)],
    [paragraph("SAY NO, if you like. You DON’T\nhave to.", parts=PART)],
]
NOT_MET = {
    "no block": [paragraph("Something else.")],
    "empty": [paragraph(" ", parts=PART)],
    "unrelated": [paragraph("The weather was fine.", parts=PART)],
    "outside the part": [paragraph("You can say no. You don't have to.", parts=("box",))],
    "half of it": [paragraph("You can say no.", parts=PART)],
    "words that end like it": [paragraph("They gainsay no. They don't have to.", parts=PART)],
    "other words that hold it": [paragraph("They say nothing, and don't have to.", parts=PART)],
}


@pytest.mark.parametrize("blocks", MET)
def test_met(blocks: list[Block]) -> None:
    assert said(*blocks) == []


@pytest.mark.parametrize("blocks", NOT_MET.values(), ids=NOT_MET.keys())
def test_not_met(blocks: list[Block]) -> None:
    (what,) = said(*blocks)
    assert what.startswith('It must say: "They may say no, and may change their mind."')


def test_a_duty_that_does_not_apply_asks_for_nothing() -> None:
    assert said(paragraph("Fine."), applies=False) == []


@pytest.mark.parametrize(("text", "met"), [("Anything at all.", True), ("", False)])
def test_a_duty_without_words_needs_its_part_at_least(text: str, met: bool) -> None:
    duty = Duty("box", "It has a box.", "G", "box")
    assert (said(paragraph(text, parts=("box",)), duty=duty) == []) is met


def test_it_names_what_is_missing() -> None:
    (what,) = said(paragraph("You can say no.", parts=PART))
    assert what.endswith('Not there: "don\'t have to".')


LINKED = span("here")._replace(link="https://example.org")
AREA = fact("$.area.name")
SECOND = span("Two.", fact("$.findings[1].text", "judgements.json"))
FIELDS = {
    "a fact": ("inspection.area.name", span("Wexcombe", AREA), True),
    "the same words by the template": ("inspection.area.name", span("Wexcombe"), False),
    "another fact": ("inspection.area.name", span("Wexcombe", fact("$.area.authority")), False),
    "one of several origins": ("inspection.area.name", span("x", Origin("inspection.json", 0, "$.a", (AREA,))), True),
    "any item of a list": ("judgements.findings[].text", SECOND, True),
    "something inside": ("judgements.findings", SECOND, True),
    "another file": ("judgements.findings", span("Two.", fact("$.findings[1].text")), False),
    "the addressee": ("addressee.name", span("Ada Quill", fact("$.people[4].name")), True),
    "not the addressee": ("addressee.name", span("Ada Quill", fact("$.team.lead.name")), False),
    "an address behind words": ("inspection.portal.link", LINKED._replace(link="https://portal.example.org"), True),
    "another address behind words": ("inspection.portal.link", LINKED, False),
    "a date by its origin": ("timetable.arrival.first", span("soon", Origin("f", 0, "timetable.arrival")), True),
    "a date as it is read": ("timetable.arrival.first", span("22 May 2017"), True),
    "another date": ("timetable.arrival.first", span("23 May 2017"), False),
    "the day it is made": ("document.date", span("today", Origin("today")), True),
    "no day": ("document.date", span("today"), False),
    "a name of the framework": ("framework.words.lscb", span("Board", fact("$.words.lscb", "framework.toml")), True),
    "a link of the shared contacts": ("contacts.x.link", LINKED, True),
    "no link of the shared contacts": ("contacts.x.link", span("here"), False),
}


@pytest.mark.parametrize(("field", "words", "met"), FIELDS.values(), ids=FIELDS.keys())
def test_facts_that_must_stand_in_the_part(field: str, words: object, met: bool) -> None:
    duty = Duty("about", "Where it is.", "G", "about", fields=(field,))
    block = paragraph("In ", words, " it is.", parts=("about",))  # type: ignore[arg-type]
    assert (said(heading("Hello"), block, duty=duty) == []) is met


@pytest.mark.parametrize(
    ("origin", "link", "met"),
    [
        (Origin("contacts.toml", 0, "contacts.reports.shown"), "", True),
        (Origin("letter.md", 3), "reports.example.org", True),
        (Origin("contacts.toml", 0, "contacts.other.shown"), "", False),
        (Origin("letter.md", 3), "elsewhere.example.org", False),
    ],
    ids=["printed", "behind words", "another contact", "another address"],
)
def test_a_shared_contact_is_looked_for_where_it_stands(origin: Origin, link: str, met: bool) -> None:
    duty = Duty("reports", "It says where reports are.", "K15 h", "reports", fields=("contacts.reports.shown",))
    words = Span("reports.example.org", origin, link=link)
    block = Block("paragraph", (words,), parts=("reports",))
    places = {"contacts.reports.shown": ("contacts.toml", "contacts.reports.shown", "reports.example.org")}
    assert (said(block, duty=duty, places=places) == []) is met
