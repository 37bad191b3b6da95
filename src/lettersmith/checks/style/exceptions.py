"""What a rule leaves alone: its own exceptions, and the words of the vocabularies that are in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lettersmith.checks.style import dialect
from lettersmith.checks.style.settings import flag, texts
from lettersmith.model.style import StyleBook, StyleRule

if TYPE_CHECKING:
    from regex import Pattern


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What suppresses a match. Patterns are compiled when the first match asks for them."""

    terms: tuple[str, ...] = ()

    def excuse(self, observed: str, text: str, start: int, end: int) -> bool:
        """Whether a match is left alone: a term is found inside it, or it lies inside a term of several words."""
        if not self.terms:
            return False
        if inside(self.terms).search(observed):
            return True
        found = phrases(self.terms)
        return found is not None and any(
            match.start() <= start and end <= match.end() for match in found.finditer(text)
        )


def of(rule: StyleRule, book: StyleBook) -> Exceptions:
    """The exceptions of a rule: its own, and the accepted words unless `vocab` is false or it looks at no words."""
    own = texts(rule, "exceptions")
    shared: tuple[str, ...] = ()
    if flag(rule, "vocab", True) and not (rule.type == "existence" and flag(rule, "nonword")):
        shared = accepted(book)
    return Exceptions((*own, *shared))


def accepted(book: StyleBook) -> tuple[str, ...]:
    """The accepted words of all vocabularies in use."""
    return tuple(term for vocabulary in book.vocabularies for term in vocabulary.accept)


def inside(terms: Sequence[str]) -> Pattern[str]:
    """The longest first; each minds its capitals unless it says `(?i)` itself."""
    ordered = sorted(terms, key=lambda term: -len(term.encode("utf-8")))
    sensitive = (term if term.startswith("(?i)") else f"(?-i){term}" for term in ordered)
    return dialect.compile(rf"(?m)\b(?:{'|'.join(sensitive)})\b")


def phrases(terms: Sequence[str]) -> Pattern[str] | None:
    """The terms of several words as one pattern; None where there are none."""
    several = [term for term in terms if " " in term or "\t" in term or r"\s" in term]
    return dialect.compile(rf"(?i)\b(?:{'|'.join(several)})\b") if several else None
