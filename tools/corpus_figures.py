"""How the checks judge published texts: the figures of `docs/corpus-figures.md`, got again.

Run it as `python tools/corpus_figures.py`; `python tools/corpus_figures.py write` puts the figures into the page. The
texts are in the folder `shared/corpus` beside the checkout: nothing of them is in the project.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lettersmith.model.remark import Remark

HOME = Path(__file__).resolve().parent.parent
CORPUS = HOME.parent / "shared" / "corpus"
PAGE = HOME / "docs" / "corpus-figures.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
LEAST_WORDS = 8
"""A pair counts when its "before" has so many words."""
ABOUT_WORDS = ("substitution", "existence")
"""Types of rules of PlainEnglish and Children that are about words, not about length or layout."""


class Judged(NamedTuple):
    """What the checks said of one text."""

    name: str
    words: int
    levels: Counter[str]
    """Remarks by level: `error`, `warning`, `suggestion`."""
    failed: frozenset[str]
    """Rules that gave an error."""
    twice: int
    """Sentences that were named as too long more than once."""

    @property
    def remarks(self) -> int:
        """All of them."""
        return self.levels.total()

    def per_thousand(self, level: str) -> float:
        """Remarks of a level in a thousand words."""
        return 1000 * self.levels[level] / self.words


class Pairs(NamedTuple):
    """How often "before" drew more remarks than "after"."""

    more: int
    same: int
    fewer: int

    @property
    def all(self) -> int:
        """Pairs that were compared."""
        return sum(self)


class Figures(NamedTuple):
    """All figures."""

    summaries: list[Judged]
    good: list[Judged]
    bad: dict[str, list[Judged]]
    """By audience."""
    others: list[Judged]
    pairs: Pairs
    word_rules: frozenset[str]
    """Rules that are about words."""


def figures(corpus: Path = CORPUS, grammar: str = "none") -> Figures:
    """The checks on all texts, each for the audience that it is meant for."""
    from lettersmith.catalogue.styles import read_styles
    from lettersmith.workspace import builtin

    rules = read_styles([builtin("styles")]).rules
    about_words = frozenset(
        rule.id for rule in rules if rule.type in ABOUT_WORDS and rule.id.startswith(("PlainEnglish.", "Children."))
    )
    others = [*folder(corpus, "jtai-letters"), *folder(corpus, "focused-visit-letters")]
    others += folder(corpus, "inspection-reports")
    return Figures(
        judge(folder(corpus, "children-summaries"), "children", grammar),
        judge(folder(corpus, "good-letters"), "families", grammar),
        {audience: judge(folder(corpus, "bad-prose"), audience, grammar) for audience in ("public", "families")},
        judge(others, "professionals", grammar),
        compare(corpus / "pairs" / "before-after.json", grammar),
        about_words,
    )


def folder(corpus: Path, name: str) -> list[Path]:
    """The texts of one kind."""
    return sorted((corpus / name).glob("*.md"))


def judge(files: list[Path], audience: str, grammar: str) -> list[Judged]:
    """What the checks say of some files for one audience."""
    from lettersmith.tasks.reviewing import Reviewer, Wanted

    reviewer = Reviewer(Wanted(audience=audience, grammar=grammar))
    return [judged(file, review.remarks, review.facts["words"]) for file in files for review in reviewer.review(file)]


def judged(file: Path, remarks: Sequence[Remark], words: int) -> Judged:
    """The remarks about one file, counted."""
    long = Counter(
        (remark.place.block, remark.place.start) for remark in remarks if remark.rule == "Reading.LongSentence"
    )
    return Judged(
        file.stem,
        words,
        Counter(remark.level.value for remark in remarks),
        frozenset(remark.rule for remark in remarks if remark.level.value == "error"),
        sum(number > 1 for number in long.values()),
    )


def compare(file: Path, grammar: str) -> Pairs:
    """The pairs, for the public: each half is checked as a file of its own."""
    pairs = json.loads(file.read_text(encoding="utf-8"))
    chosen = [pair for pair in pairs if len(pair["before"].split()) >= LEAST_WORDS]
    with tempfile.TemporaryDirectory() as name:
        halves = [Path(name, f"{at:03}-{half}.md") for at in range(len(chosen)) for half in ("before", "after")]
        texts = [pair[half] for pair in chosen for half in ("before", "after")]
        for path, text in zip(halves, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        counts = [half.remarks for half in judge(halves, "public", grammar)]
    differences = [before - after for before, after in zip(counts[::2], counts[1::2], strict=True)]
    return Pairs(
        sum(gap > 0 for gap in differences), sum(gap == 0 for gap in differences), sum(gap < 0 for gap in differences)
    )


def entries() -> dict[str, tuple[int, int, int, int]]:
    """For each style: rules, entries by headword, sentences that must hit and sentences that must pass."""
    import yaml

    found: dict[str, tuple[int, int, int, int]] = {}
    for file in sorted((HOME / "styles").glob("*/tests/*.yaml")):
        notes = yaml.safe_load(file.read_text(encoding="utf-8"))
        style = file.parent.parent.name
        one = (1, notes.get("headwords", 0), len(notes["hits"]), len(notes["passes"]))
        before = found.get(style, (0, 0, 0, 0))
        found[style] = (before[0] + one[0], before[1] + one[1], before[2] + one[2], before[3] + one[3])
    return found


def report(found: Figures) -> Iterator[str]:
    """The tables of the page, line by line."""
    yield from _entries()
    yield from ("", "### Children's summaries, for children", "")
    yield "| text | words | errors | rules that give errors | of them about words |"
    yield "|---|---|---|---|---|"
    for one in found.summaries:
        about = len(one.failed & found.word_rules)
        yield f"| {one.name} | {one.words} | {one.levels['error']} | {len(one.failed)} | {about} |"
    yield from ("", "### Good letters, for families", "")
    yield from _levels(found.good)
    for audience, texts in found.bad.items():
        yield from ("", f"### Bad prose, for {'the public' if audience == 'public' else audience}", "")
        yield from _levels(texts)
    yield from ("", "### Pairs, before and after an editor, for the public", "")
    yield "| pairs | more remarks before | as many | fewer | share with more |"
    yield "|---|---|---|---|---|"
    pairs = found.pairs
    yield f"| {pairs.all} | {pairs.more} | {pairs.same} | {pairs.fewer} | {100 * pairs.more / pairs.all:.0f} % |"
    yield from ("", "### Letters and reports, for professionals", "")
    yield from _levels(found.others)
    every = [*found.summaries, *found.good, *found.others, *(one for texts in found.bad.values() for one in texts)]
    yield from ("", f"Sentences named twice as too long, in all texts: {sum(one.twice for one in every)}.")


def _entries() -> Iterator[str]:
    yield from ("### Entries", "")
    yield "| style | rules | entries | sentences that must hit | that must pass |"
    yield "|---|---|---|---|---|"
    table = entries()
    for style, numbers in table.items():
        yield f"| {style} | " + " | ".join(f"{number:,}" for number in numbers) + " |"
    total = (f"{sum(column):,}" for column in zip(*table.values(), strict=True))
    yield "| all | " + " | ".join(total) + " |"


def _levels(texts: list[Judged]) -> Iterator[str]:
    yield "| text | words | errors | warnings | suggestions | warnings in 1,000 words |"
    yield "|---|---|---|---|---|---|"
    for one in texts:
        counts = " | ".join(str(one.levels[level]) for level in ("error", "warning", "suggestion"))
        yield f"| {one.name} | {one.words:,} | {counts} | {one.per_thousand('warning'):.1f} |"


def main() -> int:
    """Print the figures, or put them into the page."""
    text = "\n".join(report(figures())) + "\n"
    if "write" in sys.argv[1:]:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        PAGE.write_text(head + BEGIN + text + END + rest.partition(END)[2], encoding="utf-8", newline="\n")
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
