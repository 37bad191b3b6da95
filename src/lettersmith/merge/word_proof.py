"""Made-up letters of a Word template, to see that its XML holds and that every value stands among words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lettersmith.merge.fill import Filler
from lettersmith.merge.lines import Lines
from lettersmith.merge.marks import SLOT, SLOTS, STAMPS
from lettersmith.merge.outline import Branch, Choice, Loop, Outline, Words
from lettersmith.merge.proof import letters
from lettersmith.merge.source import refusal
from lettersmith.merge.word_blocks import Part
from lettersmith.merge.word_events import TOKEN, Reader, behind, part_name
from lettersmith.merge.word_package import W
from lettersmith.model.remark import Remark

_ALT = re.compile(r'<(?:wp:docPr|v:[a-z]+)\b[^<>]*\s(?:descr|title|alt)="[^"<>]*$')
_NEEDS = {
    "tc": ("p", "a cell of a table", "an empty paragraph beside the tag"),
    "hdr": ("p", "the header", "an empty paragraph beside the tag"),
    "ftr": ("p", "the footer", "an empty paragraph beside the tag"),
    "txbxContent": ("p", "a text box", "an empty paragraph beside the tag"),
    "tbl": ("tr", "a table", "a row that is always there, such as a heading row"),
    "tr": ("tc", "a row of a table", "a cell that is always there"),
}
"""What Word wants in each element, and takes a file without it for damaged."""


def proof_faults(outline: Outline, reader: Reader, file: str, lines: Lines, *, thorough: bool) -> Iterator[Remark]:
    """What is wrong with a part in some letters: its conditions one way and another, its lists empty and full."""
    for text, run in letters(outline, lines, thorough=thorough):
        stamped = [lines.origins[int(number)].line for number in STAMPS.findall(text)]
        part = Part(reader, Filler(run, ()), {})
        part.fill(_pieces(text))
        for origin in part.misplaced:
            yield _misplaced(origin.file, origin.line)
        for found in SLOTS.finditer(text):
            before = text[text.rfind("<", 0, found.start()) : found.start()]
            if ">" not in before and not _ALT.search(SLOTS.sub("", before)):
                origin = lines.origins[run.slots[int(found[1])][1]]
                yield _misplaced(origin.file, origin.line)
        yield from _xml_faults("".join(part.xml), file, stamped[-1] if stamped else 0, text, lines)


def _misplaced(file: str, line: int) -> Remark:
    what = f"Paragraph {line} of {file} prints a value where no words can stand, so that it would be lost."
    return refusal("Lost", file, line, what, "Put the tag into the text of a paragraph or the alt text of a picture.")


def _pieces(text: str) -> Iterator[str]:
    for index, piece in enumerate(SLOTS.split(text)):
        if index % 2:
            yield f"{SLOT}{piece}\ufdd1"
        elif piece:
            yield piece


def _xml_faults(xml: str, file: str, last: int, text: str, lines: Lines) -> Iterator[Remark]:
    from lxml import etree

    try:
        root = etree.fromstring(xml.encode("utf-8"))
    except etree.XMLSyntaxError as error:
        at = error.position[1] if error.position[0] == 1 else 0
        where = _paragraph_at(text, at, lines) or last
        what = f"{file}: a tag opens in one part of the page and closes in another, near paragraph {where}."
        yield refusal(
            "Word", file, where, what, "Put both ends of “if” or “for” into paragraphs of their own: {%p … %}."
        )
        return
    for element in root.iter(*(f"{W}{name}" for name in _NEEDS)):
        wanted, place, do = _NEEDS[element.tag.removeprefix(W)]
        if next(element.iter(f"{W}{wanted}"), None) is None:
            what = f"{file}: {place} is left empty where a condition does not hold, and Word cannot open such a file."
            yield refusal("Word", file, 0, what, f"Put {do}.")


def _paragraph_at(text: str, at: int, lines: Lines) -> int:
    """The paragraph in which about this many characters of XML have passed."""
    bare = STAMPS.sub("", text)
    share = int(at / max(len(bare), 1) * len(text))
    found = STAMPS.findall(text[:share])
    return lines.origins[int(found[-1])].line if found else 0


def with_parts(outline: Outline) -> Outline:
    """The outline of the text as that of a Markdown template: words in lines, content controls as `:::` parts."""
    return _with_parts(outline, [])


def _with_parts(outline: Outline, opened: list[bool]) -> Outline:
    made: list[Any] = []
    for node in outline:
        if isinstance(node, Words):
            made.append(Words("".join(_lines(node.text, opened))))
        elif isinstance(node, Choice):
            branches = [Branch(one.test, _with_parts(one.content, list(opened))) for one in node.branches]
            made.append(Choice(tuple(branches)))
        elif isinstance(node, Loop):
            each, none = _with_parts(node.each, list(opened)), _with_parts(node.none, list(opened))
            made.append(Loop(node.path, each, none))
        else:
            made.append(node)
    return tuple(made)


def _lines(xml: str, opened: list[bool]) -> Iterator[str]:
    tokens = list(TOKEN.finditer(xml.replace("\n", "")))
    for index, token in enumerate(tokens):
        if token[2] is None:
            yield token[0]
        elif token[2] == "w:sdt":
            if not token[1]:
                name = part_name(tokens[index : behind(tokens, index, "w:sdtPr")])
                opened.append(bool(name))
                yield f"\n::: {name}\n" if name else ""
            elif opened and opened.pop():
                yield "\n:::\n"
        elif token[2] == "w:p" and token[1]:
            yield "\n"
