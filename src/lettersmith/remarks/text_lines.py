"""Lines of text for a terminal: wrapped, painted, and safe from what the text itself holds."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator

from lettersmith.model.remark import Remark
from lettersmith.remarks.escaping import one_line
from lettersmith.remarks.review_words import unsaid

_COLOURS = {"error": "31;1", "warning": "33;1", "suggestion": "36;1", "grey": "90", "bold": "1"}
_AROUND = 45
"""Characters shown on either side of the words meant."""
_LONGEST = 90
"""Characters: of longer words that are meant, only the beginning and the end are shown."""
NARROWEST = 40

Paint = Callable[[str, str], str]
"""A text in the colour of some name."""


def painter(colour: bool) -> Paint:
    """What paints text, or leaves it as it is."""
    return _painted if colour else _plain


def in_context(whole: str, start: int, end: int, *, longest: int | None = None) -> str:
    """Some words of a text in square brackets, among their neighbours: "…know the [front door] well…"."""
    before, words, after = whole[:start], whole[start:end], whole[end:]
    head = "…" + before[-_AROUND:].partition(" ")[2] if len(before) > _AROUND else before
    tail = after[:_AROUND].rpartition(" ")[0] + "…" if len(after) > _AROUND else after
    return f"“{head}[{shortened(words, longest) if longest else words}]{tail}”"


def shortened(words: str, longest: int = _LONGEST) -> str:
    """The beginning and the end of words that are many."""
    if len(words) <= longest:
        return words
    half = longest // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"


def reasons(remark: Remark, width: int, *, why: bool = True) -> Iterator[str]:
    """Why, what to do, and what could stand there instead."""
    instead = " or ".join(f"“{words}”" for words in unsaid(remark))
    for name, said in (("Why", remark.why if why else ""), ("Do this", remark.do), ("Instead", instead)):
        if said:
            yield from wrapped(f"{name}: {said}", width, "      ", "        ")


def authority(parts: Iterable[str], width: int, paint: Paint) -> Iterator[str]:
    """The rule, who says so and where to read more, in grey."""
    told = " · ".join(part for part in parts if part)
    yield from (paint("grey", line) for line in wrapped(told, width, "      ", "        "))


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text as lines of at most `width` characters, but for a word that is longer."""
    return textwrap.wrap(
        one_line(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _painted(name: str, text: str) -> str:
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m"


def _plain(name: str, text: str) -> str:
    return text
