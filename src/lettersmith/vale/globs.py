"""The globs that name the sections of `.vale.ini`, matched as Vale matches them."""

from __future__ import annotations

import re
from functools import lru_cache


def matches(glob: str, path: str) -> bool:
    """Whether a path (with slashes, as it was given) is meant by a glob. `!` at its start means all others.

    >>> matches("*.md", "letters/draft.md"), matches("!*.md", "draft.md"), matches("{docs,notes}/*", "notes/a.txt")
    (True, False, True)
    """
    plain = glob.lstrip("!") if glob.startswith("!") else glob
    found = _pattern(plain).fullmatch(path.replace("\\", "/"))
    return bool(found) != glob.startswith("!")


@lru_cache(maxsize=512)
def _pattern(glob: str) -> re.Pattern[str]:
    """`*` reaches over slashes, unless there is a `**` in the glob: then only that does."""
    any_letters = "[^/]*" if "**" in glob else ".*"
    out: list[str] = []
    here = depth = 0
    while here < len(glob):
        sign = glob[here]
        if glob.startswith("**/", here):
            out.append("(?:.*/)?")
            here += 2
        elif glob.startswith("**", here):
            out.append(".*")
            here += 1
        elif sign == "*":
            out.append(any_letters)
        elif sign == "?":
            out.append("[^/]" if "**" in glob else ".")
        elif sign == "[" and (end := glob.find("]", here + 2)) > 0:
            inside = glob[here + 1 : end].replace("\\", "\\\\")
            out.append(f"[{'^' + inside[1:] if inside[0] in '!^' else inside}]")
            here = end
        elif sign == "{":
            out.append("(?:")
            depth += 1
        elif sign == "}" and depth:
            out.append(")")
            depth -= 1
        elif sign == "," and depth:
            out.append("|")
        elif sign == "\\" and here + 1 < len(glob):
            here += 1
            out.append(re.escape(glob[here]))
        else:
            out.append(re.escape(sign))
        here += 1
    try:
        return re.compile("".join(out) + ")" * depth, re.DOTALL)
    except re.error:
        return re.compile(re.escape(glob))
