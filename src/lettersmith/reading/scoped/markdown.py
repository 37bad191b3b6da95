"""Markdown as the HTML tokens that it stands for, each character with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token as Mark

from lettersmith.reading.scoped import inline
from lettersmith.reading.scoped import tokens as html
from lettersmith.reading.scoped.mapped import Mapped, aligned, inserted, join
from lettersmith.reading.scoped.tokens import Token

_MATH_END = re.compile(r"(?<!\\)\$\$\s*(?:\{[^{]*\})?\s*$")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_NOTE_CALL = re.compile(r"\[\^([^\]\s]+)\]")
_TASK = re.compile(r"\[[ xX]\]\s")


@cache
def parser() -> MarkdownIt:
    """CommonMark with GitHub's additions, footnotes and mathematics: what Vale reads."""
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["text_join"])
    md.inline = inline.Inline()
    md.inline.ruler.enableOnly([*(rule.name for rule in md.inline.ruler.__rules__ if rule.name != "linkify")])
    md.inline.ruler2.disable("fragments_join")
    md.inline.ruler.before("link", "math", inline.math)
    md.inline.ruler.before("link", "footnote_call", _note_call)
    md.block.ruler.before("fence", "math", _math, {"alt": ["paragraph", "blockquote", "list"]})
    md.block.ruler.before("reference", "footnote", _note, {"alt": ["paragraph"]})
    return md


def tokens(source: Mapped) -> Iterator[Token]:
    """The tokens of a Markdown text, in order, footnotes last."""
    env: dict[str, Any] = {}
    marks = parser().parse(source.text.replace("\0", "\ufffd"), env)
    return _Reader(source, env.get("footnotes", {})).stream(marks)


class _Reader:
    """Where the lines of the text begin, and which footnotes were called."""

    def __init__(self, source: Mapped, notes: dict[str, list[Mark]]) -> None:
        self.source = source
        self.notes = notes
        self.called: list[str] = []
        self.lines = [0, *(found.end() for found in re.finditer("\n", source.text))]
        self.row = Mapped("", ())

    def stream(self, marks: Sequence[Mark]) -> Iterator[Token]:
        yield from self._blocks(marks)
        if not self.called:
            return
        yield from (html.start("div", **{"class": "footnotes"}), _gap(0), html.start("hr"), html.start("ol"), _gap(0))
        done = 0
        while done < len(self.called):
            yield html.start("li")
            yield _gap(0)
            yield from self._blocks(self.notes[self.called[done]])
            yield from (html.end("li"), _gap(0))
            done += 1
        yield from (html.end("ol"), html.end("div"))

    def number(self, label: str) -> int:
        if label not in self.called:
            self.called.append(label)
        return self.called.index(label) + 1

    def _blocks(self, marks: Sequence[Mark]) -> Iterator[Token]:
        for index, mark in enumerate(marks):
            if mark.type == "inline":
                text = self._text(mark, marks[index - 1])
                children = list(mark.children or self._children(mark))
                if _is_task(marks, index):
                    yield from (html.start("input"), html.text(inserted(" ", text.where(0))))
                    children = _without_box(children)
                yield from inline.stream(children, text, self.number)
            elif not mark.hidden:
                yield from self._block(mark)
            elif mark.nesting < 0:
                yield _gap(0)

    def _children(self, mark: Mark) -> list[Mark]:
        """The marks inside a footnote's text, which the parser has put aside with it."""
        found: list[Mark] = []
        parser().inline.parse(mark.content, parser(), {"footnotes": self.notes}, found)
        return found

    def _block(self, mark: Mark) -> Iterator[Token]:
        if mark.type in ("fence", "code_block", "math_block"):
            words = Mapped(mark.content, [self._line_start(mark)] * len(mark.content))
            yield from (html.start("pre"), html.start("code"), html.text(words), html.end("code"), html.end("pre"))
        elif mark.type == "html_block":
            yield from html.tokens(self._lines(mark.content, mark))
            return
        elif mark.type == "tr_open" and mark.map:
            first = mark.map[0]
            self.row = self.source.part(self.lines[first], self._end(first))
            yield html.start("tr")
        elif mark.nesting < 0:
            yield html.end(mark.tag)
        else:
            yield html.start(mark.tag, **{key: str(value) for key, value in mark.attrs.items()})
            if mark.type in ("paragraph_open", "heading_open", "th_open", "td_open", "list_item_open"):
                return
        yield _gap(0)

    def _line_start(self, mark: Mark) -> int:
        return self.source.where(self.lines[mark.map[0]]) if mark.map else 0

    def _end(self, line: int) -> int:
        return self.lines[line + 1] - 1 if line + 1 < len(self.lines) else len(self.source.text)

    def _text(self, mark: Mark, opener: Mark) -> Mapped:
        if opener.type in ("th_open", "td_open"):
            found = aligned(mark.content, self.row)
            if mark.content:
                after = next((i for i, place in enumerate(self.row.at) if place > found.at[-1]), len(self.row.at))
                self.row = self.row.part(after, len(self.row.text))
            return found
        if opener.type == "heading_open" and opener.markup.startswith("#") and mark.map:
            line = self.source.part(self.lines[mark.map[0]], self._end(mark.map[0]))
            opening = line.text.find(opener.markup) + len(opener.markup)
            begin = line.text.find(mark.content, opening)
            return line.part(begin, begin + len(mark.content))
        return self._lines(mark.content, mark)

    def _lines(self, content: str, mark: Mark) -> Mapped:
        """Lines of a block: each is the end of a line of the text, without what its containers put before it."""
        first = mark.map[0] if mark.map else 0
        parts: list[Mapped] = []
        for number, line in enumerate(content.split("\n")):
            if number:
                parts.append(inserted("\n", self.source.where(self._end(first + number - 1))))
            if first + number >= len(self.lines):
                parts.append(inserted(line, len(self.source.text)))
                continue
            whole = self.source.part(self.lines[first + number], self._end(first + number))
            begin = len(whole.text.rstrip()) - len(line.rstrip())
            bare = line.lstrip()
            after = begin + len(line) - len(bare)
            if whole.text.startswith(line.rstrip(), begin):
                parts.append(join([whole.part(begin, begin + len(line)), _missing(whole, begin, line)]))
            elif whole.text.startswith(bare.rstrip(), after):  # a tab, of which a container has taken a part
                indent = inserted(line[: len(line) - len(bare)], whole.where(after))
                parts.append(join([indent, whole.part(after, after + len(bare)), _missing(whole, after, bare)]))
            else:
                parts.append(aligned(line, whole))
        return join(parts)


