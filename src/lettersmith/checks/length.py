"""Length: a document or part of it is too long, or so full that one more line may start a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lettersmith.checks.passages import Passage, by_part, passages, words_in
from lettersmith.checks.places import place, whole
from lettersmith.checks.words import count, plural
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.model.template import NO_LIMIT, Range

NEARLY_FULL = 4
"""Lines. Two programs that lay out the same text may differ by so many on its last page."""

SOURCE = "docs/limits.md"


class Section(NamedTuple):
    """The words under one heading."""

    heading: str
    words: int
    own: int
    """Words that come from the facts: those that the inspection's writers can cut."""
    late: int
    """Words of it that begin on a page beyond the limit."""


def check(subject: Subject) -> Iterator[Remark]:
    """Words, pages and parts against the limits of the template. A file without a template has none."""
    if subject.template is None:
        return
    limits = subject.template.limits
    if limits.words != NO_LIMIT:
        yield from _words(subject, limits.words)
    yield from _parts(subject)
    asked = limits.pages != NO_LIMIT or limits.large_print_pages != NO_LIMIT
    if asked and subject.layout is None:
        yield _not_checked(subject)
    elif subject.layout is not None:
        yield from _pages(subject, limits.pages, subject.layout.pages)
        yield from _large_print(subject, limits.large_print_pages, subject.layout.large_print_pages)


def _over(value: int, limit: Range) -> tuple[Level, int] | None:
    """The limit that a value breaks, with its level; None when it breaks none."""
    if limit.cap and value > limit.cap:
        return Level.ERROR, limit.cap
    if limit.warn and value > limit.warn:
        return Level.WARNING, limit.warn
    return None


def _words(subject: Subject, limit: Range) -> Iterator[Remark]:
    words = words_in(subject.manuscript)
    if broken := _over(words, limit):
        level, most = broken
        yield Remark(
            "Length.Words",
            level,
            f"It has {plural(words, 'word')}, {most:,} is {_kind(level)}: {plural(words - most, 'word')} too many.",
            whole(subject),
            why="A longer document is not read to its end.",
            do=_advice(sections(subject), words - most),
            source=SOURCE,
        )


def _parts(subject: Subject) -> Iterator[Remark]:
    assert subject.template is not None
    for name, limit in subject.template.limits.part_words.items():
        inside = by_part(subject.manuscript).get(name, [])
        words = sum(count(passage.text) for passage in inside)
        if broken := _over(words, limit):
            level, most = broken
            yield Remark(
                "Length.Part",
                level,
                f'The part "{_title(name, inside)}" has {plural(words, "word")}, {most:,} is {_kind(level)}: '
                f"{plural(words - most, 'word')} too many.",
                place(subject, inside[0]),
                why="Each part has its share of the whole.",
                do=f"Cut about {plural(words - most, 'word')} from it.",
                source=SOURCE,
            )


def _title(name: str, inside: list[Passage]) -> str:
    heading = next((passage.text for passage in inside if passage.block.kind == "heading"), "")
    return heading or name.replace("-", " ")


def _pages(subject: Subject, limit: Range, pages: int) -> Iterator[Remark]:
    if broken := _over(pages, limit):
        level, most = broken
        found = sections(subject, most)
        late = sum(section.late for section in found)
        excess = late or round(words_in(subject.manuscript) * (pages - most) / pages)
        yield Remark(
            "Length.Pages",
            level,
            f"It has {plural(pages, 'page')}, {most} is {_kind(level)}. About {plural(excess, 'word')} too many.",
            whole(subject),
            why="A longer document is not read to its end.",
            do=_advice(found, excess),
            source=SOURCE,
        )
    left = subject.layout.lines_left if subject.layout is not None else None
    if left is not None and limit.cap and pages == limit.cap and left <= NEARLY_FULL:
        yield Remark(
            "Length.NearlyFull",
            Level.WARNING,
            f"{'Page' if pages == 1 else 'The last page, page'} {pages} is nearly full: "
            f"room for {plural(max(0, round(left)), 'more line')}. {plural(limit.cap, 'page')} is the limit.",
            whole(subject),
            why="In Word or on another printer its last lines may fall on one page more.",
            do="Look at it in Word before it goes out, or cut a few lines.",
            source=SOURCE,
        )


def _large_print(subject: Subject, limit: Range, pages: int) -> Iterator[Remark]:
    if broken := _over(pages, limit):
        level, most = broken
        excess = round(words_in(subject.manuscript) * (pages - most) / pages)
        yield Remark(
            "Length.LargePrint",
            level,
            f"In large print it has {plural(pages, 'page')}, {most} is {_kind(level)}. "
            f"About {plural(excess, 'word')} too many.",
            whole(subject),
            why="Readers of large print get the same letter, and should not have to handle a booklet.",
            do=_advice(sections(subject), excess),
            source=SOURCE,
        )


def _kind(level: Level) -> str:
    return "the limit" if level is Level.ERROR else "the most it should have"


def sections(subject: Subject, last_page: int = 0) -> list[Section]:
    """The sections of a document by heading, in order. Words before the first heading have the heading ""."""
    pages = subject.layout.page_of_block if subject.layout is not None else ()
    found = [Section("", 0, 0, 0)]
    for passage in passages(subject.manuscript):
        if passage.region not in ("body", "note"):
            continue
        if passage.block.kind == "heading":
            found.append(Section(" ".join(passage.text.split()), 0, 0, 0))
        heading, words, own, late = found[-1]
        many = count(passage.text)
        beyond = last_page and 0 <= passage.at < len(pages) and pages[passage.at] > last_page
        found[-1] = Section(heading, words + many, own + _own(passage), late + (many if beyond else 0))
    return [section for section in found if section.words]


def _own(passage: Passage) -> int:
    """Words of a passage that come from the facts or from a long text, not from the template."""
    return sum(count(span.text) for span in passage.spans if span.origin.path or span.origin.file.startswith("texts/"))


def _advice(found: list[Section], excess: int) -> str:
    """Which sections to cut, and by how much: the surplus shared out by the words that can be cut."""
    named = [section for section in found if section.heading]
    total = sum(section.own for section in named)
    cuttable = [(section.own if total else section.words, section) for section in named]
    cuttable = sorted((pair for pair in cuttable if pair[0]), key=lambda pair: -pair[0])[:3]
    if not cuttable:
        return f"Cut about {plural(excess, 'word')}."
    whole_of_them = sum(words for words, _ in cuttable)
    cuts = [
        f"about {max(1, round(excess * words / whole_of_them)):,} of the {plural(section.words, 'word')} "
        f'under "{section.heading}"'
        for words, section in cuttable
    ]
    return "Cut " + (cuts[0] if len(cuts) == 1 else ", ".join(cuts[:-1]) + " and " + cuts[-1]) + "."


def _not_checked(subject: Subject) -> Remark:
    return Remark(
        "Length.NotChecked",
        Level.WARNING,
        "Its pages were not counted, because it was not laid out.",
        whole(subject),
        why="This document has a limit in pages.",
        do="Make it as PDF too, which counts them.",
        source=SOURCE,
    )
