"""Several rules that stumble over the same few words: the one that helps most speaks for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lettersmith.model.remark import Level, Remark

LONGEST = 60
"""Characters: what is said of more words than these is about the sentence, not about the words in it."""
GAP = "Gaps.Placeholder"
_WEIGHT = {Level.ERROR: 0, Level.WARNING: 1, Level.SUGGESTION: 2}


def without_overlaps(remarks: Sequence[Remark], families: Iterable[str]) -> list[Remark]:
    """The remarks, less each that is about words inside those of a better one, or around them.

    Only remarks of the families given (styles, grammar) give way to each other, and only where both say what to write
    instead, or both are about the very same words. The better one weighs more; else it is about more words; else it
    comes first by its rule. What is said of the words in a place to be filled in is said of nothing.
    """
    about_words = frozenset(families)
    by_block: dict[tuple[int, str], list[Remark]] = {}
    gaps: dict[tuple[int, str], list[Remark]] = {}
    for remark in remarks:
        place = remark.place
        if remark.rule == GAP:
            gaps.setdefault((place.block, place.region), []).append(remark)
        elif place.end and place.end - place.start <= LONGEST and remark.family in about_words:
            by_block.setdefault((place.block, place.region), []).append(remark)
    dropped: set[int] = set()
    for where, some in by_block.items():
        for gap in gaps.get(where, ()):
            dropped.update(id(remark) for remark in some if _inside(remark, gap))
        if len(some) > 1:
            dropped.update(map(id, _lesser(some)))
    return [remark for remark in remarks if id(remark) not in dropped] if dropped else list(remarks)


def _lesser(remarks: list[Remark]) -> list[Remark]:
    """Those of one block that give way."""
    kept: list[Remark] = []
    lesser: list[Remark] = []
    for remark in sorted(remarks, key=_rank):
        (lesser if any(_nested(remark, other) for other in kept) else kept).append(remark)
    return lesser


def _rank(remark: Remark) -> tuple[int, int, str]:
    place = remark.place
    return _WEIGHT[remark.level], place.start - place.end, remark.rule


def _nested(one: Remark, other: Remark) -> bool:
    """Whether two rules say what to write instead of the same words, or of words and some that stand inside them.

    What only one of them says, such as that nobody is named who does it, is another matter, and stays.
    """
    a, b = one.place, other.place
    if one.rule == other.rule or bool(one.instead) is not bool(other.instead):
        return False
    return _inside(one, other) or _inside(other, one) if one.instead else (a.start, a.end) == (b.start, b.end)


def _inside(one: Remark, other: Remark) -> bool:
    """Whether the words of one are among those of the other."""
    return other.place.start <= one.place.start and one.place.end <= other.place.end
