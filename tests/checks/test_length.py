"""Documents that are too long."""

from __future__ import annotations

import pytest

from checks.letters import fact, heading, layout, manuscript, paragraph, span, subject, template
from lettersmith.checks.length import check
from lettersmith.model.manuscript import Manuscript, Span
from lettersmith.model.remark import Remark
from lettersmith.model.template import Limits, Range


def own(number: int) -> Span:
    return span("word " * number, fact("$.findings[0].text", "judgements.json"))


def letter(summary: int = 40, findings: int = 60) -> Manuscript:
    """Two fixed words a heading, ten fixed words a section, the rest from the facts."""
    return manuscript(
        heading("Summary", parts=("summary",)),
        paragraph("fixed " * 10, own(summary), parts=("summary",)),
        heading("Findings"),
        paragraph("fixed " * 10, own(findings)),
    )


def remarks(limits: Limits, made: Manuscript | None = None, **more: object) -> list[Remark]:
    return list(check(subject(made or letter(), template=template(limits), **more)))


def rules(found: list[Remark]) -> list[tuple[str, str]]:
    return [(remark.rule, remark.level.value) for remark in found]


WORDS = 2 + 20 + 100


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (Range(WORDS, WORDS + 10), []),
        (Range(WORDS - 1, WORDS), [("Length.Words", "warning")]),
        (Range(10, WORDS - 1), [("Length.Words", "error")]),
        (Range(0, WORDS - 1), [("Length.Words", "error")]),
        (Range(WORDS - 1, 0), [("Length.Words", "warning")]),
    ],
    ids=["within", "warned", "over the cap", "no warning", "no cap"],
)
def test_words(limit: Range, expected: list[tuple[str, str]]) -> None:
    assert rules(remarks(Limits(words=limit))) == expected


def test_it_says_which_section_to_cut_and_by_how_much() -> None:
    (remark,) = remarks(Limits(words=Range(0, WORDS - 50)))
    assert remark.what == "It has 122 words, 72 is the limit: 50 words too many."
    assert remark.do == 'Cut about 30 of the 71 words under "Findings" and about 20 of the 51 words under "Summary".'


def test_sections_that_only_the_template_wrote_are_not_named() -> None:
    (remark,) = remarks(Limits(words=Range(0, 70)), letter(summary=0))
    assert "Findings" in remark.do and "Summary" not in remark.do


def test_a_part_has_its_own_limit() -> None:
    (remark,) = remarks(Limits(part_words={"summary": Range(0, 45)}))
    assert (remark.rule, remark.level.value, remark.place.block) == ("Length.Part", "error", 0)
    assert remark.what == 'The part "Summary" has 51 words, 45 is the limit: 6 words too many.'


@pytest.mark.parametrize(
    ("laid_out", "expected"),
    [
        (layout(2, lines_left=20.0), []),
        (layout(2, lines_left=4.0), [("Length.NearlyFull", "warning")]),
        (layout(2, lines_left=4.2), []),
        (layout(2, lines_left=None), []),
        (layout(1, lines_left=0.0), []),
        (layout(3, lines_left=1.0), [("Length.Pages", "error")]),
    ],
    ids=["room", "four lines", "more than four", "not measured", "a page to spare", "over"],
)
def test_pages(laid_out: object, expected: list[tuple[str, str]]) -> None:
    assert rules(remarks(Limits(pages=Range(0, 2)), layout=laid_out)) == expected


def test_pages_beyond_the_limit_are_counted_in_words() -> None:
    (remark,) = remarks(Limits(pages=Range(0, 1)), layout=layout(2, page_of_block=(1, 1, 2, 2)))
    assert "About 71 words too many" in remark.what


def test_large_print_has_its_own_limit() -> None:
    found = remarks(Limits(large_print_pages=Range(0, 3)), layout=layout(1, large_print_pages=4))
    assert rules(found) == [("Length.LargePrint", "error")]


def test_without_a_layout_it_says_that_pages_were_not_counted() -> None:
    assert rules(remarks(Limits(pages=Range(0, 2)))) == [("Length.NotChecked", "warning")]
    assert rules(remarks(Limits(words=Range(0, 999)))) == []


def test_a_file_without_a_template_has_no_limits() -> None:
    assert not list(check(subject(manuscript("word " * 9999, template=""))))
