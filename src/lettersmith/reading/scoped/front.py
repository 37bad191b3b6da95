"""Front matter: the entries at the top of a Markdown file that hold text."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from lettersmith.reading.scoped.mapped import Mapped, aligned

_FENCED = re.compile(
    r"\A(---(?:yaml|toml|json)?|\+\+\+|;;;)[ \t]*\n(.*?)\n(?:---|\+\+\+|;;;)[ \t]*(?:\n|\Z)", re.DOTALL
)


def entries(source: Mapped) -> Iterator[tuple[str, Mapped]]:
    """The name and text of each entry that is a text, in the order of the file."""
    found = _FENCED.match(source.text)
    if not found:
        return
    body = source.part(*found.span(2))
    for key, value in _values(found[1], body.text).items():
        if isinstance(value, str) and value:
            yield str(key), _placed(str(key), value, body)


def _values(fence: str, text: str) -> dict[Any, Any]:
    try:
        if fence in ("+++", "---toml"):
            return tomllib.loads(text)
        if fence in (";;;", "---json"):
            found = json.loads(text)
        else:
            import yaml

            found = yaml.safe_load(text)
    except Exception:  # Front matter that cannot be read has no entries, whatever is wrong with it.
        return {}
    return found if isinstance(found, dict) else {}


def _placed(key: str, value: str, body: Mapped) -> Mapped:
    """The value, where it stands after its name."""
    name = re.search(rf"""^[ \t]*["']?{re.escape(key)}["']?[ \t]*[:=]""", body.text, re.MULTILINE)
    after = body.part(name.end(), len(body.text)) if name else body
    direct = after.text.find(value)
    if direct >= 0:
        return after.part(direct, direct + len(value))
    words = value.split()
    begin = after.text.find(words[0]) if words else 0
    return aligned(value, after.part(max(0, begin), len(after.text)))
