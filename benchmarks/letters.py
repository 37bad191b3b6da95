"""Three letters to measure with, each as a Markdown template and as a Word template of the same words.

a: one page. b: a findings letter of six pages. c: a report of fifteen pages. The lists of every inspection have other
lengths, so that nothing can be remembered from one letter to the next but the template itself.
"""

from __future__ import annotations

import io
import random
from collections.abc import Mapping
from typing import Any

Piece = tuple[str, str]
"""A kind (`h1`, `h2`, `p`, `item`, `row`, `for`, `end`) and its text; `row` has cells parted by |."""

VOCABULARY = """
    children families workers managers police health visitors schools plans meetings records decisions
    quickly well often together clear good timely help protect listen share act review agree write know
    understand safe early right local every team case week
"""
WORDS = VOCABULARY.split()


LETTER_A: tuple[Piece, ...] = (
    ("h1", "Inspection of {{ inspection.area.name }}: your involvement"),
    ("p", "Dear parent or carer"),
    (
        "p",
        "We look at how well {{ inspection.area.authority }} helps children in {{ inspection.area.name }}.",
    ),
    (
        "p",
        "My name is {{ inspection.team.lead.name }}. You can ring me on {{ inspection.team.lead.phone }}.",
    ),
    (
        "p",
        "We would like to hear from you. You can say no. You can change your mind at any time, and nobody will mind.",
    ),
    ("h2", "What we ask about"),
    ("for", "finding in judgements.findings"),
    ("item", "{{ finding.text }}"),
    ("end", ""),
    (
        "p",
        "Our report will not name you or your family. It goes to {{ inspection.area.authority }}.",
    ),
    ("p", "Yours faithfully"),
    ("p", "{{ inspection.team.lead.name }}"),
)

LETTER_B: tuple[Piece, ...] = (
    ("h1", "Joint inspection in {{ inspection.area.name }}"),
    ("p", "Dear local partnership"),
    (
        "p",
        "From {{ inspection.dates.start }} to {{ inspection.dates.end }} we were in {{ inspection.area.name }}.",
    ),
    ("p", "{{ judgements.summary }}"),
    ("h2", "Key strengths"),
    ("for", "finding in judgements.strengths"),
    ("item", "{{ finding.text }} {{ finding.impact }}"),
    ("end", ""),
    ("h2", "Areas for development"),
    ("for", "finding in judgements.developments"),
    ("item", "{{ finding.text }} {{ finding.impact }}"),
    ("end", ""),
    ("h2", "Main findings"),
    ("for", "section in judgements.sections"),
    ("h3", "{{ section.heading }}"),
    ("p", "{{ section.text }}"),
    ("p", "Inspectors found this in {{ section.place }}, and managers in {{ inspection.area.name }} agreed."),
    ("end", ""),
    ("h2", "Who was there"),
    ("row", "Name|Post|Organisation"),
    ("for", "person in inspection.people"),
    ("row", "{{ person.name }}|{{ person.post }}|{{ person.organisation }}"),
    ("end", ""),
    ("h2", "Next steps"),
    ("p", "Send the statement to {{ inspection.mailbox }} by {{ inspection.dates.due }}."),
    ("p", "Yours sincerely"),
    ("p", "{{ inspection.team.lead.name }}"),
)

REPORT_C: tuple[Piece, ...] = (
    ("h1", "Report of the inspection of {{ inspection.area.name }}"),
    ("p", "{{ judgements.summary }}"),
    *(
        piece
        for number in range(1, 4)
        for piece in (
            ("h2", f"Judgement {number}"),
            (
                "p",
                f"Part {number} says how well {{{{ inspection.area.authority }}}} does, and why.",
            ),
            ("for", "section in judgements.sections"),
            ("h3", "{{ section.heading }}"),
            ("p", "{{ section.text }}"),
            ("p", "{{ section.place }} was visited by {{ inspection.team.lead.name }}."),
            ("end", ""),
            ("for", "finding in judgements.strengths"),
            ("item", "{{ finding.text }} {{ finding.impact }}"),
            ("end", ""),
        )
    ),
    ("p", "{{ inspection.team.lead.name }}"),
)

