"""How the checks judge the texts of `tests/styles/blind`, which no rule was made from (docs/corpus-figures.md).

Run it as `python tools/blind_figures.py SET` (`first` to `sixth`, `sixth-late`); `each` behind it shows every pair and
its remarks.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lettersmith.model.remark import Remark
    from lettersmith.tasks.reviewing import Reviewer

HOME = Path(__file__).resolve().parent.parent
BLIND = HOME / "tests" / "styles" / "blind"


class Pair(NamedTuple):
    """What the checks said of both halves of one pair."""

    about: str
    """What is wrong with "before"."""
    audience: str
    texts: tuple[str, str]
    before: tuple[Remark, ...]
    after: tuple[Remark, ...]

    @property
    def gap(self) -> int:
        """How many remarks more the worse half drew."""
        return len(self.before) - len(self.after)

    @property
    def gap_in_judgement(self) -> int:
        """The same of the rules on judgement alone: neither length nor spelling told them apart."""
        return _in_judgement(self.before) - _in_judgement(self.after)


def _in_judgement(remarks: Sequence[Remark]) -> int:
    return sum(remark.rule.startswith("Judgement.") for remark in remarks)


class Passage(NamedTuple):
    """What the checks said of a good passage."""

    audience: str
    text: str
    remarks: tuple[Remark, ...]


def pairs(name: str) -> list[Pair]:
    """The pairs of a set, judged for their own audience."""
    found = []
    for one in _read(f"{name}-pairs.yaml"):
        halves = (said(one["before"], one["audience"]), said(one["after"], one["audience"]))
        found.append(Pair(one["class"], one["audience"], (one["before"], one["after"]), *halves))
    return found


def passages(name: str) -> list[Passage]:
    """The good passages of a set, judged for their own audience."""
    return [
        Passage(one["audience"], one["text"], said(one["text"], one["audience"])) for one in _read(f"{name}-good.yaml")
    ]


def said(text: str, audience: str) -> tuple[Remark, ...]:
    """What all checks but grammar say of some text, as of a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "text.md")
        file.write_text(text, encoding="utf-8", newline="\n")
        return tuple(remark for review in _reviewer(audience).review(file) for remark in review.remarks)


@cache
def _reviewer(audience: str) -> Reviewer:
    from lettersmith.tasks.reviewing import Reviewer, Wanted

    return Reviewer(Wanted(audience=audience, grammar="none"))


def _read(name: str) -> Sequence[dict[str, Any]]:
    import yaml

    file = BLIND / name
    return list(yaml.safe_load(file.read_text(encoding="utf-8"))) if file.is_file() else []


def report(name: str, each: bool = False) -> Iterator[str]:
    """The figures of a set, line by line."""
    judged, good = pairs(name), passages(name)
    if each:
        yield from _each(judged, good)
    more, same = (sum(pair.gap > 0 for pair in judged), sum(pair.gap == 0 for pair in judged))
    yield f"pairs {len(judged)}: more remarks before {more}, as many {same}, fewer {len(judged) - more - same}"
    yield f"by the rules on judgement alone: {sum(pair.gap_in_judgement > 0 for pair in judged)}"
    yield f"remarks on before {sum(len(pair.before) for pair in judged)}, on after {_levels(p.after for p in judged)}"
    yield f"good passages {len(good)}: {_levels(passage.remarks for passage in good)}"


def _levels(groups: Iterator[tuple[Remark, ...]]) -> str:
    levels = [remark.level.value for remarks in groups for remark in remarks]
    return ", ".join(f"{level}s {levels.count(level)}" for level in ("error", "warning", "suggestion"))


def _each(judged: Sequence[Pair], good: Sequence[Passage]) -> Iterator[str]:
    for pair in judged:
        yield f"{'ok  ' if pair.gap > 0 else 'MISS'} {pair.gap:+} [{pair.about}, {pair.audience}]"
        for text, remarks in zip(pair.texts, (pair.before, pair.after), strict=True):
            yield f"     {text}"
            yield from (f"       - {_brief(remark)}" for remark in remarks)
    for passage in good:
        if passage.remarks:
            yield f"GOOD [{passage.audience}] {passage.text.strip()}"
            yield from (f"       - {_brief(remark)}" for remark in passage.remarks)


def _brief(remark: Remark) -> str:
    return f"{remark.level.value} {remark.rule} {remark.place.text[:60]!r}: {remark.what[:100]}"


if __name__ == "__main__":
    arguments = sys.argv[1:] or ["first"]
    print("\n".join(report(arguments[0], "each" in arguments[1:])))
