"""The Word forms among the templates, made afresh: `python tools/make_forms.py`.

A form is a whole Word template. It may be edited in Word; this file is how ours first came about, and the same bytes
come out of it every time. tests/templates/test_referring_concerns.py holds the released form against it.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
FONT = "Arial"
INK, RULE, TINT = RGBColor(0x1D, 0x3C, 0x5C), "8A949B", "E8ECEF"
LABEL_MM, VALUE_MM = 50, 124
WIDTH_MM = LABEL_MM + VALUE_MM
LEAD = "{{ inspection.team.lead.name }}"


def element(name: str, **attributes: str) -> Any:
    """One element of Word's XML; `w:` is put before the attributes."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def document() -> Any:
    """An empty A4 page with our styles, in British English."""
    made = Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    section.header_distance, section.footer_distance = Mm(9), Mm(9)
    style(made, "Normal", 10, after=0)
    style(made, "Heading 1", 17, bold=True, before=0, after=4)
    style(made, "Label", 10, bold=True)
    style(made, "Header", 9, after=0)
    style(made, "Footer", 8.5, after=0)
    defaults = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))
    return made


def style(made: Any, name: str, size: float, *, bold: bool = False, before: float = 0, after: float = 0) -> None:
    """The letters and spaces of one style."""
    one = made.styles[name] if name in made.styles else made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    one.font.name, one.font.size, one.font.bold = FONT, Pt(size), bold
    fonts = one.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)
    if name != "Normal":
        one.font.color.rgb = INK
        one.font.italic = False
    one.paragraph_format.space_before, one.paragraph_format.space_after = Pt(before), Pt(after)
    one.paragraph_format.line_spacing = 1.1


def control(tag: str, *inside: Any) -> Any:
    """A content control round something: its tag is the name of a part."""
    made, properties, content = element("w:sdt"), element("w:sdtPr"), element("w:sdtContent")
    properties.append(element("w:alias", val=tag.replace("-", " ").capitalize()))
    properties.append(element("w:tag", val=tag))
    made.extend((properties, content))
    parent, at = inside[0].getparent(), inside[0].getparent().index(inside[0])
    content.extend(inside)
    parent.insert(at, made)
    return made


def table(made: Any, widths_mm: tuple[float, ...], *, first_column: bool) -> Any:
    """A table of fixed widths with thin lines; its first row is its headings, its first column may be."""
    one = made.add_table(rows=0, cols=len(widths_mm))
    one.autofit = False
    properties = one._tbl.tblPr
    for name in ("w:tblW", "w:tblLook", "w:tblStyle"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    properties.insert(0, element("w:tblW", w=str(round(sum(widths_mm) * 56.7)), type="dxa"))
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=RULE))
    margins = element("w:tblCellMar")
    for edge, space in (("top", "50"), ("left", "100"), ("bottom", "50"), ("right", "100")):
        margins.append(element(f"w:{edge}", w=space, type="dxa"))
    look = {"firstRow": "1", "firstColumn": "1" if first_column else "0"}
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        properties.remove(layout)
    properties.append(borders)
    properties.append(element("w:tblLayout", type="fixed"))
    properties.append(margins)
    properties.append(element("w:tblLook", val="04A0", lastRow="0", lastColumn="0", noHBand="1", noVBand="1", **look))
    for column, width in zip(one.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return one


def row(one: Any, widths_mm: tuple[float, ...], *, heads: bool = False, height_mm: float = 0) -> Any:
    """One more row, never split over two pages."""
    made = one.add_row()
    properties = made._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    if height_mm:
        made.height, made.height_rule = Mm(height_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
    if heads:
        properties.append(element("w:tblHeader"))
    for cell, width in zip(made.cells, widths_mm, strict=True):
        cell.width = Mm(width)
    return made


def label(cell: Any, text: str) -> None:
    """A cell that says what stands beside or below it."""
    cell.paragraphs[0].text = text
    cell.paragraphs[0].style = "Label"
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=TINT))


def words(cell: Any, *paragraphs: str) -> None:
    """The paragraphs of a cell."""
    cell.paragraphs[0].text = paragraphs[0]
    for text in paragraphs[1:]:
        cell.add_paragraph(text)


def entry(one: Any, tag: str, name: str, *paragraphs: str) -> None:
    """A row of a label and what it asks for, as one part."""
    made = row(one, (LABEL_MM, VALUE_MM))
    label(made.cells[0], name)
    words(made.cells[1], *paragraphs)
    control(tag, made._tr)


def box(made: Any, tag: str, name: str, text: str, height_mm: float) -> None:
    """A labelled box to write in, as wide as the page, as one part."""
    gap(made)
    one = table(made, (WIDTH_MM,), first_column=False)
    label(row(one, (WIDTH_MM,), heads=True).cells[0], name)
    words(row(one, (WIDTH_MM,), height_mm=height_mm).cells[0], text)
    control(tag, one._tbl)


def gap(made: Any, points: float = 6) -> None:
    """A little air between two tables."""
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(points)


