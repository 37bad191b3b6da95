"""The words of a PDF that Typst wrote, read straight from its pages: a quarter of the work of a whole PDF reader.

It reads what a PDF reader reads: the cross-reference table, the tree of pages, what each page draws, and the table of
each font that says which letters its glyphs are. It knows only the forms that Typst writes, and says so of any other
(`NotPlain`): then pdfium must read the file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
ROOT, CATALOGUE = re.compile(rb"/Root (\d+) 0 R"), re.compile(rb"/Pages (\d+) 0 R")
KIDS, REFERENCE = re.compile(rb"/Kids\[([\d R]*)\]"), re.compile(rb"(\d+) 0 R")
CONTENTS, RESOURCES = re.compile(rb"/Contents (\d+) 0 R"), re.compile(rb"/Resources (\d+) 0 R")
FONTS, FONT = re.compile(rb"/Font<<(.*?)>>"), re.compile(rb"/(\w+) (\d+) 0 R")
UNICODE = re.compile(rb"/Encoding/Identity-H.*/ToUnicode (\d+) 0 R", re.DOTALL)
STREAM = re.compile(rb"<</Length (\d+)[^>]*/Filter/FlateDecode[^>]*>>\nstream\n")
LETTER = re.compile(rb"<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>")
LETTERS = re.compile(rb"beginbfchar\n(.*?)endbfchar", re.DOTALL)
MARK = re.compile(rb"/(\w+)\s*(?:<<[^>]*>>)?\s*B[DM]C|(EMC)")
SHOW = re.compile(rb"BT [^()\[<]*?/(\w+) [\d.]+ Tf [^()\[<]*(\[.*\]|\(.*\)|<.*>)T([jJ])$", re.DOTALL)
GLYPH = re.compile(rb"(\\[0-7]{3}|\\[^0-7]|[^\\])(?:\)-?[\d.]+\()?")
"""The second byte of a glyph's number in a string, and after it a space between two strings."""
PIECE = re.compile(rb"\(((?:\\.|[^\\()]|\([^()\\]*\))*)\)|<([0-9A-F]*)>|-?[\d.]+ ?", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
FOREIGN = (b" Do", b"/ActualText", b" BI ")
"""What may hold words or change them, and what Typst writes for us nowhere."""


class NotPlain(ValueError):
    """A PDF of another form than those that Typst writes for us, or no PDF at all."""


class Run(NamedTuple):
    """Some words that a page draws at one go."""

    text: str
    artefact: bool
    """Whether they are no part of the document: a running header, a repeated heading."""


class Letters(dict[bytes, str]):
    """The letters of one font by how a glyph stands in a string after the byte 0, as `\\014` or `a`."""

    def __init__(self, by_number: dict[int, str]) -> None:
        self.by_number = by_number

    def __missing__(self, written: bytes) -> str:
        glyph = GLYPH.fullmatch(written)
        if glyph is None:
            raise NotPlain("a glyph")
        letter = self[written] = self.numbered(unescaped(glyph[1])[0])
        return letter

    def numbered(self, number: int) -> str:
        """The letters of a glyph; a glyph of which the font does not tell is not left out in silence."""
        return self.by_number.get(number, "\ufffd")


def pages(data: bytes) -> list[list[Run]]:
    """What each page draws, in the order in which it was written. Raises NotPlain."""
    try:
        return list(_pages(data))
    except (zlib.error, IndexError, ValueError, RecursionError) as error:
        raise NotPlain("a part of another form") from error


def _pages(data: bytes) -> Iterator[list[Run]]:
    part = parts(data)
    fonts: dict[bytes, Letters] = {}

    def font(number: bytes) -> Letters:
        if number not in fonts:
            fonts[number] = letters(stream(part(found(UNICODE, part(number)))))
        return fonts[number]

    def leaves(number: bytes) -> Iterator[bytes]:
        page = part(number)
        if b"/Type/Pages" not in page:
            yield page
            return
        for kid in REFERENCE.findall(found(KIDS, page)):
            yield from leaves(kid)

    for page in leaves(found(CATALOGUE, part(found(ROOT, trailer(data))))):
        resources = part(found(RESOURCES, page))
        names = FONTS.search(resources)
        known = {name: font(number) for name, number in FONT.findall(names[1])} if names else {}
        yield list(runs(stream(part(found(CONTENTS, page))), known))


def found(pattern: re.Pattern[bytes], data: bytes) -> bytes:
    """What a pattern finds. Raises NotPlain if it finds nothing."""
    match = pattern.search(data)
    if match is None:
        raise NotPlain("an entry that is not there")
    return match[1]


def trailer(data: bytes) -> bytes:
    """The end of the file, from its trailer on."""
    at = data.rfind(b"trailer\n")
    if at < 0:
        raise NotPlain("no trailer")
    return data[at:]


def parts(data: bytes) -> Callable[[bytes], bytes]:
    """What gives each numbered part of the file, by its cross-reference table."""
    start = int(found(START, data[-64:]))
    head = re.compile(rb"xref\n0 (\d+)\n").match(data, start)
    if head is None:
        raise NotPlain("no table of parts")
    first, count = head.end(), int(head[1])

    def part(number: bytes) -> bytes:
        index = int(number)
        begin = int(data[first + 20 * index : first + 20 * index + 10])
        label = b"%d 0 obj\n" % index
        if index >= count or not data.startswith(label, begin):
            raise NotPlain("a part that is not there")
        size = STREAM.match(data, begin + len(label))
        end = data.index(b"endobj", size.end() + int(size[1]) if size else begin)
        return data[begin + len(label) : end]

    return part


def stream(part: bytes) -> bytes:
    """The bytes that a part holds packed."""
    head = STREAM.match(part)
    if head is None:
        raise NotPlain("a part that holds nothing")
    return zlib.decompress(part[head.end() : head.end() + int(head[1])])


def letters(table: bytes) -> Letters:
    """The table of a font that says which letters its glyphs are."""
    if b"beginbfrange" in table:
        raise NotPlain("a range of glyphs")
    return Letters(
        {
            int(number, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for some in LETTERS.findall(table)
            for number, text in LETTER.findall(some)
        }
    )


def runs(content: bytes, fonts: dict[bytes, Letters]) -> Iterator[Run]:
    """The words that a page draws, line by line of its drawing; all marks and all words must be understood."""
    if any(mark in content for mark in FOREIGN):
        raise NotPlain("an operator that may draw words")
    marks: list[bool] = []
    shown = begun = 0
    for line in content.split(b"\n"):
        if line.startswith(b"BT "):
            drawn = SHOW.match(line)
            if drawn is None or drawn[1] not in fonts:
                raise NotPlain("words in another form")
            shown += 1
            yield Run(words(drawn[2], fonts[drawn[1]]), any(marks))
            continue
        for name, ends in MARK.findall(line):
            if ends:
                marks.pop()
            else:
                begun += 1
                marks.append(name == b"Artifact")
    if shown != content.count(b"TJ") + content.count(b"Tj") or begun != content.count(b"BDC") + content.count(b"BMC"):
        raise NotPlain("an operator in another place")


def words(operand: bytes, font: Letters) -> str:
    """The letters of the strings that an operator draws."""
    first, *glyphs = operand.split(b"\\000")
    if glyphs and first in (b"[(", b"("):
        glyphs[-1] = glyphs[-1].removesuffix(b")]" if first == b"[(" else b")")
        try:
            return "".join(map(font.__getitem__, glyphs))
        except NotPlain:
            pass  # strings of another form: in hexadecimal digits, or of a font with more than 255 glyphs
    return "".join(map(font.numbered, numbers(operand)))


def numbers(operand: bytes) -> Iterator[int]:
    """The numbers of the glyphs that an operator draws, whatever way its strings are written."""
    inside = operand[1:-1] if operand.startswith(b"[") else operand
    at = 0
    while at < len(inside):
        piece = PIECE.match(inside, at)
        if piece is None:
            raise NotPlain("a string in another form")
        at = piece.end()
        raw = unescaped(piece[1]) if piece[1] is not None else bytes.fromhex((piece[2] or b"").decode())
        if len(raw) % 2:
            raise NotPlain("half a glyph")
        yield from (raw[index] << 8 | raw[index + 1] for index in range(0, len(raw), 2))


def unescaped(text: bytes) -> bytes:
    """The bytes of a string without its backslashes."""
    return ESCAPE.sub(_byte, text)


def _byte(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes((int(code, 8),)) if code.isdigit() else ESCAPED.get(code, code)
