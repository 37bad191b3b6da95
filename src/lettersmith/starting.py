"""The first files of a new inspection."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lettersmith.catalogue.catalogue import Catalogue
from lettersmith.catalogue.templates import not_there
from lettersmith.errors import Unreadable
from lettersmith.issue.disk import put
from lettersmith.model.framework import Framework
from lettersmith.model.remark import Level, Remark
from lettersmith.workspace import layers

FILL_IN: dict[str, str] = {"unknown": "to be filled in"}
"""What stands for a fact that nobody has entered: documents that need it are refused, and say so."""


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
    facts = blank(framework)
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


def blank(framework: Framework) -> dict[str, Any]:
    """`inspection.json` with a place for everything that the framework's documents use."""
    people = [
        {
            "id": seat.role,
            "name": FILL_IN,
            "post": seat.label,
            "role": seat.role,
            "organisation": FILL_IN,
            **({"agency": seat.agency} if seat.agency else {}),
            "email": FILL_IN,
            "phone": FILL_IN,
            "address": FILL_IN,
        }
        for seat in framework.seats
    ]
    letters = [seat.role for seat in framework.seats if "to" in seat.documents.values()]
    copies = [seat.role for seat in framework.seats if seat.role not in letters]
    return {
        "framework": framework.id,
        "area": {"name": "", "authority": FILL_IN, "website": FILL_IN, "address": FILL_IN},
        "other_areas": [],
        "dates": {framework.day_zero: FILL_IN},
        "team": {
            "lead": person("lead", "Lead inspector"),
            "quality_assurance": person("qa", "Quality assurance manager"),
            "members": [],
        },
        "people": people,
        "addressees": {"notification": letters, "letter": letters, "copies": copies},
        "concerns": [],
    }


def person(id: str, post: str) -> dict[str, Any]:
    """A member of the team with everything to fill in."""
    return {"id": id, "name": FILL_IN, "post": post, "email": FILL_IN, "phone": FILL_IN}


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
