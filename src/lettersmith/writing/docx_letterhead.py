"""The Word letterhead: every part of a letter that its words do not change, made once for a look."""

from __future__ import annotations

from typing import NamedTuple

from lettersmith.model.look import Look
from lettersmith.writing.docx_numbering import READY, numbering_xml
from lettersmith.writing.docx_styles import XML, W, styles_xml, twips
from lettersmith.writing.docx_zip import Member, pack

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
R = f'xmlns:r="{OFFICE}"'
WORD_PARTS = ("styles", "numbering", "settings", "fontTable", "footnotes", "header", "footer")
"""Parts of every letter beside its text. Their relationship ids are rId1, rId2 and on, in this order."""
KEPT = 8
"""Letterheads kept ready: few looks and languages are in use at a time."""


class WordLetterhead(NamedTuple):
    """The unchanging parts of the letters of one look."""

    look: Look
    language: str
    members: dict[str, Member]
    """Packed already, by name."""
    section: str
    """Paper, margins, header and footer: the last element of the text."""
    beginnings: dict[object, str]
    """What begins a paragraph, by kind of block: filled as letters need them."""


_ready: list[WordLetterhead] = []


def letterhead(look: Look, language: str) -> WordLetterhead:
    """The letterhead of a look, from store where it has been made before."""
    for known in _ready:
        if known.language == language and (known.look is look or known.look == look):
            return known
    made = compile_letterhead(look, language)
    _ready[KEPT - 1 :] = []
    _ready.insert(0, made)
    return made


def compile_letterhead(look: Look, language: str) -> WordLetterhead:
    """Every part that does not depend on the words, packed."""
    parts = {
        "[Content_Types].xml": content_types_xml(),
        "_rels/.rels": root_relationships_xml(),
        "word/_rels/document.xml.rels": relationships_xml(()),
        "word/fontTable.xml": font_table_xml(look),
        "word/footnotes.xml": footnotes_xml(""),
        "word/numbering.xml": numbering_xml(look, [1] * READY),
        "word/settings.xml": settings_xml(language),
        "word/styles.xml": styles_xml(look, language),
    }
    members = {name: pack(name, text.encode("utf-8")) for name, text in parts.items()}
    return WordLetterhead(look, language, members, section_xml(look), {})


def content_types_xml() -> str:
    """What kind of thing each part is."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {f"/word/{name}.xml": f"{word}.{name}+xml" for name in WORD_PARTS}
    kinds["/word/document.xml"] = f"{word}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(kinds.items()))
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def root_relationships_xml() -> str:
    """Where the text and the title are."""
    return (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )


def relationships_xml(links: tuple[str, ...] | list[str], parts: tuple[str, ...] = WORD_PARTS) -> str:
    """The other parts and the outside addresses (escaped already) that a part leads to: `link1` is the first."""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, 1)
    )
    outside = "".join(
        f'<Relationship Id="link{number}" Type="{OFFICE}/hyperlink" Target="{address}" TargetMode="External"/>'
        for number, address in enumerate(links, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{inside}{outside}</Relationships>'


def font_table_xml(look: Look) -> str:
    """The one family that the letter asks for."""
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{look.word_font}"><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def footnotes_xml(notes: str) -> str:
    """The footnotes, with the two lines that Word wants before any."""
    tight = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return (
        f"{XML}<w:footnotes {W} {R}>"
        f'<w:footnote w:type="separator" w:id="-1"><w:p>{tight}<w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{tight}<w:r><w:continuationSeparator/></w:r></w:p>'
        f"</w:footnote>{notes}</w:footnotes>"
    )


def settings_xml(language: str) -> str:
    """How Word lays the letter out: as the Word of 2013 and after, so that every desk breaks its pages alike."""
    office = "http://schemas.microsoft.com/office/word"
    modern = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{office}" w:val="{value}"/>' for name, value in modern.items()
    )
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def section_xml(look: Look) -> str:
    """The page: the same header and footer on the first and on every other."""
    points = 72 / 25.4
    header, footer = (f"rId{WORD_PARTS.index(name) + 1}" for name in ("header", "footer"))
    lengths = {
        "top": look.margin_top_mm,
        "right": look.margin_right_mm,
        "bottom": look.margin_bottom_mm,
        "left": look.margin_left_mm,
        "header": look.header_mm,
        "footer": look.footer_mm,
        "gutter": 0.0,
    }
    margins = " ".join(f'w:{name}="{twips(length * points)}"' for name, length in lengths.items())
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{twips(look.page_width_mm * points)}" w:h="{twips(look.page_height_mm * points)}"/>'
        f"<w:pgMar {margins}/></w:sectPr>"
    )
