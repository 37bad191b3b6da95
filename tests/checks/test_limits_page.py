"""docs/limits.md says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lettersmith import checks
from lettersmith.model.audience import AUDIENCES

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_table_of_limits_is_the_programs(audience: str) -> None:
    (row,) = re.findall(rf"^\| `{audience}` \|(.*)\|$", PAGE, re.MULTILINE)
    limits = AUDIENCES[audience]
    assert [0 if cell.strip() == "-" else int(cell) for cell in row.split("|")] == [
        limits.made_error,
        limits.made_warning,
        limits.file_error,
        limits.file_warning,
        limits.file_suggestion,
        limits.grade,
    ]


def test_every_rule_has_its_line() -> None:
    folder = Path(checks.__file__).parent
    rules = set(re.findall(r'"([A-Z]\w+\.[A-Z]\w+)"', "".join(file.read_text("utf-8") for file in folder.glob("*.py"))))
    told = {rule for rule in rules if rule in PAGE}
    rest = {rule for rule in rules - told if not rule.endswith(".NotChecked") and ".Unused" not in rule}
    assert len(told) > 15 and not rest
