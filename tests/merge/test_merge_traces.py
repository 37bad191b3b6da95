"""Every construct of the template language keeps its words and the place they came from."""

from __future__ import annotations

from typing import Any

import pytest

from lettersmith.model.facts import Absent, LongText, Root, Sourced
from lettersmith.model.manuscript import Block, Manuscript, Span, block_text
from lettersmith.model.place import Origin
from merge.letter_kit import FILE, merged, roots

FACTS = roots(
    {
        "a": "one *a*",
        "b": "# two",
        "d": "2017-03-03",
        "t": "2017-05-22T09:30",
        "n": 3,
        "yes": True,
        "no": False,
        "link": "https://www.example.org/a",
        "empty": [],
        "names": ["Ada", "Ben", "Cyd"],
        "lead": Sourced({"name": "Lee"}, Origin("inspection.json", 0, "$.people[4]")),
        "lines": "first\nsecond",
        "paragraphs": "first\n\nsecond",
        "long": LongText(
            (
                Block(
                    "paragraph", (Span("Long words.", Origin("texts/long.md", 1)),), origin=Origin("texts/long.md", 1)
                ),
                Block("item", (Span("An item.", Origin("texts/long.md", 3)),), 1, (), "number", 1, 1),
            ),
            "texts/long.md",
        ),
        "gone": Absent("unknown", "nobody said"),
    },
    {
        "findings": [
            {"type": "strength", "text": "S1", "agencies": [{"name": "police"}, {"name": "health"}]},
            {"type": "development", "text": "D1", "agencies": [{"name": "police"}]},
            {"type": "strength", "text": "S2", "agencies": [{"name": "probation"}]},
        ]
    },
    framework=Root({"number_style": "words", "words": {"lscb": "the Board"}}, "framework.toml"),
)


def traced(manuscript: Manuscript) -> list[tuple[str, str]]:
    """Each span as its words and its place: a JSON path with `+` for further ones, or a template line."""
    spans = [s for b in manuscript.blocks[1:] for run in b.texts() for s in run]
    spans += [span for note in manuscript.notes for span in note]
    return [(span.text or f"note {span.note}", place(span.origin)) for span in spans]


def place(origin: Origin) -> str:
    first = f"{origin.file.removesuffix('.json')} {origin.path[2:]}" if origin.path else str(origin.line)
    return "+".join([first, *(place(more) for more in origin.more)])


CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a value alone": ("{{ inspection.a }}", [("one *a*", "inspection a")]),
    "words around a value": ("x {{ inspection.a }} y", [("x ", "3"), ("one *a*", "inspection a"), (" y", "3")]),
    "a literal": ('x {{ "# x" }}', [("x ", "3"), ("# x", "3")]),
    "bold, italic": ("**{{ inspection.a }}** *x*", [("one *a*", "inspection a"), (" ", "3"), ("x", "3")]),
    "a heading": ("## H {{ inspection.b }}", [("H ", "3"), ("# two", "inspection b")]),
    "two lines are one paragraph": ("x\ny {{ inspection.b }}", [("x ", "3"), ("y ", "4"), ("# two", "inspection b")]),
    "a hard break": ("x\\\ny", [("x\n", "3"), ("y", "4")]),
    "a hard break of two spaces": ("x  \ny", [("x\n", "3"), ("y", "4")]),
    "a list": ("- x\n- {{ inspection.a }}", [("x", "3"), ("one *a*", "inspection a")]),
    "a nested list": ("- x\n  - {{ inspection.a }}\n- y", [("x", "3"), ("one *a*", "inspection a"), ("y", "5")]),
    "a table": (
        "| h | {{ inspection.b }} |\n|---|---|\n| {{ inspection.a }} | y |",
        [("h", "3"), ("# two", "inspection b"), ("one *a*", "inspection a"), ("y", "5")],
    ),
    "a link to a value": ("[x]({{ inspection.link }})", [("x", "3")]),
    "a footnote": (
        "x[^n]\n\n[^n]: {{ inspection.a }}.",
        [("x", "3"), ("note 1", "3"), ("one *a*", "inspection a"), (".", "5")],
    ),
    "a footnote called at a line's start": (
        "x\n[^other] y\n\n[^other]: z",
        [("x ", "3"), ("note 1", "4"), (" y", "4"), ("z", "6")],
    ),
    "a loop": (
        "{% for f in judgements.findings %}\n- {{ f.text }}\n{% endfor %}",
        [(t, f"judgements findings[{i}].text") for i, t in enumerate(["S1", "D1", "S2"])],
    ),
    "a loop with a condition": (
        '{% for f in judgements.findings if f.type == "strength" %}\n- {{ f.text }}\n{% endfor %}',
        [("S1", "judgements findings[0].text"), ("S2", "judgements findings[2].text")],
    ),
    "a loop over one type": (
        '{% for f in judgements.findings | of_type("strength") %}\n- {{ f.text }} {{ loop.index }}\n{% endfor %}',
        [
            ("S1", "judgements findings[0].text"),
            (" ", "4"),
            ("1", "4"),
            ("S2", "judgements findings[2].text"),
            (" ", "4"),
            ("2", "4"),
        ],
    ),
    "a loop over items by a field": (
        '{% for f in judgements.findings | where("text", "D1") %}\n{{ f.text }}\n{% endfor %}',
        [("D1", "judgements findings[1].text")],
    ),
    "an empty loop": ("{% for x in inspection.empty %}\n{{ x }}\n{% else %}\nnone\n{% endfor %}", [("none", "6")]),
    "a condition in a line": ("x{% if inspection.yes %} y{% endif %}\n\nz", [("x y", "3"), ("z", "5")]),
    "a false condition": (
        "{% if inspection.no %}\nx\n{% elif inspection.n > 2 %}\ny\n{% else %}\nz\n{% endif %}",
        [("y", "6")],
    ),
    "a name set": ("{% set x = inspection.a %}\n{{ x }}", [("one *a*", "inspection a")]),
    "joined with ~": ('{{ "Dear " ~ inspection.a }}', [("Dear one *a*", "inspection a+3")]),
    "joined with +": ("{{ inspection.a + inspection.b }}", [("one *a*# two", "inspection a+inspection b")]),
    "a sum": ("{{ inspection.n + 1 }}", [("4", "inspection n")]),
    "an include": ('{% include "shared/s-1.md" %}', [("shared ", "1"), ("one *a*", "inspection a")]),
    "a macro": (
        "{% macro m(x) %}m {{ x }}{% endmacro %}\n{{ m(inspection.a) }} z",
        [("m ", "3"), ("one *a*", "inspection a"), (" z", "4")],
    ),
    "a macro in a macro": (
        "{% macro i(x) %}<{{ x }}{% endmacro %}\n{% macro m(x) %}{{ i(x) }} m{% endmacro %}\n{{ m(inspection.a) }}",
        [("<", "3"), ("one *a*", "inspection a"), (" m", "4")],
    ),
    "a macro of another text": (
        '{% import "shared/m-1.md" as m %}\n{{ m.hello(inspection.a) }}',
        [("hello ", "1"), ("one *a*", "inspection a")],
    ),
    "a macro's heading": (
        '{% from "shared/m-1.md" import head %}\n{{ head(inspection.a) }}',
        [("one *a*", "inspection a")],
    ),
    "a date": ("{{ inspection.d | date }}", [("Friday 3 March 2017", "inspection d")]),
    "short date, day and month": (
        "{{ inspection.d | short_date }}, {{ inspection.t | day_month }}",
        [("3 March 2017", "inspection d"), (", ", "3"), ("22 May", "inspection t")],
    ),
    "a time": ("{{ inspection.t | clock }}", [("9:30am", "inspection t")]),
    "a list in words": (
        "{{ inspection.names | joined }}",
        [("Ada, Ben and Cyd", "inspection names[0]+inspection names[1]+inspection names[2]")],
    ),
    "a list of one field": (
        '{{ judgements.findings[0].agencies | joined("name") | capital }}',
        [("Police and health", "judgements findings[0].agencies[0].name+judgements findings[0].agencies[1].name")],
    ),
    "a number in words": ("{{ inspection.names | count | number }}", [("three", "inspection names")]),
    "a reference": ("{{ inspection.lead.name }}", [("Lee", "inspection people[4].name")]),
    "a line break in a value": ("{{ inspection.lines }}", [("first\nsecond", "inspection lines")]),
    "a blank line in a value": (
        "{{ inspection.paragraphs }}",
        [("first", "inspection paragraphs"), ("second", "inspection paragraphs")],
    ),
    "a long text": ("{{ inspection.long }}", [("Long words.", "1"), ("An item.", "3")]),
    "a root of the framework": ("{{ framework.words.lscb }}", [("the Board", "framework.toml words.lscb")]),
    "what is known": (
        "{% if inspection.gone is known %}\nx\n{% elif inspection.gone is unknown %}\ny\n{% endif %}",
        [("y", "6")],
    ),
    "what is not there": ("{% if inspection.never is defined %}\nx\n{% else %}\ny\n{% endif %}", [("y", "6")]),
    "tags in tables": (
        "| a |\n|---|\n{% for x in inspection.names %}\n| {{ x }} |\n{% endfor %}",
        [("a", "3"), ("Ada", "inspection names[0]"), ("Ben", "inspection names[1]"), ("Cyd", "inspection names[2]")],
    ),
    "Windows line ends": ("x\r\n\r\n- {{ inspection.a }}\r\n", [("x", "3"), ("one *a*", "inspection a")]),
    "a comment": ("{# never shown #}\nx {# nor this #}y", [("x y", "4")]),
}
SHARED = {
    "shared/s-1.md": "shared {{ inspection.a }}\n",
    "shared/m-1.md": "{% macro hello(x) %}hello {{ x }}{% endmacro %}\n{% macro head(x) %}## {{ x }}{% endmacro %}\n",
    "shared/unused-1.md": "{% never closed\n",
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_words_keep_their_places(body: str, expected: list[tuple[str, str]]) -> None:
    made = merged(f"# Title\n\n{body}", FACTS, texts=SHARED)
    assert traced(made.manuscript) == expected
    assert not made.remarks


def test_a_span_of_a_shared_text_names_its_file() -> None:
    made = merged('# Title\n\n{% include "shared/s-1.md" %}', FACTS, texts=SHARED)
    assert made.manuscript.blocks[1].spans[0].origin == Origin("shared/s-1.md", 1)
    assert made.manuscript.blocks[0].origin == Origin(FILE, 1)


def shapes(body: str, **more: Any) -> list[tuple[Any, ...]]:
    blocks = merged(f"# Title\n\n{body}", FACTS, **more).manuscript.blocks[1:]
    return [(b.kind, block_text(b), b.level, b.marker, b.number, b.run, b.parts) for b in blocks]


SHAPES: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "numbers go on, and start afresh in the next list": (
        "1. a\n2. b\n\n   still b\n3. c\n\nx\n\n1. d\n1. e",
        [
            ("item", "a", 1, "number", 1, 1, ()),
            ("item", "b", 1, "number", 2, 1, ()),
            ("item", "still b", 1, "", 0, 0, ()),
            ("item", "c", 1, "number", 3, 1, ()),
            ("paragraph", "x", 0, "", 0, 0, ()),
            ("item", "d", 1, "number", 1, 2, ()),
            ("item", "e", 1, "number", 2, 2, ()),
        ],
    ),
    "words between two lists, a little indented": (
        "1. a\n\n x\n\n1. b",
        [
            ("item", "a", 1, "number", 1, 1, ()),
            ("paragraph", "x", 0, "", 0, 0, ()),
            ("item", "b", 1, "number", 1, 2, ()),
        ],
    ),
    "lists in lists": (
        "1. a\n   1. b\n   2. c\n2. d\n   - e\n\n3. f\n   1. g",
        [
            ("item", "a", 1, "number", 1, 1, ()),
            ("item", "b", 2, "number", 1, 2, ()),
            ("item", "c", 2, "number", 2, 2, ()),
            ("item", "d", 1, "number", 2, 1, ()),
            ("item", "e", 2, "bullet", 0, 0, ()),
            ("item", "f", 1, "number", 3, 1, ()),
            ("item", "g", 2, "number", 1, 3, ()),
        ],
    ),
    "a loop of numbered items": (
        "{% for x in inspection.names %}\n1. {{ x }}\n{% endfor %}",
        [("item", x, 1, "number", n, 1, ()) for n, x in enumerate(["Ada", "Ben", "Cyd"], 1)],
    ),
    "a list that begins at five": (
        "5. a\n6. b",
        [("item", "a", 1, "number", 5, 1, ()), ("item", "b", 1, "number", 6, 1, ())],
    ),
    "parts in parts": (
        "::: box\nx\n::: date\ny\n:::\nz\n:::\nw",
        [
            ("paragraph", "x", 0, "", 0, 0, ("box",)),
            ("paragraph", "y", 0, "", 0, 0, ("box", "date")),
            ("paragraph", "z", 0, "", 0, 0, ("box",)),
            ("paragraph", "w", 0, "", 0, 0, ()),
        ],
    ),
    "parts under conditions": (
        "{% if inspection.yes %}\n::: box\nx\n:::\n{% endif %}\n"
        "{% for n in inspection.names %}\n::: notice\n{{ n }}\n:::\n{% endfor %}",
        [
            ("paragraph", "x", 0, "", 0, 0, ("box",)),
            *(("paragraph", n, 0, "", 0, 0, ("notice",)) for n in ["Ada", "Ben", "Cyd"]),
        ],
    ),
    "an address keeps its lines": (
        "::: address\n{{ inspection.lead.name }}\n{% for x in inspection.names %}\n{{ x }}\n{% endfor %}\n:::",
        [("paragraph", "Lee\nAda\nBen\nCyd", 0, "", 0, 0, ("address",))],
    ),
    "a rule": (
        "x\n\n---\n\ny",
        [("paragraph", "x", 0, "", 0, 0, ()), ("rule", "", 0, "", 0, 0, ()), ("paragraph", "y", 0, "", 0, 0, ())],
    ),
    "a list under words without a blank line": (
        "x:\n- y",
        [("paragraph", "x:", 0, "", 0, 0, ()), ("item", "y", 1, "bullet", 0, 0, ())],
    ),
    "a long text in a list": (
        "1. x\n2. {{ inspection.long }}\n3. y",
        [
            ("item", "x", 1, "number", 1, 1, ()),
            ("item", "Long words.", 1, "number", 2, 1, ()),
            ("item", "An item.", 2, "number", 1, 2, ()),
            ("item", "y", 1, "number", 3, 1, ()),
        ],
    ),
    "a blank line in an item": (
        "- {{ inspection.paragraphs }}",
        [("item", "first", 1, "bullet", 0, 0, ()), ("item", "second", 1, "", 0, 0, ())],
    ),
}


