"""CSS selectors, as many as style rules use, over a tree of elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

Matches = Callable[[Any], bool]
"""Whether an element is meant. An element has `name`, `parent`, `children`, `text`, `opening.attribute` and `all()`."""

_NAME = re.compile(r"[\w-]+|\*")
_ATTRIBUTE = re.compile(r"""\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]""")
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_NTH = re.compile(r"\s*(?:(odd)|(even)|([+-]?\d*)n\s*([+-]\s*\d+)?|(\d+))\s*")


class NoSelector(ValueError):
    """A text is no selector that can be used here. The text says why."""


@lru_cache(maxsize=256)
def compiled(selector: str) -> Matches:
    """What tells whether an element is meant by a selector. Raises NoSelector."""
    return _Parser(selector).whole()


class _Parser:
    """Reads a selector from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self.at = 0

    def whole(self) -> Matches:
        found = self.group()
        if self.at < len(self.text):
            raise NoSelector(f"“{self.text}” cannot be read after “{self.text[: self.at]}”.")
        return found

    def group(self, relative: bool = False) -> Matches:
        """Selectors with commas between them. Relative ones say where the element stands that holds what they mean."""
        found = [self.one(relative)]
        while self.text.startswith(",", self.at):
            self.at += 1
            found.append(self.one(relative))
        return lambda element: any(matches(element) for matches in found)

    def one(self, relative: bool) -> Matches:
        self.space()
        leading = ">"
        if relative:
            found = re.compile(r"([>+~])\s*").match(self.text, self.at)
            leading = found[1] if found else " "
            self.at = found.end() if found else self.at
        compounds = [self.compound()]
        combinators: list[str] = []
        while (found := _COMBINATOR.match(self.text, self.at)) and self.text[found.end() : found.end() + 1] not in (
            "",
            ",",
            ")",
        ):
            self.at = found.end()
            combinators.append(found[1] or " ")
            compounds.append(self.compound())
        self.space()
        if relative:
            return lambda element: _holds(element, leading, compounds, combinators)
        return lambda element: _matches(element, compounds, combinators)

    def space(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    def compound(self) -> Matches:
        """A name with its classes, attributes and pseudo-classes."""
        tests: list[Matches] = []
        begin = self.at
        if found := _NAME.match(self.text, self.at):
            self.at = found.end()
            name = found[0].lower()
            tests.append(lambda element: name in ("*", element.name))
        while self.at < len(self.text) and self.text[self.at] in ".#[:":
            tests.append(self.simple())
        if self.at == begin:
            raise NoSelector(f"“{self.text}” cannot be read after “{self.text[: self.at]}”.")
        return lambda element: all(test(element) for test in tests)

    def simple(self) -> Matches:
        sign = self.text[self.at]
        if sign == "[":
            found = _ATTRIBUTE.match(self.text, self.at)
            if not found:
                raise NoSelector(f"“{self.text[self.at :]}” is no attribute.")
            self.at = found.end()
            return _attribute(
                found[1], found[2] or "", next((one for one in found.groups()[2:] if one is not None), "")
            )
        self.at += 1
        found = _NAME.match(self.text, self.at)
        if not found:
            raise NoSelector(f"a name is missing after “{self.text[: self.at]}”.")
        self.at = found.end()
        if sign == ".":
            return _attribute("class", "~=", found[0])
        if sign == "#":
            return _attribute("id", "=", found[0])
        return self.pseudo(found[0].lower())

    def pseudo(self, name: str) -> Matches:
        if name in _PLAIN:
            return _PLAIN[name]
        if not self.text.startswith("(", self.at):
            raise NoSelector(f"“:{name}” is not known here.")
        self.at += 1
        if name in ("has", "haschild", "not", "is", "where"):
            inner = self.group(relative=name in ("has", "haschild"))
            self.close()
            return (lambda element: not inner(element)) if name == "not" else inner
        end = self.text.find(")", self.at)
        inside = self.text[self.at : end].strip()
        self.at = end
        self.close()
        if name in ("contains", "containsown"):
            words = inside.strip("\"'")
            return lambda element: words in element.text
        if name == "nth-child":
            return _nth(inside)
        raise NoSelector(f"“:{name}” is not known here.")

    def close(self) -> None:
        self.space()
        if not self.text.startswith(")", self.at):
            raise NoSelector(f"“{self.text}” lacks a closing bracket.")
        self.at += 1


def _attribute(name: str, how: str, value: str) -> Matches:
    tests: dict[str, Callable[[str], bool]] = {
        "": lambda have: True,
        "=": lambda have: have == value,
        "~=": lambda have: value in have.split(),
        "|=": lambda have: have == value or have.startswith(value + "-"),
        "^=": lambda have: bool(value) and have.startswith(value),
        "$=": lambda have: bool(value) and have.endswith(value),
        "*=": lambda have: bool(value) and value in have,
    }

    def matches(element: Any) -> bool:
        return any(key == name and tests[how](have.text) for key, have in element.opening.attributes)

    return matches


def _siblings(element: Any) -> Sequence[Any]:
    return element.parent.children if element.parent else [element]


def _before(element: Any) -> Sequence[Any]:
    siblings = _siblings(element)
    return siblings[: siblings.index(element)]


_PLAIN: dict[str, Matches] = {
    "first-child": lambda element: _siblings(element)[0] is element,
    "last-child": lambda element: _siblings(element)[-1] is element,
    "only-child": lambda element: len(_siblings(element)) == 1,
    "first-of-type": lambda element: not any(one.name == element.name for one in _before(element)),
    "empty": lambda element: not element.inside,
}


def _nth(formula: str) -> Matches:
    found = _NTH.fullmatch(formula)
    if not found:
        raise NoSelector(f"“:nth-child({formula})” cannot be read.")
    if found[5]:
        step, first = 0, int(found[5])
    elif found[1] or found[2]:
        step, first = 2, int(bool(found[1]))
    else:
        step = int(found[3] + "1" if found[3] in ("", "+", "-") else found[3])
        first = int((found[4] or "0").replace(" ", ""))

    def matches(element: Any) -> bool:
        past = len(_before(element)) + 1 - first
        return past == 0 if step == 0 else past % step == 0 and past // step >= 0

    return matches


def _matches(element: Any, compounds: Sequence[Matches], combinators: Sequence[str]) -> bool:
    """Whether the last compound means the element, and those before it what stands around it."""
    if not compounds[-1](element):
        return False
    if not combinators:
        return True
    return any(_matches(one, compounds[:-1], combinators[:-1]) for one in _around(element, combinators[-1]))


def _around(element: Any, combinator: str) -> Sequence[Any]:
    if combinator == ">":
        return [element.parent] if element.parent else []
    if combinator == "+":
        return _before(element)[-1:]
    if combinator == "~":
        return _before(element)
    above = []
    while element.parent:
        element = element.parent
        above.append(element)
    return above


def _holds(element: Any, leading: str, compounds: Sequence[Matches], combinators: Sequence[str]) -> bool:
    """Whether what a relative selector means stands in an element, or after it."""
    siblings = _siblings(element)
    after = siblings[siblings.index(element) + 1 :]
    starts = {">": element.children, "+": after[:1], "~": after}.get(leading)
    if starts is None:
        return any(_matches(one, compounds, combinators) for one in element.all())
    if not combinators:
        return any(compounds[0](one) for one in starts)
    inner = [one for start in starts for one in (start, *start.all())]
    return any(_matches(one, compounds, combinators) for one in inner)
