"""YAML as Vale reads it: version 1.2, so that `no` and `on` are words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any


class NotYaml(Exception):
    """A text is not YAML. Its arguments: what is wrong, and the line, from 1."""


@cache
def _loader() -> Any:
    """The quickest loader that there is, with the words of YAML 1.2 only."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Texts stay texts unless YAML 1.2 says otherwise."""

        yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012

    words = {
        "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
        "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
        "merge": (r"<<", ["<"]),
    }
    for name, (pattern, first) in words.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"(?:{pattern})$"), first)
    return Loader


def read(text: str) -> Any:
    """What a YAML text holds. Raises NotYaml."""
    import yaml

    try:
        return yaml.load(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        if error.problem == "found unknown escape character" and "\\'" in text:
            # Vale's own reader takes a backslash before an apostrophe for nothing, and some packages have it.
            return read(text.replace("\\'", "'"))
        mark = error.problem_mark or error.context_mark
        raise NotYaml(error.problem or "it is not YAML", mark.line + 1 if mark else 1) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NotYaml(str(error).splitlines()[0] if str(error) else "it is nested too deep", 1) from None


def line_of(text: str, key: str) -> int:
    """The line on which a key of the outermost table stands; 1 if it is not found."""
    pattern = re.compile(rf"^[\"']?{re.escape(key)}[\"']?\s*:", re.IGNORECASE)
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
