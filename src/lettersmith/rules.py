"""What each rule wants, why, and who says so: the words behind `lettersmith explain`."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def read_rules() -> dict[str, dict[str, str]]:
    """Every rule by its id, with `wants`, `why` and `source`, in the order of the file."""
    text = (files("lettersmith.data") / "rules.toml").read_text(encoding="utf-8")
    return {
        f"{family}.{name}": {"wants": rule["wants"], "why": rule["why"], "source": rule["source"]}
        for family, rules in tomllib.loads(text).items()
        for name, rule in rules.items()
    }
