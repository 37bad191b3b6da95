"""Long texts in Markdown files: their blocks, the line of every word, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.folders import JUDGEMENTS, changed, read
from lettersmith.intake.longtext import read_long_text
from lettersmith.model.facts import Absent, LongText
from lettersmith.model.manuscript import block_text

TEXT = """\
Workers know **the families
of the area** well.
They ask.

- One thing
  goes on
- Another:

  with more
  - inside
    1. deep

7. seven
8. eight\\
   and a line

Last **bold** word.@@
New line.
""".replace("@@", "  ")


def spans(text: str) -> list[list[tuple[str, int, bool]]]:
    blocks, faults = read_long_text(text, "texts/a.md")
    assert faults == ()
    return [[(span.text, span.origin.line, span.bold) for span in block.spans] for block in blocks]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_every_span_knows_its_line_and_its_look(ends: str) -> None:
    assert spans(TEXT.replace("\n", ends)) == [
        [
            ("Workers know ", 1, False),
            ("the families ", 1, True),
            ("of the area", 2, True),
            (" well. ", 2, False),
            ("They ask.", 3, False),
        ],
        [("One thing ", 5, False), ("goes on", 6, False)],
        [("Another:", 7, False)],
        [("with more", 9, False)],
        [("inside", 10, False)],
        [("deep", 11, False)],
        [("seven", 13, False)],
        [("eight\n", 14, False), ("and a line", 15, False)],
        [("Last ", 17, False), ("bold", 17, True), (" word.\n", 17, False), ("New line.", 18, False)],
    ]


def test_lists_keep_marker_number_depth_and_run() -> None:
    blocks, _ = read_long_text(TEXT, "texts/a.md")
    assert [
        (block.kind, block.level, block.marker, block.number, block.run, block.origin.line) for block in blocks
    ] == [
        ("paragraph", 0, "", 0, 0, 1),
        ("item", 1, "bullet", 0, 0, 5),
        ("item", 1, "bullet", 0, 0, 7),
        ("item", 1, "", 0, 0, 9),
        ("item", 2, "bullet", 0, 0, 10),
        ("item", 3, "number", 1, 1, 11),
        ("item", 1, "number", 7, 2, 13),
        ("item", 1, "number", 8, 2, 14),
        ("paragraph", 0, "", 0, 0, 17),
    ]
    assert {span.origin.file for block in blocks for span in block.spans} == {"texts/a.md"}


REFUSED = {
    "a heading": ("x\n\n## Police", 3, "a heading: ## Police"),
    "a line under a paragraph, which is a heading": ("Police\n---", 1, "a heading"),
    "italics": ("x\ny *z*", 2, "italics: z"),
    "a link": ("[here](http://x.org)", 1, "a link: here"),
    "a bare link": ("see <http://x.org>", 1, "a link"),
    "a link address": ("x\n\n[a]: http://x.org", 3, "would vanish"),
    "a picture": ("x\n![a child](x.png)", 2, "a picture: a child"),
    "a table": ("x\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |", 3, "a table"),
    "code": ("x `y`", 1, "code marks"),
    "an indented block": ("x\n\n    y", 3, "an indented block: y"),
    "a fence": ("x\n\n```\ny\n```", 3, "a block of code"),
    "a quotation": ("x\n\n> y", 3, "a quotation block"),
    "a rule": ("x\n\n***\n\ny", 3, "a line of dashes or stars"),
    "an HTML block": ("x\n\n<div>y</div>", 3, "an HTML tag"),
    "HTML in a line": ("x\ny <b>z</b>", 2, "an HTML tag: <b>"),
    "an HTML comment": ("x\n\n<!-- y -->", 3, "an HTML tag"),
    "struck-out words": ("x ~~y~~", 1, "struck-out"),
    "stars that make nothing bold": ("x\n**y", 2, "make nothing bold: **y"),
    "a footnote": ("x[^1]", 1, "make nothing bold: x[^1]"),
    "an empty item": ("- x\n-\n- y", 2, "without words"),
    "a list as first thing of an item": ("- - x", 1, "without words"),
    "lists too deep": ("- a\n  - b\n    - c\n      - d", 4, "more than 3 lists deep"),
    "a line glued to the item above": ("- a\nnot an item", 2, "goes on from the list item"),
    "a number list glued to a paragraph": ("x\n2. y", 2, "A list begins inside a paragraph"),
    "a control character": ("x\ny\x07", 2, "U+0007"),
    "a slot mark": ("x\ny\ufdd0", 2, "U+FDD0"),
    "a line break as a code": ("x &#10; y", 1, "written as a code"),
    "nothing but an entity for nothing": ("\u200b"[:0], 1, "no words"),
    "a text too long": ("x" * 100_001, 1, "100,001 characters"),
}


@pytest.mark.parametrize(("text", "line", "words"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    _, faults = read_long_text(text, "texts/a.md")
    assert [(fault.line, words in fault.what) for fault in faults][:1] == [(line, True)]
    assert all(fault.do for fault in faults)


def test_everything_that_is_refused_comes_in_one_run() -> None:
    _, faults = read_long_text("# a\n\n*b*\n\n> c\n\n- \n\n[d](http://x)", "texts/a.md")
    assert [fault.line for fault in faults] == [1, 3, 5, 7, 9]


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "snake_case_word", "a < b", "1 & 2 &amp; 3", "\\*star\\*", "“quoted” – dash", "C:\\x", "5) x"]
)
def test_ordinary_signs_are_let_through(text: str) -> None:
    assert read_long_text(text, "texts/a.md")[1] == ()


@given(st.text(alphabet="ab -*_#>`[](){}|:~.12\n\\<!/^=+\t", max_size=60))
def test_no_letter_is_lost_in_silence(text: str) -> None:
    blocks, faults = read_long_text(text, "texts/a.md")
    if not faults:
        printed = "".join(block_text(block) for block in blocks)
        assert [letter for letter in printed if letter in "ab"] == [letter for letter in text if letter in "ab"]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_long_text(text, "texts/a.md")


def test_a_text_file_stands_in_the_facts_as_its_blocks(tmp_path: Path) -> None:
    inspection = read(tmp_path, judgements={"summary": {"file": "texts/a.md"}}, **{"texts/a.md": TEXT})
    summary = inspection.facts["judgements"]["summary"]
    assert inspection.problems == ()
    assert isinstance(summary, LongText)
    assert summary.file == "texts/a.md"
    assert inspection.files["texts/a.md"].text == TEXT


NAMES = {
    "a folder above": ("../a.md", "not a name inside this folder"),
    "a folder above, hidden": ("texts/../../a.md", "not a name inside this folder"),
    "an absolute name": ("/etc/hosts.md", "not a name inside this folder"),
    "a drive": ("C:/a.md", "not a name inside this folder"),
    "a backslash": ("texts\\a.md", "has a backslash"),
    "a Word file": ("texts/a.docx", "is a Word file"),
    "another file": ("texts/a.html", "is not a Markdown file"),
    "a file that is not there": ("texts/b.md", "There is no file"),
    "a folder": ("folder.md", "There is no file"),
    "a name with a line break": ("texts/a\n.md", "not a name inside this folder"),
    "a name too long for any disk": ("a" * 5000 + ".md", "There is no file"),
    "a name with nothing in it": ("\x00.md", "not a name inside this folder"),
}


@pytest.mark.parametrize(("name", "words"), NAMES.values(), ids=NAMES)
def test_a_name_that_cannot_be_used_is_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder.md").mkdir()
    judgements = changed(JUDGEMENTS, "summary", {"file": name})
    problems = read(tmp_path, judgements=judgements, **{"texts/a.md": "x"}).problems
    named = [problem for problem in problems if problem.rule == "Facts.TextFile"]
    if name.isprintable():
        assert len(problems) == 1
    assert not named or (words in named[0].what and named[0].place.path == "$.summary.file")
    assert problems


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.md", tmp_path / "case"
    outside.write_text("secret", encoding="utf-8")
    (folder / "texts").mkdir(parents=True)
    try:
        (folder / "texts" / "a.md").symlink_to(outside)
    except OSError:
        pytest.skip("links cannot be made on this machine")
    inspection = read(folder, judgements={"summary": {"file": "texts/a.md"}})
    assert [problem.rule for problem in inspection.problems] == ["Facts.TextFile"]
    assert isinstance(inspection.facts["judgements"]["summary"], Absent)
    assert "texts/a.md" not in inspection.files


def test_a_fault_in_a_text_is_told_once_however_often_the_text_is_named(tmp_path: Path) -> None:
    judgements = {"summary": {"file": "texts/a.md"}, "children": {"about": {"file": "texts/a.md"}}}
    (problem,) = read(tmp_path, judgements=judgements, **{"texts/a.md": "x\n\n# Head"}).problems
    assert (problem.place.file, problem.place.line) == ("texts/a.md", 3)
    assert problem.place.path == "judgements.json $.summary, judgements.json $.children.about"


def test_a_text_with_blank_lines_in_the_facts_stays_a_text(tmp_path: Path) -> None:
    assert read(tmp_path, judgements={"summary": "# One\n\n*Two*"}).facts["judgements"]["summary"] == "# One\n\n*Two*"
