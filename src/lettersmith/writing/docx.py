"""A manuscript to a Word file: the letterhead with the words put in, the same bytes every time."""

from __future__ import annotations

from html import escape

from lettersmith.model.look import Look
from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.writing.docx_body import Body, escaped
from lettersmith.writing.docx_form import form_parts
from lettersmith.writing.docx_letterhead import (
    R,
    WordLetterhead,
    footnotes_xml,
    letterhead,
    relationships_xml,
)
from lettersmith.writing.docx_numbering import numbering_xml
from lettersmith.writing.docx_styles import XML, W
from lettersmith.writing.docx_zip import Member, archive, pack, pack_once
from lettersmith.writing.looks import marking

CHANGING = ("word/document.xml", "word/footnotes.xml", "docProps/")
"""Parts of a form that differ from letter to letter; any other is likely to be the template's own, unchanged."""


def write(manuscript: Manuscript, look: Look) -> bytes:
    """The bytes of a Word file with the words of a manuscript.

    A manuscript of a whole Word template is that template with its filled parts; `look` does not touch it.
    Characters that XML cannot hold are not looked for here: the checks refuse them, and reading back does.
    """
    if manuscript.form is not None:
        return archive(pack_form_part(name, data) for name, data in form_parts(manuscript).items())
    paper = letterhead(look, manuscript.language)
    members = dict(paper.members)
    for name, text in letter_parts(manuscript, paper).items():
        often = name.startswith(("word/header", "word/footer"))
        members[name] = (pack_once if often else pack)(name, text.encode("utf-8"))
    return archive(members.values())


def letter_parts(manuscript: Manuscript, paper: WordLetterhead) -> dict[str, str]:
    """The parts that the words make, by name."""
    body = Body(paper)
    text = body.blocks(manuscript.blocks)
    parts = {
        "word/document.xml": f"{XML}<w:document {W} {R}><w:body>{text}{paper.section}</w:body></w:document>",
        "docProps/core.xml": core_xml(manuscript),
        **edge_part("header", manuscript, paper),
        **edge_part("footer", manuscript, paper),
    }
    if body.links:
        parts["word/_rels/document.xml.rels"] = relationships_xml(body.links)
    if body.needs_numbering:
        parts["word/numbering.xml"] = numbering_xml(paper.look, body.starts)
    if manuscript.notes:
        notes = Body(paper)
        parts["word/footnotes.xml"] = footnotes_xml(
            "".join(note_xml(number, notes.spans(note)) for number, note in enumerate(manuscript.notes, 1))
        )
        if notes.links:
            parts["word/_rels/footnotes.xml.rels"] = relationships_xml(notes.links, ())
    return parts


def edge_part(name: str, manuscript: Manuscript, paper: WordLetterhead) -> dict[str, str]:
    """The header or footer of every page, with its links."""
    edge = Body(paper)
    if name == "header":
        lines = mark_line(manuscript) + edge_lines(edge, manuscript.header, "Header")
    else:
        lines = edge_lines(edge, manuscript.footer, "Footer") + page_line(manuscript, paper.look)
    tag = "hdr" if name == "header" else "ftr"
    empty = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'
    parts = {f"word/{name}.xml": f"{XML}<w:{tag} {W} {R}>{lines or empty}</w:{tag}>"}
    if edge.links:
        parts[f"word/_rels/{name}.xml.rels"] = relationships_xml(edge.links, ())
    return parts


def edge_lines(edge: Body, blocks: tuple[Block, ...], style: str) -> str:
    """The texts of a header or footer, a paragraph each."""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{edge.spans(spans)}</w:p>'
        for block in blocks
        for spans in block.texts()
    )


def mark_line(manuscript: Manuscript) -> str:
    """The marking at the top of a page, in the middle; a draft says so before it."""
    text = marking(manuscript)
    if not text:
        return ""
    return f'<w:p><w:pPr><w:pStyle w:val="Marking"/></w:pPr>{run(text)}</w:p>'


def page_line(manuscript: Manuscript, look: Look) -> str:
    """The last line of a page: the marking in the middle, the page's number at the right."""
    before, found, rest = look.page_number.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = f"{run(before)}{field('PAGE') if found else ''}{run(between)}"
    total = f"{field('NUMPAGES')}{run(after)}" if "{pages}" in rest else ""
    bold = "<w:b/><w:bCs/>" if look.texts["marking"].bold else ""
    middle = run(marking(manuscript), f'<w:rPr>{bold}<w:color w:val="{look.texts["marking"].colour}"/></w:rPr>')
    tab = "<w:r><w:tab/></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>{tab}{middle}{tab}{number}{total}</w:p>'


def run(text: str, properties: str = "") -> str:
    """Words of one look."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""


def field(code: str) -> str:
    """A number that Word fills in."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def note_xml(number: int, spans: str) -> str:
    """One footnote: its raised number, and its words."""
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{spans}</w:p></w:footnote>'
    )


def core_xml(manuscript: Manuscript) -> str:
    """The title and the language; no names, and no times."""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(manuscript.title, quote=False)}</dc:title><dc:language>{manuscript.language}</dc:language>"
        "</cp:coreProperties>"
    )


def pack_form_part(name: str, data: bytes) -> Member:
    """One part of a whole Word template; those that no letter changes are compressed once."""
    return pack(name, data) if name.startswith(CHANGING) else pack_once(name, data)
