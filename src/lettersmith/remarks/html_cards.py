"""The remarks of a review as cards on the page: numbered as they are met, each with the section it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.remarks.escaping import html
from lettersmith.remarks.locating import ASIDE, BODY, FOOTER, HEADER, NOTE, Heading, Spot, headings, spots
from lettersmith.remarks.place_words import NameOf, Wheres
from lettersmith.remarks.review_words import unsaid

_READ = (None, HEADER, BODY, NOTE, FOOTER, ASIDE)
"""Regions in the order in which the page shows them; first what is about the whole document."""
_LEVELS = list(Level)
SAFE_LINKS = ("http://", "https://", "mailto:")


class Card(NamedTuple):
    """One remark on the page."""

    remark: Remark
    number: int
    """From 1, in the order of the page."""
    id: str
    spot: Spot | None
    """None for a remark about the whole document, or one whose words are not in it."""
    section: str
    """What the filter by section knows it by."""
    where: str
    """What to mend, and the page or line of it, in words: beside the text there is no need to say more."""


def cards_of(review: Review, key: str, first: int, name_of: NameOf | None = None) -> list[Card]:
    """The remarks of a review in the order of the page, numbered from `first`. `key` begins every id."""
    under, wheres = headings(review.manuscript), Wheres(review, name_of)
    located = list(zip(review.remarks, spots(review.manuscript, review.remarks), strict=True))
    located.sort(key=lambda pair: _order(*pair))
    return [
        Card(remark, number, f"{key}r{number}", spot, section_of(spot, under, key), wheres.beside(remark.place, spot))
        for number, (remark, spot) in enumerate(located, first)
    ]


def section_of(spot: Spot | None, under: Sequence[Heading], key: str) -> str:
    """The section of a spot: the heading it stands under, or the region when that is not the body."""
    if spot is None:
        return f"{key}whole"
    return f"{key}h{under[spot.at].number}" if spot.region == BODY else f"{key}{spot.region}"


def section_names(cards: Sequence[Card], review: Review, key: str) -> dict[str, str]:
    """The sections that have remarks, by what the filter knows them by, with their names for people."""
    names = {f"{key}whole": "The document as a whole", f"{key}{HEADER}": "Header", f"{key}{FOOTER}": "Footer"}
    names |= {f"{key}{NOTE}": "Footnotes", f"{key}{ASIDE}": "Not in the text"}
    for heading in headings(review.manuscript):
        names[f"{key}h{heading.number}"] = heading.text or "Before the first heading"
    return {card.section: names[card.section] for card in cards}


def _order(remark: Remark, spot: Spot | None) -> tuple[int, ...]:
    level = _LEVELS.index(remark.level)
    if spot is None:
        return (0, level)
    return (_READ.index(spot.region), spot.at, spot.start, spot.end, level)


def card_html(card: Card) -> str:
    """One card: what is wrong and what could stand there at once; why and who says so behind a word."""
    return "".join(_card(card))


def _card(card: Card) -> Iterator[str]:
    remark = card.remark
    level = remark.level
    yield (
        f'<article class="card {level.value}" id="{card.id}" tabindex="-1" aria-labelledby="{card.id}t"'
        f' data-level="{level.value}" data-rule="{html(remark.rule)}" data-section="{card.section}">'
    )
    where = " · ".join(part for part in (card.where, remark.rule) if part)
    yield f'<p class="level"><span id="{card.id}t">{_number(card)} {level.in_words.capitalize()}</span>'
    yield f' <span class="where" dir="auto">{html(where)}</span></p>'
    yield f'<p class="what" dir="auto">{html(remark.what)}</p>'
    if card.spot is None and remark.place.text and remark.place.text not in remark.what:
        yield f'<p class="words" dir="auto">“{html(remark.place.text)}”</p>'
    instead = unsaid(remark)
    if instead:
        options = " or ".join(f"<q>{html(words)}</q>" for words in instead)
        yield f'<p class="instead" dir="auto"><b>Instead:</b> {options}</p>'
    if remark.do:
        yield f'<p class="do" dir="auto"><b>Do this:</b> {html(remark.do)}</p>'
    yield from _authority(remark)
    yield "</article>"


def _number(card: Card) -> str:
    """The number of a card, which leads to its words in the text."""
    said = f'<span class="unseen">Remark </span>{card.number}'
    if card.spot is None:
        return f'<span class="number">{said}</span>'
    return f'<a class="number" href="#m{card.id}">{said}<span class="unseen">, to its words</span></a>'


def _authority(remark: Remark) -> Iterator[str]:
    """Why, and who says so."""
    said = [html(part) for part in (remark.source,) if part]
    if remark.link.lower().startswith(SAFE_LINKS):
        said.append(
            f'<a href="{html(remark.link)}" rel="noreferrer noopener">'
            f'Read more<span class="unseen"> about {html(remark.rule)}</span></a>'
        )
    elif remark.link:
        said.append(html(remark.link))
    why = f'<p dir="auto">{html(remark.why)}</p>' if remark.why else ""
    summary = "Why, and who says so" if why and said else "Why" if why else "Who says so" if said else ""
    source = f"<p>{' · '.join(said)}</p>" if said else ""
    if summary:
        yield f'<details><summary>{summary}<span class="unseen">: {html(remark.rule)}</span></summary>{why}{source}'
        yield "</details>"
