"""Places of the facts in the reader's own words: `finding S4`, not `$.findings[3]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from lettersmith.model.facts import Sourced
from lettersmith.model.inspection import Inspection

ENTRY = re.compile(r"^\$(?:\.(?P<list>\w+(?:\.\w+)*))?\[(?P<index>\d+)\](?:\.(?P<field>.+))?$")
NOUNS = {
    "findings": "finding",
    "concerns": "concern",
    "people": "person",
    "team.members": "team member",
    "team.senders": "sender",
    "signatories": "signatory",
    "main_findings": "main finding",
    "practice_studies": "practice study",
    "grades": "grade of",
    "other_areas": "other area",
}
PEOPLE = ("people", "team.members", "team.senders")
"""Lists whose entries are called by their post."""
FIELDS = {
    "for_children": "words for children",
    "text": "",
    "impact": "impact",
    "reply_by": "reply by",
    "spoken_to": "who you spoke to",
}


def namer(inspection: Inspection) -> Callable[[str, str], str]:
    """A function from file and JSON path to words; empty where there is nothing better than the path."""

    def name(file: str, path: str) -> str:
        found = ENTRY.match(path)
        if not found:
            return ""
        root = file.removesuffix(".json").split("/")[0]
        entry = entry_at(inspection, root, found["list"] or "", int(found["index"]))
        noun = NOUNS.get(found["list"] or "", "evidence" if root == "evidence" else "")
        if not noun or entry is None:
            return ""
        field = FIELDS.get(found["field"] or "", (found["field"] or "").replace("_", " "))
        post = entry.get("post")
        if isinstance(post, Sourced):
            post = post.value
        if found["list"] in PEOPLE and isinstance(post, str) and post.strip():
            return ", ".join(part for part in (post.strip(), field) if part)
        label = next((str(entry[key]) for key in ("id", "judgement", "heading", "title", "name") if key in entry), "")
        return ", ".join(part for part in (f"{noun} {label or int(found['index']) + 1}", field) if part)

    return name


def entry_at(inspection: Inspection, root: str, path: str, index: int) -> Mapping[str, Any] | None:
    """One entry of a list of the facts; None if it is not there or is no object."""
    values = inspection.value(f"{root}.{path}") if path else inspection.facts.get(root)
    if not isinstance(values, list) or index >= len(values):
        return None
    value = values[index].value if isinstance(values[index], Sourced) else values[index]
    return value if isinstance(value, Mapping) else None
