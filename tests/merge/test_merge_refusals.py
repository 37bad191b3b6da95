"""Templates that would lose, glue or misread text are refused, each at its line, and all faults in one run."""

from __future__ import annotations

import pytest

from lettersmith.errors import TemplateRefused
from lettersmith.merge import compile_template, lint, markdown, merge
from lettersmith.merge.marks import SLOTS
from lettersmith.model.template import Duty
from merge.letter_kit import FILE, roots, template

REFUSED: dict[str, tuple[str, int, str]] = {
    # name: the text under a title on line 1, the line, the rule
    "a tag left open": ("x {{ inspection.a", 3, "Tag"),
    "a tag closed twice": ("x {{ inspection.a }} }}", 3, "Tag"),
    "single braces": ("Dear { name }", 3, "Tag"),
    "full-width braces": ("x ｛｛ inspection.a ｝｝", 3, "Tag"),
    "a curly apostrophe in a tag": ("{% if inspection.a == “x” %}\ny\n{% endif %}", 3, "Tag"),
    "a character nobody sees in a tag": ("x {{ inspec\u200btion.a }}", 3, "Tag"),
    "a hyphen at a tag's edge": ("x {%- if inspection.a %} y{% endif %}", 3, "Tag"),
    "a hyphen at a slot's edge": ("x {{ inspection.a -}} y", 3, "Tag"),
    "raw": ("{% raw %}{{ x }}{% endraw %}", 3, "Tag"),
    "a noncharacter": ("x \ufdd0 y", 3, "Characters"),
    "a control character": ("x \x0b y", 3, "Characters"),
    "a tag that cannot be read": ("x\n\n{{ inspection.a b }}", 5, "Syntax"),
    "an end without a beginning": ("x\n{% endif %}", 4, "Syntax"),
    "a name that is not known": ("{{ inspecton.a }}", 3, "Language"),
    "a filter that is not known": ("{{ inspection.a | upper }}", 3, "Language"),
    "safe": ("{{ inspection.a | safe }}", 3, "Language"),
    "a test that is not known": ("{% if inspection.a is string %}\nx\n{% endif %}", 3, "Language"),
    "a filter with too much": ("{{ inspection.a | date(1) }}", 3, "Language"),
    "set around text": ("{% set x %}y{% endset %}\nz", 3, "Language"),
    "filter around text": ("{% filter capital %}y{% endfilter %}", 3, "Language"),
    "autoescape off": ("{% autoescape false %}{{ inspection.a }}{% endautoescape %}", 3, "Language"),
    "a slice": ("{{ inspection.a[0:3] }}", 3, "Language"),
    "a percent sign": ('{{ "%s" % inspection.a }}', 3, "Language"),
    "times": ("{{ inspection.a * 1000 }}", 3, "Language"),
    "a value with if": ('{{ "x" if inspection.a else "y" }}', 3, "Language"),
    "a loop through a text": ('{% for c in "abc" %}\nx\n{% endfor %}', 3, "Language"),
    "a loop with two names": ("{% for a, b in inspection.a %}\nx\n{% endfor %}", 3, "Language"),
    "a macro's words compared": (
        '{% macro m() %}x{% endmacro %}\n{% if m() == "x" %}\ny\n{% endif %}',
        4,
        "Language",
    ),
    "a macro's words joined": ('{% macro m() %}x{% endmacro %}\n{{ m() ~ "x" }}', 4, "Language"),
    "a macro's words filtered": ("{% macro m() %}x{% endmacro %}\n{{ m() | capital }}", 4, "Language"),
    "a macro printed": ("{% macro m() %}x{% endmacro %}\n{{ m }}", 4, "Language"),
    "a macro that calls itself": ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 3, "Language"),
    "a macro with too much": ("{% macro m() %}x{% endmacro %}\n{{ m(1) }}", 4, "Language"),
    "nothing printed": ("{{ none }}", 3, "Language"),
    "a yes or no printed": ("{{ inspection.a == 1 }}", 3, "Language"),
    "a name of the facts set": ("{% set inspection = 1 %}\nx", 3, "Language"),
    "an include that is not there": ('{% include "shared/no-1.md" %}', 3, "Language"),
    "an include by a value": ("{% include inspection.a %}", 3, "Language"),
    "extends": ('{% extends "shared/a-1.md" %}', 3, "Language"),
    "a block": ("{% block x %}y{% endblock %}", 3, "Language"),
    "words beside the macros of an import": ('{% import "shared/words-1.md" as m %}\nx', 3, "Language"),
    "a list in brackets": ('{% if inspection.a in ["x"] %}\ny\n{% endif %}', 3, "Language"),
    "bold that does not close": ("x\n**y", 4, "Markup"),
    "bold beside letters": ('**"{{ inspection.a }}"**b', 3, "Markup"),
    "backticks": ("`x`", 3, "Markup"),
    "a lone backtick": ("it`s", 3, "Markup"),
    "a quotation": ("> x", 3, "Markup"),
    "a picture": ("![x](https://www.example.org/x.png)", 3, "Markup"),
    "HTML": ("x <b>y</b>", 3, "Markup"),
    "a block of HTML": ("<div>\nx\n</div>", 3, "Markup"),
    "a block of code": ("```\nx\n```", 3, "Markup"),
    "an indented line": ("x\n\n    y", 5, "Markup"),
    "an indented value in a loop": ("{% for x in inspection.l %}\n\n    {{ x }}\n{% endfor %}", 5, "Markup"),
    "a backslash before a sign": ("x \\* y", 3, "Markup"),
    "an entity": ("x &amp; y", 3, "Markup"),
    "underscores": ("_x_", 3, "Markup"),
    "a heading of dashes": ("x\n---", 4, "Markup"),
    "a heading too deep": ("## x\n\n### x\n\n#### y", 7, "Markup"),
    "a heading that skips a level": ("### y", 3, "Markup"),
    "a heading in a list": ("- # x", 3, "Markup"),
    "a second number under words": ("x\n2. y", 4, "Markup"),
    "a number at a line's start in an item": ("- x\n  2. y", 4, "Markup"),
    "a year at a line's start": ("x\n2019. A year", 4, "Markup"),
    "a line under a list": ("- x\ny", 4, "Markup"),
    "a line under a nested list": ("- x\n  - y\n  z", 5, "Markup"),
    "a value under a list": ("- x\n{{ inspection.a }}", 4, "Markup"),
    "an empty item": ("- x\n-\n- y", 4, "Markup"),
    "a list that is indented": ("x\n\n  - y", 5, "Markup"),
    "a list that begins with a list": ("- 2019. A year", 3, "Markup"),
    "a table row with too many cells": ("| a | b |\n|---|---|\n| c | d | e |", 5, "Markup"),
    "a table row with too few cells": ("| a | b |\n|---|---|\n| c |", 5, "Markup"),
    "a line under a table": ("| a | b |\n|---|---|\n| c | d |\nx", 6, "Markup"),
    "a heading under a table": ("| a |\n|---|\n| c |\n## x", 6, "Markup"),
    "a table without a heading row": ("| a | b |", 3, "Markup"),
    "a link definition": ("x\n\n[a]: https://www.example.org", 5, "Markup"),
    "a link to a script": ("[x](javascript:alert)", 3, "Markup"),
    "a link to a file": ("[x](file.md)", 3, "Markup"),
    "a link with a title": ('[x](https://www.example.org "y")', 3, "Markup"),
    "a link partly a value": ("[x](https://www.example.org/{{ inspection.a }})", 3, "Markup"),
    "a link without words": ("x [](https://www.example.org)", 3, "Markup"),
    "a link that does not close": ("[x](https://www.example.org y)", 3, "Markup"),
    "an address between brackets": ("<https://www.example.org>", 3, "Markup"),
    "a note that nobody calls": ("x\n\n[^1]: y", 5, "Note"),
    "a note that is not there": ("x[^1]", 3, "Note"),
    "a note called twice": ("x[^1] y[^1]\n\n[^1]: z", 3, "Note"),
    "a note called in a loop": ("{% for x in inspection.l %}\n- x[^1]\n{% endfor %}\n\n[^1]: y", 4, "Note"),
    "a part left open": ("::: box\nx", 3, "Part"),
    "a part never opened": ("x\n:::", 4, "Part"),
    "a part with a bad name": ("::: Box!\nx\n:::", 3, "Part"),
    "a part opened inside a line": ("x ::: box", 3, "Markup"),
    "a loop that ends in the paragraph": ("{% for x in inspection.l %}\n\n- {{ x }}\n{% endfor %}\nend", 7, "Markup"),
    "two faults in a branch never taken": (
        "{% if inspection.a == 1 %}\nx\n{% elif inspection.b %}\n> y\n{% endif %}",
        6,
        "Markup",
    ),
}
TEXTS = {"shared/words-1.md": "Some words.\n{% macro m() %}x{% endmacro %}\n"}


