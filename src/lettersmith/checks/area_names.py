"""The names of councils and districts in a text: where they stand, and which of them are known there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lettersmith.checks.facts import find as find_facts
from lettersmith.checks.kept import keep_last
from lettersmith.model.area import Area
from lettersmith.model.inspection import Inspection
from lettersmith.model.subject import Subject

SAME_WIDTH = str.maketrans({"-": " ", "‑": " ", "’": "'", "\u00a0": " ", "\n": " "})
"""Letters that are written in two ways; each stays one letter, so that positions stay true."""

WORD = re.compile(r"\w+")
CAPITALISED = re.compile(r"\b[A-Z]\w*")


class Found(NamedTuple):
    """A name of an area in a text."""

    start: int
    end: int
    area: Area


def same(text: str) -> str:
    """A text as names are compared: small letters, one kind of hyphen and apostrophe, as long as it was."""
    return text.translate(SAME_WIDTH).lower()


Index = Mapping[str, tuple[tuple[str, Area], ...]]


@keep_last
def index(areas: tuple[Area, ...]) -> Index:
    """The names of all areas by their first word, the longest first."""
    by_word: dict[str, list[tuple[str, Area]]] = {}
    for written, those in by_name(areas).items():
        entries = by_word.setdefault(WORD.findall(written)[0], [])
        for area in those:
            entries.append((written, area))
            if " and " in written:
                entries.append((written.replace(" and ", " & "), area))
    return {word: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for word, names in by_word.items()}


@keep_last
def by_name(areas: tuple[Area, ...]) -> Mapping[str, tuple[Area, ...]]:
    """All areas by each of their names in small letters."""
    found: dict[str, tuple[Area, ...]] = {}
    for area in areas:
        for name in names_of(area):
            found[same(name)] = (*found.get(same(name), ()), area)
    return found


def names_of(area: Area) -> tuple[str, ...]:
    """Every name of an area, with "X" and "City of X" for "X, City of"."""
    names = (area.name, *area.also_known_as)
    turned = [name.split(", ") for name in names if name.endswith((", City of", ", County of"))]
    return (*names, *(parts[0] for parts in turned), *(f"{parts[1]} {parts[0]}" for parts in turned))


def find(text: str, names: Index) -> Iterator[Found]:
    """Every area's name in a text, the longest that fits at each place."""
    compared = ""
    after = 0
    for word in CAPITALISED.finditer(text):
        if word.start() < after:
            continue
        candidates = names.get(word.group().lower())
        if not candidates:
            continue
        compared = compared or same(text)
        for name, area in candidates:
            end = word.start() + len(name)
            if compared.startswith(name, word.start()) and not compared[end : end + 1].isalnum():
                after = end
                yield Found(word.start(), end, area)
                break


TEAM = ("lead", "quality_assurance", "members", "senders")


class Known(NamedTuple):
    """What may be named in the documents of one inspection."""

    areas: frozenset[str]
    """Names, in small letters, of the inspected area and of the areas listed as known."""
    counties: frozenset[str]
    """Counties among them: their districts are known with them."""
    phrases: tuple[str, ...]
    """Longer names from the facts that may hold an area's name: people, their bodies and regions, the own address."""

    def covers(self, area: Area) -> bool:
        """Whether an area is the inspected one, one listed as known, or a district of it."""
        return area.county in self.counties or not self.areas.isdisjoint(map(same, names_of(area)))


@keep_last
def known(subject: Subject) -> Known:
    """What the inspection names as its own."""
    facts = subject.inspection
    own = list(_texts(facts, "inspection.area.name", "inspection.area.also_known_as", "inspection.other_areas.name"))
    team = [person for group in TEAM for person in find_facts(facts, f"inspection.team.{group}")]
    people = [*find_facts(facts, "inspection.people.name"), *(person.get("name") for person in team)]
    longer = [
        *_texts(facts, "inspection.area.authority", "inspection.area.address"),
        *_texts(facts, "inspection.signatories.name", "inspection.signatories.post"),
        *(person.text for person in people),
        *(line.text for person in team for line in person.get("address").items()),
    ]
    names = frozenset(map(same, own))
    return Known(
        names,
        frozenset(area.name for name in names for area in by_name(subject.areas).get(name, ())),
        tuple({same(phrase): None for phrase in (*longer, *own)}),
    )


def _texts(inspection: Inspection | None, *paths: str) -> Iterator[str]:
    for path in paths:
        for fact in find_facts(inspection, path):
            yield fact.text
