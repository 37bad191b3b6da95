"""One rule's file read into a StyleRule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from lettersmith.catalogue.styles import inherit, keys, refusals, yaml_text
from lettersmith.catalogue.styles.inherit import Unsound
from lettersmith.catalogue.styles.tree import Found
from lettersmith.model.remark import Remark
from lettersmith.model.style import StyleRule

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


Find: TypeAlias = "Callable[[str, Traversable], Found | None]"
"""Where the rule of some id is, other than in this file."""

DEEPEST = 10
"""Rules that build on rules that build on rules."""

OWN = frozenset(("extends", "level", "limit", "link", "message", "scope", "name", "tests", "path", "description"))
"""Keys that have a place of their own in a StyleRule, or none."""

NO_SCRIPTS = "it runs a script (Tengo), and scripts are never run."


def read_rule(found: Found, find: Find) -> StyleRule | Remark:
    """The rule in a file; a remark where it is wrong or cannot run here."""
    try:
        text = found.file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return refusals.broken(found.shown, 1, f"{found.shown} is not written in UTF-8.")
    except OSError as error:
        return refusals.broken(found.shown, 1, f"{found.shown} cannot be opened: {error.strerror or error}.")
    try:
        return _rule(found, _definition(_table(text), found, find, ()))
    except yaml_text.NotYaml as error:
        what, line = error.args
        return refusals.broken(found.shown, line, f"{found.shown} cannot be read as YAML: {what}.")
    except Unsound as error:
        what, key = error.args
        return refusals.broken(found.shown, yaml_text.line_of(text, key), f"{found.id}: {what}")
    except _CannotRun as error:
        return refusals.cannot_run(found.shown, found.id, str(error))


class _CannotRun(Exception):
    """The rule is sound, and cannot run here. The text says why."""


def _table(text: str) -> dict[str, Any]:
    values = yaml_text.read(text)
    if not isinstance(values, dict):
        raise Unsound("A rule is a table: keys, each with a colon and a value.", "extends")
    return {str(key).lower(): value for key, value in values.items()}


def _definition(values: dict[str, Any], found: Found, find: Find, seen: tuple[str, ...]) -> dict[str, Any]:
    """The keys of a rule with those of the rules that it builds on."""
    extends = values.get("extends")
    if extends is None:
        raise Unsound("The key “extends” is missing. It says of which type the rule is.", "extends")
    if not isinstance(extends, str) or ("." not in extends and extends not in keys.BY_TYPE):
        raise Unsound(f"“extends” is “{extends}”. Types are: {', '.join(keys.BY_TYPE)}.", "extends")
    if "." not in extends:
        inherit.no_edits(values)
        return values
    if extends in seen or len(seen) >= DEEPEST:
        raise Unsound(f"“{extends}” builds, by way of others, on itself.", "extends")
    parent = find(extends, found.file)
    if parent is None:
        raise Unsound(f"“extends” names the rule {extends}, which is not there.", "extends")
    inherited = _table(parent.file.read_text(encoding="utf-8-sig"))
    return inherit.overlaid(_definition(inherited, parent, find, (*seen, extends)), values)


def _rule(found: Found, values: Mapping[str, Any]) -> StyleRule:
    type = values["extends"]
    if "message" not in values:
        raise Unsound("The key “message” is missing. It is what the rule says.", "message")
    level = values.get("level", "warning")
    if level not in keys.LEVELS:
        raise Unsound(f"“level” is “{level}”. It is one of: {', '.join(keys.LEVELS)}.", "level")
    if values.get("code") is True:
        raise Unsound("“code” is no longer used. Write “scope: raw”.", "code")
    _no_others(type, values)
    scopes = _scopes(type, values.get("scope"))
    if type == "script":
        raise _CannotRun(NO_SCRIPTS)
    return StyleRule(
        found.id,
        type,
        str(values["message"] or ""),
        level,
        scopes,
        str(values.get("link") or ""),
        _limit(values.get("limit", 0)),
        {key: value for key, value in values.items() if key not in OWN},
        found.shown,
    )


def _no_others(type: str, values: Mapping[str, Any]) -> None:
    if type in keys.LENIENT:
        return
    allowed = keys.known(type)
    for key in values:
        if key not in allowed:
            near = get_close_matches(key, allowed, 1)
            advice = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(sorted(allowed))}."
            raise Unsound(f"A rule of the type “{type}” has no key “{key}”. {advice}", key)


def _limit(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        raise Unsound(f"“limit” is “{value}”. It should be a whole number.", "limit") from None


def _scopes(type: str, declared: Any) -> tuple[str, ...]:
    """The scopes of a rule, with what Vale makes of them for types that measure, or look at sentences only."""
    if declared is None or declared == []:
        scopes: tuple[str, ...] = ()
    else:
        scopes = tuple(str(one) for one in (declared if isinstance(declared, list) else [declared]))
    for scope in scopes:
        if "&" not in scope and "doc(" not in scope and " " in scope.removeprefix("~").partition(".")[0]:
            raise Unsound(f"The scope “{scope}” holds a space.", "scope")
    if type == "sequence":
        return tuple(_of_sentences(scope) for scope in scopes) or ("sentence",)
    if type in ("metric", "readability"):
        return ("summary",) if scopes in ((), ("text",)) else scopes
    return scopes or ("text",)


def _of_sentences(scope: str) -> str:
    if scope == "sentence" or scope.startswith("sentence."):
        return scope
    if scope.startswith("~"):
        return f"sentence&{scope}"
    if scope == "paragraph" or scope.startswith("paragraph."):
        return "sentence" + scope.removeprefix("paragraph")
    return f"sentence & {scope}"