def _missing(whole: Mapped, begin: int, line: str) -> Mapped:
    short = begin + len(line) - len(whole.text)
    return inserted(" " * max(0, short), whole.where(len(whole.text)))


def _gap(where: int) -> Token:
    return html.text(inserted("\n", where))


def _is_task(marks: Sequence[Mark], index: int) -> bool:
    before = marks[max(0, index - 2) : index]
    in_item = len(before) == 2 and before[0].type == "list_item_open" and before[1].type == "paragraph_open"
    return in_item and bool(_TASK.match(marks[index].content))


def _without_box(marks: list[Mark]) -> list[Mark]:
    """The marks of a task without its `[ ] `, which is in the first texts."""
    left = 4
    for mark in marks:
        cut = min(left, len(mark.content)) if mark.type in ("text", "text_special") else 0
        mark.content = mark.content[cut:]
        mark.meta[inline.AT] = mark.meta[inline.AT][cut:]
        left -= cut
        if not left:
            break
    return marks


def _math(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """The parser's rule for a block of `$$`: up to a line that ends in `$$`, or to an empty line."""
    begin, end = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    if not state.src.startswith("$$", begin) or state.is_code_block(first):
        return False
    if silent:
        return True
    line = first + 1
    if not _MATH_END.search(state.src[begin + 2 : end]):
        while line < last and not state.isEmpty(line):
            line += 1
            if _MATH_END.search(state.src[state.bMarks[line - 1] : state.eMarks[line - 1]]):
                break
    mark = state.push("math_block", "pre", 0)
    mark.map = [first, line]
    mark.content = state.getLines(first, line, state.blkIndent, True)
    state.line = line
    return True


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """The parser's rule for `[^label]: text`, which is kept for the end."""
    begin = state.bMarks[first] + state.tShift[first]
    found = _NOTE.match(state.src, begin, state.eMarks[first])
    if not found or state.is_code_block(first):
        return False
    if silent:
        return True
    kept, state.tokens = state.tokens, []
    saved = (state.bMarks[first], state.tShift[first], state.sCount[first], state.blkIndent, state.parentType)
    state.bMarks[first], state.tShift[first], state.sCount[first] = found.end(), 0, state.blkIndent + 4
    state.blkIndent += 4
    state.parentType = "footnote"
    state.md.block.tokenize(state, first, last)
    state.bMarks[first], state.tShift[first], state.sCount[first], state.blkIndent, state.parentType = saved
    notes = state.env.setdefault("footnotes", {})
    notes.setdefault(found[1].casefold(), state.tokens)
    state.tokens = kept
    return True


def _note_call(state: Any, silent: bool) -> bool:
    """The parser's rule for `[^label]`."""
    found = _NOTE_CALL.match(state.src, state.pos, state.posMax)
    if not found or found[1].casefold() not in state.env.get("footnotes", {}):
        return False
    if not silent:
        mark = state.push("footnote_call", "", 0)
        mark.content = found[1].casefold()
    state.pos = found.end()
    return True
