"""JSON paths: `$.findings[3].text` in text, `("findings", 3, "text")` in code."""

from __future__ import annotations

import json
import re

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value; empty for the whole file."""

_PLAIN = re.compile(r"[A-Za-z_$][\w$-]*")
_STEP = re.compile(r"\.?([^.\[\]\"]+)|\[(\d+)\]|\[(\"(?:[^\"\\]|\\.)*\")\]")


def written(path: Path) -> str:
    """A path as people and programs read it.

    >>> written(("findings", 3, "text"))
    '$.findings[3].text'
    >>> written(("odd key",))
    '$["odd key"]'
    """
    return "$" + "".join(map(_step, path))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN.fullmatch(step) else f"[{json.dumps(step)}]"


def read_path(path: str) -> Path:
    """The keys and indexes of a written path; anything that is no path gives what could be read of it.

    >>> read_path('$.findings[3]["odd key"]')
    ('findings', 3, 'odd key')
    """
    steps: list[str | int] = []
    for name, index, quoted in _STEP.findall(path.removeprefix("$")):
        steps.append(int(index) if index else json.loads(quoted) if quoted else name)
    return tuple(steps)