@pytest.mark.parametrize(("body", "expected"), SHAPES.values(), ids=SHAPES)
def test_blocks_have_their_shape(body: str, expected: list[tuple[Any, ...]]) -> None:
    assert shapes(body) == expected


def test_bold_italic_and_links_reach_the_span() -> None:
    body = "# Title\n\n**{{ inspection.a }}** *x* [{{ inspection.b }}]({{ inspection.link }}) [y](mailto:a@example.org)"
    spans = merged(body, FACTS).manuscript.blocks[1].spans
    assert [(s.text, s.bold, s.italic, s.link) for s in spans if s.text.strip()] == [
        ("one *a*", True, False, ""),
        ("x", False, True, ""),
        ("# two", False, False, "https://www.example.org/a"),
        ("y", False, False, "mailto:a@example.org"),
    ]


def test_the_manuscript_knows_what_it_is() -> None:
    made = merged(
        "# A *title* of {{ inspection.a }}\n\n## More",
        FACTS,
        stage="draft",
        marking={"draft": "OFFICIAL-SENSITIVE"},
        header="{{ inspection.b }}",
        footer="Foot",
        audience="families",
    ).manuscript
    assert (made.title, made.kind, made.template) == ("A title of one *a*", "letter", "test-2000/letter@1.0.0")
    assert (made.marking, made.stage, made.audience, made.language) == (
        "OFFICIAL-SENSITIVE",
        "draft",
        "families",
        "en-GB",
    )
    assert made.header[0].spans[0].origin.path == "$.b"
    assert made.footer[0].spans[0].origin == Origin("letterheads/plain/footer.md", 1)


def test_used_facts_are_named_by_file_and_path() -> None:
    made = merged('# T\n\n{{ inspection.lead.name }} {{ judgements.findings[0].agencies | joined("name") }}', FACTS)
    names = [f"judgements.findings[0].agencies[{n}].name" for n in (0, 1)]
    assert made.used == {"inspection.people[4].name", *names}


def test_the_same_letter_again_is_the_same() -> None:
    body = "# T\n\n" + "\n\n".join(body for body, _ in CASES.values() if "macro" not in body and "set " not in body)
    one, two = (merged(body, FACTS, texts=SHARED) for _ in range(2))
    assert one.manuscript == two.manuscript
