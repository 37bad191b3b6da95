"""A rule's message with the words that were met, as Go's `fmt` fills it in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

VERB = re.compile(r"%(?:%|[-+# 0]*(?:\[(\d+)\])?(?:\d+)?(?:\.\d+)?(?:\[(\d+)\])?(.))", re.DOTALL)


@lru_cache(maxsize=4096)
def filled(message: str, *values: str | int) -> str:
    """A message with its verbs (`%s`, `%q`, `%[2]s`, `%d`, `%%`) filled in. Values left over are dropped.

    What Go says of a verb without its value is said here too, since Vale's users see it.

    >>> filled("Use '%s' instead of '%s'.", "use", "utilise")
    "Use 'use' instead of 'utilise'."
    """
    if "%" not in message:
        return message.replace("\n", " ")
    all_values: tuple[str | int, ...] = (*values, "")
    next_value = 0

    def verb(match: re.Match[str]) -> str:
        nonlocal next_value
        if match[3] is None:
            return "%"
        index = match[1] or match[2]
        if index:
            next_value = int(index) - 1
        position, next_value = next_value, next_value + 1
        letter = match[3]
        if not 0 <= position < len(all_values):
            return f"%!{letter}(BADINDEX)" if index else f"%!{letter}(MISSING)"
        return _shown(letter, all_values[position])

    return VERB.sub(verb, message).replace("\n", " ")


def _shown(verb: str, value: str | int) -> str:
    if verb in "sv":
        return str(value) if isinstance(value, str) or verb == "v" else f"%!s(int={value})"
    if verb == "q" and isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if verb == "d" and isinstance(value, int):
        return str(value)
    kind = "string" if isinstance(value, str) else "int"
    return f"%!{verb}({kind}={value})"


def in_a_list(words: Sequence[str], joined_by: str = "or") -> str:
    """Words in quotation marks, as a list.

    >>> in_a_list(["use", "apply"])
    "'use' or 'apply'"
    """
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return f" {joined_by} ".join(quoted)
    return ", ".join([*quoted[:-1], f"{joined_by} {quoted[-1]}"])
