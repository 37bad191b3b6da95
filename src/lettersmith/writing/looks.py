"""How a letter looks on paper, in Word and in PDF alike: the numbers of each block, and what no look decides."""

from __future__ import annotations

from lettersmith.model.look import Look, TextLook
from lettersmith.model.manuscript import DRAFT_NOTICE, Block, Manuscript

FRAMED = ("box", "notice")
"""Parts that stand in a frame, whatever kinds of block they hold."""
KINDS = frozenset(
    ("body", "heading1", "heading2", "heading3", "item", "cell", "cell_head", "note", "header", "footer", "marking")
)
"""Names under `texts` of a look that are no parts of templates."""
BAR = 3.0
"""Width in points of the bar at the left of a frame. The frame's indent counts from the bar's outer edge."""
DEPTHS = 9
"""Levels of list that Word knows."""
BULLETS = ("•", "–")
"""Before the items of a list, by turns from the outermost depth."""
HEAD_TINT = 0.1
"""How much of the accent colour is behind the heading row of a table."""


def text_look(block: Block, look: Look) -> TextLook:
    """The numbers of a block's style."""
    if block.kind == "heading":
        return look.texts[f"heading{min(max(block.level, 1), 3)}"]
    if block.kind == "item":
        return look.texts["item"]
    if block.kind == "rule":
        return rule_look(look)
    part = frame_part(block) or look_part(block, look)
    return look.texts.get(part, look.texts["box" if part in FRAMED and "box" in look.texts else "body"])


def depth_of(block: Block) -> int:
    """The depth of an item, from 1."""
    return min(max(block.level, 1), DEPTHS)


def look_part(block: Block, look: Look) -> str:
    """The innermost part around a block that has a look of its own; empty for none."""
    return next((part for part in reversed(block.parts) if part in look.texts and part not in KINDS), "")


def frame_part(block: Block) -> str:
    """The innermost framed part around a block; empty for none."""
    return next((part for part in reversed(block.parts) if part in FRAMED), "")


def frame_indent(block: Block, look: Look) -> float:
    """How far the words of a framed part stand in, in points."""
    return look.texts["box"].indent if frame_part(block) and "box" in look.texts else 0.0


def rule_look(look: Look) -> TextLook:
    """A line across the page: as much space before and after it as a paragraph has after it."""
    after = look.texts["body"].after
    return TextLook(1.0, after, after)


def leads_in(block: Block, following: Block | None) -> bool:
    """Whether a paragraph announces the list that follows ("We look at:"): the two are kept on one page."""
    if block.kind != "paragraph" or following is None or following.kind != "item":
        return False
    return "".join([span.text for span in block.spans]).rstrip().endswith(":")


def marking(manuscript: Manuscript) -> str:
    """What stands at the top and bottom of every page: that it is a draft, and its security marking."""
    draft = DRAFT_NOTICE if manuscript.stage == "draft" else ""
    return " · ".join(filter(None, (draft, manuscript.marking)))


def text_width(look: Look) -> float:
    """From margin to margin, in points."""
    return (look.page_width_mm - look.margin_left_mm - look.margin_right_mm) * 72 / 25.4


def tint(colour: str, strength: float) -> str:
    """A colour made pale: `strength` of it on white paper.

    >>> tint("000000", 0.1)
    'e6e6e6'
    """
    channels = (int(colour[start : start + 2], 16) for start in (0, 2, 4))
    return "".join(f"{round(255 - (255 - channel) * strength):02x}" for channel in channels)
