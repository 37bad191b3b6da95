"""What a check says about a manuscript, a template or the facts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from lettersmith.model.place import Place


class Level(StrEnum):
    """How much a remark weighs. Only an error stops a document."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def in_words(self) -> str:
        """The level as people read it."""
        return {"error": "must change", "warning": "look at this", "suggestion": "could be better"}[self.value]


class Remark(NamedTuple):
    """One thing a check has to say, with what is wrong, where, why and what to do."""

    rule: str
    """Stable id, `Family.Rule`: `Gaps.Missing`, `Length.Pages`, `PlainEnglish.Wordy`."""
    level: Level
    what: str
    """What is wrong, as one or two sentences for the reader, with the value in them."""
    place: Place = Place()
    why: str = ""
    """Why it matters, in a sentence."""
    do: str = ""
    """What to do about it, in a sentence."""
    instead: tuple[str, ...] = ()
    """Words that could stand there instead."""
    source: str = ""
    """Who says so: `120011 ¶107`, `GOV.UK style guide`."""
    link: str = ""
    lacks: tuple[str, ...] = ()
    """Of something that is not in a document: the facts that would bring it in, as dotted paths
    (`inspection.team.senders[].name`), or the seat of the framework (`seat dcs`). Faults of these explain it."""

    @property
    def family(self) -> str:
        """The first part of its rule: `Gaps`, `PlainEnglish`."""
        return self.rule.partition(".")[0]


def errors(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The remarks that stop a document."""
    return tuple(remark for remark in remarks if remark.level is Level.ERROR)
