"""Parts of a page that a rule's scope chooses by a CSS selector, as `doc(section:has(> h2:contains("Context")))`.

Each heading and what follows it, up to the next heading of its level or a higher one, stands in a `section` of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lettersmith.reading.scoped import css, tokens
from lettersmith.reading.scoped.mapped import Mapped
from lettersmith.reading.scoped.settings import Selection
from lettersmith.reading.scoped.tokens import EMPTY, END, START, TEXT, VOID, Token

MARK = "data-selected"
"""The attribute that names the selections of an element."""


@dataclass(eq=False, slots=True)
class Element:
    """A tag with what is in it: elements, and all other tokens as they are."""

    opening: Token
    parent: Element | None = None
    inside: list[Element | Token] = field(default_factory=list)
    closed: bool = True

    @property
    def name(self) -> str:
        """The name of the tag."""
        return self.opening.name

    @property
    def children(self) -> list[Element]:
        """The elements in it."""
        return [one for one in self.inside if isinstance(one, Element)]

    @property
    def text(self) -> str:
        """All text in it."""
        parts = (one.text if isinstance(one, Element) else one.text.text * (one.kind == TEXT) for one in self.inside)
        return "".join(parts)

    def all(self) -> Iterator[Element]:
        """All elements in it, in order."""
        for child in self.children:
            yield child
            yield from child.all()


def marked(stream: Iterable[Token], selections: Sequence[Selection]) -> Iterator[Token]:
    """The same tokens, with sections, in which each element that is chosen carries the names of its selections."""
    root = _tree(stream)
    _with_sections(root)
    chosen: dict[Element, list[str]] = {}
    for selection in selections:
        matches = css.compiled(selection.selector)
        for element in root.all():
            if matches(element):
                chosen.setdefault(element, []).append(selection.name)
    return _stream(root, chosen)


def _tree(stream: Iterable[Token]) -> Element:
    root = Element(tokens.start("html"))
    here = root
    for token in stream:
        if token.kind == START and token.name not in VOID:
            inner = Element(token, here, closed=False)
            here.inside.append(inner)
            here = inner
        elif token.kind in (START, EMPTY):
            here.inside.append(Element(token, here))
        elif token.kind == END:
            here = _closed(here, token)
        else:
            here.inside.append(token)
    return root


def _closed(here: Element, token: Token) -> Element:
    opened: Element | None = here
    while opened is not None and opened.name != token.name:
        opened = opened.parent
    if opened is None or opened.parent is None:
        here.inside.append(token)
        return here
    opened.closed = True
    return opened.parent


def _with_sections(element: Element) -> None:
    """Put each heading of an element with what follows it into a section."""
    for child in element.children:
        _with_sections(child)
    if not any(_level(child) for child in element.children):
        return
    outer: list[Element | Token] = []
    stack: list[tuple[int, Element]] = []
    for one in element.inside:
        level = _level(one)
        if level:
            while stack and stack[-1][0] >= level:
                stack.pop()
            section = Element(tokens.start("section"), stack[-1][1] if stack else element)
            (stack[-1][1].inside if stack else outer).append(section)
            stack.append((level, section))
        if stack and isinstance(one, Element):
            one.parent = stack[-1][1]
        (stack[-1][1].inside if stack else outer).append(one)
    element.inside = outer


def _level(one: Element | Token) -> int:
    name = one.name
    is_heading = isinstance(one, Element) and len(name) == 2 and name[0] == "h" and name[1] in "123456"
    return int(name[1]) if is_heading else 0


def _stream(element: Element, chosen: dict[Element, list[str]]) -> Iterator[Token]:
    for one in element.inside:
        if isinstance(one, Token):
            yield one
            continue
        names = " ".join(chosen.get(one, ()))
        opening = one.opening
        if names:
            mark = (MARK, Mapped(names, [0] * len(names)))
            opening = opening._replace(attributes=(*opening.attributes, mark))
        yield opening
        yield from _stream(one, chosen)
        if one.closed and opening.kind == START and one.name not in VOID:
            yield tokens.end(one.name)
