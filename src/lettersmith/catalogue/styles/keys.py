"""The keys of a rule's file: which each type knows, as in Vale."""

from __future__ import annotations

COMMON = frozenset(
    [
        "action",
        "description",
        "extends",
        "level",
        "limit",
        "link",
        "matchcase",
        "message",
        "name",
        "scope",
        "selector",
        "tests",
    ]
)

BY_TYPE = {
    "capitalization": "check exceptions indicators match prefix style threshold vocab",
    "conditional": "exceptions first ignorecase in second vocab",
    "consistency": "either ignorecase nonword",
    "existence": "append exceptions ignorecase nonword raw tokens vocab",
    "metric": "condition formula",
    "occurrence": "ignorecase max min token",
    "readability": "grade metrics",
    "repetition": "alpha exceptions ignorecase max tokens vocab",
    "script": "script",
    "sequence": "exceptions ignorecase model tokens",
    "spelling": "aff append custom dic dicpath dictionaries exceptions filters ignore threshold",
    "substitution": "capitalize exceptions ignorecase nonword pos swap vocab",
}
"""Vale's types of rules, and the keys that each has besides the common ones."""

LENIENT = frozenset(("consistency", "spelling"))
"""Types that pass over keys that they do not know."""

LEVELS = ("suggestion", "warning", "error")


def known(type: str) -> frozenset[str]:
    """Every key that a rule of some type may have."""
    return COMMON | frozenset(BY_TYPE[type].split())
