"""Which of Harper's rules are kept. Whatever is not named here is off, new rules of a later Harper too."""

from __future__ import annotations

KEEP = frozenset(("SpellCheck", "SplitWords", "AnA", "RepeatedWords", "SentenceCapitalization"))
