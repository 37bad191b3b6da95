"""The page beside an email: address, subject and text to copy, for mail programs that do not open drafts.

The buttons need the page's own small script; without it everything can still be selected and copied by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lettersmith.model.manuscript import DRAFT_NOTICE, Manuscript
from lettersmith.writing import eml_html, txt
from lettersmith.writing.eml_headers import headers
from lettersmith.writing.printable import refuse_unprintable

_STYLE = """\
* { box-sizing: border-box; }
body { margin: 0; background: #f3f4f5; color: #0b0c0c; font: 1.0625rem/1.5 Arial, Helvetica, sans-serif; }
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 .5rem; color: #1d3c5c; }
h2 { font-size: 1.0625rem; margin: 0; }
.lead { margin: 0 0 1.5rem; max-width: 40rem; }
.label { margin: 0 0 1rem; border: 2px solid #942514; padding: .35rem .75rem; font-weight: 700; color: #942514; \
text-align: center; background: #fff; }
.field { background: #fff; border: 1px solid #b1b4b6; border-left: 6px solid #1d3c5c; padding: .85rem 1rem 1rem; \
margin: 0 0 1rem; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 2.5rem; }
.value { margin: .35rem 0 0; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all; }
.letter { margin: .75rem 0 0; border-top: 1px solid #b1b4b6; padding: 1.25rem 0 0; max-width: 580px; overflow-wrap: \
break-word; }
pre { margin: .75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; \
font: .9375rem/1.5 Consolas, Menlo, monospace; }
summary { cursor: pointer; font-weight: 700; padding: .35rem 0; }
ul.files { margin: .35rem 0 0; padding-left: 1.4em; }
button { flex: none; min-height: 2.5rem; padding: 0 1rem; border: 2px solid #1d3c5c; background: #1d3c5c; color: #fff; \
font: inherit; font-size: 1rem; cursor: pointer; }
button:hover { background: #0f2740; }
button[hidden] { display: none; }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; background-color: #fd0; color: #0b0c0c; }
@media print { button { display: none; } body { background: none; } }
"""

_SCRIPT = """\
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.copy);
    const range = document.createRange();
    range.selectNodeContents(field);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const copied = document.execCommand("copy");
    document.getElementById("said").textContent = copied
      ? button.dataset.name + " copied." : "Press Ctrl and C to copy.";
    button.textContent = copied ? "Copied" : "Press Ctrl+C";
    setTimeout(() => { button.textContent = "Copy"; }, 2500);
  });
}
"""


def write(manuscript: Manuscript, attachments: Sequence[str] = ()) -> bytes:
    """The page as UTF-8 bytes. `attachments` are the names of the files to attach.

    Raises NotCleared for a header that could be misread (`Email.Header`), as the email itself does.
    """
    refuse_unprintable(manuscript)
    chosen = headers(manuscript)
    labels = (manuscript.marking, DRAFT_NOTICE if manuscript.stage == "draft" else "")
    name = chosen.to.display_name
    letter = eml_html.letter(manuscript).replace("<main>", "<div>").replace("</main>", "</div>")
    pieces = [
        "<h1>Email to copy</h1>",
        '<p class="lead">Open the .eml file beside this page and your mail program should show the finished email. '
        "If it does not, start a new email and copy each of these into it.</p>",
        *(f'<p class="label">{_text(label)}</p>' for label in labels if label),
        _field("To", "to", f'<p class="value" id="to">{_text(chosen.to.addr_spec)}</p>', f" ({name})" if name else ""),
        _field("Subject", "subject", f'<p class="value" id="subject">{_text(chosen.subject)}</p>'),
        _field("Text", "letter", f'<div class="letter" id="letter">{letter}</div>'),
        *_files(attachments),
        _plain(manuscript),
    ]
    return _page(f"Copy: {chosen.subject}", manuscript.language, pieces).encode("utf-8")


def _page(title: str, language: str, pieces: Sequence[str]) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{_text(title)}</title>",
            f"<style>\n{_STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            *pieces,
            '<p id="said" role="status"></p>',
            "</main>",
            f"<script>\n{_SCRIPT}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _field(name: str, target: str, value: str, beside: str = "") -> str:
    button = (
        f'<button type="button" hidden data-copy="{target}" data-name="{name}" aria-label="Copy: {name}">Copy</button>'
    )
    heading = f"<h2>{name}{_text(beside)}</h2>"
    return f'<section class="field">\n<div class="top">{heading}{button}</div>\n{value}\n</section>'


def _files(attachments: Sequence[str]) -> list[str]:
    if not attachments:
        return []
    items = "".join(f"<li>{_text(name)}</li>" for name in attachments)
    return [
        f'<section class="field">\n<div class="top"><h2>Attach these files</h2></div>\n<ul class="files">{items}</ul>\n'
        "</section>"
    ]


def _plain(manuscript: Manuscript) -> str:
    words = _text(txt.text(manuscript))
    return (
        '<section class="field">\n<details><summary>The text without its look</summary>\n'
        f'<pre id="plain">{words}</pre>\n</details>\n</section>'
    )


def _text(words: str) -> str:
    return escape(words, quote=False)
