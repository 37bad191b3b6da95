"""How many of each thing a Word file has beside its words: changes and comments that are open, links, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lettersmith.ooxml.comments import COMMENT, is_ours
from lettersmith.ooxml.fields import instructions
from lettersmith.ooxml.names import AUTHOR, BOX, DATE, END, MC, REFERENCE, START, W14, W15, P, R, W
from lettersmith.ooxml.package import used_id

FALLBACK = f"{MC}Fallback"
MOVED_IN, MARK = f"{W}moveTo", f"{W}rPr"
CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom"))
"""A move is counted once, where it began."""
FORMATS = tuple(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "numbering")
)
CELLS = tuple(f"{W}{name}" for name in ("cellIns", "cellDel", "cellMerge"))
MARKS = frozenset((START, END, *(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))))
DRAWN = {
    "text boxes": BOX,
    "pictures": "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "old pictures": "{urn:schemas-microsoft-com:vml}imagedata",
    "charts": "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "new charts": "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
    "diagrams": "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    "embedded objects": "{urn:schemas-microsoft-com:office:office}OLEObject",
}


def counts_of(texts: Iterable[Any], comments: Any, threads: Any) -> dict[str, int]:
    """How many of each thing there are; things of which there is none are left out.

    `texts` are the roots of the body, headers, footers and notes; `comments` and `threads` those of the parts with the
    comments, which may be None. Comments that were marked as resolved are counted apart, and ours not at all.
    """
    found: Counter[str] = Counter()
    for root in texts:
        found["tracked changes"] += sum(1 for _ in changes(root))
        found["links"] += sum(1 for link in root.iter(f"{W}hyperlink") if used_id(link))
        found["fields"] += sum(1 for _ in instructions(root))
        for name, tag in DRAWN.items():
            found[name] += sum(1 for one in root.iter(tag) if next(one.iterancestors(FALLBACK), None) is None)
    found["pictures"] += found.pop("old pictures", 0)
    found["charts"] += found.pop("new charts", 0)
    done = resolved(threads)
    for comment in () if comments is None else comments.iter(COMMENT):
        if not is_ours(comment):
            found["resolved comments" if thread_of(comment) in done else "comments"] += 1
    return {name: number for name, number in found.items() if number}


def changes(root: Any) -> Iterator[Any]:
    """Every tracked change of a text: one that goes on in the next element is one."""
    for element in root.iter(*CHANGES, *FORMATS, *CELLS):
        if next(element.iterancestors(FALLBACK), None) is not None:
            continue
        if element.tag not in CHANGES:
            yield element
            continue
        parent = element.getparent()
        if parent.tag in (MARK, f"{W}trPr"):
            around = next(parent.iterancestors(P, f"{W}tr"))
            if not any(one is not element and one.getparent() is not parent for one in around.iter(element.tag)):
                yield element
        elif not goes_on(element):
            yield element


def goes_on(element: Any) -> bool:
    """Whether a change only goes on where the one before it stopped: Word begins a new element for each look."""
    before = next((one for one in element.itersiblings(preceding=True) if not is_mark(one)), None)
    return before is not None and signature(before) == signature(element)


def signature(change: Any) -> tuple[Any, ...]:
    """What kind of change it is, whose, and of when."""
    return change.tag, change.get(AUTHOR), change.get(DATE)


def is_mark(element: Any) -> bool:
    """Whether an element is nothing but a mark in the text, such as that of a comment."""
    if element.tag == R:
        return all(child.tag in (REFERENCE, f"{W}rPr") for child in element)
    return element.tag in MARKS


def thread_of(comment: Any) -> str:
    """The id by which the part with the threads knows a comment: that of its last paragraph."""
    paragraphs = list(comment.iter(P))
    return paragraphs[-1].get(f"{W14}paraId", "") if paragraphs else ""


def resolved(threads: Any) -> set[str]:
    """The ids of the comments whose thread was marked as resolved."""
    entries = [] if threads is None else list(threads.iter(f"{W15}commentEx"))
    done = {one.get(f"{W15}paraId", "") for one in entries if one.get(f"{W15}done") in ("1", "true")}
    return done | {one.get(f"{W15}paraId", "") for one in entries if one.get(f"{W15}paraIdParent") in done}
