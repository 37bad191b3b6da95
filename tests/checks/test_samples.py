"""The documents of the sample inspections, which are fit to send: no check says a word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lettersmith.route.case import items, open_case
from lettersmith.route.preparing import prepare

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = {"thornmere-2012": date(2012, 5, 16), "wexcombe-jtai-2017": date(2017, 7, 10)}


@pytest.mark.parametrize("sample", TODAY)
def test_clean_documents_draw_no_remark(sample: str) -> None:
    case = open_case(SAMPLES / sample)
    said = []
    for kind in case.kinds():
        template = case.template(kind)
        for item in items(case, template):
            remarks = prepare(case, template, item, TODAY[sample], pages=False).remarks
            said += [(kind, item.name, remark.rule, remark.what) for remark in remarks]
    assert [remark for remark in said if remark[2] != "Length.NotChecked"] == [], "nothing is laid out here"
