"""OtherArea.Name: the name of another council or area, left in by copying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lettersmith.checks.area_names import Found, Known, find, index, known, same
from lettersmith.checks.kept import keep_last
from lettersmith.checks.passages import Passage, passages
from lettersmith.checks.places import place, whole
from lettersmith.checks.words import brief, lazily, listed
from lettersmith.model.area import Area
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

RULE = "OtherArea.Name"

WORDS_TOO = listed("reading hart bury rugby slough derby stroud hastings dover stoke chester boston sutton poole")
"""Names that are also words or very common surnames: they count only where a place is meant."""

SURNAMES = WORDS_TOO | listed(
    """
    bolton bradford kent lincoln preston stafford warwick dudley barnet crawley durham merton halton melton ashford
    winchester lancaster york camden brent sheffield oxford wakefield trafford bexley barnsley hackney lichfield
    harlow rochford rutland lewes mansfield blackburn burnley chesterfield chorley coventry darlington gloucester
    harrow leicester newcastle nottingham oldham pendle redditch rochdale salford stockton swale wigan worcester wyre
    hampshire essex devon
    """
)
"""Names that are surnames too: "Miranda Hart", "Professor Bolton"."""

TITLED = lazily(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Baron|Judge|Justice|Reverend|Rev|Cllr"
    r"|Councillor|Sergeant|Sgt|Inspector|Superintendent|Constable|PC|DC|DS|DI|DCI|Nurse|Sister|Duke|Duchess|Earl|Bishop"
    r"|Archbishop|Dean)\.?(?: of)? (?:(?!of )[A-Z][\w’'-]*\.? )?$"
)
FIRST_NAME = lazily(r"(?:^|[\s(“\"])([A-Z][a-z’'-]+|[A-Z]\.?) (?:[A-Z]\. ?)?$")
NOT_A_FIRST_NAME = listed(
    """
    the in of for at to from by with and or but when where while although since as if both all many some most dear
    council city borough county district area local north south east west mid central greater inner outer upper royal
    leaders children inspectors police health social across within near under over between visit inspection services
    former new old our their your this that these those joint report letter summary county's city's however also
    meanwhile overall similarly equally therefore nevertheless consequently furthermore additionally currently
    recently previously nationally locally although then here there
    whereas because during after before until through throughout around about into only even neighbouring nearby
    """
)

BODY_WORDS = (
    r"(?:Police|Constabulary|Fire|Ambulance|Hospitals?|Infirmary|NHS|Healthcare|CCGs?|CRC|Probation|Trust|Foundation"
    r"|Clinical|Integrated Care|Universit(?:y|ies)|College|Academy|School|Crown|Magistrates|Combined|County Court"
    r"|Family Court|Youth Court|Community Rehabilitation|Community Health|Local Delivery|Delivery Unit|Mental|Cathedral"
    r"|Airport|Station|Gazette|Echo|Post|United|Rovers|Wanderers|Athletic|Street|Road|Lane|Avenue|House|Court|Close"
    r"|Drive|Way|Gate|Park|Square|Terrace|Crescent|Gardens|Buildings?|Place|Row|Prison|FC|model|protocol)"
)
BODY_AFTER = lazily(
    r"(?:(?: (?:and |& |of |the )?|, )(?!Council|Children(?!['’]s Hosp)|LSCB|Safeguarding|Borough)[A-Z][\w’'-]*){0,4}"
    r" (?:and |& )?" + BODY_WORDS + r"\b"
)
"""Police forces, NHS bodies, schools and streets: named after a place, and not the council of that place."""

BODY_BEFORE = lazily(
    r"(?:Universit(?:y|ies)|Diocese|(?:Arch)?[Bb]ishop|Duke|Duchess|Earl|Bank|Royal College|HMP|HMP/YOI|HMYOI) "
    r"(?:of (?:the )?)?(?:[A-Z][\w’'-]*,? (?:and |& )?){0,3}$|(?:^|\s)(?:Greater|New) $"
)

NOT_THE_PLACE_AFTER = lazily(
    r" (?:(?:case|skills|books?|ages?|lessons?|lists?|groups?|schemes?|recovery|levels?|tests?|materials?|and writing"
    r"|aloud|through|the|these|their|about|records|files|clubs?|union|league|football|match(?:es)?|team|players?|coach"
    r"|ground|shirts?|race|winners?|Edmunds|him|her|them|an?|off|up)\b|St\b)"
)
PLACE_BEFORE = lazily(
    r"\b(?:in|of|across|for|from|at|near|to|throughout|within|outside|around|between|and|or) (?:the )?$", re.IGNORECASE
)
COUNCIL_AFTER = lazily(
    r"(?:['’]s)? (?:(?:County|City|Borough|District|Metropolitan|Unitary|Town|[Ll]ocal|Safeguarding|[Cc]hildren"
    r"|Youth|and|&)['’]?s? )*(?:[Cc]ouncil|[Bb]orough|[Dd]istrict|LSCB|[Aa]uthority|[Ss]ervices|Board|[Pp]artnership"
    r"|MASH|leaders|social workers|families)\b"
)
STANDS_FOR_THIS = lazily(
    r"\b(?:in|of|across|for|throughout|within) (?:the )?(?:(?:London|Royal|Metropolitan|City|County|Borough) ?){0,3}"
    r"(?:(?:Borough|City|County) of )?(?:the )?$",
    re.IGNORECASE,
)
NOT_THIS = lazily(
    r"\b(?:plac(?:ed|ement|ements|ing)|lives|lived|mov(?:e|es|ed|ing)|born|arrested|found|stay(?:s|ed|ing)?|based"
    r"|(?:north|south|east|west|outside)|grand\w+|father|mother|uncle|aunt|relatives?|brothers?|sisters?"
    r"|an? (?:[\w’'-]+ ){0,4}?(?:unit|hospital|home|school|college|court|office|prison|provider|family|centre|flat)"
    r"|neighbour\w*|conference|airport)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""What is said of somebody's or something's whereabouts: another place than the inspected one may be meant."""

