"""Remarks as comments in a copy of the Word file, and the copy without them."""

from __future__ import annotations

from datetime import datetime

from lettersmith.model.place import Place
from lettersmith.model.review import Review
from lettersmith.remarks import word_comments, word_ranges
from lettersmith.remarks.word_copy import Copy
from lettersmith.remarks.word_spots import Text


def mark(data: bytes, review: Review, now: datetime) -> bytes:
    """A copy of a Word file with a comment for each remark of its review, exactly at the words meant.

    Its text and its look are those of the file. What cannot carry a comment, such as a header, has it at the nearest
    paragraph of the body, with a word on where it belongs. Comments that an earlier check left are replaced; those of
    people stay. `now` is written as it stands, without its time zone, as Word does. Raises Unreadable.
    """
    copy = Copy(data, review.file)
    take_out(copy)
    text = Text(copy, review.manuscript)
    if review.remarks:
        comments = word_comments.comments_of(copy)
        copy.changed.add(copy.main)
        numbered = list(enumerate(review.remarks, word_comments.first_free(copy, comments)))
        where: dict[int, str] = {}
        for number, remark in sorted(numbered, key=lambda one: _order(one[1].place), reverse=True):
            spot = text.spot(remark.place)
            word_ranges.insert(spot.stretch, str(number))
            where[number] = spot.where
        for number, remark in numbered:
            word_comments.write_comment(comments, str(number), remark, where[number], now)
    word_comments.drop_empty(copy)
    return copy.written()


def _order(place: Place) -> tuple[int, int]:
    """By where it stands. The last comes first, so that what is still to be looked up is not cut into pieces yet."""
    return place.block, place.start


def unmark(data: bytes, name: str = "") -> bytes:
    """The Word file without our comments; the very bytes that were given where there are none. Raises Unreadable."""
    copy = Copy(data, name)
    if not take_out(copy):
        return data
    word_comments.drop_empty(copy)
    return copy.written()


def take_out(copy: Copy) -> bool:
    """Take our comments out of every part. Whether there were any."""
    ids = word_comments.take_out(copy)
    for name in (copy.main, copy.related("footnotes"), copy.related("endnotes")):
        root = copy.tree(name)
        if ids and root is not None and word_ranges.take_out(root, ids):
            copy.changed.add(name)
    return bool(ids)
