"""The page of a PDF, with what stands at its top and bottom.

Where it is sure that no line of these texts wraps, their height is worked out here: were Typst to measure them first,
the layout of a letter would take 8 % longer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lettersmith.model.look import Look, TextLook
from lettersmith.writing.looks import text_width
from lettersmith.writing.pdf_letters import ASCENT, letters, line_pitch, literal, weight

WATERMARK = "f0f1f2"
UNDER_RULE = 4.5
"""From the thin line above the page's number to that number, in points."""
APART = 36.0
"""Room beside the marking in the middle of the last line, both sides together, that the page's number leaves free."""
ORDINARY = re.compile(r"[a-ln-vx-z0-9 .,:;!?()'‘’“”/–-]")
ORDINARY_WIDTH, GREATEST_WIDTH = 0.62, 1.35
"""In ems: no ordinary character of our four faces is wider than the first, and no other wider than the second."""
ANY_NUMBER = "000"
"""Stands for a page's number where only its width counts: no letter of ours has a thousand pages."""


class RunningText(NamedTuple):
    """A paragraph of a header or footer."""

    words: str
    code: str
    """The same as a Typst expression."""


class Edge(NamedTuple):
    """A paragraph at the top or bottom of a page, as it stands there."""

    look: TextLook
    words: str
    code: str
    space: float = 0.0
    """Above or below its letters, in points."""

    def is_sure(self, room: float) -> bool:
        """Whether no line of it can wrap in a room, in points. What an empty line does is Typst's to say."""
        return all(line.strip() and at_most(line) * self.look.size < room for line in self.words.split("\n"))

    def height(self, look: Look) -> float:
        """In points, where no line of it wraps."""
        return (self.words.count("\n") + 1) * line_pitch(look, self.look) + self.space


def page(look: Look, marking: str, header: Sequence[RunningText], footer: Sequence[RunningText], draft: bool) -> str:
    """The page with its running texts. Where they are higher than the margin, the text begins lower, as in Word."""
    texts = look.texts
    after = texts["header"].after
    head = [Edge(texts["marking"], marking, f"align(center, par({literal(marking)}))")] if marking else []
    head += [Edge(texts["header"], text.words, f"par({text.code}); v({after}pt)", after) for text in header]
    foot = [Edge(texts["footer"], text.words, f"par({text.code})") for text in footer]
    foot.append(Edge(texts["footer"], any_number(look), last_line(look, marking), UNDER_RULE))
    edges = f"#let head = {{ {shown(look, head)} }}\n#let foot = {{ {shown(look, foot)} }}\n"
    room = text_width(look)
    if in_the_middle(look, marking) and all(line.is_sure(room) for line in (*head, *foot)):
        up, down = (sum(line.height(look) for line in lines) for lines in (head, foot))
        return f"{edges}#let (up, down) = ({up:.2f}pt, {down:.2f}pt)\n#{paper(look, draft)}\n"
    return (
        f"{edges}#let high(edge) = measure(block(width: {room:.2f}pt, edge)).height\n"
        f"#show: body => context {{ let (up, down) = (high(head), high(foot)); {paper(look, draft)}; body }}\n"
    )


def paper(look: Look, draft: bool) -> str:
    """The sheet and its margins. In Typst's code, `up` and `down` are how high `head` and `foot` are."""
    above, under = f"{look.margin_top_mm - look.header_mm}mm", f"{look.margin_bottom_mm - look.footer_mm}mm"
    watermark = f'rotate(-52deg, text(size: 150pt, weight: "bold", fill: rgb("{WATERMARK}"), "DRAFT"))'
    return (
        f"set page(width: {look.page_width_mm}mm, height: {look.page_height_mm}mm, margin: ("
        f"left: {look.margin_left_mm}mm, top: {look.header_mm}mm + calc.max({above}, up), "
        f"right: {look.margin_right_mm}mm, bottom: {look.footer_mm}mm + calc.max({under}, down)), "
        f"header: head, header-ascent: calc.max({above} - up, 0mm), "
        f"footer: foot, footer-descent: calc.max({under} - down, 0mm)"
        f"{f', background: {watermark}' if draft else ''})"
    )


def shown(look: Look, lines: Sequence[Edge]) -> str:
    """Lines in their letters. The space between lines is below the last one too."""
    pieces = []
    for line in lines:
        edge = f"{ASCENT - line_pitch(look, line.look) / line.look.size:.4f}em"
        pieces.append(f"{{ set text({letters(line.look)}, bottom-edge: {edge}); set par(leading: 0pt); {line.code} }}")
    return "; ".join(pieces)


def last_line(look: Look, marking: str) -> str:
    """The last line of a page: the marking in the middle, the page's number at the right, a thin line above."""
    before, found, rest = look.page_number.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = [literal(before), "str(here().page())" if found else '""', literal(between)]
    if "{pages}" in rest:
        number += ["str(counter(page).final().first())", literal(after)]
    mark = look.texts["marking"]
    fits = f"measure(mark).width + 2 * measure(number).width + {APART}pt < room.width"
    words = "{ place(center, mark); align(right, number) }" if marking else "align(right, number)"
    if not in_the_middle(look, marking):
        words = f"layout(room => if {fits} {words} else {{ par({{ mark; h(1fr); number }}) }})"
    return (
        f'let mark = text(weight: {weight(mark)}, fill: rgb("{mark.colour}"), {literal(marking)}); '
        f"let number = context {{ {' + '.join(number)} }}; "
        f'block(width: 100%, stroke: (top: 0.5pt + rgb("{look.rule_colour}")), inset: (top: {UNDER_RULE}pt), {words})'
    )


def in_the_middle(look: Look, marking: str) -> bool:
    """Whether it is sure that the marking has room in the middle of the last line; no marking always has."""
    size = look.texts["footer"].size
    return not marking or (at_most(marking) + 2 * at_most(any_number(look))) * size + APART < text_width(look)


def any_number(look: Look) -> str:
    """The number of a page in words, as wide as that of any page."""
    return look.page_number.replace("{page}", ANY_NUMBER).replace("{pages}", ANY_NUMBER)


def at_most(words: str) -> float:
    """Ems that some words do not exceed in any of our faces."""
    ordinary = len(ORDINARY.findall(words))
    return ordinary * ORDINARY_WIDTH + (len(words) - ordinary) * GREATEST_WIDTH
