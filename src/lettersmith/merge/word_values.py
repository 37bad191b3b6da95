"""Values as they stand in the XML of a Word part: escaped, and never read as anything but words."""

from __future__ import annotations

import re
from typing import Any

from lettersmith.merge.fill import BLANK_LINE, has_blank_line
from lettersmith.merge.values import Leaf, Long
from lettersmith.merge.word_events import TOKEN
from lettersmith.model.manuscript import Block, Span


def paragraphs_of(value: Any) -> list[tuple[Span, ...]]:
    """The paragraphs of a value that has more than one, or of a long text; items of lists bear their sign."""
    if type(value) is Long and value.value.blocks:
        return [_with_sign(block) for block in value.value.blocks]
    if type(value) is Leaf and type(text := value.value) is str and "\n" in text and has_blank_line(text):
        return [(Span(one, value.origin),) for one in BLANK_LINE.split(text.replace("\r\n", "\n").strip("\n"))]
    return []


def _with_sign(block: Block) -> tuple[Span, ...]:
    sign = {"bullet": "• ", "number": f"{block.number}. "}.get(block.marker, "")
    return (Span(sign, block.origin), *block.spans) if sign else block.spans


def still_open(xml: str) -> list[str]:
    """The names of the elements that are open at the end of some XML, outermost first."""
    names: list[str] = []
    for token in TOKEN.finditer(xml):
        if token[2] and token[1]:
            names.pop()
        elif token[2] and not token[4]:
            names.append(token[2])
    return names


def in_bold(words: str, opening: str) -> str:
    """Words as a bold run of their own between two runs of the look that the paragraph's opening gives."""
    run = opening[opening.rindex("<w:r>") if "<w:r>" in opening else opening.rindex("<w:r ") :]
    bold = re.sub(r"^(<w:r\b[^>]*>)(?:<w:rPr>((?:<w:rStyle [^>]*/>|<w:rFonts [^>]*/>)*))?", _bolder, run, count=1)
    return f"</w:t></w:r>{bold}{words}</w:t></w:r>{run}"


def _bolder(found: re.Match[str]) -> str:
    if found[2] is None:
        return f"{found[1]}<w:rPr><w:b/></w:rPr>"
    return f"{found[1]}<w:rPr>{found[2]}<w:b/>"


def in_text(text: str) -> str:
    """Words as they stand between the tags of XML: a line end and a tab are elements of their own there."""
    xml = escaped(text)
    if "\n" in xml or "\t" in xml:
        xml = xml.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        xml = xml.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return xml


def in_attribute(text: str) -> str:
    """Words as they stand in an attribute: the alt text of a picture."""
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")


def escaped(text: str) -> str:
    """Words as they stand in XML, in an attribute too."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text
