"""Duties.NotMet: a statement that the document must make is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lettersmith.checks.facts import FILES, Fact, comes_from, find, origins
from lettersmith.checks.passages import Passage, by_part
from lettersmith.checks.places import place, whole
from lettersmith.model.calendar import in_words
from lettersmith.model.remark import Level, Remark
from lettersmith.model.subject import Subject
from lettersmith.model.template import Duty, Template

RULE = "Duties.NotMet"
TODAY = "today"
"""The origin of the day on which a document is made."""

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-"})


def check(subject: Subject) -> Iterator[Remark]:
    """Every duty of the template that applies to this inspection, against the words as they were made."""
    if subject.template is None:
        return
    for duty in subject.template.duties:
        if duty.id in subject.manuscript.duties:
            inside = by_part(subject.manuscript).get(duty.part, [])
            lacks, fields = _lacks(subject, duty, inside)
            if lacks:
                whole_paths = (_whole_path(subject.template, field) for field in fields)
                yield _remark(subject, duty, inside, lacks)._replace(lacks=tuple(whole_paths))


def _lacks(subject: Subject, duty: Duty, inside: list[Passage]) -> tuple[str, tuple[str, ...]]:
    """What keeps a duty from being met, in words, empty if it is met; its facts too, where they are all that lacks."""
    if not inside:
        return "The paragraph that says so is missing or empty.", duty.fields
    text = _even(" ".join(passage.text for passage in inside))
    words = [f'"{words}"' for words in duty.words if not _says(text, words)]
    fields = [field for field in duty.fields if not _prints(subject, field, inside)]
    missing = [*words, *map(_in_words, fields)]
    return (f"Not there: {', '.join(missing)}." if missing else ""), () if words else tuple(fields)


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
    """Whether a fact stands in some passages, as words or as the address behind words."""
    assert subject.template is not None
    path = _whole_path(subject.template, field)
    name, *keys = path.split(".")
    spans = [span for passage in inside for span in passage.spans]
    came_from = [origin for span in spans for origin in origins(span.origin)]
    if field in subject.places:
        file, place, value = subject.places[field]
        if any(origin.file == file and _is_under(origin.path, place) for origin in came_from) or any(
            span.link == value for span in spans if span.link
        ):
            return True
    if name in FILES:
        facts = find(subject.inspection, path) or [Fact(None, FILES[name], ".".join(["$", *keys]))]
        links = {fact.text for fact in facts}
        return comes_from(came_from, facts) or any(span.link in links for span in spans if span.link)
    if path == "document.date":
        return any(origin.file == TODAY for origin in came_from)
    if name == "timetable":
        return any(_is_under(origin.path, ".".join(["timetable", *keys[:1]])) for origin in came_from) or any(
            in_words(day, weekday=False) in passage.text
            for day in subject.timetable.get(keys[0], ())
            for passage in inside
        )
    # Of the framework, contacts and the document itself only the paths are known here, not the values: that there
    # is a link at all must do for an address behind words.
    linked = keys[-1] in ("link", "website") and any(span.link for span in spans)
    return linked or any(_is_under(origin.path, ".".join(["$", *keys])) for origin in came_from)


def _is_under(path: str, wanted: str) -> bool:
    return path == wanted or path.startswith((wanted + ".", wanted + "["))


def _whole_path(template: Template, field: str) -> str:
    """A field by its path from a root of the facts: `addressee.name` is `inspection.addressees.letter.name`."""
    names = {"addressee": template.addressee, "sender": template.sender, template.each: template.for_each}
    for _ in names:  # an addressee may itself be named from the one that the document is about
        name, dot, rest = field.partition(".")
        if not names.get(name):
            break
        field = names[name] + dot + rest
    return field


def _remark(subject: Subject, duty: Duty, inside: list[Passage], lacks: str) -> Remark:
    fields = ", ".join(_in_words(field) for field in duty.fields)
    first = f"Look first whether the facts have it ({fields}). If they do, put" if fields else "Put"
    return Remark(
        RULE,
        Level.ERROR,
        f'It must say: "{duty.says}" {lacks}',
        place(subject, inside[0]) if inside else whole(subject),
        why="The guidance makes this statement a duty.",
        do=f'{first} it back into the part "{duty.part}" of the template, or use the released template.',
        source=duty.source,
    )
