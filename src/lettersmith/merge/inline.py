"""The words of one block or cell of Markdown, as spans and holes; marks that are left standing are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lettersmith.merge.marks import SLOT, SLOTS, STAMPS, slot_mark
from lettersmith.merge.patterns import Hole, Part
from lettersmith.model.manuscript import Span
from lettersmith.model.place import NOWHERE, Origin

if TYPE_CHECKING:
    from lettersmith.merge.markdown import Reading

ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+\Z", re.IGNORECASE)
REFUSED = {
    "code_block": "a line that is indented by four spaces or more",
    "fence": "a block of code",
    "code_inline": "words between backticks",
    "blockquote_open": "a quotation (a line beginning with >)",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "a picture",
    "text_special": "a backslash before a sign, or a code such as &amp;",
}
"""What Markdown knows and the template language does not, by the parser's names."""

_INSIDE = re.compile(r"\*|`|\]\(|\]\[|\[\^|:::|\\|~~|!\[|\||(?<!_)__(?!_)")
_AT_START = re.compile(r"[ \t]*(?:>|#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$)|[-+](?:\s|$)|={2,}|-{2,})")


class Inline:
    """The words of one block or cell, as spans and holes."""

    def __init__(self, reading: Reading, token: Any, line: int, checks_start: bool) -> None:
        self.reading = reading
        self.line = line
        self.number = reading.lines.numbers[min(line, len(reading.lines.numbers) - 1)]
        self.checks_start = checks_start
        self.made: list[Part] = []
        self.bold = self.italic = 0
        self.link, self.link_slot, self.link_words = "", -1, 0
        self.shown = ""
        for child in token.children or ():
            self._child(child)
        self._end_line()
        self.parts = tuple(self._tidied())

    def _child(self, child: Any) -> None:
        kind = child.type
        if kind == "text":
            self._text(child.content)
        elif kind in {"softbreak", "hardbreak"}:
            self._break("\n" if kind == "hardbreak" else self.reading.break_as)
        elif kind in {"strong_open", "strong_close", "em_open", "em_close"}:
            if child.markup.startswith("_"):
                self._fault("underscores that mark words.", "Use **bold** or *italic*.")
            step = child.nesting
            self.bold += step if kind.startswith("strong") else 0
            self.italic += step if kind.startswith("em") else 0
        elif kind == "link_open":
            self._open_link(child)
        elif kind == "link_close":
            if not self.link_words:
                self._fault("a link without words.", "Write [words](https://…).")
            self.reading.out.append(slot_mark(self.link_slot) if self.link_slot >= 0 else self.link)
            self.link, self.link_slot = "", -1
        elif kind == "note_call":
            name = child.meta["name"]
            self.reading.out.append(name)
            self.made.append(Hole(-1, "", self._origin(), False, False, "", -1, name))
        else:
            self._fault(
                f"{REFUSED.get(kind, 'something')} is not part of the template language.", "Write it as plain text."
            )

    def _fault(self, what: str, do: str) -> None:
        lines = self.reading.lines
        text = lines.texts[self.line] if self.line < len(lines.texts) else ""
        self.reading.fault_at(self._origin(), "Markup", what, do, text)

    def _origin(self) -> Origin:
        return self.reading.lines.at(self.number)

    def _open_link(self, child: Any) -> None:
        address = str(child.attrs["href"])
        self.link_words = 0
        whole = SLOTS.fullmatch(address)
        if child.markup == "autolink" or child.info == "auto":
            self._fault("an address between < and >.", "Write [words](https://…).")
        elif child.attrs.get("title"):
            self._fault("a link with a title, which would vanish.", "Write [words](https://…) alone.")
        elif whole:
            self.link, self.link_slot = "", int(whole[1])
        elif SLOT in address:
            self._fault(
                "an address that is only partly a value.", "Let one value be the whole address: [words]({{ … }})."
            )
        elif not ADDRESS.match(address):
            self._fault(f"the address “{address[:80]}”.", "An address begins with https://, http://, mailto: or tel:.")
        else:
            self.link = address

    def _text(self, text: str) -> None:
        self.reading.out.append(STAMPS.sub("", text))
        for index, piece in enumerate(re.split("[\ufdd0\ufdd2](\\d+)([\ufdd1\ufdd3])", text)):
            if index % 3 == 0:
                if piece:
                    self._words(piece)
            elif index % 3 == 1:
                number = int(piece)
            elif piece == "\ufdd3":
                self.number = number
            else:
                self.shown += "\ufffc"
                self.link_words += 1
                self.made.append(
                    Hole(number, "", NOWHERE, self.bold > 0, self.italic > 0, self.link, self.link_slot, "")
                )

    def _words(self, text: str) -> None:
        self.shown += text
        self.link_words += 1
        origin, bold, italic = self._origin(), self.bold > 0, self.italic > 0
        last = self.made[-1] if self.made else None
        if self.link_slot >= 0:
            self.made.append(Hole(-1, text, origin, bold, italic, "", self.link_slot, ""))
        elif type(last) is Span and last[1:5] == (origin, bold, italic, self.link):
            self.made[-1] = last._replace(text=last.text + text)
        else:
            self.made.append(Span(text, origin, bold, italic, self.link))

    def _break(self, sign: str) -> None:
        self._end_line()
        self._words(sign)
        self.shown = ""
        self.line += 1
        numbers = self.reading.lines.numbers
        self.number = numbers[min(self.line, len(numbers) - 1)]

    def _end_line(self) -> None:
        """Refuse marks that Markdown has left standing as text."""
        found = _INSIDE.search(self.shown) or (_AT_START.match(self.shown) if self.checks_start else None)
        if found:
            what = f"“{found[0].strip()}” would be printed as it stands."
            self._fault(
                what,
                'Write the mark as the template language says; to print the sign itself, write {{ "…" }}.',
            )

    def _tidied(self) -> Iterator[Part]:
        for part in self.made:
            yield part._replace(text=re.sub(" {2,}", " ", part.text)) if "  " in part.text else part
