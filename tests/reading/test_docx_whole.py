"""Everything that a Word file holds beside its plain words: where each stands, what is set aside, what is reported."""

from __future__ import annotations

import pytest

from lettersmith.model.manuscript import Block, Manuscript, block_text, plain
from lettersmith.reading.docx import read
from ooxml.word_samples import (
    HEADING,
    MICROSOFT,
    NAMES,
    OFFICE,
    PACKAGE,
    PARTS,
    SIGNED,
    comment,
    control,
    deleted,
    everything,
    field,
    field_in_code,
    inserted,
    note,
    p,
    root,
    t,
    table,
    text_box,
    word_file,
)


def reading(body: str, **parts: str) -> Manuscript:
    return read(word_file(body, parts), "draft.docx")


def asides(manuscript: Manuscript) -> list[tuple[str, str]]:
    return [(block.parts[0], block_text(block)) for block in manuscript.asides]


def texts(manuscript: Manuscript) -> list[str]:
    return [block_text(block) for block in manuscript.blocks]


MOVED = "<w:{0}><w:r><w:t>{1}</w:t></w:r></w:{0}>"
MARK_GONE = f'<w:rPr><w:del w:id="1" {SIGNED}/></w:rPr>'
HIDDEN_MARK = "<w:rPr><w:vanish/></w:rPr>"
BODIES = {
    "deleted text": (p(t("a "), deleted("old words"), t("b")), ["a b"], [("deleted text", "old words")]),
    "two deletions side by side are one": (p(deleted("Amber"), deleted("shire")), [], [("deleted text", "Ambershire")]),
    "two deletions apart are two": (
        p(deleted("one"), t("x"), deleted("two")),
        ["x"],
        [("deleted text", "one"), ("deleted text", "two")],
    ),
    "what was inserted and deleted again": (p(inserted(deleted("x"))), [], [("deleted text", "x")]),
    "moved text stands once": (p(MOVED.format("moveFrom", "x y")) + p(MOVED.format("moveTo", "x y")), ["x y"], []),
    "moved text that arrived nowhere was deleted": (p(MOVED.format("moveFrom", "x y")), [], [("deleted text", "x y")]),
    "a deleted row": (
        table((p(t("a")), p(t("b"))), (p(t("c")), p(t("d")))).replace(
            '<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">c',
            "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tcPr/><w:p><w:r><w:t>c",
        ),
        ["a\tb"],
        [("deleted text", "c"), ("deleted text", "d")],
    ),
    "a deleted text box": (
        p(t("x"), "<w:del>" + text_box(p(t("in the box"))) + "</w:del>"),
        ["x"],
        [("deleted text", "in the box")],
    ),
    "two paragraphs whose border was deleted are one": (
        p(t("The front "), look=MARK_GONE) + p(t("door.")),
        ["The front door."],
        [],
    ),
    "a deleted paragraph leaves nothing": (
        p(deleted("gone"), look=MARK_GONE) + p(t("stays")),
        ["stays"],
        [("deleted text", "gone")],
    ),
    "the last paragraph stands, though its border was deleted": (p(t("last"), look=MARK_GONE), ["last"], []),
    "a paragraph before a table stands, though its border was deleted": (
        p(t("one"), look=MARK_GONE) + table((p(t("a")), p(t("b")))),
        ["one", "a\tb"],
        [],
    ),
    "hidden words": (p(t("a"), t("secret", "<w:vanish/>")), ["a"], [("hidden text", "secret")]),
    "words hidden by a character style": (
        p(t("a"), t("secret", '<w:rStyle w:val="Unseen"/>')),
        ["a"],
        [("hidden text", "secret")],
    ),
    "words hidden by a paragraph style": (
        p(t("secret"), look='<w:pStyle w:val="Secret"/>'),
        [],
        [("hidden text", "secret")],
    ),
    "two styles that hide cancel out": (
        p(t("seen", '<w:rStyle w:val="Unseen"/>'), look='<w:pStyle w:val="Secret"/>'),
        ["seen"],
        [],
    ),
    "shown on purpose in a style that hides": (
        p(t("seen", '<w:vanish w:val="0"/>'), look='<w:pStyle w:val="Secret"/>'),
        ["seen"],
        [],
    ),
    "a hidden paragraph mark hides no words": (p(t("seen"), look=HIDDEN_MARK), ["seen"], []),
    "a field in the code of a field": (
        p(t("a "), field_in_code(field("PAGE", t("7")), "result")),
        ["a result"],
        [],
    ),
    "a field that was begun and never ended hides nothing": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', t("words")),
        ["words"],
        [],
    ),
    "a field over two paragraphs": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>',
            '<w:fldChar w:fldCharType="separate"/></w:r>',
            t("One"),
        )
        + p(t("Two"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ["One", "Two"],
        [],
    ),
    "a drop-down form field": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="good"/>'
            '<w:listEntry w:val="adequate"/></w:ddList></w:ffData></w:fldChar></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        ["adequate"],
        [],
    ),
    "the placeholder of a content control is shown": (
        p(control(t("Click or tap here to enter text.", '<w:rStyle w:val="PlaceholderText"/>'))),
        ["Click or tap here to enter text."],
        [],
    ),
    "an alternative text": (p(text_box(p(t("x")), alt="A plan of a hall")), ["x"], [("alt text", "A plan of a hall")]),
    "the alternative text of an old picture": (
        p('<w:r><w:pict><v:shape alt="The door"/></w:pict></w:r>'),
        [],
        [("alt text", "The door")],
    ),
    "WordArt": (
        p('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'),
        [],
        [("WordArt", "DRAFT")],
    ),
    "a line end in the XML is a space": (p(t("a\nb")), ["a b"], []),
}


