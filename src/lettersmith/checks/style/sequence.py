"""Vale's rule type `sequence`: words one after the other, known by their text, their part of speech, or both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from lettersmith.checks.style import actions, dialect, tagging
from lettersmith.checks.style.assembly import template
from lettersmith.checks.style.compiled import Compiled, State, Unfit
from lettersmith.checks.style.messages import filled
from lettersmith.checks.style.settings import flag, text, texts
from lettersmith.checks.style.tagging import Word
from lettersmith.checks.style.universal import penn, words_of
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit

if TYPE_CHECKING:
    from regex import Pattern


@dataclass(frozen=True, slots=True)
class Step:
    """One word of the sequence, or one of those that may stand before it (`skip`)."""

    group: int
    """The word with all that may be skipped before it."""
    tag: Pattern[str] | None = None
    word: Pattern[str] | None = None
    among: Pattern[str] | None = None
    """Words that a universal tag is limited to."""
    anywhere: Pattern[str] | None = None
    """The word's pattern, to look for it in a whole sentence."""
    negate: bool = False
    target: bool = False
    optional: bool = False
    first: bool = False
    """Of those that may be skipped: the first."""
    last: bool = False
    """The word itself."""
    skips: bool = False

    def fits(self, word: Word) -> bool:
        """Whether a word may stand here."""
        wrong_tag = (self.tag is None or bool(self.tag.search(word.tag))) == self.negate
        wrong_word = self.word is not None and bool(self.word.search(word.text)) == self.negate
        if self.among is not None and bool(self.among.search(word.text)) == self.negate:
            return False
        if self.word is None:
            return not wrong_tag
        return not wrong_word and (self.tag is None or not wrong_tag)


@dataclass(frozen=True, slots=True)
class Made:
    """The steps, which of them is looked for first, and regions in which no match begins."""

    steps: tuple[Step, ...]
    anchor: int
    excepted: tuple[Pattern[str], ...]


class _Match(NamedTuple):
    words: tuple[str, ...]
    first: int
    last: int
    by_step: Mapping[int, int]


def prepare(rule: StyleRule, book: StyleBook) -> Made:
    """The steps of the rule's tokens."""
    if text(rule, "model"):
        raise Unfit("it names a tagger of its own (“model”), which cannot be used here.")
    tokens = rule.settings.get("tokens") or ()
    if not isinstance(tokens, list | tuple) or not all(isinstance(token, dict) for token in tokens):
        raise Unfit("`tokens` should be a list of tables, each with a pattern or a tag.")
    steps = tuple(_steps(tokens, flag(rule, "ignorecase"), template(book)))
    anchor = _anchor(steps)
    if any(step.tag for step in steps):
        tagging.ready()
    return Made(steps, anchor, tuple(dialect.compile(pattern) for pattern in texts(rule, "exceptions")))


def alerts(rule: Compiled, unit: Unit, index: int, state: State) -> Iterator[Alert]:
    """Each place where the sequence stands."""
    made: Made = rule.made
    if made.anchor < 0:
        return
    anchor = made.steps[made.anchor]
    tries = -1 if anchor.anywhere is None else sum(1 for _ in anchor.anywhere.finditer(unit.text))
    if not tries:
        return
    words = _words(unit.text, state, any(step.tag for step in made.steps))
    used: set[int] = set()
    for _ in range(len(words) if tries < 0 else tries):
        here = next((i for i, word in enumerate(words) if i not in used and anchor.fits(word)), None)
        used.add(here or 0)
        found = _match(made, words, here) if here is not None else None
        if found:
            yield from _alert(rule, made, unit, index, words, found)


def _words(sentence: str, state: State, needs_tags: bool) -> list[Word]:
    """The words of a sentence, worked out once for all rules."""
    kept: dict[tuple[str, bool], list[Word]] = state.kept.setdefault("sequence", {})
    key = (sentence, needs_tags)
    if key not in kept:
        kept[key] = tagging.tagged(sentence) if needs_tags else tagging.words_in(sentence)
    return kept[key]


