"""The settings of a rule, asked for by name and type. YAML is lenient and so is Vale: one text will do for a list."""

from __future__ import annotations

from typing import Any

from lettersmith.checks.style.compiled import Unfit
from lettersmith.model.style import StyleRule


def flag(rule: StyleRule, key: str, default: bool = False) -> bool:
    """A setting that is true or false."""
    value = rule.settings.get(key, default)
    if isinstance(value, str):
        return value.lower() in ("1", "t", "true")
    return bool(value)


def number(rule: StyleRule, key: str, default: int = 0) -> int:
    """A setting that is a whole number."""
    value = rule.settings.get(key, default)
    try:
        return int(value)
    except (TypeError, ValueError):
        raise Unfit(f"`{key}` is “{value}”, which is not a whole number.") from None


def text(rule: StyleRule, key: str) -> str:
    """A setting that is a text; empty where it is not there."""
    value = rule.settings.get(key)
    return "" if value is None else as_text(value)


def texts(rule: StyleRule, key: str) -> tuple[str, ...]:
    """A setting that is a list of texts."""
    value = rule.settings.get(key)
    if value is None:
        return ()
    if isinstance(value, list | tuple):
        return tuple("" if item is None else as_text(item) for item in value)
    if isinstance(value, dict):
        raise Unfit(f"`{key}` is a table. It should be a list.")
    return (as_text(value),)


def pairs(rule: StyleRule, key: str) -> dict[str, str]:
    """A setting that is a table of texts."""
    value = rule.settings.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Unfit(f"`{key}` should be a table: a word, a colon, and what should stand there instead.")
    return {as_text(name): "" if item is None else as_text(item) for name, item in value.items()}


def action(rule: StyleRule) -> tuple[str, tuple[str, ...]]:
    """The name of the rule's `action` and its parameters; empty where it has none."""
    value = rule.settings.get("action")
    if not isinstance(value, dict):
        return "", ()
    params = value.get("params") or ()
    flat = [inner for item in params for inner in (item if isinstance(item, list | tuple) else [item])]
    return str(value.get("name", "")), tuple(as_text(item) for item in flat)


def as_text(value: Any) -> str:
    """A value of YAML as text, as Vale's decoder reads it."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)