@pytest.mark.parametrize(("body", "line", "rule"), REFUSED.values(), ids=REFUSED)
def test_refused_at_its_line(body: str, line: int, rule: str) -> None:
    remarks = lint(template(f"# Title\n\n{body}\n", texts=TEXTS))
    assert (f"Template.{rule}", FILE, line) in {(r.rule, r.place.file, r.place.line) for r in remarks}
    assert all(remark.what and remark.do for remark in remarks)


def test_all_faults_of_a_template_come_in_one_run() -> None:
    lines = (
        "# T",
        "{{ a b }}",  # 3: cannot be read
        "{{ inspecton.a }}",  # 5: no such name
        "{{ inspection.a | upper }}",  # 7: no such filter
        "{% for c in 'abc' %}",  # 9: no list
        "x",
        "{% endfor %}",
        "{% if inspection.a b %}",  # 15: cannot be read
        "y",
        "{% endif %}",
        "{% endfor %}",  # 21: closes nothing
        "> a",  # 23: Markdown that is not in use
        "`b`",  # 25
        "- c\nd",  # 28
        "| e |\n|---|\n| f | g |",  # 32
        "h[^1]",  # 34: a footnote that is not there
        "{% if inspection.b %}",  # 36: is never closed
        "z",
    )
    duty = Duty("told", "It tells.", "¶1", part="nowhere", words=("told",))
    faults = lint(template("\n\n".join(lines) + "\n", duties=(duty,)))
    assert sorted({r.place.line for r in faults}) == [0, 3, 5, 7, 9, 15, 21, 23, 25, 28, 32, 34, 36]


