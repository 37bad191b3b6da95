"""What `.vale.ini` says of one file: which rules look at it, at what level, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from lettersmith.checks.words import listed
from lettersmith.model.style import Section, StyleBook, StyleRule
from lettersmith.vale.globs import matches

LEVELS = ("suggestion", "warning", "error")
FORMATS = {
    "md": ("md", "mdown", "markdown", "markdn", "Rmd", "rmd"),
    "html": ("html", "htm", "shtml", "xhtml"),
    "txt": ("txt",),
    "lines": ("yaml", "yml", "json", "toml"),
}
"""What a file is read as, by the ending of its name."""

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
    ending = PurePath(path).suffix[1:]
    ending = next(iter(book.settings.get(f"formats.{ending}", ())), ending)
    if ending in OTHERS:
        return ""
    return next((name for name, endings in FORMATS.items() if ending in endings), "lines")


def sections_for(path: str, book: StyleBook) -> Iterator[Section]:
    """The sections whose glob means this file, other than `*`, in their order."""
    return (section for section in book.sections if section.glob != "*" and matches(section.glob, path))


def is_meant(path: str, book: StyleBook) -> bool:
    """Whether some section says anything of this file."""
    everywhere = _everywhere(book)
    return (
        bool(everywhere.styles or everywhere.rules)
        or any(sections_for(_normed(path, book), book))
        or any(sections_for(path, book))
    )


def styles_for(path: str, book: StyleBook) -> tuple[str, ...]:
    """The styles that are on for a file: those of the last section that names any."""
    styles = _everywhere(book).styles
    for section in sections_for(path, book):
        if section.styles:
            styles = section.styles
    return styles


def rules_for(path: str, book: StyleBook) -> dict[str, tuple[StyleRule, str]]:
    """The rules that look at a file, by id, each with its level there."""
    styles = styles_for(path, book)
    everywhere = _everywhere(book).rules
    own: dict[str, str] = {}
    for section in sections_for(path, book):
        own.update(section.rules)
    least = LEVELS.index(next(reversed(book.settings.get("MinAlertLevel", ())), "suggestion"))
    chosen: dict[str, tuple[StyleRule, str]] = {}
    for rule in book.rules:
        style = rule.id.partition(".")[0]
        level = _level(own, rule.id, style) or _level(everywhere, rule.id, style) or rule.level
        if _is_on(rule.id, style, (own, everywhere), styles) and LEVELS.index(level) >= least:
            chosen[rule.id] = (rule, level)
    return chosen


def settings_for(path: str, book: StyleBook, key: str) -> tuple[str, ...]:
    """All values that the sections for a file give to a key such as `TokenIgnores`."""
    meant = (section for section in book.sections if section.glob == "*" or matches(section.glob, path))
    return tuple(value for section in meant for value in section.settings.get(key, ()))


def _everywhere(book: StyleBook) -> Section:
    return next((section for section in book.sections if section.glob == "*"), Section("*"))


def _normed(path: str, book: StyleBook) -> str:
    """The path with the ending that `[formats]` gives it."""
    found = PurePath(path)
    ending = next(iter(book.settings.get(f"formats.{found.suffix[1:]}", ())), "")
    return path[: -len(found.suffix)] + "." + ending if ending else path


def _level(values: Mapping[str, str], rule: str, style: str) -> str:
    """The level that some settings give a rule, or else its style."""
    return next((values[name] for name in (rule, style) if values.get(name) in LEVELS), "")


def _is_on(rule: str, style: str, settings: tuple[Mapping[str, str], ...], styles: tuple[str, ...]) -> bool:
    for values in settings:
        said = values.get(rule, values.get(style))
        if said is not None:
            return said in ("YES", *LEVELS)
    return style in styles
