"""Which rules run on a file, and at which level: what the sections of `.vale.ini` say."""

from __future__ import annotations

from collections.abc import Mapping

from lettersmith.checks.style import globs
from lettersmith.model.style import StyleBook, StyleRule

LEVELS = {"suggestion": 0, "warning": 1, "error": 2}
EVERYWHERE = "*"


def for_file(book: StyleBook, path: str) -> tuple[StyleRule, ...]:
    """The rules for one file, each at the level that it has there. Without sections, all rules of the book.

    A rule's own setting counts before its style's, and a section for the file before `[*]`; of several sections for
    the file the last one counts. Rules below `MinAlertLevel` are left out.
    """
    if not book.sections:
        return book.rules
    everywhere = next((section for section in book.sections if section.glob == EVERYWHERE), None)
    based: tuple[str, ...] = everywhere.styles if everywhere else ()
    own: dict[str, str] = {}
    for section in book.sections:
        if section.glob != EVERYWHERE and globs.matches(section.glob, path):
            own.update(section.rules)
            based = section.styles if "BasedOnStyles" in section.settings else based
    common = everywhere.rules if everywhere else {}
    least = LEVELS.get((book.settings.get("MinAlertLevel") or ("suggestion",))[-1], 0)
    found = []
    for rule in book.rules:
        if _runs(rule, own, common, based):
            level = _level(rule, own) or _level(rule, common) or rule.level
            if LEVELS[level] >= least:
                found.append(rule if level == rule.level else rule._replace(level=level))
    return tuple(found)


def _runs(rule: StyleRule, own: Mapping[str, str], common: Mapping[str, str], based: tuple[str, ...]) -> bool:
    style = rule.style
    for switches in (own, common):
        value = switches.get(rule.id, switches.get(style))
        if value is not None:
            return value == "YES" or value in LEVELS
    return style in based


def _level(rule: StyleRule, switches: Mapping[str, str]) -> str:
    """The level that some settings give a rule, itself or by its style; empty for none."""
    for name in (rule.id, rule.style):
        if switches.get(name) in LEVELS:
            return switches[name]
    return ""
