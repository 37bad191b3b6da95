"""The name of another council or area, left in by copying."""

from __future__ import annotations

import pytest

from checks.letters import area, fact, heading, inspection, manuscript, paragraph, span, subject
from lettersmith.checks.other_area import check
from lettersmith.data import read_areas
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.model.subject import Subject

FACTS = {
    "inspection": {
        "area": {
            "name": "Wexcombe",
            "authority": "Wexcombe County Council",
            "also_known_as": ["the Wex"],
            "address": ["County Hall", "Salford Street", "Wexcombe"],
        },
        "other_areas": [{"name": "Dorset", "reason": "The police force covers both."}],
        "people": [
            {"id": "dcs", "name": "Ada Quill", "organisation": "Wexcombe County Council"},
            {"id": "chief", "name": "Rutland Poole-Essex", "organisation": "South Yorkshire Police"},
        ],
        "team": {
            "lead": {"name": "Sam Okoro", "inspectorate": "ofsted", "address": ["Floor 2", "Manchester M1 2WD"]},
            "members": [{"name": "Lincoln Bright", "inspectorate": "cqc"}],
        },
    }
}
AREAS = (*read_areas(), area("Ambershire", "Ambershire County"))


def look_at(made: Manuscript) -> list[tuple[str, str]]:
    about = Subject(made, inspection=inspection(FACTS), areas=AREAS)
    return [(remark.level.value, remark.place.text) for remark in check(about)]


FOR_THIS_AREA = {
    "Leaders in Ambershire know the front door well.": "Ambershire",
    "Across Hampshire, children are seen quickly.": "Hampshire",
    "The partnership of Leeds has a plan.": "Leeds",
    "Services for Sheffield children are strong.": "Sheffield",
    "In Reading, social workers know the children.": "Reading",
    "Managers in Hart have a plan.": "Hart",
    "Families in Rugby wait too long.": "Rugby",
    "Staff in Bath and North East Somerset told us.": "Bath and North East Somerset",
    "Practice in Stoke-on-Trent is better.": "Stoke-on-Trent",
    "Practice in Stoke on Trent is better.": "Stoke on Trent",
    "Children in St. Helens are heard.": "St. Helens",
    "Children in St Helens are heard.": "St Helens",
    "We visited the London Borough of Hackney: in the London Borough of Hackney we saw much.": "Hackney",
    "Schools across the City of Bristol help.": "City of Bristol",
    "Work in Kingston upon Hull is sound.": "Kingston upon Hull",
    "Work in Hull is sound.": "Hull",
    "Partners in County Durham meet.": "County Durham",
    "Partners in Durham meet.": "Durham",
    "Children living in Liverpool are safe.": "Liverpool",
    "Schools in Kent know what to do.": "Kent",
    "The board for King’s Lynn and West Norfolk met.": "King’s Lynn and West Norfolk",
    "Agencies in Brighton & Hove share information.": "Brighton & Hove",
    "Police in Hampshire act at once.": "Hampshire",
    "The front door in Newcastle upon Tyne is clear.": "Newcastle upon Tyne",
    "Early help in Newcastle is clear.": "Newcastle",
    "In Slough, leaders know.": "Slough",
    "Children in Cumbria, now abolished, are safe.": "Cumbria",
    "within Barking and Dagenham": "Barking and Dagenham",
    "throughout the Isle of Wight": "Isle of Wight",
    "Work for Bournemouth, Christchurch and Poole goes on.": "Bournemouth, Christchurch and Poole",
}

ELSEWHERE = {
    "A boy was placed in Leeds.": "Leeds",
    "She lives with her aunt in Manchester.": "Manchester",
    "He moved to Birmingham.": "Birmingham",
    "A child went to a secure unit in Sunderland.": "Sunderland",
    "Hampshire County Council sent a reply.": "Hampshire",
    "Hampshire’s leaders sent a reply.": "Hampshire",
    "The duty team rang Reading Borough Council.": "Reading",
    "Leeds LSCB sent a reply.": "Leeds",
    "Sandwell Children’s Trust sent a reply.": "Sandwell",
    "Bolton Safeguarding Children Board sent a reply.": "Bolton",
    "Staff came from Wigan.": "Wigan",
    "He was born in Oxford.": "Oxford",
    "Hart District Council sent a reply.": "Hart",
    "STOCKPORT": "STOCKPORT",
    "They met Essex social workers.": "Essex",
    "They went from Wexcombe to Preston.": "Preston",
    "Bury Council sent a reply.": "Bury",
    "Inspectors visited Kent.": "Kent",
    "Meanwhile Kent sent a reply.": "Kent",
    "Overall Bradford sent a reply.": "Bradford",
}