def page_number(paragraph: Any) -> None:
    """Page x of y."""
    paragraph.add_run("Page ")
    for code, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field = element("w:fldSimple", instr=f" {code} ")
        run, text = element("w:r"), element("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)
        if between:
            paragraph.add_run(between)


def referring_concerns() -> bytes:
    """The form by which inspectors refer a concern back to an agency (150149 Annex C)."""
    made = document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "{{ framework.title }} · {{ inspection.area.name }}"
    section.footer.paragraphs[0].text = "Referring concerns · case {{ concern.case }} · "
    page_number(section.footer.paragraphs[0])
    made.add_paragraph("Referring concerns to the local agencies", style="Heading 1")
    to = made.add_paragraph("To: {{ addressee.name }}, {{ addressee.post }}, {{ addressee.organisation }}")
    control("addressee", to._p)
    codes = made.add_paragraph(
        "Write case references only, never the name of a child or a family. "
        "Send the form back by a secure route to {{ inspection.team.email }}."
    )
    codes.paragraph_format.space_before, codes.paragraph_format.space_after = Pt(3), Pt(8)
    control("case-references", codes._p)

    one = table(made, (LABEL_MM, VALUE_MM), first_column=True)
    heads = row(one, (LABEL_MM, VALUE_MM), heads=True)
    for cell, text in zip(heads.cells, ("The referral", "Details"), strict=True):
        label(cell, text)
    entry(one, "case", "Case number", "{{ concern.case }}")
    entry(
        one,
        "other-children",
        "Other children in the family or household",
        "{% if concern.other_children is known %}{{ concern.other_children | joined }}"
        "{% elif concern.other_children is not_applicable %}None{% else %}None known{% endif %}",
    )
    entry(
        one,
        "category",
        "Reason for referring back (one box only)",
        "{% if concern.category == 1 %}■{% else %}□{% endif %} Category 1: serious issue of concern. "
        "For example, child protection procedures were not followed, or a child is at immediate risk of "
        "significant harm.",
        "{% if concern.category == 2 %}■{% else %}□{% endif %} Category 2: the service offered, or the "
        "assessment of risk, may not be right for the child’s needs.",
    )
    entry(one, "inspector", "Inspector referring", "{{ concern.raised_by.name }}, {{ concern.raised_by.post }}")
    entry(one, "date", "Date of referral", "{{ concern.on | date }}")
    entry(one, "service", "Service", "{{ concern.service | capital }}")
    entry(one, "issues", "Issues that led to the referral", "{{ concern.issue }}")
    entry(
        one,
        "required-by",
        "Response and explanation required by",
        "{{ concern.reply_by | date }}, from {{ addressee.name }}, {{ addressee.post }}",
    )
    response = "{% if concern.response is known %}{{ concern.response }}{% endif %}"
    box(made, "response", "Agency’s written response", response, 34)
    evaluation = "{% if concern.evaluation is known %}{{ concern.evaluation }}{% endif %}"
    box(
        made,
        "evaluation",
        "Inspector’s evaluation of the information that the agency has provided",
        evaluation,
        26,
    )
    sign_off(made)
    return packed(made, "Referring concerns to the local agencies")


def sign_off(made: Any) -> None:
    """Two blocks side by side: each signs to have seen the final version."""
    gap(made)
    widths = (LABEL_MM - 8, (WIDTH_MM - LABEL_MM + 8) / 2, (WIDTH_MM - LABEL_MM + 8) / 2)
    one = table(made, widths, first_column=True)
    heads = row(one, widths, heads=True)
    for cell, text in zip(heads.cells, ("Sign off", "Chief officer", "Lead inspector"), strict=True):
        label(cell, text)
    entries = (
        ("Name and post", "{{ addressee.name }}, {{ addressee.post }}", f"{LEAD}, lead inspector", 0),
        ("I have seen the final version (signature)", "", "", 12),
        ("Date", "", "", 8),
    )
    for name, chief, lead, height in entries:
        made_row = row(one, widths, height_mm=height)
        label(made_row.cells[0], name)
        words(made_row.cells[1], chief)
        words(made_row.cells[2], lead)
    control("sign-off", one._tbl)
    gap(made, 1)


def packed(made: Any, title: str) -> bytes:
    """The document as bytes that are the same every time, with no names and no times in them."""
    properties = made.core_properties
    properties.title, properties.language = title, "en-GB"
    for name in ("author", "last_modified_by", "comments", "keywords", "category"):
        setattr(properties, name, "")
    for holder in (made.part, made.part.package):
        for id, related in list(holder.rels.items()):
            if related.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects")):
                del holder.rels[id]
    file = io.BytesIO()
    made.save(file)
    source = zipfile.ZipFile(file)
    first = ["[Content_Types].xml", "_rels/.rels"]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in first + sorted(set(source.namelist()) - set(first)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(info, source.read(name))
    return out.getvalue()


FORMS = {"jtai-2017/referring-concerns/1.0.0": referring_concerns}


def main() -> None:
    """Write every form into its template's folder."""
    for folder, make in FORMS.items():
        (TEMPLATES / folder / "form.docx").write_bytes(make())


if __name__ == "__main__":
    main()
