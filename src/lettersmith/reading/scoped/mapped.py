"""Text that remembers where in its file each character stood."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SANITIZED = re.compile("&rsquo;|\r\n|\r")


class Mapped(NamedTuple):
    """A string, and for each of its characters the offset in the file that it came from.

    A character that no file holds, such as the space between two table cells, has the offset of what follows it.
    """

    text: str
    at: Sequence[int]

    def part(self, start: int, end: int) -> Mapped:
        """The characters from start up to end."""
        return Mapped(self.text[start:end], self.at[start:end])

    def strip(self, characters: str | None = None) -> Mapped:
        """Without white space, or the characters given, at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.part(left, max(left, len(self.text.rstrip(characters))))

    def lstrip(self, characters: str | None = None) -> Mapped:
        """Without white space, or the characters given, at its start."""
        return self.part(len(self.text) - len(self.text.lstrip(characters)), len(self.text))

    def where(self, index: int) -> int:
        """The offset in the file of a character; for the end of the text, what follows its last character."""
        if index < len(self.at):
            return self.at[index]
        return self.at[-1] + 1 if self.at else 0


NOTHING = Mapped("", ())


def join(parts: Iterable[Mapped]) -> Mapped:
    """The parts one after the other."""
    text: list[str] = []
    at: list[int] = []
    for part in parts:
        text.append(part.text)
        at.extend(part.at)
    return Mapped("".join(text), at)


def inserted(text: str, where: int) -> Mapped:
    """Text that the file does not hold, put in before the offset `where`."""
    return Mapped(text, [where] * len(text))


def source(text: str) -> Mapped:
    """A whole file: line ends become newlines, and `&rsquo;` an apostrophe, as Vale reads it."""
    if "\r" not in text and "&rsquo;" not in text:
        return Mapped(text, range(len(text)))
    whole = Mapped(text, range(len(text)))
    return replace(whole, _SANITIZED, lambda found: "'" if found[0] == "&rsquo;" else "\n")


def replace(text: Mapped, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Mapped:
    """Each match of a pattern replaced by other characters, which stand where the match began."""
    parts: list[Mapped] = []
    done = 0
    for found in pattern.finditer(text.text):
        parts += [text.part(done, found.start()), inserted(by(found), text.where(found.start()))]
        done = found.end()
    if not parts:
        return text
    parts.append(text.part(done, len(text.text)))
    return join(parts)


def unescape(text: Mapped) -> Mapped:
    """Its HTML entities decoded. Letters after one that lacks its semicolon keep their own places."""
    if "&" not in text.text:
        return text
    parts: list[Mapped] = []
    done = 0
    for found in _ENTITY.finditer(text.text):
        decoded = html.unescape(found[0])
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(decoded), reversed(found[0]), strict=False))
        kept = sum(1 for _ in alike)
        parts += [text.part(done, found.start()), inserted(decoded[: len(decoded) - kept], text.where(found.start()))]
        done = found.end() - kept
    return join([*parts, text.part(done, len(text.text))])


def masked(text: Mapped) -> Mapped:
    """Asterisks in place of its characters; newlines stay."""
    return Mapped("".join("\n" if letter == "\n" else "*" for letter in text.text), text.at)


def aligned(words: str, text: Mapped) -> Mapped:
    """Words found again in the text that they were made from, letter by letter, where some letters were left out.

    For values of front matter and cells of tables: quotes, folded lines and backslashes stand between the letters.
    """
    at: list[int] = []
    here = 0
    for letter in words:
        found = text.text.find(letter, here)
        if found < 0 and letter.isspace():
            at.append(text.where(here))
            continue
        if found < 0:
            at.append(text.where(min(here, max(0, len(text.text) - 1))))
            continue
        at.append(text.where(found))
        here = found + 1
    return Mapped(words, at)
