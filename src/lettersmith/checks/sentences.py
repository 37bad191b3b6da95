"""Reading.LongSentence: a sentence that is too long for its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from lettersmith.checks.places import place
from lettersmith.checks.prose import Sentence, sentences
from lettersmith.checks.words import IN_TOKEN, brief
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

SPLITS = (
    re.compile(r"[;:] | [–—] "),
    re.compile(
        r", (?:and|but|so|or|yet|although|though|because|while|whereas|which|who|where|when|as"
        r"|meaning|leading|resulting)\b"
    ),
    re.compile(
        r" (?=(?:and|but|so|because|although|though|while|whereas|which|unless|in order to|so that|as well as)\b)"
    ),
    re.compile(r", "),
)
"""Where a sentence may be split, the best kind of place first."""
SIGNS = (";:–—", ",", " ", ",")
"""Of each kind: signs, one of which it holds."""

Levels = tuple[tuple[Level, int], ...]


def check(subject: Subject) -> Iterator[Remark]:
    """One remark for each sentence that is too long, with the longest limit that it breaks."""
    manuscript = subject.manuscript
    given = subject.template.limits if subject.template else Limits()
    whole = stricter(levels(AUDIENCES[manuscript.audience], made=bool(manuscript.template)), given.sentence_words)
    parts = {name: stricter(whole, limit) for name, limit in given.part_sentence_words.items()}
    lowest = min(limit for limits in (whole, *parts.values()) for _, limit in limits)
    for sentence in sentences(manuscript):
        if sentence.words > lowest:
            inside = [parts[name] for name in sentence.passage.block.parts if name in parts]
            yield from _remarks(subject, sentence, min(inside, key=_limits_alone, default=whole))


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


def _remarks(subject: Subject, sentence: Sentence, limits: Levels) -> Iterator[Remark]:
    broken = next(((level, limit) for level, limit in limits if sentence.words > limit), None)
    if broken is None:
        return
    level, limit = broken
    audience = subject.manuscript.audience
    from_template = limit not in _limits_alone(levels(AUDIENCES[audience], made=bool(subject.manuscript.template)))
    at = split_after(sentence.text, min(_limits_alone(limits)))
    yield Remark(
        RULE,
        level,
        f'"{brief(sentence.text)}" has {sentence.words} words. '
        + (f"The template's limit here is {limit}." if from_template else f"The limit for {WHO[audience]} is {limit}."),
        place(subject, sentence.passage, sentence.start, sentence.end),
        why="Long sentences are the first thing that makes a text hard to read.",
        do=f'Split it after "{at}".' if at else "Make two or more sentences of it, or take words out.",
        source="GOV.UK style guide; docs/limits.md",
    )


def split_after(sentence: str, limit: int) -> str:
    """The last words before the best place to split a sentence; empty when there is none.

    The best place leaves both halves within `limit` words and is of the first kind in SPLITS that does; of several it
    is the one nearest to the middle. A half of fewer than four words is none.
    """
    tokens = sentence.split()
    line = " ".join(tokens)
    so_far = list(accumulate(map(IN_TOKEN.__getitem__, tokens), initial=0))
    best: tuple[int, int, int, str] | None = None
    for rank, pattern in enumerate(SPLITS):
        for match in pattern.finditer(line) if any(sign in line for sign in SIGNS[rank]) else ():
            before = line.count(" ", 0, match.start()) + 1
            first, second = so_far[before], so_far[-1] - so_far[before]
            if min(first, second) < 4:
                continue
            over = max(0, max(first, second) - limit)
            if best is None or (over, rank, abs(first - second)) <= best[:3]:
                option = (over, rank, abs(first - second), _tail(line[: match.start()]))
                best = min(option, best or option)
        if best is not None and not best[0]:
            break  # no later kind of place is better
    return best[3] if best else ""


def _tail(text: str, words: int = 3) -> str:
    return " ".join(text.rsplit(None, words)[-words:]).strip(" ,;:")
