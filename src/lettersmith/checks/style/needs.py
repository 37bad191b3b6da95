"""What a text must hold for a pattern to match in it: words, pieces of words, or a digit.

Most rules have nothing to say of most texts, and to ask for a word is a hundred times quicker than to try a pattern.
An answer may be too weak, never too strong: a text without any of what is named here holds no match. A property test
holds this against the patterns themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lettersmith.checks.style.letters import PART, RARE, RUN, SAFE

EDGE = "\x1f"
"""Stands for what is no letter: white space, the edge of a word, a line's beginning or end."""
OPEN = "\x1e"
"""Stands for anything at all, letters too."""
DIGIT = "\x1d"

WEAK = 14
"""What rules out no more than this is not asked for besides something else."""

MOST = 64
"""Of more texts than this a pattern's part is taken as unknown."""

COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "child",
        "children",
        "children's",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "local",
        "made",
        "may",
        "more",
        "most",
        "must",
        "need",
        "needs",
        "new",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "other",
        "our",
        "out",
        "over",
        "people",
        "s",
        "services",
        "social",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "well",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "work",
        "would",
        "you",
        "your",
    ]
)
"""Words that nearly every letter holds: to ask for them rules nothing out."""

PIECE = re.compile(rf"[^{EDGE}{OPEN}{DIGIT}]+")
COUNT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
GROUP = re.compile(r"\?(?:[:>]|P?<\w+>|'\w+'|[imsn-]+:)")
FLAGS = re.compile(r"\?[imsn-]+\)")


class Need(NamedTuple):
    """One thing of which a text must hold at least one."""

    kind: str
    """`word`: a whole word in small letters; `exact`: one with its capitals; `pair`: two words that follow each other,
    in small letters; `start`, `end`: the beginning or the end of a word; `piece`: some characters, in small letters;
    `digit`."""
    text: str = ""


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

    >>> needs(r"\\b(?:in|with) regards?\\b")
    ((Need(kind='word', text='regards'), Need(kind='word', text='regard')),)
    """
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
    return tuple(tuple(dict.fromkeys(_best(text)[1] for text in texts)) for texts in sure)


def _open(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts of which nobody knows what stands around them."""
    return tuple(OPEN + text + OPEN for text in texts)


def _best(text: str) -> tuple[float, Need]:
    """The thing in a text that rules out most, and how much that is."""
    best: tuple[float, Need] = (15 if DIGIT in text else 0, Need("digit"))
    last = None
    for match in RUN.finditer(text):
        word = match.group()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if _closed(before) and _closed(after):
            if last and last.end() + 1 == match.start() and before == " ":
                best = max(best, (60, Need("pair", f"{last.group()} {word}".lower())))
            last = match
            best = max(best, _of_word(word))
            continue
        last = None
        best = max(best, _of_part(word.lower(), _closed(before), _closed(after)))
    for match in PIECE.finditer(text):
        piece = match.group()
        if not RUN.fullmatch(piece) and piece.strip():
            best = max(best, (_of_piece(piece), Need("piece", piece.lower())))
    return best


def _of_piece(piece: str) -> float:
    """How much some characters rule out that are not all letters."""
    if RARE.search(piece):
        return 50 + len(piece)
    return 1.5 if piece.strip().lower() in COMMON else 10 if len(piece) > 2 else 2


def _of_part(word: str, begins: bool, ends: bool) -> tuple[float, Need]:
    """Some letters, which may be a whole word or part of one, and how much they rule out."""
    if len(word) < 2:
        return 0, Need("piece", word)
    score = 1.2 if len(word) < 3 or word in COMMON else 20 + len(word)
    kind = "piece" if len(word) < PART or begins == ends else "start" if begins else "end"
    return score, Need(kind, word)


def _of_word(word: str) -> tuple[float, Need]:
    """A whole word, and how much it rules out: a capital inside a sentence does so by itself."""
    small = word.lower()
    if word != small:
        return 30 + len(word) + 160 * (small not in COMMON), Need("exact", word)
    return (1.5 if word in COMMON else 3 if len(word) < 3 else 100 + len(word)), Need("word", word)


def _closed(neighbour: str) -> bool:
    """Whether a word ends where this character stands."""
    return neighbour == EDGE or (
        neighbour not in ("", OPEN, DIGIT) and not RUN.fullmatch(neighbour) and SAFE.match(neighbour) is not None
    )


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
    return all(_closed(text[:1]) for text in part.exact)


def _ends(part: _Part) -> bool:
    """Whether all texts of a part end with what is no letter."""
    if part.exact is None:
        return part.ends and not part.can_be_nothing
    return all(_closed(text[-1:]) for text in part.exact)


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
        closed = all(_closed(text[-1:]) for text in run)
        follows = _begins(part) or (part.exact is None and part.begins and part.can_be_nothing and closed)
        held = _better(*held, tuple(text + (EDGE if follows else OPEN) for text in run))
        held = held if part.can_be_nothing else _better(*held, *part.held)
        before = EDGE if closed else OPEN
        if part.exact is not None:
            run = tuple(before + text for text in part.exact)
        else:
            run = (EDGE if part.ends and (closed or not part.can_be_nothing) else OPEN,)
    if all(part.exact is not None for part in parts) and not any(part.ahead for part in parts) and not held:
        return _Part(run), at
    begins = bool(parts) and _begins(parts[0])
    return _Part(None, _better(*held, tuple(text + OPEN for text in run)), begins, _ends(parts[-1])), at


def _better(*lists: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Of lists of which each is needed, the two that rule out most."""
    return tuple(sorted(dict.fromkeys(lists), key=_worth, reverse=True)[:2])


@lru_cache(maxsize=512)
def _worth(texts: tuple[str, ...]) -> tuple[float, int]:
    return min((_best(text)[0] for text in texts), default=0), -len(texts)


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
    most = (int(count[2] or count[1]) if count[2] != "" else 2) if count else 1 if sign == "?" else 2
    return _times(part, least, most), at


def _times(part: _Part, least: int, most: int) -> _Part:
    """A part that stands at least and at most so many times, where 2 is many."""
    if part.exact is None:
        return part if least else part._replace(can_be_nothing=True)
    if most <= 1:
        return part if least else _Part(tuple(dict.fromkeys((*part.exact, ""))))
    if all(text and not RUN.search(text) and OPEN not in text and DIGIT not in text for text in part.exact):
        often = tuple(text if text == EDGE else text + EDGE for text in part.exact)
        return _Part(often if least else (*often, ""))
    if not least:
        return UNKNOWN
    if part.exact == (DIGIT,):
        return part
    return _Part(None, (_open(part.exact),), _begins(part), _ends(part))


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
