"""The wording of the joint inspection of 2017: every item of its requirements is met, and its readers can read it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from lettersmith.checks import reading_level
from lettersmith.checks.prose import Sentence, sentences
from lettersmith.checks.words import count
from lettersmith.errors import TemplateRefused
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.manuscript import Manuscript, block_text
from lettersmith.model.remark import Level, errors
from lettersmith.model.template import Duty, Template
from lettersmith.route.case import Case, items, open_case
from lettersmith.route.preparing import Prepared, prepare

WEXCOMBE = Path(__file__).parents[2] / "samples" / "wexcombe-jtai-2017"
TODAY = date(2017, 7, 10)

FINDINGS_LETTER: dict[str, tuple[str, ...]] = {
    "a: a brief summary first": ("summary", "scope"),
    "b: strengths": ("strengths",),
    "c: areas for development": ("development",),
    "d: areas for priority action": ("priority",),
    "e: partnership or one agency": ("attribution", "strengths", "development", "priority"),
    "f: statement of proposed action": (
        "statement-needed",
        "statement-date",
        "statement-not-needed",
        "principal-authority",
        "principal-other",
    ),
    "g: date and address block": ("date", "date-planned", "recipients-block", "greeting"),
    "g: subject with theme and area": ("subject",),
    "g: dates on site, inspectorates, section 20": ("dates", "inspectorates", "basis"),
    "g: next steps with mailbox": ("statement-date",),
    "g: signatories": ("close", "signatories"),
    "g: name, postal address and website of each": ("authority-address", "recipients"),
    "g: copy to the Secretary of State": ("copies",),
    "main findings": ("main-findings",),
}

ITEMS: dict[str, dict[str, tuple[str, ...]]] = {
    "notification-email@1.0.0": {
        "K46 a: greeting and subject": ("greeting", "subject"),
        "K46 b: I spoke to": ("call", "call-name", "call-you"),
        "K46 c: arrival of four inspectorates": ("arrival",),
        "K46 d: theme": ("theme",),
        "K46 e: framework and guidance": ("method",),
        "K46 f: theme guidance": ("theme-guidance",),
        "K46 g: information and portal": ("information",),
        "K46 h: team attached": ("team",),
        "K46 i: quality assurance manager": ("quality",),
        "K46 j: close, sender and date": ("close", "sender", "date"),
        "K45: set-up discussion, safeguarding board told": ("set-up", "safeguarding-board"),
    },
    "portal-note@1.0.0": {
        "K47: how to reach and upload": ("purpose", "access", "upload", "help"),
        "C05: unique references, secure means": ("protect",),
        "K49: dates": ("dates",),
    },
    "contact-list@1.0.0": {"K48: team and quality assurance manager": ("purpose", "team", "quality")},
    "staff-information@1.0.0": {
        "K53: purpose and scope (K05 a)": ("purpose",),
        "K53: four inspectorates": ("inspectorates",),
        "K53: theme": ("theme",),
        "K53: dates on site": ("dates",),
        "K53: how evidence is gathered (K05 e, f)": ("evidence", "practice"),
        "K53: interviews apart from managers": ("interviews",),
        "K53: individuals not judged (K05 c)": ("individuals",),
        "K53: no names in records": ("names",),
        "K53: consent of families": ("consent",),
        "K53: what is asked about": ("questions",),
        "K53: letter to leaders (K05 i)": ("letter",),
        "K53: contacts (K05 d)": ("lead",),
        "K53: quality assurance manager": ("quality",),
        "K53: complaint route": ("complaints",),
        "K05 b: full details": ("guidance",),
        "K05 g: leaders told as findings emerge": ("managers",),
        "K05 h: feedback": ("feedback",),
        "K05 j: thanks": ("thanks",),
        "K05 k: confidentiality": ("confidentiality",),
        "K05 l: notice": ("notice",),
        "D01, D02: conduct": ("conduct",),
        "D04: other formats": ("formats",),
    },
    "findings-letter@1.0.0": FINDINGS_LETTER,
    "findings-letter@1.1.0": {**FINDINGS_LETTER, "reference, contact, other formats": ("reference", "contact")},
    "findings-letter@1.2.0": {
        **FINDINGS_LETTER,
        "reference, contact, other formats": ("reference", "contact"),
        "g: signatories, where none are named": ("team-signs",),
    },
}
"""What the requirements ask of each document, with the ids of the duties that answer it."""

DOCUMENTS = tuple(ITEMS)


@lru_cache
def wexcombe() -> Case:
    return open_case(WEXCOMBE)


@lru_cache
def template_of(document: str) -> Template:
    kind, version = document.split("@")
    return wexcombe().catalogue.template("jtai-2017", kind, version, unsealed=True)


@lru_cache
def made(document: str) -> tuple[Prepared, ...]:
    template = template_of(document)
    return tuple(prepare(wexcombe(), template, item, TODAY) for item in items(wexcombe(), template))


def words_of(manuscript: Manuscript, part: str = "") -> str:
    return "\n".join(block_text(block) for block in manuscript.blocks if not part or part in block.parts)


def our_words(sentence: Sentence) -> int:
    """How many words of a sentence the template itself wrote: the others are facts."""
    position, ours = 0, []
    for span in sentence.passage.spans:
        part = span.text[max(0, sentence.start - position) : max(0, sentence.end - position)]
        position += len(span.text)
        ours.append(part if not span.origin.path else " ")
    return count("".join(ours))


Change = Callable[[dict[str, Any], dict[str, Any]], None]


def changed(folder: Path, change: Change) -> Case:
    """Wexcombe with other facts: `change` is given the contents of inspection.json and judgements.json."""
    copy = folder / "wexcombe"
    shutil.copytree(WEXCOMBE, copy, ignore=shutil.ignore_patterns("log", "out"))
    files = [copy / "inspection.json", copy / "judgements.json"]
    facts = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    change(*facts)
    for file, content in zip(files, facts, strict=True):
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return open_case(copy)


def letter_of(case: Case, document: str) -> Prepared:
    (item,) = items(case, template_of(document))
    return prepare(case, template_of(document), item, TODAY, pages=False)


# ---- what each document must say ----


@pytest.mark.parametrize(
    ("document", "item"),
    [pytest.param(document, item, id=f"{document} {item}") for document in DOCUMENTS for item in ITEMS[document]],
)
def test_every_item_of_the_requirement_is_a_duty(document: str, item: str) -> None:
    assert set(ITEMS[document][item]) <= {duty.id for duty in template_of(document).duties}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_duty_answers_an_item_of_the_requirement(document: str) -> None:
    answered = {id for ids in ITEMS[document].values() for id in ids}
    assert {duty.id for duty in template_of(document).duties} - answered == set()


def without(template: Template, duty: Duty, instead: str) -> Template:
    """The template with other lines where a duty's part was: `{whole}` stands for the part itself."""
    part = re.compile(rf"^::: {re.escape(duty.part)}\n.*?^:::\n", re.MULTILINE | re.DOTALL)
    body = template.texts["letter.md"]
    assert part.search(body), f"no part {duty.part}"
    text = part.sub(lambda found: instead.format(part=duty.part, whole=found.group(0)), body)
    return template._replace(texts={**template.texts, "letter.md": text}, hash=instead + duty.id)


