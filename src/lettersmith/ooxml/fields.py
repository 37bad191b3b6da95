"""Which words of a Word file are the code of a field, not its result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lettersmith.ooxml.names import DELETED, T, W

FIELD, STEP = f"{W}fldChar", f"{W}fldCharType"
SIMPLE, CODE = f"{W}fldSimple", f"{W}instrText"
WORDS = (T, DELETED, *(f"{W}{name}" for name in ("tab", "br", "cr", "sym", "noBreakHyphen")))


class Open(NamedTuple):
    """A field that has begun."""

    in_code: list[bool]
    """One entry: whether its result has not begun yet."""
    words: list[Any]
    """What was met in its code."""


def codes(root: Any) -> frozenset[Any]:
    """The elements of words inside the codes of fields, such as the result of a field that stands in another's code.

    Word keeps the code and the result of a field one after the other, between three marks. A field whose last mark is
    missing is no field: its words count.
    """
    found: set[Any] = set()
    if next(root.iter(FIELD), None) is None:
        return frozenset()
    fields: list[Open] = []
    for element in root.iter(FIELD, *WORDS):
        if element.tag != FIELD:
            around = next((field for field in fields if field.in_code[0]), None)
            if around is not None:
                around.words.append(element)
            continue
        step = element.get(STEP)
        if step == "begin":
            fields.append(Open([True], []))
        elif fields and step == "separate":
            fields[-1].in_code[0] = False
        elif fields and step == "end":
            found.update(fields.pop().words)
    return frozenset(found)


def instructions(root: Any) -> Iterator[tuple[str, Any]]:
    """The code of every field, such as `DATE`, and the mark or element with which the field begins."""
    begun: list[tuple[list[str], Any]] = []
    for element in root.iter(FIELD, SIMPLE, CODE):
        step = element.get(STEP)
        if element.tag == SIMPLE:
            yield element.get(f"{W}instr", ""), element
        elif element.tag == CODE:
            if begun:
                begun[-1][0].append(element.text or "")
        elif step == "begin":
            begun.append(([], element))
        elif step == "end" and begun:
            words, start = begun.pop()
            yield "".join(words), start


def last_mark(first_mark: Any, paragraph: Any) -> Any:
    """The mark with which a field ends that began in a paragraph; the first one where it ends elsewhere."""
    depth, begun = 0, False
    for mark in paragraph.iter(FIELD):
        begun = begun or mark is first_mark
        if begun:
            depth += {"begin": 1, "end": -1}.get(mark.get(STEP), 0)
            if not depth:
                return mark
    return first_mark
