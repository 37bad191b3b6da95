"""The first files of a new inspection."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from lettersmith.catalogue.catalogue import Catalogue
from lettersmith.catalogue.templates import not_there
from lettersmith.errors import LettersmithError, Unreadable
from lettersmith.issue.disk import put
from lettersmith.model.facts import TO_FILL_IN
from lettersmith.model.framework import Framework, Seat
from lettersmith.model.remark import Level, Remark
from lettersmith.workspace import layers

FILL_IN: dict[str, str] = {"unknown": TO_FILL_IN}
"""What stands for a fact that nobody has entered: documents that need it are refused, and say so."""
KNOWN = ("area", "dates", "team", "people", "addressees", "concerns")
"""Entries that every inspection has; of these only what a document cannot do without is asked for."""


def start(id: str, folder: Path, like: Path | None) -> list[Path]:
    """Write the files of a new inspection; with `like`, with the team and contacts of an older one.

    Raises Unreadable if there is no such framework, the folder holds an inspection already, the older one cannot be
    read, or the disk refuses.
    """
    catalogue = Catalogue(layers(folder, "templates"))
    try:
        framework = catalogue.framework(id)
    except KeyError:
        raise not_there(f"There is no framework {id!r}.", f"There are: {', '.join(catalogue.frameworks())}.") from None
    if (folder / "inspection.json").exists():
        what = f"{folder} holds an inspection already."
        raise Unreadable(Remark("Files.NotWritten", Level.ERROR, what, do="Choose another folder."))
    facts = blank(framework, addressees(catalogue, framework))
    uses = facts_used(catalogue, framework)
    for path in sorted(uses, key=uses.__getitem__, reverse=True):
        keys = path.split(".")[1:]
        if uses[path] or (len(keys) > 1 and keys[0] in facts and keys[0] not in KNOWN):
            leave_room(facts, keys, framework)
    if like:
        facts |= team_and_contacts(like)
    files: dict[str, Any] = {
        "inspection.json": facts,
        "judgements.json": {"findings": []},
        "evidence.json": [],
    }
    for name, value in files.items():
        put(folder / name, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    return [folder / name for name in files]


def facts_used(catalogue: Catalogue, framework: Framework) -> dict[str, bool]:
    """The facts of inspection.json that the framework's documents use, by path: whether one cannot do without it."""
    from lettersmith.merge import compile_template

    uses: dict[str, bool] = {}
    for kind in catalogue.kinds(framework.id):
        with suppress(LettersmithError):  # a template that cannot be used says so when the document is made
            for use in compile_template(catalogue.template(framework.id, kind)).fields:
                if use.path.startswith("inspection.") and "[" not in use.path:
                    uses[use.path] = uses.get(use.path, False) or use.always
    return uses


def leave_room(facts: dict[str, Any], keys: list[str], framework: Framework) -> None:
    """Put a place to fill in where a path leads, unless there is one. Somebody pointed to is pointed to by an id."""
    here = facts
    for key in keys[:-1]:
        if key in ("inspectorate", "spoken_to"):
            here.setdefault(
                key, next(iter(inspectorates(framework))) if key == "inspectorate" else facts["people"][0]["id"]
            )
        found = here.setdefault(key, {})
        if not isinstance(found, dict) or found == FILL_IN:
            return
        here = found
    here.setdefault(keys[-1], FILL_IN)


def inspectorates(framework: Framework) -> tuple[str, ...]:
    """Ids of the inspectorates that inspect together under a framework."""
    return tuple(framework.facts.get("inspectorates", {}))


def addressees(catalogue: Catalogue, framework: Framework) -> dict[str, list[str]]:
    """The lists of people that documents go to, with the seats of the framework that belong on each."""
    lists: dict[str, list[str]] = {}
    for kind in catalogue.kinds(framework.id):
        with suppress(LettersmithError):
            template = catalogue.template(framework.id, kind)
            for way, path in (("to", template.for_each), ("to", template.addressee), ("copy", template.copies)):
                if path.startswith("inspection.addressees."):
                    roles = [seat.role for seat in framework.seats if seat.documents.get(kind) == way]
                    lists.setdefault(path.rpartition(".")[2], roles)
    return lists


def blank(framework: Framework, lists: dict[str, list[str]]) -> dict[str, Any]:
    """`inspection.json` with a place for everyone whom the framework's documents go to or come from."""
    joint = len(inspectorates(framework)) > 1
    team: dict[str, Any] = {
        "lead": person("lead", "Lead inspector"),
        "quality_assurance": person("qa", "Quality assurance manager"),
        "members": [person("inspector-1", "Inspector")],
    }
    if joint:
        team["members"][0]["inspectorate"] = inspectorates(framework)[0]
        team["senders"] = [
            {**person(f"sender-{id}", "Inspector who writes to the agencies"), "inspectorate": id}
            for id in inspectorates(framework)
        ]
    return {
        "framework": framework.id,
        "area": {"name": "", "authority": FILL_IN, "website": FILL_IN, "address": FILL_IN},
        "other_areas": [],
        "dates": {framework.day_zero: FILL_IN},
        "team": team,
        "people": [
            official(seat, spoken_to=joint and seat.role in lists.get("notification", ())) for seat in framework.seats
        ],
        "addressees": lists,
        "concerns": [],
    }


def official(seat: Seat, *, spoken_to: bool) -> dict[str, Any]:
    """An official of an agency with everything to fill in; with the call before the email, if there is one."""
    return {
        "id": seat.role,
        "name": FILL_IN,
        "post": seat.label,
        "role": seat.role,
        "organisation": FILL_IN,
        **({"agency": seat.agency} if seat.agency else {}),
        "email": FILL_IN,
        "phone": FILL_IN,
        "address": FILL_IN,
        **({"spoken_to": seat.role, "spoken_at": FILL_IN} if spoken_to else {}),
    }


def person(id: str, post: str) -> dict[str, Any]:
    """A member of the team with everything to fill in."""
    return {"id": id, "name": FILL_IN, "post": post, "email": FILL_IN, "phone": FILL_IN, "mobile": FILL_IN}


def team_and_contacts(like: Path) -> dict[str, Any]:
    """The team, and the contacts that do not belong to the area, of an older inspection."""
    try:
        old = json.loads((like / "inspection.json").read_text(encoding="utf-8-sig"))
    except OSError:
        what = f"{like} is not the folder of an inspection that can be opened."
        raise Unreadable(Remark("Files.NotRead", Level.ERROR, what, do="Correct the folder's name.")) from None
    except (ValueError, RecursionError):
        what = f"The inspection.json of {like} is broken."
        do = f"`lettersmith validate {like}` says what is wrong with it."
        raise Unreadable(Remark("Files.NotRead", Level.ERROR, what, do=do)) from None
    wanted = ("team", "portal", "mailbox", "settings")
    return {key: old[key] for key in wanted if isinstance(old, dict) and key in old}
