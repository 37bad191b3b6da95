"""The style rules: what they say of a manuscript."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lettersmith.checks.finding_lists import parts_at
from lettersmith.checks.places import place, whole
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import OFF, Alert, RuleNotes, StyleBook, StyleRule
from lettersmith.model.subject import Subject

if TYPE_CHECKING:
    from lettersmith.checks.style.units import Piece

OF_WORDS = frozenset(("existence", "substitution", "spelling", "capitalization"))
"""Types of rules that say nothing of a name."""


class _Told(NamedTuple):
    """A rule as it runs on a kind of document for an audience."""

    level: Level
    notes: RuleNotes


class _Choice(NamedTuple):
    """The rules of a book that run on a kind of document for an audience."""

    book: StyleBook
    asked: tuple[str, str, bool]
    """The audience, the kind, and whether all of the text is read."""
    rules: tuple[StyleRule, ...]
    told: dict[str, _Told]
    """By the rule's id."""
    bases: set[str]
    """The scopes that they ask for."""


_choices: list[_Choice] = []
"""Those that were used last."""

CHOICES = 8


def check(subject: Subject) -> Iterator[Remark]:
    """What the rules of the book say: at the level for the audience, for this kind of document, in their own parts.

    Quotations are left alone by rules that do not ask for them. A rule that could not run, or was stopped, is a remark.
    """
    book = subject.styles
    if book is None or not book.rules:  # then there is no need to load what tries rules
        return
    from lettersmith.checks.style.compiled import State
    from lettersmith.checks.style.engine import run
    from lettersmith.checks.style.units import pieces

    choice = _choice(subject, book)
    found = pieces(subject.manuscript, choice.bases, subject.all_text)
    state = State()

    def where(unit: int, start: int) -> tuple[int, int]:
        piece = found[unit]
        return piece.unit.at, piece.offset + start

    for alert in run([piece.unit for piece in found], book, choice.rules, state=state, place=where):
        piece = found[alert.unit]
        told = choice.told[alert.rule.id]
        if _in_its_parts(subject, told.notes, piece) and not _is_a_name(subject, alert, piece.unit.text):
            yield _remark(subject, alert, piece, told)
    yield from state.faults


def _choice(subject: Subject, book: StyleBook) -> _Choice:
    """The rules that run on a document. It is kept: one letter is checked after the other."""
    asked = (subject.manuscript.audience, subject.manuscript.kind, subject.all_text)
    for kept in _choices:
        if kept.book is book and kept.asked == asked:
            return kept
    from lettersmith.checks.style import scopes

    told = {
        rule.id: _Told(level, book.notes.get(rule.id) or RuleNotes(rule.id))
        for rule in book.rules
        if (level := level_for(subject, rule)) is not None
    }
    rules = tuple(rule for rule in book.rules if rule.id in told)
    choice = _Choice(book, asked, rules, told, {base for rule in rules for base in scopes.bases(rule.scopes)})
    _choices[:] = [choice, *_choices][:CHOICES]
    return choice


def level_for(subject: Subject, rule: StyleRule) -> Level | None:
    """The level at which a rule runs on a document; None where it does not."""
    notes = subject.styles.notes.get(rule.id) if subject.styles else None
    if notes is None:
        return Level(rule.level)
    if notes.kinds and subject.manuscript.kind not in notes.kinds:
        return None
    level = notes.levels.get(subject.manuscript.audience, rule.level)
    if level == OFF:
        return Level(rule.level) if subject.all_text else None
    return Level(level)


def _in_its_parts(subject: Subject, notes: RuleNotes, piece: Piece) -> bool:
    if not notes.parts:
        return True
    return piece.passage is not None and not parts_at(subject.manuscript, piece.passage).isdisjoint(notes.parts)


def _is_a_name(subject: Subject, alert: Alert, text: str) -> bool:
    """Whether the words meant are a name or term of this inspection, or stand inside one."""
    if alert.rule.type not in OF_WORDS:
        return False
    observed = text[alert.start : alert.end]
    for name in subject.known:
        inside = name.find(observed)
        if inside >= 0 and text.startswith(name, alert.start - inside) and alert.start >= inside:
            return True
    return False


def _remark(subject: Subject, alert: Alert, piece: Piece, told: _Told) -> Remark:
    rule, message, _, start, end, instead = alert
    level, notes = told
    offset, passage = piece.offset, piece.passage
    return Remark(
        rule.id,
        level,
        sentence(message),
        place(subject, passage, offset + start, offset + end) if passage else whole(subject),
        why=notes.why,
        do=notes.do,
        instead=tuple([words for words in instead if words]) if instead else (),
        source=notes.source,
        link=rule.link,
    )


@lru_cache(maxsize=4096)
def sentence(message: str) -> str:
    """A rule's message as a plain sentence: with a capital, unless it begins with the words meant, and a full stop."""
    text = " ".join(message.split())
    if text and text[-1] not in ".?!…" and not text.endswith((".'", '."', ".”", ".’", ".)")):
        text += "."
    return text[:1].upper() + text[1:]
