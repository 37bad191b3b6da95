"""The styles of the Word letterhead, made from a look: every number of them explicit."""

from __future__ import annotations

from lettersmith.model.look import Look, TextLook
from lettersmith.writing.looks import BAR, FRAMED, KINDS, rule_look, text_width

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMED_DEPTHS = 5
"""Depths of list that have a style of their own in Word; deeper items have the last one's, and their own indent."""
SINGLE = 240
"""Single line spacing as Word counts it."""


def twips(points: float) -> int:
    """Points as Word counts lengths: in twentieths."""
    return round(points * 20)


def styles_xml(look: Look, language: str) -> str:
    """The whole of `word/styles.xml`."""
    return "".join(
        (
            f"{XML}<w:styles {W}>",
            defaults(look, language),
            *paragraph_styles(look),
            *list_styles(look),
            *part_styles(look),
            character_styles(look),
            table_styles(look),
            "</w:styles>",
        )
    )


def defaults(look: Look, language: str) -> str:
    """What holds where no style says otherwise: nothing is left to the program that opens the letter."""
    font = look.word_font
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:kern w:val="0"/>{letter_size(look.texts["body"].size)}'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{round(look.line * SINGLE)}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def paragraph_styles(look: Look) -> list[str]:
    """The styles of everything but lists and parts."""
    texts = look.texts
    line = border("top", look.rule_colour, 0.5, 4)
    heads = [
        style(f"Heading{level}", f"heading {level}", texts[f"heading{min(level, 3)}"], look, outline=level)
        for level in range(1, 7)
    ]
    return [
        style("Normal", "Normal", texts["body"], look, base=""),
        *heads,
        style("TableText", "Table Text", texts["cell"], look),
        style("TableHeading", "Table Heading", texts["cell_head"], look),
        style("TableGap", "Table Gap", TextLook(1.0, after=max(texts["body"].after - 1, 0)), look),
        style("Rule", "Rule", rule_look(look), look, above=borders(border("bottom", look.rule_colour, 0.5, 1))),
        style("Header", "header", texts["header"], look),
        style("Footer", "footer", texts["footer"], look),
        style("PageNumber", "Page Number", texts["footer"], look, above=borders(line) + page_tabs(look)),
        style("Marking", "Marking", texts["marking"], look, below='<w:jc w:val="center"/>'),
        style("FootnoteText", "footnote text", texts["note"], look),
    ]


def list_styles(look: Look) -> list[str]:
    """Bullets, numbers and the further paragraphs of an item, by depth."""
    found: list[str] = []
    for depth in range(1, NAMED_DEPTHS + 1):
        name = "" if depth == 1 else f" {depth}"
        left = look.list_indent * depth
        for kind, hang in (("Bullet", look.list_hang), ("Number", look.list_hang), ("Continue", 0.0)):
            id = f"List{kind}{name.strip()}"
            numbering = bullet_numbering(depth) if kind == "Bullet" else ""
            found.append(
                style(id, f"List {kind}{name}", look.texts["item"], look, above=numbering, left=left, hang=hang)
            )
    return found


def part_styles(look: Look) -> list[str]:
    """A style for each part of a template that looks different: `address` is "Letter Address"."""
    framed = {name: look.texts.get(name, look.texts.get("box", look.texts["body"])) for name in FRAMED}
    plain = {name: text for name, text in look.texts.items() if name not in KINDS | framed.keys()}
    return [
        *(style(part_style_id(name), part_style_name(name), text, look) for name, text in sorted(plain.items())),
        *(
            style(part_style_id(name), part_style_name(name), text, look, above=frame(look))
            for name, text in framed.items()
        ),
    ]


def part_style_name(part: str) -> str:
    """How Word lists the style of a part."""
    return f"Letter {part.replace('-', ' ').title()}"


def part_style_id(part: str) -> str:
    """The id of the style of a part."""
    return part_style_name(part).replace(" ", "")


def style(
    id: str,
    name: str,
    text: TextLook,
    look: Look,
    *,
    base: str = "Normal",
    outline: int = 0,
    above: str = "",
    below: str = "",
    left: float | None = None,
    hang: float = 0.0,
) -> str:
    """One paragraph style.

    `above` and `below` are settings that Word wants before and after the spacing and indents; `outline` is the level
    of a heading.
    """
    left = text.indent if left is None else left
    next_style = '<w:next w:val="Normal"/>' if outline else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    kind = 'w:default="1"' if not base else "" if name in BUILT_IN or name.startswith("List ") else 'w:customStyle="1"'
    keep = "<w:keepNext/><w:keepLines/>" if text.keep_with_next else ""
    indents = f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hang)}"/>' if left or hang else ""
    level = f'<w:outlineLvl w:val="{outline - 1}"/>' if outline else ""
    bold = "<w:b/><w:bCs/>" if text.bold else ""
    colour = f'<w:color w:val="{text.colour}"/>' if text.colour != "000000" else ""
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{id}"><w:name w:val="{name}"/>{based}{next_style}<w:qFormat/>'
        f"<w:pPr>{keep}<w:widowControl/>{above}{spacing(text.before, text.after, look)}{indents}{below}{level}</w:pPr>"
        f"<w:rPr>{bold}{colour}{letter_size(text.size)}</w:rPr></w:style>"
    )


BUILT_IN = ("Normal", "header", "footer", "footnote text", *(f"heading {level}" for level in range(1, 7)))


def spacing(before: float, after: float, look: Look) -> str:
    """The space around a paragraph and the pitch of its lines."""
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"'
        f' w:line="{round(look.line * SINGLE)}" w:lineRule="auto"/>'
    )


def letter_size(points: float) -> str:
    """Size of the letters; Word counts in half points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def border(side: str, colour: str, width: float, space: float) -> str:
    """One line beside a paragraph or cell: its width and its distance in points."""
    return f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}" w:color="{colour}"/>'


def borders(lines: str) -> str:
    """The lines of a paragraph."""
    return f"<w:pBdr>{lines}</w:pBdr>"


def frame(look: Look, inside: float = 0.0) -> str:
    """The bar of a framed part; `inside` is how far the paragraph stands in from the others of its frame."""
    indent = look.texts.get("box", look.texts["body"]).indent
    return borders(border("left", look.accent_colour, BAR, max(indent - BAR + inside, 0)))


def page_tabs(look: Look) -> str:
    """Where the marking (centred) and the page number (at the right) stand in the last line of a page."""
    width = text_width(look)
    return (
        f'<w:tabs><w:tab w:val="center" w:pos="{twips(width / 2)}"/>'
        f'<w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    )


def bullet_numbering(depth: int) -> str:
    """What makes a paragraph an item of a bulleted list (the first list of the numbering part)."""
    return f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr>'


def character_styles(look: Look) -> str:
    """Links and the raised number of a footnote."""
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{look.accent_colour}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def table_styles(look: Look) -> str:
    """The plain table that Word expects, and ours: thin lines between rows, room in every cell."""
    room = twips(look.cell_padding)
    sides = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    lines = "".join(border(side, look.rule_colour, 0.5, 0) for side in ("top", "bottom", "insideH"))
    none = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblCellMar>{none}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="LetterTable"><w:name w:val="Letter Table"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
    )