@pytest.mark.parametrize(("body", "read", "beside"), BODIES.values(), ids=BODIES)
def test_what_is_read_and_what_is_set_aside(body: str, read: list[str], beside: list[tuple[str, str]]) -> None:
    made = reading(body)
    assert texts(made) == read
    assert asides(made) == beside


def test_comments_are_set_aside_with_their_paragraph() -> None:
    made = read(everything(), "draft.docx")
    found = [(block_text(block), block.origin.anchor) for block in made.asides if block.parts == ("comment",)]
    assert found == [("Is this [insert name]?", "word/comments.xml#0"), ("Yes.", "word/comments.xml#1")]


def test_deleted_and_hidden_words_of_a_header_are_set_aside_too() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    made = reading(p(t("x")) + section, header1=root("hdr", p(t("a"), deleted("b"), t("c", "<w:vanish/>"))))
    assert [(*one, block.origin.anchor) for one, block in zip(asides(made), made.asides, strict=True)] == [
        ("deleted text", "b", "word/header1.xml#0"),
        ("hidden text", "c", "word/header1.xml#0"),
    ]


def test_every_paragraph_is_counted_for_the_anchor_nested_and_spare_ones_too() -> None:
    made = read(everything(), "draft.docx")
    anchors = {block_text(block): block.origin.anchor for block in made.blocks}
    assert anchors["Front door"] == "word/document.xml#0"
    assert anchors["Words in the box."] == "word/document.xml#12"
    assert anchors["Seen and seen."] == "word/document.xml#14", "the box stands twice in the file"
    [table_block] = [block for block in made.blocks if block.rows]
    assert [span.origin.anchor for row in table_block.rows for cell in row for span in cell] == [
        "word/document.xml#6",
        "word/document.xml#7",
        "word/document.xml#8",
        "",
        "word/document.xml#9",
        "word/document.xml#10",
    ]
    assert [note[0].origin.anchor for note in made.notes] == ["word/footnotes.xml#0", "word/endnotes.xml#0"]
    assert made.header[0].origin.anchor == "word/header1.xml#0"


def test_joined_paragraphs_keep_both_anchors() -> None:
    [block] = reading(p(t("One "), look=MARK_GONE) + p(t("two."))).blocks
    assert [(span.text, span.origin.anchor) for span in block.spans] == [
        ("One ", "word/document.xml#0"),
        ("two.", "word/document.xml#1"),
    ]


def test_blocks_of_a_text_box_say_so() -> None:
    made = reading(p(t("a"), text_box(p(t("b"), look=HEADING), table((p(t("c")), p(t("d")))))) + p(t("e")))
    assert [(block_text(block), block.parts) for block in made.blocks] == [
        ("a", ()),
        ("b", ("text box",)),
        ("c\td", ("text box",)),
        ("e", ()),
    ]


def test_a_text_box_in_a_cell_stands_behind_its_table() -> None:
    made = reading(table((p(t("a"), text_box(p(t("boxed")))), p(t("b")))) + p(t("c")))
    assert texts(made) == ["a\tb", "boxed", "c"]


