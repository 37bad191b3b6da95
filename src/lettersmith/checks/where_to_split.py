"""Where a long sentence can be split: before words that can stand as a sentence of their own, and nowhere else.

Rules of our own, made for findings and letters, that would rather say nothing than part "a child | and her mother".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

from lettersmith.checks.words import IN_TOKEN, lazily

LEAST_HALF = 4
"""Words: less is no half of a sentence."""

SAME = r"(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|cannot|should|must)\b(?! to\b)"
"""A verb of the same people: "and are taught" becomes "They are taught"."""
FINITE = (
    r"(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|cannot|remains?|needs?"
    r"|continues?|(?:is|are|was|were|has|have|had|does|do|did|would|could|should)n[’']t|ca?n[’']t|won[’']t)\b"
)
"""Verbs that a clause surely has."""
NOT_INSIDE = (
    r"(?:who|whom|whose|which|that|to|where|when|because|if|whether|while|and|or|but|than|as|being|having|not|by)\b"
)
"""Words after which a verb is of another clause."""
ALONE = r"(?:it|they|he|she|we|there|nobody|everyone|everybody)\b"
"""Words that can only begin a clause."""
POINTING = r"(?:this|these|those|some|many|most|others?|all|both|few|none|one|another)"
NOUNS = rf"(?:(?!{NOT_INSIDE})[\w’'-]+ ){{1,6}}?"
DETERMINED = (
    rf"(?:the|a|an|their|its|his|her|our|no|not all|not every|each|every|too many|too few|{POINTING}) {NOUNS}{FINITE}"
)
PLURAL = rf"(?:[a-z’'-]+ )?(?!{NOT_INSIDE})[a-z’'-]{{3,}}s {FINITE}"
NAMED = rf"[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ ){{0,3}}{FINITE}"
PEOPLE = (
    r"(?:(?:\w+ )?(?:children|people|families|parents|carers|staff|leaders|managers|inspectors|partners|professionals"
    r"|practitioners|workers|teachers|schools|agencies|pupils) "
    rf"(?!{NOT_INSIDE}|(?:at|for|from|in|into|of|on|with|under|aged|and/or|themselves)\b|[a-z]+(?:ing|ed)\b)[a-z]{{2,}}\b)"
)
"""People of whom most verbs may be said."""
LEADING_IN = (
    r"(?:so |(?:therefore|however|also|then|consequently|often|too often|sometimes|as a result|in turn|as such"
    r"|for example|in some (?:cases|instances)|in (?:most|many|a few) cases|at times),? )?"
    rf"(?:(?:when|if|where) {ALONE}[^,;:]{{1,60}},? )?"
)
SURE = rf"{LEADING_IN}(?:{ALONE}|(?:this|that) [a-z]{{2,}}(?:s|ed)\b|(?:that|{POINTING}) {FINITE}|{DETERMINED})"
"""How a clause begins that is seen even without a comma before it."""
CLAUSE = rf"(?:{SURE}|{LEADING_IN}(?:{PLURAL}|{NAMED}|{PEOPLE}))"
SOON = rf"(?!not\b|still\b|[a-z]+ing\b|[a-z]+ed\b)(?:[\w’'-]+ ){{1,8}}?{FINITE}"
"""A verb that comes soon enough to be the clause's own."""
TO_THE_END = r"[^,;:–—]+$"
"""Nothing that could lead back into the first half."""
NO_DOING = r"(?!including|during|being|having|regarding|concerning|following|according|excluding|notwithstanding|using)"

CLAUSE_BEGINS = lazily(r"\b(?:who|which|that|where|when|because|if|whether|although|while|how)\b|[;:]")
VERB = lazily(rf"\b{FINITE}")
OPENS = lazily(
    r"(?:When|While|If|Although|Though|Because|As|Since|Given|Where|Once|Unless|Until|Despite|After|Before)\b"
)
"""How a sentence begins whose main part comes after a comma."""
GOES_ON = (" and", " but", " or", " so", " that", " which")
"""How words end that belong to what comes after them."""
BEFORE_A_LIST = (": ", "including ", "such as ", "namely")
LISTS = lazily(r"(?:: |\bincluding |\bsuch as |\bnamely:? )(?:[^,;:]*,){2,}")


