"""What a text must hold for a pattern to match in it: words, two words in a row, some signs, or a digit.

Most rules have nothing to say of most texts, and to ask for a word is a hundred times quicker than to try a pattern.
An answer may be too weak, never too strong: a text without any of what is named here holds no match. A property test
holds this against the patterns themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lettersmith.checks.style.letters import RUN, SAFE, shaped
from lettersmith.checks.style.worth import DIGIT, EDGE, OPEN, Need, best, closed, shortest

WEAK = 1.4
"""What rules out no more than this is not asked for besides something else."""

MOST = 64
"""Of more texts than this a pattern's part is taken as unknown."""

MANY = 1000
"""How often something stands that may stand any number of times."""

FEW = 4
"""So many digits are told apart from one more."""

COUNT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
GROUP = re.compile(r"\?(?:[:>]|P?<\w+>|'\w+'|[imsn-]+:)")
FLAGS = re.compile(r"\?[imsn-]+\)")
BEHIND = re.compile(r"((?:\(\?[imsn-]+\)|\(\?:|\(\?P<\w+>)*)\(\?<=((?:\\.|\[(?:\\.|[^\]\\])+\]|[^\\()|\[\]])+)\)")
"""A pattern that begins with a look behind, which has no groups and no alternatives."""

Needs = tuple[tuple[Need, ...], ...]
"""Of each of these lists a text must hold at least one thing; the first list rules out most."""


class _Part(NamedTuple):
    """What is known of a part of a pattern: every text that it stands for, or at least what these must hold."""

    exact: tuple[str, ...] | None
    held: tuple[tuple[str, ...], ...] = ()
    """Lists of texts: each text of the part holds one of each list. At most two lists, the better one first."""
    begins: bool = False
    """Of a part whose texts are not all known: whether each begins with what is no letter."""
    ends: bool = False
    """Whether each ends with what is no letter."""
    can_be_nothing: bool = False
    """Whether the part can be left out; then `begins` and `ends` are about it where it is not."""
    ahead: _Part | None = None
    """Of a part that only looks ahead and takes no room: what it sees there."""


class _Unclear(Exception):
    """The pattern has something that is not read here."""


UNKNOWN = _Part(None)


def needs(pattern: str) -> Needs:
    """What a text must hold for a pattern to match in it; nothing where nothing can be said.

    >>> [[need.text for need in needed] for needed in needs(r"\\b(?:holds|held) \\w+ oversight\\b")]
    [['oversight'], ['holds', 'held']]
    """
    pattern = BEHIND.sub(r"\1\2", pattern, count=1) if BEHIND.match(pattern) else pattern
    try:
        part, end = _alternatives(pattern, 0)
    except _Unclear:
        return ()
    if end < len(pattern):
        return ()
    held = part.held if part.exact is None else (_open(part.exact),)
    if "(?i" in pattern:
        held = tuple(tuple(text.lower() for text in texts) for texts in held)
    sure = [texts for number, texts in enumerate(held) if _worth(texts)[0] > (WEAK if number else 0)]
    lists = tuple(_least({best(text)[1]: None for text in texts}) for texts in sure)
    return lists[:1] if len(lists) > 1 and _implies(*lists) else lists


def _implies(first: Iterable[Need], second: Iterable[Need]) -> bool:
    """Whether a text that holds one of some things always holds one of some others."""
    others = [need.text for need in second]
    return all(any(other in need.text or other in need.beside for other in others) for need in first)


def _least(needed: Iterable[Need]) -> tuple[Need, ...]:
    """Things of which one is needed, less each that holds another of them."""
    pieces = shortest([need.text for need in needed if need.kind == "piece"])
    return tuple(need for need in needed if need.kind != "piece" or need.text in pieces)


