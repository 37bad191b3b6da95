"""Small rules and books for the tests of the style engine."""

from __future__ import annotations

from typing import Any

from lettersmith.checks.style.compiled import State
from lettersmith.checks.style.engine import run
from lettersmith.model.style import Alert, StyleBook, StyleRule, Unit, Vocabulary

REPLACE = {"name": "replace"}


def rule(type: str, message: str = "%s", *, id: str = "Test.Rule", **settings: Any) -> StyleRule:
    own = {key: settings.pop(key) for key in ("level", "scopes", "limit", "link") if key in settings}
    return StyleRule(id, type, message, settings=settings, file="Test/Rule.yml", **own)


def book(*rules: StyleRule, accept: tuple[str, ...] = (), **more: Any) -> StyleBook:
    vocabularies = (Vocabulary("Words", accept),) if accept else ()
    return StyleBook(tuple(sorted(rules, key=lambda one: one.id)), vocabularies=vocabularies, **more)


def said(one: StyleRule, *texts: str, accept: tuple[str, ...] = (), state: State | None = None) -> list[Alert]:
    """What a rule says of some paragraphs."""
    units = [Unit(text, "paragraph.text", at) for at, text in enumerate(texts)]
    return run(units, book(one, accept=accept), state=state)


def words(one: StyleRule, *texts: str, accept: tuple[str, ...] = ()) -> list[str]:
    """The words meant by each alert of a rule."""
    return [texts[alert.unit][alert.start : alert.end] for alert in said(one, *texts, accept=accept)]


def messages(one: StyleRule, *texts: str, accept: tuple[str, ...] = ()) -> list[str]:
    return [alert.message for alert in said(one, *texts, accept=accept)]
