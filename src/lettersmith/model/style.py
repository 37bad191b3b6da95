"""Style rules as Vale writes them, what we know of each beside it, and what the engine is given and gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lettersmith.model.nothing import NOTHING
from lettersmith.model.remark import Remark

OFF = "off"
"""The level of a rule that an audience is spared."""


class StyleRule(NamedTuple):
    """One rule: a file `styles/<Style>/<Rule>.yml`, as Vale reads it."""

    id: str
    """`PlainEnglish.Wordy`: the folder's name, a dot, the file's name."""
    type: str
    """What Vale calls `extends`: `existence`, `substitution`, `occurrence`, ..."""
    message: str
    level: str = "warning"
    scopes: tuple[str, ...] = ("text",)
    """Any of them will do. Each may join parts with `&` and leave out with `~`."""
    link: str = ""
    limit: int = 0
    """Most alerts in one file; 0 for any number."""
    settings: Mapping[str, Any] = NOTHING
    """Every other key of the file, as YAML gives it: `tokens`, `swap`, `ignorecase`, ..."""
    file: str = ""
    """Name shown to people: `PlainEnglish/Wordy.yml`."""

    @property
    def style(self) -> str:
        """The style that it belongs to: `PlainEnglish`."""
        return self.id.partition(".")[0]


class RuleNotes(NamedTuple):
    """What Vale's format has no key for: `styles/<Style>/tests/<Rule>.yaml`, beside the rule."""

    rule: str
    why: str = ""
    source: str = ""
    """Who says so, for people: `GOV.UK style guide, words to avoid`."""
    do: str = ""
    """What to do, where the message alone does not say it."""
    levels: Mapping[str, str] = NOTHING
    """Audience to `error`, `warning`, `suggestion` or `off`; an audience that is not named has the rule's own level."""
    kinds: tuple[str, ...] = ()
    """Kinds of document that it is for (`findings-letter`); empty for all, and for files that we did not make."""
    parts: tuple[str, ...] = ()
    """Parts of a template that it is for (`::: priority-action`); empty for all."""
    quotations: bool = False
    """Whether it looks inside quotations and block quotes too. Words of children and parents are theirs."""
    hits: tuple[str, ...] = ()
    """Sentences that must draw the rule."""
    passes: tuple[str, ...] = ()
    """Sentences that must not."""


class Vocabulary(NamedTuple):
    """Words that are right (`accept.txt`), and words that never are (`reject.txt`): each line a pattern."""

    name: str
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


class Section(NamedTuple):
    """One glob section of `.vale.ini`."""

    glob: str
    """`*`, `*.md`, `{docs,notes}/*.txt`"""
    styles: tuple[str, ...] = ()
    """`BasedOnStyles`"""
    rules: Mapping[str, str] = NOTHING
    """Rule id (or style) to `YES`, `NO`, or a level."""
    settings: Mapping[str, tuple[str, ...]] = NOTHING
    """Every other key: `TokenIgnores`, `BlockIgnores`, ..., each with all its values."""


class StyleBook(NamedTuple):
    """All rules within reach, as `catalogue.styles.read_styles` or `.vale.ini` gives them."""

    rules: tuple[StyleRule, ...] = ()
    notes: Mapping[str, RuleNotes] = NOTHING
    """By rule id."""
    vocabularies: tuple[Vocabulary, ...] = ()
    """Those that are in use."""
    sections: tuple[Section, ...] = ()
    """Empty for our own styles, which are all on."""
    settings: Mapping[str, tuple[str, ...]] = NOTHING
    """Core keys of `.vale.ini`: `MinAlertLevel`, `IgnoredScopes`, ..."""
    refused: tuple[Remark, ...] = ()
    """Rules that cannot run here, each with its file and the reason."""
    dictionaries: Mapping[str, tuple[str, str]] = NOTHING
    """Name of a hunspell dictionary to the paths of its `.aff` and `.dic`."""
    table: Mapping[str, Any] = NOTHING
    """Of rules that come with the program: what the engine worked out of them beforehand, as plain data."""
    in_table: frozenset[str] = frozenset()
    """The ids of the rules that are as they were when the table was made."""

    @property
    def styles(self) -> tuple[str, ...]:
        """The names of its styles, in the order of its rules."""
        return tuple(dict.fromkeys(rule.style for rule in self.rules))


class Unit(NamedTuple):
    """A stretch of text that style rules read as one: a paragraph, a heading, a cell, a whole file for `raw`."""

    text: str
    scope: str
    """Most exact name first part last, joined by dots: `text.heading.h2.md`, `paragraph`, `table.cell`, `raw`."""
    at: int = 0
    """Which passage or block it came from, for whoever made the units to find its place again."""
    quoted: tuple[tuple[int, int], ...] = ()
    """Ranges of the text that are other people's words."""
    off: frozenset[str] = frozenset()
    """Rules and styles that comments in the text have switched off here; `*` for all."""


class Alert(NamedTuple):
    """What a style rule says about a unit."""

    rule: StyleRule
    message: str
    unit: int
    """Index into the units given."""
    start: int
    """First character in the unit's text."""
    end: int
    """One past the last."""
    instead: tuple[str, ...] = ()
