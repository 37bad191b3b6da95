"""Duties.NotMet: a statement that the document must make is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lettersmith.checks.facts import Fact, comes_from, find, origins
from lettersmith.checks.text import Passage, passages, place, whole
from lettersmith.model.calendar import in_words
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.model.template import Duty, Template

RULE = "Duties.NotMet"
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-"})


def check(subject: Subject) -> Iterator[Remark]:
    """Every duty of the template that applies to this inspection, against the words as they were made."""
    if subject.template is None:
        return
    for duty in subject.template.duties:
        if duty.id in subject.manuscript.duties:
            inside = [passage for passage in passages(subject.manuscript) if duty.part in passage.block.parts]
            lacks = _lacks(subject, duty, inside)
            if lacks:
                yield _remark(subject, duty, inside, lacks)


def _lacks(subject: Subject, duty: Duty, inside: list[Passage]) -> str:
    """What keeps a duty from being met, in words; empty when it is met."""
    if not inside:
        return "The paragraph that says so is missing or empty."
    text = _even(" ".join(passage.text for passage in inside))
    words = [f'"{words}"' for words in duty.words if not _says(text, words)]
    fields = [_in_words(field) for field in duty.fields if not _prints(subject, field, inside)]
    missing = [*words, *fields]
    return f"Not there: {', '.join(missing)}." if missing else ""


def _even(text: str) -> str:
    """A text as duties compare it: small letters, straight quotation marks, single spaces."""
    return " ".join(text.translate(QUOTES).lower().split())


def _says(text: str, words: str) -> bool:
    """Whether words stand in a text as whole words: "say no" is not in "say nothing"."""
    return re.search(rf"(?<!\w){re.escape(_even(words))}(?!\w)", text) is not None


def _in_words(field: str) -> str:
    """A field as people call it: `inspection.team.lead.name` is "team lead name"."""
    keys = field.replace("[]", "").split(".")
    return " ".join(keys[1:] or keys).replace("_", " ")


def _prints(subject: Subject, field: str, inside: list[Passage]) -> bool:
    """Whether a fact stands in some passages."""
    assert subject.template is not None
    path = _whole_path(subject.template, field)
    name, *keys = path.split(".")
    spans = [span for passage in inside for span in passage.spans if span.text or span.link]
    if field in subject.places:
        file, place, value = subject.places[field]
        return any(span.link == value for span in spans if span.link) or any(
            each.file == file and (each.path == place or each.path.startswith((f"{place}.", f"{place}[")))
            for span in spans
            for each in origins(span.origin)
        )
    if name == "timetable" and keys:
        return _prints_step(subject, keys[0], inside)
    if name in ("inspection", "judgements", "evidence"):
        facts = find(subject.inspection, path) or [Fact(None, f"{name}.json", ".".join(["$", *keys]))]
        return any(
            comes_from(span.origin, fact) or (span.link and span.link == fact.value) for span in spans for fact in facts
        )
    tail = ".".join(["$", *keys])
    return any(each.path == tail or each.path.startswith(tail + ".") for span in spans for each in origins(span.origin))


def _whole_path(template: Template, field: str) -> str:
    """A field by its path from a root of the facts: `addressee.name` is `inspection.addressees.letter.name`."""
    names = {"addressee": template.addressee, "sender": template.sender, template.each: template.for_each}
    for _ in names:  # an addressee may itself be named from the one that the document is about
        name, dot, rest = field.partition(".")
        if not names.get(name):
            break
        field = names[name] + dot + rest
    return field


def _prints_step(subject: Subject, step: str, inside: list[Passage]) -> bool:
    """Whether a date of a step of the timetable stands in some passages: by its origin, or as it is read."""
    path = f"timetable.{step}"
    for passage in inside:
        for span in passage.spans:
            if any(each.path == path or each.path.startswith(path + ".") for each in origins(span.origin)):
                return True
    text = " ".join(passage.text for passage in inside)
    return any(in_words(day, weekday=False) in text for day in subject.timetable.get(step, ()))


def _remark(subject: Subject, duty: Duty, inside: list[Passage], lacks: str) -> Remark:
    return Remark(
        RULE,
        Level.ERROR,
        f'It must say: "{duty.says}" {lacks}',
        place(subject, inside[0]) if inside else whole(subject),
        why="The guidance makes this statement a duty.",
        do=f'Put it back into the part "{duty.part}" of the template, or use the released template.',
        source=duty.source,
    )
