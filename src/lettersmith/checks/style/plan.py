"""What can be worked out of a rule before any text is there: its phrases, and what its patterns need.

A plan is plain data (texts, numbers, lists); `table.py` puts the plans of all rules of a book together.

    {"phrases": [[key, phrase, alternative], ...], "patterns": [[alternative, [[[kind, text], ...], ...]], ...]}

`phrases` stand in the order in which the rule's own pattern would try them. `key` is a word of the phrase (with its
capitals, where they count) or two words that follow each other there. A pattern has lists of what it needs, as `needs`
gives them. The alternative -1 is the rule as a whole.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from lettersmith.checks.style.assembly import WORDS
from lettersmith.checks.style.compiled import Compiled
from lettersmith.checks.style.kinds import module
from lettersmith.checks.style.letters import RUN, SAFE, shaped
from lettersmith.checks.style.needs import needs
from lettersmith.checks.style.search import Search
from lettersmith.checks.style.spellings import spellings
from lettersmith.checks.style.worth import of_pair, of_word

MOST = 128
"""A pattern with at most so many spellings is taken as these phrases."""

WHOLE = -1
FLAGS = re.compile(r"\(\?[a-z-]+\)")
NUMBERED = re.compile(r"\\[1-9]|\\k|\(\?P=")


def plan_of(compiled: Compiled) -> dict[str, Any]:
    """The plan of a rule. Raises Unfit for a rule that cannot run."""
    search = getattr(compiled.made, "search", None)
    if isinstance(search, Search):
        return _of_search(search)
    return {"phrases": [], "patterns": _sought(compiled)}


def _sought(compiled: Compiled) -> list[list[Any]]:
    """What a rule of another type has to be tried for: each of its patterns that can be told apart, or the whole."""
    sought = getattr(module(compiled.rule.type), "sought", None)
    patterns = sought(compiled.made) if sought else ()
    return [[number, _listed(pattern)] for number, pattern in enumerate(patterns)] or [[WHOLE, []]]


def _of_search(search: Search) -> dict[str, Any]:
    together = any(FLAGS.search(one) or NUMBERED.search(one) for one in search.alternatives)
    if together or not search.alternatives:
        return {"phrases": [], "patterns": [[WHOLE, _listed(search.pattern)]]}
    whole_words = search.before in (WORDS[0], "(?i)" + WORDS[0]) and search.after == WORDS[1]
    exact = not search.before.startswith("(?i)")
    phrases: list[list[Any]] = []
    patterns: list[list[Any]] = []
    for number, alternative in enumerate(search.alternatives):
        texts = spellings(alternative, MOST) if whole_words else None
        if texts and all(is_phrase(text) for text in texts):
            phrases += [[key_of(text, exact), text, number] for text in texts]
        else:
            bare = whole_words and _is_one(alternative)
            whole = (
                rf"{search.before[: -len('(?:')]}{alternative}\b"
                if bare
                else search.before + alternative + search.after
            )
            patterns.append([number, _listed(whole)])
    return {"phrases": phrases, "patterns": patterns}


def _listed(pattern: str) -> list[list[list[str]]]:
    return [[list(need) for need in needed] for needed in needs(pattern)]


def _is_one(pattern: str) -> bool:
    """Whether a pattern has no alternatives outside its groups: then it needs no group around it, and what stands at
    its edges is plain to see.
    """
    depth = 0
    for part in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|[()|]", pattern):
        sign = part.group()
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return False
    return True


def is_phrase(text: str) -> bool:
    """Whether a text can be looked for letter by letter: it begins and ends in letters, and all of them are safe."""
    if not text or "\n" in text:
        return False
    small = text.lower()
    return bool(RUN.match(small) and RUN.match(small[-1])) and all(
        SAFE.match(sign) or not sign.isalnum() for sign in text
    )


def key_of(phrase: str, exact: bool) -> str:
    """By what a phrase is found: a word, with its capital where capitals count, or two words that follow each other;
    whichever rules out most.
    """
    words = [word if exact else word.lower() for word in RUN.findall(shaped(phrase))]
    pairs = [of_pair(one.lower(), other.lower()) for one, other in pairwise(words)]
    alone = [of_word(word) for word in words if len(words) == 1 or word != word.lower()]
    return max(pairs + alone)[1].text
