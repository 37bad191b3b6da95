"""Blocks of a manuscript as the XML of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest
from urllib.parse import quote

from lettersmith.model.manuscript import Block, Span
from lettersmith.writing.columns import column_widths
from lettersmith.writing.docx_letterhead import WordLetterhead
from lettersmith.writing.docx_numbering import READY
from lettersmith.writing.docx_paragraphs import NUMBER, beginning
from lettersmith.writing.docx_styles import twips
from lettersmith.writing.looks import HEAD_TINT, frame_indent, leads_in, text_width, tint

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What stands in addresses as it is, beside letters and digits; Word calls a file with other things in one corrupt."""
RUN_LOOKS = {
    (bold, italic): f"<w:rPr>{'<w:b/><w:bCs/>' * bold}{'<w:i/><w:iCs/>' * italic}</w:rPr>" if bold or italic else ""
    for bold in (False, True)
    for italic in (False, True)
}
TABLE_GAP = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
"""Word joins tables that nothing parts, and wants a paragraph after the last one: this is as low as Word allows."""
PLAIN_RUN = '<w:r><w:t xml:space="preserve">'


class Body:
    """The text part of one letter as it is written: its links, and the numbered lists that it uses."""

    def __init__(self, letterhead: WordLetterhead) -> None:
        self.letterhead = letterhead
        self.links: list[str] = []
        self.starts: list[int] = []
        """The first number of each numbered list, in the order of the lists in the numbering part."""
        self._next: dict[tuple[int, int], tuple[int, int]] = {}

    @property
    def needs_numbering(self) -> bool:
        """Whether the numbered lists that the letterhead holds ready will not do."""
        return len(self.starts) > READY or self.starts.count(1) < len(self.starts)

    def blocks(self, blocks: Sequence[Block]) -> str:
        """The XML of some blocks."""
        pieces: list[str] = []
        after_table = False
        for block, following in zip_longest(blocks, blocks[1:]):
            if block.kind == "table" and any(block.rows):
                if after_table:
                    pieces.append(TABLE_GAP)
                pieces.append(self.table(block))
                after_table = True
            else:
                pieces.append(self.paragraph(block, after_table, leads_in(block, following)))
                after_table = False
        if after_table:
            pieces.append(TABLE_GAP)
        return "".join(pieces)

    def paragraph(self, block: Block, after_table: bool = False, kept: bool = False) -> str:
        """A block that is one paragraph; `kept` keeps it on the page of the next one."""
        key = (block.kind, block.level, block.marker, block.parts, after_table, kept)
        begin = self.letterhead.beginnings.get(key)
        if begin is None:
            begin = self.letterhead.beginnings[key] = beginning(block, after_table, self.letterhead.look, kept)
        if block.marker == "number":
            begin = begin.replace(NUMBER, str(self.list_of(block)))
        return f"{begin}{self.spans(block.spans)}</w:p>"

    def list_of(self, block: Block) -> int:
        """The list in the numbering part that a numbered item belongs to; a jump in the numbers begins a new one."""
        key = (block.run, block.level)
        list_id, expected = self._next.get(key, (0, 0))
        number = max(block.number, 0)
        if number != expected or not list_id:
            self.starts.append(number)
            list_id = len(self.starts) + 1
        self._next[key] = (list_id, number + 1)
        return list_id

    def table(self, block: Block) -> str:
        """A table whose first row is its heading, repeated on every page that it runs over."""
        look = self.letterhead.look
        indent = frame_indent(block, look)
        widths = column_widths(block, text_width(look) - indent, look.texts["cell"].size, look.cell_padding)
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        rows = [row for row in block.rows if row]
        head = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint(look.accent_colour, HEAD_TINT)}"/>'
        return "".join(
            (
                '<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/>'
                f'<w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblInd w:w="{twips(indent)}" w:type="dxa"/>'
                '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
                f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>',
                self.row(rows[0], widths, "TableHeading", "<w:cantSplit/><w:tblHeader/>", head),
                *(self.row(row, widths, "TableText", "<w:cantSplit/>", "") for row in rows[1:]),
                "</w:tbl>",
            )
        )

    def row(
        self, cells: Sequence[tuple[Span, ...]], widths: Sequence[float], style: str, settings: str, shade: str
    ) -> str:
        """One row. Where it has too few cells, the last one is as wide as the rest of the table."""
        pieces = [f"<w:tr><w:trPr>{settings}</w:trPr>"]
        for column, cell in enumerate(cells):
            last = column == len(cells) - 1
            width = sum(map(twips, widths[column:] if last else widths[column : column + 1]))
            span = f'<w:gridSpan w:val="{len(widths) - column}"/>' if last and column < len(widths) - 1 else ""
            pieces.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{self.spans(cell)}</w:p></w:tc>'
            )
        pieces.append("</w:tr>")
        return "".join(pieces)

    def spans(self, spans: Sequence[Span]) -> str:
        """Runs of words. Neighbours of one look become one run, as if the letter had been typed."""
        if len(spans) == 1:  # most cells, and the paragraphs that a writer of the facts wrote
            text, _, bold, italic, link, note = spans[0]
            if not (bold or italic or link or note):
                return f"{PLAIN_RUN}{escaped(text)}</w:t></w:r>" if text else ""
        for _, _, bold, italic, link, note in spans:
            if bold or italic or link or note:
                groups = groupby(spans, look_of)
                return "".join([self.run(look, "".join([span.text for span in same])) for look, same in groups])
        text = "".join([span[0] for span in spans])
        return f"{PLAIN_RUN}{escaped(text)}</w:t></w:r>" if text else ""

    def run(self, look: tuple[bool, bool, str, int], text: str) -> str:
        """The words of one look, or the call of a footnote."""
        bold, italic, link, note = look
        if note:
            return (
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{note}"/></w:r>'
            )
        if not text:
            return ""
        words = f'<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
        if not link:
            return f"<w:r>{RUN_LOOKS[bold, italic]}{words}"
        self.links.append(address(link))
        inner = RUN_LOOKS[bold, italic] or "<w:rPr></w:rPr>"
        inner = inner.replace("<w:rPr>", '<w:rPr><w:rStyle w:val="Hyperlink"/>')
        return f'<w:hyperlink r:id="link{len(self.links)}" w:history="1"><w:r>{inner}{words}</w:hyperlink>'


def look_of(span: Span) -> tuple[bool, bool, str, int]:
    """What tells one run from the next: bold, italic, link and note."""
    return span[2:]


def escaped(text: str) -> str:
    """Words as they stand in `w:t`; a line break and a tab are elements of their own in Word."""
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    if "\n" in text or "\t" in text:
        text = text.replace("\n", LINE_BREAK).replace("\t", TAB)
    return text


def address(link: str) -> str:
    """An address as it stands in a relationship."""
    return quote(link, safe=IN_ADDRESSES).replace("&", "&amp;")
