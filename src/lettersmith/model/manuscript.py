"""The text of one document as its reader will meet it: blocks of spans, each span knowing its origin.

The manuscript itself is a dataclass and not a named tuple, as one of its fields does not count when two are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lettersmith.model.place import NOWHERE, Origin
from lettersmith.model.remark import Remark


class Span(NamedTuple):
    """Some words of one origin and one look. A newline in the text is a line break inside the block."""

    text: str
    origin: Origin
    bold: bool = False
    italic: bool = False
    link: str = ""
    """Address that the words lead to: http, https, mailto or tel."""
    note: int = 0
    """Number of the footnote that is called here (from 1); such a span has no text."""


class Block(NamedTuple):
    """A heading, paragraph, list item, table or rule of a manuscript."""

    kind: str
    """`heading`, `paragraph`, `item`, `table` or `rule`."""
    spans: tuple[Span, ...] = ()
    level: int = 0
    """Of a heading 1 to 6; of a list item its depth, from 1; else 0."""
    parts: tuple[str, ...] = ()
    """Names of the template parts (`::: name`) around it, outermost first."""
    marker: str = ""
    """Of an item: `bullet`, `number`, or empty for a further paragraph of the item before it."""
    number: int = 0
    """Of a numbered item: its number."""
    run: int = 0
    """Of a numbered item: which list of the manuscript it belongs to, from 1; numbers start afresh in each."""
    rows: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    """Of a table: rows of cells of spans. The first row holds the column headings."""
    origin: Origin = NOWHERE
    """Where the block itself begins: its template line, or its line in a text or draft."""
    page: int = 0
    """Of a file that was read: its page where that is known, from 1."""

    def texts(self) -> Iterator[tuple[Span, ...]]:
        """The runs of spans that are read as one text: the block itself, or each cell of a table."""
        if self.rows:
            for row in self.rows:
                yield from row
        else:
            yield self.spans


def plain(spans: tuple[Span, ...]) -> str:
    """The words of some spans as one string; line breaks stay newlines, note calls vanish."""
    return "".join(span.text for span in spans)


def block_text(block: Block) -> str:
    """The words of a block: cells are joined by tabs and rows by newlines."""
    if block.rows:
        return "\n".join("\t".join(plain(cell) for cell in row) for row in block.rows)
    return plain(block.spans)


class Envelope(NamedTuple):
    """What an email has beside its text."""

    to_name: str
    to_address: str
    from_name: str
    from_address: str
    subject: str
    attachments: tuple[str, ...] = ()
    """Kinds of the documents that are attached."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The text of one document, whole: what is checked is what is written."""

    kind: str
    title: str
    """The document's title: the words of its first heading. Never empty in a made document."""
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Span, ...], ...] = ()
    """Footnotes; number 1 is the first."""
    header: tuple[Block, ...] = ()
    """Text at the top of every page, from the letterhead."""
    footer: tuple[Block, ...] = ()
    template: str = ""
    """`jtai-2017/findings-letter@1.0.0`; empty for a file that was read."""
    audience: str = "professionals"
    language: str = "en-GB"
    marking: str = ""
    """Security marking at top and bottom of every page, such as `OFFICIAL-SENSITIVE`; empty for none."""
    stage: str = "final"
    """`final` or `draft`."""
    name: str = ""
    """What tells this document from its sisters: addressee or concern id; empty when there is only one."""
    envelope: Envelope | None = None
    duties: tuple[str, ...] = ()
    """Ids of the template's duties that apply to this inspection (their `when` is true)."""
    form: Mapping[str, bytes] | None = field(default=None, compare=False)
    """Of a whole Word template: its filled parts, by name. The blocks above are the same words."""
    asides: tuple[Block, ...] = ()
    """Of a file that was read: what a reader does not see in the text, or will not see in the end: deleted text,
    comments, hidden text. The first of a block's `parts` says which: `deleted text`, `comment`, `hidden text`. Names,
    gaps and drafting notes are looked for here too; style is not judged."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Of a file that was read: how many `tracked changes`, `comments`, `links`, `charts`, `macros` and so on it has."""
    remarks: tuple[Remark, ...] = ()
    """Of a file that was read: what its reader had to say, such as a template on a share."""

    def all_blocks(self) -> Iterator[Block]:
        """Header, body and footer, in that order."""
        yield from self.header
        yield from self.blocks
        yield from self.footer


DRAFT_NOTICE = "Draft: not cleared, do not send"
"""The words at the top and bottom of every page of a document whose stage is `draft`."""
