"""Vale's rule type `spelling`: words that no dictionary has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lettersmith.checks.style import dialect, exceptions
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.dictionaries import DEFAULT, dictionary
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.settings import flag, text, texts
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

if TYPE_CHECKING:
    from regex import Pattern

_WORDS = re.compile(r"\S+")
_KEPT_WHOLE = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_BEFORE = "$(\"['“‘"
_AFTER = ",)\"]!;.?:'”’"
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_PASSED = re.compile(r"[^a-zA-Z_']|[A-Z]$|[A-Z][a-z]+[A-Z]+\w")
"""What Vale never looks up: words with other signs in them, with a capital at the end, and CamelCase."""


class Made(NamedTuple):
    """How words are looked up, and which are passed over."""

    known: Callable[[str], bool]
    filters: tuple[Pattern[str], ...]
    custom: bool
    accepted: Pattern[str] | None
    phrases: Pattern[str] | None


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The dictionaries and filters of the rule."""
    dictionaries = _dictionaries(rule, book)
    ignored = frozenset(texts(rule, "ignored"))

    @lru_cache(maxsize=65536)
    def known(word: str) -> bool:
        return word in ignored or word.lower() in ignored or any(one.lookup(word) for one in dictionaries)

    terms = exceptions.accepted(book)
    return Made(
        known,
        tuple(dialect.compile(pattern) for pattern in texts(rule, "filters")),
        flag(rule, "custom"),
        dialect.compile("(?i)" + "|".join(rf"\b{term}\b" for term in terms)) if terms else None,
        exceptions.phrases(terms),
    )


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """Each word that is not known."""
    made: Made = rule.made
    words = unit.text
    if made.phrases is not None:
        words = made.phrases.sub(lambda found: " " * len(found[0]), words)
    for start, word in tokens(words):
        if not _passed(word, made) and not made.known(word) and not (made.accepted and made.accepted.search(word)):
            yield Alert(rule.rule, filled(rule.rule.message, word), index, start, start + len(word))


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Words with their places, without the marks around them; curly quotation marks count as straight ones."""
    for found in _WORDS.finditer(text.translate(_STRAIGHT)):
        start, end = found.span()
        word = found[0]
        while len(word) > 1 and not _KEPT_WHOLE.fullmatch(word):
            if word[0] in _BEFORE:
                word, start = word[1:], start + 1
            elif word[-1] in _AFTER:
                word, end = word[:-1], end - 1
            else:
                break
        if any(letter.isalpha() for letter in word):
            yield start, word


def _passed(word: str, made: Made) -> bool:
    if not made.custom and _PASSED.search(word):
        return True
    return any(one.search(word) for one in made.filters)


def _dictionaries(rule: StyleRule, book: StyleBook) -> list[Any]:
    names = texts(rule, "dictionaries")
    own = _own(rule, book)
    if own:
        return [dictionary(own)]
    missing = [name for name in names if name not in book.dictionaries]
    if missing:
        raise Unfit(f"the dictionary “{missing[0]}” is not in config/dictionaries of the styles folder.")
    paths = [_stem(book.dictionaries[name]) for name in names]
    if rule.id == "Vale.Spelling":
        paths = [_stem(files) for files in book.dictionaries.values()]
    if not names or flag(rule, "append"):
        paths.append(DEFAULT)
    return [dictionary(path) for path in paths]


def _own(rule: StyleRule, book: StyleBook) -> str:
    """The dictionary that `dic` and `aff` name, without its ending; empty where they name none."""
    dic, aff = text(rule, "dic"), text(rule, "aff")
    if not dic or not aff:
        return ""
    for layer in book.settings.get("StylesPath", ()):
        stem = Path(layer) / dic.removesuffix(".dic")
        if stem.with_name(stem.name + ".dic").is_file() and aff.removesuffix(".aff") == dic.removesuffix(".dic"):
            return str(stem)
    raise Unfit(f"its dictionary “{dic}” with “{aff}” is not in the styles folder.")


def _stem(files: tuple[str, str]) -> str:
    return files[1].removesuffix(".dic")
