"""A Word template that would lose text, or bring in what nobody checked, is refused with the paragraph."""

from __future__ import annotations

import re

import pytest

from lettersmith.errors import TemplateRefused
from lettersmith.merge import compile_template, lint, merge
from merge.letter_kit import roots
from merge.word_kit import form, p, r, row, table, word_file, zipped

FACT = "{{ inspection.area.name }}"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'

# SAFETY 3.2: six patterns that lose text in silence, and seven more ways in which docxtpl misleads.
HAZARDS = {
    "words beside a paragraph tag": (p("IMPORTANT {%p if inspection.on %} also") + p("{%p endif %}"), "not alone"),
    "words beside a row tag": (
        table(row("{%tr for x in inspection.list %}", "lost"), row("{{ x }}", "b"), row("{%tr endfor %}", "")),
        "not alone",
    ),
    "words beside a cell tag": (
        table(row("lost {%tc for x in inspection.list %}", "{{ x }}", "{%tc endfor %}", "b"), columns=4),
        "not alone",
    ),
    "{{p x}} with plain text": (p("{{p inspection.area.name }}"), "Word code"),
    "{{r x}} with plain text": (p("{{r inspection.area.name }}"), "Word code"),
    "words before {%- in a run": (p("keep {%- if inspection.on -%}x{% endif %}"), "swallows"),
    "rich text without r": (p("{{ inspection.area }}"), None),
    "curly quotation marks in a tag": (p("{% if inspection.on == “it’s” %}x{% endif %}"), "curly"),
    "single braces": (p("Dear { name }"), "printed as it stands"),
    "full-width braces": (p("Dear ｛｛ name ｝｝"), "printed as it stands"),
    "a tag without its space": (p("{%pif inspection.on %}") + p("{%p endif %}"), "cannot be read"),
    "an invisible character in a tag": (p("{{ inspection.area.na\u200bme }}"), "cannot be seen"),
    "a tag cut off by the paragraph's end": (p("Dear {{ inspection") + p(".area.name }}"), "would lose words"),
}


@pytest.mark.parametrize(("body", "said"), HAZARDS.values(), ids=HAZARDS.keys())
def test_text_losing_patterns_are_refused(body: str, said: str | None) -> None:
    if said is None:  # values are never Word code here: whatever is no text is an error of the facts
        made = merge(compile_template(form(body)), roots({"area": {"name": "Wexcombe"}}))
        assert [remark.rule for remark in made.remarks] == ["Facts.WrongKind"]
        return
    with pytest.raises(TemplateRefused, match=re.escape(said)) as refused:
        compile_template(form(body))
    assert 2 in {remark.place.line for remark in refused.value.remarks}, "paragraph 2 of the file, below its title"


OTHERS = {
    "two tags of structure in one paragraph": p("{%p if inspection.on %}{%p endif %}"),
    "a row tag outside a table": p("{%tr for x in inspection.list %}") + p("{%tr endfor %}"),
    "a tag in a field's code": f"<w:p>{FIELD.format('HYPERLINK &quot;{{ inspection.link }}&quot;')}</w:p>",
    "a field that fetches a file": f"<w:p>{FIELD.format('INCLUDETEXT secret.docx')}</w:p>",
    "a field that runs a program": '<w:p><w:fldSimple w:instr="DDEAUTO cmd"/></w:p>',
    "the day on which it is opened": f"<w:p>{FIELD.format(' DATE ')}{r('1 May')}</w:p>",
    "hidden text": p("secret", properties="<w:vanish/>"),
    "a condition that opens in a cell and closes outside": table(row("{% if inspection.on %}x", "b"))
    + p("{% endif %}"),
    "a cell that a condition empties": table(
        row("<w:p><w:r><w:t>{%p if inspection.on %}</w:t></w:r></w:p>" + p("x") + p("{%p endif %}"), "b")
    ),
    "a table that a loop leaves empty": table(
        row("{%tr for x in inspection.list %}", ""), row("{{ x }}", "b"), row("{%tr endfor %}", "")
    ),
    "a merged cell of docxtpl's own": table(row("{% colspan inspection.n %}", "b")),
    "a name that nobody knows": p("{{ nobody.knows }}"),
    "a part of another text": p('{% include "x.md" %}'),
    "code": p("{{ inspection.area.name.__class__ }}"),
    "a noncharacter": p("\ufdd0 1"),
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS.keys())
def test_what_nobody_could_check_is_refused(body: str) -> None:
    with pytest.raises(TemplateRefused):
        compile_template(form(body))


