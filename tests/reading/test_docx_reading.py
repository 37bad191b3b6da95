"""Any Word file, as its reader sees it: every word once, in its place."""

from __future__ import annotations

import pytest

from lettersmith.model.manuscript import Block, Manuscript, block_text, plain
from lettersmith.model.place import Origin
from lettersmith.reading.docx import read, words_of
from lettersmith.reading.words import expected_words
from lettersmith.writing.docx import write
from reading.test_docx_gate import GOOD, zipped
from writing.docx_letters import LOOK, everything, letter, paragraph

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{''.join(inside)}</w:p>"


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with this body, on our letterhead; other parts replace its own."""
    more = {f"word/{name}.xml": text.encode("utf-8") for name, text in parts.items()}
    return zipped({**GOOD, "word/document.xml": document(body).encode("utf-8"), **more})


def document(body: str) -> str:
    return f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def reading(body: str, **parts: str) -> Manuscript:
    return read(word_file(body, **parts), "draft.docx")


def texts(manuscript: Manuscript) -> list[str]:
    return [block_text(block) for block in manuscript.blocks]


BOX = "<w:txbxContent>" + p(t("in a box")) + "</w:txbxContent>"
CELL = "<w:tc><w:tcPr/>{}</w:tc>".format
ROW = "<w:tr>{}</w:tr>".format


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p(t("Dear "), t("Ada")), ["Dear Ada"], id="runs that were split"),
        pytest.param(p("<w:ins>" + t("new") + "</w:ins>"), ["new"], id="a tracked insertion is taken as accepted"),
        pytest.param(
            p(t("a"), "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"), ["a"], id="a tracked deletion is gone"
        ),
        pytest.param(
            p("<w:moveFrom>" + t("x") + "</w:moveFrom>", t("a")) + p("<w:moveTo>" + t("x") + "</w:moveTo>"),
            ["a", "x"],
            id="moved text stands where it was moved to",
        ),
        pytest.param("<w:sdt><w:sdtContent>" + p(t("x")) + "</w:sdtContent></w:sdt>", ["x"], id="a content control"),
        pytest.param(p("<w:sdt><w:sdtContent>" + t("x") + "</w:sdtContent></w:sdt>"), ["x"], id="one inside a line"),
        pytest.param(p('<w:smartTag w:element="a">' + t("x") + "</w:smartTag>"), ["x"], id="a smart tag"),
        pytest.param(p('<w:fldSimple w:instr=" DATE ">' + t("7 March") + "</w:fldSimple>"), ["7 March"], id="a field"),
        pytest.param(
            p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "x"</w:instrText></w:r>', t("shown")),
            ["shown"],
            id="the code of a field is not read",
        ),
        pytest.param(
            p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:t>c</w:t></w:r>"),
            ["a\nb\t‑c"],
            id="breaks, tabs and hyphens",
        ),
        pytest.param(p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="zz"/></w:r>'), ["·"], id="a symbol"),
        pytest.param(p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), ["x+1"], id="a formula"),
        pytest.param(
            p(
                t("before "),
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>",
                BOX,
                "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>",
                BOX,
                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                t("after"),
            ),
            ["before after", "in a box"],
            id="a text box is read once",
        ),
        pytest.param(
            p(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"), ["in a box"], id="an old text box"
        ),
        pytest.param(
            p(f"<w:r><w:pict><w:txbxContent>{p(f'<w:r><w:pict>{BOX}</w:pict></w:r>')}</w:txbxContent></w:pict></w:r>"),
            ["in a box"],
            id="a text box in a text box is read once",
        ),
        pytest.param(
            p(
                "<w:r><mc:AlternateContent><mc:Choice Requires='a'><w:t>x</w:t></mc:Choice>"
                "<mc:Choice Requires='b'><w:t>y</w:t></mc:Choice></mc:AlternateContent></w:r>"
            ),
            ["x"],
            id="of two ways to say one thing the first is read",
        ),
        pytest.param(
            "<w:tbl>"
            + ROW(CELL(p(t("Name"))) + CELL(p(t("Post"))))
            + ROW(
                CELL(p(t("Ada")) + p(t("Quill")))
                + CELL("<w:tbl>" + ROW(CELL(p(t("in"))) + CELL(p(t("ner")))) + "</w:tbl>" + p())
            )
            + "</w:tbl>",
            ["Name\tPost\nAda\nQuill\t", "in\tner"],
            id="a table in a table stands after it",
        ),
        pytest.param(
            "<w:tbl>" + ROW(CELL(p(t("A letter in a frame.")) + p(t("Second paragraph.")))) + "</w:tbl>",
            ["A letter in a frame.", "Second paragraph."],
            id="a table of one column is only a frame",
        ),
        pytest.param(
            "<w:tbl>"
            + ROW(CELL(p(t("a"))) + CELL(p(t("b"))))
            + "<w:tr><w:trPr><w:del/></w:trPr>"
            + CELL(p(t("gone")))
            + CELL(p())
            + "</w:tr></w:tbl>",
            ["a\tb"],
            id="a deleted row is gone",
        ),
        pytest.param(p() + p(t("x")) + p(), ["x"], id="empty paragraphs are left out"),
    ],
)
def test_every_word_is_read_once(body: str, expected: list[str]) -> None:
    assert texts(reading(body)) == expected


def test_the_strict_form_of_the_format_is_read_too() -> None:
    body = document(p(t("x"))).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read(zipped({**GOOD, "word/document.xml": body.encode()}), "x.docx")) == ["x"]


def test_each_word_knows_its_paragraph() -> None:
    made = reading(p(t("one")) + p() + p(t("three")))
    anchors = [Origin("draft.docx", anchor=f"word/document.xml#{number}") for number in (0, 2)]
    assert [block.spans[0].origin for block in made.blocks] == anchors


STYLES = f"""<w:styles {NAMES}>
<w:style w:styleId="Kop1"><w:name w:val="Heading 1"/></w:style>
<w:style w:styleId="Ours"><w:name w:val="Our heading"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:styleId="Round"><w:name w:val="round"/><w:basedOn w:val="Round"/></w:style>
<w:style w:styleId="Outlined"><w:name w:val="outlined"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="LC"><w:name w:val="List Continue 2"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="6"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def style(id: str) -> str:
    return f'<w:pStyle w:val="{id}"/>'


