"""Who signs a joint letter: somebody for each of the inspectorates, and one for each."""

from __future__ import annotations

from typing import Any

from lettersmith.intake.faults import Fault, Faults
from lettersmith.intake.paths import Path
from lettersmith.intake.references import INSPECTION_FILE
from lettersmith.intake.show import listed, shortened
from lettersmith.intake.walk import find
from lettersmith.model.facts import Sourced
from lettersmith.model.framework import Framework
from lettersmith.model.remark import Level

SIGNERS = (("signatories", Level.ERROR), ("team.senders", Level.WARNING))
"""Who signs the letter, and how much it weighs that one lacks: the senders sign it only while nobody is named for it,
and each of them sends emails that do not wait for the others."""


def check_signatories(inspection: Any, framework: Framework, faults: Faults) -> None:
    """Add a fault where an inspectorate of a joint framework has nobody who signs for it, or has two.

    Inspectorates are already in the place of their ids.
    """
    if len(framework.inspectorates) < 2:
        return
    for place, level in SIGNERS:
        path: Path = tuple(place.split("."))
        people = [plain(found.value) for found in find(inspection, f"{place}[]")]
        if people:
            if not faults.blamed(INSPECTION_FILE, path):
                _check(people, path, level, framework, faults)
            return


def plain(value: Any) -> Any:
    """What a reference leads to; any other value as it is."""
    return value.value if isinstance(value, Sourced) else value


def _check(people: list[Any], path: Path, level: Level, framework: Framework, faults: Faults) -> None:
    signers: dict[str, list[str]] = {id: [] for id in framework.inspectorates}
    unread = 0
    for person in people:
        body = plain(person.get("inspectorate")) if isinstance(person, dict) else None
        if isinstance(body, dict) and body.get("id") in signers:
            signers[body["id"]].append(shortened(str(person.get("name", "somebody"))))
        else:
            unread += 1  # what is wrong with it is told elsewhere, and it may be the one that lacks
    missing = [_name(framework, id) for id, names in signers.items() if not names]
    if len(missing) <= unread:
        missing = []
    several = [f"{_name(framework, id)}: {listed(names, 'and')}" for id, names in signers.items() if len(names) > 1]
    what = [f"Nobody signs for {listed(missing, 'and')}."] if missing else []
    what += [f"More than one signs for {each}." for each in several]
    if not what:
        return
    do = "Add who signs for each that lacks." if missing else "Take one of them out, or leave it if both are to sign."
    if missing and several:
        do = "Is the inspectorate of one of them wrong? Correct it, or add who signs for each that lacks."
    title = framework.title[:1].lower() + framework.title[1:]
    why = f"The letter of findings of a {title} is signed for each inspectorate."
    weight = level if missing else Level.WARNING
    faults.add(Fault("Signatories", INSPECTION_FILE, path, " ".join(what), why, do, level=weight))


def _name(framework: Framework, id: str) -> str:
    """An inspectorate as it is printed under a signature."""
    body = framework.inspectorates[id]
    return str(body.get("printed") or body.get("label") or id)
