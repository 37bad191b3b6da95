"""How a paragraph of a Word file begins: its style, and what its place in the letter adds to it."""

from __future__ import annotations

from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block
from lettersmith.writing.docx_styles import NAMED_DEPTHS, bullet_numbering, frame, part_style_id, spacing, twips
from lettersmith.writing.looks import depth_of, frame_indent, frame_part, look_part, text_look

NUMBER = "{list}"
"""Stands in a beginning for the id of a numbered list."""


def beginning(block: Block, after_table: bool, look: Look, kept: bool = False) -> str:
    """What begins the paragraph of a block, up to its words; `kept` keeps it whole and on the page of the next one.

    Word wants the settings in this order: style, keeping, list, lines beside it, spacing, indents.
    """
    framed = frame_part(block)
    style, listed, lines, space, indents = style_id(block, look), "", "", "", ""
    left = hang = inside = 0.0
    if block.kind == "item":
        depth = depth_of(block)
        hang = look.list_hang if block.marker else 0.0
        left = look.list_indent * depth
        inside = left - hang
        if block.marker == "number":
            listed = f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="{NUMBER}"/></w:numPr>'
        elif block.marker and depth > NAMED_DEPTHS:
            listed = bullet_numbering(depth)
    if framed and style != part_style_id(framed):
        lines = frame(look, inside)
    if lines or (block.kind == "item" and depth_of(block) > NAMED_DEPTHS):
        indents = f'<w:ind w:left="{twips(left + frame_indent(block, look))}" w:hanging="{twips(hang)}"/>'
    if after_table:
        text = text_look(block, look)
        space = spacing(max(text.before, look.texts["body"].after), text.after, look)
    named = "" if style == "Normal" else f'<w:pStyle w:val="{style}"/>'
    keep = "<w:keepNext/><w:keepLines/>" if kept else ""
    settings = f"{named}{keep}{listed}{lines}{space}{indents}"
    return f"<w:p><w:pPr>{settings}</w:pPr>" if settings else "<w:p>"


def style_id(block: Block, look: Look) -> str:
    """The style of a block."""
    if block.kind == "heading":
        return f"Heading{min(max(block.level, 1), 6)}"
    if block.kind == "item":
        depth = min(depth_of(block), NAMED_DEPTHS)
        kind = {"bullet": "Bullet", "number": "Number"}.get(block.marker, "Continue")
        return f"List{kind}{'' if depth == 1 else depth}"
    if block.kind == "rule":
        return "Rule"
    part = frame_part(block) or look_part(block, look)
    return part_style_id(part) if part else "Normal"
