"""The characters of one paragraph of a Word file, in their order: what a reader counts, and what a mark stands at.

Reading and marking both go by `pieces`, so that the twelfth character of a paragraph is the same for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lettersmith.ooxml.fields import codes
from lettersmith.ooxml.hiding import Hiding
from lettersmith.ooxml.names import DELETED, ID, MATH, MC, P, R, T, W, value, whole
from lettersmith.ooxml.package import used_id

HOLDERS = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "bdo", "dir", "rubyBase")
)
"""Elements that hold runs or blocks, and are nothing by themselves."""
DELETION, MOVED = "deleted text", "moved text"
HIDDEN = "hidden text"
REMOVED = {f"{W}del": DELETION, f"{W}moveFrom": MOVED}
FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "‑",
}
CALLS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
HYPERLINK, SYMBOL, RUBY, FIELD, ALTERNATIVES = (
    f"{W}hyperlink", f"{W}sym", f"{W}ruby", f"{W}fldChar", f"{MC}AlternateContent"
)  # fmt: skip
HEX = re.compile("[0-9A-Fa-f]{2,4}")


class Piece(NamedTuple):
    """Some characters that stand in one element, or a thing without characters: a drawing, the call of a note."""

    text: str
    element: Any
    run: Any
    """The run that says how they look; None for a formula."""
    host: Any
    """The run, or other thing in the paragraph, before and behind which a mark can stand."""
    aside: str = ""
    """Empty for what is read; `deleted text`, `moved text` or `hidden text` for what is not."""
    link: str = ""
    """The relationship of the link that they lead along."""
    call: tuple[str, str] | None = None
    """`footnote` or `endnote` and its id, where one is called here."""

    @property
    def drawing(self) -> bool:
        """Whether it is a drawing, which may hold text boxes."""
        return self.element.tag in DRAWINGS


@dataclass(frozen=True, slots=True)
class View:
    """What must be known of a whole part to read a paragraph of it."""

    hiding: Hiding | None = None
    """None where nothing in the part is hidden."""
    codes: frozenset[Any] = field(default_factory=frozenset)
    """Elements that stand in the code of a field."""


def view_of(root: Any, hiding: Hiding) -> View:
    """How to read the paragraphs of a part."""
    any_hidden = hiding.own or hiding.always or next(root.iter(f"{W}vanish"), None) is not None
    return View(hiding if any_hidden else None, codes(root))


def paragraphs(root: Any) -> list[Any]:
    """Every paragraph of a part in the order of the file, all that are nested counted: the number of an anchor."""
    return list(root.iter(P))


def pieces(paragraph: Any, view: View) -> Iterator[Piece]:
    """The pieces of a paragraph; the text boxes that hang on it are not looked into."""
    return _Walk(paragraph, view).inside(paragraph, None, "", "")


class _Walk(NamedTuple):
    """One paragraph on its way."""

    paragraph: Any
    view: View

    def inside(self, holder: Any, host: Any, aside: str, link: str) -> Iterator[Piece]:
        """The pieces in an element that holds runs, whatever they are wrapped in."""
        for child in holder:
            tag = child.tag
            if tag == R:
                yield from self.run(child, child if host is None else host, aside, link)
            elif tag in HOLDERS:
                yield from self.inside(child, host, aside, link)
            elif tag == HYPERLINK:
                yield from self.inside(child, host, aside, used_id(child) or link)
            elif tag in REMOVED:
                yield from self.inside(child, host, aside or REMOVED[tag], link)
            elif tag == ALTERNATIVES:
                for chosen in choice(child):
                    yield from self.inside(chosen, child if host is None else host, aside, link)
            elif isinstance(tag, str) and tag.startswith(MATH):
                words = "".join(text.text or "" for text in child.iter(f"{MATH}t"))
                yield Piece(words, child, None, child if host is None else host, aside)

    def run(self, run: Any, host: Any, aside: str, link: str) -> Iterator[Piece]:
        """The pieces of one run."""
        hiding = self.view.hiding
        if not aside and hiding is not None and hiding.hidden(run, self.paragraph):
            aside = HIDDEN
        for child in run:
            yield from self.one(child, run, host, aside, link)

    def one(self, element: Any, run: Any, host: Any, aside: str, link: str) -> Iterator[Piece]:
        """The piece, or pieces, of one element of a run."""
        tag = element.tag
        if element in self.view.codes:
            return
        if tag == T:
            yield Piece(one_line(element.text), element, run, host, aside, link)
        elif tag == DELETED:
            yield Piece(one_line(element.text), element, run, host, aside or DELETION, link)
        elif tag in FIXED:
            yield Piece(FIXED[tag], element, run, host, aside, link)
        elif tag == SYMBOL:
            yield Piece(symbol(element.get(f"{W}char", "")), element, run, host, aside, link)
        elif tag in CALLS:
            yield Piece("", element, run, host, aside, "", (CALLS[tag], element.get(ID, "")))
        elif tag in DRAWINGS:
            yield Piece("", element, run, host, aside)
        elif tag == FIELD:
            yield Piece(chosen_of(element), element, run, host, aside)
        elif tag == ALTERNATIVES:
            for chosen in choice(element):
                for child in chosen:
                    yield from self.one(child, run, host, aside, link)
        elif tag == RUBY:
            yield from self.inside(element, host, aside, link)


def one_line(text: str | None) -> str:
    """The text of an element as Word shows it: a line end in the XML is a space, since breaks are elements."""
    return (text or "").replace("\n", " ").replace("\r", " ")


def choice(alternatives: Any) -> list[Any]:
    """The first of several ways to say one thing. Word writes every text box twice; a reader sees it once."""
    return list(alternatives.iterchildren(f"{MC}Choice"))[:1] or list(alternatives.iterchildren(f"{MC}Fallback"))[:1]


def chosen_of(field_mark: Any) -> str:
    """The entry that is chosen in an old drop-down form field; empty for any other mark of a field."""
    entries = field_mark.findall(f"{W}ffData/{W}ddList/{W}listEntry")
    number = whole(value(field_mark, "w:ffData/w:ddList/w:result"))
    return entries[number].get(f"{W}val", "") if number < len(entries) else ""


def symbol(code: str) -> str:
    """A character given by its code in hexadecimal digits; symbol fonts count from F000."""
    if not HEX.fullmatch(code):
        return ""
    number = int(code, 16)
    letter = chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
    return letter if letter.isprintable() else ""