NOTED, ASKED = "<w:r><w:lastRenderedPageBreak/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
NEXT_PAGE, SAME_PAGE = "<w:sectPr/>", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
PAGES = {
    "nothing noted": (p(t("a")) + p(t("b")), [0, 0]),
    "only asked for, so that Word never counted": (p(t("a"), ASKED) + p(t("b")), [0, 0]),
    "noted at the beginning of a paragraph": (p(t("a")) + p(NOTED, t("b")), [1, 2]),
    "noted inside a paragraph": (p(t("a"), NOTED, t("b")) + p(t("c")), [1, 2]),
    "asked for and noted is one": (p(t("a"), ASKED) + p(NOTED, t("b")), [1, 2]),
    "asked for here, noted elsewhere": (p(t("a"), ASKED) + p(t("b")) + p(NOTED, t("c")), [1, 2, 3]),
    "before a paragraph": (p(t("a")) + p(NOTED, t("b"), look="<w:pageBreakBefore/>"), [1, 2]),
    "a section on a new page": (p(t("a"), look=NEXT_PAGE) + p(t("b")) + p(NOTED, t("c")) + NEXT_PAGE, [1, 2, 3]),
    "a section on the same page": (p(t("a"), look=NEXT_PAGE) + p(t("b")) + p(NOTED, t("c")) + SAME_PAGE, [1, 1, 2]),
    "two pages without words between them": (p(t("a")) + p(NOTED) + p(NOTED, t("b")), [1, 3]),
    "in a cell": (table((p(t("a")), p(t("b")))) + table((p(NOTED, t("c")), p(t("d")))) + p(t("e")), [1, 2, 2]),
}


@pytest.mark.parametrize(("body", "pages"), PAGES.values(), ids=PAGES)
def test_pages_are_those_that_word_noted(body: str, pages: list[int]) -> None:
    assert [block.page for block in reading(body).blocks] == pages


CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
    "<a:t>Referrals in Wexcombe</a:t></a:r></a:p></c:rich></c:tx></c:title><c:cat><c:strRef><c:strCache><c:pt><c:v>"
    "North team</c:v></c:pt></c:strCache></c:strRef></c:cat></c:chart></c:chartSpace>"
)


def test_the_words_of_a_chart_are_set_aside_and_it_is_reported() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData>'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="chart1"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    made = reading(p(drawing, t("x")), chart1=CHART)
    assert asides(made) == [("chart", "Referrals in Wexcombe"), ("chart", "North team")]
    assert made.counts == {"charts": 1}
    assert [remark.rule for remark in made.remarks] == ["File.Charts"]


DIAGRAM = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r>'
    "<a:t>Ask </a:t></a:r><a:r><a:t>Ada</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
)


def test_the_words_of_a_diagram_are_set_aside_and_it_is_reported() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData>'
        '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="diagramData1"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    made = reading(p(drawing, t("x")), diagramData1=DIAGRAM)
    assert asides(made) == [("diagram", "Ask Ada")]
    assert made.counts == {"diagrams": 1}
    assert [remark.rule for remark in made.remarks] == ["File.Charts"]


def test_hundreds_of_comments_and_notes_are_all_read_in_their_order() -> None:
    many = range(2, 400)
    calls = "".join(p(t("x"), f'<w:r><w:footnoteReference w:id="{id}"/></w:r>') for id in many)
    notes = root("footnotes", "".join(note("footnote", id, f" Note {id}.") for id in many))
    said = root("comments", "".join(comment(id, f"Comment {id}.") for id in many))
    made = reading(calls, footnotes=notes, comments=said)
    assert [plain(one) for one in made.notes] == [f"Note {id}." for id in many]
    assert asides(made) == [("comment", f"Comment {id}.") for id in many]


COUNTS = {
    "nothing": (p(t("a")), {}),
    "an insertion and a deletion": (p(inserted(t("a")), deleted("b")), {"tracked changes": 2}),
    "one insertion in two looks": (p(inserted(t("a")), inserted(t("b", "<w:b/>"))), {"tracked changes": 1}),
    "two insertions": (p(inserted(t("a")), t("b"), inserted(t("c"))), {"tracked changes": 2}),
    "a changed look": (
        p(t("a", f'<w:b/><w:rPrChange w:id="1" {SIGNED}><w:rPr/></w:rPrChange>')),
        {"tracked changes": 1},
    ),
    "a deleted paragraph with its border": (p(deleted("a"), look=MARK_GONE) + p(t("b")), {"tracked changes": 1}),
    "a deleted border alone": (p(t("a"), look=MARK_GONE) + p(t("b")), {"tracked changes": 1}),
    "a move": (
        p(MOVED.format("moveFrom", "x")) + p(MOVED.format("moveTo", "x")),
        {"tracked changes": 1},
    ),
    "a text box, written twice": (p(t("a"), text_box(p(t("b")))), {"text boxes": 1}),
    "two fields": (p(field("DATE", t("a")), '<w:fldSimple w:instr="PAGE"/>'), {"fields": 2}),
    "hidden words": (p(t("a"), t("b", "<w:vanish/>")), {"hidden passages": 1}),
}


@pytest.mark.parametrize(("body", "expected"), COUNTS.values(), ids=COUNTS)
def test_what_is_counted(body: str, expected: dict[str, int]) -> None:
    assert reading(body).counts == expected


