"""A Word file with everything that people put into one, as valid XML; and files of parts."""

from __future__ import annotations

import io
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    f' xmlns:wps="{MICROSOFT}/word/2010/wordprocessingShape" xmlns:w14="{MICROSOFT}/word/2010/wordml"'
    f' xmlns:w15="{MICROSOFT}/word/2012/wordml" xmlns:w16cid="{MICROSOFT}/word/2016/wordml/cid"'
    f' xmlns:w16cex="{MICROSOFT}/word/2018/wordml/cex"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' mc:Ignorable="w14 w15 w16cid w16cex"'
)
WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = {
    "document": f"{WORDPROCESSING}.document.main+xml",
    "styles": f"{WORDPROCESSING}.styles+xml",
    "footnotes": f"{WORDPROCESSING}.footnotes+xml",
    "endnotes": f"{WORDPROCESSING}.endnotes+xml",
    "header": f"{WORDPROCESSING}.header+xml",
    "footer": f"{WORDPROCESSING}.footer+xml",
    "settings": f"{WORDPROCESSING}.settings+xml",
    "numbering": f"{WORDPROCESSING}.numbering+xml",
    "comments": f"{WORDPROCESSING}.comments+xml",
    "commentsExtended": f"{WORDPROCESSING}.commentsExtended+xml",
    "commentsIds": f"{WORDPROCESSING}.commentsIds+xml",
    "commentsExtensible": f"{WORDPROCESSING}.commentsExtensible+xml",
    "people": f"{WORDPROCESSING}.people+xml",
    "diagramData": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
}
KINDS = {
    "commentsExtended": f"{MICROSOFT}/2011/relationships/commentsExtended",
    "commentsIds": f"{MICROSOFT}/2016/09/relationships/commentsIds",
    "commentsExtensible": f"{MICROSOFT}/2018/08/relationships/commentsExtensible",
    "people": f"{MICROSOFT}/2011/relationships/people",
}
"""Kinds of relationship that are not among the standard's own."""

SIGNED = 'w:author="Ada Quill" w:date="2017-03-07T09:00:00Z"'


def t(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, look: str = "") -> str:
    """A paragraph; `look` is what stands in its properties."""
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(inside)}</w:p>"


def inserted(*inside: str, id: int = 900) -> str:
    return f'<w:ins w:id="{id}" {SIGNED}>{"".join(inside)}</w:ins>'


def deleted(text: str, id: int = 901) -> str:
    words = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{id}" {SIGNED}>{words}</w:del>'


def field(code: str, *result: str) -> str:
    """A complex field with its result."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")]
    words = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{marks[0]}{words}{marks[1]}{''.join(result)}{marks[2]}"


def field_in_code(inner: str, result: str) -> str:
    """A field whose code holds another field."""
    words = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'
    begin, rest = field(" IF ", t(result)).split("</w:instrText></w:r>", 1)
    return f"{begin}</w:instrText></w:r>{inner}{words.format(' = 1 ')}{rest}"


def control(*inside: str, id: int = 1) -> str:
    """A content control in a line."""
    return f'<w:sdt><w:sdtPr><w:id w:val="{id}"/></w:sdtPr><w:sdtContent>{"".join(inside)}</w:sdtContent></w:sdt>'


def linked(id: str, *inside: str) -> str:
    return f'<w:hyperlink r:id="{id}">{"".join(inside)}</w:hyperlink>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells of paragraphs."""
    width = max(map(len, rows))
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * width + "</w:tblGrid>"
    cell = '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{}</w:tc>'
    body = "".join(f"<w:tr>{''.join(cell.format(inside) for inside in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{body}</w:tbl>'


def text_box(*inside: str, id: int = 50, alt: str = "") -> str:
    """A text box as Word writes it: once for itself, once for older programs."""
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    size = '<wp:extent cx="1800000" cy="900000"/>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    graphic = (
        f'<a:graphic><a:graphicData uri="{MICROSOFT}/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic>'
    )
    inline = f'<wp:inline>{size}<wp:docPr id="{id}" name="Box" descr="{alt}"/>{graphic}</wp:inline>'
    older = f'<v:shape id="b{id}" style="width:100pt;height:50pt"><v:textbox>{content}</v:textbox></v:shape>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inline}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{older}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def commented(id: int, *inside: str) -> str:
    """Words with a comment on them."""
    marks = f'<w:commentRangeStart w:id="{id}"/>', f'<w:commentRangeEnd w:id="{id}"/>'
    return f'{marks[0]}{"".join(inside)}{marks[1]}<w:r><w:commentReference w:id="{id}"/></w:r>'


def comment(id: int, text: str, paragraph_id: str = "", author: str = "Ada Quill") -> str:
    known = f' w14:paraId="{paragraph_id}"' if paragraph_id else ""
    words = f"<w:p{known}><w:r><w:annotationRef/></w:r>{t(text)}</w:p>"
    return (
        f'<w:comment w:id="{id}" w:author="{author}" w:date="2017-03-06T10:00:00Z" w:initials="AQ">{words}</w:comment>'
    )


