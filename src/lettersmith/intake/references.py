"""References by id: checked, and replaced by the person, agency or inspectorate that is meant.

A person who was reached by telephone (`spoken_to`) may be the person called. So the one reached is given without
a `spoken_to` of their own: facts never run in a circle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path, read_path, written
from lettersmith.intake.shape import nearest
from lettersmith.intake.show import listed, sentence, shortened, shown
from lettersmith.intake.walk import Found, find
from lettersmith.model.facts import Absent, Sourced
from lettersmith.model.framework import Framework
from lettersmith.model.place import Origin

INSPECTION_FILE = "inspection.json"
PARTNERSHIP = "partnership"

PERSON_PLACES = ("people[]", "team.lead", "team.quality_assurance", "team.members[]", "team.senders[]")
"""Where people are described."""
TEAM_PLACES = PERSON_PLACES[1:]
"""Where a person may also be named by an id."""
TO_PEOPLE = (
    "addressees.*", "addressees.*[]", "notification.spoken_to",
    "concerns[].raised_by", "concerns[].told.person", "concerns[].to",
)  # fmt: skip
TO_AGENCIES = {
    "inspection": ("concerns[].agency", *(f"{place}.agency" for place in PERSON_PLACES)),
    "judgements": ("findings[].agencies[]", "decisions.statement.lead", "decisions.statement.cooperating[]"),
}
TO_INSPECTORATES = {"inspection": tuple(f"{place}.inspectorate" for place in (*PERSON_PLACES, "signatories[]"))}


class Target(NamedTuple):
    """What ids of one kind may lead to."""

    kind: str
    """`person`, `agency`, `inspectorate`"""
    things: Mapping[str, Sourced]
    where: str
    """Where they are listed, for the sentence."""


def people_of(inspection: Any, faults: Faults) -> dict[str, Sourced]:
    """Everyone described in the facts, by id. The same id for two different people is a fault."""
    people: dict[str, Sourced] = {}
    for place in PERSON_PLACES:
        for found in find(inspection, place):
            person = found.value
            if not isinstance(person, dict) or not isinstance(person.get("id"), str):
                continue
            id = person["id"]
            if id not in people:
                people[id] = Sourced(person, Origin(INSPECTION_FILE, 0, written(found.path)))
            elif people[id].value != person:
                path = (*found.path, "id")
                names = [shortened(str(one.get("name", "no name"))) for one in (people[id].value, person)]
                what = f"Two people have the id {shown(id)}: {listed(names, 'and')}."
                why = "Documents find people by their ids: the letter could go to the wrong one."
                do = "Give one of them another id. A person with two parts is written once; elsewhere stands the id."
                faults.add(Fault("DuplicateId", INSPECTION_FILE, path, what, why, do, id))
    return people


def resolve_people(inspection: Any, people: Mapping[str, Sourced], faults: Faults) -> None:
    """Put people in the place of their ids; an id that nobody has is a fault."""
    people = {**_unread(inspection, people, faults), **people}
    target = Target("person", people, "under people or team")
    for place in TEAM_PLACES:
        for found in find(inspection, place):
            _resolve(found, target, inspection, INSPECTION_FILE, faults)
    reached = {id: Sourced(_without_call(known.value), known.origin) for id, known in people.items()}
    for place in PERSON_PLACES:
        for found in find(inspection, f"{place}.spoken_to"):
            _resolve(found, Target("person", reached, target.where), inspection, INSPECTION_FILE, faults)
    for place in TO_PEOPLE:
        for found in find(inspection, place):
            _resolve(found, target, inspection, INSPECTION_FILE, faults)


def _unread(inspection: Any, people: Mapping[str, Sourced], faults: Faults) -> dict[str, Sourced]:
    """Ids that nobody has because somebody's own id, or a whole list of people, cannot be read.

    Each leads to the place of that fault, which is told once and not again wherever the id stands. Empty where there
    are more of these ids than such faults: then one of them may well be wrong itself.
    """
    patterns = (*TEAM_PLACES, *(f"{place}.spoken_to" for place in PERSON_PLACES), *TO_PEOPLE)
    ids = [found.value for pattern in patterns for found in find(inspection, pattern)]
    unknown = list(dict.fromkeys(id for id in ids if isinstance(id, str) and id.strip() and id not in people))
    if unknown and "people" not in inspection and not faults.blamed(INSPECTION_FILE, ("people",)):
        what = f"There is no list of people, and {shown(unknown[0])} is to be found there."
        do = 'Add it: "people": [{"id": …, "name": …, "post": …}], with everybody who is named by an id.'
        faults.add(Fault("Missing", INSPECTION_FILE, ("people",), what, "Other facts name people by their ids.", do))
    lists: tuple[Path, ...] = (("people",), ("team",), ("team", "members"), ("team", "senders"))
    whole = [path for path in lists if faults.blamed(INSPECTION_FILE, path)]
    if whole:
        return {id: _nobody(whole[0]) for id in unknown}
    paths = [path for place in PERSON_PLACES for path in _unread_ids(inspection, place, faults)]
    return {id: _nobody(path) for id, path in zip(unknown, paths, strict=False)} if len(unknown) <= len(paths) else {}


def _unread_ids(inspection: Any, place: str, faults: Faults) -> Iterator[Path]:
    """The ids of the people at a place that cannot be read; of one person, also the place where nobody is."""
    if not place.endswith("[]") and faults.blamed(INSPECTION_FILE, tuple(place.split("."))):
        yield tuple(place.split("."))
        return
    for found in find(inspection, place):
        id = found.value.get("id") if isinstance(found.value, dict) else None
        path = (*found.path, "id")
        if not (isinstance(id, str) and id.strip()) and faults.blamed(INSPECTION_FILE, path):
            yield path


def _nobody(path: Path) -> Sourced:
    """Somebody who cannot be found, because of a fault at a path."""
    return Sourced(Absent("unknown", "the id cannot be read"), Origin(INSPECTION_FILE, 0, written(path)))


def _without_call(person: Any) -> Any:
    return {key: value for key, value in person.items() if key != "spoken_to"} if isinstance(person, dict) else person


def bodies_of(framework: Framework) -> tuple[Target, Target]:
    """The agencies and the inspectorates of a framework. `partnership`, all agencies at once, is always one of them."""
    agencies = _named(framework, "agencies", framework.agencies)
    if PARTNERSHIP not in agencies:
        words = framework.facts.get("words", {})
        label = words.get(PARTNERSHIP, "the partnership") if isinstance(words, Mapping) else "the partnership"
        origin = Origin(framework.file, 0, f"words.{PARTNERSHIP}")
        agencies[PARTNERSHIP] = Sourced({"id": PARTNERSHIP, "label": label}, origin)
    where = f"in the framework {framework.id}"
    inspectorates = _named(framework, "inspectorates", framework.inspectorates)
    return Target("agency", agencies, where), Target("inspectorate", inspectorates, where)


def _named(framework: Framework, key: str, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Sourced]:
    return {id: Sourced(entry, Origin(framework.file, 0, f"{key}.{id}")) for id, entry in entries.items()}


def resolve_bodies(root: str, tree: Any, file: str, bodies: tuple[Target, Target], faults: Faults) -> None:
    """Put agencies and inspectorates in the place of their ids."""
    agencies, inspectorates = bodies
    for place in TO_AGENCIES.get(root, ()):
        for found in find(tree, place):
            _resolve(found, agencies, tree, file, faults)
    for place in TO_INSPECTORATES.get(root, ()):
        for found in find(tree, place):
            _resolve(found, inspectorates, tree, file, faults)


def resolve_record(record: Sourced, bodies: tuple[Target, Target], faults: Faults) -> None:
    """Put the agency in the place of its id in one evidence record."""
    value, file = record.value, record.origin.file
    path = (*read_path(record.origin.path), "agency")
    if isinstance(value, dict) and "agency" in value:
        _resolve(Found(value, "agency", value["agency"], path), bodies[0], value, file, faults)


def _resolve(found: Found, target: Target, tree: Any, file: str, faults: Faults) -> None:
    id = found.value
    if not isinstance(id, str) or faults.blamed(file, found.path):
        return
    if id in target.things:
        found.holder[found.key] = target.things[id]
    else:
        faults.add(no_such(found.path, id, target.kind, list(target.things), target.where, tree, file))


def no_such(path: Path, id: str, kind: str, known: list[str], where: str, tree: Any, file: str) -> Fault:
    """The fault of an id that leads nowhere."""
    near = nearest(id, known)
    what = sentence(tree, path, f"is {shown(id)}, and there is no such {kind} {where}.")
    why = (
        f"The ids there: {listed(known[:20], 'and')}{' and more' if len(known) > 20 else ''}."
        if known
        else f"No {kind} is listed."
    )
    do = f'Did you mean "{near}"? Correct it.' if near else f"Correct the id, or list the {kind} first."
    instead = (near,) if near else ()
    return Fault("NoSuchReference", file, path, what, why, do, id, instead=instead)
