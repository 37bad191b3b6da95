"""The rules of Vale's built-in style, which has no files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lettersmith.model.style import StyleRule, Vocabulary

FILE = "Vale's built-in style"


def builtin_rules(vocabularies: Sequence[Vocabulary], ignored: Iterable[str]) -> dict[str, StyleRule]:
    """Vale.Repetition, Vale.Spelling and, where a vocabulary has words for them, Vale.Terms and Vale.Avoid.

    `ignored` are words that the spelling rule passes over.
    """
    rules = [
        _rule(
            "Vale.Repetition",
            "repetition",
            "'%s' is repeated!",
            tokens=[r"[^\s.!?]+"],
            ignorecase=True,
            alpha=True,
            action={"name": "edit", "params": ["truncate", " "]},
        ),
        _rule(
            "Vale.Spelling",
            "spelling",
            "Did you really mean '%s'?",
            ignored=tuple(ignored),
            action={"name": "suggest", "params": ["spellings"]},
        ),
    ]
    accepted = [term for vocabulary in vocabularies for term in vocabulary.accept]
    if accepted:
        swap = {term.lower(): term for term in accepted}
        rules.append(
            _rule(
                "Vale.Terms",
                "substitution",
                "Use '%s' instead of '%s'.",
                swap=swap,
                ignorecase=True,
                vocab=False,
            )
        )
    return {rule.id: rule for rule in rules} | avoided(vocabularies)


def avoided(vocabularies: Sequence[Vocabulary]) -> dict[str, StyleRule]:
    """Vale.Avoid: the words that a vocabulary rejects; nothing where there are none."""
    rejected = [term for vocabulary in vocabularies for term in vocabulary.reject]
    if not rejected:
        return {}
    return {"Vale.Avoid": _rule("Vale.Avoid", "existence", "Avoid using '%s'.", tokens=rejected, ignorecase=False)}


def _rule(id: str, type: str, message: str, **settings: object) -> StyleRule:
    return StyleRule(id, type, message, "error", ("text",), settings=settings, file=FILE)
