"""Vale's dialect of regular expressions, put into the words of the `regex` package.

Vale uses a .NET-like engine in RE2's compatibility mode. What differs from `regex`, and is rewritten here:
`\\d`, `\\w` and `\\s` are ASCII, while `\\b` is not; `\\z` and `\\Z` both end the text, as `$` does without `(?m)`;
letters that mean nothing after a backslash stand for themselves; `{` that begins no count is a brace; sets know no
operations but subtraction; letters are compared one by one when case is ignored.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lettersmith.checks.style.compiled import Unfit

if TYPE_CHECKING:
    from regex import Pattern

OUTSIDE = {
    "d": "[0-9]",
    "D": "[^0-9]",
    "w": "[0-9A-Za-z_]",
    "W": "[^0-9A-Za-z_]",
    "s": r"[\t\n\f\r ]",
    "S": r"[^\t\n\f\r ]",
    "z": r"\Z",
    "e": r"\x1b",
}
INSIDE = {
    "d": "0-9",
    "w": "0-9A-Za-z_",
    "s": r"\t\n\f\r ",
    "D": r"\x00-/:-\U0010FFFF",
    "W": r"\x00-/:-@\[-\^`{-\U0010FFFF",
    "S": r"\x00-\x08\x0b\x0e-\x1f!-\U0010FFFF",
    "b": r"\x08",
    "e": r"\x1b",
}
KEPT = frozenset("abBfnrtvAGZpP")
"""Letters that mean the same after a backslash in both. (`\\Z` is the very end in both, in RE2's mode.)"""

COUNT = re.compile(r"\{\d+(?:,\d*)?\}")
POSIX = re.compile(r"\[:\^?[a-z]+:\]")
PROPERTY = re.compile(r"[pP](?:\{[^}]*\}|[A-Z])")
HEX = re.compile(r"x\{([0-9A-Fa-f]{1,6})\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}")
FLAGS = re.compile(r"\(\?([a-zA-Z]*)(-[a-zA-Z]+)?([:)])")


@lru_cache(maxsize=4096)
def translate(pattern: str) -> str:
    """A pattern of Vale's as the `regex` package reads it (version 1, without full case folding).

    Raises Unfit for what has no counterpart.
    """
    out: list[str] = []
    at = 0
    by_line = False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            piece, at = _escape(pattern, at + 1, OUTSIDE)
        elif sign == "[":
            piece, at = _set(pattern, at)
        elif sign == "{":
            count = COUNT.match(pattern, at)
            piece, at = (count.group(), count.end()) if count else (r"\{", at + 1)
        elif sign == "(":
            piece, at = _group(pattern, at)
            by_line = by_line or (piece[:2] == "(?" and "m" in piece.partition("-")[0] and piece[-1] in ":)")
        elif sign == "$" and not by_line:
            piece, at = r"\Z", at + 1
        else:
            piece, at = sign, at + 1
        out.append(piece)
    return "".join(out)


def _escape(pattern: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """What follows a backslash, and where it ends."""
    if at >= len(pattern):
        raise Unfit("The pattern ends in a backslash.")
    sign = pattern[at]
    if sign in letters:
        return letters[sign], at + 1
    if sign in "pP":
        named = PROPERTY.match(pattern, at)
        if not named:
            raise Unfit(f"“\\{sign}” needs the name of a property after it.")
        return "\\" + named.group(), named.end()
    if sign in "xu":
        digits = HEX.match(pattern, at)
        if not digits:
            raise Unfit(f"“\\{sign}” needs hexadecimal digits after it.")
        code = digits.group(1)
        return (f"\\U{int(code, 16):08x}" if code else "\\" + digits.group()), digits.end()
    if sign == "k":
        name = re.compile(r"k[<'](\w+)[>']").match(pattern, at)
        if not name:
            raise Unfit("“\\k” needs the name of a group after it.")
        return (f"(?P={name[1]})" if not name[1].isdigit() else f"\\g<{name[1]}>"), name.end()
    if sign.isdigit() and letters is OUTSIDE:
        return "\\" + sign, at + 1
    if sign.isalpha() and sign not in KEPT:
        return sign, at + 1
    return "\\" + sign, at + 1


def _set(pattern: str, at: int) -> tuple[str, int]:
    """A set in square brackets, and where it ends."""
    begin, out = at, ["["]
    at += 1
    if pattern[at : at + 1] == "^":
        out.append("^")
        at += 1
    first = True
    while True:
        if at >= len(pattern):
            raise Unfit(f"“{pattern[begin:][:20]}” lacks its closing square bracket.")
        sign = pattern[at]
        if sign == "]" and not first:
            return "".join([*out, "]"]), at + 1
        if sign == "\\":
            piece, at = _escape(pattern, at + 1, INSIDE)
        elif sign == "[":
            posix = POSIX.match(pattern, at)
            piece, at = (posix.group(), posix.end()) if posix else (r"\[", at + 1)
        elif sign == "-" and pattern[at + 1 : at + 2] == "[" and not first:
            less, at = _set(pattern, at + 1)
            piece = "--" + less
        else:
            piece = "\\" + sign if sign in "]&|~" or (sign == "-" and pattern[at + 1 : at + 2] == "-") else sign
            at += 1
        out.append(piece)
        first = False


def _group(pattern: str, at: int) -> tuple[str, int]:
    """The opening of a group, and where it ends."""
    if pattern.startswith("(?'", at):
        end = pattern.find("'", at + 3)
        if end < 0:
            raise Unfit("The name of a group lacks its closing quotation mark.")
        return f"(?P<{pattern[at + 3 : end]}>", end + 1
    flags = FLAGS.match(pattern, at)
    if flags:
        letters = flags[1] + (flags[2] or "")
        if set(letters) - set("imsx-"):
            raise Unfit(f"The flags “{letters}” are not known here. Known are i, m, s and x.")
        return flags.group(), flags.end()
    return "(", at + 1


@lru_cache(maxsize=4096)
def compile(pattern: str) -> Pattern[str]:
    """A pattern of Vale's, compiled. Raises Unfit for one that is none."""
    import regex

    try:
        return regex.compile("(?-f)" + translate(pattern), regex.VERSION1)
    except regex.error as error:
        raise Unfit(f"The pattern “{pattern[:80]}” cannot be read: {error}.") from None
    except RecursionError:
        raise Unfit("The pattern is too deep to be read.") from None
