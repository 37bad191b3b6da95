"""A look as Typst settings: letters, lines, and the spaces between them."""

from __future__ import annotations

from lettersmith.model.look import Look, TextLook

HEIGHT, ASCENT = 1.1499, 0.938
"""Of a line of Liberation Sans, in ems: the whole as Word counts it, and the part above the letters' feet (the sums of
the font's hhea table: ascender 0.9053, descender 0.2119, gap 0.0327)."""
MM = 72 / 25.4
"""Points in a millimetre."""
TABLE_RULE = 0.5
"""Width of the lines of a table, in points; each row is as much higher for it in Word."""
NOTES_APART = 6.3
"""From the text to the first footnote, in points, but for the line between them: as LibreOffice has it."""
SEPARATOR = 0.25
"""Length of the line above the footnotes, as a share of the width of the text."""


def settings(look: Look, title: str, language: str) -> str:
    """Everything that comes before the words."""
    tongue, _, region = language.partition("-")
    body = look.texts["body"]
    note = look.texts["note"]
    gap = note.after + below(look, note)
    headings = "\n".join(
        shown(f"heading.where(level: {level})", look, look.texts[f"heading{min(level, 3)}"]) for level in range(1, 7)
    )
    return f"""\
#set document(title: {literal(title)}, date: none)
#set text(font: {literal(look.font)}, size: {body.size}pt, fill: rgb("{body.colour}"), lang: {literal(tongue)}\
{f", region: {literal(region)}" if region else ""}, hyphenate: false, ligatures: false, fallback: false, \
top-edge: {ASCENT}em, bottom-edge: {ASCENT - HEIGHT:.4f}em)
#set par(leading: {below(look, body)}pt, spacing: 0pt, justify: false)
#set block(spacing: 0pt)
#set super(typographic: false, size: 0.58em, baseline: -0.33em)
#set list(indent: 0pt, body-indent: 0pt)
#set enum(indent: 0pt, body-indent: 0pt, number-align: start)
#set footnote.entry(indent: 0pt, clearance: {max(NOTES_APART - gap, 0):.2f}pt, gap: {gap:.2f}pt, \
separator: line(length: {SEPARATOR:.0%}, stroke: 0.5pt + rgb("{look.rule_colour}")))
{shown("footnote.entry", look, note)}
#show link: it => underline(text(fill: rgb("{look.accent_colour}"), it))
#show heading: set block(sticky: true, breakable: false)
{headings}
"""


def shown(what: str, look: Look, text: TextLook) -> str:
    """The letters and lines of one element of Typst."""
    return f"#show {what}: set text({letters(text)})\n#show {what}: set par(leading: {below(look, text)}pt)"


def style(look: Look, text: TextLook) -> str:
    """The letters and lines of one kind of block, for the code that follows."""
    return f"set text({letters(text)}); set par(leading: {below(look, text)}pt)"


def letters(text: TextLook) -> str:
    """The arguments of Typst's `text` for one kind of block."""
    return f'size: {text.size}pt, fill: rgb("{text.colour}"), weight: {weight(text)}'


def weight(text: TextLook) -> str:
    """How bold the letters are."""
    return '"bold"' if text.bold else '"regular"'


def literal(text: str) -> str:
    """Text as a Typst string, which holds it as it is: no quotes, dashes or marks are changed in it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def line_pitch(look: Look, text: TextLook) -> float:
    """From one line of a text to the next, in points. Word counts in twentieths of a point, and rounds down."""
    return int(round(HEIGHT * text.size * 20) * look.line) / 20


def below(look: Look, text: TextLook) -> float:
    """The space between two lines of a text, in points. It stands below the last line too, but not at a page's end."""
    return round(line_pitch(look, text) - HEIGHT * text.size, 2)
