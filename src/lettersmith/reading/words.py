"""The words of a file that was made, and whether they are the words of its manuscript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest

from lettersmith.model.manuscript import DRAFT_NOTICE, Block, Manuscript, Span, plain

_MARK = re.compile(r" |[=~-]{3,}(?= |$)|\*(?= |$)|\d+\.(?= |$)|\[\d+\](?= |$)")
"""What plain text puts between the words: space, underline, rule, bullet, number, number of a footnote."""
_SHOWN = 60
"""Characters of a text that the sentence about a difference shows."""


def expected_words(manuscript: Manuscript) -> list[str]:
    """The words that a reader must find in the body, block by block: cells each, footnotes last, white space single.

    Blocks without words (a rule, an empty cell) are left out. Header, footer and marking are not part of it.
    """
    return block_words(manuscript.blocks, manuscript.notes)


def block_words(blocks: Sequence[Block], notes: Sequence[tuple[Span, ...]] = ()) -> list[str]:
    """The words of some blocks and footnotes, in the form in which they are compared."""
    texts = [text for block in blocks for text in block.texts()]
    found = (one_spaced(plain(text)) for text in (*texts, *notes))
    return [words for words in found if words]


def one_spaced(text: str) -> str:
    """Text with every stretch of white space as one space, and none at its ends."""
    return " ".join(text.split())


def words_of(format: str, data: bytes) -> list[str]:
    """The words in a file of ours, block by block, as far as its format tells blocks apart.

    Of an email the words of its HTML half. A plain text cannot tell its own marks (`* `, `[1]`, `Heading: value`) from
    the same marks in the words, and a page of a PDF knows no blocks: there `difference` is exact. Raises KeyError for a
    format that is not known, ValueError and its like for a file that is not of its format.
    """
    return _READERS[format](data)


def difference(manuscript: Manuscript, format: str, data: bytes) -> str:
    """What first differs between a manuscript and the file made from it, as a sentence; empty when nothing does."""
    if format == "pdf":
        from lettersmith.reading.pdf import same_words

        return same_words(manuscript, data)
    if format == "txt":
        return _text_difference(manuscript, data.decode("utf-8"))
    if format == "eml":
        from lettersmith.reading.eml import halves

        text, page = halves(data)
        in_page = _page_words(page)
        return _text_difference(manuscript, text) or first_difference(expected_words(manuscript), in_page)
    if format == "docx" and _same_to_the_letter(manuscript, data):
        return ""
    return first_difference(expected_words(manuscript), words_of(format, data))


def _same_to_the_letter(manuscript: Manuscript, data: bytes) -> bool:
    """Whether a Word file holds the very texts of the manuscript, white space included: the usual case, and quick."""
    from lettersmith.reading import docx

    texts = [plain(text) for block in manuscript.blocks for text in block.texts()]
    return docx.exact_words_of(data) == texts + [plain(note) for note in manuscript.notes]


def first_difference(expected: Sequence[str], found: Sequence[str]) -> str:
    """Where two lists of words first differ, as a sentence; empty when they are the same."""
    for number, (wanted, there) in enumerate(zip_longest(expected, found), 1):
        if wanted == there:
            continue
        if there is None:
            return f"The file ends before “{_short(wanted or '')}” (text {number} of {len(expected)})."
        if wanted is None:
            return f"The file has more than the document: “{_short(there)}”."
        return f"Text {number} of {len(expected)} should read “{_short(wanted)}”, but the file has “{_short(there)}”."
    return ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


def _docx(data: bytes) -> list[str]:
    from lettersmith.reading import docx

    return docx.words_of(data)


def _html(data: bytes) -> list[str]:
    return _page_words(data.decode("utf-8"))


def _page_words(source: str) -> list[str]:
    from lettersmith.reading import html

    page = html.read(source, "")
    return block_words(page.blocks, page.notes)


def _txt(data: bytes) -> list[str]:
    from lettersmith.reading import txt

    return block_words(txt.read(data.decode("utf-8"), "").blocks)


def _eml(data: bytes) -> list[str]:
    from lettersmith.reading import eml

    page = eml.halves(data).html
    if not page:
        raise ValueError("an email of ours has an HTML half")
    return _page_words(page)


def _pdf(data: bytes) -> list[str]:
    from lettersmith.reading import pdf

    return pdf.words_of(data)


_READERS: dict[str, Callable[[bytes], list[str]]] = {
    "docx": _docx,
    "html": _html,
    "txt": _txt,
    "eml": _eml,
    "pdf": _pdf,
}


def _text_difference(manuscript: Manuscript, text: str) -> str:
    """The same for plain text: every word of the file must be a word of the document or a mark of plain text."""
    there = one_spaced(text)
    at = 0
    for wanted in _in_plain_text(manuscript):
        start = _after_marks(there, at, wanted)
        if start < 0:
            return f"The file should read “{_short(wanted)}”, but it has “{_short(there[at:].strip())}”."
        at = start + len(wanted)
    left = _after_marks(there, at, "")
    return "" if left == len(there) else f"The file has more than the document: “{_short(there[left:])}”."


def _after_marks(text: str, at: int, wanted: str) -> int:
    """Where `wanted` stands after nothing but marks; -1 if it does not. Without `wanted`, where the marks end."""
    while True:
        if wanted and text.startswith(wanted, at) and text[at + len(wanted) : at + len(wanted) + 1] in ("", " "):
            return at
        mark = _MARK.match(text, at)
        if not mark:
            return -1 if wanted else at
        at = mark.end()


def _in_plain_text(manuscript: Manuscript) -> Iterator[str]:
    """The words as plain text shows them: everything that stands in the file, but for underlines and labels."""
    labels = (manuscript.marking, DRAFT_NOTICE if manuscript.stage == "draft" else "")
    texts = [words for block in manuscript.header for words in _block_in_plain_text(block)]
    texts += [words for block in manuscript.blocks for words in _block_in_plain_text(block)]
    texts += [_with_marks(note) for note in manuscript.notes]
    texts += [words for block in manuscript.footer for words in _block_in_plain_text(block)]
    for words in (*labels, *texts, *labels):
        if one_spaced(words):
            yield one_spaced(words)


def _block_in_plain_text(block: Block) -> Iterator[str]:
    if not block.rows:
        yield _with_marks(block.spans)
        return
    heads, *rows = [[one_spaced(_with_marks(cell)) for cell in row] for row in block.rows]
    if not rows:
        yield from heads
    for row in rows:
        for head, words in zip_longest(heads, row, fillvalue=""):
            yield f"{head}: {words}" if head else words


def _with_marks(spans: Sequence[Span]) -> str:
    """Words with [1] for the call of a footnote, and the address behind words that do not show it."""
    shown = []
    for link, group in groupby(spans, key=lambda span: span.link):
        words = "".join(f"[{span.note}]" if span.note else span.text for span in group)
        address = link.removeprefix("mailto:").removeprefix("tel:")
        bare = address.removeprefix("https://").removeprefix("http://").rstrip("/")
        shown.append(words if bare in "".join(words.split()) else f"{words} ({address})")
    return "".join(shown)
