"""Reading.LongSentence: a sentence that is too long for its reader."""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.places import place
from lettersmith.checks.prose import Sentence, sentences
from lettersmith.checks.where_to_split import where_to_split
from lettersmith.checks.words import brief
from lettersmith.model.audience import AUDIENCES, ReadingLimits
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.model.template import Limits, Range

RULE = "Reading.LongSentence"

WHO = {
    "children": "children",
    "families": "families",
    "public": "the public",
    "staff": "staff",
    "professionals": "professionals",
}
"""Audiences as a message names them."""

A_LIST = "Put what it lists into bullet points, or make two or more sentences of it."
OTHERWISE = "Make two or more sentences of it, or take words out."

OF_TEMPLATE = "The template's limit here"

Levels = tuple[tuple[Level, int], ...]


def check(subject: Subject) -> Iterator[Remark]:
    """One remark for each sentence that is too long, with the longest limit that it breaks."""
    manuscript = subject.manuscript
    given = subject.template.limits if subject.template else Limits()
    own = levels(AUDIENCES[manuscript.audience], made=bool(manuscript.template))
    whole = stricter(own, given.sentence_words)
    parts = {name: stricter(whole, limit) for name, limit in given.part_sentence_words.items()}
    lowest = min(limit for limits in (whole, *parts.values()) for _, limit in limits)
    for sentence in sentences(manuscript):
        if sentence.words > lowest:
            inside = [parts[name] for name in sentence.passage.block.parts if name in parts]
            limits = min(inside, key=_limits_alone, default=whole)
            broken = next(((level, limit) for level, limit in limits if sentence.words > limit), None)
            if broken is not None:
                level, limit = broken
                whose = f"The limit for {WHO[manuscript.audience]}" if limit in _limits_alone(own) else OF_TEMPLATE
                yield _remark(subject, sentence, level, f"{whose} is {limit}.", min(_limits_alone(limits)))


def levels(limits: ReadingLimits, *, made: bool) -> Levels:
    """The limits for one audience, the longest first: `made` by one of our templates, or any other file."""
    if made:
        return (Level.ERROR, limits.made_error), (Level.WARNING, limits.made_warning)
    both = (Level.ERROR, limits.file_error), (Level.WARNING, limits.file_warning)
    return (*both, (Level.SUGGESTION, limits.file_suggestion)) if limits.file_suggestion else both


def stricter(limits: Levels, given: Range) -> Levels:
    """Limits with those of a template, where these are lower.

    >>> stricter(((Level.ERROR, 25), (Level.WARNING, 20)), Range(12, 40))
    ((<Level.ERROR: 'error'>, 25), (<Level.WARNING: 'warning'>, 12))
    """
    own = {Level.ERROR: given.cap, Level.WARNING: given.warn}
    return tuple((level, min(limit, own.get(level) or limit)) for level, limit in limits)


def _limits_alone(limits: Levels) -> list[int]:
    return [limit for _, limit in limits]


def _remark(subject: Subject, sentence: Sentence, level: Level, told: str, lowest: int) -> Remark:
    split = where_to_split(sentence.text, lowest)
    return Remark(
        RULE,
        level,
        f'"{brief(sentence.text)}" has {sentence.words} words. {told}',
        place(subject, sentence.passage, sentence.start, sentence.end),
        why="Long sentences are the first thing that makes a text hard to read.",
        do=f'Split it after "{split.after}".' if split.after else A_LIST if split.is_list else OTHERWISE,
        source="GOV.UK style guide; docs/limits.md",
    )
