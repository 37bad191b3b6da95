"""Whether a template meets its duties whatever the facts are: the part is there, with the words and the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from lettersmith.merge.marks import STAMPS
from lettersmith.merge.outline import Choice, Loop, Outline, Slot, Test, Words
from lettersmith.merge.source import LINE, refusal
from lettersmith.model.place import Origin
from lettersmith.model.remark import Remark
from lettersmith.model.template import Duty, Template

_LINE = re.compile(r"^[ \t]*:::[ \t]*([a-z0-9-]*)[ \t]*$")
FACT, WORDING = "\ufffb", "\ufffc"
"""What stands for a slot: facts of one inspection never bring a duty's words, those of the framework may."""


class Way(NamedTuple):
    """One branch of a choice, or the inside of a loop."""

    choice: int
    """Which choice or loop of the template."""
    branch: int
    branches: int
    """How many branches there are if one of them is always taken; else 0."""
    tests: tuple[str, ...]
    """What holds in it."""
    path: str = ""
    """Of a loop: the list."""


class Piece(NamedTuple):
    """Fixed text or a slot, with the ways that lead to it and the parts around it."""

    text: str
    fields: tuple[str, ...]
    origin: Origin
    ways: tuple[Way, ...]
    parts: tuple[str, ...]


def faults(
    template: Template,
    outline: Outline,
    whens: dict[str, Test],
    lines: list[Origin],
    broken: Collection[tuple[str, int]] = (),
) -> Iterator[Remark]:
    """Every duty that the template does not meet, or not always.

    `broken` are files and lines that have a fault already: what a part with one of them says cannot be told yet.
    """
    pieces = list(_pieces(outline, lines))
    for duty in template.duties:
        own = [piece for piece in pieces if duty.part in piece.parts]
        if not own:
            yield _unmet(
                template, duty, Origin(template.file("template.toml")), f"there is no part “{duty.part}” in the text"
            )
            continue
        if any(piece.origin[:2] in broken for piece in own):
            continue
        allowed = _allowed(whens.get(duty.id))
        openings = [_without(piece, allowed, ()) for piece in own if not piece.text]
        own = [_without(piece, allowed, duty.fields) for piece in own]
        where = own[0].origin
        said = [piece for piece in own if piece.text.strip()]
        if not said:
            yield _unmet(template, duty, where, "its part is empty")
            continue
        for pieces_of_it in (openings, said):
            if not _covered([piece.ways for piece in pieces_of_it]):
                yield _unmet(template, duty, where, f"its part {_condition(pieces_of_it)}")
                break
        else:
            yield from _lacks(template, duty, own, where)


def _lacks(template: Template, duty: Duty, own: list[Piece], where: Origin) -> Iterator[Remark]:
    """The words and facts of a duty that its part does not always hold."""
    yield from _missing_words(template, duty, own, where)
    for field in duty.fields:
        printing = [piece.ways for piece in own if any(_prints(printed, field) for printed in piece.fields)]
        if not _covered(printing):
            state = "only under a condition" if printing else "nowhere"
            yield _unmet(template, duty, where, f"its part prints “{field}” {state}")


def _unmet(template: Template, duty: Duty, origin: Origin, what: str) -> Remark:
    line = f"Line {origin.line} of {origin.file}" if origin.line else origin.file
    told = (
        f"{line}: the duty “{duty.id}” is not met, because {what}. The duty: {duty.says.rstrip('.')} ({duty.source})."
    )
    do = f"Say it in a part “::: {duty.part}”" + (
        ", under no other condition than the duty's own." if duty.when else ", under no condition."
    )
    return refusal("Duty", origin.file, origin.line, told, do, duty.id)


def _missing_words(template: Template, duty: Duty, pieces: list[Piece], where: Origin) -> Iterator[Remark]:
    """The words that no fixed text says. The framework's own words may bring them: the made text is checked too."""
    texts: dict[tuple[Way, ...], str] = {}
    for piece in pieces:
        texts[piece.ways] = texts.get(piece.ways, "") + piece.text
    plain = {ways: normal(text) for ways, text in texts.items()}
    for words in duty.words:
        saying = [ways for ways, text in plain.items() if normal(words) in text]
        if _covered(saying):
            continue
        if not saying and _covered([ways for ways, text in plain.items() if WORDING in text]):
            continue
        state = "only under a condition" if saying else "nowhere"
        yield _unmet(template, duty, where, f"its part says “{words}” {state}")


