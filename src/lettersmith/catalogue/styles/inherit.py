"""A rule that builds on another: `extends: OtherStyle.Rule`, with `key+` to add and `key-` to take away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Unsound(Exception):
    """A rule's file is wrong. Its arguments: what is wrong as a sentence, and the key that it is about."""


def overlaid(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """The parent's keys with the child's over them. A parent's own tests are not the child's."""
    out = {key: value for key, value in parent.items() if key != "tests"}
    for key, value in child.items():
        base = key.rstrip("+-")
        if key == "extends":
            continue
        if base == key:
            out[key] = value
        elif base in child:
            raise Unsound(f"“{key}” edits “{base}”, and “{base}” replaces it. Only one of them can be meant.", key)
        else:
            out[base] = _edited(out.get(base), value, key)
    return out


def no_edits(values: Mapping[str, Any]) -> None:
    """Raise Unsound where a rule that builds on no other has `key+` or `key-`."""
    for key in values:
        if key[-1:] in ("+", "-"):
            raise Unsound(f"“{key}” needs a rule to build on. This one extends no other rule.", key)


def _edited(have: Any, value: Any, key: str) -> Any:
    add = key.endswith("+")
    if isinstance(have, list):
        if not isinstance(value, list):
            raise Unsound(f"“{key}” should be a list.", key)
        return [*have, *value] if add else _without(have, value, key)
    if isinstance(have, dict):
        if add and isinstance(value, dict):
            return {**have, **value}
        if add or not isinstance(value, list):
            raise Unsound(f"“{key}” should be a {'table' if add else 'list of keys'}.", key)
        left = _without(list(have), value, key)
        return {name: have[name] for name in left}
    if have is None:
        raise Unsound(f"“{key}”: the rule that this one builds on has no “{key.rstrip('+-')}”.", key)
    raise Unsound(f"“{key.rstrip('+-')}” is a single value. Give the new one without + or -.", key)


def _without(have: list[Any], taken: list[Any], key: str) -> list[Any]:
    left = list(have)
    for item in taken:
        if item not in left:
            raise Unsound(f"“{key}”: the rule that this one builds on has no “{item}” to take away.", key)
        left.remove(item)
    return left
