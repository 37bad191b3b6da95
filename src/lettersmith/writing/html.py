"""A manuscript as one web page: semantic HTML without scripts or anything remote, for phones, screens and paper."""

from __future__ import annotations

from html import escape

from lettersmith.model.look import Look
from lettersmith.model.manuscript import DRAFT_NOTICE, Manuscript
from lettersmith.writing.look_css import css
from lettersmith.writing.markup import elements, note_list
from lettersmith.writing.printable import refuse_unprintable

_CLASSES = {"div", "ol", "section", "li"}
_TABLE_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


def write(manuscript: Manuscript, look: Look) -> bytes:
    """The page as UTF-8 bytes. Header, footer, marking and draft notice stand outside `main`.

    Raises NotCleared for characters and link addresses that no page may hold.
    """
    refuse_unprintable(manuscript)
    labels = _labels(manuscript)
    top = [*labels, elements(manuscript.header, _attributes)]
    bottom = [elements(manuscript.footer, _attributes), *labels]
    notes = [note_list(manuscript.notes, _attributes)] if manuscript.notes else []
    running = " · ".join(words for words in (manuscript.marking, _draft(manuscript)) if words)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(manuscript.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_title(manuscript)}</title>",
        f"<style>\n{css(look, running)}</style>",
        "</head>",
        "<body>",
        '<div class="page">',
        *_within("header", top),
        "<main>",
        elements(manuscript.blocks, _attributes),
        *notes,
        "</main>",
        *_within("footer", bottom),
        "</div>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def _within(tag: str, parts: list[str]) -> list[str]:
    filled = [part for part in parts if part]
    return [f"<{tag}>", *filled, f"</{tag}>"] if filled else []


def _draft(manuscript: Manuscript) -> str:
    return DRAFT_NOTICE if manuscript.stage == "draft" else ""


def _labels(manuscript: Manuscript) -> list[str]:
    labels = (("marking", manuscript.marking), ("draft", _draft(manuscript)))
    return [f'<p class="{name}">{escape(words, quote=False)}</p>' for name, words in labels if words]


def _title(manuscript: Manuscript) -> str:
    words = " ".join(manuscript.title.split()) or "Untitled"
    return escape(f"Draft: {words}" if manuscript.stage == "draft" else words, quote=False)


def _attributes(tag: str, role: str) -> str:
    """Classes for the parts that look different; a table that is too wide can be reached and scrolled by keyboard.

    On a phone the cells of a table stand below each other, each behind its heading. Then some browsers forget that
    it is a table, unless each element says so.
    """
    if tag == "div" and role == "table":
        return ' class="table" role="region" aria-label="Table" tabindex="0"'
    if tag in _TABLE_ROLES:
        label = f' data-label="{escape(role)}:"' if role else ""
        return f' role="{_TABLE_ROLES[tag]}"{label}'
    return f' class="{role}"' if role and role != "inner" and tag in _CLASSES else ""
