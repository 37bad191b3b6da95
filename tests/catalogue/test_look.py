"""The look of a letter: read strictly, every problem named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lettersmith.catalogue.look import read_look
from lettersmith.errors import TemplateRefused, Unreadable

GOOD = (Path(__file__).parents[2] / "templates" / "letterheads" / "look.toml").read_text(encoding="utf-8")


def read(text: str, folder: Path) -> object:
    path = folder / "look.toml"
    path.write_text(text, encoding="utf-8")
    return read_look(path)


def test_the_look_of_the_package_is_read() -> None:
    look = read_look(Path(__file__).parents[2] / "templates" / "letterheads" / "look.toml")
    assert look.texts["body"].size == 12
    assert look.texts["heading1"].keep_with_next
    assert look.word_font == "Arial"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("line = 1.15\n", "", "`line` is missing", id="a number left out"),
        pytest.param("line = 1.15", 'line = "wide"', "`line` is 'wide'", id="a word for a number"),
        pytest.param("line = 1.15", "line = 1.15\nlines = 2", "`lines` is not a known key", id="an unknown key"),
        pytest.param("header_mm = 11.0", "header_mm = -3", "`header_mm` is -3", id="a length below zero"),
        pytest.param("header_mm = 11.0", "header_mm = 99", "`header_mm` is larger", id="a header in the text"),
        pytest.param(
            "margin_left_mm = 25.0", "margin_left_mm = 190", "no room for words", id="margins wider than paper"
        ),
        pytest.param('accent_colour = "1d3c5c"', 'accent_colour = "blue"', "'blue'", id="no colour"),
        pytest.param("body      = { size = 12.0", "body      = { size = 12.2", "12.2", id="a size that Word has not"),
        pytest.param(
            "body      = { size = 12.0", "body      = { size = 2", "`texts.body.size` is 2", id="tiny letters"
        ),
        pytest.param("body      = { size", "bodies    = { size", "`texts.body` is missing", id="a text left out"),
        pytest.param("indent = 14.0", "indnet = 14.0", "Did you mean `indent`", id="a slip in a key"),
    ],
)
def test_every_fault_is_named(old: str, new: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateRefused) as refused:
        read(GOOD.replace(old, new, 1), tmp_path)
    assert any(said in f"{remark.what} {remark.do}" for remark in refused.value.remarks)


def test_all_faults_are_named_in_one_run(tmp_path: Path) -> None:
    text = GOOD.replace("line = 1.15", "line = -1").replace('"8a949b"', '"grey"').replace("footer_mm = 10.0", "")
    with pytest.raises(TemplateRefused) as refused:
        read(text, tmp_path)
    assert len(refused.value.remarks) == 3


def test_a_file_that_is_not_toml_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read as TOML"):
        read("line = ", tmp_path)
