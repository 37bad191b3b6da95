"""Words in the capitals of the words that they replace."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def capital_first(text: str) -> str:
    """A text whose first letter is a capital. Only letters of ASCII are changed, as in Vale."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text


def recased(replacement: str, observed: str) -> str:
    """A replacement in the capitals of what was met, word by word; words that both have keep theirs.

    >>> recased("A-OK", "a ok"), recased("poor showing", "Bad rep")
    ('a-ok', 'Poor showing')
    """
    new, old = WORD.findall(replacement), WORD.findall(observed)
    if not new or not old:
        return replacement
    head = _alike(new, old)
    tail = _alike(new[head:][::-1], old[head:][::-1])
    middle = old[head : len(old) - tail]
    manner = _manner(" ".join(middle))
    if not middle:
        manner = _manner(old[-tail]) if tail else _manner(old[head - 1])
    each = manner == "first" and len(middle) > 1 and all(_manner(word) == "first" for word in middle)
    manners = [_manner(word) for word in old[:head]]
    rest = "lower" if manner == "first" and not each else manner
    manners += [manner, *[rest] * len(new)][: len(new) - head - tail]
    manners += [_manner(word) for word in old[len(old) - tail :]]
    left = iter(manners)
    return WORD.sub(lambda match: _in_manner(match.group(), next(left)), replacement)


def _alike(new: list[str], old: list[str]) -> int:
    """How many words at the beginning are the same but for capitals."""
    count = 0
    for one, other in zip(new, old, strict=False):
        if one.casefold() != other.casefold():
            break
        count += 1
    return count


def _manner(text: str) -> str:
    """How a text is capitalised: `lower`, `upper`, `first`, or empty for its own way."""
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    if not letters:
        return ""
    if not capitals:
        return "lower"
    if not any(sign.islower() for sign in letters):
        return "first" if len(letters) == 1 else "upper"
    return "first" if capitals == 1 and letters[0].isupper() else ""


def _in_manner(word: str, manner: str) -> str:
    if manner == "lower":
        return word.lower()
    if manner == "upper":
        return word.upper()
    return capital_first(word.lower()) if manner == "first" else word
