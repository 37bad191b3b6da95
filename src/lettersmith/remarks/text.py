"""Remarks for people at a terminal: the most important first, in the reader's own words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.remarks import place_words
from lettersmith.remarks.escaping import shown
from lettersmith.remarks.place_words import NameOf
from lettersmith.remarks.review_words import tally
from lettersmith.remarks.text_lines import NARROWEST, Paint, authority, in_context, painter, reasons, wrapped
from lettersmith.remarks.text_review import of_all, of_review, of_unread

_ORDER = {level: number for number, level in enumerate(Level)}


def show_reviews(
    reviews: Sequence[Review],
    *,
    unread: Sequence[Remark] = (),
    colour: bool = False,
    width: int = 80,
    every: bool = False,
    quiet: bool = False,
    name_of: NameOf | None = None,
) -> str:
    """What came out of checking some files, as text that ends in a line break.

    Of a rule that is broken often, the first remarks are shown and the others counted with their places; `every` shows
    all. `quiet` leaves out the files of which there is nothing to say. `unread` are the remarks about files that could
    not be read. `width` is in characters. `name_of` names a fact ("finding S4") by file and JSON path.
    """
    paint, width = painter(colour), max(width, NARROWEST)
    parts = [
        of_review(review, paint, width, every, name_of)
        for review in reviews
        if not quiet or review.remarks or review.not_checked
    ]
    parts += [of_unread(unread, paint, width)] if unread else []
    parts += [of_all(reviews, unread, paint)] if len(reviews) + len(unread) > 1 else []
    return "\n\n".join("\n".join(part) for part in parts) + "\n" if parts else ""


def show(
    remarks: Sequence[Remark],
    *,
    colour: bool = False,
    width: int = 80,
    heading: str = "",
    name_of: NameOf | None = None,
    text_of: Callable[[Place], str] | None = None,
) -> str:
    """Remarks without a review, grouped by document and place; only a sentence when there are none.

    `heading` stands above them. `width` is in characters. `name_of` names a fact ("finding S4") by file and JSON path.
    `text_of` gives the whole text of the block that a place is in: the words are then shown among their neighbours.
    """
    paint, width = painter(colour), max(width, NARROWEST)
    lines = [paint("bold", shown(heading)), ""] if heading else []
    for document, group in _together(remarks, lambda remark: place_words.document(remark.place)):
        if document:
            lines += [paint("bold", shown(str(document))), ""]
        for _, here in _together(group, _where):
            lines += _place_line(here[0].place, paint, name_of)
            for remark in sorted(here, key=lambda remark: _ORDER[remark.level]):
                lines += _remark(remark, paint, width, text_of)
            lines.append("")
    return "\n".join([*lines, tally(remarks)]) + "\n"


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
    path = paint("grey", f"  {shown(place.path)}") if place.path else ""
    if not words.startswith(place.file) or not place.file:
        words = words[:1].upper() + words[1:]
    return [f"  {shown(words)}{path}"] if words else []


def _remark(remark: Remark, paint: Paint, width: int, text_of: Callable[[Place], str] | None) -> Iterator[str]:
    """The lines of one remark."""
    label = f"{remark.level.in_words.capitalize()}: "
    first, *rest = wrapped(label + remark.what, width, "    ", "      ")
    yield first.replace(label, paint(remark.level.value, label.rstrip()) + " ", 1)
    yield from rest
    words = _in_context(remark, text_of)
    if words:
        yield from wrapped(words, width, "      ", "      ")
    yield from reasons(remark, width)
    yield from authority((remark.rule, remark.source, remark.link), width, paint)


def _in_context(remark: Remark, text_of: Callable[[Place], str] | None) -> str:
    """The words meant, with their neighbours where these are known; empty where the sentence has them already."""
    place = remark.place
    whole = text_of(place) if text_of and place.end else ""
    if not whole or whole[place.start : place.end] != place.text:
        return f"“{place.text}”" if place.text and place.text not in remark.what else ""
    return in_context(whole, place.start, place.end)
