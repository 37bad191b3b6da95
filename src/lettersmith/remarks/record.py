"""The record of a check for the file: what was checked, with which rules, what was found, what was let stand.

It is a manuscript like any other, of one page, so that it can be written as a Word file to sign, as a PDF to keep, or
as a web page, by the same writers as every letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from lettersmith import __version__
from lettersmith.model.calendar import in_words
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.model.place import NOWHERE
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review, Silenced
from lettersmith.remarks import review_words
from lettersmith.remarks.escaping import one_line
from lettersmith.remarks.text_lines import shortened

MOST = 8
"""How many files, and how many acceptances, are named one by one at most."""
_RULES = 6
"""How many rules of one level are named."""

Row = tuple[tuple[Span, ...], ...]


def record(reviews: Sequence[Review], *, unread: Sequence[Remark] = (), day: date, most: int = MOST) -> Manuscript:
    """The record as a manuscript. `day` is that of the check. Of what is many, `most` are named, the rest counted."""
    blocks = tuple(_blocks(reviews, unread, day, most))
    footer = (_paragraph(f"lettersmith {__version__}"),)
    return Manuscript("check-record", _TITLE, blocks, footer=footer)


_TITLE = "Record of checks before quality assurance"


def _blocks(reviews: Sequence[Review], unread: Sequence[Remark], day: date, most: int) -> Iterator[Block]:
    yield _heading(_TITLE, 1)
    yield _paragraph(f"Checked on {in_words(day)} with lettersmith {__version__} and the rules that come with it.")
    yield _heading("What was checked", 2)
    yield from _files(reviews, most)
    yield _heading("With which rules", 2)
    yield from (_paragraph(words) for words in _with_what(reviews))
    yield _heading("What was not checked", 2)
    yield from (_item(words) for words in _not_checked(reviews, unread, most))
    yield _heading("What was found and still stands", 2)
    yield _table(("Level", "How many", "Rules, most frequent first"), _found(reviews))
    yield _heading("What was accepted", 2)
    yield from _accepted([one for review in reviews for one in review.silenced], most)
    yield _heading("Signature", 2)
    yield _table(("Name", "Post", "Date", "Signature"), [("\u00a0", "\u00a0", "\u00a0", "\u00a0\n\u00a0")])


def _files(reviews: Sequence[Review], most: int) -> Iterator[Block]:
    rows = [
        (review.file, review.audience, f"{review.facts.get('words', 0):,}", _grouped(review.digest))
        for review in reviews[:most]
    ]
    if rows:
        yield _table(("File", "Read for", "Words", "SHA-256 of the file"), rows)
    rest = reviews[most:]
    if rest:
        words = sum(review.facts.get("words", 0) for review in rest)
        files = f"{len(rest)} more {review_words.counted(len(rest), 'files')}"
        yield _paragraph(f"And {files} with {words:,} words.")
    if not reviews:
        yield _paragraph("No file.")


def _with_what(reviews: Sequence[Review]) -> list[str]:
    """Each set of styles and engine once; the templates of files that we made."""
    used = list(dict.fromkeys(review_words.styles(review) for review in reviews))
    used += [f"Grammar and spelling: {name}." for name in dict.fromkeys(map(review_words.engine, reviews)) if name]
    templates = list(dict.fromkeys(review.template for review in reviews if review.template))
    return [*filter(None, used), *([f"Made from: {', '.join(templates)}."] if templates else [])] or ["None."]


def _not_checked(reviews: Sequence[Review], unread: Sequence[Remark], most: int) -> list[str]:
    told = Counter(remark.what for review in reviews for remark in review.not_checked)
    told += Counter(remark.what for remark in unread)
    no_grammar = not all(review_words.engine(review) for review in reviews)
    lines = ["Grammar and spelling of some files." if len(reviews) > 1 else "Grammar and spelling."] * no_grammar
    lines += [f"{what} ({number} times)" if number > 1 else what for what, number in told.items()]
    more = [f"And {len(lines) - most} more."] if len(lines) > most else []
    return [*lines[:most], *more] or ["Nothing that we know of. No program reads as a person does."]


def _found(reviews: Sequence[Review]) -> list[tuple[str, str, str]]:
    rows = []
    for level in Level:
        rules = Counter(r.rule for review in reviews for r in review.remarks if r.level is level)
        named = [f"{rule} {number}" for rule, number in sorted(rules.items(), key=lambda one: (-one[1], one[0]))]
        rest = len(named) - _RULES
        more = f", and {rest} more {review_words.counted(rest, 'rules')}" if rest > 0 else ""
        rows.append((level.in_words.capitalize(), str(rules.total()), ", ".join(named[:_RULES]) + more or "none"))
    return rows


def _accepted(left_out: Sequence[Silenced], most: int) -> Iterator[Block]:
    accepted = [one for one in left_out if one.how == "accepted"]
    rows = [
        (
            f"{one.remark.rule}: {shortened(one_line(one.remark.place.text or one.remark.what), 60)}",
            one.reason or "no reason given",
            one.by or "nobody named",
            in_words(one.until, weekday=False) if one.until else "no end",
        )
        for one in accepted[:most]
    ]
    if rows:
        yield _table(("What", "Why", "By whom", "Until"), rows)
    if len(accepted) > most:
        yield _paragraph(f"And {len(accepted) - most} more: see accepted.toml.")
    others = [one for one in left_out if one.how != "accepted"]
    if others:
        yield _paragraph(review_words.silenced(others))
    if not left_out:
        yield _paragraph("Nothing was accepted or silenced.")


def _grouped(digest: str) -> str:
    """A hash in groups that a line can break between."""
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16)) or "not read from a file"


def _heading(words: str, level: int) -> Block:
    return Block("heading", (_span(words),), level)


def _paragraph(words: str) -> Block:
    return Block("paragraph", (_span(words),))


def _item(words: str) -> Block:
    return Block("item", (_span(words),), 1, marker="bullet")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    return Block("table", rows=tuple(tuple((_span(words),) for words in row) for row in (head, *rows)))


def _span(words: str) -> Span:
    kept = words if words.isspace() else one_line(words)
    return Span(kept, NOWHERE)
