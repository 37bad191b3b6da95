"""The document as it reads, piece by piece, each with the cards of its remarks beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lettersmith.model.manuscript import Block, block_text
from lettersmith.model.review import Review
from lettersmith.remarks.escaping import html
from lettersmith.remarks.html_cards import Card, card_html
from lettersmith.remarks.html_lists import lists
from lettersmith.remarks.html_text import Marked, Pin, inline, table
from lettersmith.remarks.locating import ASIDE, BODY, FOOTER, HEADER, NOTE, blocks_of

_TITLES = {
    HEADER: "Header: at the top of every page",
    NOTE: "Footnotes",
    FOOTER: "Footer: at the bottom of every page",
    ASIDE: "Not in the text: deleted, hidden or said in a comment",
}


def document(review: Review, cards: Sequence[Card], key: str, level: int) -> str:
    """The whole document. `level` is that of the heading above it; `key` begins every id."""
    page = _Page(review, cards, key)
    parts = [page.rows(region, level) for region in (HEADER, BODY, NOTE, FOOTER, ASIDE)]
    return "\n".join(part for part in parts if part)


class _Page:
    """What every piece of one document needs: its marks by block, and the cards for beside it."""

    def __init__(self, review: Review, cards: Sequence[Card], key: str) -> None:
        self.review, self.key = review, key
        self.blocks = blocks_of(review.manuscript)
        self.cards: dict[tuple[str, int], list[Card]] = {}
        for card in cards:
            if card.spot:
                self.cards.setdefault((card.spot.region, card.spot.at), []).append(card)
        self.tables = 0
        self.anchors: dict[int, dict[int, str]] = {}
        for number, sentence in enumerate(review.sentences):
            if sentence.block >= 0:
                self.anchors.setdefault(sentence.block, {})[sentence.start] = f"{key}s{number}"

    def rows(self, region: str, level: int) -> str:
        """All pieces of one region, under its title where it is not the body."""
        pieces = "\n".join(self._pieces(region, level + 1 if region in _TITLES else level))
        if not pieces or region == BODY:
            return pieces
        tag = f"h{min(level + 1, 6)}"
        return f'<section class="region"><{tag} class="title">{_TITLES[region]}</{tag}>\n{pieces}\n</section>'

    def _pieces(self, region: str, level: int) -> Iterator[str]:
        depth = level
        numbered = list(enumerate(self.blocks[region]))
        for _, group in groupby(numbered, key=lambda pair: ("item", 0) if pair[1].kind == "item" else (None, pair[0])):
            pieces = list(group)
            first = pieces[0][1]
            cards = [card for index, _ in pieces for card in self.cards.get((region, index), [])]
            if first.kind == "heading":
                depth = min(level + first.level, depth + 1, 6)
                words = self._words(region, pieces[0][0])
                shown = f'<h{depth} class="as-{first.level}" dir="auto">{words}</h{depth}>' if block_text(first) else ""
            elif first.kind == "item":
                shown = lists(pieces, lambda index: self._words(region, index))
            else:
                shown = self._single(region, *pieces[0])
            if shown or cards:
                yield self._row(shown, cards)

    def _single(self, region: str, index: int, block: Block) -> str:
        if block.kind == "rule":
            return "<hr>"
        if block.rows:
            self.tables += 1
            inner = table(block, self._marked(region, index))
            label = f"Table {self.tables} of {self.review.file}"
            return f'<div class="table" role="region" aria-label="{html(label)}" tabindex="0">{inner}</div>'
        words = self._words(region, index)
        label = f'<span class="label">{html(block.parts[0].capitalize())}:</span> ' if region == ASIDE else ""
        if region == NOTE:
            label = f'<span class="label" id="{self.key}n{index + 1}">{index + 1}.</span> '
        return f'<p dir="auto">{label}{words}</p>' if words else ""

    def _words(self, region: str, index: int) -> str:
        return inline(self.blocks[region][index].spans, self._marked(region, index))

    def _marked(self, region: str, index: int) -> Marked:
        pins = [
            Pin(card.spot.start, card.spot.end, card.id, card.number, card.remark.level)
            for card in self.cards.get((region, index), [])
            if card.spot
        ]
        anchors = self.anchors.get(index, {}) if region == BODY else {}
        return Marked(pins, anchors, f"{self.key}n")

    def _row(self, shown: str, cards: Sequence[Card]) -> str:
        beside = "".join(card_html(card) for card in cards)
        beside = f'<div class="beside">{beside}</div>' if beside else ""
        language = self.review.manuscript.language
        lang = f' lang="{html(language)}"' if language and language != "en-GB" else ""
        return f'<div class="row"><div class="text"{lang}>{shown}</div>{beside}</div>'
