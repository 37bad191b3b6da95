"""A rule's `action`: what could stand there instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lettersmith.checks.style import dialect, settings
from lettersmith.checks.style.capitals import capital_first
from lettersmith.checks.style.compiled import Unfit
from lettersmith.model.style import StyleRule

REFERENCE = re.compile(r"\$(?:\{(\d+)\}|(\d+)|&)")
TYPOGRAPHIC = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "..."})


def suggestions(rule: StyleRule, observed: str, groups: Sequence[str]) -> tuple[str, ...]:
    """What the rule's action makes of the words that were met; empty where it has none.

    Spelling suggestions, and those that scripts make, are not made here.
    """
    name, params = settings.action(rule)
    if name == "replace":
        return tuple(expanded(param, observed, groups) for param in params)
    if name == "remove":
        return ("",)
    if name == "convert":
        return (observed.lower(),) if params[:1] == ("simple",) else ()
    return _edited(observed, params, groups) if name == "edit" else ()


def expanded(template: str, observed: str, groups: Sequence[str]) -> str:
    """A replacement with `$1` and its like filled in."""

    def fill(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        if digits is None or digits == "0":
            return observed
        index = int(digits) - 1
        return groups[index] if index < len(groups) else ""

    return REFERENCE.sub(fill, template)


def _edited(observed: str, params: Sequence[str], groups: Sequence[str]) -> tuple[str, ...]:
    """The words after every step of an `edit`; empty for a step that is not known."""
    text, rest = observed, list(params)
    while rest:
        name, *rest = rest
        wanted, step = EDITS.get(name, (0, None))
        if step is None or len(rest) < wanted:
            return ()
        given, rest = rest[:wanted], rest[wanted:]
        if name != "regex":
            given = [expanded(one, observed, groups) for one in given]
        try:
            text = step(text, *given)
        except (Unfit, IndexError, ValueError):
            return ()
    return (text.strip(),)


def _regex(text: str, pattern: str, replacement: str) -> str:
    """A pattern replaced, with `$1` for its groups."""
    return dialect.compile(pattern).sub(
        lambda match: expanded(replacement, match.group(), [group or "" for group in match.groups()]), text
    )


def _without(text: str, letters: str) -> str:
    return "".join(sign for sign in text if sign not in letters)


def _part(text: str, at: str, index: str) -> str:
    return text.split(at)[int(index)]


EDITS: dict[str, tuple[int, Callable[..., str]]] = {
    "replace": (2, str.replace),
    "remove": (1, _without),
    "regex": (2, _regex),
    "trim_right": (1, str.rstrip),
    "trim_left": (1, str.lstrip),
    "trim": (1, str.strip),
    "truncate": (1, lambda text, at: text.split(at)[0]),
    "split": (2, _part),
    "wrap": (1, lambda text, mark: mark + text + mark),
    "unwrap": (1, lambda text, mark: text.removeprefix(mark).removesuffix(mark)),
    "prefix": (1, lambda text, before: before + text),
    "suffix": (1, lambda text, after: text + after),
    "squeeze": (0, lambda text: re.sub(r"\s+", " ", text)),
    "capitalize": (0, capital_first),
    "uncapitalize": (0, lambda text: text[:1].lower() + text[1:]),
    "dumb": (0, lambda text: text.translate(TYPOGRAPHIC)),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "simple": (0, str.lower),
}
"""The steps of an `edit`: how many parameters each takes, and what it does."""
