"""Reading.HardWords: a text has more long words than its readers should be asked to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from lettersmith.checks.readability.counts import LEAST_SENTENCES, LEAST_WORDS
from lettersmith.checks.readability.hard_words import count_hard, hard_words
from lettersmith.checks.reading_level import tally
from lettersmith.checks.sentences import WHO
from lettersmith.checks.text import Sentence, place, sentences
from lettersmith.checks.words import brief
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.manuscript import Manuscript
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
    hard = [(count_hard(sentence.text), sentence) for sentence in sentences(manuscript)]
    share = 100 * sum(number for number, _ in hard) / counted.words
    if round(share) > limit:
        yield _remark(subject, share, limit, hard)


def _remark(subject: Subject, share: float, limit: int, hard: list[tuple[int, Sentence]]) -> Remark:
    worst = [sentence for _, sentence in sorted(hard, key=itemgetter(0), reverse=True)[:WORST]]
    first = worst[0]
    return Remark(
        RULE,
        Level.WARNING,
        f"Of 100 words {share:.0f} are hard: three syllables or more. "
        f"For {WHO[subject.manuscript.audience]} aim for {limit} or fewer.",
        place(subject, first.passage, first.start, first.end),
        why="Long words are the second thing that makes a text hard to read, after long sentences.",
        do=f"Say shorter words where you can. The commonest: {commonest(subject.manuscript)}. Begin with: "
        + "; ".join(_named(sentence) for sentence in worst)
        + ".",
        source="Gunning (1952); docs/readability.md",
    )


def commonest(manuscript: Manuscript) -> str:
    """The hard words that a document says most often, with how often."""
    said = Counter(word.lower() for sentence in sentences(manuscript) for word in hard_words(sentence.text))
    return ", ".join(
        f'"{word}" ({number})' if number > 1 else f'"{word}"' for word, number in said.most_common(COMMONEST)
    )


def _named(sentence: Sentence) -> str:
    return f'"{brief(sentence.text, 60)}" ({", ".join(hard_words(sentence.text, most=4))})'
