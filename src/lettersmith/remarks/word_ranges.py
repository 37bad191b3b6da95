"""Where a comment begins and ends in the XML of a Word file: runs are cut at its edges, and joined again without it."""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import Any, NamedTuple

from lettersmith.ooxml.fields import FIELD, last_mark
from lettersmith.ooxml.names import END, ID, REFERENCE, START, P, R, T, W
from lettersmith.ooxml.pieces import DELETION, HOLDERS, HYPERLINK, MOVED, Piece, View, pieces

LOOK, PARAGRAPH_LOOK = f"{W}rPr", f"{W}pPr"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CONTAINERS = HOLDERS | {HYPERLINK}
"""What a mark can stand in, besides a paragraph itself."""
PLAIN = {
    LOOK,
    T,
    *(f"{W}{name}" for name in ("tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak")),
}
"""What the runs hold that are joined again."""


class Stretch(NamedTuple):
    """From the beginning of one element to the end of another, both inside paragraphs; or of one paragraph, or two."""

    first: Any
    last: Any


class Point(NamedTuple):
    """One character: which piece of its paragraph, and which of the piece's characters."""

    piece: Piece
    offset: int


def point(paragraph: Any, view: View, number: int) -> Point | None:
    """A character of a paragraph by its number among those that are read; None where there are not so many."""
    for piece in pieces(paragraph, view):
        if not piece.aside:
            if number < len(piece.text):
                return Point(piece, number)
            number -= len(piece.text)
    return None


def stretch(first: Any, start: int, last: Any, end: int, view: View) -> Stretch | None:
    """From one character of a paragraph up to one, and with it, of the same or a later paragraph. Cuts their runs."""
    to = point(last, view, end)
    if to is None or point(first, view, start) is None:
        return None
    behind = cut_behind(to)
    anew = point(first, view, start)
    assert anew is not None
    begins = cut_before(anew)
    return Stretch(begins, begins if behind is anew.piece.host else behind)


def cut_before(at: Point) -> Any:
    """The element that begins with a character, cut off from what stands before it."""
    host, child = at.piece.host, child_of(at.piece)
    if child is None:
        return host
    if at.offset and child.tag == T:
        return split(host, child, at.offset)
    before = [one for one in child.itersiblings(preceding=True) if one.tag != LOOK]
    return split(host, child, 0) if before else host


def cut_behind(at: Point) -> Any:
    """The element that ends with a character, cut off from what stands behind it."""
    host, child = at.piece.host, child_of(at.piece)
    if child is None:
        return host
    if child.tag == FIELD:
        return last_mark(child, next(child.iterancestors(P))).getparent()
    if child.tag == T and at.offset + 1 < len(at.piece.text):
        split(host, child, at.offset + 1)
    elif (following := child.getnext()) is not None:
        split(host, following, 0)
    return host


def child_of(piece: Piece) -> Any:
    """The child of a run that holds a piece; None where no run is there to be cut."""
    if piece.host.tag != R:
        return None
    element = piece.element
    while element.getparent() is not piece.host:
        element = element.getparent()
    return element


def split(run: Any, child: Any, offset: int) -> Any:
    """The second half of a run, cut before a child, or inside a child that is text. Both halves look the same."""
    half = run.makeelement(R, dict(run.attrib))
    look = run.find(LOOK)
    if look is not None:
        half.append(deepcopy(look))
    moved = list(child.itersiblings())
    if offset:
        rest = deepcopy(child)
        rest.text, child.text = child.text[offset:], child.text[:offset]
        for text in (child, rest):
            if text.text != text.text.strip():
                text.set(SPACE, "preserve")
        moved = [rest, *moved]
    else:
        moved = [child, *moved]
    half.extend(moved)
    run.addnext(half)
    return half


def around(element: Any) -> Stretch:
    """The thing in the nearest paragraph of the body that holds an element, such as the run with a text box."""
    paragraph = list(element.iterancestors(P))[-1]
    path = [one for one in (element, *element.iterancestors()) if paragraph in one.iterancestors()]
    host = next((one for one in reversed(path) if one.tag not in CONTAINERS), element)
    return Stretch(host, host)


def set_aside(paragraph: Any, view: View, region: str, words: str) -> Any:
    """The first element of the deleted or hidden words of a paragraph that hold some words; None where none do."""
    worded = (piece for piece in pieces(paragraph, view) if piece.text)
    for aside, group in groupby(worded, lambda piece: piece.aside):
        same = list(group)
        if region in (aside, DELETION if aside == MOVED else aside) and words in "".join(piece.text for piece in same):
            return same[0].element
    return None


def insert(where: Stretch, id: str) -> None:
    """Put the marks of a comment round a stretch."""
    first, last = where
    make = first.makeelement
    end, reference = make(END, {ID: id}), make(R)
    reference.append(make(REFERENCE, {ID: id}))
    if last.tag == P:
        last.append(end)
    else:
        last.addnext(end)
    if first.tag == P:
        first.insert(0 if first.find(PARAGRAPH_LOOK) is None else 1, make(START, {ID: id}))
    else:
        first.addprevious(make(START, {ID: id}))
    top = end
    while top.getparent().tag != P:
        top = top.getparent()
    top.addnext(reference)


def take_out(root: Any, ids: set[str]) -> bool:
    """Take out the marks of some comments, and join the runs that were cut for them. Whether there were any."""
    marks = [mark for mark in root.iter(START, END, REFERENCE) if mark.get(ID) in ids]
    for mark in marks:
        run = mark.getparent()
        gone = mark
        if mark.tag == REFERENCE and run.tag == R and all(one is mark or one.tag == LOOK for one in run):
            gone = run
        before, behind = gone.getprevious(), gone.getnext()
        gone.getparent().remove(gone)
        join(before, behind)
    return bool(marks)


def join(left: Any, right: Any) -> None:
    """Make one run of two neighbours that look the same and hold only words."""
    if left is None or right is None or left.tag != R or right.tag != R or dict(left.attrib) != dict(right.attrib):
        return
    if not all(child.tag in PLAIN for run in (left, right) for child in run) or look_of(left) != look_of(right):
        return
    words = [child for child in right if child.tag != LOOK]
    end = left[-1] if len(left) else None
    if words and end is not None and end.tag == T and words[0].tag == T:
        end.text = (end.text or "") + (words[0].text or "")
        if end.text != end.text.strip():
            end.set(SPACE, "preserve")
        elif words[0].get(SPACE) is None:
            end.attrib.pop(SPACE, None)
        words = words[1:]
    left.extend(words)
    right.getparent().remove(right)


def look_of(run: Any) -> bytes:
    """How a run looks, as bytes that can be compared."""
    from lxml import etree

    look = run.find(LOOK)
    return b"" if look is None else etree.tostring(look, method="c14n", with_tail=False)
