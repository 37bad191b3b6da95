"""All that a letter lacks is named in one run, and the letter is made around it."""

from __future__ import annotations

from typing import Any

import pytest

from lettersmith.merge import compile_template
from lettersmith.model.facts import Absent, Sourced
from lettersmith.model.manuscript import block_text
from lettersmith.model.place import Origin
from lettersmith.model.remark import Level
from merge.letter_kit import BODY, FILE, merged, roots, template

NINE = """# {{ inspection.area.name }}

{{ inspection.dates.published | date }}

{% for f in judgements.findings %}
- {{ f.text }} {{ f.impact }}
{% endfor %}

{% if inspection.theme %}
x
{% endif %}

{% for p in inspection.people %}
{{ p.name }}
{% endfor %}

{% if inspection.yes %}
**{{ inspection.mailbox }}** {{ "to " ~ addressee.name }}
{% endif %}

[site]({{ contacts.site.link }})
"""
FACTS = roots(
    {"area": {"name": ""}, "yes": True, "dates": {"published": Absent("unknown", "It is not published yet.")}},
    {"findings": [{"text": "a", "impact": "b"}, {"id": "S2", "text": None, "impact": "d"}, {"text": "e"}]},
    contacts={"site": {}},
)
EXPECTED = [
    ("inspection.json", "$.area.name"),
    ("inspection.json", "$.dates.published"),
    ("judgements.json", "$.findings[1].text"),
    ("judgements.json", "$.findings[2].impact"),
    ("inspection.json", "$.theme"),
    ("inspection.json", "$.people"),
    ("inspection.json", "$.mailbox"),
    ("", "$.name"),
    ("contacts.toml", "$.site.link"),
]


def test_nine_gaps_of_nine_in_one_run() -> None:
    made = merged(NINE, FACTS)
    assert {(r.place.file, r.place.path) for r in made.remarks} == set(EXPECTED)
    assert len(made.remarks) == 9
    assert {(r.rule, r.level, r.place.document) for r in made.remarks} == {("Gaps.Missing", Level.ERROR, "letter")}
    assert all(r.what and r.do for r in made.remarks)


def test_the_letter_shows_where_its_gaps_are() -> None:
    made = merged(NINE, FACTS).manuscript
    assert [block_text(block) for block in made.blocks] == [
        "[missing: area, name]",
        "[missing: dates, published]",
        "a b",
        "[missing: finding 2, text] d",
        "e [missing: finding 3, impact]",
        "[missing: mailbox] [missing: addressee, name]",
        "site",
    ]
    assert made.blocks[0].spans[0].origin == Origin("inspection.json", 0, "$.area.name")
    assert made.title == "[missing: area, name]"


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (Absent("unknown", "Nobody said."), "is not known: Nobody said."),
        (Absent("not_applicable", "No theme."), "does not apply: No theme."),
        (Absent("withheld", "It would name a child."), "is withheld: It would name a child."),
        ("", "is empty in inspection.json"),
        (None, "is missing from inspection.json"),
    ],
    ids=["unknown", "not applicable", "withheld", "empty", "null"],
)
def test_a_gap_says_why(fact: Any, words: str) -> None:
    (remark,) = merged("# T\n\n{{ inspection.theme.name }}", roots({"theme": {"name": fact}})).remarks
    assert words in remark.what
    assert remark.what.startswith("Theme, name")
    assert f"{FILE}, line 3" in remark.why


def test_a_gap_in_a_person_says_whose_it_is() -> None:
    person = Sourced({"name": "Ada Quill"}, Origin("inspection.json", 0, "$.people[2]"))
    (remark,) = merged("# T\n\n{{ inspection.team.lead.email }}", roots({"team": {"lead": person}})).remarks
    assert remark.place.path == "$.people[2].email"
    assert "Person 3, email (Ada Quill) is missing" in remark.what


def test_a_file_that_could_not_be_read_is_one_gap_for_each_field() -> None:
    made = merged("# T\n\n{{ judgements.summary }} {{ judgements.decisions.reason }}", roots({}))
    assert [(r.place.file, r.place.path) for r in made.remarks] == [
        ("judgements.json", "$.summary"),
        ("judgements.json", "$.decisions.reason"),
    ]


def test_a_gap_under_an_absent_fact_gives_its_reason_and_the_place_where_it_stands() -> None:
    (remark,) = merged(
        "# T\n\n{{ inspection.theme.name }}", roots({"theme": Absent("unknown", "Nobody said.")})
    ).remarks
    assert remark.place.path == "$.theme" and "Nobody said." in remark.what


def test_what_is_asked_first_is_no_gap() -> None:
    body = "# T\n\n{% if inspection.x is known %}{{ inspection.x }}{% else %}none{% endif %}"
    assert not merged(body, roots({"x": Absent("unknown", "?")})).remarks
    assert not merged(body, roots({})).remarks


def test_fields_that_the_template_needs_by_name() -> None:
    made = merged("# T\n\nx", roots({"a": {"b": " "}}), needs_fields=("inspection.a.b", "inspection.a.c"))
    assert [r.place.path for r in made.remarks] == ["$.a.b", "$.a.c"]


