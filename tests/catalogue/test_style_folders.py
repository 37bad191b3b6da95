"""Folders of styles: which rules there are, whose counts, what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.style_folders import VERY, write
from lettersmith.catalogue.styles import read_styles


def test_every_rule_of_every_style_is_on(tmp_path: Path) -> None:
    files = {
        "House/Very.yml": VERY,
        "House/dates/Short.yml": VERY,
        "Other/Terms.custom.yml": VERY,
        "House/tests/Very.yaml": "why: Short.\n",
        "House/Very.test.yml": "not: a rule\n",
        "House/_old/Gone.yml": VERY,
        ".git/Not.yml": VERY,
        "config/vocabularies/Words/accept.txt": "\n# a comment\nOfsted\n  SENCos?  \n",
        "config/vocabularies/Words/reject.txt": "inmate\n",
        "README.md": "Not a style.\n",
    }
    book = read_styles([write(tmp_path, files)])
    assert [rule.id for rule in book.rules] == ["House.Very", "House.dates.Short", "Other.Terms", "Vale.Avoid"]
    assert book.refused == ()
    assert book.vocabularies[0].accept == ("Ofsted", "SENCos?")
    assert book.notes["House.Very"].why == "Short."


def test_a_nearer_rule_takes_the_place_of_one_with_its_id(tmp_path: Path) -> None:
    near = write(tmp_path / "near", {"House/Very.yml": VERY.replace("very", "quite")})
    far = write(
        tmp_path / "far", {"House/Very.yml": VERY, "House/tests/Very.yaml": "why: Far.\n", "House/More.yml": VERY}
    )
    book = read_styles([near, far])
    assert [(rule.id, rule.settings["tokens"]) for rule in book.rules] == [
        ("House.More", ["very"]),
        ("House.Very", ["quite"]),
    ]
    assert "House.Very" not in book.notes


def test_notes_alone_may_be_nearer_than_their_rule(tmp_path: Path) -> None:
    near = write(tmp_path / "near", {"House/tests/Very.yaml": "levels: {children: error}\n"})
    far = write(tmp_path / "far", {"House/Very.yml": VERY, "House/tests/Very.yaml": "why: Far.\n"})
    assert read_styles([near, far]).notes["House.Very"].levels == {"children": "error"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_styles([tmp_path / "none"]).rules == ()


RULE = {
    "the words of YAML 1.1 are words": ("swap: {no: not, on: upon}\n", "swap", {"no": "not", "on": "upon"}),
    "numbers and truth": ("max: 3\nignorecase: true\n", "ignorecase", True),
    "keys in any capitals": ("IgnoreCase: true\n", "ignorecase", True),
    "dates stay texts": ("tokens: [2017-05-09]\n", "tokens", ["2017-05-09"]),
}


@pytest.mark.parametrize(("more", "key", "expected"), RULE.values(), ids=RULE)
def test_yaml_as_vale_reads_it(tmp_path: Path, more: str, key: str, expected: object) -> None:
    kinds = {"swap": "substitution", "max": "occurrence"}
    text = f"extends: {kinds.get(more.partition(':')[0], 'existence')}\nmessage: '%s'\n{more}"
    (rule,) = read_styles([write(tmp_path, {"House/One.yml": text})]).rules
    assert rule.settings[key] == expected


SCOPES = {
    "none": ("existence", "tokens: [a]\n", ("text",)),
    "one": ("existence", "tokens: [a]\nscope: heading\n", ("heading",)),
    "several": ("existence", "tokens: [a]\nscope: [heading, list]\n", ("heading", "list")),
    "what is measured is the whole": ("metric", "formula: words\ncondition: '> 1'\n", ("summary",)),
    "a sequence reads sentences": ("sequence", "tokens: [{pattern: a}]\n", ("sentence",)),
    "a sequence in headings": ("sequence", "tokens: [{pattern: a}]\nscope: heading\n", ("sentence & heading",)),
    "a sequence outside lists": ("sequence", "tokens: [{pattern: a}]\nscope: ~list\n", ("sentence&~list",)),
}


@pytest.mark.parametrize(("type", "more", "expected"), SCOPES.values(), ids=SCOPES)
def test_scopes(tmp_path: Path, type: str, more: str, expected: tuple[str, ...]) -> None:
    book = read_styles([write(tmp_path, {"House/One.yml": f"extends: {type}\nmessage: a\n{more}"})])
    assert book.rules[0].scopes == expected


BROKEN = {
    "no type": ("message: a\n", 1, "extends"),
    "a type that there is not": ("message: a\nextends: exists\n", 2, "“exists”"),
    "no message": ("extends: existence\n", 1, "message"),
    "a level that there is not": (VERY + "level: fatal\n", 4, "“fatal”"),
    "a key that is not known": (VERY + "token: a\n", 4, "Did you mean “tokens”?"),
    "a list, no table": ("- extends: existence\n", 1, "table"),
    "no YAML": (VERY + "swap: {a\n", 5, "YAML"),
    "a scope with a space": (VERY + "scope: list item\n", 4, "space"),
    "a limit that is no number": (VERY + "limit: many\n", 4, "whole number"),
    "a code that is no longer used": (VERY + "code: true\n", 4, "scope: raw"),
    "a parent that is not there": ("extends: House.None\n", 1, "House.None"),
    "an edit without a parent": (VERY + "tokens+: [a]\n", 4, "tokens+"),
    "a script": ("extends: script\nmessage: a\nscript: |\n  x\n", 1, "script"),
}


@pytest.mark.parametrize(("text", "line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_rule_that_cannot_be_used_is_named(tmp_path: Path, text: str, line: int, reason: str) -> None:
    book = read_styles([write(tmp_path, {"House/One.yml": text, "House/Two.yml": VERY})])
    assert [rule.id for rule in book.rules] == ["House.Two"]
    (remark,) = book.refused
    assert (remark.place.file, remark.place.line) == ("House/One.yml", line)
    assert reason in remark.what and remark.do


def test_a_rule_in_another_encoding_is_named(tmp_path: Path) -> None:
    (write(tmp_path, {"House/Two.yml": VERY}) / "House" / "One.yml").write_bytes(VERY.encode("utf-16"))
    (remark,) = read_styles([tmp_path]).refused
    assert "UTF-8" in remark.what


INHERITED = {
    "another message": ("message: Not '%s'.\n", {"tokens": ["very"]}, "Not '%s'."),
    "more tokens": ("tokens+: [quite]\n", {"tokens": ["very", "quite"]}, "Avoid '%s'."),
    "fewer tokens": ("tokens-: [very]\n", {"tokens": []}, "Avoid '%s'."),
    "other tokens": ("tokens: [so]\n", {"tokens": ["so"]}, "Avoid '%s'."),
}


@pytest.mark.parametrize(("text", "settings", "message"), INHERITED.values(), ids=INHERITED)
def test_a_rule_that_builds_on_another(tmp_path: Path, text: str, settings: dict[str, object], message: str) -> None:
    book = read_styles([write(tmp_path, {"House/Very.yml": VERY, "Own/Very.yml": f"extends: House.Very\n{text}"})])
    own = book.rules[1]
    assert (own.id, own.type, own.settings, own.message) == ("Own.Very", "existence", settings, message)


def test_a_rule_may_build_on_the_one_whose_place_it_takes(tmp_path: Path) -> None:
    near = write(tmp_path / "near", {"House/Very.yml": "extends: House.Very\nlevel: error\n"})
    (rule,) = read_styles([near, write(tmp_path / "far", {"House/Very.yml": VERY})]).rules
    assert (rule.level, rule.settings["tokens"]) == ("error", ["very"])


def test_rules_that_build_on_each_other_are_named(tmp_path: Path) -> None:
    files = {"House/A.yml": "extends: House.B\n", "House/B.yml": "extends: House.A\n"}
    assert len(read_styles([write(tmp_path, files)]).refused) == 2


NOTES = {
    "a key that is not known": ("hit: [a]\n", "“hit”"),
    "an audience that there is not": ("levels: {kids: error}\n", "kids"),
    "a level that there is not": ("levels: {children: fatal}\n", "fatal"),
    "a text where a list should be": ("hits: a\n", "a list"),
    "no YAML": ("hits: [a\n", "YAML"),
}


@pytest.mark.parametrize(("text", "reason"), NOTES.values(), ids=NOTES)
def test_notes_that_are_wrong_are_named_and_their_rule_runs(tmp_path: Path, text: str, reason: str) -> None:
    files = {"House/Very.yml": VERY, "House/tests/Very.yaml": text}
    book = read_styles([write(tmp_path, files)])
    assert [rule.id for rule in book.rules] == ["House.Very"]
    (remark,) = book.refused
    assert remark.place.file == "House/tests/Very.yaml" and reason in remark.what


def test_notes_hold_all_that_stands_beside_a_rule(tmp_path: Path) -> None:
    text = (
        "why: W\nsource: S\ndo: D\nlevels: {children: off}\nkinds: [findings-letter]\nparts: [action]\n"
        "quotations: true\nheadwords: 3\nhits: ['a']\npasses: ['b', 'c']\n"
    )
    notes = read_styles([write(tmp_path, {"House/Very.yml": VERY, "House/tests/Very.yaml": text})]).notes["House.Very"]
    assert (notes.why, notes.source, notes.do, notes.levels) == ("W", "S", "D", {"children": "off"})
    assert (notes.kinds, notes.parts, notes.quotations) == (("findings-letter",), ("action",), True)
    assert (notes.hits, notes.passes) == (("a",), ("b", "c"))