class Split(NamedTuple):
    """What to do about a long sentence."""

    after: str
    """The last words before the place to split it; empty where there is none."""
    is_list: bool
    """Where there is none: whether much of the sentence is a list."""


def where_to_split(sentence: str, limit: int) -> Split:
    """The best place to split a sentence.

    It leaves both halves within `limit` words and is of the first kind in KINDS that does; of several it is the one
    nearest to the middle.
    """
    tokens = sentence.split()
    line = " ".join(tokens)
    so_far = list(accumulate(map(IN_TOKEN.__getitem__, tokens), initial=0))
    whole = so_far[-1]
    options = [
        (max(0, first - limit, whole - first - limit), rank, abs(2 * first - whole), place)
        for rank, place in _places(line)
        if LEAST_HALF <= (first := so_far[line.count(" ", 0, place) + 1]) <= whole - LEAST_HALF
    ]
    best = min(options, default=None)
    return Split(_tail(line[: best[-1]]), False) if best else Split("", _is_list(line))


def _places(line: str) -> Iterator[tuple[int, int]]:
    """The kind and the position of each place where a clause ends and the next can stand alone."""
    opened = OPENS().match(line) is not None
    for rank, (sign, pattern, fits) in enumerate(KINDS):
        if sign in line:
            for match in pattern().finditer(line):
                before = line[: match.start()].rstrip(",")
                if fits(before) and not (opened and "," not in before) and not before.endswith(GOES_ON):
                    yield rank, match.start()


def _is_list(line: str) -> bool:
    if line.count(";") > 1:
        return True
    return any(map(line.__contains__, BEFORE_A_LIST)) and LISTS().search(line) is not None


def _always(before: str) -> bool:
    return True


def _has_its_verb(before: str) -> bool:
    """Whether the last clause of some words has its verb: in "where parents" it is still to come."""
    return VERB().search(CLAUSE_BEGINS().split(before)[-1]) is not None


def _is_not_of_whom(before: str) -> bool:
    """Whether the last clause is not one that says which people are meant: "children who go missing"."""
    begun = CLAUSE_BEGINS().findall(before)
    return not begun or begun[-1] not in ("who", "when")


def _tail(text: str, words: int = 3) -> str:
    return " ".join(text.rsplit(None, words)[-words:]).strip(" ,;:")


KINDS: tuple[tuple[str, Callable[[], re.Pattern[str]], Callable[[str], bool]], ...] = (
    (";", lazily(rf"; (?=(?:and |but |so )?{CLAUSE})"), _always),
    (",", lazily(rf", (?=(?:and|so|yet|or) {CLAUSE}|but (?!also\b|not\b|rather\b|only\b))"), _always),
    ("but", lazily(rf" (?=but {SURE})"), _always),
    (
        "e",
        lazily(rf" (?=(?:because|so that)\b|unless {SURE}|(?<=, )as {SURE}|(?:although|though|while|whereas) {SOON})"),
        _always,
    ),
    (",", lazily(rf", (?=(?:which|who|where) (?!is to\b){TO_THE_END})"), _always),
    ("ing", lazily(rf", (?=(?:further |thereby |thus )?{NO_DOING}[a-z]{{3,}}ing\b{TO_THE_END})"), _has_its_verb),
    ("and", lazily(rf" (?=and {SAME})"), _is_not_of_whom),
    ("and", lazily(rf" (?=and {LEADING_IN}{ALONE})"), _always),
    ("and", lazily(rf" (?=and {SURE})"), _has_its_verb),
)
"""The kinds of places, the best first: letters that each holds, how it looks, and what must be true of the words before
it.
"""
