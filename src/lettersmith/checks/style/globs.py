"""The globs of `.vale.ini`: which files a section is for."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def matches(glob: str, path: str) -> bool:
    """Whether a section with this glob is for the file at this path. A star means slashes too, as in Vale.

    >>> matches("*.{md,txt}", "notes/a.md"), matches("*.html", "a.md")
    (True, False)
    """
    negated = glob.startswith("!")
    pattern = glob.lstrip("!") if negated else glob
    try:
        found = re.fullmatch(_pattern(pattern), path.replace("\\", "/"), re.DOTALL) is not None
    except re.error:
        return False
    return found != negated


def _pattern(glob: str) -> str:
    """A glob as a pattern. With `**` in it a single star stops at slashes, without it does not."""
    star = "[^/]*" if "**" in glob else ".*"
    out, at, depth = "", 0, 0
    while at < len(glob):
        sign = glob[at]
        if glob.startswith("**/", at):
            out, at = out + "(?:.*/)?", at + 3
            continue
        if glob.startswith("**", at):
            out, at = out + ".*", at + 2
            continue
        if sign == "[" and "]" in glob[at + 2 :]:
            end = glob.index("]", at + 2)
            inside = glob[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            out += "[" + ("^" + inside[1:] if inside[0] in "!^" else inside) + "]"
            at = end + 1
            continue
        if sign == "\\" and at + 1 < len(glob):
            at += 1
            out += re.escape(glob[at])
        elif sign == "{":
            out, depth = out + "(?:", depth + 1
        elif sign == "}" and depth:
            out, depth = out + ")", depth - 1
        elif sign == "," and depth:
            out += "|"
        else:
            out += star if sign == "*" else star[:-1] if sign == "?" else re.escape(sign)
        at += 1
    return out