def listed(id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param("", ("paragraph", 0, ""), id="a paragraph"),
        pytest.param(style("Kop1"), ("heading", 1, ""), id="Word's heading under a foreign id"),
        pytest.param(style("Ours"), ("heading", 1, ""), id="a style based on a heading"),
        pytest.param(style("T"), ("heading", 1, ""), id="the title"),
        pytest.param(style("Outlined"), ("heading", 3, ""), id="a style with an outline level"),
        pytest.param('<w:outlineLvl w:val="1"/>', ("heading", 2, ""), id="an outline level of its own"),
        pytest.param('<w:outlineLvl w:val="9"/>', ("paragraph", 0, ""), id="the outline level of plain text"),
        pytest.param(style("Round"), ("paragraph", 0, ""), id="a style based on itself"),
        pytest.param(style("Lost"), ("paragraph", 0, ""), id="a style that is not there"),
        pytest.param(style("LB"), ("item", 1, "bullet"), id="a list by its style"),
        pytest.param(style("LB") + listed(0), ("paragraph", 0, ""), id="a list style with its bullet taken off"),
        pytest.param(style("LC"), ("item", 2, ""), id="a further paragraph of an item"),
        pytest.param(listed(1), ("item", 1, "bullet"), id="a bullet"),
        pytest.param(listed(2, 1), ("item", 2, "number"), id="a letter of a nested list"),
        pytest.param(listed(77), ("paragraph", 0, ""), id="a list that is not there"),
    ],
)
def test_styles_and_lists_say_what_a_paragraph_is(settings: str, expected: tuple[str, int, str]) -> None:
    [block] = reading(p(t("x"), settings=settings), styles=STYLES, numbering=NUMBERING).blocks
    assert (block.kind, block.level, block.marker) == expected


def test_numbered_lists_count_as_word_counts() -> None:
    kinds = [(2, 0), (2, 0), (2, 1), (2, 1), (2, 0), (2, 1), (3, 0), (3, 0), (2, 0)]
    body = "".join(p(t("x"), settings=listed(id, level)) for id, level in kinds)
    made = reading(body, styles=STYLES, numbering=NUMBERING).blocks
    assert [block.number for block in made] == [3, 4, 1, 2, 5, 1, 1, 2, 3]
    assert [block.run for block in made] == [1, 1, 2, 2, 1, 3, 4, 4, 4]


