"""The lengths of a document's sentences as a strip of bars, with the same in words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lettersmith.model.manuscript import block_text
from lettersmith.model.remark import Level
from lettersmith.model.review import Review, SentenceLength
from lettersmith.remarks.escaping import html
from lettersmith.remarks.locating import headings

TALLEST = 60
"""Words: a longer sentence has a bar as tall as this."""
MANY = 150
"""Sentences: more of them get narrow bars."""
LISTED = 12
"""How many of the longest sentences are named in words."""
_SIGNS = {Level.ERROR: "must change", Level.WARNING: "look at this", Level.SUGGESTION: "could be better"}


def strip(review: Review, key: str, heading: str) -> str:
    """The strip under a heading of some tag; empty for a document without sentences."""
    if not review.sentences:
        return ""
    bars = "".join(_sections(review))
    kind = "bars many" if len(review.sentences) > MANY else "bars"
    return (
        f'<section class="strip"><{heading}>Sentence lengths</{heading}>'
        f"<p>{html(summary(review))}</p>"
        f'<div class="{kind}" aria-hidden="true" data-key="{key}">{bars}</div>{_legend(review.limits)}'
        f"{_longest(review, key)}</section>"
    )


def summary(review: Review) -> str:
    """The strip in words: how many sentences, how long, and how many are too long."""
    words = [sentence.words for sentence in review.sentences]
    over: list[str] = []
    for level, limit in review.limits:
        number = sum(level_of(count, review.limits) is level for count in words)
        if number:
            more = " more" if over else ""
            over.append(f"{number}{more} {'is' if number == 1 else 'are'} over {limit} words ({_SIGNS[level]})")
    told = "; ".join(over) or ("none is too long for its reader" if review.limits else "")
    many = f"{len(words)} sentences" if len(words) > 1 else "1 sentence"
    first = f"{many}: {sum(words) / len(words):.0f} words on average, the longest has {max(words)}."
    return f"{first} {told[:1].upper()}{told[1:]}." if told else first


def level_of(words: int, limits: Sequence[tuple[Level, int]]) -> Level | None:
    """How much too long a sentence of some words is."""
    return next((level for level, limit in limits if words > limit), None)


def heights() -> str:
    """The style of the bars: a class for every height."""
    return "".join(f".t{words}{{height:{words / TALLEST:.1%}}}" for words in range(1, TALLEST + 1))


def _sections(review: Review) -> Iterator[str]:
    under = headings(review.manuscript)
    numbered = list(enumerate(review.sentences))

    def section(pair: tuple[int, SentenceLength]) -> int:
        block = pair[1].block
        return under[block].number if 0 <= block < len(under) else -1

    for _, group in groupby(numbered, key=section):
        bars = "".join(_bar(number, sentence, review) for number, sentence in group)
        yield f'<span class="group">{bars}</span>'


def _bar(number: int, sentence: SentenceLength, review: Review) -> str:
    level = level_of(sentence.words, review.limits)
    tall = f"t{max(1, min(sentence.words, TALLEST))}"
    told = f" {level.value}" if level else ""
    return f'<span class="bar{told}" data-s="{number}" title="{sentence.words} words"><i class="{tall}"></i></span>'


def _legend(limits: Sequence[tuple[Level, int]]) -> str:
    if not limits:
        return ""
    keys = [f'<li><span class="key"></span>up to {limits[-1][1]} words</li>']
    keys += [
        f'<li><span class="key {level.value}"></span>over {limit}: {_SIGNS[level]}</li>'
        for level, limit in reversed(limits)
    ]
    return f'<ul class="legend">{"".join(keys)}</ul>'


def _longest(review: Review, key: str) -> str:
    """The sentences that are too long, longest first, each with a link to it."""
    over = [pair for pair in enumerate(review.sentences) if level_of(pair[1].words, review.limits)]
    over.sort(key=lambda pair: -pair[1].words)
    items = [
        f'<li><a href="#{key}s{number}">{sentence.words} words</a>: '
        f'<span dir="auto">“{html(_beginning(review, sentence))}”</span></li>'
        for number, sentence in over[:LISTED]
        if sentence.block >= 0
    ]
    if not items:
        return ""
    more = f"<p>And {len(over) - LISTED} more.</p>" if len(over) > LISTED else ""
    return f"<details><summary>The longest sentences</summary><ol>{''.join(items)}</ol>{more}</details>"


def _beginning(review: Review, sentence: SentenceLength, words: int = 9) -> str:
    text = block_text(review.manuscript.blocks[sentence.block])[sentence.start : sentence.end].split()
    return " ".join(text) if len(text) <= words else f"{' '.join(text[:words])} …"
