"""How a page looks, in numbers: one set that makes both the Word letterhead and the PDF page."""

from __future__ import annotations

from typing import NamedTuple


class TextLook(NamedTuple):
    """The look of one kind of block. Sizes and spaces in points."""

    size: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    colour: str = "000000"
    """Six hexadecimal digits."""
    keep_with_next: bool = False
    indent: float = 0.0


class Look(NamedTuple):
    """Paper, fonts and spaces. Lengths in points unless the name says millimetres."""

    name: str
    font: str
    """The family that the PDF embeds; its files are in the package."""
    word_font: str
    """The family that Word is asked for: the same widths, and on every desk."""
    page_width_mm: float
    page_height_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    margin_right_mm: float
    header_mm: float
    """From the paper's edge to the running header."""
    footer_mm: float
    line: float
    """Line spacing as Word counts it: 1.0 is single."""
    texts: dict[str, TextLook]
    """`body`, `heading1` to `heading3`, `item`, `cell`, `cell_head`, `note`, `header`, `footer`, `marking`, and the
    parts that look different: `address`, `subject`, `signature`, `box`."""
    list_indent: float
    """From the text's edge to the words of an item of depth 1; each depth adds as much again."""
    list_hang: float
    """Width kept for the bullet or number."""
    cell_padding: float
    rule_colour: str = "505a5f"
    accent_colour: str = "1d3c5c"
    page_number: str = "Page {page} of {pages}"

    def large_print(self, body: float = 18.0) -> Look:
        """The same look with every size and space grown so that the body is `body` points (large print: 18)."""
        factor = body / self.texts["body"].size
        grown = {
            name: text._replace(
                size=max(round(text.size * factor * 2) / 2, body),
                before=round(text.before * factor, 1),
                after=round(text.after * factor, 1),
                indent=round(text.indent * factor, 1),
            )
            for name, text in self.texts.items()
        }
        return self._replace(
            name=f"{self.name}-large-print",
            margin_bottom_mm=round(self.footer_mm + (self.margin_bottom_mm - self.footer_mm) * factor, 1),
            texts=grown,
            list_indent=round(self.list_indent * factor, 1),
            list_hang=round(self.list_hang * factor, 1),
        )


class Letterhead(NamedTuple):
    """A look with the texts at the top and bottom of its pages."""

    look: Look
    header: str
    """Markdown template of the running header; empty for none."""
    footer: str
    file: str
    """Name of its folder, for places: `letterheads/joint`."""
