"""Grammar and spelling: what an outside engine says of the words, as remarks.

Nothing leaves the machine: Harper runs inside this process, LanguageTool as a server of our own that listens to this
machine alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from lettersmith.checks.grammar.passages import readable, spared
from lettersmith.checks.text import Passage, place, whole
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import GrammarEngine, Slip
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject

ENGINES = ("harper", "languagetool")
"""What `start` can start."""


def start(name: str) -> GrammarEngine:
    """An engine by its name, getting ready in the background; the same one for the whole process.

    Raises EngineMissing if what it needs is not on this machine, ValueError for another name.
    """
    if name == "harper":
        from lettersmith.checks.grammar import harper

        return harper.start()
    if name == "languagetool":
        from lettersmith.checks.grammar import languagetool

        return languagetool.start()
    raise ValueError(f"there is no engine for grammar called {name}")


def check(subject: Subject) -> Iterator[Remark]:
    """What the subject's engine says of its words; nothing without an engine."""
    if subject.grammar is None:
        return
    passages = readable(subject.manuscript)
    try:
        answers = subject.grammar.look([passage.text for passage in passages], subject.known)
    except EngineMissing as missing:
        yield not_checked(subject, missing)
        return
    for passage, slips in zip(passages, answers, strict=True):
        for slip in slips:
            if not spared(slip, passage):
                yield remark(subject, passage, slip)


def remark(subject: Subject, passage: Passage, slip: Slip) -> Remark:
    """One slip for the reader, with the engine's own name of its rule as the source."""
    assert subject.grammar is not None
    start = min(max(slip.start, 0), len(passage.text) - 1)
    end = min(max(slip.end, start + 1), len(passage.text))
    where = place(subject, passage, start, end)
    source = f"{subject.grammar.name}, {slip.rule}"
    if slip.kind == "unread":
        what = f"{slip.message} Its grammar and spelling were not checked."
        return Remark("Grammar.NotChecked", Level.WARNING, what, where, do="Read it yourself.", source=source)
    if slip.kind == "spelling":
        what = f"“{where.text}” is not a word that the dictionary knows."
        return Remark("Grammar.Spelling", Level.WARNING, what, where, instead=slip.instead[:5], source=source)
    what = f"“{where.text}”: {slip.message}"
    return Remark("Grammar.Slip", Level.WARNING, what, where, instead=slip.instead[:5], source=source)


def not_checked(subject: Subject, missing: EngineMissing) -> Remark:
    """An engine was asked for and is not there: said, never passed over."""
    first = missing.remarks[0]
    what = f"Grammar and spelling were not checked. {first.what}"
    return Remark("Grammar.NotChecked", Level.WARNING, what, whole(subject), do=first.do)
