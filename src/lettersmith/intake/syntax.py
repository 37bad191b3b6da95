"""A slip in the typing of a JSON file, in plain words: what stands there, what belongs there, what to do.

Python's parser tells the offset of the first slip; what it is, is read from the characters around it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lettersmith.intake.faults import Fault
from lettersmith.intake.positions import line_at
from lettersmith.intake.show import coded, listed, shortened

CURLY = "“”„‟«»‘’‚‛"
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_WORD = re.compile(r"[^\W\d]\w*")
_SPACES = " \t\r\n"
_OTHER_WORDS = {
    "True": "true",
    "TRUE": "true",
    "False": "false",
    "FALSE": "false",
    "None": "",
    "NULL": "",
    "undefined": "",
}


class Slip(NamedTuple):
    """What the slip is."""

    what: str
    """Goes on after "Line 13, column 4"."""
    why: str
    do: str
    offset: int


def explain(text: str, offset: int, message: str, file: str) -> Fault:
    """The fault for the first slip of a text, with its line and column."""
    slip = _find(text, offset, message)
    line = line_at(text, slip.offset)
    column = slip.offset - (text.rfind("\n", 0, slip.offset) + 1) + 1
    what = f"{file} cannot be read. Line {line}, column {column} {slip.what}"
    return Fault("Syntax", file, (), what, slip.why, slip.do, _line_text(text, slip.offset), line=line)


def _find(text: str, offset: int, message: str) -> Slip:
    before = text[:offset].rstrip(_SPACES)
    last = before[-1:]
    if offset < len(text) and text[offset] in _SPACES and "string" not in message and "character" not in message:
        offset += len(text[offset:]) - len(text[offset:].lstrip(_SPACES))
    here = text[offset : offset + 1]
    if here and (here in CURLY or (last and last in CURLY)):
        return _curly(text, offset if here in CURLY else len(before) - 1)
    if message.startswith("Invalid control character"):
        return _broken_text(text, offset)
    if message.startswith("Unterminated string"):
        return _open_text(text, offset)
    if message.startswith("Invalid \\"):
        return _backslash(text, offset)
    if message.startswith("Illegal trailing comma"):  # Python 3.13 and newer say so, and point at the comma
        return _last_comma(offset)
    if not here:
        return _early_end(text)
    if message.startswith("Extra data"):
        return _too_much(text, offset)
    return _by_character(text, offset, here, last, len(before) - 1, message)


def _by_character(text: str, offset: int, here: str, last: str, last_at: int, message: str) -> Slip:
    if here in "]}" and last == ",":
        return _last_comma(last_at)
    if here == ",":
        return Slip("has a comma too many.", "One comma stands between two entries.", "Take one out.", offset)
    if text.startswith(("//", "/*", "#"), offset):
        why = "The file holds facts only: comments cannot stand in it."
        return Slip(f"has a comment: {shortened(_rest(text, offset))}", why, "Take the comment out.", offset)
    if here == "'":
        why = "Names and texts stand in straight double quotation marks."
        return Slip(
            "has a single quotation mark where a double one belongs.", why, "Change ' to \" on both sides.", offset
        )
    if here == "\u00a0" or (here.isspace() and here not in _SPACES) or here in "\ufeff\u200b":
        do = "Delete the space and type it again."
        return Slip(
            f"has a special space ({coded(here)}).", "It often comes in with text copied from Word.", do, offset
        )
    if here == "=" or message.startswith("Expecting ':'"):
        why = 'A colon stands between a name and its value: "name": "Wexcombe".'
        return Slip("lacks a colon after the name.", why, "Put a colon there.", offset)
    if message.startswith("Expecting ','"):
        return _no_comma(text, offset, here, last, last_at)
    return _no_value(text, offset, here, message)


def _last_comma(offset: int) -> Slip:
    why = "A comma stands between entries, never after the last one."
    return Slip("has a comma after the last entry.", why, "Take the comma out.", offset)


def _curly(text: str, offset: int) -> Slip:
    lines = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if any(mark in CURLY for mark in _STRING.sub("", line))
    ]
    first = line_at(text, offset)
    others = [str(number) for number in lines if number > first]
    more = f" The same on line{'s' if len(others) > 1 else ''} {listed(others[:10], 'and')}." if others else ""
    why = f'The file needs straight ones ("). Word and Outlook turn them curly.{more}'
    what = f"has curly quotation marks: {shortened(_line_text(text, offset))}"
    return Slip(what, why, "Change them to straight ones.", offset)


def _broken_text(text: str, offset: int) -> Slip:
    if text[offset : offset + 1] == "\t":
        return Slip("has a tab inside a text.", "A text holds spaces, not tabs.", "Put a space in its place.", offset)
    if text[offset : offset + 1] not in "\r\n":
        what = f"has an unprintable character ({coded(text[offset])}) inside a text."
        return Slip(what, "No document can print it.", "Delete it.", offset)
    why = "A text stands on one line, between two quotation marks. A new paragraph inside it is written \\n\\n."
    do = "Put the missing quotation mark, or join the lines. A long text can stand in a file of its own."
    start = text.rfind('"', 0, offset)
    return Slip("begins a text that does not end on the same line.", why, do, max(start, 0))


def _open_text(text: str, offset: int) -> Slip:
    why = "A text stands between two quotation marks."
    return Slip("begins a text that never ends.", why, "Put the missing quotation mark.", min(offset, len(text) - 1))


def _backslash(text: str, offset: int) -> Slip:
    start = offset if text[offset : offset + 1] == "\\" else max(text.rfind("\\", 0, offset), 0)
    do = "Write two backslashes (\\\\), or a forward slash (/) in the name of a file."
    what = f"has a single backslash in a text: {shortened(text[start : start + 12])}"
    return Slip(what, "A backslash has a special meaning in this file.", do, start)


def _early_end(text: str) -> Slip:
    opened: list[int] = []
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text):
        if match.group() in "[{":
            opened.append(match.start())
        elif match.group() in "]}" and opened:
            opened.pop()
    end = max(len(text.rstrip()) - 1, 0)
    if not opened:
        return Slip("is the end, and something is missing.", "The facts break off there.", "Write the rest.", end)
    bracket = text[opened[-1]]
    closing = {"[": "]", "{": "}"}[bracket]
    why = f"The bracket {bracket} of line {line_at(text, opened[-1])} is never closed."
    return Slip("is the end of the file, and it comes too early.", why, f"Put {closing} where that entry ends.", end)


def _too_much(text: str, offset: int) -> Slip:
    why = "The file is one entry in brackets, and that has ended before."
    do = "Take out what follows, or the closing bracket that came too early."
    return Slip(f"goes on after the end: {shortened(_rest(text, offset))}", why, do, offset)


def _no_comma(text: str, offset: int, here: str, last: str, last_at: int) -> Slip:
    same_line = "\n" not in text[last_at:offset]
    if last == '"' and same_line and here not in '"{[]}':
        why = "A quotation mark ends the text. One that belongs to the text has a backslash before it."
        do = 'Write \\" for each quotation mark inside the text.'
        return Slip(
            f"has a quotation mark inside a text, before {shortened(_rest(text, offset), 30)}", why, do, last_at
        )
    if last.isdigit() and same_line and here not in '"{[]}':
        why = "A number is written with digits only; dates and times stand in quotation marks."
        return Slip(f"has a number that cannot be read: {shortened(_rest(text, offset))}", why, "Correct it.", offset)
    if here in "]}":
        return Slip(
            f"has {here} where it does not fit.", "Each bracket is closed by its own kind.", "Correct it.", offset
        )
    why = "A comma stands between one entry and the next."
    return Slip("ends an entry without a comma.", why, "Put a comma there.", last_at + 1)


def _no_value(text: str, offset: int, here: str, message: str) -> Slip:
    match = _WORD.match(text, offset)
    word = match.group() if match else ""
    if word in _OTHER_WORDS:
        right = _OTHER_WORDS[word]
        do = f"Write {right}." if right else 'Write {"unknown": "why"}, or take the line out.'
        return Slip(f"has {word}.", "true and false are written in small letters, without quotation marks.", do, offset)
    if "property name" in message:
        what = f"has {shortened(_rest(text, offset), 30)} where a name in quotation marks belongs."
        return Slip(
            what,
            'Each entry is a name and a value: "name": "Wexcombe".',
            "Put quotation marks around the name.",
            offset,
        )
    if here in "]}:":
        return Slip(
            f"has {here} where a value belongs.",
            "Each name has a value.",
            "Write the value, or take the name out.",
            offset,
        )
    what = f"has {shortened(_rest(text, offset), 30)} where a value belongs."
    why = "A value is a text in quotation marks, a whole number, true, false, or an entry in brackets."
    return Slip(what, why, "Put quotation marks around a text.", offset)


def _rest(text: str, offset: int) -> str:
    return text[offset:].split("\n", 1)[0].strip()


def _line_text(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    return _rest(text, start)
