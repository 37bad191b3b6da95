"""Remarks as JSON, version 1: the shape that other programs rely on, kept apart from our own type.

It may gain keys; it never loses one, and none changes its meaning. remarks.schema.json is its published schema.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark

VERSION = 1
_HALF = re.compile("[\ud800-\udfff]")


def show(remarks: Sequence[Remark]) -> str:
    """The remarks as one JSON text, with a line break at its end."""
    return json.dumps(as_data(remarks), ensure_ascii=False, indent=2) + "\n"


def as_data(remarks: Sequence[Remark]) -> dict[str, Any]:
    """The same as values, for commands that add keys of their own beside `remarks`. What is not known is None."""
    counts = Counter(remark.level for remark in remarks)
    return {
        "version": VERSION,
        "remarks": [_remark(remark) for remark in remarks],
        "counts": {level.value: counts[level] for level in Level},
    }


def schema() -> str:
    """The published JSON Schema, as text."""
    from importlib import resources

    return resources.files(__package__).joinpath("remarks.schema.json").read_text(encoding="utf-8")


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "rule": remark.rule,
        "level": remark.level.value,
        "place": _place(remark.place),
        "what": _whole(remark.what),
        "why": _whole(remark.why) or None,
        "do": _whole(remark.do) or None,
        "instead": [_whole(words) for words in remark.instead],
        "source": _whole(remark.source) or None,
        "link": _whole(remark.link) or None,
    }


def _place(place: Place) -> dict[str, Any]:
    has_range = place.end > 0
    return {
        "file": _whole(place.file) or None,
        "line": place.line or None,
        "path": _whole(place.path) or None,
        "document": _whole(place.document) or None,
        "page": place.page or None,
        "block": place.block if place.block >= 0 else None,
        "from": place.start if has_range else None,
        "to": place.end if has_range else None,
        "text": _whole(place.text) or None,
    }


def _whole(text: str) -> str:
    """Text that UTF-8 can hold: half a character (a lone surrogate) is shown as U+FFFD."""
    return _HALF.sub("\ufffd", text)
