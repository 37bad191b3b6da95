"""Remarks as JSON, version 1: the shape that other programs rely on, kept apart from our own type.

It may gain keys; it never loses one, and none changes its meaning. remarks.schema.json is its published schema.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from lettersmith.model import fingerprint
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review, Silenced
from lettersmith.remarks.escaping import whole

VERSION = 1


def show_reviews(reviews: Sequence[Review], *, unread: Sequence[Remark] = ()) -> str:
    """What came out of checking some files, as one JSON text with a line break at its end.

    `unread` are the remarks about files that could not be read: they stand last in `remarks`, without a review.
    """
    return _text(reviews_as_data(reviews, unread=unread))


def show(remarks: Sequence[Remark]) -> str:
    """Remarks without a review, in the same shape."""
    return _text(as_data(remarks))


def as_data(remarks: Sequence[Remark]) -> dict[str, Any]:
    """The same as values, for commands that add keys of their own beside `remarks`. What is not known is None."""
    return {"version": VERSION, "remarks": [_remark(remark) for remark in remarks], "counts": _counts(remarks)}


def reviews_as_data(reviews: Sequence[Review], *, unread: Sequence[Remark] = ()) -> dict[str, Any]:
    """The same of reviews: each remark names its review, by its index in `reviews`."""
    remarks = [remark for review in reviews for remark in review.remarks]
    told = [
        _remark(remark) | {"review": number, "fingerprint": fingerprint.of(remark, review.manuscript)}
        for number, review in enumerate(reviews)
        for remark in review.remarks
    ]
    return {
        "version": VERSION,
        "remarks": told + [_remark(remark) | {"review": None, "fingerprint": None} for remark in unread],
        "counts": _counts([*remarks, *unread]),
        "reviews": [_review(review) for review in reviews],
    }


def schema() -> str:
    """The published JSON Schema, as text."""
    from importlib import resources

    return resources.files(__package__).joinpath("remarks.schema.json").read_text(encoding="utf-8")


def _review(review: Review) -> dict[str, Any]:
    return {
        "file": whole(review.file),
        "sha256": review.digest or None,
        "audience": review.audience,
        "audienceWhy": whole(review.audience_why) or None,
        "template": review.template or None,
        "styles": list(review.styles),
        "rules": review.rules,
        "grammar": review.grammar,
        "facts": dict(review.facts),
        "counts": _counts(review.remarks),
        "silenced": [_silenced(one, review) for one in review.silenced],
        "notChecked": [_remark(remark) for remark in review.not_checked],
    }


def _silenced(one: Silenced, review: Review) -> dict[str, Any]:
    return {
        "remark": _remark(one.remark) | {"fingerprint": fingerprint.of(one.remark, review.manuscript)},
        "how": one.how,
        "reason": whole(one.reason) or None,
        "by": whole(one.by) or None,
        "until": one.until.isoformat() if one.until else None,
    }


def _counts(remarks: Sequence[Remark]) -> dict[str, int]:
    counts = Counter(remark.level for remark in remarks)
    return {level.value: counts[level] for level in Level}


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "rule": remark.rule,
        "level": remark.level.value,
        "place": _place(remark.place),
        "what": whole(remark.what),
        "why": whole(remark.why) or None,
        "do": whole(remark.do) or None,
        "instead": [whole(words) for words in remark.instead],
        "source": whole(remark.source) or None,
        "link": whole(remark.link) or None,
    }


def _place(place: Place) -> dict[str, Any]:
    has_range = place.end > 0
    return {
        "file": whole(place.file) or None,
        "line": place.line or None,
        "path": whole(place.path) or None,
        "document": whole(place.document) or None,
        "page": place.page or None,
        "block": place.block if place.block >= 0 else None,
        "from": place.start if has_range else None,
        "to": place.end if has_range else None,
        "text": whole(place.text) or None,
        "column": place.column or None,
        "heading": whole(place.heading) or None,
        "paragraph": place.paragraph or None,
        "region": place.region or None,
    }
