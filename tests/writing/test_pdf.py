"""PDFs hold the words of their manuscripts, the same bytes every time, in our own fonts."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings

from lettersmith.errors import NotCleared
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.reading.pdf import same_words, words_of
from lettersmith.writing.pdf import lay_out, page_count, source, write
from lettersmith.writing.pdf_letters import literal
from writing.pdf_letters import (
    LARGE,
    LONG,
    LOOK,
    MARKED,
    everything,
    heading,
    item,
    letter,
    manuscripts,
    paragraph,
    span,
    table,
)

LETTERS = {
    "everything": everything(),
    "a marked draft of everything": MARKED,
    "nothing at all": letter(),
    "a table alone": letter(table(("a", "b"), ("c", "d"))),
    "rows of different lengths": letter(Block("table", rows=(((span("a"),), (span("b"),)), ((span("c"),),)))),
    "a list that begins deep": letter(item("deep", level=3), item("less", level=2), item("top")),
    "a list that begins with a further paragraph": letter(item("further", marker=""), item("first")),
    "a hundred numbered items": letter(*(item(f"n{n}", marker="number", number=n, run=1) for n in range(1, 101))),
    "boxes round everything": replace(
        everything(), blocks=tuple(block._replace(parts=("box",)) for block in everything().blocks)
    ),
    "footnotes in a table": letter(
        table(("a", "b"), *((f"row {n}. {LONG}", span("", note=n)) for n in range(1, 9))),
        notes=tuple((span(f"Note {n}. {LONG}"),) for n in range(1, 9)),
    ),
    "footnotes in a long list": letter(
        *(item(f"Item {n}: {LONG * 2}", span("", note=n)) for n in range(1, 21)),
        notes=tuple((span(f"Note {n}. {LONG * 3}"),) for n in range(1, 21)),
    ),
    "what Typst would take for markup": letter(
        heading(1, "= x #let $a$"),
        paragraph('"quotes" \\ back \\n #x *b* _i_ `c` <l> @r -- --- ... ~ // /* $m$ [x] {y} \'s -? 1. + - /'),
    ),
    "links and footnotes in what is repeated": letter(
        table((span("a", link="https://example.org"), "b"), *(("c", LONG) for _ in range(40))),
        Block("table", rows=(((span("d"), span("", note=1)),), *(((span(LONG),),) for _ in range(60)))),
        notes=((span("note"),),),
        header=(paragraph(span("on line", link="https://example.org")),),
        footer=(paragraph("Write to ", span("us", link="mailto:us@example.org")),),
    ),
    "a list that begins deeper than it goes on": letter(
        *(
            Block("item", (span(word),), marker="bullet", level=level)
            for word, level in (("in", 2), ("in too", 2), ("out", 1))
        )
    ),
    "long words": letter(paragraph("Wexcombe" * 40), table(("a", "b"), ("x" * 200, "y"))),
    "hyphens at the ends of lines": letter(paragraph("well-known-child-centred-multi-agency-" * 60)),
}


@pytest.mark.parametrize("look", [LOOK, LARGE], ids=["normal", "large print"])
@pytest.mark.parametrize("name", LETTERS)
def test_the_words_of_a_pdf_are_those_of_its_manuscript(name: str, look: object) -> None:
    assert same_words(LETTERS[name], write(LETTERS[name], look)) == ""  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(manuscripts())
def test_the_words_of_any_pdf_are_those_of_its_manuscript(manuscript: Manuscript) -> None:
    assert same_words(manuscript, write(manuscript, LOOK)) == ""


def test_a_footnote_stands_on_the_page_that_calls_it() -> None:
    manuscript = LETTERS["footnotes in a long list"]
    pages = words_of(write(manuscript, LOOK))
    for number in range(1, 21):
        called, noted = f"Item{number}:", f"{number}Note{number}."
        assert [called in page for page in pages] == [noted in page for page in pages]


def test_every_page_of_a_draft_says_so_and_bears_its_marking() -> None:
    said = pages_as_seen(write(MARKED, LOOK))
    assert all(page.count("OFFICIAL-SENSITIVE") == 2 and page.count("Draft") == 2 for page in said)


def test_a_final_letter_says_nothing_of_drafts() -> None:
    assert not any("draft" in page.lower() for page in pages_as_seen(write(everything(), LOOK)))


def test_every_page_has_its_number() -> None:
    said = pages_as_seen(write(everything(), LOOK))
    assert [f"Page {n} of {len(said)}" in page for n, page in enumerate(said, 1)] == [True] * len(said)


def test_the_title_and_language_are_told() -> None:
    document = pypdfium2.PdfDocument(write(replace(everything(), title='A "title"'), LOOK))
    assert document.get_metadata_value("Title") == 'A "title"'
    assert b"/Lang(en-GB)" in write(everything(), LOOK)


def test_no_other_font_than_ours_is_in_it() -> None:
    fonts = set()
    for page in pypdfium2.PdfDocument(write(MARKED, LOOK)):
        fonts |= {text.get_font().get_base_name().partition("+")[2] for text in page.get_objects(filter=(1,))}
    assert fonts == {f"LiberationSans{face}" for face in ("", "-Bold", "-BoldItalic")}


def test_a_font_that_we_lack_is_refused() -> None:
    with pytest.raises(NotCleared, match="unknown font family"):
        write(everything(), LOOK._replace(font="Helvetica Neue"))


@pytest.mark.parametrize(
    ("blocks", "faults"),
    [
        ([heading(1, "a"), heading(2, "b"), heading(3, "c"), heading(2, "d")], []),
        ([heading(2, "a"), heading(1, "b")], ["“a” has level 2, but the first heading must have level 1"]),
        ([heading(1, "a"), heading(3, "b"), heading(5, "c")], ["“b” has level 3", "“c” has level 5"]),
    ],
    ids=["no fault", "first not level 1", "two skipped"],
)
def test_headings_that_cannot_be_followed_are_refused_all_at_once(blocks: list[Block], faults: list[str]) -> None:
    found: list[str] = []
    try:
        write(letter(*blocks), LOOK)
    except NotCleared as refused:
        found = [remark.what for remark in refused.remarks]
    assert len(found) == len(faults)
    assert all(fault in what for fault, what in zip(faults, found, strict=True))


def test_pages_are_counted_and_measured() -> None:
    blocks = [heading(1, "Title"), *(paragraph(f"Paragraph {n}. {LONG * 6}") for n in range(16))]
    data, layout = lay_out(letter(*blocks), LOOK, measure=True)
    seen = pages_as_seen(data)
    where = [next(n for n, page in enumerate(seen, 1) if f"Paragraph {index}." in page) for index in range(16)]
    assert layout.pages == len(seen) == page_count(data)
    assert layout.page_of_block == (1, *where)


@pytest.mark.parametrize("lines", [1, 10, 25, 40])
def test_the_lines_left_are_the_lines_that_still_fit(lines: int) -> None:
    look = LOOK._replace(texts={**LOOK.texts, "body": LOOK.texts["body"]._replace(before=0.0, after=0.0)})
    blocks = [paragraph(f"Line {n}") for n in range(lines)]
    _, layout = lay_out(letter(*blocks), look, measure=True)
    assert layout.pages == 1
    assert layout.lines_left is not None
    fits = [*blocks, *(paragraph("More") for _ in range(int(layout.lines_left)))]
    assert lay_out(letter(*fits), look)[1].pages == 1
    assert lay_out(letter(*fits, paragraph("Too much")), look)[1].pages == 2


def test_a_footnote_takes_room_from_the_last_page() -> None:
    without = lay_out(letter(paragraph("x")), LOOK, measure=True)[1].lines_left
    noted = letter(paragraph("x", span("", note=1)), notes=((span("y"),),))
    left = lay_out(noted, LOOK, measure=True)[1].lines_left
    assert without is not None
    assert left is not None
    assert 0.9 < without - left < 3


SCRIPT = """
import hashlib, sys
from lettersmith.writing.pdf import write
from writing.pdf_letters import MARKED, LOOK
sys.stdout.write(hashlib.sha256(write(MARKED, LOOK)).hexdigest())
"""


@pytest.mark.parametrize(
    "settings_", [{"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"}]
)
def test_the_bytes_are_the_same_in_every_process(settings_: dict[str, str], tmp_path: Path) -> None:
    here = hashlib.sha256(write(MARKED, LOOK)).hexdigest()
    tests = Path(__file__).parents[1]
    paths = os.pathsep.join([str(tests), str(tests.parent / "src")])
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **settings_, "PYTHONPATH": paths},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout == here


def test_the_bytes_are_the_same_in_every_thread() -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(write(MARKED, LOOK))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert set(made) == {write(MARKED, LOOK)}


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something wants the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert "import" not in source(everything(), LOOK).replace(literal(LONG), "")
    assert same_words(MARKED, write(MARKED, LOOK)) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured by the resource module")
def test_memory_does_not_grow_over_three_hundred_documents() -> None:
    import resource

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def make(number: int) -> None:
        write(replace(everything(), blocks=(*everything().blocks, paragraph(f"Letter {number}"))), LOOK)

    for number in range(60):
        make(number)
    before = peak()
    for number in range(60, 300):
        make(number)
    assert peak() < before * 1.15


def pages_as_seen(data: bytes) -> list[str]:
    """Everything on each page, running texts and marks included, with single spaces."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
