"""What `.vale.ini` says of one file: whether it is meant, how it is read, and with which styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from lettersmith.checks.style.globs import matches
from lettersmith.checks.style.switches import EVERYWHERE
from lettersmith.checks.words import listed
from lettersmith.model.style import Section, StyleBook

FORMATS = {
    "md": ("md", "mdown", "markdown", "markdn", "Rmd", "rmd"),
    "html": ("html", "htm", "shtml", "xhtml"),
    "txt": ("txt",),
}
"""What a file is read as, by the ending of its name. All others are read line by line, but for these:"""

OTHERS = listed(
    """
    py py3 pyw pyi rpy cpy SConstruct sconstruct adoc asciidoc asc clj cljs cljc cljd cpp cc c cp cxx c++ h hpp h++ css
    cs csx dita ex exs go hs ipynb java bsh jl js jsx lua mdx myst qdoc qdocinc qmd qml org php pl pm pod proto ps1 psm1
    psd1 rb Gemfile Rakefile Brewfile gemspec rs rst rest r R sass scss less scala sbt swift ts tsx typ xml xsd
    """
)
"""Endings that Vale reads by means that are not here: programs, and markup that needs another program."""


def format_of(path: str, book: StyleBook) -> str:
    """What a file is read as: `md`, `html`, `txt`, `lines` for a text without structure, or nothing if it cannot be."""
    ending = _ending(path, book)
    if ending in OTHERS:
        return ""
    return next((name for name, endings in FORMATS.items() if ending in endings), "lines")


def is_meant(path: str, book: StyleBook) -> bool:
    """Whether some section says anything of this file, by its own name or with the ending of `[formats]`."""
    everywhere = next((section for section in book.sections if section.glob == EVERYWHERE), Section(EVERYWHERE))
    if everywhere.styles or everywhere.rules:
        return True
    other = PurePath(path).with_suffix(f".{_ending(path, book)}").as_posix() if PurePath(path).suffix else path
    return any(section.glob != EVERYWHERE for name in (path, other) for section in _sections(name, book))


def styles_for(path: str, book: StyleBook) -> tuple[str, ...]:
    """The styles that are on for a file: those of the last section that names any."""
    named = [section.styles for section in _sections(path, book) if "BasedOnStyles" in section.settings]
    return named[-1] if named else ()


def settings_for(path: str, book: StyleBook, key: str) -> tuple[str, ...]:
    """All values that the sections for a file give to a key such as `TokenIgnores`."""
    return tuple(value for section in _sections(path, book) for value in section.settings.get(key, ()))


def _sections(path: str, book: StyleBook) -> Iterator[Section]:
    """The sections for a file, that for all files first."""
    yield from (section for section in book.sections if section.glob == EVERYWHERE)
    yield from (section for section in book.sections if section.glob != EVERYWHERE and matches(section.glob, path))


def _ending(path: str, book: StyleBook) -> str:
    """The ending of a file's name, or what `[formats]` takes it for."""
    ending = PurePath(path).suffix[1:]
    return next(iter(book.settings.get(f"formats.{ending}", ())), ending)
