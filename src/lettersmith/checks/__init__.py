"""Checks: each looks at one manuscript, with all that is known about it, and says what is wrong with it.

One check, one file, one function `check(subject)` that yields remarks. To add one: write the file, and its name here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from lettersmith.checks import (
    acronyms,
    consistency,
    dates,
    deadlines,
    duties,
    effects,
    evidence,
    for_children,
    gaps,
    grades,
    grammar,
    hard_words,
    identifiers,
    length,
    letter_parts,
    number_style,
    other_area,
    other_language,
    people,
    priority,
    reading_level,
    sentences,
    style,
    timescales,
)
from lettersmith.checks.overlaps import without_overlaps
from lettersmith.checks.places import whole
from lettersmith.checks.styles_in_use import styles_of
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

Check = Callable[[Subject], Iterator[Remark]]

CHECKS: tuple[Check, ...] = (
    gaps.check,
    duties.check,
    other_area.check,
    people.check,
    dates.check,
    deadlines.check,
    grades.check,
    identifiers.check,
    evidence.check,
    priority.check,
    timescales.check,
    for_children.check,
    length.check,
    sentences.check,
    reading_level.check,
    hard_words.check,
    other_language.check,
    grammar.check,
    style.check,
    acronyms.check,
    consistency.check,
    number_style.check,
    letter_parts.check,
    effects.check,
)
"""Every check, in the order in which they run. A test compares this list with the folder."""

_WEIGHT = {Level.ERROR: 0, Level.WARNING: 1, Level.SUGGESTION: 2}


def run(subject: Subject) -> tuple[Remark, ...]:
    """What all checks say about one manuscript: errors first, then in the order of the text.

    A check that breaks down is itself an error, `Checks.Failed`: a document is never cleared by a check that did not
    finish.
    """
    remarks = [remark for check in CHECKS for remark in _remarks_of(check, subject)]
    families = styles_of(subject.styles) if subject.styles else ()
    apart = without_overlaps(grammar.without_repeats(remarks), (*families, "Grammar"))
    return tuple(sorted(apart, key=_order))


def _order(remark: Remark) -> tuple[int, int, int, str, str]:
    place = remark.place
    return _WEIGHT[remark.level], place.block, place.start, remark.rule, remark.what


def _remarks_of(check: Check, subject: Subject) -> list[Remark]:
    found: list[Remark] = []
    try:
        found.extend(check(subject))
    except Exception as error:  # a check must never take the route down, nor be skipped
        found.append(_failed(check, error, subject))
    return found


def _failed(check: Check, error: Exception, subject: Subject) -> Remark:
    """The remark of a check that broke down. The error's own words are left out: they may quote the letter."""
    name = check.__module__.rpartition(".")[2].replace("_", " ")
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{PurePath(trace.tb_frame.f_code.co_filename).name} line {trace.tb_lineno}" if trace else "unknown place"
    return Remark(
        "Checks.Failed",
        Level.ERROR,
        f'The check "{name}" broke down, so nobody knows whether the document passes it.',
        whole(subject),
        why="A document is sent only when every check has read it.",
        do=f"This is a fault of the program. Report it with these words: {type(error).__name__}, {where}.",
    )
