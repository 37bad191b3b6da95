"""The HTML half of an email: one column, styles at each element, nothing remote, as mail programs want it.

The layout follows what GOV.UK Notify found to work in Outlook, Gmail and phones (layout tables, inline styles,
580 pixels), without any brand.
"""

from __future__ import annotations

from html import escape

from lettersmith.model.manuscript import DRAFT_NOTICE, Manuscript
from lettersmith.writing.markup import elements, note_list

_FONT = "font-family:Helvetica,Arial,sans-serif"
_BODY = f"{_FONT};font-size:16px;line-height:1.5;color:#0b0c0c"
_STYLES = {
    "h1": f"{_FONT};font-size:24px;line-height:1.3;font-weight:bold;color:#0b0c0c;margin:0 0 20px",
    "h2": f"{_FONT};font-size:19px;line-height:1.3;font-weight:bold;color:#0b0c0c;margin:30px 0 10px",
    "h3": f"{_FONT};font-size:16px;line-height:1.4;font-weight:bold;color:#0b0c0c;margin:20px 0 8px",
    "p": f"{_BODY};margin:0 0 16px",
    "ul": f"{_BODY};margin:0 0 16px;padding:0 0 0 24px",
    "ol": f"{_BODY};margin:0 0 16px;padding:0 0 0 28px",
    "li": f"{_BODY};margin:0 0 6px;padding:0 0 0 4px",
    "a": "color:#1a4f8b;text-decoration:underline;overflow-wrap:anywhere",
    "hr": "border:0;border-top:1px solid #b1b4b6;margin:24px 0",
    "table": "border-collapse:collapse;width:100%;margin:0 0 16px",
    "th": f"{_BODY};text-align:left;vertical-align:top;font-weight:bold;padding:8px 12px 8px 0;"
    "border-bottom:2px solid #0b0c0c",
    "td": f"{_BODY};text-align:left;vertical-align:top;padding:8px 12px 8px 0;border-bottom:1px solid #b1b4b6",
    "section": "border-top:1px solid #b1b4b6;margin:24px 0 0;padding:12px 0 0",
}
_PART_STYLES = {
    "address": "margin:0 0 20px",
    "signature": "margin:24px 0 20px",
    "copies": "margin:20px 0",
    "contact": "margin:20px 0",
    "box": "border:2px solid #0b0c0c;padding:14px 16px 1px;margin:20px 0",
    "notice": "border-left:10px solid #1d3c5c;padding:14px 0 1px 16px;margin:20px 0",
}
_CLOSE_LINES = frozenset({"address", "signature", "copies", "contact"})
"""Parts whose paragraphs stand close together, as the lines of an address do."""

_HEAD = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{title}</title>
<style>@media print {{ body {{ background: none !important; }} h1, h2, h3 {{ page-break-after: avoid; }} \
tr, li {{ page-break-inside: avoid; }} a {{ color: #0b0c0c !important; }} }}</style>
</head>
<body style="margin:0;padding:0;background:#ffffff">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
<tr><td align="center" style="padding:24px 16px">
<!--[if mso]><table role="presentation" width="580" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" \
style="border-collapse:collapse;max-width:580px">
<tr><td align="left" style="{body}">
"""
_TAIL = """
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
"""


def page(manuscript: Manuscript) -> str:
    """The HTML half as text: a whole page around the letter."""
    title = escape(" ".join(manuscript.title.split()) or "Email", quote=False)
    head = _HEAD.format(language=escape(manuscript.language), title=title, body=_BODY)
    return head + letter(manuscript) + _TAIL


def letter(manuscript: Manuscript) -> str:
    """The letter with inline styles: header, body and footnotes, footer, marking and draft notice at top and bottom."""
    labels = [
        f'<p style="{_BODY};font-weight:bold;text-align:center;{look}margin:0 0 16px">{escape(words, quote=False)}</p>'
        for words, look in (
            (manuscript.marking, ""),
            (
                DRAFT_NOTICE if manuscript.stage == "draft" else "",
                "color:#942514;border:2px solid #942514;padding:6px;",
            ),
        )
        if words
    ]
    notes = [note_list(manuscript.notes, _attributes)] if manuscript.notes else []
    pieces = [
        *_within("header", [*labels, elements(manuscript.header, _attributes)]),
        "<main>",
        elements(manuscript.blocks, _attributes),
        *notes,
        "</main>",
        *_within("footer", [elements(manuscript.footer, _attributes), *labels]),
    ]
    return "\n".join(pieces)


def _within(tag: str, parts: list[str]) -> list[str]:
    filled = [part for part in parts if part]
    return [f"<{tag}>", *filled, f"</{tag}>"] if filled else []


def _attributes(tag: str, role: str) -> str:
    if tag == "div":
        style = _PART_STYLES.get(role, "margin:0")
        return f' class="{role}" style="{style}"'
    style = _STYLES.get("h3" if tag in ("h4", "h5", "h6") else tag, "")
    if tag == "p" and role in _CLOSE_LINES:
        style = f"{_BODY};margin:0 0 2px"
    elif tag == "p" and role == "further":
        style = f"{_BODY};margin:6px 0 0"
    elif role == "inner":
        style = style.replace("margin:0 0 16px", "margin:6px 0 0")
    return f' style="{style}"' if style else ""
