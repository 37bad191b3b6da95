"""Web pages: HTML to a manuscript, by the standard library's parser, each span with its line in the source."""

from __future__ import annotations

from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.reading.html_blocks import Flow, blocks_of, is_notes, notes_of
from lettersmith.reading.html_tree import Element, Text, parse


def read(source: str, file: str, *, first_line: int = 1) -> Manuscript:
    """A page as a manuscript. What stands before and after a `main` element is its header and footer.

    Scripts, styles and hidden elements are left out. `first_line` is the line of the file on which the source begins.
    """
    page = parse(source, first_line)
    elements = list(page.elements())
    main = next((element for element in elements if element.tag == "main"), None)
    notes = [note for element in elements if is_notes(element) for note in notes_of(element, Flow(file))]
    blocks = blocks_of(main or page, Flow(file))
    return Manuscript(
        kind=file,
        title=_title(elements, blocks, file),
        blocks=blocks,
        notes=tuple(notes),
        header=_beside("header", page, file) if main else (),
        footer=_beside("footer", page, file) if main else (),
        language=next((element.attributes["lang"] for element in elements if element.attributes.get("lang")), "en-GB"),
    )


def _beside(tag: str, page: Element, file: str) -> tuple[Block, ...]:
    """The blocks of the page's headers or footers, those inside `main` left alone."""
    found: list[Block] = []
    for child in page.children:
        if isinstance(child, Element) and child.tag != "main":
            found += blocks_of(child, Flow(file)) if child.tag == tag else _beside(tag, child, file)
    return tuple(found)


def _title(elements: list[Element], blocks: tuple[Block, ...], file: str) -> str:
    heading = next((block for block in blocks if block.kind == "heading"), None)
    if heading:
        return " ".join("".join(span.text for span in heading.spans).split())
    named = next((element for element in elements if element.tag == "title"), None)
    words = "".join(child.words for child in named.children if isinstance(child, Text)) if named else ""
    return " ".join(words.split()) or file
