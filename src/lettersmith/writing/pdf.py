"""A manuscript to a PDF: laid out by Typst in this process, in our own fonts, tagged for those who hear it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from threading import local
from typing import Any

from lettersmith.errors import NotCleared
from lettersmith.model.layout import Layout
from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.writing.looks import marking
from lettersmith.writing.pdf_body import Body
from lettersmith.writing.pdf_glyphs import refuse_unprintable
from lettersmith.writing.pdf_letters import settings
from lettersmith.writing.pdf_page import page

FONTS = Path(__file__).parent / "fonts"
"""Liberation Sans 2.1.5 (SIL Open Font License): the widths of Arial, on every machine."""
PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)<")
_own = local()
"""A Typst compiler for each thread: one cannot be shared."""


def write(manuscript: Manuscript, look: Look) -> bytes:
    """The bytes of a PDF with the words of a manuscript: the same bytes for the same words, anywhere.

    Raises NotCleared, with all of them at once, for characters that our fonts lack and headings that skip a level.
    """
    refuse_unprintable(manuscript)
    refuse_headings(manuscript)
    return compiled(source(manuscript, look), manuscript.kind)


def lay_out(manuscript: Manuscript, look: Look, *, measure: bool = False) -> tuple[bytes, Layout]:
    """The PDF and its pages; with `measure`, also the lines left on the last page and the page of each block.

    Raises NotCleared as `write` does.
    """
    data = write(manuscript, look)
    pages = page_count(data)
    if not measure:
        return data, Layout(pages)
    from lettersmith.writing.pdf_measure import measured

    return data, Layout(pages, *measured(data, manuscript, look))


def page_count(data: bytes) -> int:
    """How many pages a PDF of ours has, as it says itself."""
    found = PAGES.search(data)
    if found is None:
        raise ValueError("a PDF that does not say how many pages it has")
    return int(found[1])


def source(manuscript: Manuscript, look: Look) -> str:
    """The whole of a document as Typst source."""
    body = Body(look, manuscript.notes)
    header, footer = body.running(manuscript.header), body.running(manuscript.footer)
    title = manuscript.title or manuscript.kind
    return (
        f"{settings(look, title, manuscript.language)}"
        f"{page(look, marking(manuscript), header, footer, manuscript.stage == 'draft')}"
        f"#{{\n{body.text(manuscript.blocks)}\n}}\n"
    )


def compiled(typst_source: str, document: str) -> bytes:
    """Typst's PDF of a source.

    Raises NotCleared with what Typst says, if it refuses or warns: a warning is a font that it did not find or a text
    that it left out.
    """
    import typst

    try:
        data, warnings = compiler().compile_with_warnings(
            input=typst_source.encode("utf-8"), format="pdf", pdf_standards=["ua-1"], timestamp=0
        )
    except typst.TypstError as refused:
        raise NotCleared(refusal(refused.message, document)) from refused
    if warnings:
        raise NotCleared(*(refusal(warning.message, document) for warning in warnings))
    assert isinstance(data, bytes)
    return data


def compiler() -> Any:
    """This thread's Typst, which knows our fonts and no others."""
    found = getattr(_own, "compiler", None)
    if found is None:
        import typst

        found = _own.compiler = typst.Compiler(b"", root=FONTS, font_paths=fonts())
    return found


@cache
def fonts() -> Any:
    """Our own fonts: none of the machine's, none of Typst's."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def refuse_headings(manuscript: Manuscript) -> None:
    """Refuse headings that a listener cannot follow: a first one that is not of level 1, or one that skips a level."""
    faults = []
    level = 0
    for index, block in enumerate(manuscript.blocks):
        if block.kind == "heading":
            if block.level > level + 1:
                faults.append(heading_fault(block, index, level, manuscript.kind))
            level = block.level
    if faults:
        raise NotCleared(*faults)


def heading_fault(block: Block, index: int, above: int, document: str) -> Remark:
    """What is wrong with a heading that stands too deep."""
    words = "".join(span.text for span in block.spans)
    expected = f"the heading above it has level {above}" if above else "the first heading must have level 1"
    return Remark(
        "Format.HeadingLevel",
        Level.ERROR,
        f"The heading “{words}” has level {block.level}, but {expected}.",
        Place.of(block.origin, document=document, block=index, end=len(words), text=words),
        why="People who hear a document find their way by its headings.",
        do=f"Give it {above + 1} {'#' if above == 0 else 'number signs'} in the template.",
    )


def refusal(message: str, document: str) -> Remark:
    """What the layout program says, as a remark."""
    return Remark(
        "Format.Layout",
        Level.ERROR,
        f"The PDF could not be laid out: {message}.",
        Place(document=document),
        do="Nothing was written. The Word file may still be made; report this to whoever looks after the program.",
    )
