"""A template that does not always meet its duties is refused, with the duty, its source and the part."""

from __future__ import annotations

import pytest

from lettersmith.merge import compile_template, lint, merge
from lettersmith.model.template import Duty
from merge.letter_kit import FILE, roots, template

ALWAYS = Duty(
    "refuse", "They may say no.", "120011 Annex F", "refuse", ("say no", "change your mind"), ("inspection.area.name",)
)
SOMETIMES = ALWAYS._replace(id="statement", when="judgements.needed")
LISTED = Duty("strengths", "It lists the strengths.", "K64 b", "strengths", (), ("judgements.findings[].text",))

PART = "::: refuse\nYou can **say no** in {{ inspection.area.name }}. You can\nchange your mind.\n:::"
LIST = "::: strengths\n{% for f in judgements.findings %}\n- {{ f.text }}\n{% endfor %}\n:::"

MET: dict[str, tuple[Duty, str]] = {
    "words and fact": (ALWAYS, PART),
    "in other letters": (ALWAYS, PART.replace("say no", "Say No")),
    "in a shared text": (ALWAYS, '{% include "shared/refuse-1.md" %}'),
    "in both branches": (ALWAYS, f"{{% if inspection.x %}}\n{PART}\n{{% else %}}\n{PART}\n{{% endif %}}"),
    "part in another part": (ALWAYS, f"::: box\n{PART}\n:::"),
    "under its own condition": (SOMETIMES, f"{{% if judgements.needed %}}\n{PART}\n{{% endif %}}"),
    "under its own condition, spaced otherwise": (SOMETIMES, f"{{%if  judgements . needed%}}\n{PART}\n{{% endif %}}"),
    "under its own condition, by another name": (
        SOMETIMES,
        f"{{% set j = judgements %}}\n{{% if j.needed %}}\n{PART}\n{{% endif %}}",
    ),
    "in the else of its opposite": (
        SOMETIMES._replace(when="not judgements.needed"),
        f"{{% if judgements.needed %}}\nx\n{{% else %}}\n{PART}\n{{% endif %}}",
    ),
    "under half of its condition": (
        SOMETIMES._replace(when="judgements.needed and inspection.x"),
        f"{{% if inspection.x %}}\n{PART}\n{{% endif %}}",
    ),
    "under a count": (
        SOMETIMES._replace(when='judgements.findings | of_type("a") | count > 0'),
        f'{{% if judgements.findings | of_type("a") %}}\n{PART}\n{{% endif %}}',
    ),
    "its condition round the words in the part": (
        SOMETIMES,
        PART.replace("\nYou", "\n{% if judgements.needed %}\nYou").replace("mind.\n", "mind.\n{% endif %}\n"),
    ),
    "always there although needed sometimes": (SOMETIMES, PART),
    "a list": (LISTED, LIST),
    "words that a value brings": (
        ALWAYS._replace(words=("the Board",)),
        "::: refuse\n{{ framework.words.lscb }} {{ inspection.area.name }}\n:::",
    ),
}
UNMET: dict[str, tuple[Duty, str, str]] = {
    "removed": (ALWAYS, "x", "there is no part"),
    "empty": (ALWAYS, "::: refuse\n:::", "is empty"),
    "blank": (ALWAYS, "::: refuse\n\n\n:::", "is empty"),
    "an unrelated sentence": (ALWAYS, "::: refuse\nThe weather is fine.\n:::", "says “say no” nowhere"),
    "one of its words gone": (ALWAYS, PART.replace("change your mind", "go"), "says “change your mind” nowhere"),
    "its fact gone": (
        ALWAYS,
        PART.replace("{{ inspection.area.name }}", "Wexcombe"),
        "prints “inspection.area.name” nowhere",
    ),
    "its words outside the part": (
        ALWAYS,
        "::: refuse\n{{ inspection.area.name }}.\n:::\n\nsay no change your mind",
        "",
    ),
    "under a condition": (
        ALWAYS,
        f"{{% if inspection.x %}}\n{PART}\n{{% endif %}}",
        "under the condition “inspection.x”",
    ),
    "under a condition inside the part": (
        ALWAYS,
        PART.replace("\nYou", "\n{% if inspection.x %}\nYou").replace("mind.\n", "mind.\n{% endif %}\n"),
        "under the condition “inspection.x”",
    ),
    "one word under a condition": (
        ALWAYS,
        PART.replace("You can\nchange your mind.", "{% if inspection.x %}You can change your mind.{% endif %}"),
        "says “change your mind” only under a condition",
    ),
    "a comment": (ALWAYS, "::: refuse\n{# say no, change your mind #}\n:::", "is empty"),
    "in a loop": (ALWAYS, f"{{% for x in inspection.l %}}\n{PART}\n{{% endfor %}}", "in a loop"),
    "in one branch of two": (
        ALWAYS,
        f"{{% if inspection.x %}}\nx\n{{% else %}}\n{PART}\n{{% endif %}}",
        "under the condition",
    ),
    "under another condition": (
        SOMETIMES,
        f"{{% if judgements.needed and inspection.x %}}\n{PART}\n{{% endif %}}",
        "under the condition",
    ),
    "under the opposite of its condition": (
        SOMETIMES,
        f"{{% if not judgements.needed %}}\n{PART}\n{{% endif %}}",
        "under the condition",
    ),
    "under its own condition and one more": (
        SOMETIMES,
        f"{{% if judgements.needed %}}\n{{% if inspection.x %}}\n{PART}\n{{% endif %}}\n{{% endif %}}",
        "under the condition “inspection.x”",
    ),
    "a false condition": (ALWAYS, f"{{% if 1 == 2 %}}\n{PART}\n{{% endif %}}", "under the condition"),
    "in a macro that is never called": (ALWAYS, f"{{% macro m() %}}\n{PART}\n{{% endmacro %}}\nx", "there is no part"),
    "the list's loop round the part": (
        LISTED,
        "{% for f in judgements.findings %}\n::: strengths\n{{ f.text }}\n:::\n{% endfor %}",
        "in a loop",
    ),
}
TEXTS = {"shared/refuse-1.md": PART}


