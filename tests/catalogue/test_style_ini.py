"""`.vale.ini`: sections, repeated keys, packages, vocabularies, and what means nothing here."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from catalogue.style_folders import VERY, write
from lettersmith.catalogue.styles import read_ini
from lettersmith.catalogue.styles.ini import NotIni, read_ini_text
from lettersmith.errors import Unreadable
from lettersmith.model.style import StyleBook

STYLES = {"styles/House/Very.yml": VERY, "styles/House/Quite.yml": VERY, "styles/Other/Alone.yml": VERY}


def read(folder: Path, ini: str, **files: str) -> StyleBook:
    write(folder, {**STYLES, **files, ".vale.ini": ini})
    return read_ini(folder / ".vale.ini")


LINES = {
    "a setting": ("a = b", {"a": ["b"]}),
    "with a colon": ("a: b", {"a": ["b"]}),
    "repeated keys are kept in order": ("a = b\na = c", {"a": ["b", "c"]}),
    "each different value once": ("a = b\na = c\na = b", {"a": ["b", "c"]}),
    "remarks": ("# no\n; no\na = b # no\nb = c;d", {"a": ["b"], "b": ["c;d"]}),
    "a backslash goes on below": ("a = b, \\\n  c", {"a": ["b, c"]}),
    "quotation marks around a value": ("a = 'b c'", {"a": ["b c"]}),
    "back quotes keep everything": ("a = `b # c`", {"a": ["b # c"]}),
    "three marks, over lines": ('a = """b\nc"""', {"a": ["b\nc"]}),
    "a key in quotation marks": ('"a = b" = c', {"a = b": ["c"]}),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_lines(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: key.values for name, key in read_ini_text(text)[""].items()} == expected


def test_a_comma_with_a_backslash_belongs_to_its_pattern() -> None:
    key = read_ini_text(r"TokenIgnores = (a{2\,}), (\d)")[""]["TokenIgnores"]
    assert key.patterns() == ["(a{2,})", r"(\d)"]


@pytest.mark.parametrize("text", ["[*", "just words", '"a = b', 'a = """b'])
def test_a_line_that_is_none(text: str) -> None:
    with pytest.raises(NotIni):
        read_ini_text(text)


def test_sections_keep_their_order_and_their_rules(tmp_path: Path) -> None:
    ini = (
        "StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = House\nHouse.Very = NO\n"
        "[*.md]\nOther.Alone = error\n"
    )
    book = read(tmp_path, ini)
    assert [(section.glob, section.styles, dict(section.rules)) for section in book.sections] == [
        ("*", ("House",), {"House.Very": "NO"}),
        ("*.md", (), {"Other.Alone": "error"}),
    ]
    assert [rule.id for rule in book.rules] == ["House.Quite", "Other.Alone"]
    assert book.settings["MinAlertLevel"] == ("error",)
    assert book.refused == ()


def test_repeated_lists_are_put_together(tmp_path: Path) -> None:
    ini = (
        "StylesPath = styles\n[*]\nBasedOnStyles = House\nBasedOnStyles = Other, House\n"
        "TokenIgnores = (a)\nTokenIgnores = (b)\n"
    )
    (section,) = read(tmp_path, ini).sections
    assert section.styles == ("House", "Other")
    assert section.settings["TokenIgnores"] == ("(a)", "(b)")


def test_formats_are_settings(tmp_path: Path) -> None:
    book = read(tmp_path, "StylesPath = styles\n[formats]\nmdx = md\n")
    assert (book.settings["formats.mdx"], book.sections) == (("md",), ())


def test_a_rule_s_numbers_may_be_set(tmp_path: Path) -> None:
    ini = "StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.Very[ignorecase] = true\nHouse.Quite[limit] = 2\n"
    quite, very = read(tmp_path, ini).rules
    assert (very.settings["ignorecase"], quite.limit) == ("true", 2)


def test_vale_s_own_style(tmp_path: Path) -> None:
    ini = "StylesPath = styles\nVocab = Words\n[*]\nBasedOnStyles = Vale\n"
    words = {
        "styles/config/vocabularies/Words/accept.txt": "Ofsted\n",
        "styles/config/vocabularies/Words/reject.txt": "inmate\n",
        "styles/config/ignore/names.txt": "Thornmere\n",
    }
    book = read(tmp_path, ini, **words)
    rules = {rule.id: rule for rule in book.rules}
    assert list(rules) == ["Vale.Avoid", "Vale.Repetition", "Vale.Spelling", "Vale.Terms"]
    assert rules["Vale.Terms"].settings["swap"] == {"ofsted": "Ofsted"}
    assert rules["Vale.Spelling"].settings["ignored"] == ("Thornmere",)


