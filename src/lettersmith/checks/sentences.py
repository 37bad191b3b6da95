"""Reading.LongSentence: a sentence that is too long for its reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from lettersmith.checks.places import place
from lettersmith.checks.prose import Sentence, sentences
from lettersmith.checks.words import IN_TOKEN, brief, lazily
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
    lazily(r"[;:] | [–—] "),
    lazily(
        r", (?:and|but|so|or|yet|although|though|because|while|whereas|which|who|where|when|as"
        r"|meaning|leading|resulting)\b"
    ),
    lazily(r" (?=(?:and|but|so|because|although|though|while|whereas|which|unless|in order to|so that|as well as)\b)"),
    lazily(r", "),
)
"""Where a sentence may be split, the best kind of place first."""
SIGNS = (";:–—", ",", " ", ",")
"""Of each kind: signs, one of which it holds."""
LEAST_HALF = 4
"""Words: less is no half of a sentence."""

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
    at = split_after(sentence.text, lowest)
    return Remark(
        RULE,
        level,
        f'"{brief(sentence.text)}" has {sentence.words} words. {told}',
        place(subject, sentence.passage, sentence.start, sentence.end),
        why="Long sentences are the first thing that makes a text hard to read.",
        do=f'Split it after "{at}".' if at else "Make two or more sentences of it, or take words out.",
        source="GOV.UK style guide; docs/limits.md",
    )


def split_after(sentence: str, limit: int) -> str:
    """The last words before the best place to split a sentence; empty when there is none.

    The best place leaves both halves within `limit` words and is of the first kind in SPLITS that does; of several it
    is the one nearest to the middle.
    """
    tokens = sentence.split()
    line = " ".join(tokens)
    so_far = list(accumulate(map(IN_TOKEN.__getitem__, tokens), initial=0))
    best: tuple[int, int, int] | None = None
    places: list[int] = []
    for rank, pattern in enumerate(SPLITS):
        for match in pattern().finditer(line) if any(sign in line for sign in SIGNS[rank]) else ():
            first = so_far[line.count(" ", 0, match.start()) + 1]
            second = so_far[-1] - first
            if first < LEAST_HALF or second < LEAST_HALF:
                continue
            option = (max(0, first - limit, second - limit), rank, abs(first - second))
            if best is None or option < best:
                best, places = option, [match.start()]
            elif option == best:
                places.append(match.start())
        if best is not None and not best[0]:
            break  # no later kind of place is better
    return min((_tail(line[:place]) for place in places), default="")


def _tail(text: str, words: int = 3) -> str:
    return " ".join(text.rsplit(None, words)[-words:]).strip(" ,;:")
