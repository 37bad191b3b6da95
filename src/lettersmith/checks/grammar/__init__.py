"""Grammar and spelling: what an outside engine says of the words, as remarks.

Nothing leaves the machine: Harper runs inside this process, LanguageTool as a server of our own that listens to this
machine alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lettersmith.checks.grammar.known_words import POSSESSIVE
from lettersmith.checks.grammar.names import known_to, looks_like_a_name
from lettersmith.checks.grammar.passages import readable, spared
from lettersmith.checks.passages import Passage
from lettersmith.checks.places import place, whole
from lettersmith.errors import EngineMissing
from lettersmith.model.grammar import GrammarEngine, Slip
from lettersmith.model.place import Place
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
    """What the subject's engine says of its words; nothing without an engine.

    Words with a capital that the engine does not know are most often names: each is named once, as a suggestion.
    """
    engine = subject.grammar
    if engine is None:
        return
    try:
        found = list(slips(subject, engine))
    except EngineMissing as missing:
        yield not_checked(subject, missing)
        return
    names = {word_of(passage, slip) for passage, slip in found if looks_like_a_name(slip, passage)}
    told: set[str] = set()
    for passage, slip in found:
        word = word_of(passage, slip)
        if slip.kind != "spelling" or word not in names:
            yield remark(subject, passage, slip, engine.name)
        elif word not in told:
            told.add(word)
            yield unknown_name(subject, passage, slip, engine.name)


def slips(subject: Subject, engine: GrammarEngine) -> Iterator[tuple[Passage, Slip]]:
    """What the engine finds and the place does not excuse, within the bounds of each passage."""
    passages = readable(subject.manuscript)
    answers = engine.look([passage.text for passage in passages], known_to(subject))
    for passage, answer in zip(passages, answers, strict=True):
        for slip in answer:
            sound = within(slip, len(passage.text))
            if not spared(sound, passage):
                yield passage, sound


def within(slip: Slip, length: int) -> Slip:
    """The slip, with at least one character of a text of some length, whatever the engine said of its place."""
    start = min(max(slip.start, 0), length - 1)
    return slip._replace(start=start, end=min(max(slip.end, start + 1), length))


def word_of(passage: Passage, slip: Slip) -> str:
    """The word that a slip of spelling is about, without a possessive s."""
    return POSSESSIVE.sub("", passage.text[slip.start : slip.end])


def remark(subject: Subject, passage: Passage, slip: Slip, engine: str) -> Remark:
    """One slip for the reader, with the engine's own name of its rule as the source."""
    where = place(subject, passage, slip.start, slip.end)
    source = f"{engine}, {slip.rule}"
    if slip.kind == "unread":
        what = f"{slip.message} Its grammar and spelling were not checked."
        return Remark("Grammar.NotChecked", Level.WARNING, what, where, do="Read it yourself.", source=source)
    if slip.kind == "spelling":
        capital = slip.instead and slip.instead[0].casefold() == where.text.casefold()
        said = f"is written “{slip.instead[0]}”" if capital else "is not a word that the dictionary knows"
        what = f"“{where.text}” {said}."
        return Remark("Grammar.Spelling", Level.WARNING, what, where, instead=slip.instead, source=source)
    what = f"“{where.text}”: {slip.message}"
    return Remark("Grammar.Slip", Level.WARNING, what, where, instead=slip.instead, source=source)


def unknown_name(subject: Subject, passage: Passage, slip: Slip, engine: str) -> Remark:
    """A word with a capital that no dictionary knows: a name, or a slip in one."""
    where = place(subject, passage, slip.start, slip.end)
    return Remark(
        "Grammar.Spelling",
        Level.SUGGESTION,
        f"“{where.text}” looks like a name that the dictionary does not know.",
        where,
        do="Look once whether it is spelt right.",
        instead=slip.instead,
        source=f"{engine}, {slip.rule}",
    )


def not_checked(subject: Subject, missing: EngineMissing) -> Remark:
    """An engine was asked for and is not there: said, never passed over."""
    first = missing.remarks[0]
    what = f"Grammar and spelling were not checked. {first.what}"
    return Remark("Grammar.NotChecked", Level.WARNING, what, whole(subject), do=first.do)


def without_repeats(remarks: Sequence[Remark]) -> Sequence[Remark]:
    """All remarks but an engine's own on words of which another check says something that weighs as much."""
    own = ("Grammar.Spelling", "Grammar.Slip")
    if not any(remark.rule in own for remark in remarks):
        return remarks
    weight = list(Level).index
    told: dict[Place, int] = {}
    for remark in remarks:
        if not remark.rule.startswith("Grammar."):
            told[remark.place] = min(weight(remark.level), told.get(remark.place, len(Level)))
    return [
        remark
        for remark in remarks
        if remark.rule not in own or told.get(remark.place, len(Level)) > weight(remark.level)
    ]
