"""Remarks one a line, `file:line:column:Rule:message`: what editors and other programs jump by."""

from __future__ import annotations

from collections.abc import Sequence

from lettersmith.model.remark import Remark
from lettersmith.model.review import Review
from lettersmith.remarks.escaping import one_line, shown
from lettersmith.remarks.locating import BODY, Spot, is_elsewhere, spots


def show_reviews(reviews: Sequence[Review], *, unread: Sequence[Remark] = ()) -> str:
    """Every remark on a line of its own; empty where there is none.

    The file is the one that must be mended: the one that was checked, or the field's or template's own. In a file
    without lines, such as a Word file, the line is the number of the paragraph, and the column that of the letter in
    it. What is about the file as a whole stands at line 1, column 1.
    """
    lines = [
        _line(remark, review.file, spot)
        for review in reviews
        for remark, spot in zip(review.remarks, spots(review.manuscript, review.remarks), strict=True)
    ]
    lines += [_line(remark, remark.place.file, None) for remark in unread]
    return "".join(f"{line}\n" for line in lines)


def _line(remark: Remark, checked: str, spot: Spot | None) -> str:
    place = remark.place
    own = not is_elsewhere(place, checked)
    line, column = place.line, place.column
    if not line and own and spot and spot.region == BODY:
        line, column = spot.at + 1, spot.start + 1
    return at(checked if own else place.file, line, column, remark.rule, remark.what)


def at(file: str, line: int, column: int, rule: str, message: str) -> str:
    """One such line, without its line break.

    >>> at("draft.md", 3, 0, "Gaps.Missing", "Nothing stands here.")
    'draft.md:3:1:Gaps.Missing:Nothing stands here.'
    """
    said = shown(message.replace("\r\n", " ").replace("\n", " "))
    return f"{one_line(file)}:{max(line, 1)}:{max(column, 1)}:{rule}:{said}"
