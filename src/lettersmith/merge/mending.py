"""The syntax tree of a text some of whose tags cannot be read: what is left of it is looked at in the same run."""

from __future__ import annotations

import re

from jinja2 import Environment, TemplateSyntaxError, nodes

from lettersmith.merge.source import Segment, segments

FACT = "inspection.area.name"
"""Stands where an expression cannot be read."""
OPENER = re.compile(r"\{%\s*(?P<word>if|elif|for)\b\s*(?P<name>[A-Za-z_]\w*)?")
UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
MOST = 20
"""Unpaired tags that are mended before the text is given up."""


def mended_tree(environment: Environment, source: str, name: str) -> tuple[nodes.Template | None, dict[int, str]]:
    """The tree of the text with a made-up fact for what cannot be read, and its unpaired tags left out or closed.

    Also what is wrong with those, by line. There is no tree where that is not enough.
    """
    pieces = [mended(environment, piece) for piece in segments(source)]
    unpaired: dict[int, str] = {}
    for _ in range(MOST):
        try:
            return environment.parse("".join(pieces), name), unpaired
        except TemplateSyntaxError as error:
            message = error.message or ""
            unclosed = UNCLOSED.search(message)
            tag = _tag_on(pieces, error.lineno)
            if unclosed and "end of template" in message:
                line = _unclosed_on(pieces, unclosed[1])
                pieces.append(f"{{% end{unclosed[1]} %}}")
                unpaired[line] = f"“{unclosed[1]}” is never closed by {{% end{unclosed[1]} %}}"
                continue
            if tag is not None:
                pieces[tag] = "\n" * pieces[tag].count("\n")
            else:
                break
            unpaired[error.lineno] = message
    return None, unpaired


def _tag_on(pieces: list[str], line: int) -> int | None:
    """The last block tag on a line."""
    found, at = None, 1
    for number, piece in enumerate(pieces):
        if piece.startswith("{%") and at <= line <= at + piece.count("\n"):
            found = number
        at += piece.count("\n")
    return found


def _unclosed_on(pieces: list[str], word: str) -> int:
    """The line of the last tag of that word which nothing closes."""
    opened, at = [1], 1
    for piece in pieces:
        tag = re.match(r"\{%\s*(\w+)", piece)
        if tag and tag[1] == word:
            opened.append(at)
        elif tag and tag[1] == f"end{word}" and len(opened) > 1:
            opened.pop()
        at += piece.count("\n")
    return opened[-1]


def mended(environment: Environment, segment: Segment) -> str:
    """A tag as it stands if it can be read alone, else one in its place of as many lines."""
    text = segment.text
    if segment.kind not in ("slot", "block"):
        return text
    opener = OPENER.match(text)
    try:
        if segment.kind == "slot":
            environment.parse(text)
        elif opener:
            word = opener["word"]
            start = "{% if x %}" if word == "elif" else ""
            environment.parse(f"{start}{text}{{% end{'for' if word == 'for' else 'if'} %}}")
        elif re.match(r"\{%\s*(set|include|import|from)\b", text):
            environment.parse(text)
    except TemplateSyntaxError:
        lines = "\n" * text.count("\n")
        if segment.kind == "slot":
            return f"{{{{ {FACT}{lines} }}}}"
        if not opener:
            return lines
        if opener["word"] == "for":
            return f"{{% for {opener['name'] or 'x'} in evidence{lines} %}}"
        return f"{{% {opener['word']} {FACT}{lines} %}}"
    return text
