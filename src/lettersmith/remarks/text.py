"""Remarks for people at a terminal: one list, grouped by place, in the reader's own words."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.remarks import place_words
from lettersmith.remarks.place_words import NameOf

_COLOURS = {"error": "31;1", "warning": "33;1", "suggestion": "36;1", "grey": "90", "bold": "1"}
_TALLY = {Level.ERROR: "must change", Level.WARNING: "to look at", Level.SUGGESTION: "could be better"}
_ORDER = {level: number for number, level in enumerate(Level)}
_AROUND = 45
"""Characters shown on either side of the words meant."""
_NARROWEST = 40
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Characters that could steer a terminal, or hide or turn round what stands beside them."""

Paint = Callable[[str, str], str]


def show(
    remarks: Sequence[Remark],
    *,
    colour: bool = False,
    width: int = 80,
    heading: str = "",
    name_of: NameOf | None = None,
    text_of: Callable[[Place], str] | None = None,
) -> str:
    """The remarks as text that ends in a line break; only a sentence when there are none.

    `heading` stands above them. `width` is in characters. `name_of` names a fact ("finding S4") by file and JSON path.
    `text_of` gives the whole text of the block that a place is in: the words are then shown among their neighbours.
    """
    paint = _painted if colour else _plain
    width = max(width, _NARROWEST)
    lines = [paint("bold", _safe(heading)), ""] if heading else []
    for document, group in _together(remarks, lambda remark: place_words.document(remark.place)):
        if document:
            lines += [paint("bold", _safe(str(document))), ""]
        for _, here in _together(group, _where):
            lines += _place_line(here[0].place, paint, name_of)
            for remark in sorted(here, key=lambda remark: _ORDER[remark.level]):
                lines += _remark(remark, paint, width, text_of)
            lines.append("")
    return "\n".join([*lines, tally(remarks)]) + "\n"


def tally(remarks: Sequence[Remark]) -> str:
    """How many remarks there are, in words: "3 must change, 1 to look at." """
    counts = Counter(remark.level for remark in remarks)
    told = [f"{counts[level]} {words}" for level, words in _TALLY.items() if counts[level]]
    return f"{', '.join(told)}." if told else "Nothing to change."


def _together(remarks: Sequence[Remark], key: Callable[[Remark], Hashable]) -> list[tuple[Hashable, list[Remark]]]:
    """Remarks that share a key, in the order in which each key is first met."""
    groups: dict[Hashable, list[Remark]] = {}
    for remark in remarks:
        groups.setdefault(key(remark), []).append(remark)
    return list(groups.items())


def _where(remark: Remark) -> Hashable:
    place = remark.place
    return (place.file, place.path or place.line, place.page, "" if place.file else place.block)


def _place_line(place: Place, paint: Paint, name_of: NameOf | None) -> list[str]:
    words = " · ".join(part for part in (place_words.source(place, name_of), place_words.page(place)) if part)
    words = words or ("the whole document" if place.document else "")
    path = paint("grey", f"  {_safe(place.path)}") if place.path else ""
    if not words.startswith(place.file) or not place.file:
        words = words[:1].upper() + words[1:]
    return [f"  {_safe(words)}{path}"] if words else []


def _remark(remark: Remark, paint: Paint, width: int, text_of: Callable[[Place], str] | None) -> Iterator[str]:
    """The lines of one remark."""
    label = f"{remark.level.in_words.capitalize()}: "
    first, *rest = _wrapped(label + remark.what, width, "    ", "      ")
    yield first.replace(label, paint(remark.level.value, label.rstrip()) + " ", 1)
    yield from rest
    words = _in_context(remark, text_of)
    if words:
        yield from _wrapped(words, width, "      ", "      ")
    instead = " or ".join(f"“{words}”" for words in remark.instead)
    for name, said in (("Why", remark.why), ("Do this", remark.do), ("Instead", instead)):
        if said:
            yield from _wrapped(f"{name}: {said}", width, "      ", "        ")
    authority = " · ".join(part for part in (remark.rule, remark.source, remark.link) if part)
    yield from (paint("grey", line) for line in _wrapped(authority, width, "      ", "        "))


def _in_context(remark: Remark, text_of: Callable[[Place], str] | None) -> str:
    """The words meant, with their neighbours where these are known; empty where the sentence has them already."""
    place = remark.place
    whole = text_of(place) if text_of and place.end else ""
    if not whole or whole[place.start : place.end] != place.text:
        return f"“{place.text}”" if place.text and place.text not in remark.what else ""
    before, after = whole[: place.start], whole[place.end :]
    start = "…" + before[-_AROUND:].partition(" ")[2] if len(before) > _AROUND else before
    end = after[:_AROUND].rpartition(" ")[0] + "…" if len(after) > _AROUND else after
    return f"“{start}[{place.text}]{end}”"


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    words = " ".join(_safe(text).split())
    return textwrap.wrap(
        words, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def _safe(text: str) -> str:
    """Text with every character that could steer a terminal shown as its number."""
    return _UNSAFE.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def _painted(name: str, text: str) -> str:
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m"


def _plain(name: str, text: str) -> str:
    return text