def test_every_fault_is_named_in_one_run_with_its_paragraph() -> None:
    body = p("a {%p if inspection.on %}") + p("fine") + p("{%p endif %}") + p("{{r x }}") + p("{ name }")
    lines = [remark.place.line for remark in lint(form(body))]
    assert {2, 5, 6} <= set(lines)


PARTS = {
    "a macro": word_file(p("x"), links={"v": ("vbaProject", "vbaProject.bin", False)}),
    "a linked picture": word_file(p("x"), links={"i": ("image", "https://example.org/x.png", True)}),
    "a tag in the address of a link": word_file(
        p("x"), links={"h": ("hyperlink", "https://example.org/%7B%7B%20x%20%7D%7D", True)}
    ),
    "a link to a file": word_file(p("x"), links={"h": ("hyperlink", "file:///secret", True)}),
    "another document": word_file(p("x"), links={"c": ("aFChunk", "x.html", False)}),
    "an endnote": word_file('<w:p><w:r><w:endnoteReference w:id="2"/></w:r></w:p>'),
    "a DTD": word_file(p("x"), parts={"h": ("header1", "header", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')}),
    "a text file": b"Dear {{ name }}",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a zip that is no Word file": zipped({"a.txt": b"x"}),
    "a cut-off file": word_file(p("x"))[:600],
    "a bomb": zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"0" * 60_000_000}),
    "a part outside its folder": zipped({"../x": b"", "[Content_Types].xml": b"", "word/document.xml": b""}),
    "two parts of one name": zipped({"word/document.xml": b"", "WORD/document.xml": b"", "[Content_Types].xml": b""}),
    "broken XML": zipped({"[Content_Types].xml": b"<x/>", "_rels/.rels": b"<x", "word/document.xml": b"<x/>"}),
    "nothing": b"",
}


@pytest.mark.parametrize("data", PARTS.values(), ids=PARTS.keys())
def test_hostile_and_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(TemplateRefused) as refused:
        compile_template(form(data))
    assert all("Traceback" not in remark.what and remark.do for remark in refused.value.remarks)


def test_a_bit_flipped_anywhere_is_refused_or_changes_nothing() -> None:
    whole = word_file(p("Form", "Heading1") + p(f"Hello {FACT}"))
    for at in range(0, len(whole), 7):
        broken = whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]
        try:
            compiled = compile_template(form(broken))
        except TemplateRefused:
            continue
        assert [use.path for use in compiled.fields] == ["inspection.area.name"]


def test_a_duty_is_met_by_the_content_control_that_bears_its_part() -> None:
    from lettersmith.model.template import Duty
    from merge.word_kit import control

    duty = Duty("case", "It gives the case.", "K59", "case", ("Case number",), ("inspection.case",))
    kept = control("case", p("Case number: {{ inspection.case }}"))
    compile_template(form(kept, duties=(duty,)))
    for broken in (
        p("Case number: {{ inspection.case }}"),
        control("case", p("")),
        control("case", p("Number: {{ inspection.case }}")),
        control("case", p("Case number: none")),
        p("{%p if inspection.on %}") + kept + p("{%p endif %}"),
    ):
        with pytest.raises(TemplateRefused, match="the duty “case” is not met") as refused:
            compile_template(form(broken, duties=(duty,)))
        assert "a content control whose tag is “case”" in refused.value.remarks[0].do