@pytest.mark.parametrize(("duty", "body"), MET.values(), ids=MET)
def test_a_duty_that_is_met(duty: Duty, body: str) -> None:
    assert lint(template(f"# T\n\n{body}\n\nend", texts=TEXTS, duties=(duty,))) == ()


@pytest.mark.parametrize(("duty", "body", "words"), UNMET.values(), ids=UNMET)
def test_a_duty_that_is_not_met(duty: Duty, body: str, words: str) -> None:
    remarks = lint(template(f"# T\n\n{body}\n\nend", texts=TEXTS, duties=(duty,)))
    assert remarks and {r.rule for r in remarks} == {"Template.Duty"}
    told = " ".join(r.what for r in remarks)
    assert words in told
    assert duty.id in told and duty.source in told and f"::: {duty.part}" in remarks[0].do


def test_every_duty_that_is_not_met_is_named_at_once() -> None:
    duties = (ALWAYS, ALWAYS._replace(id="second", part="second"))
    assert {r.place.text for r in lint(template("# T\n\nx", duties=duties))} == {"refuse", "second"}


def test_a_condition_that_cannot_be_read_names_the_template_file() -> None:
    (remark,) = lint(template(f"# T\n\n{PART}", duties=(SOMETIMES._replace(when="judgements.needed and"),)))
    assert remark.place.file == FILE.replace("letter.md", "template.toml")
    (remark,) = lint(template(f"# T\n\n{PART}", duties=(SOMETIMES._replace(when="needed"),)))
    assert "“needed”" in remark.what


@pytest.mark.parametrize(("needed", "expected"), [(True, ("refuse", "statement")), (False, ("refuse",))])
def test_the_manuscript_names_the_duties_that_apply(needed: bool, expected: tuple[str, ...]) -> None:
    compiled = compile_template(template(f"# T\n\n{PART}", duties=(ALWAYS, SOMETIMES)))
    made = merge(compiled, roots({"area": {"name": "Wexcombe"}}, {"needed": needed}))
    assert made.manuscript.duties == expected and not made.remarks


def test_a_condition_on_a_missing_fact_is_a_gap() -> None:
    compiled = compile_template(template(f"# T\n\n{PART}", duties=(SOMETIMES,)))
    made = merge(compiled, roots({"area": {"name": "Wexcombe"}}, {}))
    assert [(r.rule, r.place.path) for r in made.remarks] == [("Gaps.Missing", "$.needed")]
