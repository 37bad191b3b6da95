"""What the checks look at: one manuscript, with all that is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from lettersmith.model.area import Area
from lettersmith.model.calendar import Calendar
from lettersmith.model.framework import Framework
from lettersmith.model.grammar import GrammarEngine
from lettersmith.model.inspection import Inspection
from lettersmith.model.layout import Layout
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.nothing import NOTHING
from lettersmith.model.style import StyleBook
from lettersmith.model.template import Template


class Subject(NamedTuple):
    """One manuscript under check. What is None is not known: a file that somebody sent has no template."""

    manuscript: Manuscript
    template: Template | None = None
    framework: Framework | None = None
    inspection: Inspection | None = None
    layout: Layout | None = None
    areas: tuple[Area, ...] = ()
    """Every council and district in England."""
    calendar: Calendar | None = None
    timetable: Mapping[str, tuple[date, date]] = NOTHING
    """First and last day of each step of the timetable whose base is known."""
    today: date | None = None
    places: Mapping[str, tuple[str, str, str]] = NOTHING
    """Where each fact that a duty names really stands, and what it is: `addressee.name` is file `inspection.json`,
    path `$.people[3].name`, "Ada Quill"."""
    styles: StyleBook | None = None
    """The style rules to check by; None for none."""
    grammar: GrammarEngine | None = None
    """The engine for grammar and spelling; None for none."""
    known: frozenset[str] = frozenset()
    """Words that are right in this document: names, places and terms of its inspection."""
    all_text: bool = False
    """Whether style rules look inside quotations too, and every audience's rules are on."""
