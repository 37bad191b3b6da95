"""Vale's rule type `capitalization`: a whole heading or sentence in the wrong capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lettersmith.checks.style import casing, dialect, exceptions
from lettersmith.checks.style.casing import Casing
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.settings import action, flag, text, texts
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit


class Made(NamedTuple):
    """How a text is judged."""

    judge: Callable[[str], tuple[str, bool]]
    """Gives what was expected, and whether the text is right."""
    suggests: bool


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The way of judging that `match` names, or its pattern."""
    match = text(rule, "match")
    terms = exceptions.of(rule, book).terms
    ways: dict[str, Callable[[str], tuple[str, bool]]] = {
        "$lower": lambda words: (words.lower(), words == words.lower() or _excused(words, terms)),
        "$upper": lambda words: (words.upper(), words == words.upper() or _excused(words, terms)),
    }
    own = _own_capitals(rule, book, terms)
    least = _threshold(rule)
    ways["$sentence"] = lambda words: _sentence(words, own, terms, least)
    chicago = text(rule, "style") == "Chicago"
    ways["$title"] = lambda words: _title(words, own, terms, least, chicago)
    replaces = action(rule) == ("replace", ()) and match in ("$title", "$sentence")
    if match in ways:
        return Made(ways[match], replaces)
    pattern = dialect.compile(match)
    return Made(lambda words: (match, bool(pattern.search(words)) or _excused(words, terms)), False)


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """The whole unit, where its capitals are wrong."""
    made: Made = rule.made
    expected, right = made.judge(unit.text)
    if not right:
        instead = (expected,) if made.suggests else ()
        message = filled(rule.rule.message, unit.text, expected)
        yield Alert(rule.rule, message, index, 0, len(unit.text), instead)


def _own_capitals(rule: StyleRule, book: StyleBook, terms: tuple[str, ...]) -> Casing:
    """Terms of a vocabulary are put into their own capitals; those of a rule without one are only left alone."""
    has_words = flag(rule, "vocab", True) and bool(exceptions.accepted(book))
    kept = terms if has_words else tuple(term if term.startswith("(?i)") else f"(?-i){term}" for term in terms)
    return Casing(kept, text(rule, "prefix"), texts(rule, "indicators"))


def _threshold(rule: StyleRule) -> float:
    value = rule.settings.get("threshold") or 0.8
    try:
        return float(value)
    except (TypeError, ValueError):
        raise Unfit(f"`threshold` is “{value}”, which is not a number.") from None


def _excused(words: str, terms: tuple[str, ...]) -> bool:
    return bool(terms) and bool(exceptions.inside(terms).search(words))


def _pieces(words: str, terms: tuple[str, ...]) -> list[str]:
    own = exceptions.inside(terms).pattern.removeprefix("(?-f)") + "|" if terms else ""
    import regex

    return [found[0] for found in regex.finditer("(?-f)" + own + casing.WORD, words, flags=regex.VERSION1)]


def _title(words: str, own: Casing, terms: tuple[str, ...], least: float, chicago: bool) -> tuple[str, bool]:
    from lettersmith.checks.style import tagging

    expected = casing.in_title_case(words, own, chicago, tagging.tags_if_any)
    wanted, met = _pieces(expected, terms), _pieces(words, terms)
    right = sum(
        index >= len(wanted) or word == wanted[index] or _excused(word, terms) or word == word.upper()
        for index, word in enumerate(met)
    )
    return expected, bool(met) and right / len(met) >= least


def _sentence(words: str, own: Casing, terms: tuple[str, ...], least: float) -> tuple[str, bool]:
    expected = casing.in_sentence_case(words, own)
    wanted, met = _pieces(expected, terms), _pieces(words, terms)
    right = 0
    for index, word in enumerate(met):
        if index >= len(wanted) or word == wanted[index] or _excused(word, terms):
            right += 1
        elif index == 0 and word != _each_titled(word):
            return expected, False
    return expected, bool(met) and right / len(met) >= least


def _each_titled(word: str) -> str:
    """A capital for every letter that no letter stands before."""
    return re.sub(r"(?<![\w'’])[^\W\d_]", lambda found: found[0].title(), word.lower())
