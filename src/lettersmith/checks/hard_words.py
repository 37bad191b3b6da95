"""Reading.HardWords: a text has more long words than its readers should be asked to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from operator import itemgetter

from lettersmith.checks.places import place
from lettersmith.checks.prose import Sentence, sentences
from lettersmith.checks.readability.counts import LEAST_SENTENCES, LEAST_WORDS
from lettersmith.checks.readability.hard_words import all_hard, hard_words
from lettersmith.checks.readability.spoken import of_word
from lettersmith.checks.reading_level import tally
from lettersmith.checks.sentences import WHO
from lettersmith.checks.words import brief
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

RULE = "Reading.HardWords"

COMMONEST = 5
"""So many words are named."""
WORST = 3
"""And so many sentences."""


def check(subject: Subject) -> Iterator[Remark]:
    """A warning, never more, with the commonest hard words and the sentences that have most of them."""
    manuscript = subject.manuscript
    limit = AUDIENCES[manuscript.audience].hard_words
    counted = tally(manuscript)
    if counted.words < LEAST_WORDS or counted.sentences < LEAST_SENTENCES:
        return
    if 100 * counted.polysyllables <= limit * counted.words:  # no need to look at the words themselves
        return
    hard = [all_hard(sentence.text) for sentence in sentences(manuscript)]
    share = 100 * sum(map(len, hard)) / counted.words
    if round(share) > limit:
        yield _remark(subject, share, limit, hard)


def _remark(subject: Subject, share: float, limit: int, hard: list[list[str]]) -> Remark:
    ordered = sorted(zip(map(len, hard), sentences(subject.manuscript), strict=True), key=itemgetter(0), reverse=True)
    worst = [sentence for _, sentence in ordered[:WORST]]
    first = worst[0]
    return Remark(
        RULE,
        Level.WARNING,
        f"Of 100 words {share:.0f} are hard: three syllables or more. "
        f"For {WHO[subject.manuscript.audience]} aim for {limit} or fewer.",
        place(subject, first.passage, first.start, first.end),
        why="Long words are the second thing that makes a text hard to read, after long sentences.",
        do=f"Say shorter words where you can. The commonest: {commonest(hard)}. Begin with: "
        + "; ".join(_named(sentence) for sentence in worst)
        + ".",
        source="Gunning (1952); docs/readability.md",
    )


def commonest(hard: list[list[str]]) -> str:
    """The hard words that stand in most sentences, with in how many; of equally common ones the hardest."""
    said = Counter(chain.from_iterable({word.lower() for word in words} for words in hard))
    least = said.most_common(COMMONEST)[-1][1]
    most = sorted((-number, -of_word(word), word) for word, number in said.items() if number >= least)[:COMMONEST]
    return ", ".join(f'"{word}" ({-number})' if number < -1 else f'"{word}"' for number, _, word in most)


def _named(sentence: Sentence) -> str:
    return f'"{brief(sentence.text, 60)}" ({", ".join(hard_words(sentence.text, most=4))})'
