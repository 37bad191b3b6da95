"""PDFs that we made: their words page by page, and whether they are the words of the manuscript.

White space is not compared: a PDF holds the places of letters, and every reader guesses the spaces between them anew.
The plain reader of `pdf_plain` is asked first. Where it does not know the form of a file, or finds other words than
those of the manuscript, pdfium decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.reading import pdf_plain as plain
from lettersmith.reading.pdf_plain import NotPlain

BULLETS = ("•", "–")
"""What the writer puts before the items of a list, by turns from the outermost depth."""
SHOWN = 40
"""Characters of a text that the sentence about a difference shows."""


def words_of(data: bytes) -> list[str]:
    """The words of each page that belong to the document, without white space.

    Running headers and footers, markings and repeated headings of tables are left out. Raises ValueError for bytes
    that are no PDF.
    """
    try:
        return plain_pages(data)
    except NotPlain:
        return pdfium_pages(data)


def plain_pages(data: bytes) -> list[str]:
    """The words of each page by the plain reader. Raises NotPlain."""
    return tightened("".join(run.text for run in page if not run.artefact) for page in plain.pages(data))


def pdfium_pages(data: bytes) -> list[str]:
    """The words of each page by pdfium, which is loaded for few files: ours are nearly always plain."""
    from lettersmith.reading.pdf_pdfium import pages

    return tightened(pages(data))


def tightened(texts: Iterable[str]) -> list[str]:
    """Texts without white space."""
    return ["".join(text.split()) for text in texts]


def same_words(manuscript: Manuscript, data: bytes) -> str:
    """What first differs between a manuscript and the PDF made from it, as a sentence; empty when nothing does.

    The labels of lists and the numbers of footnotes belong to the words. Footnotes stand at the foot of a page, in
    their order: nearly always of the page that calls them, but a long one goes on at the foot of the next.
    """
    wanted = expected(manuscript)
    try:
        if not first_difference(*wanted, plain_pages(data)):
            return ""
    except NotPlain:
        pass
    return first_difference(*wanted, pdfium_pages(data))


def first_difference(body: str, notes: str, pages: list[str]) -> str:
    """Where the pages first differ from the words of body and footnotes, as a sentence; empty when nothing does."""
    for page, found in enumerate(map(composed, pages), 1):
        same = common(found, body)
        end = next((end for end in range(same, -1, -1) if notes.startswith(found[end:])), -1)
        if end < 0:
            in_notes = common(found[same:], notes)
            wanted = notes[in_notes:] if in_notes else body[same:]
            return differs(wanted, found[same + in_notes :], page)
        body, notes = body[end:], notes[len(found) - end :]
    left = body or notes
    return f"The file ends before “{short(left)}”." if left else ""


def expected(manuscript: Manuscript) -> tuple[str, str]:
    """The words of the body and those of the footnotes, without white space."""
    body: list[str] = []
    for block in manuscript.blocks:
        body.append(label(block))
        body += [str(span.note or span.text) for text in block.texts() for span in text]
    notes = [
        f"{number}{''.join(span.text for span in note)}" for number, note in enumerate(manuscript.notes, 1) if note
    ]
    return tight(body), tight(notes)


def tight(texts: list[str]) -> str:
    """Texts as one, without white space."""
    return composed("".join("".join(texts).split()))


def label(block: Block) -> str:
    """What the writer puts before an item."""
    if block.kind != "item" or not any(span.text.strip() or span.note for span in block.spans):
        return ""
    bullet = BULLETS[(max(block.level, 1) - 1) % len(BULLETS)]
    return {"bullet": bullet, "number": f"{max(block.number, 0)}."}.get(block.marker, "")


def common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    length = min(len(one), len(other))
    if one[:length] == other[:length]:
        return length
    return next(index for index in range(length) if one[index] != other[index])


def composed(text: str) -> str:
    """A text with each accent joined to its letter."""
    return text if text.isascii() else normalize("NFC", text)


def differs(wanted: str, found: str, page: int) -> str:
    """The sentence about the first difference."""
    if not wanted:
        return f"Page {page} has more than the document: “{short(found)}”."
    return f"Page {page} should go on with “{short(wanted)}”, but the file has “{short(found)}”."


def short(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
