"""For whoever owns the style rules: each tried on its own examples, on a sentence, on files; a new one written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lettersmith.errors import Unreadable
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.manuscript import Manuscript
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.style import OFF, RuleNotes, StyleBook, StyleRule
from lettersmith.model.subject import Subject

OWN = "Own"
"""The style that new rules go into when none is named."""
OF_ONE_TEXT = frozenset(("existence", "substitution"))
"""Types of rules that say the same of a sentence whatever stands before it."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


class Failure(NamedTuple):
    """An example that a rule gets wrong."""

    rule: str
    sentence: str
    expected: bool
    """Whether the rule should have said something."""


class Trial(NamedTuple):
    """What a rule says of some files."""

    remarks: tuple[Remark, ...]
    words: int
    """Of all files together."""
    files: int


def book_at(folder: Path) -> StyleBook:
    """The styles within reach of a folder: its own, those of the folder above, the built-in ones."""
    from lettersmith.catalogue.styles import read_styles
    from lettersmith.workspace import layers

    return read_styles(layers(folder, "styles"), examples=True)


def chosen(book: StyleBook, names: Sequence[str]) -> tuple[StyleRule, ...]:
    """The rules of these names (`Style.Rule` or `Style`); all where none is named. Raises Unreadable for an unknown."""
    from difflib import get_close_matches

    known = {rule.id for rule in book.rules} | set(book.styles)
    unknown = [name for name in names if name not in known]
    if unknown:
        near = get_close_matches(unknown[0], known, 1)
        do = f"Did you mean {near[0]}?" if near else "`lettersmith styles list` names them all."
        raise Unreadable(
            *(Remark("Styles.Unknown", Level.ERROR, f"There is no style or rule {name}.", do=do) for name in unknown)
        )
    return tuple(rule for rule in book.rules if not names or rule.id in names or rule.style in names)


def failures(book: StyleBook, rule: StyleRule) -> Iterator[Failure]:
    """The examples of a rule that it gets wrong: sentences that must draw it and do not, and the other way round."""
    notes = book.notes.get(rule.id, RuleNotes(rule.id))
    examples = [*((one, True) for one in notes.hits), *((one, False) for one in notes.passes)]
    if rule.type in OF_ONE_TEXT:
        drawn = _drawn([sentence for sentence, _ in examples], book, rule)
    else:
        drawn = [bool(says(sentence, book, rule)) for sentence, _ in examples]
    for (sentence, expected), found in zip(examples, drawn, strict=True):
        if found is not expected:
            yield Failure(rule.id, sentence, expected)


def _drawn(sentences: Sequence[str], book: StyleBook, rule: StyleRule) -> list[bool]:
    """Which of some sentences draw a rule, all read as one document."""
    notes = book.notes.get(rule.id, RuleNotes(rule.id))
    each = [as_manuscript(sentence, notes).blocks for sentence in sentences]
    owner = [number for number, blocks in enumerate(each) for _ in blocks]
    blocks = tuple(block for some in each for block in some)
    manuscript = Manuscript(notes.kinds[0] if notes.kinds else "sentence.md", "", blocks, audience=_audience(notes))
    found = {owner[said.place.block] for said in style_remarks(manuscript, book._replace(rules=(rule,)))}
    return [number in found for number in range(len(sentences))]


def _audience(notes: RuleNotes) -> str:
    """A reader for whom a rule is on."""
    return next((one for one in AUDIENCES if notes.levels.get(one) != OFF), "professionals")


def says(sentence: str, book: StyleBook, rule: StyleRule) -> tuple[Remark, ...]:
    """What one rule says of a sentence, for a reader and in a document that it is for."""
    notes = book.notes.get(rule.id, RuleNotes(rule.id))
    manuscript = replace(as_manuscript(sentence, notes), audience=_audience(notes))
    return style_remarks(manuscript, book._replace(rules=(rule,)))


def as_manuscript(sentence: str, notes: RuleNotes) -> Manuscript:
    """A sentence, written in Markdown, as a document of the kind and in the part that a rule is for."""
    from lettersmith.reading import manuscript_of

    read = manuscript_of(sentence.encode("utf-8"), "sentence.md")
    blocks = tuple(block._replace(parts=(*notes.parts[:1], *block.parts)) for block in read.blocks)
    return replace(read, kind=notes.kinds[0] if notes.kinds else read.kind, blocks=blocks)


def style_remarks(manuscript: Manuscript, book: StyleBook) -> tuple[Remark, ...]:
    """What the rules of a book say of a manuscript, and nothing else."""
    from lettersmith.checks import style

    return tuple(style.check(Subject(manuscript, styles=book)))


def trial(rule: StyleRule, book: StyleBook, paths: Sequence[Path], audience: str) -> Trial:
    """What a rule says of some files as if it were on for their readers.

    Raises Unreadable for a file that cannot be read.
    """
    from lettersmith import reading
    from lettersmith.checks.passages import words_in
    from lettersmith.reading.paths import files_in

    notes = book.notes.get(rule.id, RuleNotes(rule.id))._replace(kinds=(), parts=(), levels={})
    alone = book._replace(rules=(rule,), notes={rule.id: notes})
    remarks: list[Remark] = []
    words = files = 0
    for path in files_in(paths):
        manuscript = replace(reading.read(path, str(path)), audience=audience)
        found = style_remarks(manuscript, alone)
        remarks += (one._replace(place=one.place._replace(document=str(path))) for one in found)
        words += words_in(manuscript)
        files += 1
    return Trial(tuple(remarks), words, files)