def _open(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts of which nobody knows what stands around them."""
    return tuple(OPEN + text + OPEN for text in texts)


def _alternatives(pattern: str, at: int) -> tuple[_Part, int]:
    """What stands from `at` to the end of its group, and where that is."""
    branches = []
    while True:
        part, at = _sequence(pattern, at)
        branches.append(part)
        if pattern[at : at + 1] != "|":
            return _either(branches), at
        at += 1


def _either(branches: list[_Part]) -> _Part:
    if len(branches) == 1:
        return branches[0]
    exact = [text for branch in branches for text in branch.exact or ()]
    if all(branch.exact is not None for branch in branches) and len(exact) <= MOST:
        return _Part(tuple(dict.fromkeys(exact)))
    begins = all(_begins(branch) for branch in branches)
    ends = all(_ends(branch) for branch in branches)
    own = [branch.held if branch.exact is None else (_open(branch.exact),) for branch in branches]
    held = tuple(
        tuple(dict.fromkeys(text for lists in own for text in lists[number]))
        for number in range(min(len(lists) for lists in own))
    )
    return _Part(None, held, begins, ends)


def _begins(part: _Part) -> bool:
    """Whether all texts of a part begin with what is no letter."""
    if part.exact is None:
        return part.begins and not part.can_be_nothing
    return all(closed(text[:1]) for text in part.exact)


def _ends(part: _Part) -> bool:
    """Whether all texts of a part end with what is no letter."""
    if part.exact is None:
        return part.ends and not part.can_be_nothing
    return all(closed(text[-1:]) for text in part.exact)


def _sequence(pattern: str, at: int) -> tuple[_Part, int]:
    """What stands from `at` to the next bar or the end of its group.

    `run` holds every text of the parts since the last one that was not known in full.
    """
    run: tuple[str, ...] = ("",)
    held: tuple[tuple[str, ...], ...] = ()
    parts: list[_Part] = []
    while at < len(pattern) and pattern[at] not in "|)":
        part, at = _repeated(pattern, at)
        parts.append(part)
        if part.ahead is not None:
            seen = part.ahead.exact
            if seen is None:
                held = _better(*held, *part.ahead.held)
            elif len(run) * len(seen) <= MOST:
                held = _better(*held, tuple(dict.fromkeys(one + other + OPEN for one in run for other in seen)))
            continue
        if part.exact is not None and len(run) * len(part.exact) <= MOST:
            run = tuple(dict.fromkeys(one + other for one in run for other in part.exact))
            continue
        shut = all(closed(text[-1:]) for text in run)
        follows = _begins(part) or (part.exact is None and part.begins and part.can_be_nothing and shut)
        held = _better(*held, tuple(text + (EDGE if follows else OPEN) for text in run))
        held = held if part.can_be_nothing else _better(*held, *part.held)
        before = EDGE if shut else OPEN
        if part.exact is not None:
            run = tuple(before + text for text in part.exact)
        else:
            run = (EDGE if part.ends and (shut or not part.can_be_nothing) else OPEN,)
    if all(part.exact is not None for part in parts) and not any(part.ahead for part in parts) and not held:
        return _Part(run), at
    begins = bool(parts) and _begins(parts[0])
    return _Part(None, _better(*held, tuple(text + OPEN for text in run)), begins, _ends(parts[-1])), at


def _better(*lists: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Of lists of which each is needed, the two that rule out most."""
    return tuple(sorted(dict.fromkeys(lists), key=_worth, reverse=True)[:2])


@lru_cache(maxsize=512)
def _worth(texts: tuple[str, ...]) -> tuple[float, int]:
    return min((best(text)[0] for text in texts), default=0), -len(texts)


def _repeated(pattern: str, at: int) -> tuple[_Part, int]:
    part, at = _atom(pattern, at)
    sign = pattern[at : at + 1]
    count = COUNT.match(pattern, at) if sign == "{" else None
    if sign not in ("?", "*", "+") and not count:
        return part, at
    at = count.end() if count else at + 1
    if pattern[at : at + 1] == "?":
        at += 1
    least = int(count[1]) if count else 1 if sign == "+" else 0
    most = (int(count[2] or count[1]) if count[2] != "" else MANY) if count else 1 if sign == "?" else MANY
    return _times(part, least, most), at


def _times(part: _Part, least: int, most: int) -> _Part:
    """A part that stands at least and at most so many times."""
    if part.exact is None:
        return part if least else part._replace(can_be_nothing=True)
    if most <= 1:
        return part if least else _Part(tuple(dict.fromkeys((*part.exact, ""))))
    if part.exact == (DIGIT,):
        return _digits(least, most)
    if all(text and not RUN.search(text) and OPEN not in text for text in part.exact):
        often = tuple(text if text == EDGE else text + EDGE for text in part.exact)
        return _Part(often if least else (*often, ""))
    if not least:
        return UNKNOWN
    return _Part(None, (_open(part.exact),), _begins(part), _ends(part))


def _digits(least: int, most: int) -> _Part:
    """So many digits: listed where they are few; else at least those that it begins and ends with."""
    if most <= FEW:
        return _Part(tuple(DIGIT * size for size in range(least, most + 1)))
    run = DIGIT * min(least, FEW)
    return _Part((run + OPEN + run,)) if least else UNKNOWN


def _atom(pattern: str, at: int) -> tuple[_Part, int]:
    sign = pattern[at]
    if sign == "(":
        return _group(pattern, at + 1)
    if sign == "[":
        return _set(pattern, at)
    if sign == "\\":
        return _escape(pattern, at + 1)
    if sign in "^$":
        return _Part((EDGE,)), at + 1
    if sign == ".":
        return UNKNOWN, at + 1
    if sign in "*+?":
        raise _Unclear
    return _letter(sign), at + 1


def _letter(sign: str) -> _Part:
    sign = shaped(sign)
    if sign.isspace():
        return _Part((sign,)) if sign == " " else _Part((EDGE,))
    return _Part((sign,)) if SAFE.match(sign) or not sign.isalpha() else UNKNOWN


def _escape(pattern: str, at: int) -> tuple[_Part, int]:
    sign = pattern[at : at + 1]
    if not sign or sign in "xukpPBcG0":
        raise _Unclear
    if sign in "bAzZsntrfv":
        return _Part((EDGE,)), at + 1
    if sign == "d":
        return _Part((DIGIT,)), at + 1
    if sign in "wWDSea" or sign.isdigit():
        return UNKNOWN, at + 1
    return _letter(sign), at + 1


def _set(pattern: str, at: int) -> tuple[_Part, int]:
    end = at + (2 if pattern[at + 1 : at + 2] == "^" else 1) + 1
    while pattern[end : end + 1] != "]" or pattern[end - 1] == "\\":
        end += 1
        if end > len(pattern):
            raise _Unclear
    inside = pattern[at + 1 : end]
    if "[" in inside or inside.startswith("^"):
        return UNKNOWN, end + 1
    if re.fullmatch(r"(?:\\d|\d-\d|\d)+", inside):
        return _Part((DIGIT,)), end + 1
    few = re.fullmatch(r"(?:[A-Za-z .,;:!?–—/()'’\"“”‘…&*]|\\[.,;:!?/()'\"&*-]){1,8}-?", inside)
    if few:
        return _Part(tuple(dict.fromkeys(inside.replace("\\", "")))), end + 1
    if re.fullmatch(r"(?:\\[sntrfv.,;:!?/-]|[ .,;:!?–—/()'’\"“”‘…&*-])+", inside):
        return _Part((EDGE,)), end + 1
    return UNKNOWN, end + 1


def _group(pattern: str, at: int) -> tuple[_Part, int]:
    """What follows an opening bracket. What only looks around takes no room."""
    flags = FLAGS.match(pattern, at)
    if flags:
        return _Part(("",)), flags.end()
    around = re.compile(r"\?<?[=!]").match(pattern, at)
    named = GROUP.match(pattern, at)
    if pattern[at : at + 1] == "?" and not around and not named:
        raise _Unclear
    inner, end = _alternatives(pattern, around.end() if around else named.end() if named else at)
    if pattern[end : end + 1] != ")":
        raise _Unclear
    if around:
        return _Part(("",), ahead=inner if around.group() == "?=" else None), end + 1
    return inner, end + 1
