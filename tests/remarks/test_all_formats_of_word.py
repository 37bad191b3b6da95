"""One Word file with everything in it: every remark on it goes through every format, marked copy included."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module

import pytest

from lettersmith.checks.passages import passages
from lettersmith.checks.places import place, whole
from lettersmith.model.manuscript import block_text
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.review import Review
from lettersmith.model.subject import Subject
from lettersmith.reading.docx import read
from lettersmith.remarks import FORMATS, json_v1, place_words
from lettersmith.remarks.locating import spots
from lettersmith.remarks.word import mark
from ooxml.word_samples import everything
from ooxml.word_walk import ours
from remarks.shared_reviews import HOSTILE
from remarks.test_reviews import READ
from remarks.test_word import NOW

FILE = "everything.docx"
DATA = everything()
MANUSCRIPT = read(DATA, FILE)
SUBJECT = Subject(MANUSCRIPT)
PASSAGES = passages(MANUSCRIPT)


def of(number: int, what: str, where: Place) -> Remark:
    level = list(Level)[number % 3]
    return Remark(f"Shared.{level.name.capitalize()}", level, what, where, do="Look at it.", instead=("other words",))


def aside(number: int) -> Place:
    block = MANUSCRIPT.asides[number]
    text = block_text(block)
    return Place(FILE, start=0, end=len(text), text=text, region=block.parts[0], anchor=block.origin.anchor)


PLACES = [
    whole(SUBJECT),
    *(place(SUBJECT, passage, 0, max(len(passage.text) // 2, 1)) for passage in PASSAGES),
    *(place(SUBJECT, passage, len(passage.text) // 3) for passage in PASSAGES),
    *(aside(number) for number, block in enumerate(MANUSCRIPT.asides) if block_text(block).strip()),
    Place(FILE, text="words that are nowhere"),
]
REMARKS = tuple(of(number, f"Remark {number} says {HOSTILE} & “so”.", where) for number, where in enumerate(PLACES, 1))
REVIEW = Review(FILE, MANUSCRIPT, "families", "as asked", REMARKS)
EXPECTED = Counter((remark.rule, remark.level.value) for remark in REMARKS)


def test_the_file_has_words_everywhere() -> None:
    assert {"header", "footer", "note", "body"} <= {passage.region for passage in PASSAGES}
    assert {"deleted text", "comment", "hidden text"} <= {block.parts[0] for block in MANUSCRIPT.asides}
    assert len(REMARKS) > 30


LEVELS = {f"Shared.{level.name.capitalize()}": level.value for level in Level}


def counted(format: str, shown: str) -> Counter[tuple[str, str]]:
    if format == "line":
        return Counter((rule, LEVELS[rule]) for rule in re.findall(r":\d+:(Shared\.\w+):", shown))
    return READ[format](shown)


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_drops_a_remark(format: str) -> None:
    more = {"every": True, "width": 1000} if format == "text" else {}
    shown = import_module(f"lettersmith.remarks.{FORMATS[format]}").show_reviews([REVIEW], **more)
    assert counted(format, shown) == EXPECTED
    for number in range(1, len(REMARKS) + 1):
        assert f"Remark {number} says" in shown


def test_the_marked_copy_has_as_many_comments_as_the_json_has_remarks() -> None:
    comments = [words for _, words in ours(mark(DATA, REVIEW, NOW))]
    assert len(comments) == len(json_v1.reviews_as_data([REVIEW])["remarks"]) == len(REMARKS)
    for number, remark in enumerate(REMARKS, 1):
        (comment,) = [words for words in comments if f"Remark {number} says" in words]
        assert remark.rule in comment
        assert remark.level.in_words.lower() in comment.lower()
        assert remark.what in comment


def test_every_remark_with_words_is_found_at_these_very_words() -> None:
    for remark, spot in zip(REMARKS[1:-1], spots(MANUSCRIPT, REMARKS)[1:-1], strict=True):
        assert spot is not None and spot.end - spot.start == len(remark.place.text), remark.place
    assert spots(MANUSCRIPT, REMARKS)[-1] is None


def test_every_region_has_a_name_for_people() -> None:
    wheres = place_words.Wheres(REVIEW)
    for remark, spot in zip(REMARKS, spots(MANUSCRIPT, REMARKS), strict=True):
        said = wheres.of(remark.place, spot)
        assert re.match(r"Under “|Paragraph \d|The heading “|In |The whole document", said), said
