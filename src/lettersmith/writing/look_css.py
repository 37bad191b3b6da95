"""The look of a letter as CSS, for the web page: screens first, then paper."""

from __future__ import annotations

from lettersmith.model.look import Look

INK = "#0b0c0c"
"""Nearly black: 19 to 1 on white."""
QUIET = "#484e52"
"""Grey for header and footer: 8 to 1 on white. Not the look's own grey, which may be chosen for lines."""

_CSS = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%%; text-size-adjust: 100%%; }
body { margin: 0; background: #f3f4f5; color: %(ink)s; font: 1.1875rem/1.55 %(fonts)s; overflow-wrap: break-word; }
.page { max-width: 46rem; margin: 0 auto; background: #fff; padding: 1.25rem; }
header, footer { color: %(quiet)s; font-size: 1rem; }
header { border-bottom: 3px solid %(accent)s; margin-bottom: 2rem; padding-bottom: .75rem; color: %(accent)s; }
footer { border-top: 1px solid %(rule)s; margin-top: 2.5rem; padding-top: .75rem; }
header p, footer p { margin: 0 0 .25rem; }
.marking { margin: 0 0 .5rem; color: %(ink)s; font-weight: 700; text-align: center; letter-spacing: .04em; }
.draft { margin: 0 0 .75rem; border: 2px solid #942514; padding: .35rem .75rem; color: #942514; font-weight: 700; \
text-align: center; }
footer > .marking, footer > .draft { margin: .75rem 0 0; }
h1, h2, h3, h4, h5, h6 { color: %(accent)s; line-height: 1.25; margin: 2rem 0 .75rem; }
h1 { font-size: 1.875rem; margin-top: 1.5rem; }
h2 { font-size: 1.4375rem; }
h3, h4, h5, h6 { font-size: 1.1875rem; color: %(ink)s; margin-bottom: .4rem; }
p { margin: 0 0 1rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.6em; }
li { margin-bottom: .4rem; padding-left: .2em; }
li > ul, li > ol { margin: .4rem 0 0; }
li > p { margin: .4rem 0 0; }
a { color: #1a4f8b; text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
a:focus-visible, .table:focus-visible { outline: 3px solid %(ink)s; outline-offset: 2px; \
background: #ffdd00; color: %(ink)s; }
sup { line-height: 0; font-size: .75em; }
sup a { padding: .5em .25em; }
hr { border: 0; border-top: 1px solid %(rule)s; margin: 2rem 0; }
.address, .signature, .copies, .contact { margin: 1.5rem 0; }
.address p, .signature p, .copies p, .contact p { margin: 0 0 .25rem; }
.signature { margin-top: 2.5rem; }
.subject p { font-weight: 700; }
.box, .notice { border: 2px solid %(accent)s; padding: 1rem 1.25rem; margin: 1.5rem 0; }
.notice { border-left-width: 10px; }
.box > :first-child, .notice > :first-child { margin-top: 0; }
.box > :last-child, .notice > :last-child { margin-bottom: 0; }
.table { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%%; font-size: 1.0625rem; line-height: 1.4; }
th, td { border-bottom: 1px solid %(rule)s; padding: .5rem 1rem .5rem 0; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid %(ink)s; }
th:last-child, td:last-child { padding-right: 0; }
.notes { border-top: 1px solid %(rule)s; margin-top: 2.5rem; font-size: 1rem; }
section.notes > ol { margin-top: .75rem; border: 0; }
@media (min-width: 48rem) {
  body { padding: 2rem 1rem; }
  .page { padding: 3rem 4rem; box-shadow: 0 0 0 1px #d5d8da; }
}
@media screen and (max-width: 34rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%%); }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid %(rule)s; padding: .6rem 0; }
  tr:first-child { border-top: 2px solid %(ink)s; }
  td { border: 0; padding: 0 0 .15rem; }
  td:empty { display: none; }
  td[data-label]::before { content: attr(data-label) " "; font-weight: 700; }
  td[data-label]:first-child::before { content: none; }
}
@page { size: A4; margin: %(top)smm %(right)smm %(bottom)smm %(left)smm; %(running)s}
@media print {
  body { background: none; padding: 0; font: %(size)spt/1.35 %(fonts)s; }
  .page { max-width: none; padding: 0; box-shadow: none; }
  h1 { font-size: %(h1)spt; } h2 { font-size: %(h2)spt; } h3, h4, h5, h6 { font-size: %(size)spt; }
  table { font-size: %(cell)spt; } header, footer, .notes { font-size: %(note)spt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } tr, li, .box, .notice, .signature { break-inside: avoid; }
  thead { display: table-header-group; } p { orphans: 2; widows: 2; }
  a { color: inherit; } a.named::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  [role="doc-backlink"] { display: none; }
}
@media (prefers-contrast: more) { header, footer, h1, h2 { color: %(ink)s; } body { background: #fff; } }
"""


def css(look: Look, running: str) -> str:
    """The style sheet of a page. `running` stands at the top and bottom of every printed sheet; empty for nothing."""
    size = look.texts["body"].size
    values: dict[str, object] = {
        "ink": INK,
        "quiet": QUIET,
        "accent": f"#{look.accent_colour}",
        "rule": f"#{look.rule_colour}",
        "fonts": f"{_text(look.word_font)}, {_text(look.font)}, Arial, Helvetica, sans-serif",
        "size": size,
        "h1": _size(look, "heading1", size),
        "h2": _size(look, "heading2", size),
        "cell": _size(look, "cell", size),
        "note": _size(look, "note", size),
        "top": look.margin_top_mm,
        "right": look.margin_right_mm,
        "bottom": look.margin_bottom_mm,
        "left": look.margin_left_mm,
        "running": _margin_boxes(running),
    }
    return _CSS % values


def _size(look: Look, name: str, otherwise: float) -> float:
    return look.texts[name].size if name in look.texts else otherwise


def _margin_boxes(running: str) -> str:
    if not running:
        return ""
    box = f"{{ content: {_text(running)}; font: 700 10pt Arial, Helvetica, sans-serif; }}"
    return f"@top-center {box} @bottom-center {box} "


def _text(words: str) -> str:
    """A CSS string: everything but plain letters as a numbered escape, so that no value can end it."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in words) + '"'
