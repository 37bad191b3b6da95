"""A rule made ready to run, and what the rules of one file share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lettersmith.checks.style import kinds
from lettersmith.model.remark import Remark
from lettersmith.model.style import StyleBook, StyleRule


class Unfit(Exception):
    """A rule cannot run: its settings or its pattern are wrong. The text says what, as a plain sentence."""


@dataclass(slots=True)
class Compiled:
    """One rule with what its type made of it. Made on first use and kept: most letters never need most rules."""

    rule: StyleRule
    book: StyleBook
    _made: Any = None

    @property
    def made(self) -> Any:
        """What `prepare` of the rule's type returned. Raises Unfit for a rule that cannot run."""
        if self._made is None:
            self._made = kinds.module(self.rule.type).prepare(self.rule, self.book)
        return self._made

    def as_rule(self, rule: StyleRule) -> Compiled:
        """The same under another level: nothing is made anew."""
        return Compiled(rule, self.book, self._made)


@dataclass(slots=True)
class State:
    """What the rules of one file share while it is checked, and what went wrong."""

    sequences: set[str] = field(default_factory=set)
    """What `consistency` and `conditional` have met so far, in the order of the document; one set for all rules."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """For `metric`: how many lists, headings and so on the file has: `heading.h1`, `list`, `blockquote`, `pre`."""
    kept: dict[str, Any] = field(default_factory=dict)
    """Whatever a type of rule wants to work out once for a file, under the name of its module."""
    faults: list[Remark] = field(default_factory=list)
    """Rules that could not run, or were stopped because they ran away."""
