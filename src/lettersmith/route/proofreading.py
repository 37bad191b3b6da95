"""The engine for grammar that a template asks for, and the words that are right in the documents of an inspection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lettersmith.errors import EngineMissing
from lettersmith.model.framework import Framework
from lettersmith.model.grammar import GrammarEngine
from lettersmith.model.inspection import Inspection
from lettersmith.model.place import Place
from lettersmith.model.remark import Level, Remark
from lettersmith.model.template import Template

NAMES = frozenset(("name", "authority", "also_known_as", "organisation", "address", "label", "printed", "full"))
"""Entries of the facts and of a framework that hold names of people, places and bodies."""


def engine_for(template: Template, stage: str) -> tuple[GrammarEngine | None, tuple[Remark, ...]]:
    """The engine for grammar that a template needs (none if it needs none), started; of a draft, what is missing.

    Raises EngineMissing if a final document needs an engine that is not on this machine, and for every need of an
    engine that the program cannot call at all.
    """
    from lettersmith.checks import grammar

    if not set(template.needs_engines) <= set(grammar.ENGINES):
        raise no_engine(template)
    engine = None
    for name in reversed(template.needs_engines):  # several may be needed to be there; the first named one reads
        try:
            engine = grammar.start(name)
        except EngineMissing as missing:
            if stage != "draft":
                raise EngineMissing(*(needed(template, remark) for remark in missing.remarks)) from missing
            return None, tuple(unchecked(template, remark) for remark in missing.remarks)
    return engine, ()


def refuse_unchecked(template: Template, stage: str, remarks: Iterable[Remark]) -> None:
    """Raises EngineMissing if a final document whose template needs an engine was not read by it to the end."""
    if stage == "draft" or not template.needs_engines:
        return
    gaps = [remark for remark in remarks if remark.rule == "Grammar.NotChecked"]
    if gaps:
        raise EngineMissing(*(needed(template, remark) for remark in gaps))


def needed(template: Template, remark: Remark) -> Remark:
    """Why a final document cannot be made without its engine."""
    what = f"{template.title} must be checked for grammar before it is final. {remark.what}"
    do = f"{remark.do} Until then `--draft` makes a draft.".strip()
    return Remark("Grammar.NoEngine", Level.ERROR, what, place_of_need(template), do=do)


def unchecked(template: Template, remark: Remark) -> Remark:
    """What a draft says of grammar that nobody checked."""
    what = f"Grammar and spelling were not checked, and must be before {template.title} is final. {remark.what}"
    return Remark("Grammar.NotChecked", Level.WARNING, what, place_of_need(template), do=remark.do)


def no_engine(template: Template) -> EngineMissing:
    """A template that wants an engine that cannot be called yet: it must not be left out in silence."""
    wanted = ", ".join(template.needs_engines)
    what = f"{template.title} wants {wanted}, which this version of the program cannot call."
    do = "Take it out of engines under [needs]."
    return EngineMissing(Remark("Checks.NoEngine", Level.ERROR, what, place_of_need(template), do=do))


def place_of_need(template: Template) -> Place:
    """Where a template says what it needs."""
    return Place(template.file("template.toml"), document=template.kind)


def known_words(inspection: Inspection, framework: Framework) -> frozenset[str]:
    """Names of people, places, bodies and grades that the facts and the framework give: right in every document."""
    facts = inspection.facts.get("inspection")
    words = framework.facts.get("words")
    return frozenset((*names_in(facts), *names_in(framework.facts), *texts_in(words), *framework.grades))


def names_in(value: Any) -> Iterator[str]:
    """The names in a tree of facts. What is only referred to stands elsewhere in the tree, and is not followed."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_in(inner) if key in NAMES else names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


def texts_in(value: Any) -> Iterator[str]:
    """All texts in a tree of facts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from texts_in(inner)