def normal(text: str) -> str:
    """Words as they are compared: small letters, single spaces, no marks."""
    text = re.sub(r"[*]|^[ \t]*#+[ \t]", "", text, flags=re.MULTILINE).replace("\u2019", "'")
    return " ".join(text.casefold().split())


def _prints(printed: str, wanted: str) -> bool:
    return printed == wanted or printed.startswith((f"{wanted}.", f"{wanted}["))


def _allowed(when: Test | None) -> frozenset[str]:
    """The conditions under which a duty's words may stand: its own, and each of its parts joined by "and"."""
    if when is None:
        return frozenset()
    parts = [when.words]
    if when.sign == "and":
        for part in when.parts:
            parts.extend(_allowed(part))
    return frozenset(parts)


def _without(piece: Piece, allowed: frozenset[str], fields: tuple[str, ...]) -> Piece:
    """A piece without the ways that do not count: the duty's own condition, and loops that print the wanted facts.

    That such a list is not empty is for the checks of the made text.
    """
    left = tuple(
        way
        for way in piece.ways
        if not (way.tests and set(way.tests) <= allowed)
        and not (way.path and any(_prints(field, way.path) for field in fields))
    )
    return piece._replace(ways=left)


def _condition(pieces: list[Piece]) -> str:
    for piece in pieces:
        for way in piece.ways:
            if way.path:
                return f"stands in a loop through “{way.path}”, which may be empty"
            return f"stands under the condition “{' and '.join(way.tests) or 'else'}”"
    return "stands under a condition"


def _covered(all_ways: list[tuple[Way, ...]]) -> bool:
    """Whether at least one of the places is reached whatever the facts are."""
    if any(not ways for ways in all_ways):
        return True
    by_choice: dict[int, dict[int, list[tuple[Way, ...]]]] = {}
    sizes: dict[int, int] = {}
    for ways in all_ways:
        first = ways[0]
        by_choice.setdefault(first.choice, {}).setdefault(first.branch, []).append(ways[1:])
        sizes[first.choice] = first.branches
    return any(
        sizes[choice] and len(branches) == sizes[choice] and all(_covered(rest) for rest in branches.values())
        for choice, branches in by_choice.items()
    )


def _pieces(outline: Outline, lines: list[Origin]) -> Iterator[Piece]:
    """The outline as one row, with the parts that are open at each place."""
    parts: tuple[str, ...] = ()
    origin = Origin("")
    for text, fields, line, ways in _flat(outline, (), iter(range(1_000_000)), lines):
        if fields is not None:
            brings = all(path.startswith(("framework.", "contacts.")) for path in fields)
            yield Piece(WORDING if brings else FACT, fields, line, ways, parts)
            continue
        for one in LINE.findall(text):
            if stamp := STAMPS.search(one):
                origin = lines[int(stamp[1])]
            words = STAMPS.sub("", one)
            found = _LINE.match(words.rstrip("\n"))
            if found is None:
                yield Piece(words, (), origin, ways, parts)
            elif found[1]:
                parts = (*parts, found[1])
                yield Piece("", (), origin, ways, parts)
            else:
                parts = parts[:-1]


Flat = Iterator[tuple[str, tuple[str, ...] | None, Origin, tuple[Way, ...]]]


def _flat(outline: Outline, ways: tuple[Way, ...], numbers: Iterator[int], lines: list[Origin]) -> Flat:
    visit: Callable[[Outline, Way], Flat] = lambda content, way: _flat(content, (*ways, way), numbers, lines)  # noqa: E731
    for node in outline:
        if isinstance(node, Words):
            yield node.text, None, Origin(""), ways
        elif isinstance(node, Slot):
            yield "", node.fields, node.origin, ways
        elif isinstance(node, Choice):
            number = next(numbers)
            size = len(node.branches) if node.branches[-1].test is None else 0
            before: tuple[str, ...] = ()
            for index, branch in enumerate(node.branches):
                tests = before if branch.test is None else (*before, branch.test.words)
                yield from visit(branch.content, Way(number, index, size, tests))
                before = (*tests[:-1], opposite(branch.test)) if branch.test is not None else before
        elif isinstance(node, Loop):
            number = next(numbers)
            size = 2 if node.none else 0
            yield from visit(node.each, Way(number, 0, size, (), node.path))
            yield from visit(node.none, Way(number, 1, size, ()))


def opposite(test: Test) -> str:
    """The words of a condition that holds when another does not."""
    return test.parts[0].words if test.sign == "not" else f"not ({test.words})"
