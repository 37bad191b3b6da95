"""Which units, files and levels a rule is for: scopes, globs, sections, comments."""

from __future__ import annotations

import pytest

from checks.style.rule_kit import book, rule
from lettersmith.checks.style import globs, scopes
from lettersmith.checks.style.engine import run
from lettersmith.checks.style.switches import for_file
from lettersmith.model.style import Section, StyleRule, Unit

SCOPES = {
    "text is everything in the text": (("text",), "text.heading.h2.md", True),
    "but not the file as it lies": (("text",), "raw.md", False),
    "a heading": (("heading",), "text.heading.h2.md", True),
    "of one level": (("heading.h2",), "text.heading.h2.md", True),
    "of another": (("heading.h1",), "text.heading.h2.md", False),
    "any of several": (("heading", "list"), "text.list.md", True),
    "not": (("~heading",), "text.heading.h2.md", False),
    "not, elsewhere": (("~heading",), "text.list.md", True),
    "not, of the file as it lies: never": (("~heading",), "raw.md", False),
    "and": (("text & ~list",), "text.list.md", False),
    "and, both true": (("paragraph & ~blockquote",), "paragraph.text.md", True),
    "a sentence is for those who ask for sentences": (("text",), "sentence.text.md", False),
    "and for them it is": (("sentence",), "sentence.text.md", True),
    "sentences outside lists": (("sentence & ~list",), "sentence.text.list.md", False),
    "by the file's ending": (("text.md",), "text.heading.h2.html", False),
}


@pytest.mark.parametrize(("wanted", "scope", "expected"), SCOPES.values(), ids=SCOPES)
def test_scopes(wanted: tuple[str, ...], scope: str, expected: bool) -> None:
    assert scopes.matches(wanted, scope) is expected


GLOBS = {
    "an ending": ("*.md", "a.md", True),
    "in a folder": ("*.md", "notes/a.md", True),
    "another ending": ("*.md", "a.html", False),
    "one of some": ("*.{md,txt}", "a.txt", True),
    "none of some": ("*.{md,txt}", "a.html", False),
    "only one": ("*.{md}", "a.md", True),
    "two stars": ("docs/**/*.md", "docs/a/b/c.md", True),
    "two stars over nothing": ("docs/**/*.md", "docs/c.md", True),
    "one sign": ("a?.md", "ab.md", True),
    "a set": ("[!.]*.md", ".a.md", False),
    "a set of others": ("[!.]*.md", "a.md", True),
    "the other way round": ("!*.md", "a.txt", True),
    "back slashes of Windows": ("docs/*.md", "docs\\a.md", True),
}


@pytest.mark.parametrize(("glob", "path", "expected"), GLOBS.values(), ids=GLOBS)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert globs.matches(glob, path) is expected


def section(glob: str, *styles: str, **rules: str) -> Section:
    settings = {"BasedOnStyles": styles} if styles else {}
    return Section(glob, styles, {name.replace("_", "."): value for name, value in rules.items()}, settings)


ONE, TWO = rule("existence", id="House.One", tokens=["a"]), rule("existence", id="House.Two", tokens=["b"])
ALONE = rule("existence", id="Other.Alone", tokens=["c"])

SECTIONS = {
    "no sections: all": ((), "warning One, warning Two, warning Alone"),
    "a style for all files": ((section("*", "House"),), "warning One, warning Two"),
    "for files of another kind": ((section("*.html", "House"),), ""),
    "the last style list counts": ((section("*", "House"), section("*.md", "Other")), "warning Alone"),
    "a section without a list leaves it": (
        (section("*", "House"), section("*.md", House_One="NO")),
        "warning Two",
    ),
    "a rule off": ((section("*", "House", House_One="NO"),), "warning Two"),
    "a rule on by itself": ((section("*.md", Other_Alone="YES"),), "warning Alone"),
    "a level": ((section("*", "House", House_One="error"),), "error One, warning Two"),
    "a style's level, a rule's own": (
        (section("*", "House", House="suggestion", House_One="error"),),
        "error One, suggestion Two",
    ),
    "a style off, one of its rules on": ((section("*", "House", House="NO", House_Two="YES"),), "warning Two"),
    "the section for the file before that for all": (
        (section("*", "House", House_One="NO"), section("*.md", House_One="error")),
        "error One, warning Two",
    ),
}


@pytest.mark.parametrize(("sections", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_sections(sections: tuple[Section, ...], expected: str) -> None:
    assert shown(for_file(book(ONE, TWO, ALONE, sections=sections), "a.md")) == expected


def shown(rules: tuple[StyleRule, ...]) -> str:
    return ", ".join(f"{one.level} {one.id.partition('.')[2]}" for one in rules)


def test_rules_below_the_least_level_are_left_out() -> None:
    sections = (section("*", "House", House_One="error"),)
    chosen = for_file(book(ONE, TWO, sections=sections, settings={"MinAlertLevel": ("error",)}), "a.md")
    assert shown(chosen) == "error One"


def test_an_alert_has_the_level_of_its_file() -> None:
    own = book(ONE, TWO, sections=(section("*", "House", House_One="error"),))
    assert [alert.rule.level for alert in run([Unit("a b", "text")], own, for_file(own, "a.md"))] == [
        "error",
        "warning",
    ]


@pytest.mark.parametrize("off", ["*", "House", "House.One"])
def test_a_comment_in_the_text_switches_off(off: str) -> None:
    units = [Unit("a", "text", 0, off=frozenset((off,))), Unit("a", "text", 1)]
    assert [alert.unit for alert in run(units, book(ONE))] == [1]