def is_refused(template: Template) -> bool:
    try:
        return any(
            not prepare(wexcombe(), template, item, TODAY, pages=False).fit for item in items(wexcombe(), template)
        )
    except TemplateRefused:
        return True


@pytest.mark.parametrize(
    "instead",
    [
        pytest.param("", id="removed"),
        pytest.param("::: {part}\n:::\n", id="emptied"),
        pytest.param("::: {part}\nThe library opens at ten.\n:::\n", id="about something else"),
        pytest.param("{{% if inspection.area.name == 'Nowhere' %}}\n{whole}{{% endif %}}\n", id="under a condition"),
    ],
)
@pytest.mark.parametrize(
    ("document", "duty"),
    [pytest.param(d, duty, id=f"{d} {duty.id}") for d in DOCUMENTS for duty in template_of(d).duties],
)
def test_a_document_that_lost_a_duty_is_refused(document: str, duty: Duty, instead: str) -> None:
    assert is_refused(without(template_of(document), duty, instead))


# ---- how it reads ----


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_document_of_the_sample_is_fit_to_send(document: str) -> None:
    for one in made(document):
        assert [remark.what for remark in errors(one.remarks)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_in_the_document_of_the_sample_needs_a_look(document: str) -> None:
    for one in made(document):
        assert [remark.what for remark in one.remarks if remark.level is Level.WARNING] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_sentence_of_ours_is_longer_than_its_reader_likes(document: str) -> None:
    most = AUDIENCES[template_of(document).audience].own_words
    assert [s.text for one in made(document) for s in sentences(one.manuscript) if our_words(s) > most] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_sentence_of_the_sample_is_long_enough_to_be_looked_at(document: str) -> None:
    most = AUDIENCES[template_of(document).audience].made_warning
    assert [s.text for one in made(document) for s in sentences(one.manuscript) if s.words > most] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_its_readers_can_read_it(document: str) -> None:
    for one in made(document):
        level = reading_level.level(one.manuscript)  # None: the contact list is too short to have one
        assert (level or 0) <= AUDIENCES[one.template.audience].grade


NEVER = (
    pytest.param(r"\bplease\b", id="please, in an instruction"),
    pytest.param(r"\w+n['’]t\b", id="a negative contraction"),
    pytest.param(r"\b(e\.?g\.?|i\.?e\.?|etc)\b", id="eg, ie, etc"),
    pytest.param(r"&", id="an ampersand for and"),
    pytest.param(r"\d(st|nd|rd|th)\b", id="a date with st, nd, rd or th"),
    pytest.param(r"\bx{3,}\b|\[insert|him/her", id="a gap left for somebody to fill"),
    pytest.param(
        r"\b(ensur\w+|robust|impact\w*|liais\w+|facilitat\w+|utilis\w+|deliver\w*|tackl\w+|focus\w*|progress\w*|"
        r"promot\w+|strengthening|empower\w*|commit\w*|leverage|streamline|transform\w*)\b",
        id="an office word",
    ),
    pytest.param(r"\b(outstanding|good|adequate|inadequate|requires improvement)\b", id="a grade word"),
)


@pytest.mark.parametrize("never", NEVER)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_wording_keeps_the_rules_of_plain_writing(document: str, never: str) -> None:
    prose = "\n".join(sentence.text for one in made(document) for sentence in sentences(one.manuscript))
    assert re.findall(never, prose.replace("Force Liaison Officer", ""), re.IGNORECASE) == []


# ---- what changes with the facts ----


def received(day: object) -> Change:
    def change(inspection: dict[str, Any], _: dict[str, Any]) -> None:
        inspection["dates"]["received"] = day

    return change


def not_published(inspection: dict[str, Any], _: dict[str, Any]) -> None:
    inspection["dates"]["published"] = {"unknown": "The letter is still a draft."}


STATEMENT_DUE = (
    pytest.param(
        received("2017-07-06"),
        ("received this letter on Thursday 6 July 2017", "by Friday 13 October 2017"),
        id="received on day 41",
    ),
    pytest.param(
        received("2017-07-10"),
        ("received this letter on Monday 10 July 2017", "by Tuesday 17 October 2017"),
        id="received on day 43",
    ),
    pytest.param(
        received({"unknown": "Not sent yet."}),
        ("published on Monday 10 July 2017", "working days after publication", "by Tuesday 17 October 2017"),
        id="not known when received, published on day 43",
    ),
    pytest.param(
        not_published,
        ("to be published on Monday 10 July 2017", "working days after publication", "by Tuesday 17 October 2017"),
        id="not published yet: counted from the planned day",
    ),
)


@pytest.mark.parametrize(("change", "said"), STATEMENT_DUE)
@pytest.mark.parametrize("document", ["findings-letter@1.0.0", "findings-letter@1.1.0", "findings-letter@1.2.0"])
def test_the_letter_says_by_when_the_statement_is_due_and_why(
    tmp_path: Path, document: str, change: Change, said: tuple[str, ...]
) -> None:
    made_letter = letter_of(changed(tmp_path, change), document)
    assert [remark.what for remark in errors(made_letter.remarks)] == []
    deadline = words_of(made_letter.manuscript, "deadline")
    assert [words for words in said if words not in deadline] == []


def test_a_letter_without_a_statement_says_so_and_names_no_date(tmp_path: Path) -> None:
    def change(_: dict[str, Any], judgements: dict[str, Any]) -> None:
        judgements["decisions"]["statement"] = {"needed": False, "reason": "Leaders already act on each area."}

    letter = letter_of(changed(tmp_path, change), "findings-letter@1.0.0")
    assert [remark.what for remark in errors(letter.remarks)] == []
    assert "statement of proposed action is not needed" in words_of(letter.manuscript, "next-steps")
    assert words_of(letter.manuscript, "deadline") == ""


@pytest.mark.parametrize(
    ("lead", "named"),
    [("local_authority", "Wexcombe County Council is the principal authority"), ("police", "authority is the police")],
)
def test_the_principal_authority_is_named(tmp_path: Path, lead: str, named: str) -> None:
    def change(_: dict[str, Any], judgements: dict[str, Any]) -> None:
        judgements["decisions"]["statement"]["lead"] = lead
        judgements["decisions"]["statement"]["cooperating"] = ["health", "probation"]

    letter = letter_of(changed(tmp_path, change), "findings-letter@1.0.0")
    assert [remark.what for remark in errors(letter.remarks)] == []
    assert named in words_of(letter.manuscript, "next-steps")


def test_areas_for_priority_action_stand_only_where_there_are_any(tmp_path: Path) -> None:
    def change(_: dict[str, Any], judgements: dict[str, Any]) -> None:
        judgements["findings"] = [one for one in judgements["findings"] if one["type"] != "priority"]
        judgements["decisions"]["statement"]["reason"] = "The findings need the agencies to act together."

    letter = letter_of(changed(tmp_path, change), "findings-letter@1.0.0")
    assert [remark.what for remark in errors(letter.remarks)] == []
    assert "riority" not in words_of(letter.manuscript)


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0", "1.2.0"])
def test_the_letter_prints_every_body_once_with_address_and_website(version: str) -> None:
    (letter,) = made(f"findings-letter@{version}")
    recipients = words_of(letter.manuscript, "recipients")
    letters = wexcombe().inspection.value("inspection.addressees.letter")
    for person in (reference.value for reference in letters):
        assert recipients.count(person["organisation"]) == 1
        assert ", ".join(person["address"]) in recipients and person["website"] in recipients


def nobody_is_named(inspection: dict[str, Any], _: dict[str, Any]) -> None:
    del inspection["signatories"]


def not_known_yet(inspection: dict[str, Any], _: dict[str, Any]) -> None:
    inspection["signatories"] = {"unknown": "The directors have not said who signs."}


def a_head_of_a_region(inspection: dict[str, Any], _: dict[str, Any]) -> None:
    inspection["signatories"] = [
        {"name": "Ada Ambershire-Cole", "post": "Regional Director, Kent and Surrey", "inspectorate": "ofsted"},
        *inspection["signatories"][1:],
    ]


TEAM_SIGNS = "Sam Okoro\nLead inspector, Ofsted\nBeatrix Lund\nLead health inspector, Care Quality Commission"
SIGNED: dict[str, tuple[str, Change, str]] = {
    "those named sign": ("1.2.0", lambda *_: None, "Imogen Farrow\nNational Director, Social Care, Ofsted\nDesmond"),
    "nobody is named: the team signs": ("1.2.0", nobody_is_named, TEAM_SIGNS),
    "not known yet: the team signs": ("1.2.0", not_known_yet, TEAM_SIGNS),
    "a region is no other area": (
        "1.2.0",
        a_head_of_a_region,
        "Ada Ambershire-Cole\nRegional Director, Kent and Surrey",
    ),
    "an older version knows the team only": ("1.1.0", lambda *_: None, TEAM_SIGNS),
}


@pytest.mark.parametrize(("version", "change", "signed"), SIGNED.values(), ids=SIGNED)
def test_who_signs_the_letter(tmp_path: Path, version: str, change: Change, signed: str) -> None:
    letter = letter_of(changed(tmp_path, change), f"findings-letter@{version}")
    assert [remark.what for remark in letter.remarks if not remark.rule.startswith("Length.")] == []
    assert words_of(letter.manuscript, "signature").startswith(signed)


SPOKEN = {
    "dcs": "I spoke to you at 9:05am today",
    "chief-constable": "I spoke to Leila Haddon, Force Liaison Officer, at 9:40am today",
    "nps-head": "I spoke to Harriet Loomes, Divisional Director, at 10:15am today",
}


@pytest.mark.parametrize(("name", "said"), SPOKEN.items())
def test_the_email_says_you_or_the_name_of_whoever_was_reached(name: str, said: str) -> None:
    (email,) = [one for one in made("notification-email@1.0.0") if one.item.name == name]
    assert said in words_of(email.manuscript, "call")
    assert ("you at" in words_of(email.manuscript, "call")) == said.startswith("I spoke to you")


@pytest.mark.parametrize(
    ("name", "inspectorate"),
    [
        ("dcs", "Ofsted"),
        ("ccg-chief-executive", "CQC"),
        ("ccg-executive-lead", "CQC"),
        ("chief-constable", "HMIC"),
        ("force-liaison-officer", "HMIC"),
        ("yos-manager", "HMI Probation"),
        ("nps-director", "HMI Probation"),
        ("nps-head", "HMI Probation"),
        ("crc-chief-executive", "HMI Probation"),
    ],
)
def test_each_email_comes_from_the_inspectorate_that_inspects_the_agency(name: str, inspectorate: str) -> None:
    (email,) = [one for one in made("notification-email@1.0.0") if one.item.name == name]
    assert f", {inspectorate}\n" in words_of(email.manuscript, "signature")
    envelope = email.manuscript.envelope
    assert envelope is not None and envelope.from_address in words_of(email.manuscript, "signature")


def test_only_the_director_is_asked_to_tell_the_safeguarding_board() -> None:
    asked = [
        one.item.name for one in made("notification-email@1.0.0") if "business manager" in words_of(one.manuscript)
    ]
    assert asked == ["dcs"]


# ---- the framework and the sample ----


def test_the_framework_gives_no_grades_and_seven_priority_tests() -> None:
    framework = wexcombe().framework
    assert framework.grades == ()
    assert [test["number"] for test in framework.facts["priority_tests"]] == [1, 2, 3, 4, 5, 6, 7]
    assert list(framework.criteria) == [f"{number:02}" for number in range(1, 23)]


@pytest.mark.parametrize(
    ("kind", "way", "roles"),
    [
        (
            "notification-email",
            "to",
            "dcs ccg-chief-executive ccg-executive-lead chief-constable force-liaison-officer yos-manager nps-director "
            "nps-head crc-chief-executive",
        ),
        (
            "findings-letter",
            "to",
            "dcs chief-executive ccg-chief-executive ccg-executive-lead chief-constable police-and-crime-commissioner "
            "yos-manager nps-director nps-head crc-chief-executive lscb-chair",
        ),
        ("findings-letter", "copy", "force-liaison-officer secretary-of-state"),
    ],
)
def test_every_document_has_its_seats(kind: str, way: str, roles: str) -> None:
    seats = [seat.role for seat in wexcombe().framework.seats if seat.documents.get(kind) == way and seat.required]
    assert sorted(seats) == sorted(roles.split())


def test_the_sample_is_whole_and_nothing_in_it_is_wrong() -> None:
    case = wexcombe()
    findings = case.inspection.value("judgements.findings")
    types = [one["type"] for one in findings]
    evidence = case.inspection.facts["evidence"]
    assert [problem.what for problem in case.inspection.problems] == []
    assert len(evidence) >= 60
    assert types.count("strength") >= 12 and types.count("development") >= 10 and types.count("priority") == 2
    assert len(case.inspection.value("inspection.team.members")) + 1 == 11


def test_every_finding_cites_evidence_and_every_record_is_cited() -> None:
    judgements = json.loads((WEXCOMBE / "judgements.json").read_text(encoding="utf-8"))
    evidence = json.loads((WEXCOMBE / "evidence.json").read_text(encoding="utf-8"))
    assert all(len(finding["evidence"]) >= 2 for finding in judgements["findings"])
    cited = {id for finding in judgements["findings"] for id in finding["evidence"]}
    assert [record["id"] for record in evidence if record["id"] not in cited] == []


def test_what_a_finding_answers_is_what_its_evidence_is_about() -> None:
    judgements = json.loads((WEXCOMBE / "judgements.json").read_text(encoding="utf-8"))
    evidence = {one["id"]: one for one in json.loads((WEXCOMBE / "evidence.json").read_text(encoding="utf-8"))}
    for finding in judgements["findings"]:
        seen = {number for id in finding["evidence"] for number in evidence[id]["criteria"]}
        assert set(finding["criteria"]) <= seen, finding["id"]