def test_a_name_set_in_a_branch_not_taken_is_a_gap() -> None:
    body = "# T\n\n{% if inspection.no %}\n{% set x = 1 %}\n{% endif %}\nx {{ x }}"
    assert [r.rule for r in merged(body, roots({"no": False})).remarks] == ["Gaps.Missing"]


FIELDS: dict[str, tuple[str, list[tuple[str, int, bool]]]] = {
    "a value": ("{{ inspection.area.name }}", [("inspection.area.name", 3, True)]),
    "a loop": (
        "{% for f in judgements.findings %}\n- {{ f.text }}\n{% endfor %}",
        [("judgements.findings", 3, True), ("judgements.findings[].text", 4, False)],
    ),
    "a loop in a loop": (
        "{% for f in judgements.findings %}\n{% for a in f.agencies %}\n- {{ a.name }}\n{% endfor %}\n{% endfor %}",
        [
            ("judgements.findings", 3, True),
            ("judgements.findings[].agencies", 4, False),
            ("judgements.findings[].agencies[].name", 5, False),
        ],
    ),
    "a condition": (
        "{% if inspection.yes %}\n{{ inspection.a }}\n{% endif %}",
        [("inspection.yes", 3, True), ("inspection.a", 4, False)],
    ),
    "is known": (
        "{% if inspection.a is known %}\n{{ inspection.a }}\n{% endif %}",
        [("inspection.a", 3, False), ("inspection.a", 4, False)],
    ),
    "a name set": ("{% set p = inspection.team.lead %}\n{{ p.name }}", [("inspection.team.lead.name", 4, True)]),
    "filters": (
        '{{ inspection.d | date }} {{ judgements.findings | of_type("strength") | joined("text") }}',
        [("inspection.d", 3, True), ("judgements.findings[].text", 3, True)],
    ),
    "joined values": (
        '{{ "x" ~ inspection.a ~ inspection.b }}',
        [("inspection.a", 3, True), ("inspection.b", 3, True)],
    ),
    "an index": ("{{ judgements.findings[0].text }}", [("judgements.findings[0].text", 3, True)]),
    "a name in quotation marks": (
        '{{ timetable["statement-due"].last | date }}',
        [("timetable.statement-due.last", 3, True)],
    ),
    "a macro": (
        "{% macro m(p) %}{{ p.name }}{% endmacro %}\n{{ m(inspection.lead) }}",
        [("inspection.lead.name", 3, True)],
    ),
    "either branch": (
        "{% if inspection.yes %}{% set x = inspection.a %}{% else %}{% set x = inspection.b %}{% endif %}\n{{ x }}",
        [("inspection.yes", 3, True), ("inspection.a", 4, True), ("inspection.b", 4, True)],
    ),
}


@pytest.mark.parametrize(("body", "expected"), FIELDS.values(), ids=FIELDS)
def test_fields_that_a_template_uses(body: str, expected: list[tuple[str, int, bool]]) -> None:
    fields = compile_template(template(f"# T\n\n{body}")).fields
    assert [(f.path, f.line, f.always) for f in fields] == expected
    assert {f.file for f in fields} == {FILE}


def test_fields_of_includes_letterheads_and_duties() -> None:
    from lettersmith.model.template import Duty

    made = template(
        '# T\n\n{% include "shared/a-1.md" %}\n\n{% if inspection.w %}\n::: p\nx\n:::\n{% endif %}',
        texts={"shared/a-1.md": "{{ inspection.a }}"},
        header="{{ inspection.h }}",
        duties=(Duty("d", "D.", "S", "p", ("x",), (), "inspection.w"),),
        needs_fields=("inspection.n",),
    )
    assert {(f.path, f.file) for f in compile_template(made).fields} == {
        ("inspection.a", "shared/a-1.md"),
        ("inspection.w", FILE),
        ("inspection.h", "letterheads/plain/header.md"),
        ("inspection.w", FILE.replace(BODY, "template.toml")),
        ("inspection.n", FILE.replace(BODY, "template.toml")),
    }


@pytest.mark.parametrize(
    "test",
    ["inspection.a == inspection.m", "inspection.m == inspection.a", "inspection.a != inspection.m",
     '"x" == inspection.m', "inspection.n > inspection.m", "inspection.m < 3", "inspection.m in inspection.l",
     "inspection.a in inspection.m",
     "not inspection.m", "inspection.m", "inspection.yes and inspection.m"],
)  # fmt: skip
def test_a_missing_fact_in_a_condition_is_a_gap(test: str) -> None:
    facts = roots({"a": "x", "n": 1, "l": ["x"], "yes": True})
    made = merged(f"# T\n\n{{% if {test} %}}x{{% endif %}}y", facts)
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Gaps.Missing", "$.m")]


@pytest.mark.parametrize("gone", [{}, {"name": None}, {"name": ""}, {"name": Absent("unknown", "?")}])
def test_a_gap_in_a_joined_list_is_a_gap(gone: dict[str, Any]) -> None:
    made = merged('# T\n\n{{ inspection.l | joined("name") }}', roots({"l": [{"name": "a"}, gone, {"name": "c"}]}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Gaps.Missing", "$.l[1].name")]
