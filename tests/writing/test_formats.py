"""The table of formats is what the folder holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lettersmith
from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Block, Manuscript, Span
from lettersmith.reading.words import difference, expected_words, words_of
from lettersmith.writing import FORMATS
from writing.letters import HERE, LOOK, WHOLE, letter

SOURCE = Path(lettersmith.__file__).parent
BESIDE = {"copy_page"}
"""Written beside an email, and no format by itself."""
OURS = ("html", "txt", "eml")
WITH_WORDS = [index for index, block in enumerate(WHOLE.blocks) if block.kind != "rule"]


def writers() -> Iterator[str]:
    """Every module of `writing` that writes a manuscript."""
    for file in (SOURCE / "writing").glob("*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "write" and node.args.args[0].arg == "manuscript":
                yield file.stem


def test_every_writer_is_in_the_table() -> None:
    assert set(writers()) - BESIDE == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_twin_in_reading(name: str) -> None:
    assert (SOURCE / "reading" / f"{name}.py").exists() or (SOURCE / "reading" / name).is_dir()
    assert FORMATS[name].name == name
    assert FORMATS[name].extension == f".{name}"


def made(manuscript: Manuscript, format: str) -> bytes:
    """The file, as whoever writes it does it."""
    return FORMATS[format].write(manuscript) if format == "eml" else FORMATS[format].write(manuscript, LOOK)


@pytest.mark.parametrize("format", OURS)
def test_the_whole_letter_reads_back(format: str) -> None:
    assert difference(WHOLE, format, made(WHOLE, format)) == ""


@pytest.mark.parametrize("format", ["html", "eml"])
def test_words_come_block_by_block(format: str) -> None:
    assert words_of(format, made(WHOLE, format)) == expected_words(WHOLE)


@pytest.mark.parametrize("format", OURS)
def test_the_same_letter_gives_the_same_bytes(format: str) -> None:
    assert made(WHOLE, format) == made(WHOLE, format)


@pytest.mark.parametrize("format", OURS)
@pytest.mark.parametrize("lost", WITH_WORDS, ids=lambda index: WHOLE.blocks[index].kind)
def test_a_lost_block_is_noticed(format: str, lost: int) -> None:
    shorter = replace(WHOLE, blocks=WHOLE.blocks[:lost] + WHOLE.blocks[lost + 1 :])
    assert difference(WHOLE, format, made(shorter, format))
    assert difference(shorter, format, made(WHOLE, format))


@pytest.mark.parametrize("format", OURS)
def test_a_lost_footnote_is_noticed(format: str) -> None:
    other = replace(WHOLE, notes=((Span("Something else.", HERE),),))
    assert "Something else" in difference(WHOLE, format, made(other, format))


@pytest.mark.parametrize("format", OURS)
@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufffe", "\U0001ffff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_unprintable_characters_are_refused_with_their_place(format: str, character: str) -> None:
    one = Span(f"x{character}y", HERE._replace(path="$.area.name"))
    with pytest.raises(NotCleared) as refused:
        made(letter(Block("paragraph", (Span("Good.", HERE),)), Block("paragraph", (one,))), format)
    (remark,) = refused.value.remarks
    assert remark.rule == "Characters.Unprintable"
    assert f"U+{ord(character):04X}" in remark.what
    assert (remark.place.block, remark.place.path) == (1, "$.area.name")


@pytest.mark.parametrize("format", OURS)
@pytest.mark.parametrize("where", ["header", "footer", "notes"])
def test_unprintable_characters_beside_the_body_are_refused_too(format: str, where: str) -> None:
    bad = (Span("x\x07", HERE),)
    beside: dict[str, Any] = {where: (bad,) if where == "notes" else (Block("paragraph", bad),)}
    with pytest.raises(NotCleared, match="U\\+0007"):
        made(letter(Block("paragraph", (Span("Good.", HERE),)), **beside), format)


def test_a_page_that_calls_itself_an_email_has_no_words_of_ours() -> None:
    with pytest.raises(ValueError, match="HTML half"):
        words_of("eml", made(WHOLE, "html"))


@pytest.mark.parametrize("format", OURS)
def test_a_link_that_runs_code_is_refused(format: str) -> None:
    with pytest.raises(NotCleared, match="javascript"):
        made(letter(Block("paragraph", (Span("here", HERE, link="javascript:alert(1)"),))), format)


MARKUP = (
    "* x", "1. x", "===", "---", "a\n---", "[1]", "&amp;", "&lt;b&gt;", "<script>x</script>", "<!--", "]]>", "</p>",
    "=?utf-8?q?x?=", "From x", ".", "=\n=", "&#10;", "\ufeffx", "x\n\n\ny", "https://e.org)", "{{ x }}", "</main>",
    "</title>", "&notit;", "&\n", "<br>",
)  # fmt: skip
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30),
    st.text(st.sampled_from("*-=~1.) :[]()#>&<;\"'\n\t\u00a0\u2028\u0085\u200b\u202ea b"), max_size=25),
    st.sampled_from(MARKUP),
)
LINKS = st.sampled_from(["", "", "https://example.org/a?b=1&c=2", "mailto:a@example.org", "tel:01632960001"])
SPAN = st.tuples(HOSTILE, st.just(HERE), st.booleans(), st.booleans(), LINKS).map(lambda given: Span(*given))
SPANS = st.lists(SPAN, min_size=1, max_size=3).map(tuple)
CELLS = st.lists(st.lists(SPANS, min_size=2, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple)
PARTS = st.sampled_from([(), (), ("address",), ("box", "duty"), ("signature",)])
LEVELS = st.integers(1, 3)
BLOCKS = st.lists(
    st.one_of(
        st.tuples(SPANS, PARTS).map(lambda given: Block("paragraph", given[0], parts=given[1])),
        st.tuples(SPANS, LEVELS).map(lambda given: Block("heading", *given)),
        st.tuples(SPANS, LEVELS, PARTS, st.sampled_from(["bullet", ""])).map(lambda given: Block("item", *given)),
        st.tuples(SPANS, LEVELS, PARTS, st.just("number"), st.integers(1, 12), st.integers(1, 2)).map(
            lambda given: Block("item", *given)
        ),
        CELLS.map(lambda rows: Block("table", rows=rows)),
        st.just(Block("rule")),
    ),
    min_size=1,
    max_size=6,
).map(tuple)


@pytest.mark.parametrize("format", OURS)
@settings(max_examples=100, deadline=None)
@given(blocks=BLOCKS, notes=st.lists(SPANS, max_size=2).map(tuple))
def test_hostile_words_read_back(format: str, blocks: tuple[Block, ...], notes: tuple[tuple[Span, ...], ...]) -> None:
    manuscript = letter(*blocks, notes=notes)
    data = made(manuscript, format)
    assert difference(manuscript, format, data) == ""
