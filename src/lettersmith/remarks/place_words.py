"""A place in the reader's own words: "finding S4 (judgements.json, line 88)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from lettersmith.model.place import Place
from lettersmith.model.review import Review
from lettersmith.remarks.locating import ASIDE, BODY, Spot, headings, is_elsewhere

NameOf = Callable[[str, str], str]
"""A name for the fact at a file and a JSON path ("finding S4"); empty where there is none."""

_TEMPLATE = re.compile(r"(?P<framework>[^/@]+)/(?P<kind>[^/@]+)@(?P<version>[^/@]+)(?:/(?P<body>[^/]+))?")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\"([^\"]*)\"\]|\['([^']*)'\]")


def document(place: Place) -> str:
    """The document that a place is in, as a heading: "Findings letter". Empty for facts and templates alone.

    >>> document(Place(document="findings-letter"))
    'Findings letter'
    """
    if "." in place.document or "/" in place.document:
        return place.document
    words = place.document.replace("-", " ").replace("childrens", "children's")
    return words[:1].upper() + words[1:]


def source(place: Place, name_of: NameOf | None = None) -> str:
    """The source that must be mended: what it is, and in brackets its file and line. Empty when it is not known.

    >>> source(Place(file="inspection.json", line=13, path="$.area.name"))
    'area, name (inspection.json, line 13)'
    >>> source(Place(file="jtai-2017/findings-letter@1.0.0/letter.md", line=31))
    'the template findings-letter 1.0.0 (letter.md, line 31)'
    """
    template = _TEMPLATE.fullmatch(place.file)
    if template and not template["body"]:
        return "the whole document"
    if template:
        where = _brackets(_file(template["body"], place.line))
        return f"the template {template['kind']} {template['version']}{where}"
    named = (name_of(place.file, place.path) if name_of and place.path else "") or path_in_words(place.path)
    if not named:
        return _file(place.file, place.line)
    return f"{named}{_brackets(_file(place.file, place.line))}"


def page(place: Place) -> str:
    """The page of the document, where it is known: "page 3"."""
    return f"page {place.page}" if place.page else ""


def path_in_words(path: str) -> str:
    """A JSON path as people would say it; empty for the whole file.

    >>> path_in_words("$.findings[3].text")
    'findings, number 4, text'
    """
    steps = [_STEP.fullmatch(step.group()) for step in _STEP.finditer(path.removeprefix("$"))]
    return ", ".join(f"number {int(step[2]) + 1}" if step[2] else _key(step) for step in steps if step)


def _key(step: re.Match[str]) -> str:
    return (step[1] or step[3] or step[4] or "").replace("_", " ")


def _file(file: str, line: int) -> str:
    return f"{file}, line {line}" if file and line else file


def _brackets(words: str) -> str:
    return f" ({words})" if words else ""


WHOLE = "The whole document"


class Wheres:
    """Places in the words of a review: "“Strengths”, paragraph 2 · page 3"."""

    def __init__(self, review: Review, name_of: NameOf | None = None) -> None:
        self._file = review.file
        self._name_of = name_of
        self._manuscript = review.manuscript
        self._headings = headings(review.manuscript)

    def of(self, place: Place, spot: Spot | None) -> str:
        """Where to look in the document and, where that is another file, what to mend."""
        return self._of(place, self.in_document(place, spot))

    def _of(self, place: Place, within: str) -> str:
        other = is_elsewhere(place, self._file)
        mend = source(place, self._name_of) if other else ""
        line = "" if other else line_and_column(place)
        if line and not place.region:
            within = within.partition(", paragraph ")[0] if "“" in within else ""
        parts = [part for part in (mend, within, page(place), line) if part]
        words = " · ".join(dict.fromkeys(parts)) or WHOLE.lower()
        return words[:1].upper() + words[1:]

    def beside(self, place: Place, spot: Spot | None) -> str:
        """The same where the words themselves are in sight: what to mend, the page, the line."""
        words = self._of(place, "" if spot else self.in_document(place, spot))
        return "" if spot and words == WHOLE else words

    def in_document(self, place: Place, spot: Spot | None) -> str:
        """The heading and paragraph, or what else the words stand in: a footnote, the header, a comment."""
        if place.region:
            return REGIONS.get(place.region, place.region)
        if spot and spot.region != BODY:
            return REGIONS.get(self._aside(spot) or spot.region, spot.region)
        if place.heading or place.paragraph:
            return _under(place.heading, place.paragraph)
        if not spot:
            return ""
        under = self._headings[spot.at]
        return _under(under.text, under.paragraph)

    def _aside(self, spot: Spot) -> str:
        parts = self._manuscript.asides[spot.at].parts if spot.region == ASIDE else ()
        return parts[0] if parts else ""


REGIONS = {
    "header": "in the header",
    "footer": "in the footer",
    "note": "in a footnote",
    "text box": "in a text box",
    "alt text": "in the alternative text of a picture",
    "chart": "in a chart",
    "diagram": "in a diagram",
    "deleted text": "in deleted text",
    "comment": "in a comment",
    "hidden text": "in hidden text",
    "aside": "not in the text",
}


def line_and_column(place: Place) -> str:
    """The line and column of a text file: "line 12, column 4"; empty when the line is not known."""
    if not place.line:
        return ""
    return f"line {place.line}, column {place.column}" if place.column else f"line {place.line}"


def _under(heading: str, paragraph: int) -> str:
    short = heading if len(heading) <= 60 else f"{heading[:60].rpartition(' ')[0]} …"
    if not short:
        return f"paragraph {paragraph}" if paragraph else ""
    return f"under “{short}”, paragraph {paragraph}" if paragraph else f"the heading “{short}”"
