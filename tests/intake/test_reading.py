"""What is read strictly: encodings, equal keys, numbers, characters, sizes, depth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.folders import EVIDENCE, INSPECTION, changed, fill, found, known, read
from lettersmith.errors import UNREADABLE, Unreadable
from lettersmith.intake import read_inspection
from lettersmith.model.remark import Level

TEXT = json.dumps(INSPECTION)


def test_a_sound_inspection_has_no_problems(tmp_path: Path) -> None:
    inspection = read(tmp_path)
    assert inspection.problems == ()
    assert (inspection.framework, inspection.area) == ("jtai-2017", "Wexcombe")
    assert list(inspection.files) == ["inspection.json", "judgements.json", "evidence.json"]


def test_windows_line_ends_are_read_and_counted(tmp_path: Path) -> None:
    spoiled = json.dumps(changed(INSPECTION, "area.nmae", "x"), indent=2).replace("\n", "\r\n")
    (problem,) = read(tmp_path, inspection=spoiled).problems
    assert spoiled.split("\r\n")[problem.place.line - 1].strip() == '"nmae": "x"'


ENCODINGS = {
    "UTF-16 with mark": (TEXT.encode("utf-16"), "saved as UTF-16"),
    "UTF-16 without mark": (TEXT.encode("utf-16-le"), "saved as UTF-16"),
    "UTF-16 big-endian without mark": (TEXT.encode("utf-16-be"), "saved as UTF-16"),
    "UTF-32": (TEXT.encode("utf-32"), "saved as UTF-32"),
    "Windows-1252": (b'{\n"framework": "Caf\xe9"}', "line 2 that is not UTF-8 (byte E9)"),
    "a Word file": (b"PK\x03\x04" + b"x" * 50, "a Word, Excel or zip file"),
    "a PDF": (b"%PDF-1.7 ...", "a PDF"),
    "nothing": (b"", "is empty"),
    "only line ends": (b"\r\n\r\n", "is empty"),
    "larger than 20 MB": (b" " * 20_000_001, "larger than 20 MB"),
}


@pytest.mark.parametrize(("data", "words"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_file_in_another_form_gets_one_plain_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    inspection = read(tmp_path, inspection=data, judgements=None, evidence=None)
    (problem,) = inspection.problems
    assert words in problem.what
    assert problem.place.path == "$"
    assert "inspection" not in inspection.facts


def test_a_byte_order_mark_is_a_warning_and_the_file_is_read(tmp_path: Path) -> None:
    inspection = read(tmp_path, inspection=b"\xef\xbb\xbf" + TEXT.encode())
    assert [(problem.rule, problem.level) for problem in inspection.problems] == [
        ("Facts.ByteOrderMark", Level.WARNING)
    ]
    assert inspection.area == "Wexcombe"


STRICT = {
    "equal keys": ('"reference": "a",\n"reference": "b"', "Facts.DuplicateKey", 3, "$.reference"),
    "equal keys deep inside": ('"team": {"phone": "1",\n"phone": "2"}', "Facts.DuplicateKey", 3, "$.team.phone"),
    "NaN": ('"reference": NaN', "Facts.Number", 2, "$.reference"),
    "Infinity": ('"settings": {"large_print": -Infinity}', "Facts.Number", 2, "$.settings.large_print"),
    "a fraction": (
        '"concerns": [{"id": "c", "case": "c", "issue": "x",\n"category": 1.0}]',
        "Facts.Number",
        3,
        "$.concerns[0].category",
    ),
    "a number of 5,000 digits": ('"reference": ' + "1" * 5000, "Facts.Number", 2, "$.reference"),
    "a number too large to be one": ('"reference": 1e999', "Facts.Number", 2, "$.reference"),
    "half a character": ('"reference": "\\ud800"', "Facts.Character", 2, "$.reference"),
    "the other half": ('"reference": "x\\uDC00"', "Facts.Character", 2, "$.reference"),
    "a control character, escaped": ('"reference": "a\\u0007"', "Facts.Character", 2, "$.reference"),
    "delete": ('"reference": "a\x7f"', "Facts.Character", 2, "$.reference"),
    "a carriage return alone": ('"reference": "a\\rb"', "Facts.Character", 2, "$.reference"),
    "a C1 control character": ('"reference": "a\x85b"', "Facts.Character", 2, "$.reference"),
    "a slot mark": ('"reference": "\ufdd0"', "Facts.Character", 2, "$.reference"),
    "a slot mark, escaped": ('"reference": "\\uFDEF"', "Facts.Character", 2, "$.reference"),
    "the last code of a plane": ('"reference": "\U0001ffff"', "Facts.Character", 2, "$.reference"),
    "a text of 100,001 characters": ('"reference": "' + "x" * 100_001 + '"', "Facts.TooLong", 2, "$.reference"),
    "a long text with escaped quotes": ('"reference": "' + '\\"x' * 60_000 + '"', "Facts.TooLong", 2, "$.reference"),
    "a control character in a name": ('"a\\u0000b": "x"', "Facts.Character", 2, '$["a\\u0000b"]'),
}


@pytest.mark.parametrize(("entry", "rule", "line", "path"), STRICT.values(), ids=STRICT)
def test_what_is_refused_is_named_once_with_its_place(
    tmp_path: Path, entry: str, rule: str, line: int, path: str
) -> None:
    text = '{"framework": "jtai-2017", "area": {"name": "Wexcombe"},\n' + entry + "\n}"
    problems = read(tmp_path, inspection=text, judgements=None, evidence=None).problems
    assert (rule, "inspection.json", line, path) in found(problems)
    assert len([problem for problem in problems if problem.rule != "Facts.UnknownKey"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ada’s “plan” – naïve",
        "a\tb",
        "one\n\ntwo",
        "one\r\n\r\ntwo",
        "👍 \U0001f468\u200d\U0001f467",
        "\ud83d\udc4d".encode("utf-16", "surrogatepass").decode("utf-16"),
    ],
)
def test_ordinary_text_is_let_through(tmp_path: Path, text: str) -> None:
    inspection = read(tmp_path, judgements={"summary": text})
    assert inspection.problems == ()
    assert inspection.facts["judgements"]["summary"] == text.replace("\r\n", "\n")


@pytest.mark.parametrize("depth", [51, 300, 5_000, 200_000])
def test_entries_more_than_50_deep_are_refused(tmp_path: Path, depth: int) -> None:
    text = '{"framework":\n' + "[" * (depth - 1) + "]" * (depth - 1) + "}"
    (problem,) = read(tmp_path, inspection=text, judgements=None, evidence=None).problems
    assert (problem.rule, problem.place.line) == ("Facts.TooDeep", 2)


def test_50_deep_is_not_too_deep(tmp_path: Path) -> None:
    text = '{"framework":\n' + "[" * 49 + "]" * 49 + "}"
    assert "Facts.TooDeep" not in [problem.rule for problem in read(tmp_path, inspection=text).problems]


def test_a_syntax_fault_in_one_file_leaves_the_others(tmp_path: Path) -> None:
    inspection = read(tmp_path, judgements='{"summary": }')
    assert found(inspection.problems) == [("Facts.Syntax", "judgements.json", 1, "$")]
    assert set(inspection.facts) == {"inspection", "evidence"}


def test_a_list_where_an_entry_belongs_leaves_the_file_out(tmp_path: Path) -> None:
    inspection = read(tmp_path, judgements=[])
    assert found(inspection.problems) == [("Facts.WrongType", "judgements.json", 1, "$")]
    assert "judgements" not in inspection.facts


def test_files_that_are_not_there_are_no_problem(tmp_path: Path) -> None:
    inspection = read(tmp_path, judgements=None, evidence=None)
    assert inspection.problems == ()
    assert set(inspection.facts) == {"inspection"}


def test_evidence_may_stand_in_a_folder_of_lists_and_records(tmp_path: Path) -> None:
    inspection = read(tmp_path, evidence=None, **{"evidence/a.json": EVIDENCE[0], "evidence/b.json": [EVIDENCE[1]]})
    assert inspection.problems == ()
    places = [(record.value["id"], record.origin.file, record.origin.path) for record in inspection.facts["evidence"]]
    assert places == [("E1", "evidence/a.json", "$"), ("E2", "evidence/b.json", "$[0]")]


def test_the_schema_may_be_named_in_a_file(tmp_path: Path) -> None:
    assert read(tmp_path, inspection={"$schema": "inspection.schema.json", **INSPECTION}).problems == ()


def test_a_file_with_nearly_the_right_name_is_pointed_out(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, judgements=None, **{"judgement.json": {}}).problems
    assert problem.level is Level.WARNING
    assert '"judgements.json"' in problem.do


NO_INSPECTION = {
    "no such folder": (lambda folder: folder / "nothing", "There is no folder"),
    "a name too long for any disk": (lambda folder: folder / ("a" * 5000), "There is no folder"),
    "a file": (lambda folder: fill(folder) / "evidence.json", "is a file"),
    "a folder without inspection.json": (lambda folder: folder, "has no inspection.json"),
}


@pytest.mark.parametrize(("where", "words"), NO_INSPECTION.values(), ids=NO_INSPECTION)
def test_what_is_no_inspection_at_all_is_refused(tmp_path: Path, where, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unreadable) as refused:
        read_inspection(where(tmp_path), known)
    assert refused.value.exit_code == UNREADABLE
    assert words in refused.value.remarks[0].what


def test_a_folder_named_like_the_file_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "inspection.json").mkdir()
    assert [problem.rule for problem in read_inspection(tmp_path, known).problems] == ["Facts.CannotRead"]
