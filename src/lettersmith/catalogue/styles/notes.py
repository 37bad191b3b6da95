"""What stands beside a rule: why it is there, who says so, for whom it is, and its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lettersmith.catalogue.styles import refusals, yaml_text
from lettersmith.catalogue.styles.keys import LEVELS
from lettersmith.model.audience import AUDIENCES
from lettersmith.model.remark import Remark
from lettersmith.model.style import OFF, RuleNotes

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


KEYS: dict[str, Any] = {
    "why": str,
    "source": str,
    "do": str,
    "levels": dict,
    "kinds": list,
    "parts": list,
    "quotations": bool,
    "hits": list,
    "passes": list,
    "headwords": int,
}
"""The keys of such a file, and of what kind each is."""

NAMES = {str: "a text", dict: "a table", list: "a list", bool: "true or false", int: "a whole number"}


def read_notes(file: Traversable, rule: str, shown: str) -> tuple[RuleNotes, list[Remark]]:
    """What stands beside a rule, and what is wrong with it: a wrong key is left out, the others are used."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        values = yaml_text.read(text)
    except yaml_text.NotYaml as error:
        what, line = error.args
        return RuleNotes(rule), [_wrong(shown, line, f"{shown} cannot be read as YAML: {what}.")]
    except UnicodeDecodeError:
        return RuleNotes(rule), [_wrong(shown, 1, f"{shown} is not written in UTF-8.")]
    if not isinstance(values, dict):
        return RuleNotes(rule), [_wrong(shown, 1, f"{shown} should be a table: keys, each with a colon and a value.")]
    remarks: list[Remark] = []
    sound = {key: value for key, value in values.items() if _is_sound(key, value, text, shown, remarks)}
    return _notes(rule, sound), remarks


def _notes(rule: str, values: dict[str, Any]) -> RuleNotes:
    return RuleNotes(
        rule,
        values.get("why", ""),
        values.get("source", ""),
        values.get("do", ""),
        values.get("levels", {}),
        tuple(map(str, values.get("kinds", ()))),
        tuple(map(str, values.get("parts", ()))),
        values.get("quotations", False),
        tuple(map(str, values.get("hits", ()))),
        tuple(map(str, values.get("passes", ()))),
    )


def _is_sound(key: Any, value: Any, text: str, shown: str, remarks: list[Remark]) -> bool:
    line = yaml_text.line_of(text, str(key))
    wanted = KEYS.get(key)
    if wanted is None:
        remarks.append(_wrong(shown, line, f"“{key}” is not known here. Known are: {', '.join(KEYS)}."))
        return False
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        remarks.append(_wrong(shown, line, f"“{key}” should be {NAMES[wanted]}."))
        return False
    return key != "levels" or _are_levels(dict(value), line, shown, remarks)


def _are_levels(levels: dict[Any, Any], line: int, shown: str, remarks: list[Remark]) -> bool:
    wrong = [f"“{audience}: {level}”" for audience, level in levels.items() if not _is_level(str(audience), str(level))]
    if wrong:
        what = (
            f"“levels” holds {', '.join(wrong)}. Audiences are {', '.join(AUDIENCES)}; levels {', '.join(LEVELS)}, off."
        )
        remarks.append(_wrong(shown, line, what))
    return not wrong


def _is_level(audience: str, level: str) -> bool:
    return audience in AUDIENCES and level in (*LEVELS, OFF)


def _wrong(shown: str, line: int, what: str) -> Remark:
    return refusals.broken(shown, line, what, "Correct the file: the rule runs without what it says.")