def test_a_duty_is_not_held_against_a_part_that_cannot_be_read() -> None:
    duty = Duty("told", "It tells.", "¶1", part="tell", fields=("inspection.a",))
    body = "# T\n\n::: tell\nWe tell {{ inspection.a b }}.\n:::\n\n::: other\nx\n:::\n"
    assert [r.rule for r in lint(template(body, duties=(duty,)))] == ["Template.Syntax"]
    other = Duty("said", "It says.", "¶2", part="other", words=("said",))
    assert [r.rule for r in lint(template(body, duties=(duty, other)))] == ["Template.Syntax", "Template.Duty"]


def test_every_tag_that_cannot_be_read_is_named() -> None:
    body = "# T\n\n{{ a b }}\n\n{% if %}\nx\n{% endif %}\n\n{{ | }}\n"
    assert [r.place.line for r in lint(template(body))] == [3, 5, 9]


def test_a_title_is_needed() -> None:
    assert [r.place.line for r in lint(template("Only words.\n"))] == [1]
    assert lint(template("{% if inspection.a %}\n# T\n{% endif %}\n")) == ()


def test_faults_of_shared_texts_and_letterheads_name_their_file() -> None:
    texts = {"shared/a-1.md": "x\n\n> y\n", "shared/never-used-1.md": "{{"}
    faults = lint(template('# T\n\n{% include "shared/a-1.md" %}\n', texts=texts, footer="`x`"))
    assert {(r.place.file, r.place.line) for r in faults} == {("shared/a-1.md", 3), ("letterheads/plain/footer.md", 1)}


def test_a_text_that_includes_itself_is_refused() -> None:
    texts = {"shared/a-1.md": 'x\n{% include "shared/b-1.md" %}\n', "shared/b-1.md": '{% include "shared/a-1.md" %}\n'}
    (remark,) = lint(template('# T\n\n{% include "shared/a-1.md" %}\n', texts=texts))
    assert "includes itself" in remark.what


@pytest.mark.parametrize("lost", ["word", "slot"])
def test_a_parser_that_loses_words_or_values_is_found_out(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last net, whatever the parser's fault may be."""
    whole = markdown.parser()

    class Losing:
        def parse(self, text: str, found: dict[str, object]) -> object:
            return whole.parse(text.replace("kept", "") if lost == "word" else SLOTS.sub("", text), found)

    monkeypatch.setattr(markdown, "parser", Losing)
    remarks = lint(template("# T\n\nSome kept {{ inspection.a }} words.\n"))
    assert [(r.rule, r.place.line) for r in remarks] == [("Template.Lost", 3)]


def test_compiling_refuses_too() -> None:
    with pytest.raises(TemplateRefused) as refused:
        compile_template(template("# T\n\n> x\n"))
    assert refused.value.remarks[0].place.line == 3


def test_a_fault_that_only_one_letter_shows_refuses_that_letter() -> None:
    body = "# T\n\n{% for x in inspection.l %}\n{% if x == 7 %}\n- a\n{% elif x == 8 %}\nb\n{% endif %}\n{% endfor %}\n"
    compiled = compile_template(template(body))
    assert merge(compiled, roots({"l": [7, 7]})).manuscript.blocks[2].marker == "bullet"
    with pytest.raises(TemplateRefused) as refused:
        merge(compiled, roots({"l": [7, 8]}))
    assert refused.value.remarks[0].place.line == 7


def test_a_text_that_grows_without_end_is_stopped() -> None:
    body = "# T\n\n" + "".join(f"{{% for a{n} in inspection.l %}}" for n in range(5)) + "x" + "{% endfor %}" * 5 + "\n"
    with pytest.raises(TemplateRefused) as refused:
        merge(compile_template(template(body)), roots({"l": list(range(100))}))
    assert refused.value.remarks[0].rule == "Template.Size"


@pytest.mark.parametrize(
    "tag", ['{{ "x" | date }}', "{{ 3 | joined }}", '{{ 1 + "x" }}', '{% if 1 > "x" %}\ny\n{% endif %}', '{{ "x".y }}']
)
def test_a_tag_that_cannot_work_is_refused_at_the_latest_when_it_is_used(tag: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        merge(compile_template(template(f"# T\n\nx\n\n{tag}")), roots({}))
    assert refused.value.remarks[0].place.line == 5
