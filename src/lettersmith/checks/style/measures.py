"""What Vale's `metric` and `readability` rules count in a text.

Words are Vale's (a hyphen parts them), so that its users' limits mean the same here. Sentences and syllables are ours:
they are the ones that our own readability check has, and nearer to the truth.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lettersmith.checks.readability.spoken import of_word
from lettersmith.checks.splitting import split

LONG = 6
"""A word of more bytes is long."""


class Measures(NamedTuple):
    """The counts of one text."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    characters: int = 0
    """Letters and digits."""
    complex_words: int = 0
    """Of three syllables or more, endings such as -ed and -ing not counted."""
    long_words: int = 0
    polysyllabic_words: int = 0
    """Of three syllables or more."""


@lru_cache(maxsize=64)
def measure(text: str) -> Measures:
    """The counts of a text, whose paragraphs are parted by empty lines."""
    import regex

    sentences = [sentence for paragraph in text.split("\n\n") for _, sentence in split(paragraph) if sentence.strip()]
    pattern = regex.compile(r"(?:[A-Z]\.){2,}|[\p{N}\p{L}']+")
    words = [word for sentence in sentences for word in pattern.findall(sentence)]
    counts = [max(1, of_word(word)) for word in words]
    inflected = [word.endswith(("es", "ed", "ing")) for word in words]
    return Measures(
        len(words),
        len(sentences),
        sum(counts),
        sum(letter.isalnum() for word in words for letter in word),
        sum(count - ending > 2 for count, ending in zip(counts, inflected, strict=True)),
        sum(len(word.encode("utf-8")) > LONG for word in words),
        sum(count > 2 for count in counts),
    )
