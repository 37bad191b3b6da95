"""People: somebody who must get the document, or a copy of it, is not on it."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.area_names import find as find_names
from lettersmith.checks.area_names import index, known, same
from lettersmith.checks.facts import Fact, find, one
from lettersmith.checks.passages import by_part, passages
from lettersmith.checks.places import place, whole
from lettersmith.model.framework import Seat
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

LISTS = {"to": ("People.Addressee", "address", "an addressee"), "copy": ("People.Copy", "copies", "a reader of a copy")}


def check(subject: Subject) -> Iterator[Remark]:
    """Every seat that the framework fills for this document, and every person listed, against the words."""
    template, framework = subject.template, subject.framework
    if template is None or framework is None or subject.inspection is None:
        return
    for way, path in (("to", _list_of(subject)), ("copy", template.copies)):
        people = find(subject.inspection, path) if path else []
        if path or way == "copy":
            yield from _seats(subject, way, people)
        if not template.for_each:
            yield from _printed(subject, way, people)
        for person in people:
            yield from _body(subject, person)


def _list_of(subject: Subject) -> str:
    """The path of everybody the document goes to; where it is made for each of them, of them all."""
    template = subject.template
    assert template is not None
    first, dot, rest = template.addressee.partition(".")
    return template.for_each + dot + rest if template.for_each and first == template.each else template.addressee


def _seats(subject: Subject, way: str, people: list[Fact]) -> Iterator[Remark]:
    """Seats of the framework that nobody on the list fills. Told once, where there is one document for each person."""
    assert subject.framework is not None and subject.template is not None
    each = _list_of(subject) == subject.template.for_each and way == "to"
    if each and people and subject.manuscript.name not in ("", people[0].get("id").text):
        return
    roles = {person.get("role").text for person in people}
    rule, _, reader = LISTS[way]
    for seat in subject.framework.seats:
        if seat.required and seat.documents.get(subject.template.kind) == way and seat.role not in roles:
            yield _missing_seat(subject, seat, rule, reader, Level.WARNING if each else Level.ERROR)


def _missing_seat(subject: Subject, seat: Seat, rule: str, reader: str, level: Level) -> Remark:
    return Remark(
        rule,
        level,
        f"The {seat.label} is not among its {'copies' if rule == 'People.Copy' else 'addressees'}.",
        whole(subject),
        why=f"The framework asks for {reader} in that post.",
        do=f'Add the person with the role "{seat.role}" to people, and their id to the list under addressees.',
        source=subject.framework.source if subject.framework else "",
        lacks=(f"seat {seat.role}",),
    )


def _printed(subject: Subject, way: str, people: list[Fact]) -> Iterator[Remark]:
    """People on the list whose names do not stand in the part that prints them."""
    rule, part, reader = LISTS[way]
    inside = by_part(subject.manuscript).get(part, [])
    if not inside:
        return
    text = same(" ".join(passage.text for passage in inside))
    for person in people:
        name = person.get("name").text
        if name and same(name) not in text:
            yield Remark(
                rule,
                Level.ERROR,
                f"{name} is listed as {reader}, and the document does not name them.",
                place(subject, inside[0]),
                why="Everybody it goes to is named on it.",
                do="Look at the part of the template that prints them.",
            )


def _body(subject: Subject, person: Fact) -> Iterator[Remark]:
    """A person who answers for another area's council."""
    body = person.get("organisation").text
    if not body or _agency(person) != "local_authority":
        return
    authority = one(subject.inspection, "inspection.area.authority").text
    own = known(subject)
    strange = [found for found in find_names(body, index(subject.areas)) if not own.covers(found.area)]
    ours = same(authority) == same(body) or any(name in same(body) for name in own.areas)
    if authority and (strange or not ours) and not _is_printed(subject, body):
        yield Remark(
            "People.Addressee",
            Level.ERROR,
            f"{person.get('name').text} is of {body}, and this inspection is of {authority}.",
            person.get("organisation").place,
            why="A letter would go to another area.",
            do="Correct the organisation, or the person on the list.",
        )


def _agency(person: Fact) -> str:
    agency = person.get("agency")
    return agency.text or agency.get("id").text


def _is_printed(subject: Subject, body: str) -> bool:
    """Whether the words of the document hold it: then the check of other areas speaks of it."""
    if not any(find_names(body, index(subject.areas))):
        return False
    return any(body in passage.text for passage in passages(subject.manuscript))