PASSES = [
    "Leaders in Wexcombe know the front door well.",
    "Wexcombe County Council",
    "Agencies in Dorset helped.",
    "Reading case files takes time.",
    "Reading the plans, we saw gaps.",
    "He is good at Reading and writing.",
    "Better Reading skills help.",
    "Miranda Hart wrote to us.",
    "Mr Hart wrote to us.",
    "Mrs. Kent and Dr Bolton came.",
    "Professor Alexis Bradford led the review.",
    "J. Preston is the head.",
    "Sergeant Lancaster took the call.",
    "Inspector Stafford agreed.",
    "Lincoln Bright wrote this.",
    "Rutland Poole-Essex is the chief constable.",
    "Children enjoy Rugby club on Mondays.",
    "They play Rugby.",
    "Rugby is his favourite sport.",
    "South Yorkshire Police act at once.",
    "Hampshire Constabulary act at once.",
    "Greater Manchester Police act at once.",
    "Greater Manchester has one force.",
    "Hampshire Hospitals NHS Foundation Trust",
    "Devon and Cornwall Police",
    "Avon and Wiltshire Mental Health Partnership NHS Trust",
    "Sheffield Children’s Hospital helped.",
    "Leeds Teaching Hospitals",
    "Bradford District Care NHS Foundation Trust",
    "Durham Dales, Easington and Sedgefield CCG",
    "Nottinghamshire Fire and Rescue Service",
    "Essex Community Rehabilitation Company",
    "a nurse from York University",
    "the University of Birmingham",
    "the Diocese of Lichfield",
    "HMP Leeds",
    "the Duke of York",
    "in New York",
    "the Hackney model of social work",
    "14 Reading Road",
    "Leicester House, Salford Street",
    "Floor 2, Manchester M1 2WD",
    "Leeds Crown Court",
    "She said: hart and bury are words.",
    "The derby was on Sunday.",
    "Bury the plan and begin again.",
    "Bury St Edmunds",
    "Slough off the old ways.",
    "Stroud is his surname.",
    "Hastings told the panel.",
]


@pytest.mark.parametrize(("text", "found"), FOR_THIS_AREA.items(), ids=FOR_THIS_AREA.keys())
def test_a_name_that_stands_for_this_area_is_an_error(text: str, found: str) -> None:
    assert ("error", found) in look_at(manuscript(text))


@pytest.mark.parametrize(("text", "found"), ELSEWHERE.items(), ids=ELSEWHERE.keys())
def test_a_name_elsewhere_is_a_warning(text: str, found: str) -> None:
    assert look_at(manuscript(text)) == [("warning", found)]


@pytest.mark.parametrize("text", PASSES)
def test_what_is_no_other_area_passes(text: str) -> None:
    assert look_at(manuscript(text)) == []


@pytest.mark.parametrize(
    "block",
    [
        heading("Inspection of services in Leeds"),
        heading("Leeds: what we found", level=2),
        paragraph("Ada Quill\nDirector of Children’s Services\nLeeds City Council", parts=("address",)),
        paragraph("Ada Quill\nLeeds\nEngland", parts=("letter", "address")),
        paragraph("Dear Leeds partnership", parts=("greeting",)),
        paragraph("Joint inspection: Leeds", parts=("subject",)),
        paragraph("Chair, Leeds LSCB", parts=("copies",)),
    ],
    ids=["title", "heading", "council in address", "line of address", "greeting", "subject", "copies"],
)
def test_in_an_address_greeting_subject_or_heading_it_is_an_error(block: Block) -> None:
    assert look_at(manuscript(block)) == [("error", "Leeds")]


def test_in_header_and_footer_it_is_an_error() -> None:
    made = manuscript("Fine.", header=(paragraph("Kent inspection"),), footer=(paragraph("Leeds, page 1"),))
    assert look_at(made) == [("error", "Kent"), ("error", "Leeds")]


def test_a_post_town_with_its_postcode_is_only_a_warning() -> None:
    block = paragraph("Ada Quill\nDirector\nLeeds LS1 1AA", parts=("address",))
    assert look_at(manuscript(block)) == [("warning", "Leeds")]


def test_another_councils_web_and_email_addresses_are_errors() -> None:
    made = manuscript("Write to ada@leeds.gov.uk or see https://www.leeds.gov.uk, or www.gov.uk.")
    assert look_at(made) == [("error", "leeds.gov.uk")] * 2


def test_another_councils_address_behind_words_is_an_error() -> None:
    link = span("our website")._replace(link="https://www.leeds.gov.uk/children")
    assert look_at(manuscript(paragraph("Look at ", link, "."))) == [("error", "our website")]


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ("Hampshire", "Managers in Winchester and Basingstoke and Deane agree.", []),
        ("Hampshire", "Managers in Southampton agree.", [("error", "Southampton")]),
        ("Durham", "County Durham has a plan, and Durham keeps it.", []),
        ("Bristol", "The City of Bristol and Bristol are one.", []),
        ("North Somerset", "In North Somerset and Somerset", [("warning", "Somerset")]),
        ("Reading", "In Reading, in Hart", [("error", "Hart")]),
    ],
    ids=["own districts", "a city of its own", "other name", "turned name", "inside a longer name", "words too"],
)
def test_a_real_area(own: str, text: str, expected: list[tuple[str, str]]) -> None:
    facts = inspection({"inspection": {"area": {"name": own}}})
    found = check(Subject(manuscript(text), inspection=facts, areas=AREAS))
    assert [(remark.level.value, remark.place.text) for remark in found] == expected


def test_the_remark_names_both_areas_the_words_around_and_the_source() -> None:
    value = span("We saw that leaders in Ambershire know it.", fact("$.findings[3].text", "judgements.json"))
    (remark,) = check(Subject(manuscript(paragraph(value)), inspection=inspection(FACTS), areas=AREAS))
    around = "We saw that leaders in Ambershire know it."
    assert remark.what == f'It says "Ambershire" where Wexcombe should stand: "{around}"'
    assert (remark.place.file, remark.place.path) == ("judgements.json", "$.findings[3].text")


def test_without_the_list_it_says_so() -> None:
    from checks.letters import template

    (remark,) = check(subject(manuscript("Leeds"), template=template(), inspection=inspection(FACTS)))
    assert remark.rule == "OtherArea.NotChecked"
    assert not list(check(subject(manuscript("Leeds"), inspection=inspection(FACTS))))