POSTCODE = lazily(r",?\s*[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
NAMING_PARTS = frozenset(("address", "greeting", "subject", "copies"))

DOMAIN = lazily(r"(?<=[@./])([a-z][a-z-]+)\.gov\.uk\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Remark]:
    """Every name of an area that is neither the inspected one nor known to it."""
    if not subject.areas:
        if subject.template is not None:
            yield _not_checked(subject)
        return
    if subject.inspection is None:
        return
    own = known(subject)
    names = index(subject.areas)
    for passage in passages(subject.manuscript):
        for found in find(passage.text, names):
            level = _level(passage, found, own)
            if level is not None:
                yield _remark(subject, passage, found, level)
        yield from _domains(subject, passage, own)


def _level(passage: Passage, found: Found, own: Known) -> Level | None:
    """How much a name weighs where it stands; None when it is no other area's name there."""
    if own.covers(found.area) or _inside(passage.text, found, own.phrases):
        return None
    before = passage.text[max(0, found.start - 80) : found.start].replace("\n", " ")
    after = passage.text[found.end : found.end + 80]
    if _is_person(passage, found, before) or _is_body(before, after) or not _is_place(passage, found, before, after):
        return None
    return Level.ERROR if _stands_for_this_area(passage, found, before, after) else Level.WARNING


def _inside(text: str, found: Found, phrases: tuple[str, ...]) -> bool:
    """Whether the name is part of a longer name that the facts hold, at this very place."""
    compared = same(text)
    for phrase in phrases:
        at = compared.find(phrase)
        while at >= 0:
            if at <= found.start and found.end <= at + len(phrase):
                return True
            at = compared.find(phrase, at + 1)
    return False


def _is_person(passage: Passage, found: Found, before: str) -> bool:
    name = same(passage.text[found.start : found.end])
    if " " in name:
        return False
    if TITLED().search(before):
        return True
    first = FIRST_NAME().search(before)
    return bool(name in SURNAMES and first and _may_be_a_first_name(first.group(1)))


def _may_be_a_first_name(word: str) -> bool:
    return word.lower() not in NOT_A_FIRST_NAME and not word.endswith("ing")


def _is_body(before: str, after: str) -> bool:
    line = after.split("\n", 1)[0]
    return bool(BODY_AFTER().match(line) or BODY_BEFORE().search(before))


def _is_place(passage: Passage, found: Found, before: str, after: str) -> bool:
    """Whether a name that is also a word is meant as a place."""
    if same(passage.text[found.start : found.end]) not in WORDS_TOO:
        return True
    if COUNCIL_AFTER().match(after):
        return True
    if NOT_THE_PLACE_AFTER().match(after):
        return False
    alone = (
        "address" in passage.block.parts
        and _line_around(passage.text, found).strip(" ,") == passage.text[found.start : found.end]
    )
    return alone or bool(PLACE_BEFORE().search(before))


def _line_around(text: str, found: Found) -> str:
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return text[start : end if end >= 0 else len(text)]


def _stands_for_this_area(passage: Passage, found: Found, before: str, after: str) -> bool:
    if passage.region in ("header", "footer") or passage.block.kind == "heading":
        return True
    parts = set(passage.block.parts)
    if parts & NAMING_PARTS:
        return not ("address" in parts and POSTCODE().match(after))
    return bool(STANDS_FOR_THIS().search(before)) and not NOT_THIS().search(before)


def _remark(subject: Subject, passage: Passage, found: Found, level: Level) -> Remark:
    name = passage.text[found.start : found.end]
    own = subject.inspection.area if subject.inspection else ""
    what = f'It says "{name}"' + (f" where {own} should stand" if own and level is Level.ERROR else "")
    start, end = max(0, found.start - 40), found.end + 40
    around = brief(passage.text[start:end].partition(" ")[2] if start else passage.text[:end])
    return Remark(
        RULE,
        level,
        f'{what}: "{around}"',
        place(subject, passage, found.start, found.end),
        why="Text copied from an older letter is the usual cause.",
        do="Read the whole passage again, and correct it. "
        f"If {name} is meant, list it under other_areas with the reason.",
        source="Our own rule; docs/limits.md",
    )


def _domains(subject: Subject, passage: Passage, own: Known) -> Iterator[Remark]:
    """Addresses in the internet domain of another council: in the words, or behind them."""
    position = 0
    for span in passage.spans:
        for text in dict.fromkeys((span.text, span.link)):
            for match in DOMAIN().finditer(text) if ".gov.uk" in text else ():
                area = _council_domains(subject.areas).get(match.group(1).lower().replace("-", ""))
                if area is not None and not own.covers(area):
                    start, end = match.span() if text is span.text else (0, len(span.text))
                    yield _remark(subject, passage, Found(position + start, position + end, area), Level.ERROR)
        position += len(span.text)


@keep_last
def _council_domains(areas: tuple[Area, ...]) -> dict[str, Area]:
    return {
        same(name).replace(" ", "").replace("'", ""): area
        for area in areas
        for name in (area.name, *area.also_known_as)
    }


def _not_checked(subject: Subject) -> Remark:
    return Remark(
        "OtherArea.NotChecked",
        Level.WARNING,
        "Names of other councils were not looked for, because their list is missing.",
        whole(subject),
        why="A name left in from an older letter would not be seen.",
        do="Look for them yourself before it goes out.",
    )
