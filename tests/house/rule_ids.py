"""Every rule id that the program can give, read from its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[2] / "src" / "lettersmith"
FULL = re.compile(r"[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+")
NAME = re.compile(r"[A-Z][A-Za-z]+")

HELPERS = {
    "intake": ("Facts", {"Fault": 0, "TextFault": 0}),
    "catalogue": ("Template", {"note": 0}),
    "merge": ("Template", {"refusal": 0, "fault": 1, "fault_at": 1}),
    "reading": ("File", {"refuse": 0, "_refuse": 0}),
}
"""Stage to the family of its remarks, and the functions that are told a rule without its family, with where."""

THIRD = {("decoding.py", "_refuse")}
"""Helpers that are told the rule after the file and the line."""

TOLD_ELSEWHERE = {
    ("texts.py", "Fault"),  # passes on what `longtext.py` found
    ("markdown.py", "fault_at"),  # what `fault` was told
    ("markdown.py", "refusal"),  # what `fault_at` was told
}
"""Calls whose rule is not a plain word, each for a reason."""


class Call(NamedTuple):
    """One call of a helper that takes a rule."""

    file: str
    line: int
    helper: str
    family: str
    rule: str
    """Empty where it is not a plain word."""


def helper_calls() -> Iterator[Call]:
    """Every call of a helper in its own stage."""
    for stage, (family, helpers) in HELPERS.items():
        for path in sorted((SOURCE / stage).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = ast.unparse(node.func).rpartition(".")[2]
                if name in helpers and not FULL.fullmatch(word(node.args, 0)):
                    index = 2 if (path.name, name) in THIRD else helpers[name]
                    yield Call(path.name, node.lineno, name, family, word(node.args, index))


def word(args: list[ast.expr], index: int) -> str:
    """A rule's name where one argument of a call is just that."""
    found = args[index] if index < len(args) else None
    value = found.value if isinstance(found, ast.Constant) else None
    return value if isinstance(value, str) and (NAME.fullmatch(value) or FULL.fullmatch(value)) else ""


def whole_ids() -> set[str]:
    """Every text in the source that is a whole rule id."""
    return {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and FULL.fullmatch(node.value)
    }


def rule_ids() -> set[str]:
    """Every rule id that the program can give."""
    return whole_ids() | {f"{call.family}.{call.rule}" for call in helper_calls() if call.rule}
