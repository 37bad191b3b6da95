"""Items of a manuscript, flat as they are, as lists in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lettersmith.model.manuscript import Block

Words = Callable[[int], str]
"""The words of the block of some index, as HTML."""


def lists(items: Sequence[tuple[int, Block]], words: Words) -> str:
    """Items that follow each other, with their indexes, as HTML."""
    return "".join(_lists(items, words))


def _lists(items: Sequence[tuple[int, Block]], words: Words) -> Iterator[str]:
    open_lists: list[Block] = []
    """The item in hand of each list that is open, outermost first."""

    def end(deepest: int) -> Iterator[str]:
        while open_lists and open_lists[-1].level > deepest:
            yield f"</li></{_tag(open_lists.pop())}>"

    for index, item in items:
        yield from end(item.level)
        said = f'<p dir="auto">{words(index)}</p>'
        if not item.marker:
            yield said
            continue
        before = open_lists[-1] if open_lists else None
        if before and before.level == item.level and (before.marker, before.run) != (item.marker, item.run):
            yield from end(item.level - 1)
            before = None
        if before and before.level == item.level:
            open_lists.pop()
            yield "</li>"
        else:
            yield f"<{_tag(item)}>"
        yield f'<li value="{item.number}">{said}' if item.marker == "number" else f"<li>{said}"
        open_lists.append(item)
    yield from end(0)


def _tag(item: Block) -> str:
    return "ol" if item.marker == "number" else "ul"
