"""A place in the reader's own words: "finding S4 (judgements.json, line 88)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from lettersmith.model.place import Place

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