def root(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {NAMES}>{inside}</w:{name}>'


STYLES = root(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>',
)
HEADING = '<w:pStyle w:val="Heading1"/>'


def word_file(
    body: str,
    parts: dict[str, str] | None = None,
    links: dict[str, str] | None = None,
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A Word file: a body, further parts by the names of their files, addresses by relationship, and other members."""
    texts = {"styles": STYLES, **(parts or {})}
    related = [
        f'<Relationship Id="{name}" Type="{KINDS.get(kind(name), f"{OFFICE}/{kind(name)}")}" Target="{name}.xml"/>'
        for name in texts
    ] + [
        f'<Relationship Id="{id}" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        for id, target in (links or {}).items()
    ]
    all_related = "".join(related)
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT_TYPES[kind(name)]}"/>'
        for name in ("document", *texts)
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    office = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{defaults}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{office}</Relationships>',
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{all_related}</Relationships>',
        **{f"word/{name}.xml": text for name, text in texts.items()},
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def kind(name: str) -> str:
    return name.rstrip("0123456789")


def note(kind: str, id: int, text: str) -> str:
    return f'<w:{kind} w:id="{id}">{p(f"<w:r><w:{kind}Ref/></w:r>", t(text))}</w:{kind}>'


HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
"""What calls the first header, inside the properties of a section."""

BODY = (
    p(t("Front door"), look=HEADING)
    + p(t("Leaders in "), t("Wex", "<w:b/>"), t("combe", "<w:b/><w:i/>"), t(" know the front door well."))
    + p(
        t("They "),
        inserted(t("always ")),
        deleted("sometimes "),
        t("listen to "),
        inserted(t("every child"), id=902),
        t("."),
    )
    + p(
        t("See "),
        linked("link", t("the "), t("portal", '<w:u w:val="single"/>')),
        t(" and "),
        control(t("Ada "), t("Quill", "<w:i/>")),
        t(" on "),
        field(" DATE ", t("7 March"), t(" 2017")),
        t(" or "),
        '<w:fldSimple w:instr=" AUTHOR ">' + t("Sam Okoro") + "</w:fldSimple>",
        t("."),
    )
    + p(
        commented(3, t("A comment of Ada Quill")),
        '<w:commentRangeStart w:id="4"/><w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
        t(" stands here."),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        t(" So does a note."),
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
    )
    + p(t("Practice"), look=HEADING)
    + table((p(t("Agency")), p(t("What they do"))), (p(t("Police")) + p(t("Health")), p(t("They act at once."))))
    + p(t("Before the box "), text_box(p(t("Words in the box.")), alt="A plan of the door"), t("and after it."))
    + p(t("Seen"), t("unseen", "<w:vanish/>"), t(" and seen"), t("by style", '<w:rStyle w:val="Unseen"/>'), t("."))
    + p(
        t("A formula "),
        "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>",
        t(" and a sign "),
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
    )
    + p(t("A line"), "<w:r><w:br/></w:r>", t("break, a"), "<w:r><w:tab/></w:r>", t("tab."))
    + '<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>'
    + p(t("A paragraph in a control."))
    + "</w:sdtContent></w:sdt>"
    + f'<w:sectPr>{HEADER}<w:footerReference w:type="default" r:id="footer1"/>'
    + '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)
PARTS = {
    "footnotes": root("footnotes", note("footnote", 2, " A word in a footnote.")),
    "endnotes": root("endnotes", note("endnote", 2, " A word in an endnote.")),
    "header1": root("hdr", p(t("A word in the header."))),
    "footer1": root("ftr", p(t("A word in the footer."))),
    "comments": root(
        "comments", comment(3, "Is this [insert name]?", "00000011") + comment(4, "Yes.", "00000012", "Sam Okoro")
    ),
    "commentsExtended": (
        f'<w15:commentsEx {NAMES}><w15:commentEx w15:paraId="00000011" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000012" w15:paraIdParent="00000011" w15:done="0"/></w15:commentsEx>'
    ),
    "commentsIds": (
        f'<w16cid:commentsIds {NAMES}><w16cid:commentId w16cid:paraId="00000011" w16cid:durableId="20000011"/>'
        '<w16cid:commentId w16cid:paraId="00000012" w16cid:durableId="20000012"/></w16cid:commentsIds>'
    ),
    "people": (
        f'<w15:people {NAMES}><w15:person w15:author="Ada Quill"><w15:presenceInfo w15:providerId="None"'
        ' w15:userId="Ada Quill"/></w15:person></w15:people>'
    ),
}  # fmt: skip


def everything() -> bytes:
    """A Word file with everything in it."""
    return word_file(BODY, PARTS, {"link": "https://example.org/portal"})
