"""One review as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.remarks import review_words
from lettersmith.remarks.escaping import one_line
from lettersmith.remarks.locating import Spot, spots, text_at
from lettersmith.remarks.place_words import NameOf, Wheres
from lettersmith.remarks.text_lines import Paint, authority, in_context, reasons, shortened, wrapped

IN_FULL = {Level.ERROR: 10, Level.WARNING: 3, Level.SUGGESTION: 2}
"""How many remarks of one rule are shown in full in one file."""
NAMED = 12
"""How many of the others are named with their places."""
_SHORT = 30
"""Characters: words that are no longer are named with their place."""


class _Line(NamedTuple):
    """A remark with what is known of its place."""

    remark: Remark
    spot: Spot | None
    where: str


def of_review(review: Review, paint: Paint, width: int, every: bool, name_of: NameOf | None) -> list[str]:
    """Everything about one file."""
    return list(_of_review(review, paint, width, every, name_of))


def _of_review(review: Review, paint: Paint, width: int, every: bool, name_of: NameOf | None) -> Iterator[str]:
    yield paint("bold", one_line(review.file))
    yield from wrapped(review_words.about(review), width, "  ", "  ")
    yield ""
    wheres = Wheres(review, name_of)
    located = spots(review.manuscript, review.remarks)
    lines = [_Line(r, s, wheres.of(r.place, s)) for r, s in zip(review.remarks, located, strict=True)]
    explained: set[str] = set()
    for level in Level:
        here = [line for line in lines if line.remark.level is level]
        if here:
            yield paint(level.value, f"{level.in_words.capitalize()}: {len(here)}")
            yield ""
            yield from _level(here, review, paint, width, every, explained)
    yield review_words.tally(review.remarks)
    if review.silenced:
        yield review_words.silenced(review.silenced)
    for remark in review.not_checked:
        yield from wrapped(f"Not checked: {' '.join(filter(None, (remark.what, remark.do)))}", width, "", "  ")


def _level(
    lines: Sequence[_Line], review: Review, paint: Paint, width: int, every: bool, explained: set[str]
) -> Iterator[str]:
    """The remarks of one level, those at one place together, then what was folded away."""
    in_full, same, folded = (list(lines), {}, []) if every else _fold(lines)
    for where, group in groupby(in_full, key=lambda line: line.where):
        yield f"  {one_line(where)}"
        for line in group:
            yield from _remark(line, review, paint, width, line.remark.rule not in explained)
            explained.add(line.remark.rule)
            yield from _same(same.get(_said(line), []), width)
        yield ""
    for rule in dict.fromkeys(line.remark.rule for line in folded):
        yield from _more([line for line in folded if line.remark.rule == rule], width)
        yield ""


def _fold(lines: Sequence[_Line]) -> tuple[list[_Line], dict[tuple[str, str], list[_Line]], list[_Line]]:
    """What is shown in full; what says the same as one of these, by what it says; and the rest, which is only named."""
    shown: Counter[str] = Counter()
    in_full: list[_Line] = []
    same: dict[tuple[str, str], list[_Line]] = {}
    folded: list[_Line] = []
    different = Counter(rule for rule, _ in {_said(line) for line in lines})
    for line in lines:
        rule, said = line.remark.rule, _said(line)
        most = IN_FULL[line.remark.level]
        if said in same:
            same[said].append(line)
        elif different[rule] <= most + 1 or shown[rule] < most:
            in_full.append(line)
            same[said] = []
            shown[rule] += 1
        else:
            folded.append(line)
    return in_full, same, folded


def _said(line: _Line) -> tuple[str, str]:
    """What tells whether two remarks say the same."""
    return line.remark.rule, line.remark.what.casefold()


def _same(lines: Sequence[_Line], width: int) -> Iterator[str]:
    if lines:
        times = f"{len(lines)} more times" if len(lines) > 1 else "once more"
        yield from wrapped(f"The same {times}: {_places(lines, _start_small)}.", width, "      ", "        ")


def _more(lines: Sequence[_Line], width: int) -> Iterator[str]:
    told = f"And {len(lines)} more like it ({lines[0].remark.rule}): {_places(lines, _named)}. (-v shows all.)"
    yield from wrapped(told, width, "    ", "      ")


def _places(lines: Sequence[_Line], name: Callable[[_Line], str]) -> str:
    others = f"; and {len(lines) - NAMED} others" if len(lines) > NAMED else ""
    return f"{'; '.join(name(line) for line in lines[:NAMED])}{others}"


def _start_small(line: _Line) -> str:
    return line.where[:1].lower() + line.where[1:]


def _named(line: _Line) -> str:
    words = line.remark.place.text
    where = _start_small(line)
    return f"“{words}” at {where}" if words and len(words) <= _SHORT else where


def _remark(line: _Line, review: Review, paint: Paint, width: int, explain: bool) -> Iterator[str]:
    """The lines of one remark; why and who says so only for the first of its rule."""
    remark = line.remark
    first, *rest = wrapped(f"* {remark.what}", width, "    ", "      ")
    yield first.replace("*", paint(remark.level.value, "*"), 1)
    yield from rest
    words = _context(line, review)
    if words:
        yield from wrapped(words, width, "      ", "      ")
    yield from reasons(remark, width, why=explain)
    yield from authority((remark.rule, remark.source, remark.link) if explain else (remark.rule,), width, paint)


def _context(line: _Line, review: Review) -> str:
    """The words meant among their neighbours; empty where the sentence has them whole already."""
    place, spot = line.remark.place, line.spot
    if spot is None or spot.start == spot.end:
        return f"“{shortened(place.text)}”" if place.text and place.text not in line.remark.what else ""
    return in_context(text_at(review.manuscript, spot), spot.start, spot.end, longest=90)


def of_unread(unread: Sequence[Remark], paint: Paint, width: int) -> list[str]:
    """The files that could not be read."""
    lines = [paint("bold", "Not read")]
    for remark in unread:
        lines += wrapped(f"{_file_first(remark.place, remark.what)} {remark.do}", width, "  ", "    ")
        lines += authority((remark.rule,), width, paint)
    return lines


def _file_first(place: Place, what: str) -> str:
    return what if not place.file or place.file in what else f"{place.file}: {what}"


def of_all(reviews: Sequence[Review], unread: Sequence[Remark], paint: Paint) -> list[str]:
    """The sum over all files."""
    remarks = [remark for review in reviews for remark in review.remarks]
    files = f"{len(reviews)} {review_words.counted(len(reviews), 'files')} checked"
    missed = f", {len(unread)} not read" if unread else ""
    lines = [f"{paint('bold', f'{files}{missed}')}: {review_words.tally(remarks)}"]
    left_out = [one for review in reviews for one in review.silenced]
    return [*lines, review_words.silenced(left_out)] if left_out else lines
