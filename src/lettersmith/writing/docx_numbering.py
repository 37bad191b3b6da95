"""The lists of a Word file: one bulleted, and numbered ones that each start afresh."""

from __future__ import annotations

from collections.abc import Sequence

from lettersmith.model.look import Look
from lettersmith.writing.docx_styles import XML, W, twips
from lettersmith.writing.looks import BULLETS, DEPTHS

READY = 64
"""Numbered lists that the letterhead holds ready, so that few letters need a numbering part of their own."""


def numbering_xml(look: Look, starts: Sequence[int]) -> str:
    """The whole of `word/numbering.xml`: list 1 has bullets, list 2 and on are numbered from the given starts."""
    bullets = "".join(level(depth, "bullet", BULLETS[depth % len(BULLETS)], look) for depth in range(DEPTHS))
    numbers = "".join(level(depth, "decimal", f"%{depth + 1}.", look) for depth in range(DEPTHS))
    lists = "".join(numbered(id, start) for id, start in enumerate(starts, 2))
    return (
        f"{XML}<w:numbering {W}>"
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{lists}</w:numbering>'
    )


def level(depth: int, form: str, text: str, look: Look) -> str:
    """One depth (from 0) of a list: what stands before its items, and where."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(look.list_indent * (depth + 1))}" w:hanging="{twips(look.list_hang)}"/></w:pPr>'
        "</w:lvl>"
    )


def numbered(id: int, start: int) -> str:
    """One numbered list. Each of its depths starts with the given number, whatever came before."""
    again = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>' for depth in range(DEPTHS)
    )
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="2"/>{again}</w:num>'