def test_looks_links_and_notes_are_kept() -> None:
    links = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{RELATIONSHIPS}/hyperlink" Target="https://example.org" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{RELATIONSHIPS}/hyperlink" Target="file:///c:/x" TargetMode="External"/>'
        f'<Relationship Id="c" Type="{RELATIONSHIPS}/footnotes" Target="footnotes.xml"/></Relationships>'
    )
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="7">{p(t(" First"))}{p(t("line"))}</w:footnote></w:footnotes>'
    body = p(
        "<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>",
        '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>plain</w:t></w:r>',
        "<w:r><w:rPr><w:i/></w:rPr><w:t>italic</w:t></w:r>",
        f'<w:hyperlink r:id="a">{t("site")}</w:hyperlink><w:hyperlink r:id="b">{t("disk")}</w:hyperlink>',
        '<w:r><w:footnoteReference w:id="7"/></w:r>',
        '<w:r><w:footnoteReference w:id="99"/></w:r>',
    )
    parts = {**GOOD, "word/document.xml": document(body).encode(), "word/footnotes.xml": notes.encode()}
    made = read(zipped({**parts, "word/_rels/document.xml.rels": links.encode()}), "x.docx")
    assert [span._replace(origin=Origin(""))[0:1] + span[2:] for span in made.blocks[0].spans] == [
        ("bold", True, False, "", 0),
        ("plain", False, False, "", 0),
        ("italic", False, True, "", 0),
        ("site", False, False, "https://example.org", 0),
        ("disk", False, False, "", 0),
        ("", False, False, "", 1),
    ]
    assert [plain(note) for note in made.notes] == ["First\nline"]


def test_headers_and_footers_are_read() -> None:
    made = read(write(letter(paragraph("x"), header=(paragraph("Ofsted"),), marking="OFFICIAL"), LOOK), "x.docx")
    assert [block_text(block) for block in made.header] == ["OFFICIAL", "Ofsted"]
    assert "Page 1 of 1" in block_text(made.footer[-1])


def test_our_own_letter_comes_back_as_it_was() -> None:
    def shape(block: Block) -> tuple[object, ...]:
        return (block.kind, block.level, block.marker, block.number, block.run, block_text(block))

    whole = everything()
    made = read(write(whole, LOOK), "x.docx")
    assert [shape(block) for block in made.blocks] == [
        shape(block) for block in whole.blocks if block_text(block).strip()
    ]
    assert [plain(note) for note in made.notes] == [plain(note) for note in whole.notes]
    assert made.title == whole.title


def test_a_made_form_gives_its_words_like_any_word_file() -> None:
    form = {**GOOD, "word/document.xml": document(p(t("Case")) + p() + p("<w:ins>" + t("W-014") + "</w:ins>")).encode()}
    assert words_of(write(letter(form=form), LOOK)) == ["Case", "W-014"]


def test_words_are_those_that_the_route_expects() -> None:
    assert words_of(write(everything(), LOOK)) == expected_words(everything())


@pytest.mark.parametrize("odd", ["", "-1", "9" * 5000, "٣", "FFFFFFFF", "D800", "a'b]", "more"])
@pytest.mark.parametrize(
    "place",
    [
        '<w:outlineLvl w:val="{}"/>',
        '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="2"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>',
        '<w:pStyle w:val="{}"/>',
        '<w:pStyle w:val="LC"/>',
        "",
    ],
    ids=["an outline level", "a depth", "a list", "a style", "a style's name", "a symbol, a note, a link, a start"],
)
def test_odd_values_never_stop_the_reader(place: str, odd: str) -> None:
    words = (
        t("x")
        + f'<w:r><w:sym w:char="{odd}"/><w:footnoteReference w:id="{odd}"/></w:r>'
        + f'<w:hyperlink r:id="{odd}">{t("y")}</w:hyperlink>'
    )
    styles = STYLES.replace("List Continue 2", f"List Continue {odd}")
    numbering = NUMBERING.replace('w:start w:val="3"', f'w:start w:val="{odd}"')
    [block] = reading(p(words, settings=place.format(odd)), styles=styles, numbering=numbering).blocks
    assert block_text(block) == "xy"
