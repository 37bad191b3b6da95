"""Where words come from, and where a remark points."""

from __future__ import annotations

from typing import NamedTuple


class Origin(NamedTuple):
    """Where some words came from: a line of a template or text file, or a value of the facts."""

    file: str
    """Name shown to people: `judgements.json`, `jtai-2017/findings-letter@1.0.0/letter.md`, `texts/summary.md`."""
    line: int = 0
    """Line in that file, from 1; 0 where it is not known yet (JSON lines are looked up only for a remark)."""
    path: str = ""
    """JSON path inside that file, such as `$.findings[3].text`; empty for words of a template or text file."""
    more: tuple[Origin, ...] = ()
    """Further origins of words made from several values, such as a joined list or a computed date."""
    column: int = 0
    """Of a text file: the column of the first letter, from 1; the letters after it follow one by one. 0 for unknown."""
    anchor: str = ""
    """Of a Word file: its part and which paragraph there, counted from 0 with all that are nested:
    `word/document.xml#17`."""

    def moved(self, by: int) -> Origin:
        """The origin so many letters further on its line."""
        return self._replace(column=self.column + by) if self.column and by else self


NOWHERE = Origin("")
"""The origin of words that nobody wrote, such as a list label."""


class Place(NamedTuple):
    """Where a remark points: in the source that must be mended and in the document as it reads."""

    file: str = ""
    line: int = 0
    """From 1; 0 when unknown."""
    path: str = ""
    document: str = ""
    """Kind of the document, such as `findings-letter`; empty for facts and templates on their own."""
    page: int = 0
    """From 1; 0 when unknown."""
    block: int = -1
    """Index into the manuscript's blocks; -1 when the remark is about no block."""
    start: int = 0
    """First character of the remark in the block's plain text. Written as `from` in JSON."""
    end: int = 0
    """One past the last character. Written as `to` in JSON."""
    text: str = ""
    """The words meant, as they stand there."""
    column: int = 0
    """In a text file: column of the first character, from 1; 0 when unknown."""
    heading: str = ""
    """In a file that was read: the heading that it stands under."""
    paragraph: int = 0
    """Which paragraph under that heading, from 1; 0 when unknown."""
    region: str = ""
    """Where it is when not in the body: `header`, `footer`, `note`, `text box`, `deleted text`, `comment`,
    `hidden text`, `alt text`, `chart`, ..."""
    anchor: str = ""
    """In a Word file: the part and paragraph in which it begins, as in `Origin.anchor`."""

    @classmethod
    def of(
        cls, origin: Origin, *, document: str = "", block: int = -1, start: int = 0, end: int = 0, text: str = ""
    ) -> Place:
        """The place of an origin, with whatever else is known of the document."""
        return cls(origin.file, origin.line, origin.path, document, block=block, start=start, end=end, text=text)