def rule_in(file: Path) -> tuple[StyleRule, RuleNotes]:
    """A rule in a file of its own, before it is in any style. Raises Unreadable."""
    from lettersmith.catalogue.styles.rule_file import read_rule
    from lettersmith.catalogue.styles.tree import Found

    style = file.resolve().parent.name
    found = Found(f"{style}.{file.stem}", style, file, f"{style}/{file.name}")
    try:
        rule = read_rule(found, lambda wanted, other: None)
    except OSError:
        what = f"{file} is not there."
        raise Unreadable(
            Remark("Styles.Unknown", Level.ERROR, what, Place(str(file)), do="Name a file or a rule.")
        ) from None
    if isinstance(rule, Remark):
        raise Unreadable(rule)
    return rule, RuleNotes(rule.id)


def add(
    folder: Path, phrase: str, instead: Sequence[str], *, why: str, source: str, style: str = OWN, name: str = ""
) -> tuple[Path, Path]:
    """Write a rule that finds a phrase and says what to write instead, and its examples beside it; the two files.

    Raises Unreadable for a phrase that a rule finds already, a name that is taken or is none, or words that would be
    found again in what should stand instead.
    """
    from lettersmith.issue.disk import put

    phrase, options = " ".join(phrase.split()), [" ".join(one.split()) for one in instead if one.strip()]
    name = name or "".join(word.capitalize() for word in re.findall(r"[A-Za-z0-9]+", phrase))[:40]
    home = folder / "styles" / style
    rule_file, examples_file = home / f"{name}.yml", home / "tests" / f"{name}.yaml"
    wrong = list(_objections(folder, phrase, options, style, name, rule_file))
    if wrong:
        raise Unreadable(*wrong)
    put(rule_file, _rule_text(phrase, options).encode("utf-8"))
    put(examples_file, _examples_text(phrase, options, why, source).encode("utf-8"))
    return rule_file, examples_file


def _objections(
    folder: Path, phrase: str, options: Sequence[str], style: str, name: str, rule_file: Path
) -> Iterator[Remark]:
    def no(what: str, do: str) -> Remark:
        return Remark("Styles.NotAdded", Level.ERROR, what, do=do)

    if not re.search(r"\w", phrase):
        yield no("The phrase has no words.", "Give the words to look for, in quotation marks.")
        return
    for one in (style, name):
        if not _NAME.fullmatch(one):
            yield no(f"“{one}” cannot be the name of a style or rule.", "Use letters and digits: InOrderTo.")
    if rule_file.exists():
        yield no(f"{rule_file} is there already.", "Change it by hand, or give another name with --rule.")
    pattern = re.compile(rf"\b{re.escape(phrase)}\b" if phrase[0].isalnum() else re.escape(phrase), re.IGNORECASE)
    for option in options:
        if pattern.search(option):
            yield no(
                f"“{option}” holds “{phrase}” itself.", "Say it in other words, or every mended text is found again."
            )
    book = book_at(folder)
    reader = replace(as_manuscript(_sentence(phrase), RuleNotes("")), audience="families")
    said = style_remarks(reader, book)
    told = {remark.rule for remark in said if phrase.lower() in remark.place.text.lower()}
    for id in sorted(told):
        yield no(f"{id} finds “{phrase}” already.", f"`lettersmith explain {id}` says what it wants.")


def _sentence(phrase: str) -> str:
    return f"It says {phrase} here."


def _rule_text(phrase: str, options: Sequence[str]) -> str:
    bare = "" if phrase[0].isalnum() and phrase[-1].isalnum() else "nonword: true\n"
    quoted = _quoted(re.escape(phrase).replace("\\ ", " ").replace("\\-", "-"))
    if not options:
        return (
            "extends: existence\nmessage: \"Leave out '%s', or say it in other words.\"\nignorecase: true\n"
            f"{bare}level: warning\ntokens:\n  - {quoted}\n"
        )
    return (
        "extends: substitution\nmessage: \"Say '%s' instead of '%s'.\"\nignorecase: true\n"
        f"{bare}level: warning\naction:\n  name: replace\nswap:\n  {quoted}: {_quoted('|'.join(options))}\n"
    )


def _examples_text(phrase: str, options: Sequence[str], why: str, source: str) -> str:
    passes = [_sentence(one) for one in options] or ["It says something else here."]
    lines = [
        f"why: {_quoted(why)}",
        f"source: {_quoted(source)}",
        "hits:",
        f"  - {_quoted(_sentence(phrase))}",
        "passes:",
    ]
    return "\n".join([*lines, *(f"  - {_quoted(one)}" for one in passes)]) + "\n"


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever is in it."""
    return "'" + text.replace("'", "''") + "'"
