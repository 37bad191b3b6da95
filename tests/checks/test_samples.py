"""The documents of the sample inspections, which are fit to send: no check says a word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lettersmith import checks, merge
from lettersmith.case import items, open_case, roots_for
from lettersmith.data import read_areas
from lettersmith.model.subject import Subject

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = {"thornmere-2012": date(2012, 6, 1), "wexcombe-jtai-2017": date(2017, 7, 10)}


@pytest.mark.parametrize("sample", TODAY)
def test_clean_documents_draw_no_remark(sample: str) -> None:
    case = open_case(SAMPLES / sample)
    said = []
    for kind in case.kinds():
        template = case.template(kind)
        compiled = merge.compile_template(template)
        for item in items(case, template):
            roots = roots_for(case, template, item, TODAY[sample], "final")
            about = Subject(
                manuscript=merge.merge(compiled, roots, name=item.name).manuscript,
                template=template,
                framework=case.framework,
                inspection=case.inspection,
                areas=read_areas(),
                calendar=case.calendar,
                timetable={step.step.id: (step.first, step.last) for step in case.steps if step.first and step.last},
                today=TODAY[sample],
            )
            said += [(kind, item.name, remark.rule, remark.what) for remark in checks.run(about)]
    assert [remark for remark in said if remark[2] != "Length.NotChecked"] == [], "nothing is laid out here"
