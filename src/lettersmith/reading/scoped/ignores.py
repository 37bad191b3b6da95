"""What `.vale.ini` leaves out of a Markdown or HTML text, and the front matter: put where no rule looks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lettersmith.reading.scoped.mapped import Mapped, inserted, join, replace
from lettersmith.reading.scoped.settings import Settings

FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)\n(.+?)\n(?:---|\+\+\+)", re.DOTALL)

_BLOCK = {"md": ("\n```\n", "\n```\n"), "html": ("<pre>", "</pre>")}
_INLINE = {"md": ("`", "`"), "html": ("<code>", "</code>")}


def without_ignored(text: Mapped, settings: Settings) -> Mapped:
    """A Markdown or HTML text in which all that is ignored stands as code, and Vale's own comments as HTML ones."""
    block, inline = _BLOCK[settings.format], _INLINE[settings.format]
    text = _wrapped(text, FRONT_MATTER.finditer(text.text), block)
    for pattern in settings.block_ignores:
        text = _wrapped(text, pattern.finditer(text.text), block)
    for pattern in settings.token_ignores:
        text = _wrapped(text, pattern.finditer(text.text), inline)
    opening, closing = settings.comment_delimiters
    if opening and closing:
        text = replace(text, re.compile(re.escape(opening)), lambda found: "<!--")
        text = replace(text, re.compile(re.escape(closing)), lambda found: "-->")
    return text


def _wrapped(text: Mapped, matches: Iterable[Any], around: tuple[str, str]) -> Mapped:
    """Each match replaced by its first group between two marks. A pattern without groups gives the letters `$1`."""
    parts: list[Mapped] = []
    done = 0
    for found in matches:
        has_group = bool(found.re.groups)
        begin, end = found.span(1) if has_group else found.span()
        inside = text.part(begin, end) if has_group else inserted("$1", text.where(begin))
        if has_group and begin < 0:
            begin, inside = found.start(), inserted("", 0)
        parts += [text.part(done, found.start()), inserted(around[0], text.where(begin))]
        parts += [inside, inserted(around[1], text.where(found.end()))]
        done = found.end()
    if not parts:
        return text
    return join([*parts, text.part(done, len(text.text))])
