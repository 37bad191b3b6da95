"""Our side of each measurement: a letter merged, written, read back, checked, laid out; all of it in memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from letters import LETTERS, facts, markdown
from lettersmith import checks, merge
from lettersmith.catalogue.catalogue import Catalogue
from lettersmith.catalogue.look import read_look
from lettersmith.catalogue.styles import read_styles
from lettersmith.data import read_areas
from lettersmith.merge.compiled import Compiled
from lettersmith.model.facts import Root
from lettersmith.model.inspection import Inspection
from lettersmith.model.look import Letterhead
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.style import StyleBook
from lettersmith.model.subject import Subject
from lettersmith.model.template import Template
from lettersmith.reading.words import difference
from lettersmith.workspace import builtin
from lettersmith.writing import docx, pdf

LETTERHEAD = Letterhead(
    read_look(builtin("templates") / "letterheads" / "look.toml"), "Inspection\n", "Letter\n", "letterheads/bench"
)
CATALOGUE = Catalogue((builtin("templates"),))


@cache
def template(letter: str) -> Template:
    """One of the three letters as a template."""
    return Template(
        framework="jtai-2017",
        kind=f"letter-{letter}",
        version="1.0.0",
        title=f"Letter {letter}",
        requirement="K64",
        audience="professionals",
        changes="First version.",
        body="letter.md",
        texts={"letter.md": markdown(LETTERS[letter])},
        form=b"",
        letterhead=LETTERHEAD,
        formats=("docx", "pdf"),
        folder=Path(),
        builtin=True,
        sealed="",
        hash=letter,
    )


@cache
def compiled(letter: str) -> Compiled:
    """The template compiled: once for all letters."""
    return merge.compile_template(template(letter))


@cache
def made_up(letter: str, seed: int) -> dict[str, Root]:
    """The facts of one letter as templates see them."""
    values = facts(letter, seed)
    roots = {name: Root(value, f"{name}.json") for name, value in values.items()}
    roots["framework"] = Root({"number_style": "words"}, "framework.toml")
    return roots


def merged(letter: str, seed: int) -> Manuscript:
    """Facts and template to manuscript."""
    return merge.merge(compiled(letter), made_up(letter, seed)).manuscript


def to_word(letter: str, seed: int) -> bytes:
    """Merged, and written as DOCX."""
    return docx.write(merged(letter, seed), LETTERHEAD.look)


def to_word_and_back(letter: str, seed: int) -> bytes:
    """The same, and read back to prove that its words are the manuscript's."""
    manuscript = merged(letter, seed)
    data = docx.write(manuscript, LETTERHEAD.look)
    lost = difference(manuscript, "docx", data)
    if lost:
        raise AssertionError(lost)
    return data


@cache
def book() -> StyleBook:
    """All our styles."""
    return read_styles((builtin("styles"),))


def checked_with_styles(letter: str, seed: int) -> Manuscript:
    """Merged, and looked at by every check with every style."""
    return checked(letter, seed, book())


def checked(letter: str, seed: int, styles: StyleBook | None = None) -> Manuscript:
    """Merged, and looked at by every check; by none of the style rules unless they are given."""
    manuscript = merged(letter, seed)
    values = {name: root.value for name, root in made_up(letter, seed).items()}
    checks.run(
        Subject(
            manuscript,
            template=template(letter),
            framework=CATALOGUE.framework("jtai-2017"),
            inspection=Inspection(Path(), "jtai-2017", values, {}),
            areas=read_areas(),
            calendar=CATALOGUE.calendar(),
            styles=styles,
        )
    )
    return manuscript


def checked_and_laid_out(letter: str, seed: int) -> bytes:
    """Merged, checked and laid out as a PDF."""
    data, _ = pdf.lay_out(checked(letter, seed), LETTERHEAD.look)
    return data


def checked_laid_out_and_read_back(letter: str, seed: int) -> bytes:
    """The same, and the PDF read back."""
    manuscript = checked(letter, seed)
    data, _ = pdf.lay_out(manuscript, LETTERHEAD.look)
    lost = difference(manuscript, "pdf", data)
    if lost:
        raise AssertionError(lost)
    return data
