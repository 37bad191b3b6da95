"""A look as Typst settings: paper, letters, spaces, and what stands at the top and bottom of every page."""

from __future__ import annotations

from lettersmith.model.look import Look, TextLook

HEIGHT, ASCENT = 1.1499, 0.938
"""Of a line of Liberation Sans, in ems: the whole as Word counts it, and the part above the letters' feet (the sums of
the font's hhea table: ascender 0.9053, descender 0.2119, gap 0.0327)."""
MM = 72 / 25.4
"""Points in a millimetre."""
TABLE_RULE = 0.5
"""Width of the lines of a table, in points; each row is as much higher for it in Word."""
BAR = 3.0
"""Width of the bar beside a framed part, in points."""
NOTES_APART = 6.3
"""From the text to the first footnote, in points, but for the line between them: as LibreOffice has it."""
SEPARATOR = 0.25
"""Length of the line above the footnotes, as a share of the width of the text."""
WATERMARK = "f0f1f2"


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


def running(look: Look, text: TextLook) -> str:
    """The same for the top and bottom of a page, where the space between lines is below the last one too."""
    edge = f"{ASCENT - line_pitch(look, text) / text.size:.4f}em"
    return f"set text({letters(text)}, bottom-edge: {edge}); set par(leading: 0pt)"


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


def page(look: Look, marking: str, header: list[str], footer: list[str], draft: bool) -> str:
    """The page with its running texts. Where they are higher than the margin, the text begins lower, as in Word.

    `header` and `footer` are Typst expressions, a line or more each.
    """
    texts = look.texts
    head = [f"align(center, {{ {running(look, texts['marking'])}; par({literal(marking)}) }})"] if marking else []
    head += [f"{{ {running(look, texts['header'])}; par({line}); v({texts['header'].after}pt) }}" for line in header]
    foot = [f"{{ {running(look, texts['footer'])}; par({line}) }}" for line in footer]
    foot.append(last_line(look, marking))
    background = (
        f', background: rotate(-52deg, text(size: 150pt, weight: "bold", fill: rgb("{WATERMARK}"), "DRAFT"))'
        if draft
        else ""
    )
    width = (look.page_width_mm - look.margin_left_mm - look.margin_right_mm) * MM
    return f"""\
#let head = block(width: {width:.2f}pt, {{ {"; ".join(head)} }})
#let foot = block(width: {width:.2f}pt, {{ {"; ".join(foot)} }})
#let paper(body) = context {{
  let top = calc.max({look.margin_top_mm}mm, {look.header_mm}mm + measure(head).height)
  let bottom = calc.max({look.margin_bottom_mm}mm, {look.footer_mm}mm + measure(foot).height)
  set page(width: {look.page_width_mm}mm, height: {look.page_height_mm}mm, header-ascent: 0pt, footer-descent: 0pt,
    margin: (left: {look.margin_left_mm}mm, right: {look.margin_right_mm}mm, top: top, bottom: bottom),
    header: block(height: top, inset: (top: {look.header_mm}mm), align(std.top, head)),
    footer: block(height: bottom, inset: (bottom: {look.footer_mm}mm), align(std.bottom, foot)){background})
  body
}}
#show: paper
"""


def last_line(look: Look, marking: str) -> str:
    """The last line of a page: the marking in the middle, the page's number at the right, a thin line above."""
    before, found, rest = look.page_number.partition("{page}")
    between, _, after = rest.partition("{pages}")
    number = [literal(before), "context counter(page).display()" if found else '""', literal(between)]
    if "{pages}" in rest:
        number += ["context str(counter(page).final().first())", literal(after)]
    mark = look.texts["marking"]
    middle = f'text(weight: {weight(mark)}, fill: rgb("{mark.colour}"), {literal(marking)})'
    return (
        f"{{ {running(look, look.texts['footer'])}; let number = {{ {'; '.join(number)} }}; "
        f"let mark = {middle}; "
        f'block(width: 100%, stroke: (top: 0.5pt + rgb("{look.rule_colour}")), inset: (top: 4.5pt), '
        "layout(room => if measure(mark).width + 2 * measure(number).width + 36pt < room.width { "
        "grid(columns: (1fr, auto, 1fr), align: (left, center, right), [], mark, number) } "
        "else { par({ mark; h(1fr); number }) })) }"
    )
