"""The compiled file of the built-in styles: used where it is of the files beside it, and only there."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from catalogue.style_folders import VERY, write
from lettersmith.catalogue.styles import read_styles
from lettersmith.catalogue.styles.compiled import MANY, NAME, compiled_text

HOME = Path(__file__).parents[2]
FILES = {
    "House/Very.yml": VERY,
    "House/tests/Very.yaml": "why: W\nhits: [a]\nkinds: [findings-letter]\n",
    "config/vocabularies/Words/accept.txt": "Ofsted\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of styles with its compiled file, in which the rule looks for another word: so one sees who is read."""
    write(tmp_path, FILES)
    text = compiled_text(tmp_path, read_styles([tmp_path], examples=True), {"version": 0})
    (tmp_path / NAME).write_text(text.replace('"very"', '"compiled"'), encoding="utf-8")
    return tmp_path


def tokens(*layers: Path, examples: bool = False) -> list[str]:
    (rule,) = read_styles(layers, examples=examples).rules
    return list(rule.settings["tokens"])


def test_the_compiled_file_is_used(folder: Path) -> None:
    book = read_styles([folder])
    assert tokens(folder) == ["compiled"]
    assert book.in_table == {"House.Very"} and book.table == {"version": 0}
    assert book.vocabularies[0].accept == ("Ofsted",)
    notes = book.notes["House.Very"]
    assert (notes.why, notes.kinds, notes.hits) == ("W", ("findings-letter",), ())


def test_a_long_table_of_the_engine_comes_back_whole(tmp_path: Path) -> None:
    words = {f"word {number} “é”\u2028": [[[number, 'a "b"\n', 0, 1]], []] for number in range(MANY)}
    table = {"version": 0, "words": words, "few": {"a": [1]}}
    write(tmp_path, FILES)
    (tmp_path / NAME).write_text(compiled_text(tmp_path, read_styles([tmp_path]), table), encoding="utf-8")
    found = read_styles([tmp_path]).table
    assert found["version"] == 0 and found["few"] == {"a": [1]}
    assert {word: list(entry) for word, entry in found["words"].items()} == words


def test_a_key_with_a_line_end_is_no_fault(tmp_path: Path) -> None:
    words = {f"{number}\n": [number] for number in range(MANY)}
    write(tmp_path, FILES)
    (tmp_path / NAME).write_text(compiled_text(tmp_path, read_styles([tmp_path]), {"words": words}), encoding="utf-8")
    assert read_styles([tmp_path]).table == {"words": words}


def test_examples_are_read_from_their_own_files(folder: Path) -> None:
    assert tokens(folder, examples=True) == ["very"]
    assert read_styles([folder], examples=True).notes["House.Very"].hits == ("a",)


CHANGES = {
    "a rule edited": {"House/Very.yml": VERY + "level: error\n"},
    "notes edited": {"House/tests/Very.yaml": "why: X\n"},
    "a vocabulary edited": {"config/vocabularies/Words/accept.txt": "Estyn\n"},
    "a file renamed": {"House/tests/Quite.yaml": "why: X\n"},
    "a compiled file that is cut off": {NAME: '{"form": 1'},
    "a compiled file of another form": {NAME: '{"form": 0}'},
}


@pytest.mark.parametrize("files", CHANGES.values(), ids=CHANGES)
def test_it_is_not_used_after_a_change(folder: Path, files: dict[str, str]) -> None:
    write(folder, files)
    assert tokens(folder) == ["very"]


def test_an_edit_that_leaves_size_and_date_is_seen(folder: Path) -> None:
    rule = folder / "House" / "Very.yml"
    before = rule.stat()
    rule.write_text(VERY.replace("very", "wary"), encoding="utf-8")
    os.utime(rule, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert tokens(folder) == ["wary"]


def test_line_ends_of_windows_are_no_change(folder: Path) -> None:
    (folder / "House" / "Very.yml").write_bytes(VERY.replace("\n", "\r\n").encode())
    assert tokens(folder) == ["compiled"]


def test_a_nearer_rule_counts_before_a_compiled_one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    near = write(tmp_path_factory.mktemp("near"), {"House/Very.yml": VERY.replace("very", "near")})
    assert tokens(near, folder) == ["near"]
    assert read_styles([near, folder]).in_table == frozenset()


def test_a_rule_may_build_on_a_compiled_one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    near = write(tmp_path_factory.mktemp("near"), {"Own/Very.yml": "extends: House.Very\nlevel: error\n"})
    book = read_styles([near, folder])
    assert [(rule.id, rule.level) for rule in book.rules] == [("House.Very", "warning"), ("Own.Very", "error")]


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_styles", HOME / "tools" / "compile_styles.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_compiled_file_that_comes_with_the_program_is_up_to_date() -> None:
    kept = (HOME / "styles" / NAME).read_text(encoding="utf-8")
    assert json.loads(kept) == json.loads(tool().text()), "run tools/compile_styles.py and commit styles/compiled.json"


def test_compiled_rules_are_the_rules_of_the_files(tmp_path: Path) -> None:
    """Read from the one file or from hundreds: the same book, but for the examples."""
    styles = tmp_path / "styles"
    shutil.copytree(HOME / "styles", styles)
    plain = read_styles([styles], examples=True)
    (styles / NAME).write_text(compiled_text(styles, plain, {}), encoding="utf-8", newline="\n")
    compiled = read_styles([styles])
    assert compiled.in_table == {rule.id for rule in plain.rules if rule.id != "Vale.Avoid"}
    assert compiled.rules == plain.rules
    assert {id: notes._replace(hits=(), passes=()) for id, notes in plain.notes.items()} == dict(compiled.notes)
    assert compiled.vocabularies == plain.vocabularies
