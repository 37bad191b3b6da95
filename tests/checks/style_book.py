"""A book with one rule of each of our styles: enough for the checks that ask which styles are in use."""

from __future__ import annotations

from lettersmith.model.style import Section, StyleBook, StyleRule

STYLES = ("HouseStyle", "Letters", "Judgement", "Consistency")


def book(*styles: str, sections: tuple[Section, ...] = ()) -> StyleBook:
    rules = tuple(StyleRule(f"{style}.Any", "existence", "Any") for style in styles or STYLES)
    return StyleBook(rules, sections=sections)
