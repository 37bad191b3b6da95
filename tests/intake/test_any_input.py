"""Whatever stands in the files, intake gives facts and remarks, never an exception."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.folders import EVIDENCE, INSPECTION, JUDGEMENTS, fill, known
from lettersmith.intake import read_inspection, relevant, same_texts
from lettersmith.model.inspection import Inspection

QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
NAMES = (
    *(
        "framework",
        "area",
        "name",
        "dates",
        "notified",
        "published",
        "team",
        "lead",
        "members",
        "people",
        "id",
        "agency",
    ),
    *("spoken_to", "addressees", "letter", "concerns", "told", "person", "findings", "type", "evidence", "agencies"),
    *("grades", "judgement", "grade", "file", "unknown", "withheld", "at", "source", "text", "summary", "criteria"),
    *("decisions", "statement", "cooperating", "closed_periods", "from", "to", "fieldwork", "$schema"),
)
TEXTS = st.sampled_from(
    ["jtai-2017", "graded", "dcs", "E1", "2017-05-09", "2017-02-30", "strength", "a.md", "../x.md", ""]
) | st.text(max_size=6)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=25,
)


def sound(inspection: Inspection) -> None:
    """What must be true of the reading of anything."""
    for remark in inspection.problems:
        assert remark.rule.startswith("Facts.")
        assert remark.what and remark.why and remark.do
        assert "\n" not in remark.what
        assert remark.place.file and remark.place.path
        assert remark.place.line >= 1
    json.dumps([remark.what for remark in inspection.problems], ensure_ascii=False).encode("utf-8")
    relevant(
        inspection.problems, ["inspection.area.name", "judgements.findings[].text", "addressee.name"], inspection.facts
    )
    same_texts([inspection, inspection])
    _ = inspection.area, inspection.day("notified"), inspection.roots()


@QUIET
@given(data=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
@pytest.mark.parametrize("name", ["inspection", "judgements", "evidence"])
def test_any_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    inspection = read_inspection(fill(tmp_path, **{name: data}), known)
    assert inspection.problems or data.strip() == b"[]" or name in inspection.facts
    sound(inspection)


@QUIET
@given(spoil=st.data())
def test_a_sound_file_with_a_few_bytes_changed(tmp_path: Path, spoil: st.DataObject) -> None:
    data = bytearray(json.dumps(INSPECTION, indent=1).encode())
    for _ in range(spoil.draw(st.integers(1, 3))):
        at = spoil.draw(st.integers(0, len(data) - 1))
        data[at : at + spoil.draw(st.integers(0, 3))] = spoil.draw(
            st.sampled_from([b"", b'"', b"{", b"]", b",", b"\\", b"\xff", b"x", b"\n"])
        )
    sound(read_inspection(fill(tmp_path, inspection=bytes(data)), known))


@QUIET
@given(tree=TREES)
@pytest.mark.parametrize("name", ["inspection", "judgements", "evidence"])
def test_any_tree(tmp_path: Path, name: str, tree: Any) -> None:
    sound(read_inspection(fill(tmp_path, **{name: json.dumps(tree), "a.md": "Words."}), known))


@QUIET
@given(spoil=st.data())
def test_a_sound_tree_with_one_value_changed_for_anything(tmp_path: Path, spoil: st.DataObject) -> None:
    name, tree = spoil.draw(
        st.sampled_from([("inspection", INSPECTION), ("judgements", JUDGEMENTS), ("evidence", EVIDENCE)])
    )
    made = json.loads(json.dumps(tree))
    holder = made
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = spoil.draw(st.sampled_from(keys))
        if isinstance(holder[key], dict | list) and holder[key] and spoil.draw(st.booleans()):
            holder = holder[key]
            continue
        holder[key] = spoil.draw(TREES)
        break
    sound(read_inspection(fill(tmp_path, **{name: json.dumps(made), "a.md": "Words."}), known))


def test_1500_records_are_read_in_a_moment(tmp_path: Path) -> None:
    words = (
        "Children were seen quickly by workers who knew them well – and “said so” because managers checked each plan. "
        * 6
    )
    records = [
        {**EVIDENCE[0], "id": f"E{number}", "criteria": ["04"], "text": f"{words}{number}"} for number in range(1500)
    ]
    fill(tmp_path, evidence=records)
    assert (tmp_path / "evidence.json").stat().st_size > 1_150_000
    times = []
    for _ in range(5):
        start = time.perf_counter()
        assert read_inspection(tmp_path, known).problems == ()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.2, "some 50 ms are usual; more than 200 means that something walks the facts too often"
