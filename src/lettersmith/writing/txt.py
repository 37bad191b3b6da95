"""A manuscript as plain text: one line a paragraph, so that it can be pasted anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lettersmith.model.look import Look
from lettersmith.model.manuscript import DRAFT_NOTICE, Block, Manuscript, Span
from lettersmith.writing.printable import refuse_unprintable

_UNDERLINES = {1: "=", 2: "-"}
_LONGEST_UNDERLINE = 72


def write(manuscript: Manuscript, look: Look | None = None) -> bytes:
    """The text as UTF-8 bytes with plain line ends. The look is not used: plain text has none.

    Raises NotCleared for characters and link addresses that no file may hold.
    """
    refuse_unprintable(manuscript)
    return text(manuscript).encode("utf-8")


def text(manuscript: Manuscript) -> str:
    """The whole text: marking and draft notice at top and bottom, header, body, footnotes, footer."""
    labels = [words for words in (manuscript.marking, DRAFT_NOTICE if manuscript.stage == "draft" else "") if words]
    notes = [f"[{number}] {_words(spans)}" for number, spans in enumerate(manuscript.notes, 1)]
    pieces = [
        *labels,
        *_blocks(manuscript.header),
        *_blocks(manuscript.blocks),
        *notes,
        *_blocks(manuscript.footer),
        *labels,
    ]
    return "\n\n".join(pieces) + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks as pieces with an empty line between; the items of a list, and the lines of an address, stand together."""
    for kind, together in groupby(blocks, key=_stands_with):
        lines = [shown for block in together if (shown := _block(block))]
        if kind:
            yield from ["\n".join(lines)] if lines else []
        else:
            yield from lines


def _stands_with(block: Block) -> str:
    if block.kind == "item":
        return "item"
    together = [part for part in block.parts if part in ("address", "signature", "copies", "contact")]
    return together[0] if together and block.kind == "paragraph" else ""


def _block(block: Block) -> str:
    if block.kind == "table":
        return _table(block)
    if block.kind == "rule":
        return "* * *"
    words = _words(block.spans)
    if not words:
        return ""
    if block.kind == "heading":
        width = min(max(len(line) for line in words.split("\n")), _LONGEST_UNDERLINE)
        return f"{words}\n{_UNDERLINES.get(block.level, '~') * max(width, 3)}"
    if block.kind == "item":
        return _item(block, words)
    return words


def _item(block: Block, words: str) -> str:
    label = {"bullet": "* ", "number": f"{block.number}. "}.get(block.marker, "  ")
    indent = "   " * (max(block.level, 1) - 1)
    hang = "\n" + " " * (len(indent) + len(label))
    return indent + label + words.replace("\n", hang)


def _table(block: Block) -> str:
    """Rows as lines "Heading: value"; a table of headings alone as one line."""
    heads = [_line(cell) for cell in block.rows[0]]
    if len(block.rows) == 1:
        return "\n".join(head for head in heads if head)
    return "\n\n".join("\n".join(_row(heads, row)) for row in block.rows[1:])


def _row(heads: Sequence[str], row: Sequence[tuple[Span, ...]]) -> Iterator[str]:
    for index, cell in enumerate(row):
        head = heads[index] if index < len(heads) else ""
        words = _line(cell)
        if head:
            yield f"{head}: {words}".rstrip()
        elif words:
            yield words


def _line(cell: Sequence[Span]) -> str:
    return _words(cell).replace("\n", " ")


def _words(spans: Sequence[Span]) -> str:
    """The words with calls of footnotes as [1], and an address behind the words that lead to it."""
    shown: list[str] = []
    for link, together in groupby(spans, key=lambda span: span.link):
        words = "".join(f"[{span.note}]" if span.note else span.text for span in together)
        shown.append(words if _says(words, link) else f"{words} ({_address(link)})")
    return "\n".join(line for line in ("".join(shown)).split("\n") if line.strip()).strip()


def _says(words: str, link: str) -> bool:
    """Whether the words themselves show where the link leads."""
    bare = _address(link).removeprefix("https://").removeprefix("http://").rstrip("/")
    return bare in "".join(words.split())


def _address(link: str) -> str:
    return link.removeprefix("mailto:").removeprefix("tel:")
