"""Several rules that stumble over the same few words: the one that helps most speaks for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lettersmith.model.remark import Level, Remark

LONGEST = 60
"""Characters: what is said of more words than these is about the sentence, not about the words in it."""
_WEIGHT = {Level.ERROR: 0, Level.WARNING: 1, Level.SUGGESTION: 2}


def without_overlaps(remarks: Sequence[Remark], families: Iterable[str]) -> list[Remark]:
    """The remarks, less each that is about words inside those of a better one, or around them.

    Only remarks of the families given (styles, grammar) give way to each other. The better one weighs more; else it
    says what to write instead; else it is about more words; else it comes first by its rule.
    """
    about_words = frozenset(families)
    by_block: dict[tuple[int, str], list[Remark]] = {}
    for remark in remarks:
        place = remark.place
        if place.end and place.end - place.start <= LONGEST and remark.rule.partition(".")[0] in about_words:
            by_block.setdefault((place.block, place.region), []).append(remark)
    dropped: set[int] = set()
    for some in by_block.values():
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


def _rank(remark: Remark) -> tuple[int, bool, int, str]:
    place = remark.place
    return _WEIGHT[remark.level], not remark.instead, place.start - place.end, remark.rule


def _nested(one: Remark, other: Remark) -> bool:
    """Whether the words of one stand inside those of the other. The same rule speaks of each of its places."""
    a, b = one.place, other.place
    return one.rule != other.rule and (
        (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
    )