def test_open_comments_are_counted_and_resolved_ones_apart() -> None:
    assert read(everything(), "x.docx").counts["comments"] == 2
    done = PARTS["commentsExtended"].replace('w15:paraId="00000011" w15:done="0"', 'w15:paraId="00000011" w15:done="1"')
    more = PARTS["comments"].replace("</w:comments>", comment(9, "Open.", "00000019") + "</w:comments>")
    made = reading(p(t("a")), comments=more, commentsExtended=done)
    assert {name: made.counts.get(name) for name in ("comments", "resolved comments")} == {
        "comments": 1,
        "resolved comments": 2,
    }


def related(kind: str, target: str, outside: bool = True, type: str = "") -> str:
    mode = ' TargetMode="External"' if outside else ""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="x"'
        f' Type="{type or f"{OFFICE}/{kind}"}" Target="{target}"{mode}/></Relationships>'
    )


SHARE = "file:///\\\\server\\share\\Findings%20letter.dotx"
REPORTED = {
    "a template on a share": (related("attachedTemplate", SHARE), "File.Template", "suggestion", "Findings letter"),
    "a linked picture": (
        related("image", "https://example.org/logo.png"),
        "File.LinkedPicture",
        "warning",
        "https://example.org/logo.png",
    ),
    "a linked workbook": (related("oleObject", "file:///C:/x.xlsx"), "File.Linked", "warning", "C:/x.xlsx"),
    "a part of another document": (related("subDocument", "chapter.docx"), "File.Linked", "warning", "chapter.docx"),
    "a link to a share": (related("hyperlink", "\\\\server\\share\\a.docx"), "File.LinkToDisk", "suggestion", "a.docx"),
    "an embedded workbook": (
        related("oleObject", "embeddings/o.bin", outside=False),
        "File.Embedded",
        "suggestion",
        "o.bin",
    ),
    "macros": (
        related("", "vbaProject.bin", outside=False, type=f"{MICROSOFT}/2006/relationships/vbaProject"),
        "File.Macros",
        "warning",
        "macros",
    ),
    "a piece in another format": (
        related("aFChunk", "part.html", outside=False),
        "File.Imported",
        "warning",
        "another format",
    ),
}


@pytest.mark.parametrize(("rels", "rule", "level", "said"), REPORTED.values(), ids=REPORTED)
def test_what_leads_out_of_the_file_is_reported_and_the_file_read(rels: str, rule: str, level: str, said: str) -> None:
    data = word_file(p(t("Leaders know.")), more={"word/_rels/settings.xml.rels": rels.encode()})
    made = read(data, "draft.docx")
    [remark] = made.remarks
    assert (remark.rule, remark.level.value) == (rule, level)
    assert said in remark.what
    assert remark.why and remark.do
    assert remark.place.file == "draft.docx"
    assert texts(made) == ["Leaders know."]


def test_addresses_that_every_reader_can_open_are_not_reported() -> None:
    links = {"a": "https://example.org", "b": "mailto:a@example.org"}
    assert read(word_file(p(t("x")), links=links), "x.docx").remarks == ()


@pytest.mark.parametrize(
    "code", ["INCLUDETEXT c:/a.docx", " DDEAUTO excel x y", "LINK Word.Document.8 a", "database x"]
)
def test_a_field_that_fetches_is_reported_with_its_paragraph(code: str) -> None:
    made = reading(p(t("x")) + p(field(code, t("shown"))))
    [remark] = made.remarks
    assert remark.rule == "File.Field"
    assert remark.place.anchor == "word/document.xml#1"
    assert texts(made) == ["x", "shown"]


def test_a_field_that_fetches_nothing_is_not() -> None:
    codes = (" DATE ", 'HYPERLINK "https://example.org/LINK"', "PAGEREF x", "TOC")
    assert reading(p(*(field(code, t("x")) for code in codes))).remarks == ()


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    "type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
    ids=["docm", "dotx", "dotm"],
)
def test_files_with_macros_and_templates_are_read(type: str) -> None:
    from ooxml.word_walk import members
    from reading.test_docx_gate import zipped

    parts = members(word_file(p(t("Leaders know."))))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(MAIN.encode(), type.encode())
    assert type.encode() in parts["[Content_Types].xml"]
    assert texts(read(zipped(parts), "draft.docm")) == ["Leaders know."]


def test_every_footnote_and_endnote_is_read_once() -> None:
    assert [plain(note) for note in read(everything(), "x.docx").notes] == [
        "A word in a footnote.",
        "A word in an endnote.",
    ]


def test_no_block_of_everything_is_empty() -> None:
    made = read(everything(), "x.docx")
    blocks: tuple[Block, ...] = (*made.all_blocks(), *made.asides)
    assert all(block_text(block).strip() for block in blocks)
    assert NAMES not in "".join(map(block_text, blocks))
