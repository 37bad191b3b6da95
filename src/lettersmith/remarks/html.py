"""Remarks as one web page that needs nothing else: each document as it reads, with its remarks beside it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import NamedTuple

from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.remarks import review_words
from lettersmith.remarks.escaping import html
from lettersmith.remarks.html_cards import Card, card_html, cards_of, section_names
from lettersmith.remarks.html_document import document
from lettersmith.remarks.html_strip import heights, strip
from lettersmith.remarks.place_words import NameOf

FIRST_FEW = 5
"""How many remarks are named at the top, where there are more than twice as many."""


class _Part(NamedTuple):
    """One file on the page."""

    review: Review
    key: str
    cards: list[Card]


def show_reviews(reviews: Sequence[Review], *, unread: Sequence[Remark] = (), name_of: NameOf | None = None) -> str:
    """The page as text, to be saved as UTF-8. `unread` are the remarks about files that could not be read."""
    parts: list[_Part] = []
    first = 1
    for number, review in enumerate(reviews):
        cards = cards_of(review, f"d{number}", first, name_of)
        parts.append(_Part(review, f"d{number}", cards))
        first += len(cards)
    return "\n".join(_page(parts, unread)) + "\n"


def _page(parts: Sequence[_Part], unread: Sequence[Remark]) -> Iterator[str]:
    style, script = _packaged("page.css") + heights(), _packaged("page.js")
    title = parts[0].review.file if len(parts) == 1 else f"{len(parts)} files checked"
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; " + (
        "img-src 'none'; base-uri 'none'; form-action 'none'"
    )
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">'
    yield f"<title>{html(title)}: remarks</title>"
    yield f"<style>{style}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#main">Skip to the remarks</a>'
    yield f'<header class="top"><p class="name">lettersmith</p><h1 dir="auto">{html(title)}</h1></header>'
    yield '<main id="main" tabindex="-1">'
    yield from _unread(unread)
    if len(parts) > 1:
        yield _contents(parts)
        yield _filters(parts)
    for part in parts:
        yield from _file(part, 2 if len(parts) == 1 else 3)
    yield "</main>"
    yield f'<footer class="end"><p>{_made_by(parts)}</p></footer>'
    yield f"<script>{script}</script>\n</body>\n</html>"


def _file(part: _Part, level: int) -> Iterator[str]:
    """Everything about one file; its headings are of `level`."""
    review, cards, key = part.review, part.cards, part.key
    h = f"h{level}"
    if level > 2:
        yield f'<section class="file" id="{key}"><h2 id="{key}file" dir="auto">{html(review.file)}</h2>'
    yield f'<p class="facts" dir="auto">{html(review_words.about(review))}</p>'
    yield _counts(review.remarks)
    yield from _start_here(cards, h)
    yield strip(review, key, h)
    if level == 2:
        yield _filters([part])
    whole = [card for card in cards if card.spot is None]
    if whole:
        yield f"<section><{h}>About the whole document</{h}>{_listed(whole)}</section>"
    names = f"{key}text {key}file" if level > 2 else f"{key}text"
    yield f'<section class="document" aria-labelledby="{names}"><{h} id="{key}text">The text</{h}>'
    yield document(review, cards, key, level)
    yield "</section>"
    yield from _silenced(review, h)
    yield from _not_checked(review, h)
    if level > 2:
        yield "</section>"


def _counts(remarks: Sequence[Remark]) -> str:
    counts = Counter(remark.level for remark in remarks)
    items = "".join(
        f'<li class="{level.value}"><b>{counts[level]}</b> {words}</li>' for level, words in review_words.TALLY.items()
    )
    return f'<ul class="counts">{items}</ul>' if remarks else '<p class="clean">Nothing to change.</p>'


def _start_here(cards: Sequence[Card], h: str) -> Iterator[str]:
    """The most important remarks, one of each rule and level, where there are many."""
    if len(cards) <= 2 * FIRST_FEW:
        return
    order = list(Level)
    alike: dict[tuple[Level, str], list[Card]] = {}
    for card in cards:
        alike.setdefault((card.remark.level, card.remark.rule), []).append(card)
    best = sorted(alike.items(), key=lambda found: (order.index(found[0][0]), -len(found[1]), found[1][0].number))
    yield f'<section class="start"><{h}>Start here</{h}><ol>'
    for (level, _), (first, *others) in best[:FIRST_FEW]:
        told = level.in_words.capitalize()
        more = f", and {len(others)} more like it" if others else ""
        yield f'<li dir="auto"><a href="#{first.id}">{html(first.remark.what)}</a> {told}{more}.</li>'
    yield "</ol></section>"


def _listed(cards: Sequence[Card]) -> str:
    return f'<div class="whole">{"".join(card_html(card) for card in cards)}</div>'


def _silenced(review: Review, h: str) -> Iterator[str]:
    if not review.silenced:
        return
    told = html(review_words.silenced(review.silenced))
    yield f'<section class="silenced"><{h}>Not shown above</{h}><p>{told}</p><ul>'
    for one in review.silenced:
        why = review_words.why_silenced(one)
        words = f"“{html(one.remark.place.text)}”: " if one.remark.place.text else ""
        rule = f'<span class="rule">{html(one.remark.rule)}</span>'
        yield f'<li dir="auto">{words}{html(one.remark.what)} {rule}<br>{html(why)}</li>'
    yield "</ul></section>"


def _not_checked(review: Review, h: str) -> Iterator[str]:
    if not review.not_checked:
        return
    yield f"<section><{h}>What was not checked</{h}><ul>"
    yield from (f'<li dir="auto">{_sentence(remark)}</li>' for remark in review.not_checked)
    yield "</ul></section>"


def _unread(unread: Sequence[Remark]) -> Iterator[str]:
    if not unread:
        return
    yield '<section class="unread"><h2>Files that could not be read</h2><ul>'
    yield from (f'<li dir="auto">{_sentence(remark)}</li>' for remark in unread)
    yield "</ul></section>"


def _sentence(remark: Remark) -> str:
    words = " ".join(part for part in (remark.what, remark.do) if part)
    return f'{html(words)} <span class="rule">{html(remark.rule)}</span>'


def _contents(parts: Sequence[_Part]) -> str:
    items = "".join(
        f'<li dir="auto"><a href="#{key}">{html(review.file)}</a>: {review_words.tally(review.remarks)}</li>'
        for review, key, _ in parts
    )
    return f'<nav aria-label="Files"><h2>Files</h2><ul>{items}</ul></nav>'


def _filters(parts: Sequence[_Part]) -> str:
    """The bar that stays in sight: which remarks are shown, and the way from one to the next. Shown by the script."""
    cards = [card for part in parts for card in part.cards]
    if not cards:
        return ""
    counts = Counter(card.remark.level for card in cards)
    boxes = "".join(
        f'<label class="{level.value}"><input type="checkbox" name="level" value="{level.value}" checked>'
        f" {level.in_words.capitalize()} ({counts[level]})</label>"
        for level in Level
        if counts[level]
    )
    rules = Counter(card.remark.rule for card in cards)
    rule_options = "".join(
        f'<option value="{html(rule)}">{html(rule)} ({number})</option>' for rule, number in sorted(rules.items())
    )
    return (
        '<form class="filters" aria-label="Which remarks are shown" hidden>'
        f'<fieldset><legend class="unseen">Levels</legend>{boxes}</fieldset>'
        f'<label>Rule <select name="rule"><option value="">All</option>{rule_options}</select></label>'
        f'<label>Section <select name="section"><option value="">All</option>{_sections(parts)}</select></label>'
        '<span class="steps"><button type="button" name="previous">Previous</button>'
        '<button type="button" name="next">Next</button></span>'
        '<label class="keys"><input type="checkbox" name="keys" checked> Keys n and p</label>'
        '<button type="reset">Show all</button><p role="status"></p></form>'
    )


def _sections(parts: Sequence[_Part]) -> str:
    found = []
    for review, key, cards in parts:
        options = "".join(
            f'<option value="{section}">{html(name[:70])}</option>'
            for section, name in section_names(cards, review, key).items()
        )
        found.append(f'<optgroup label="{html(review.file)}">{options}</optgroup>' if len(parts) > 1 else options)
    return "".join(found)


def _made_by(parts: Sequence[_Part]) -> str:
    used = dict.fromkeys(review_words.checked_with(part.review) for part in parts)
    return html(" ".join(("Checked by lettersmith.", *used)))


@cache
def _packaged(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