def test_a_package_in_a_zip_file_beside_the_settings(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "Pack.zip", "w") as archive:
        archive.writestr("Pack/styles/Packed/Very.yml", VERY)
        archive.writestr("Pack/.vale.ini", "MinAlertLevel = error\n[*.html]\nPacked.Very = suggestion\n")
        archive.writestr("__MACOSX/Pack/._styles", "")
    book = read(
        tmp_path, "StylesPath = styles\nPackages = https://example.org/x/Pack.zip\n[*.md]\nBasedOnStyles = Packed\n"
    )
    assert [rule.id for rule in book.rules] == ["Packed.Very"]
    assert [section.glob for section in book.sections] == ["*.html", "*.md"]
    assert (book.settings["MinAlertLevel"], book.refused) == (("error",), ())


def test_a_package_that_is_one_style(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "styles.zip", "w") as archive:
        archive.writestr("Pack/Very.yml", VERY)
    (tmp_path / "styles.zip").rename(tmp_path / "Pack.zip")
    book = read(tmp_path, "StylesPath = styles\nPackages = Pack\n[*]\nBasedOnStyles = Pack\n")
    assert [rule.id for rule in book.rules] == ["Pack.Very"]


def test_a_package_that_is_a_folder(tmp_path: Path) -> None:
    folder = {"Pack/styles/Packed/Very.yml": VERY}
    book = read(tmp_path, "StylesPath = styles\nPackages = Pack\n[*]\nBasedOnStyles = Packed\n", **folder)
    assert [rule.id for rule in book.rules] == ["Packed.Very"]


def test_settings_that_sync_left_come_first(tmp_path: Path) -> None:
    left = {"styles/.vale-config/0-Pack.ini": "[*]\nHouse.Very = NO\nBasedOnStyles = House\n"}
    book = read(tmp_path, "StylesPath = styles\n[*]\nHouse.Very = YES\n", **left)
    assert dict(book.sections[0].rules) == {"House.Very": "YES"}
    assert [rule.id for rule in book.rules] == ["House.Quite", "House.Very"]


NAMED = {
    "a package that is not here": ("Packages = Far\nStylesPath = styles\n", 1, "“Far”"),
    "a style that is not there": ("StylesPath = styles\n[*]\nBasedOnStyles = None\n", 3, "“None”"),
    "a vocabulary that is not there": ("StylesPath = styles\nVocab = None\n", 2, "“None”"),
    "a folder that is not there": ("StylesPath = none\n", 1, "“none”"),
    "a level that there is not": ("StylesPath = styles\nMinAlertLevel = fatal\n", 2, "“fatal”"),
    "a setting that is none": ("StylesPath = styles\nhttps://example.org\n", 2, "“https”"),
    "a section's setting too early": ("StylesPath = styles\nBasedOnStyles = House\n", 2, "first section"),
    "a core setting too late": ("StylesPath = styles\n[*]\nMinAlertLevel = error\n", 3, "[*]"),
    "a View": ("StylesPath = styles\n[*]\nView = A\n", 3, "Views"),
    "a stylesheet": ("StylesPath = styles\n[*.xml]\nTransform = a.xsl\n", 3, "XSLT"),
    "a list set for one rule": ("StylesPath = styles\n[*]\nHouse.Very[tokens] = a\n", 3, "extends"),
}


@pytest.mark.parametrize(("ini", "line", "reason"), NAMED.values(), ids=NAMED)
def test_what_cannot_be_used_is_named(tmp_path: Path, ini: str, line: int, reason: str) -> None:
    (remark,) = read(tmp_path, ini).refused
    assert (remark.place.file, remark.place.line) == (".vale.ini", line)
    assert reason in remark.what + remark.do and remark.do


def test_a_rule_that_is_off_everywhere_is_not_even_read(tmp_path: Path) -> None:
    ini = "StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.Bad = NO\n"
    assert read(tmp_path, ini, **{"styles/House/Bad.yml": "not: a rule\n"}).refused == ()


@pytest.mark.parametrize("text", ["[*", b"\xff\xfe"], ids=["an open section", "another encoding"])
def test_settings_that_cannot_be_read(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / ".vale.ini"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Unreadable):
        read_ini(path)
