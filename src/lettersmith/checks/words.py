"""Words: how they are counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

Answer = TypeVar("Answer")


def lazily(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when it is first asked for: most letters never need most patterns."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern, flags)

    return compiled


class ByToken(dict[str, Answer]):
    """The answers of a function of what stands between two white spaces, kept: a letter says few things often.

    `map(kept.__getitem__, text.split())` asks for a whole text at once, several times as fast as through `lru_cache`.
    """

    MOST = 16384

    def __init__(self, function: Callable[[str], Answer]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, token: str) -> Answer:
        if len(self) >= self.MOST:
            self.clear()
        answer = self[token] = self.function(token)
        return answer


WORD = re.compile(r"[^\W_][^\s—-]*(?:-[^\s—-]+)*")
"""From a letter or digit to the next white space or long dash: "multi-agency", "and/or", "9.30am" and an address are
one each, "it—never" and "off--then" are two."""


def count(text: str) -> int:
    """How many words a text has. A dash that stands alone is no word.

    >>> count("The multi-agency team – 4 people – met at 9.30am.")
    8
    """
    return sum(map(IN_TOKEN.__getitem__, text.split()))


IN_TOKEN = ByToken(lambda token: len(WORD.findall(token)))
"""How many words stand between two white spaces: none in a lone dash, two in "it—never"."""


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as one text.

    >>> sorted(listed("mr mrs"))
    ['mr', 'mrs']
    """
    return frozenset(text.split())


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> plural(1, "word"), plural(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def brief(text: str, limit: int = 90) -> str:
    """A text short enough to quote inside a message: on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + " …"
