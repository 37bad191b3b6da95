"""The parts of a whole Word template, filled already; a draft's remarks are put at the end of its text."""

from __future__ import annotations

from collections.abc import Mapping

from lettersmith.model.manuscript import Block, Manuscript
from lettersmith.writing.docx_body import escaped

DOCUMENT = "word/document.xml"
REMARKS = "remarks"
"""The part of the manuscript that a draft has more than its form."""


def form_parts(manuscript: Manuscript) -> Mapping[str, bytes]:
    """Every part of the form by name, with the remarks of a draft."""
    form = manuscript.form or {}
    remarks = [block for block in manuscript.blocks if REMARKS in block.parts]
    if manuscript.stage != "draft" or not remarks:
        return form
    text = form[DOCUMENT].decode("utf-8")
    at = text.rindex("<w:sectPr") if "<w:sectPr" in text else text.rindex("</w:body>")
    return {**form, DOCUMENT: (text[:at] + "".join(map(remark, remarks)) + text[at:]).encode("utf-8")}


def remark(block: Block) -> str:
    """One paragraph of a remark, in the form's own letters."""
    heading = block.kind == "heading"
    first = "<w:pageBreakBefore/>" if heading else ""
    runs = "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if span.bold or heading else ''}"
        f'<w:t xml:space="preserve">{escaped(span.text)}</w:t></w:r>'
        for span in block.spans
    )
    return f'<w:p><w:pPr>{first}<w:spacing w:after="80"/></w:pPr>{runs}</w:p>'
