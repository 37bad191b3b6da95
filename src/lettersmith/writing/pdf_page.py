"""A look as Typst settings: paper, letters, spaces, and what stands at the top and bottom of every page."""

from __future__ import annotations

from lettersmith.model.look import Look, TextLook

ASCENT, DESCENT, GAP = 0.9053, 0.2119, 0.0327
"""Of Liberation Sans, in ems: above the line, below it, and between lines, as Word counts (the font's hhea table)."""
TABLE_RULE = 0.5
"""Width of the lines of a table, in points; each row is as much higher for it in Word."""
BAR = 3.0
"""Width of the bar beside a framed part, in points."""
WATERMARK = "f0f1f2"


def settings(look: Look, title: str, language: str) -> str:
    """Everything that comes before the words."""
    tongue, _, region = language.partition("-")
    body = look.texts["body"]
    below = DESCENT
    above = look.line * (ASCENT + DESCENT + GAP) - below
    note = look.texts["note"]
    return f"""\
#set document(title: {literal(title)}, date: none)
#set text(font: {literal(look.font)}, size: {body.size}pt, fill: rgb("{body.colour}"), lang: {literal(tongue)}\
{f", region: {literal(region)}" if region else ""}, hyphenate: false, ligatures: false, fallback: false, \
top-edge: {above:.4f}em, bottom-edge: {-below}em)
#set par(leading: 0pt, spacing: 0pt, justify: false)
#set block(spacing: 0pt)
#set super(typographic: false, size: 0.58em, baseline: -0.33em)
#set list(indent: 0pt, body-indent: 0pt)
#set enum(indent: 0pt, body-indent: 0pt, number-align: start)
#set footnote.entry(indent: 0pt, clearance: 6pt, gap: {note.after}pt, separator: line(length: 25%, stroke: 0.5pt + rgb("{look.rule_colour}")))
#show footnote.entry: set text(size: {note.size}pt, fill: rgb("{note.colour}"), weight: {weight(note)})
#show link: it => underline(text(fill: rgb("{look.accent_colour}"), it))
#show heading: set block(sticky: true, breakable: false)
#show heading.where(level: 1): set text({letters(look.texts["heading1"])})
#show heading.where(level: 2): set text({letters(look.texts["heading2"])})
#show heading.where(level: 3).or(heading.where(level: 4)).or(heading.where(level: 5)).or(heading.where(level: 6)): \
set text({letters(look.texts["heading3"])})
"""


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
    """From one line of a text to the next, in points."""
    return look.line * (ASCENT + DESCENT + GAP) * text.size


def page(look: Look, marking: str, header: list[str], footer: list[str], draft: bool) -> str:
    """The page with its running texts. Where they are higher than the margin, the text begins lower, as in Word.

    `header` and `footer` are Typst expressions, a line or more each.
    """
    texts = look.texts
    head = [f'align(center, {{ set text({letters(texts["marking"])}); par({literal(marking)}) }})'] if marking else []
    head += [f"{{ set text({letters(texts['header'])}); par({line}) }}" for line in header]
    foot = [f"{{ set text({letters(texts['footer'])}); par({line}) }}" for line in footer]
    foot.append(last_line(look, marking))
    background = (
        f', background: rotate(-52deg, text(size: 150pt, weight: "bold", fill: rgb("{WATERMARK}"), "DRAFT"))'
        if draft
        else ""
    )
    width = look.page_width_mm - look.margin_left_mm - look.margin_right_mm
    return f"""\
#let head = block(width: {width}mm, {{ {"; ".join(head)} }})
#let foot = block(width: {width}mm, {{ {"; ".join(foot)} }})
#set page(width: {look.page_width_mm}mm, height: {look.page_height_mm}mm, header-ascent: 0pt, footer-descent: 0pt, \
margin: (left: {look.margin_left_mm}mm, right: {look.margin_right_mm}mm, \
top: {look.margin_top_mm}mm, bottom: {look.margin_bottom_mm}mm), \
header: block(height: {look.margin_top_mm}mm, inset: (top: {look.header_mm}mm), head), \
footer: block(height: {look.margin_bottom_mm}mm, inset: (bottom: {look.footer_mm}mm), align(bottom, foot)){background})
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
        f"{{ set text({letters(look.texts['footer'])}); "
        f'block(width: 100%, stroke: (top: 0.5pt + rgb("{look.rule_colour}")), inset: (top: 4pt), '
        f"grid(columns: (1fr, auto, 1fr), align: (left, center, right), [], {middle}, {{ {'; '.join(number)} }})) }}"
    )
