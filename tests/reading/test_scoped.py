"""Markdown, HTML and text as Vale scopes them, each character with its place in the file."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lettersmith.reading.scoped import Scoped, Selection, Settings, fault_of, read

ALL = frozenset(("sentence", "paragraph", "link", "strong", "emphasis", "code"))


def units(text: str, **more: object) -> list[tuple[str, str]]:
    """The units of a text but for the sized ones, by scope."""
    found = read(text, Settings(**{"name": "a.md", "format": "md", **more}))  # type: ignore[arg-type]
    return [(unit.scope.removesuffix(".md"), unit.text) for unit in found.units if not is_sized(unit.scope)]


def is_sized(scope: str) -> bool:
    return scope.partition(".")[0] in ("raw", "summary")


MARKDOWN: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a heading and a paragraph": (
        "# One *two*\n\nThree\nfour.\n",
        [("text.heading.h1", "One two"), ("text", "Three\nfour.")],
    ),
    "code is masked": ("Use `eg` now.\n", [("text", "Use ** now.")]),
    "a block of code is no prose": ("```\neg\n```\n\nText.\n", [("text", "Text.")]),
    "a list, and one inside it": ("- One\n  - two\n", [("text.list", "One"), ("text.list", "two")]),
    "a quotation": ("> They said so.\n", [("text.blockquote", "They said so.")]),
    "a table": (
        "| A | B |\n|--|--|\n| c \\| d | e |\n",
        [
            ("text.table.header", "A"),
            ("text.table.header", "B"),
            ("text.table.cell", "c | d"),
            ("text.table.cell", "e"),
        ],
    ),
    "a picture's other words": ("See ![a map](m.png) here.\n", [("text.attr.alt", "a map"), ("text", "See here.")]),
    "an address is masked": ("See <https://example.org>.\n", [("text", "See *******************.")]),
    "one without brackets too": ("See https://example.org.\n", [("text", "See *******************.")]),
    "signs that mean themselves": (r"A \* &amp; B" + "\n", [("text", "A * & B")]),
    "mathematics": ("$$\nx\n$$\n\nLet $x$ be so.\n", [("text", "Let *** be so.")]),
    "money is no mathematics": ("It costs $5 and $6.\n", [("text", "It costs $5 and $6.")]),
    "a footnote stands in a list at the end": (
        "One.[^a]\n\n[^a]: Two.\n",
        [("text", "One. 1"), ("text.list.class.footnotes", "Two.")],
    ),
    "a task": ("- [x] Done\n", [("text.list", "Done")]),
    "front matter": (
        "---\ntitle: The plan\nn: 3\n---\n\nText.\n",
        [("text.frontmatter.title", "The plan"), ("text", "Text.")],
    ),
    "HTML in Markdown": ('<div class="note">\n\nText.\n\n</div>\n', [("text.class.note", "Text.")]),
    "a line break parts words": ("One  \ntwo\n", [("text", "One two")]),
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert units(text) == expected


HTML: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "paragraphs": ("<p>One <b>two</b>.</p><p>Three</p>", [("text", "One two."), ("text", "Three")]),
    "scripts and styles are no prose": ("<style>p{}</style><script>eg</script><p>One</p>", [("text", "One")]),
    "a caption": ("<table><caption>One</caption></table>", [("text.table.caption", "One")]),
    "entities": ("<p>a &lt; b &eacute;</p>", [("text", "a < b é")]),
    "a break parts words": ("<p>One<br/>two</p>", [("text", "One two")]),
    "a tag that is never closed": ("<p>One <b two</p>", []),
}


@pytest.mark.parametrize(("text", "expected"), HTML.values(), ids=HTML)
def test_html(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text, Settings(name="a.html", format="html"))
    shown = [(unit.scope.removesuffix(".html"), unit.text.strip()) for unit in found.units if not is_sized(unit.scope)]
    assert shown == expected


def test_sentences_and_paragraphs_are_there_only_for_rules_that_ask() -> None:
    text = "One. Two.\n"
    cut = {"sentences": lambda words: re.findall(r"[^.]+\.", words)}
    assert units(text, **cut) == [("text", "One. Two.")]
    assert units(text, wanted=ALL, **cut) == [
        ("paragraph.text", "One. Two."),
        ("sentence.text", "One."),
        ("sentence.text", "Two."),
        ("text", "One. Two."),
    ]


def test_inline_marks_have_scopes_of_their_own_for_rules_that_ask() -> None:
    found = [unit for unit in units("See [here](x), **now**, *so*, `eg`.\n", wanted=ALL) if unit[0] in ALL]
    assert found == [("link", "here"), ("strong", "now"), ("emphasis", "so"), ("code", "eg")]


def test_all_prose_as_one_text_holds_lists_and_quotations_and_no_headings() -> None:
    found = read("# No\n\nOne.\n\n- two\n\n> three\n", Settings())
    assert next(unit.text for unit in found.units if unit.scope == "summary.md") == "One.\n\ntwo\n\nthree\n\n"
    assert found.counts == {"heading.h1": 1, "paragraphs": 1, "list": 1, "blockquote": 1}


IGNORED: dict[str, tuple[dict[str, object], str, list[str]]] = {
    "a token": ({"token_ignores": (regex.compile(r"(\{\w+\})"),)}, "A {field} b.\n", ["A ******* b."]),
    "a block": (
        {"block_ignores": (regex.compile(r"(?s)(\{%.*?%\})"),)},
        "One\n\n{% two\nthree %}\n\nfour\n",
        ["One", "four"],
    ),
    "a tag masked": ({"ignored_scopes": ("strong",)}, "A **b** `c`.\n", ["A * c."]),
    "a tag left out": ({"skipped_scopes": ("blockquote",)}, "One\n\n> two\n", ["One"]),
    "a class": ({"ignored_classes": ("aside",)}, '<p class="aside">One</p>\n\nTwo\n', ["Two"]),
}


@pytest.mark.parametrize(("more", "text", "expected"), IGNORED.values(), ids=IGNORED)
def test_what_the_settings_leave_out(more: dict[str, object], text: str, expected: list[str]) -> None:
    assert [words for _, words in units(text, **more)] == expected


SWITCHES: dict[str, tuple[str, list[tuple[str, set[str]]]]] = {
    "all off and on": (
        "One\n\n<!-- vale off -->\n\ntwo\n\n<!-- vale on -->\n\nthree\n",
        [("One", set()), ("three", set())],
    ),
    "a rule off": ("<!-- vale House.One = NO -->\n\nOne\n", [("One", {"House.One"})]),
    "and on again": (
        "<!-- vale House.One = NO -->\n\nOne\n\n<!-- vale House.One = YES -->\n\ntwo\n",
        [("One", {"House.One"}), ("two", set())],
    ),
    "a style off": ("<!-- vale House = NO -->\n\nOne\n", [("One", {"House"})]),
    "only one style on": ("<!-- vale style = House -->\n\nOne\n", [("One", {"Other"})]),
    "a match off": ('<!-- vale House.One["eg"] = NO -->\n\nOne\n', [("One", {"House.One[eg]"})]),
    "a comment that is no switch": ("<!-- draft -->\n\nOne\n", [("One", set())]),
}


@pytest.mark.parametrize(("text", "expected"), SWITCHES.values(), ids=SWITCHES)
def test_comments_in_the_text_switch_rules_off(text: str, expected: list[tuple[str, set[str]]]) -> None:
    found = read(text, Settings(styles=("House", "Other")))
    assert [(unit.text, set(unit.off)) for unit in found.units if unit.scope == "text.md"] == expected


def test_a_comment_inside_a_paragraph_counts_from_its_place_on() -> None:
    found = read("One eg <!-- vale House.One = NO --> eg <!-- vale House.One = YES --> eg\n", Settings())
    unit = next(number for number, one in enumerate(found.units) if one.scope == "text.md")
    places = [match.start() for match in re.finditer("eg", found.units[unit].text)]
    assert [found.silenced(unit, "House.One", at, at + 2) for at in places] == [False, True, False]


def test_delimiters_of_comments_can_be_others() -> None:
    found = read("{# vale House = NO #}\n\nOne\n", Settings(comment_delimiters=("{#", "#}")))
    assert [set(unit.off) for unit in found.units if unit.text == "One"] == [{"House"}]


SELECTORS: dict[str, tuple[str, list[str]]] = {
    "a section by its heading": ('section:has(> h2:contains("Plan"))', ["Plan", "two", "Deep", "three"]),
    "a paragraph after a heading": ("h2 + p", ["two", "four"]),
    "a class": (".note", ["five"]),
    "any of two": ("h1, h3", ["Top", "Deep"]),
    "not": ("h2:not(:contains(Plan))", ["Last"]),
    "the first child": ("section > p:first-of-type", ["one", "two", "three", "four"]),
}
PAGE = '# Top\n\none\n\n## Plan\n\ntwo\n\n### Deep\n\nthree\n\n## Last\n\nfour\n\n<p class="note">five</p>\n'


@pytest.mark.parametrize(("selector", "expected"), SELECTORS.values(), ids=SELECTORS)
def test_selectors_choose_parts_of_a_page(selector: str, expected: list[str]) -> None:
    found = units(PAGE, selections=(Selection("chosen", selector),))
    assert [words for scope, words in found if ".in.chosen" in scope] == expected


def test_a_selector_that_cannot_be_read_says_why() -> None:
    assert fault_of("h2:has(p") == "“h2:has(p” lacks a closing bracket."
    assert fault_of("h2:wild") == "“:wild” is not known here."
    assert fault_of("h2") == ""


def test_lines_and_columns_are_those_of_the_file_whatever_its_line_ends() -> None:
    found = read("One\r\ntwo\rthree &rsquo;four\n", Settings(name="a.txt", format="txt"))
    assert [found.place(0, found.units[0].text.index(word)) for word in ("One", "two", "three", "four")] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (3, 14),
    ]


MARKS = ("*", "**", "_", "~~", "`", "``", "[", "](c)", "\\*", "\\", "$x$", "$$", "&amp;", "[^n]", "| h |")
BLOCKS = (
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "---\n",
    "+ [ ] ",
    "```\n",
    "[^n]: note\n",
    "| f | g |\n|--|--|\n",
)
OTHERS = ("<b>", "</b>", "<br/>", "<!-- c -->", "<div>\n", "[a](b)", "![d](e)", "https://example.org")
PIECES = st.sampled_from(("word", "Ünï", " ", "  ", "\n", "\n\n", "\r\n", *MARKS, *BLOCKS, *OTHERS))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["md", "html", "txt", "lines"]))
@example("**    \nword", "md")
@example("- | f | g |\n|--|--|\n\t| h |", "md")
def test_every_letter_of_every_unit_stands_where_we_say(text: str, format: str) -> None:
    found = read(text, Settings(name=f"a.{format}", format=format, wanted=ALL))
    assert wrong_places(found) == []


def wrong_places(found: Scoped) -> list[str]:
    return [
        f"{unit.scope}: {letter} at {found.offset(number, index)}"
        for number, unit in enumerate(found.units)
        for index, letter in enumerate(unit.text)
        if letter.isalpha() and found.text[found.offset(number, index)] != letter
    ]
