"""Made-up letters of a template: its text with its conditions one way and another, to see that its Markdown holds.

Every value is a slot, so one made-up value does for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lettersmith.merge.assemble import Assembled, assemble
from lettersmith.merge.blocks import Memo
from lettersmith.merge.lines import Lines
from lettersmith.merge.marks import slot_mark
from lettersmith.merge.outline import Choice, Loop, Outline, Slot, Test, Words
from lettersmith.merge.run import Run
from lettersmith.merge.values import Leaf

Truth = Callable[[str], bool]
STAND_IN = Leaf("https://www.example.org/x", "", "$")


def proofs(outline: Outline, memo: Memo, *, thorough: bool) -> Iterator[Assembled]:
    """The outline with all conditions true and two of each list, with all false and none; thorough, each alone true."""
    for text, run in letters(outline, memo.lines, thorough=thorough):
        yield assemble(text, memo, run)


def letters(outline: Outline, lines: Lines, *, thorough: bool) -> Iterator[tuple[str, Run]]:
    """The slotted texts of the made-up letters, each with the values of its slots."""
    yield letter(outline, lines, lambda words: True, 2)
    yield letter(outline, lines, lambda words: False, 0)
    if thorough:
        yield letter(outline, lines, lambda words: False, 2)
        for atom in dict.fromkeys(atoms(outline)):
            yield letter(outline, lines, lambda words, atom=atom: words == atom, 2)  # type: ignore[misc]


def proof(outline: Outline, memo: Memo, truth: Truth, times: int) -> Assembled:
    """One made-up letter."""
    text, run = letter(outline, memo.lines, truth, times)
    return assemble(text, memo, run)


def letter(outline: Outline, lines: Lines, truth: Truth, times: int) -> tuple[str, Run]:
    """The slotted text of one made-up letter, with the values of its slots."""
    run = Run("proof", lines.origins)
    return "".join(_text(outline, lines, run, truth, times)), run


def _text(outline: Outline, lines: Lines, run: Run, truth: Truth, times: int) -> Iterator[str]:
    for node in outline:
        if isinstance(node, Words):
            yield node.text
        elif isinstance(node, Slot):
            run.slots.append((STAND_IN, lines.number(node.origin.file, node.origin.line)))
            yield slot_mark(len(run.slots) - 1)
        elif isinstance(node, Choice):
            for branch in node.branches:
                if branch.test is None or holds(branch.test, truth):
                    yield from _text(branch.content, lines, run, truth, times)
                    break
        elif isinstance(node, Loop):
            for turn in range(times):
                yield from _text(node.each, lines, run, _in_loop(truth, turn, times), times)
            if not times:
                yield from _text(node.none, lines, run, truth, times)


def _in_loop(truth: Truth, turn: int, times: int) -> Truth:
    known = {"loop.first": turn == 0, "loop.last": turn == times - 1}
    return lambda words: known[words] if words in known else truth(words)


def holds(test: Test, truth: Truth) -> bool:
    """Whether a condition is true when its parts are."""
    if test.sign == "not":
        return not holds(test.parts[0], truth)
    if test.sign == "and":
        return all(holds(part, truth) for part in test.parts)
    if test.sign == "or":
        return any(holds(part, truth) for part in test.parts)
    return truth(test.words)


def atoms(outline: Outline) -> Iterator[str]:
    """Every single condition of an outline."""
    for node in outline:
        if isinstance(node, Choice):
            for branch in node.branches:
                if branch.test is not None:
                    yield from _atoms(branch.test)
                yield from atoms(branch.content)
        elif isinstance(node, Loop):
            yield from atoms(node.each)
            yield from atoms(node.none)


def _atoms(test: Test) -> Iterator[str]:
    if test.sign == "atom":
        yield test.words
    for part in test.parts:
        yield from _atoms(part)