def _alert(rule: Compiled, made: Made, unit: Unit, index: int, words: Sequence[Word], found: _Match) -> Iterator[Alert]:
    first, last = _target(made, found)
    start, end = words[first].start, words[last].end
    if any(region.start() <= start < region.end() for one in made.excepted for region in one.finditer(unit.text)):
        return
    observed = unit.text[start:end]
    instead = actions.suggestions(rule.rule, observed, ())
    yield Alert(rule.rule, filled(rule.rule.message, *found.words), index, start, end, instead)


def _target(made: Made, found: _Match) -> tuple[int, int]:
    """The words to point at: those of the steps marked as target, else all."""
    targets = [number for number, step in enumerate(made.steps) if step.target]
    if not targets or not all(number in found.by_step for number in targets):
        return found.first, found.last
    places = [found.by_step[number] for number in targets]
    return min(places), max(places)


def _match(made: Made, words: Sequence[Word], here: int) -> _Match | None:
    """The sequence around an anchor that stands at `here`, to its left and then to its right."""
    by_step: dict[int, int] = {}
    left = _leftwards(made.steps, made.anchor - 1, words, here - 1, by_step)
    if left is None:
        return None
    right = _rightwards(made.steps, made.anchor, words, here, by_step)
    if right is None:
        return None
    met = tuple(word.text for word in (*left, *right))
    return _Match(met, here - len(left), here + len(right) - 1, by_step)


def _leftwards(
    steps: Sequence[Step], step: int, words: Sequence[Word], word: int, by_step: dict[int, int]
) -> list[Word] | None:
    met: list[Word] = []
    while step >= 0:
        if word < 0:
            return met if all(one.negate for one in steps[: step + 1]) else None
        one = steps[step]
        # Going left, the word itself comes before those that may be skipped: it is the first of these that must fit.
        optional = (one.optional or one.last) and not one.first if one.skips else one.optional
        met.insert(0, words[word])
        by_step[step] = word
        fits = one.fits(words[word])
        if not fits and not optional:
            return None
        step -= 1
        while fits and optional and step >= 0 and steps[step].group == one.group:
            step -= 1
        word -= 1
    return met


def _rightwards(
    steps: Sequence[Step], step: int, words: Sequence[Word], word: int, by_step: dict[int, int]
) -> list[Word] | None:
    met: list[Word] = []
    while step < len(steps):
        if word >= len(words):
            return met if all(one.negate for one in steps[step:]) else None
        one = steps[step]
        met.append(words[word])
        by_step[step] = word
        fits = one.fits(words[word])
        if not fits and not one.optional:
            return None
        step += 1
        while fits and one.optional and step < len(steps) and steps[step].group == one.group:
            step += 1
        word += 1
    return met


def _steps(tokens: Sequence[Mapping[str, Any]], ignore_case: bool, around: tuple[str, str]) -> Iterator[Step]:
    group = 0
    for token in tokens:
        values = {str(key).lower(): value for key, value in token.items()}
        skip = int(values.get("skip") or 0)
        for _ in range(max(1, int(values.get("min") or 1))):
            group += 1
            for left in range(skip, 0, -1):
                yield _step(values, group, ignore_case, around, optional=True, first=left == skip, skips=True)
            if any(values.get(key) for key in ("pattern", "tag", "upos")):
                yield _step(values, group, ignore_case, around, last=True, skips=skip > 0)


def _step(values: Mapping[str, Any], group: int, ignore_case: bool, around: tuple[str, str], **place: bool) -> Step:
    pattern, tag, upos = (str(values.get(key) or "") for key in ("pattern", "tag", "upos"))
    if tag and upos:
        raise Unfit("a token has both “tag” and “upos”. Only one of them can be meant.")
    case = "(?i)" if ignore_case else ""
    limited = words_of(upos) if upos and not pattern else ""
    tag = penn(upos) if upos else tag
    return Step(
        group,
        dialect.compile(tag) if tag else None,
        dialect.compile(f"{case}^(?:{pattern})$") if pattern else None,
        dialect.compile(limited) if limited else None,
        dialect.compile(case + around[0] + pattern + around[1]) if pattern else None,
        bool(values.get("negate")),
        bool(values.get("target")),
        **place,
    )


def _anchor(steps: Sequence[Step]) -> int:
    """The first word with a pattern, else the first with a tag; -1 where there is none."""
    for wanted in ("word", "tag"):
        for number, step in enumerate(steps):
            if not step.negate and getattr(step, wanted) is not None:
                return number
    return -1
