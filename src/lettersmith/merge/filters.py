"""The filters and tests of the template language: each keeps the places that its words came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from lettersmith.merge.origins import combined
from lettersmith.merge.run import running
from lettersmith.merge.values import Fact, Items, Leaf, Missing, Selection, bare, wrapped
from lettersmith.model.calendar import in_words
from lettersmith.model.facts import Sourced

IN_WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
TIME = re.compile(r"(?:\d{4}-\d\d-\d\dT)?(\d\d):(\d\d)(?::\d\d)?\Z")


def _made(fact: Any, text: str) -> Any:
    """A new text of the same origin."""
    return Leaf(text, fact.file, fact.path, fact.made) if isinstance(fact, Fact) else text


def _unusable(fact: Any, wanted: str, example: str) -> Any:
    """The value as it stands, with a remark that it is not what the filter needs."""
    if not isinstance(fact, Fact):
        raise ValueError(f"“{fact}” is not {wanted}")
    if isinstance(fact.value, str):
        what = f"“{fact.value[:60]}” in {fact.origin.file} is not {wanted}."
        running().fault(
            "Facts.Unusable", fact, what, f"The document prints it as {wanted}.", f"Write {example}.", fact.value
        )
    else:
        running().misused(fact, wanted)
    return fact


def _day(fact: Any) -> date | None:
    value = bare(fact)
    try:
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d(T[\d:]+)?", value):
            return None
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _as_date(fact: Any, write: Callable[[date], str]) -> Any:
    if isinstance(fact, Missing):
        return fact
    day = _day(fact)
    return (
        _unusable(fact, "a date that exists", "year, month and day, such as 2017-03-03")
        if day is None
        else _made(fact, write(day))
    )


def as_date(fact: Any) -> Any:
    """`Friday 3 March 2017`."""
    return _as_date(fact, in_words)


def short_date(fact: Any) -> Any:
    """`3 March 2017`."""
    return _as_date(fact, lambda day: in_words(day, weekday=False))


def day_month(fact: Any) -> Any:
    """`3 March`."""
    return _as_date(fact, lambda day: in_words(day, weekday=False).rpartition(" ")[0])


def clock(fact: Any) -> Any:
    """`9:30am`, `midday`, `midnight`: times as GOV.UK writes them."""
    if isinstance(fact, Missing):
        return fact
    value = bare(fact)
    found = TIME.match(value) if isinstance(value, str) else None
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return _unusable(fact, "a time of day", "hours and minutes, such as 09:30")
    hour, minute = int(found[1]), int(found[2])
    if minute == 0 and hour in (0, 12):
        return _made(fact, "midnight" if hour == 0 else "midday")
    return _made(fact, f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{'am' if hour < 12 else 'pm'}")


def number(fact: Any) -> Any:
    """A number in words or figures, as the framework says: two to nine in words, or all in figures."""
    if isinstance(fact, Missing):
        return fact
    value = bare(fact)
    if isinstance(value, str) and re.fullmatch(r"\d{1,12}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return _unusable(fact, "a whole number", "a whole number, such as 4")
    if running().number_style == "words" and value in IN_WORDS:
        return _made(fact, IN_WORDS[value])
    return _made(fact, f"{value:,}")


def _letter(fact: Any, change: Callable[[str], str]) -> Any:
    if isinstance(fact, Missing):
        return fact
    value = bare(fact)
    if not isinstance(value, str):
        return _unusable(fact, "a text", "a text")
    return _made(fact, change(value[:1]) + value[1:])


def capital(fact: Any) -> Any:
    """The first letter as a capital."""
    return _letter(fact, str.upper)


def small(fact: Any) -> Any:
    """The first letter as a small one."""
    return _letter(fact, str.lower)


def joined(facts: Any, field: str = "") -> Any:
    """`a, b and c`: one text of a list of texts, or of one field of each of its items."""
    if isinstance(facts, Missing):
        return facts
    if not isinstance(facts, Items):
        return _unusable(facts, "a list", "a list")
    parts = [item.child(field) if field else item for item in facts]
    for part in parts:
        if isinstance(part, Missing):
            return part
        if not isinstance(part, Leaf) or isinstance(part.value, bool):
            return _unusable(part, "a text", "a text")
        if not str(part.value).strip():
            return part
    if not parts:
        return Leaf("", facts.file, facts.path)
    words = [str(part.value) for part in parts]
    text = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return Leaf(text, parts[0].file, parts[0].path, combined(*parts))


def where(facts: Any, field: str, value: Any) -> Any:
    """The items of a list whose field equals a value. An item without the field is left out."""
    if isinstance(facts, Missing):
        return facts
    if not isinstance(facts, Items):
        return _unusable(facts, "a list", "a list")
    if isinstance(value, Missing):
        return value
    wanted = bare(value)
    if type(facts) is Items:  # what is not chosen need not be wrapped
        plain = [
            wrapped(item, facts.file, f"{facts.path}[{index}]")
            for index, item in enumerate(facts.value)
            if type(item) is not dict or item.get(field) == wanted or isinstance(item.get(field), Sourced)
        ]
        facts = Selection(plain, facts.file, facts.path)
    chosen = [item for item in facts if not isinstance(found := item.child(field), Missing) and found.value == wanted]
    return Selection(chosen, facts.file, facts.path)


def of_type(facts: Any, type: str) -> Any:
    """The findings of one type."""
    return where(facts, "type", type)


def count(facts: Any) -> Any:
    """How many items a list has."""
    if isinstance(facts, Missing):
        return facts
    if not isinstance(facts, Items):
        return _unusable(facts, "a list", "a list")
    return Leaf(len(facts), facts.file, facts.path)


def known(fact: Any) -> bool:
    """There, and not unknown, not applicable or withheld."""
    return not isinstance(fact, Missing)


def defined(fact: Any) -> bool:
    """There, if only as a reason why it is not."""
    return not isinstance(fact, Missing) or fact.value is not None


def _absent(kind: str) -> Callable[[Any], bool]:
    return lambda fact: isinstance(fact, Missing) and fact.value is not None and fact.value.kind == kind


FILTERS: dict[str, Callable[..., Any]] = {
    "date": as_date,
    "short_date": short_date,
    "day_month": day_month,
    "clock": clock,
    "joined": joined,
    "number": number,
    "capital": capital,
    "small": small,
    "of_type": of_type,
    "where": where,
    "count": count,
}
TESTS: dict[str, Callable[[Any], bool]] = {
    "known": known,
    "defined": defined,
    "unknown": _absent("unknown"),
    "not_applicable": _absent("not_applicable"),
    "withheld": _absent("withheld"),
}
