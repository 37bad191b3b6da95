"""The characters of a paragraph, as reading and marking both count them."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from lettersmith.ooxml.fields import codes, instructions
from lettersmith.ooxml.hiding import Hiding
from lettersmith.ooxml.pieces import paragraphs, pieces, view_of
from ooxml.word_samples import (
    NAMES,
    commented,
    control,
    deleted,
    field,
    field_in_code,
    inserted,
    linked,
    p,
    t,
    text_box,
)


def root_of(*inside: str) -> Any:
    return etree.fromstring(f"<w:body {NAMES}>{''.join(inside)}</w:body>")


def read(paragraph: str) -> list[tuple[str, str]]:
    root = root_of(paragraph)
    return [(piece.text, piece.aside) for piece in pieces(root[0], view_of(root, Hiding())) if piece.text]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param(p(t("a"), t("b", "<w:b/>")), [("a", ""), ("b", "")], id="each run is a piece"),
        pytest.param(p(inserted(t("a"))), [("a", "")], id="an insertion"),
        pytest.param(p(deleted("a")), [("a", "deleted text")], id="a deletion"),
        pytest.param(p(t("a", "<w:vanish/>")), [("a", "hidden text")], id="hidden"),
        pytest.param(p(linked("x", control(t("a")))), [("a", "")], id="wrapped and wrapped again"),
        pytest.param(p(field("DATE", t("a"))), [("a", "")], id="the result of a field"),
        pytest.param(p(commented(1, t("a")), t("b")), [("a", ""), ("b", "")], id="the marks of a comment"),
        pytest.param(p(t("a"), text_box(p(t("b")))), [("a", "")], id="a text box is not looked into"),
        pytest.param(p("<w:r><w:ruby><w:rt><w:r><w:t>b</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r>"
                       "</w:rubyBase></w:ruby></w:r>"), [("a", "")], id="words with a reading above them"),
    ],
)  # fmt: skip
def test_pieces(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert read(paragraph) == expected


HOSTS = {
    "a run": (p(t("a")), "r"),
    "a run in a link": (p(linked("x", t("a"))), "r"),
    "a formula": (p("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"), "oMath"),
    "one of two ways to say it": (
        p(
            f'<mc:AlternateContent><mc:Choice Requires="wps">{t("a")}</mc:Choice>'
            f"<mc:Fallback>{t('a')}</mc:Fallback></mc:AlternateContent>"
        ),
        "AlternateContent",
    ),
}


@pytest.mark.parametrize(("paragraph", "host"), HOSTS.values(), ids=HOSTS)
def test_a_mark_stands_before_and_behind_the_host(paragraph: str, host: str) -> None:
    root = root_of(paragraph)
    [piece] = pieces(root[0], view_of(root, Hiding()))
    assert etree.QName(piece.host).localname == host


def test_paragraphs_are_counted_in_the_order_of_the_file() -> None:
    root = root_of(p(t("a"), text_box(p(t("b")))), p(t("c")))
    assert ["".join(one.itertext()) for one in paragraphs(root)] == ["abb", "b", "b", "c"]


def test_the_words_of_codes_are_found_and_those_of_results_are_not() -> None:
    root = root_of(p(t("a"), field_in_code(field("PAGE", t("inner")), "result")))
    assert [one.text for one in codes(root)] == ["inner"]
    assert sorted(" ".join(code.split()) for code, _ in instructions(root)) == ["IF = 1", "PAGE"]
