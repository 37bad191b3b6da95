"""The pages of a Word file, as Word itself noted them when it last laid the document out."""

from __future__ import annotations

from typing import Any

from lettersmith.ooxml.names import KIND, P, T, W, is_on

NOTED, BREAK, SECTION = f"{W}lastRenderedPageBreak", f"{W}br", f"{W}sectPr"


def pages_of(body: Any) -> dict[Any, int]:
    """The page on which each paragraph begins, from 1; nothing where Word noted no page break.

    Word notes where each page began when it last showed the document. A break that the writer asked for is counted
    once, whether or not Word noted it as well; breaks asked for in a file that Word never laid out tell no page.
    """
    if next(body.iter(NOTED), None) is None:
        return {}
    starts = section_starts(body)
    pages: dict[Any, int] = {}
    worded: set[Any] = set()
    page, asked, after_section = 1, False, False
    """`asked`: the writer asked for a break, and no word has followed yet."""
    for element in body.iter(P, T, BREAK, NOTED, SECTION):
        tag = element.tag
        if tag == P:
            if after_section or is_on(element, "w:pPr/w:pageBreakBefore"):
                page, asked = page + (not asked), True
            after_section = False
            pages[element] = page
        elif tag == SECTION:
            after_section = starts.get(element, False)
        elif tag == T:
            if element.text and element.text.strip():
                worded.add(next(element.iterancestors(P), None))
                asked = False
        elif tag == NOTED or element.get(KIND) == "page":
            page += not (tag == NOTED and asked)
            asked = tag == BREAK
            owner = next(element.iterancestors(P), None)
            if owner not in worded:
                pages[owner] = page
    return pages


def section_starts(body: Any) -> dict[Any, bool]:
    """Each end of a section but the last, and whether the section after it begins on a new page."""
    ends = [end for end in body.iter(SECTION) if end.getparent().tag != f"{W}sectPrChange"]
    kinds = [end.find(f"{W}type") for end in ends]
    new_page = [kind is None or kind.get(f"{W}val") not in ("continuous", "nextColumn") for kind in kinds]
    return dict(zip(ends, new_page[1:], strict=False))
