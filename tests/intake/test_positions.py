"""Where values stand in a JSON text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lettersmith.intake.paths import read_path, written
from lettersmith.intake.positions import key_line, line_of, locate

TEXT = r"""{
  "area":
    {"name": "Wex [ } \" combe"},
  "people": [
    1,
    {"odd key": [true,
 null]}
  ],
  "people2": "x"
}
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("$", 1, 1),
        ("$.area", 3, 2),
        ("$.area.name", 3, 3),
        ("$.people", 4, 4),
        ("$.people[0]", 5, 5),
        ('$.people[1]["odd key"]', 6, 6),
        ('$.people[1]["odd key"][1]', 7, 7),
        ("$.people2", 9, 9),
        ("$.area.authority", 3, 2),
        ("$.people[7].name", 4, 4),
        ("$.nothing.at.all", 1, 1),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_path_has_the_line_of_its_value_and_of_its_key(path: str, value: int, key: int, ends: str) -> None:
    text = TEXT.replace("\n", ends)
    assert (line_of(text, path), key_line(text, path)) == (value, key)


@pytest.mark.parametrize("text", ["", "   ", "{", '{"a', '{"a": ', '{"a": [1, ', "}{", '{"a": nope}'])
def test_a_text_that_breaks_off_is_no_reason_to_stop(text: str) -> None:
    assert line_of(text, "$.a.b") in (0, 1)


def test_of_equal_keys_the_last_counts_and_all_are_known() -> None:
    text = '{"a": 1,\n"a": {"b": 2},\n"a": {"b": 3}}'
    spot = locate(text, [("a",)])[("a",)]
    assert [text.count("\n", 0, key) + 1 for key in spot.keys] == [1, 2, 3]
    assert line_of(text, "$.a.b") == 3


KEYS = st.text(max_size=8)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def everything(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    yield path, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from everything(inner, (*path, key))


@given(TREES, st.sampled_from([None, 0, 2]), st.booleans())
def test_each_value_begins_at_its_spot(tree: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    values = dict(everything(tree))
    for path, spot in locate(text, values).items():
        assert json.JSONDecoder().raw_decode(text, spot.value)[0] == values[path]
        if path and isinstance(path[-1], str):
            assert json.JSONDecoder().raw_decode(text, spot.key)[0] == path[-1]


@given(st.lists(KEYS | st.integers(0, 99)))
def test_a_written_path_is_read_back(path: list[str | int]) -> None:
    assert read_path(written(tuple(path))) == tuple(path)
