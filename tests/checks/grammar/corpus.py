"""The real letters beside the checkout: each read once, and checked by an engine. Nothing of them is kept here."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from lettersmith.checks import grammar
from lettersmith.checks.passages import words_in
from lettersmith.data import read_areas
from lettersmith.model.grammar import GrammarEngine
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.reading import read
from lettersmith.route.case import open_case
from lettersmith.route.proofreading import known_words
from lettersmith.workspace import builtin

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


class Said(NamedTuple):
    """One remark on one file, by counts alone: nothing of the text."""

    file: str
    block: int
    start: int
    rule: str
    """The engine's own name of its rule."""


def files(folder: str) -> list[Path]:
    """The texts of one folder of the corpus, or a skip (in continuous integration a failure)."""
    found = sorted((CORPUS / folder).glob("*.md"))
    if not found:
        message = f"there is no corpus at {CORPUS}: it stands beside the checkout where this program is built"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return found


def checked(folder: str, engine: GrammarEngine) -> tuple[list[tuple[str, Remark]], int]:
    """Every remark on the files of one folder with the file's name, and how many words they have."""
    remarks, words = [], 0
    for path in files(folder):
        manuscript = read(path)
        words += words_in(manuscript)
        subject = Subject(manuscript, grammar=engine, areas=read_areas())
        remarks += [(path.stem, remark) for remark in grammar.check(subject)]
    return remarks, words


def checked_samples(engine: GrammarEngine) -> list[Remark]:
    """Every remark on the texts of our own sample inspections and of their documents, with their names known."""
    remarks: list[Remark] = []
    for name in ("wexcombe-jtai-2017", "thornmere-2012"):
        case = open_case(builtin("samples") / name)
        known = known_words(case.inspection, case.framework)
        for path in sorted((*case.folder.glob("texts/*.md"), *case.folder.glob("expected/*.txt"))):
            remarks += grammar.check(Subject(read(path), grammar=engine, areas=case.areas, known=known))
    return remarks


def counted(remarks: list[tuple[str, Remark]]) -> list[Said]:
    """The remarks that weigh: all but words with a capital that the engine does not know."""
    return [
        Said(file, remark.place.block, remark.place.start, remark.source.rpartition(", ")[2])
        for file, remark in remarks
        if remark.level is not Level.SUGGESTION
        and not (remark.rule == "Grammar.Spelling" and remark.place.text[:1].isupper())
    ]
