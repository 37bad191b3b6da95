"""A `look.toml` to a Look: strict, and every problem named in one run."""

from __future__ import annotations

import re
from pathlib import Path

from lettersmith.catalogue.table import Table, read_table
from lettersmith.model.look import Look, TextLook

NEEDED = (
    "body",
    "heading1",
    "heading2",
    "heading3",
    "item",
    "cell",
    "cell_head",
    "note",
    "header",
    "footer",
    "marking",
)
"""Kinds of text that every look states; any other name under `[texts]` is a part of a template, such as `address`."""
COLOUR = re.compile("[0-9a-fA-F]{6}")
LEAST_SIZE, MOST_SIZE = 6.0, 96.0
"""Points: letters outside this cannot be meant."""


def read_look(path: Path) -> Look:
    """The look that a file states.

    Raises Unreadable if the file cannot be read, TemplateRefused with every problem in it.
    """
    table = read_table(path, f"letterheads/{path.name}")
    look = Look(
        name=table.need("name", ""),
        font=table.need("font", ""),
        word_font=table.need("word_font", ""),
        page_width_mm=length(table, "page_width_mm"),
        page_height_mm=length(table, "page_height_mm"),
        margin_top_mm=length(table, "margin_top_mm"),
        margin_bottom_mm=length(table, "margin_bottom_mm"),
        margin_left_mm=length(table, "margin_left_mm"),
        margin_right_mm=length(table, "margin_right_mm"),
        header_mm=length(table, "header_mm"),
        footer_mm=length(table, "footer_mm"),
        line=length(table, "line"),
        texts=read_texts(table.table("texts")),
        list_indent=length(table, "list_indent"),
        list_hang=length(table, "list_hang"),
        cell_padding=length(table, "cell_padding"),
        rule_colour=colour(table, "rule_colour", "505a5f"),
        accent_colour=colour(table, "accent_colour", "1d3c5c"),
        page_number=table.get("page_number", "Page {page} of {pages}"),
    )
    fits_the_paper(table, look)
    table.no_others()
    table.settle()
    return look


def read_texts(texts: Table) -> dict[str, TextLook]:
    """The looks of the kinds of text, those that every look needs first."""
    names = (*NEEDED, *sorted(texts.values.keys() - set(NEEDED)))
    return {name: read_text(texts, name) for name in names}


def read_text(texts: Table, name: str) -> TextLook:
    """The look of one kind of text."""
    if name not in texts.values:
        texts.need(name, {})
        return TextLook(LEAST_SIZE)
    text = texts.table(name)
    size = text.need("size", 12.0)
    if not LEAST_SIZE <= size <= MOST_SIZE:
        text.note(
            "OutOfRange", f"`{text.label('size')}` is {size:g}.", f"Write {LEAST_SIZE:g} to {MOST_SIZE:g} points."
        )
    if round(size * 2) != size * 2:
        text.note(
            "OutOfRange", f"`{text.label('size')}` is {size:g}.", "Write whole or half points: Word has no others."
        )
    look = TextLook(
        size=size,
        before=length(text, "before", 0.0),
        after=length(text, "after", 0.0),
        bold=text.get("bold", False),
        colour=colour(text, "colour", "000000"),
        keep_with_next=text.get("keep_with_next", False),
        indent=length(text, "indent", 0.0),
    )
    text.no_others()
    return look


def length(table: Table, key: str, default: float | None = None) -> float:
    """A length that is not negative; one without a default is needed."""
    found = table.need(key, 0.0) if default is None else table.get(key, default)
    if found < 0:
        table.note("OutOfRange", f"`{table.label(key)}` is {found:g}.", "Write a number that is not below zero.", key)
        return 0.0
    return found


def colour(table: Table, key: str, default: str) -> str:
    """A colour as six hexadecimal digits."""
    found = table.get(key, default)
    if not COLOUR.fullmatch(found):
        table.note("NotAColour", f"`{table.label(key)}` is {found!r}.", "Write six digits of 0-9 and a-f: 1d3c5c.", key)
        return default
    return found.lower()


def fits_the_paper(table: Table, look: Look) -> None:
    """Note margins that leave no room for words, and a header or footer that stands in them."""
    across = look.page_width_mm - look.margin_left_mm - look.margin_right_mm
    down = look.page_height_mm - look.margin_top_mm - look.margin_bottom_mm
    for room, width in ((across, "page_width_mm"), (down, "page_height_mm")):
        if room <= 0:
            table.note("OutOfRange", f"The margins leave no room for words on `{width}`.", "Make them smaller.", width)
    for edge, margin in (("header_mm", look.margin_top_mm), ("footer_mm", look.margin_bottom_mm)):
        if getattr(look, edge) > margin:
            table.note("OutOfRange", f"`{edge}` is larger than its margin, {margin:g} mm.", "Make it smaller.", edge)
