"""Words that are right although no dictionary has them: the terms of this field, and those of the document in hand."""

from __future__ import annotations

import re
from typing import NamedTuple

from lettersmith.data import read_terms
from lettersmith.model.grammar import Slip

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word without hyphens: of `Wexcombe-based` there are two."""

POSSESSIVE = re.compile(r"['’]s?$")


class Known(NamedTuple):
    """Words that are right, ready to be looked up."""

    words: frozenset[str]
    """As they were given, with straight apostrophes."""
    capitals: frozenset[str]
    """The same in capitals: a heading may be written so."""

    @classmethod
    def of(cls, given: frozenset[str]) -> Known:
        """The terms of this field and some further words or names, such as `Wexcombe County Council`."""
        words = frozenset(word for entry in (*read_terms(), *given) for word in words_of(entry))
        return cls(words, frozenset(word.upper() for word in words))

    def excuse(self, slip: Slip, text: str) -> bool:
        """Whether a slip of spelling is about words that are right."""
        words = words_of(text[slip.start : slip.end])
        return slip.kind == "spelling" and bool(words) and all(self.has(word) for word in words)

    def has(self, word: str) -> bool:
        """Whether a word is known: as given, with a capital, in capitals, or with the possessive s."""
        bare = POSSESSIVE.sub("", word)
        return any(
            form in self.words or form[:1].lower() + form[1:] in self.words or form in self.capitals
            for form in (word, bare)
        )


def words_of(text: str) -> list[str]:
    """The words of a text, with straight apostrophes."""
    return [match[0].replace("’", "'") for match in WORD.finditer(text)]
