"""Words of a sentence with their parts of speech (Penn tags), from the tagger that comes with TextBlob.

It is Brill's lexicon with rules, bundled with the package: nothing is fetched. It is an extra, `lettersmith[vale]`;
without it, rules that need it say so. Why this one: docs/decisions/0023.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from lettersmith.checks.style.compiled import Unfit

HOW_TO_GET = "it needs to know parts of speech. Install the tagger: pip install 'lettersmith[vale]'."

_KEPT_WHOLE = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.|[:;=8][-o]?[()DPpxX|/*\]]+")
_ENDINGS = re.compile(r"(?i)'ll|'s|'re|'m|n't|’ll|’s|’re|’m|n’t")
_BEFORE = frozenset('$(["“‘')
_AFTER = frozenset(",)\"]!;.?:'”’")


class Word(NamedTuple):
    """A word or mark of a sentence."""

    text: str
    start: int
    tag: str = ""

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)


def tagged(sentence: str) -> list[Word]:
    """The words of a sentence with their tags. Raises Unfit where there is no tagger."""
    words = words_in(sentence)
    tags = _tags([word.text for word in words])
    return [word._replace(tag=tag) for word, tag in zip(words, tags, strict=True)]


def tags_if_any(text: str) -> Sequence[tuple[str, str]] | None:
    """The words of a text with their tags; None where there is no tagger."""
    try:
        return [(word.text, word.tag) for word in tagged(text)]
    except Unfit:
        return None


def ready() -> None:
    """Load the tagger. Raises Unfit where there is none."""
    _tagger()


@cache
def _tagger() -> Any:
    try:
        from textblob.en import lexicon, parser
    except ImportError:
        raise Unfit(HOW_TO_GET) from None
    return lexicon, parser


def _tags(words: list[str]) -> list[str]:
    if not words:
        return []
    lexicon, parser = _tagger()
    met = list(words)
    first = met[0]
    if first.istitle() and lexicon.get(first) is None:
        met[0] = first.lower()
    tags = [str(tag) for _, tag in parser.find_tags(met)]
    for index, (_, better) in enumerate(lexicon.context.apply([list(pair) for pair in zip(met, tags, strict=True)])):
        before = tags[index - 1] if index else ""
        tags[index] = _corrected(tags[index], before, str(better))
        if tags[index] == "JJ" and "-" in met[index] and met[index].endswith("s") and lexicon.get(met[index]) is None:
            tags[index] = "NNS"
    return tags


def _corrected(tag: str, before: str, better: str) -> str:
    """A tag by the one before it. Of the tagger's own corrections by context those are taken that do no harm."""
    if tag in ("VB", "VBP") and before in ("DT", "PRP$"):
        return "NN"
    after_to = better == "VB" and before in ("TO", "MD")
    past = better == "VBD" and tag == "VBN"
    return better if after_to or past else tag


def words_in(text: str) -> list[Word]:
    """Words and marks with their places: `don't` is `do` and `n't`, marks at the edges of a word stand alone."""
    found: list[Word] = []
    for span in re.finditer(r"\S+", text):
        found += _split(span[0], span.start())
    return found


def _split(span: str, start: int) -> list[Word]:
    words: list[Word] = []
    after: list[Word] = []
    while span:
        ending = _ENDINGS.search(span, 1)
        if _KEPT_WHOLE.fullmatch(span) or len(span) == 1:
            cut = len(span)
        elif span[0] in _BEFORE:
            cut = 1
        elif ending:
            cut = ending.start()
        elif span[-1] in _AFTER:
            after.insert(0, Word(span[-1], start + len(span) - 1))
            span = span[:-1]
            continue
        else:
            cut = len(span)
        words.append(Word(span[:cut], start))
        span, start = span[cut:], start + cut
    return words + after
