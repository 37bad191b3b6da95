"""One released version of one document in one framework, as its folder states it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lettersmith.model.look import Letterhead
from lettersmith.model.nothing import NOTHING


class Range(NamedTuple):
    """A limit with a warning before it: `words = { warn = 900, cap = 1200 }`. 0 stands for none."""

    warn: int = 0
    cap: int = 0


NO_LIMIT = Range()


class Limits(NamedTuple):
    """How long a document may be, and how hard."""

    words: Range = NO_LIMIT
    pages: Range = NO_LIMIT
    large_print_pages: Range = NO_LIMIT
    part_words: Mapping[str, Range] = NOTHING
    """Name of a part to its limit in words."""
    sentence_words: Range = NO_LIMIT
    """Words a sentence: stricter than what the audience is given, never looser."""
    grade: int = 0
    """Reading grade over which there is a warning, never more; 0 for the audience's."""
    part_sentence_words: Mapping[str, Range] = NOTHING
    """Name of a part to its own limit for sentences."""
    part_grade: Mapping[str, int] = NOTHING
    """Name of a part to its own reading grade."""


class Duty(NamedTuple):
    """One statement that a document must make, with who says so."""

    id: str
    says: str
    """The duty in words, for the remark."""
    source: str
    part: str
    """Name of the template part (`::: name`) that meets it."""
    words: tuple[str, ...] = ()
    """Words that must stand in that part, in any letter case."""
    fields: tuple[str, ...] = ()
    """Facts that must stand in that part: `inspection.area.name`."""
    when: str = ""
    """A condition in the template language; empty for always."""


class FieldUse(NamedTuple):
    """One fact that a template uses."""

    path: str
    """`judgements.findings[].text`"""
    file: str
    line: int
    """Line of the template; of a Word template the paragraph."""
    always: bool
    """Whether every letter needs it, or only those where a condition holds."""


class Template(NamedTuple):
    """A template, read whole: nothing of it is looked up later."""

    framework: str
    kind: str
    version: str
    title: str
    requirement: str
    """`K64` of the requirements."""
    audience: str
    changes: str
    """What is new in this version, for whoever decides to use it."""
    body: str
    """Name of the body: `letter.md` or `form.docx`."""
    texts: Mapping[str, str]
    """Every Markdown text it may include, by name: the body itself, `shared/complain-1.md`."""
    form: bytes
    """The whole Word template; empty for a Markdown body."""
    letterhead: Letterhead
    formats: tuple[str, ...]
    folder: Path
    builtin: bool
    sealed: str
    """The hash it was released with; empty for one that is not released."""
    hash: str
    """The hash of what it is now."""
    description: str = ""
    for_each: str = ""
    """The list of facts that gives one document each: `inspection.concerns`; empty for one document."""
    each: str = ""
    """The name of the one in hand: `concern`."""
    addressee: str = ""
    """Path of the person it is addressed to, such as `inspection.addressees.letter`; empty where there is none."""
    copies: str = ""
    sender: str = ""
    large_print: bool = False
    email: bool = False
    attachments: tuple[str, ...] = ()
    marking: Mapping[str, str] = NOTHING
    """Stage (`draft`, `final`) to security marking."""
    codes_allowed: bool = False
    """Whether case references may stand in it: only papers between inspectorate and agencies."""
    due: str = ""
    """Id of the timetable step by which it goes out."""
    needs_fields: tuple[str, ...] = ()
    needs_engines: tuple[str, ...] = ()
    limits: Limits = Limits()
    duties: tuple[Duty, ...] = ()
    greeting: str = ""
    close: str = ""

    @property
    def id(self) -> str:
        """`jtai-2017/findings-letter@1.0.0`"""
        return f"{self.framework}/{self.kind}@{self.version}"

    def file(self, name: str) -> str:
        """How a file of this template is named to people."""
        return name if name.startswith("shared/") else f"{self.id}/{name}"