LETTERS: dict[str, tuple[Piece, ...]] = {"a": LETTER_A, "b": LETTER_B, "c": REPORT_C}


def sentence(dice: random.Random, words: int) -> str:
    """One sentence of made-up words."""
    return (" ".join(dice.choice(WORDS) for _ in range(words)) + ".").capitalize()


def prose(dice: random.Random, sentences: int) -> str:
    """Some sentences."""
    return " ".join(sentence(dice, dice.randint(8, 22)) for _ in range(sentences))


def facts(letter: str, seed: int) -> dict[str, Any]:
    """The facts of one made-up inspection; another seed gives other words and lists of other lengths."""
    dice = random.Random(seed)
    area = f"Area{seed}"

    def findings(number: int) -> list[dict[str, str]]:
        return [{"text": prose(dice, 1), "impact": sentence(dice, 9)} for _ in range(number)]

    few = letter == "a"
    sections = 0 if few else dice.randint(8, 12) if letter == "b" else dice.randint(10, 13)
    return {
        "inspection": {
            "area": {"name": area, "authority": f"{area} Council"},
            "team": {"lead": {"name": "Ada Quill", "phone": "01632 960001"}},
            "dates": {"start": "Monday 22 May 2017", "end": "Friday 26 May 2017", "due": "Tuesday 17 October 2017"},
            "mailbox": "statements@example.org",
            "people": [
                {"name": f"Person {n}", "post": sentence(dice, 3), "organisation": f"{area} Council"}
                for n in range(dice.randint(6, 12))
            ],
        },
        "judgements": {
            "summary": prose(dice, 4),
            "findings": findings(dice.randint(3, 6)),
            "strengths": findings(dice.randint(8, 14)),
            "developments": findings(dice.randint(8, 12)),
            "sections": [
                {"heading": sentence(dice, 4)[:-1], "text": prose(dice, 9), "place": f"the office in {area}"}
                for _ in range(sections)
            ],
        },
    }


def markdown(pieces: tuple[Piece, ...]) -> str:
    """The letter as a Markdown template."""
    lines: list[str] = []
    before = ""
    for kind, text in pieces:
        if kind == "row" and before != "row" and not text.startswith("{{"):
            cells = text.split("|")
            lines += ["", f"| {' | '.join(cells)} |", f"|{'---|' * len(cells)}"]
        elif kind == "row":
            lines.append(f"| {' | '.join(text.split('|'))} |")
        elif kind == "for":
            lines += ([""] if before != "row" else []) + [f"{{% for {text} %}}"]
        elif kind == "end":
            lines.append("{% endfor %}")
        elif kind == "item":
            lines.append(f"- {text}")
        else:
            lines += ["", {"h1": "# ", "h2": "## ", "h3": "### ", "p": ""}[kind] + text, ""]
        before = kind if kind != "for" or before != "row" else "row"
    return "\n".join(lines) + "\n"


def word(pieces: tuple[Piece, ...]) -> bytes:
    """The letter as a docxtpl template: the same words, the same loops."""
    import docx

    document = docx.Document()
    table: Any = None
    in_table_loop = ""
    for position, (kind, text) in enumerate(pieces):
        following = pieces[position + 1][0] if position + 1 < len(pieces) else ""
        if kind == "row":
            cells = text.split("|")
            if table is None:
                table = document.add_table(rows=0, cols=len(cells))
            for cell, words in zip(table.add_row().cells, cells, strict=True):
                cell.text = words
        elif kind == "for" and following == "row" and table is not None:
            table.add_row().cells[0].text = f"{{%tr for {text} %}}"
            in_table_loop = "tr"
        elif kind == "end" and in_table_loop:
            table.add_row().cells[0].text = "{%tr endfor %}"
            in_table_loop, table = "", None
        elif kind in ("for", "end"):
            document.add_paragraph(f"{{%p for {text} %}}" if kind == "for" else "{%p endfor %}")
        elif kind.startswith("h"):
            document.add_heading(text, int(kind[1]))
        else:
            document.add_paragraph(text, style="List Bullet" if kind == "item" else None)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_context(values: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as docxtpl takes them."""
    return dict(values)
